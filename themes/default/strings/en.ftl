### English. Keys never change their meaning; docs/theming.md says how a site overrides them.
### A key without `{ }` reaches templates as words.<key>, with underscores for hyphens.

## Dates and numbers are written as in this place.
locale = en-GB

## Where a language lacks words, those of a file with this term stand in first.
-stands-in = yes

## Addresses: the fixed parts, lower case, letters and hyphens.
address-measures = measures
address-actions = actions
address-print = print

## Figures
yes = yes
no = no
list-and = { $first } and { $last }
unit-percent = { $number }%
unit-pounds = £{ $number }
unit-thousand-pounds = £{ $number } thousand
unit-million-pounds = £{ $number } million
unit-days = { $count ->
    [one] { $number } day
   *[other] { $number } days
}
unit-weeks = { $count ->
    [one] { $number } week
   *[other] { $number } weeks
}
unit-months = { $count ->
    [one] { $number } month
   *[other] { $number } months
}
unit-years = { $count ->
    [one] { $number } year
   *[other] { $number } years
}
unit-hours = { $count ->
    [one] { $number } hour
   *[other] { $number } hours
}
unit-name-percent = per cent
unit-name-number = number
unit-name-ratio = ratio
unit-name-pounds = pounds
unit-name-thousand-pounds = thousands of pounds
unit-name-million-pounds = millions of pounds
unit-name-days = days
unit-name-weeks = weeks
unit-name-months = months
unit-name-years = years
unit-name-hours = hours
unit-name-score = score
unit-name-yes-no = yes or no
percentage-points = { $count ->
    [one] { $number } percentage point
   *[other] { $number } percentage points
}
# Other words that writers use for them. They are understood, and never printed.
percentage-points-also = pp

## Periods
period-academic = academic year { $years }
period-academics = academic years { $years }
period-span = { $first } to { $last }
period-quarter = quarter { $part } of { $year }
period-half = { $part ->
    [1] first half of { $year }
   *[2] second half of { $year }
}

## Direction of travel
direction-better = Better
direction-as-far = As far from the target
direction-same = Same
direction-worse = Worse
direction-no-comparison = No comparison
direction-not-comparable = Not comparable
direction-changed = Changed
direction-and-change = { $direction }: { $change }
change-up = up { $amount }
change-down = down { $amount }
change-none = no change
change-no-actual = no figure is given for this period
change-no-previous = there is no earlier figure
change-counting = the figure for { $period } was counted in another way
change-no-figure-for = there is no figure for { $period }
change-not-available = no figure for { $period } is available
change-unit = the unit changed in between
change-series-break = the way of counting changed in between
change-no-to-yes = from no to yes
change-yes-to-no = from yes to no

## Ratings
rating-green = Green
rating-amber = Amber
rating-red = Red
rating-not-rated = Not rated
rating-sentence = { $rating }: { $reason }.
reason-met = { $to-target ->
    [above] { $actual } is above
    [below] { $actual } is below
   *[at] { $actual } is at
} the target of { $target }
reason-between = { $to-target ->
    [above] { $actual } is above
    [below] { $actual } is below
   *[at] { $actual } is at
} the target of { $target } and { $to-intervention ->
    [above] above
    [below] below
   *[at] at
} the intervention level of { $intervention }
reason-past-intervention = { $to-intervention ->
    [above] { $actual } is above
    [below] { $actual } is below
   *[at] { $actual } is at
} the intervention level of { $intervention }; the target is { $target }
reason-target-only = { $to-target ->
    [above] { $actual } is above
    [below] { $actual } is below
   *[at] { $actual } is at
} the target of { $target }; no intervention level is given
reason-tolerance = { $to-target ->
    [above] { $actual } is above
   *[below] { $actual } is below
} the target of { $target }, { $within ->
    [yes] within
   *[no] beyond
} the tolerance of { $tolerance }%
reason-yes-no = { $met ->
    [yes] the answer is { $actual }, as the target asks
   *[no] the answer is { $actual }, where the target is { $target }
}
reason-nearest = { $place ->
    [at] { $actual } is at the target of { $target }
    [nearer] { $actual } is nearer to the target of { $target } than the intervention level of { $intervention }
    [as-far] { $actual } is as far from the target of { $target } as the intervention level of { $intervention }
    [further] { $actual } is further from the target of { $target } than the intervention level of { $intervention }
   *[off] { $actual } is not at the target of { $target }; no intervention level is given
}
reason-no-actual = no figure is given for this period
reason-no-target = there is no target
reason-contextual = this measure is there for context
reason-polarity-unknown = it is not stated which way is better
reason-wrong-side = the intervention level contradicts the target
reason-hidden = This site does not show ratings.
reason-none-stated = Not rated: the organisation states no rating.
reason-stated-agrees = { $rating }, as stated by the organisation. The rule agrees: { $rule }
reason-stated-differs = { $rating }, as stated by the organisation. The rule gives another rating: { $rule }
reason-overridden = { $rating }, as stated by the organisation. Its reason: { $reason }. By the rule: { $rule }

