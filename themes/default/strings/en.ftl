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
