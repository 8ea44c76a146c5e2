### English. Keys never change their meaning; docs/theming.md says how a site overrides them.
### A key without `{ }` reaches templates as words.<key>, with underscores for hyphens.

## Addresses: the fixed parts, lower case, letters and hyphens.
address-measures = measures
address-actions = actions

## Figures
yes = yes
no = no
list-and = { $first } and { $last }
unit-percent = { $number }%
unit-pounds = £{ $number }
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

## Periods
period-academic = academic year { $years }
period-span = { $first } to { $last }
period-quarter = quarter { $part } of { $year }
period-half = { $part ->
    [1] first half of { $year }
   *[2] second half of { $year }
}

## Direction of travel
direction-better = Better
direction-same = Same
direction-worse = Worse
direction-no-comparison = No comparison
direction-not-comparable = Not comparable
direction-and-change = { $direction }: { $change }
change-up = up { $amount }
change-down = down { $amount }
change-none = no change
change-no-actual = there is no figure yet
change-no-previous = there is no earlier figure
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
reason-nearest = { $place ->
    [at] { $actual } is at the target of { $target }
    [nearer] { $actual } is nearer to the target of { $target } than the intervention level of { $intervention }
    [as-far] { $actual } is as far from the target of { $target } as the intervention level of { $intervention }
    [further] { $actual } is further from the target of { $target } than the intervention level of { $intervention }
   *[off] { $actual } is not at the target of { $target }; no intervention level is given
}
reason-no-actual = there is no figure for this period
reason-no-target = there is no target
reason-contextual = this measure is there for context
reason-polarity-unknown = it is not stated which way is better
reason-wrong-side = the intervention level contradicts the target
reason-hidden = This site does not show ratings.
reason-none-stated = Not rated: the organisation states no rating.
reason-stated-agrees = { $rating }, as stated by the organisation. The rule agrees: { $rule }
reason-stated-differs = { $rating }, as stated by the organisation. The rule gives another rating: { $rule }
reason-overridden = { $rating }, as stated by the organisation: { $reason } By the rule: { $rule }

## Pages: words that templates print as they are.
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
corrections = Corrections
definition = Definition
direction-of-travel = Direction of travel
draft = Draft
due = Due
earlier-reports = Earlier reports
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
measure = Measure
measures = Measures
next-page = Next
no-action-judged = No rating has been given to these actions.
no-comment = No comment
not-found-text = The page may have moved, or its address may have been typed or copied incompletely. These pages may have what you are looking for.
not-stated = Not stated
not-supplied = not supplied
notice = Notice
now = now
objective = Well-being objective
objectives = Well-being objectives
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
report-measures = All measures of the report
reported-in = Reported in
series = The figures over time
serves = Contributes to
skip-to-content = Skip to main content
source = Source
status = Status
symbols-used = Symbols:
target = Target
telephone = Telephone
this-page = This page
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
csv-intervention = Intervention level
csv-previous = Previous
csv-previous-period = Previous period
csv-numerator = Numerator
csv-denominator = Denominator
csv-rating = Rating
csv-rating-basis = Basis of rating
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