## Pages: words that templates print as they are.
about-measures = About the measures
about-this-measure = About this measure
accessibility-statement = Accessibility statement
action = Action
actions = Actions
actual = Actual
all-data = All data as JSON
attachments = Documents
breadcrumb = Breadcrumb
chart-file = Open this chart on its own
codes = Codes
comment = Comment
comments = What has been said about it
comparator = Compared with
comparators = How others are doing
contents = Contents
copy-link = Copy a link to this section: %1
corrections = Corrections
corrected = Corrected { $date }
definition = Definition
direction-of-travel = Direction of travel
directions-mark = Calculated against a year before.
draft = Draft
due = Due
earlier-reports = Earlier reports
feed = New reports and corrections as a feed
figure-withdrawn = the figure was withdrawn to protect people.
golden-thread = The golden thread
intervention = Intervention level
judgement = Judgement
judgements = Judgements
key-heading = How to read the ratings
language = Language
latest-figure = Latest figure
latest-report = Latest report
lead = Lead
made-with = Made with
main-menu = Main menu
link-copied = Link copied
link-in-address = The link is in the address bar of your browser
measure = Measure
measures = Measures
moved-heading = This page has moved
moved-text = It now stands here:
next-page = Next
no-action-judged = No rating has been given to these actions.
no-comment = No comment
not-found-address = Address that was not found
not-found-text = The page may have moved, or its address may have been typed or copied incompletely. These pages may have what you are looking for.
not-stated = Not stated
not-supplied = not supplied
notice = Notice
now = now
objective = Objective
objective-well-being = Well-being objective
objectives = Objectives
on-this-page = On this page
open-data = The data behind this page
other-editions = Other editions of this report
partners = Partners
period = Period
polarity = Which way is better
previous = A year before
previous-page = Previous
problem-email = Send an e-mail about this page
problem-heading = Report a problem or ask for another format
progress = Progress
provenance = Where the figure comes from
rank = Rank
rating = Rating
rating-and-why = Rating, and why
ratings-of-measures = Ratings of measures
read-the-report = Read the report
reading-order = Previous and next page
report-actions = All actions of the report
print-introduction = Introduction
print-overview = The report at a glance
print-web = This report as web pages
report-print = The whole report on one page, to print
report-measures = All measures of the report
reported-in = Reported in
series = The figures over time
skip-to-content = Skip to main content
source = Source
status = Status
symbols-used = Symbols:
target = Target
telephone = Telephone
this-page = This page
tools-all = All
tools-clear = Show all
tools-cleared = Everything is shown again
tools-down = %1, highest or Z first
tools-filter = Find and sort
tools-find = Find words
tools-shown = %1 of %2 shown
tools-sort = Sorted by
tools-up = %1, lowest or A first
tools-written = In the order of the report
unit = Unit
was = was
ways-of-working = The five ways of working
what-changed = What changed
why-we-chose-this = Why we chose this
works-on = Works on:

## Open data: the headings of the CSV files.
csv-report = Report
csv-objective = Objective
csv-objective-code = Objective code
csv-objective-title = Objective title
csv-group = Group
csv-measure = Measure
csv-action = Action
csv-codes = Codes
csv-title = Title
csv-unit = Unit
csv-polarity = Which way is better
csv-period = Period
csv-actual = Actual
csv-target = Target
csv-target-upper = Target upper
csv-intervention = Intervention level
csv-previous = Previous
csv-previous-period = Previous period
csv-numerator = Numerator
csv-denominator = Denominator
csv-rating = Rating
csv-rating-basis = Basis of rating
csv-rating-computed = Rating by the rule
csv-rating-stated = Rating stated
csv-rating-reason = Reason for rating
csv-direction = Direction of travel
csv-change = Change
csv-direction-reason = Direction in words
csv-comparators = Comparators
csv-rank = Rank
csv-rank-of = Ranked out of
csv-notes = Notes
csv-comment = Comment
csv-definition = Definition
csv-source = Source
csv-judgement = Judgement
csv-status = Status
csv-complete = Per cent complete
csv-lead = Lead
csv-partners = Partners
csv-start = Start
csv-due = Due
csv-overdue = Overdue
csv-works-on = Measures worked on
csv-fulfils = Responsibilities answered
## The frame of every page.
home = Home
page-title = { $page } – { $site }
page-title-draft = Draft: { $title }
page-title-moved = Moved: { $title }
language-cy = Cymraeg
language-en = English
language-ga = Gaeilge
language-gd = Gàidhlig
language-kw = Kernewek
language-pl = Polski
language-name-ar = Arabic
language-name-bfi = British Sign Language
language-name-bn = Bengali
language-name-cy = Welsh
language-name-en = English
language-name-fr = French
language-name-ga = Irish
language-name-gd = Scottish Gaelic
language-name-kw = Cornish
language-name-lt = Lithuanian
language-name-pa = Punjabi
language-name-pl = Polish
language-name-pt = Portuguese
language-name-ro = Romanian
language-name-so = Somali
language-name-uk = Ukrainian
language-name-ur = Urdu
language-name-zh = Chinese
draft-report = This report has not been published. Figures and words may still change.
embargo-report = This report is not to be published before { $time } on { $date }.
prompt-introduction = Introduce the report: what it covers, and what matters most in it.
prompt-section = Write this section, or delete its file where there is nothing to say.
prompt-why = Say why this objective was chosen: the need, the evidence, what people told you.
draft-part = This page shows figures of a report that has not been published. They may still change.
superseded-text = A later edition has taken the place of this one.
superseded-alone = This edition is no longer current.
superseded-link = See the later edition
superseded-link-home = See all reports
date-published = Published
date-updated = Last updated
date-next-update = Next update
problem-text = Tell us if something on this page is wrong, does not work or is hard to use, or if you need it in another format, such as large print, easy read, audio or braille.
problem-text-no-contact = If something on this page is wrong, does not work or is hard to use, please tell whoever publishes it, and name the address below.
problem-text-not-found = Tell us if a link on this website brought you here, or if you need something in another format, such as large print, easy read, audio or braille. Please name the address that was not found: your browser shows it.
problem-text-not-found-no-contact = If a link on this website brought you here, please tell whoever publishes it, and name the address that was not found: your browser shows it.
problem-subject = About the page { $address }
problem-body =
    Page: { $address }
    Language: { $language }

    What is wrong, or which format do you need?
problem-subject-not-found = About a page that was not found
problem-body-not-found =
    Language: { $language }

    What were you looking for, and where did you find its address?


    Address that was not found: { $address }

## The feed.
feed-correction = Correction to { $report }

## Figures and symbols.
figure-fraction = { $part } of { $whole }
rank-sentence = It stands in place { $place } of { $of } for { $period }.
rank-text = { $place } of { $of }
count-of = of { $total }
symbol-b = break in the series
symbol-c = confidential
symbol-e = estimated
symbol-f = forecast
symbol-low = low: rounds to nothing, but is not nothing
symbol-p = provisional
symbol-r = revised
symbol-u = low reliability
symbol-x = not available
symbol-z = not applicable
size-bytes = { $count ->
    [one] { $size } byte
   *[other] { $size } bytes
}
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
file-type-unknown = file
download-measures = Measures of this report
download-actions = Actions of this report

## Measures.
polarity-higher = Higher is better
polarity-lower = Lower is better
polarity-target = Nearest the target is best
polarity-target-rule = Nearest the target is best. The result and every figure it is compared with are measured from the target that its edition sets for the result.
polarity-none = For context: neither higher nor lower is better
polarity-unknown = Not stated which way is better
direction-sentence = { $movement }.
direction-sentence-from = { $movement }, from { $previous } in { $period }.
rating-kind-calculated = calculated by the rule
rating-kind-stated = stated by the organisation
rating-kind-override = stated by the organisation, with a reason
rating-reason = The organisation’s reason: { $reason }
break-sentence = Figures for { $period } and later do not compare with those before.
break-sentence-reason = Figures for { $period } and later do not compare with those before. { $reason }.
group-how-much = How much did we do?
group-how-well = How well did we do it?
group-better-off = Is anyone better off?
caption-measures = { $objective }: { $group }
caption-index = Latest figures: { $group }
caption-series = { $measure }: figures over time
caption-comparators = { $measure }: figures of others for { $period }
caption-actions = Actions for { $objective }
objective-in-report = { $objective } ({ $report })
measure-index-intro = { $count ->
    [0] No measures yet.
    [one] One measure, with its latest figure.
   *[other] { $count } measures, each with its latest figure.
}
periods-count = { $count ->
    [0] No figures yet
    [one] Figures for one period
   *[other] Figures for { $count } periods
}
given-unrated = Given without a rating
provenance-history = Earlier figure, given in { $report }
series-other-unit = in another unit ({ $unit }), which does not compare
provenance-stated = Given as the result a year before in { $report }
report-measures-title = Measures: { $report }
report-actions-title = Actions: { $report }
report-print-title = The whole report: { $report }
figure-numbered = Figure { $number }: { $caption }
table-numbered = Table { $number }: { $caption }

## Counts of ratings.
tally-count-green = { $count } green
tally-count-amber = { $count } amber
tally-count-red = { $count } red
tally-label-green = { $count } of { $total ->
    [one] { $total } rated measure
   *[other] { $total } rated measures
} { $count ->
    [one] is green
   *[other] are green
}
tally-label-amber = { $count } of { $total ->
    [one] { $total } rated measure
   *[other] { $total } rated measures
} { $count ->
    [one] is amber
   *[other] are amber
}
tally-label-red = { $count } of { $total ->
    [one] { $total } rated measure
   *[other] { $total } rated measures
} { $count ->
    [one] is red
   *[other] are red
}
tally-label-not-rated = { $count } of { $total ->
    [one] { $total } measure
   *[other] { $total } measures
} { $count ->
    [one] is not rated
   *[other] are not rated
}
tally-empty = No measures.
tally-hidden = { $total ->
    [one] { $total } measure. This site does not show ratings.
   *[other] { $total } measures. This site does not show ratings.
}
tally-all-rated = { $total ->
    [one] { $total } measure, rated: { $counts }.
   *[other] { $total } measures, all rated: { $counts }.
}
tally-some-rated = { $total ->
    [one] { $total } measure
   *[other] { $total } measures
}, { $rated } of them rated: { $counts }. { $not-rated ->
    [one] { $not-rated } is not rated and is not counted.
   *[other] { $not-rated } are not rated and are not counted.
}
tally-none-rated = { $total ->
    [one] { $total } measure, not rated.
   *[other] { $total } measures, none of them rated.
}
tally-basis-calculated = The ratings are calculated by a rule from result, target and intervention level. The figures are for { $periods }.
tally-basis-stated = The ratings are stated by the organisation. The figures are for { $periods }.
tally-basis-both = Some ratings are calculated by a rule from result, target and intervention level, others are stated by the organisation; each says which. The figures are for { $periods }.
tally-basis-none = The figures are for { $periods }.
tally-mark-calculated = Calculated by the rule; figures for { $periods }.
tally-mark-stated = Stated by the organisation; figures for { $periods }.
tally-mark-both = Some calculated by the rule, some stated by the organisation; figures for { $periods }.
tally-mark-none = Figures for { $periods }.

## Counts of directions of travel.
directions-count-better = { $count } better
directions-count-same = { $count } the same
directions-count-worse = { $count } worse
directions-count-changed = { $count } changed
directions-count-no-comparison = { $count } without comparison
directions-count-not-comparable = { $count } not comparable
directions-sentence = Calculated against a year before: { $counts }.
directions-label-better = { $count } of { $total ->
    [one] { $total } measure
   *[other] { $total } measures
} { $count ->
    [one] is better than a year before
   *[other] are better than a year before
}
directions-label-same = { $count } of { $total ->
    [one] { $total } measure
   *[other] { $total } measures
} { $count ->
    [one] is the same as a year before
   *[other] are the same as a year before
}
directions-label-worse = { $count } of { $total ->
    [one] { $total } measure
   *[other] { $total } measures
} { $count ->
    [one] is worse than a year before
   *[other] are worse than a year before
}
directions-label-changed = { $count } of { $total ->
    [one] { $total } measure
   *[other] { $total } measures
} { $count ->
    [one] has changed, where neither way is better
   *[other] have changed, where neither way is better
}
directions-label-no-comparison = { $count } of { $total ->
    [one] { $total } measure
   *[other] { $total } measures
} { $count ->
    [one] has nothing to compare with
   *[other] have nothing to compare with
}
directions-label-not-comparable = { $count } of { $total ->
    [one] { $total } measure
   *[other] { $total } measures
} { $count ->
    [one] does not compare with a year before
   *[other] do not compare with a year before
}

## Judgements.
judgement-unsuccessful = Unsuccessful
judgement-partly-successful = Partly successful
judgement-fully-successful = Fully successful
judgement-not-judged = Not judged
judgements-label-unsuccessful = { $count } of { $total ->
    [one] { $total } objective
   *[other] { $total } objectives
} judged unsuccessful
judgements-label-partly-successful = { $count } of { $total ->
    [one] { $total } objective
   *[other] { $total } objectives
} judged partly successful
judgements-label-fully-successful = { $count } of { $total ->
    [one] { $total } objective
   *[other] { $total } objectives
} judged fully successful
judgements-label-not-judged = { $count } of { $total ->
    [one] { $total } objective
   *[other] { $total } objectives
} not judged
judgements-count-unsuccessful = { $count } unsuccessful
judgements-count-partly-successful = { $count } partly successful
judgements-count-fully-successful = { $count } fully successful
judgements-count-not-judged = { $count } not judged
judgements-empty = No objectives.
judgements-all-unsuccessful = { $total ->
    [one] { $total } objective, judged unsuccessful by the organisation.
   *[other] { $total } objectives, all judged unsuccessful by the organisation.
}
judgements-all-partly-successful = { $total ->
    [one] { $total } objective, judged partly successful by the organisation.
   *[other] { $total } objectives, all judged partly successful by the organisation.
}
judgements-all-fully-successful = { $total ->
    [one] { $total } objective, judged fully successful by the organisation.
   *[other] { $total } objectives, all judged fully successful by the organisation.
}
judgements-all-not-judged = { $total ->
    [one] { $total } objective, not judged.
   *[other] { $total } objectives, none of them judged.
}
judgements-sentence = { $total ->
    [one] { $total } objective
   *[other] { $total } objectives
}, as judged by the organisation: { $counts }.

## Actions.
status-not-started = Not started
status-in-progress = In progress
status-partially-completed = Partially completed
status-completed = Completed
status-completed-ongoing = Completed, and the work goes on
status-deferred = Deferred
status-cancelled = Cancelled
overdue = Overdue as at { $date }
progress-text = { $total ->
    [one] { $done } of { $total } action complete
   *[other] { $done } of { $total } actions complete
}
progress-sentence = { $text }, as stated by the organisation.

## The key.
key-green = The target is reached.
key-amber = The target is missed, but the intervention level is not passed.
key-red = The result is worse than the intervention level.
key-not-rated = A figure or a target is missing, or the measure is there for context. It is left out of the counts.
key-basis-calculated = The ratings are calculated by this rule, on the figures exactly as they are given. Where the organisation states a rating of its own and gives its reason, both ratings are shown with that reason.
key-basis-stated = The ratings are stated by the organisation. The sentence behind each also says what the rule gives: green where the target is reached, amber where it is missed but the intervention level is not passed, red where it is passed.
key-stated-green = The organisation rates the result green.
key-stated-amber = The organisation rates the result amber.
key-stated-red = The organisation rates the result red.
key-stated-not-rated = The organisation states no rating. It is left out of the counts.
key-basis-both = Where the organisation states a rating, it stands beside the one that this rule gives; all others are calculated by the rule, on the figures exactly as they are given.
key-ties = { $at-target ->
    [green] A result exactly at its target is green
   *[amber] A result exactly at its target is amber
}; { $at-intervention ->
    [red] one exactly at its intervention level is red.
   *[amber] one exactly at its intervention level is amber.
}
key-no-intervention = Where no intervention level is given, a missed target is amber.
key-tolerance = Where no intervention level is given, a target missed by no more than { $tolerance }% of it is amber; past that it is red.
key-fully-successful = The organisation judges that it fully achieved what it set out to do.
key-partly-successful = The organisation judges that it achieved part of what it set out to do.
key-unsuccessful = The organisation judges that it did not achieve what it set out to do.

## Charts.
chart-label = { $name }, { $period }
chart-measure = { $title }, { $period }
chart-group = { $group } ({ $periods })
chart-ratings = Ratings of the measures: { $objective }
chart-ratings-count = { $count } of { $total ->
    [one] { $total } measure
   *[other] { $total } measures
}
chart-actions = How far the actions have come: { $objective }
chart-reading = { $label } { $figure }
chart-row = { $title }: { $readings }.
chart-remark = { $remark }.
chart-left-out-yes-no = { $count ->
    [one] Not drawn, because its figures are yes or no: { $measures }.
   *[other] Not drawn, because their figures are yes or no: { $measures }.
}
chart-left-out-blank = { $count ->
    [one] Not drawn, because it has neither a result nor a target: { $measures }.
   *[other] Not drawn, because they have neither results nor targets: { $measures }.
}
chart-note-unit = The year before was counted in another unit
chart-note-break = The year before was counted in another way
chart-series = { $title }, { $first } to { $last }
spark = { $first } to { $last }: from { $from } to { $to }
spark-same = { $first } to { $last }: { $to } at both ends
chart-series-kind = { $title }, { $kind }, { $first } to { $last }
chart-series-break = Break in the series
figure-range = { $from } to { $to }
chart-note-in-unit = Unit: { $unit }
chart-note-both-sides = The intervention level counts on both sides of the target
chart-own-scale = { $unit }: figures up to { $largest }, on a scale of their own
chart-earlier-periods = The chart goes back over { $most } periods. Earlier figures are in the table.
chart-other-periods = Figures for periods of other lengths are in the tables, not in the chart.
chart-other-parts = The figures count from the start of the year, so the chart shows them for one part of each year. The others are in the table.
chart-other-unit = Figures in another unit are in the table, not in the chart.
chart-axis-cut = The axis does not begin at zero

## Reports and objectives.
stage-annual = Annual report
stage-six-month = Six-month report
stage-quarter = Quarterly report
stage-plan = Plan
actions-count = { $count ->
    [one] { $count } action
   *[other] { $count } actions
}
measures-count = { $count ->
    [one] { $count } measure
   *[other] { $count } measures
}
changes-better = Better than a year before
changes-worse = Worse than a year before
changes-same = The same as a year before
changes-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
judgement-sentence-unsuccessful = The organisation judges its progress on this objective to be unsuccessful. People make this judgement; it is not worked out from the figures.
judgement-sentence-partly-successful = The organisation judges its progress on this objective to be partly successful. People make this judgement; it is not worked out from the figures.
judgement-sentence-fully-successful = The organisation judges its progress on this objective to be fully successful. People make this judgement; it is not worked out from the figures.
judgement-sentence-not-judged = The organisation has not judged its progress on this objective.
section-done-well = What have we done well?
section-improve = What do we need to improve, and how?
section-next-steps = What happens next?
section-partners = Who we work with
section-voices = What people told us
way-long-term = Long term
way-prevention = Prevention
way-integration = Integration
way-collaboration = Collaboration
way-involvement = Involvement
goal-kind = Well-being goal

## Frameworks, guidance and the golden thread
address-frameworks = frameworks
address-guidance = guidance
address-responsibilities = responsibilities
address-thread = thread
answered-by = Answered by:
answers = Answers to challenge questions
as-evidence = Where this is evidence
back-to-top = Back to top
bodies = Bodies
by-theme = By theme
caption-evaluations = Evaluations against { $indicator }, the latest edition first
caption-thread-map = The golden thread of { $report } as a map: each goal with the objectives that serve it, then each objective with its goals, actions and measures
thread-of = The golden thread of { $report }
thread-map = The thread as a map
thread-map-description = Beside each goal are the objectives that serve it. Further down each objective has a part of its own: the goals that it serves on the left, and on the right its actions and their measures, each with its status or rating. The lists further up say the same in words.
thread-map-note = Every name on the map leads to its page. What belongs to several objectives stands with each of them.
thread-map-strand = { $objective }: its goals, actions and measures
thread-map-strand-description = { $objective } with its goals, its actions and their measures. The list from the objectives, further up, says the same in words.
thread-map-key = Key to the map
thread-map-key-description = The key to the map: each sign has its meaning beside it.
thread-map-of = of the objective { $objective }
thread-named-in = named by an action of { $objective }
thread-map-serves = Objective that serves the goal
thread-map-serves-below = Objective that serves it through a goal below alone
thread-map-unrated = Measure without a rating
measures-named-elsewhere = Measures that only actions of other objectives name
no-objective = no objective
caption-thread-measures = The measures of { $report }, and what each of them leads up to
challenge-questions = Challenge questions
chapters = Chapters
count-of-total = { $count } of { $total }
duty-cancelled = Cancelled, and so no answer any more:
duties-answered = { $count ->
    [one] { $answered } of { $count } duty is answered.
   *[other] { $answered } of { $count } duties are answered.
}
duties-count = { $count ->
    [0] No duties
    [one] { $count } duty
   *[other] { $count } duties
}
edition = Edition
evaluated = What was evaluated
evaluations = Self-evaluation
evaluations-count = { $count ->
    [0] Not evaluated yet
    [one] { $count } evaluation
   *[other] { $count } evaluations
}
evidence = Evidence:
evidence-in = Evidence in the self-evaluation of:
framework = Framework
framework-edition = The objectives named here are those of
frameworks = Frameworks
frameworks-intro = The goals that our objectives serve, and the quality indicators that we evaluate our work against.
from-goals = From the goals
from-measures = From the measures upwards
from-objectives = From the objectives downwards
fulfils = Fulfils:
gap-actions = Actions without a measure
gap-duties = Duties that nothing answers
gap-goals = Goals that no objective serves
gap-measures = Measures that no action names
gap-objectives = Objectives that serve nothing
gap-questions = Challenge questions that no evaluation answers
# In the place of a number: an edition that ties nothing of a kind lacks none of it.
gap-untied = None is tied
gaps = Where the thread is broken
gaps-by-edition = Gaps in each edition
gaps-intro = A gap is not always a fault: some measures tell of the world and not of our actions, and some goals are for others to serve.
goal = Goal
goals = Goals
goals-below = Goals below this one
goals-count = { $count ->
    [one] { $count } goal
   *[other] { $count } goals
}
goals-rest = { $count ->
    [one] { $count } other goal is served by no objective.
   *[other] { $count } other goals are served by no objective.
}
guidance = Guidance
guidance-intro = What national guidance asks of us and of others, and what answers it.
illustrations-of = The illustrations describe work at this level. { $level }.
improvements = What is to be improved
indicators-count = { $count ->
    [one] { $count } quality indicator
   *[other] { $count } quality indicators
}
level = Level
level-of-six = Level { $level } of 6: { $word }
level-1 = unsatisfactory
level-2 = weak
level-3 = satisfactory
level-4 = good
level-5 = very good
level-6 = excellent
measures-without-action = Measures that no action names
no-action = no action
no-gaps = There are no gaps.
no-measure = no measure
nobody-serves = No objective serves it.
nobody-serves-now = No objective of the latest edition serves it.
not-answered-yet = not answered yet
not-graded = Not graded
nothing-yet = nothing yet
objective-evaluations = Self-evaluations of objectives
paragraph = Paragraph
paragraphs = Paragraphs:
publisher = Publisher
quality-indicator = Quality indicator
quality-indicators = Quality indicators
part-of-page = { $page } – { $part }
question-number = Question { $number }
questions = Questions
questions-answered = { $count ->
    [one] { $answered } of { $count } question answered
   *[other] { $answered } of { $count } questions answered
}
questions-unanswered = { $count ->
    [one] No evaluation has answered this question yet:
   *[other] No evaluation has answered these { $count } questions yet:
}
report-as-a-whole = The report as a whole
responsibilities = Responsibilities
scale = Scale
scale-six-point = Six points, from 6 (excellent) to 1 (unsatisfactory). An indicator is graded as a whole, never a theme.
served-by = Served by
serves = Serves:
serves-heading = Serves
serves-nothing = serves no goal
strengths = What is strong
themes = Themes
thread-description = From goals through objectives and actions to measures, and back, with the gaps.
thread-elsewhere = The thread in other editions
thread-intro = How { $report } leads from goals through objectives and actions to the measures that tell whether anything has changed, and from each measure back.
through-below = through a goal below it
not-found-heading = Page not found

## Authored texts.
prose-table = Table
prose-footnotes = Footnotes
prose-footnote = Footnote
prose-back = Back to the text

## What scrutiny looks at first
address-exceptions = exceptions
exceptions = Exceptions
exceptions-title = Exceptions: { $report }
exceptions-link = What needs looking at first
exceptions-lead = What may need looking at first: results and actions that are rated red, close to the level for intervention, getting worse, overdue, without an explanation, or restated.
exceptions-caption = { $reason }: measures
exceptions-caption-actions = { $reason }: actions
exceptions-red = Red
exceptions-red-sentence = { $measures ->
    [0] No measure is red
    [one] { $measures } measure is red
   *[other] { $measures } measures are red
}, and { $actions ->
    [0] no action is judged unsuccessful.
    [one] { $actions } action is judged unsuccessful.
   *[other] { $actions } actions are judged unsuccessful.
}
exceptions-unexplained = Red without an explanation
exceptions-unexplained-sentence = { $measures ->
    [0] No red measure is without an explanation.
    [one] { $measures } red measure is without an explanation.
   *[other] { $measures } red measures are without an explanation.
} { $actions ->
    [0] No action judged unsuccessful is without one.
    [one] { $actions } action judged unsuccessful is without one.
   *[other] { $actions } actions judged unsuccessful are without one.
}
exceptions-near = Close to the intervention level
exceptions-near-sentence = { $measures ->
    [0] No amber measure is close to its intervention level.
    [one] { $measures } amber measure has come no more than a quarter of the way from its intervention level to its target.
   *[other] { $measures } amber measures have come no more than a quarter of the way from their intervention level to their target; the closest stands first.
}
exceptions-worse = Worse than before
exceptions-worse-sentence = { $measures ->
    [0] No measure is worse than one comparable period earlier.
    [one] { $measures } measure is worse than one comparable period earlier.
   *[other] { $measures } measures are worse than one comparable period earlier.
}
exceptions-overdue = Overdue
exceptions-overdue-sentence = { $actions ->
    [0] No action is overdue.
    [one] { $actions } action is overdue.
   *[other] { $actions } actions are overdue.
}
exceptions-restated = Restated
exceptions-restated-sentence = { $measures ->
    [0] No published figure has been restated.
    [one] A published figure of { $measures } measure has been restated.
   *[other] Published figures of { $measures } measures have been restated.
}
first-published = { $period } was first published as { $published }
first-published-in = { $period } was first published as { $published } in “{ $report }”
published-in-other-unit = Published as { $published } in “{ $report }”.
restated-sentence = { $first }: { $reason }.
restated-without-reason = { $first }. No reason for the change is given.

## Since the edition before
since-heading = What changed since { $edition }
since-sentence = { $objectives ->
    [0] { $measures ->
        [0] No judgement or rating has changed since this edition:
        [one] { $measures } measure has changed since this edition:
       *[other] { $measures } measures have changed since this edition:
    }
    [one] { $measures ->
        [0] { $objectives } objective has changed since this edition:
        [one] { $objectives } objective and { $measures } measure have changed since this edition:
       *[other] { $objectives } objective and { $measures } measures have changed since this edition:
    }
   *[other] { $measures ->
        [0] { $objectives } objectives have changed since this edition:
        [one] { $objectives } objectives and { $measures } measure have changed since this edition:
       *[other] { $objectives } objectives and { $measures } measures have changed since this edition:
    }
}
since-other-stage = It is of another kind ({ $stage }), so objectives and measures that only one of the two reports are left out.
since-caption = Judgements, ratings and definitions that differ from { $edition }
since-what = Objective or measure
since-change = What changed
since-before = Before
since-now = Now
since-judged = Judged differently
since-rated = Rated differently
since-redefined = Redefined
since-added = Added
since-joined = Goes on as { $title }
since-ended = Ended

## What earlier figures say
trends = Over the years
trend-long = { $direction ->
    [better] Better than the mean of the { $periods } earlier figures since { $since }, { $mean }.
    [same] The same as the mean of the { $periods } earlier figures since { $since }, { $mean }.
    [as-far] As far from the target as the mean of the { $periods } earlier figures since { $since }, { $mean }.
    [worse] Worse than the mean of the { $periods } earlier figures since { $since }, { $mean }.
   *[other] The mean of the { $periods } earlier figures since { $since } is { $mean }.
}
trend-baseline = { $movement } since { $period }, when it was { $figure }.
# The parts of the year that compare with one another, where a series holds others as well.
like-quarter = { $part ->
    [1] a first quarter
    [2] a second quarter
    [3] a third quarter
   *[other] a fourth quarter
}
like-half = { $part ->
    [1] a first half year
   *[other] a second half year
}
like-month = this month of the year
like-year = a whole year
like-span = a span of { $years } years
trend-long-like = { $direction ->
    [better] Better than the mean of the { $periods } earlier figures for { $like } since { $since }, { $mean }.
    [same] The same as the mean of the { $periods } earlier figures for { $like } since { $since }, { $mean }.
    [as-far] As far from the target as the mean of the { $periods } earlier figures for { $like } since { $since }, { $mean }.
    [worse] Worse than the mean of the { $periods } earlier figures for { $like } since { $since }, { $mean }.
   *[other] The mean of the { $periods } earlier figures for { $like } since { $since } is { $mean }.
}
trend-best-like = The best figure so far for { $like } is { $figure } ({ $period }).
trend-best-own-like = This is the best figure so far for { $like }.
trend-worst-like = The worst figure so far for { $like } is { $figure } ({ $period }).
trend-worst-own-like = This is the worst figure so far for { $like }.
trend-best = The best figure so far is { $figure }, for { $period }.
trend-best-own = This is the best figure so far.
trend-worst = The worst figure so far is { $figure }, for { $period }.
trend-worst-own = This is the worst figure so far.
compared-short-better = this result is better
compared-short-same = this result is the same
compared-short-as-far = this result is as far from the target
compared-short-worse = this result is worse
compared-better = Better than { $name }, { $figure }.
compared-same = The same as { $name }, { $figure }.
compared-as-far = As far from the target as { $name }, { $figure }.
compared-worse = Worse than { $name }, { $figure }.
comparison = This result is
no-standing = Not compared
measure-replaces = Goes on from
measure-replaced-by = Goes on as
published-as = Published as “{ $title }”.
caption-series-kind = { $measure }: { $kind }
caption-series-cumulative = { $measure }: { $kind }, counted from the start of the year
caption-series-by-itself = { $measure }: { $kind }, each counted by itself
series-counted-cumulative = { $count ->
    [one] The figures in { $reports } count from the start of the year, and those of the latest edition do not. Only like is compared with like, so they are in a table of their own, and not in the chart.
   *[other] The figures in these editions count from the start of the year, and those of the latest edition do not: { $reports }. Only like is compared with like, so they are in a table of their own, and not in the chart.
}
series-counted-by-itself = { $count ->
    [one] The figures of the latest edition count from the start of the year, and those in { $reports } do not. Only like is compared with like, so they are in a table of their own, and not in the chart.
   *[other] The figures of the latest edition count from the start of the year, and those in these editions do not: { $reports }. Only like is compared with like, so they are in a table of their own, and not in the chart.
}
period-kind-financial = financial years
period-kind-academic = academic years
period-kind-calendar = calendar years
period-kind-span = spans of several years
period-kind-half = half years
period-kind-quarter = quarters
period-kind-month = months
matrix-heading = Judgements over the years
matrix-caption = Judgements on the objectives, by edition
superseded = Superseded
