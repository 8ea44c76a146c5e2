//! What is said of figures that the record of the editions speaks of: restated, replaced, small.

use goldenthread::text::Code;

use crate::cases::{Case, MEASURES, PAGE};

pub const CASES: &[Case] = &[
    (
        Code::AddressCollision,
        &[
            ("content/assets/plan.pdf", ""),
            ("content/assets/a/b.pdf", ""),
        ],
        &[
            "error address-collision content/assets/a/b.pdf:1:1 a folder of the content cannot be named `assets` | readers' browsers keep what stands under `assets/` for a year, for the theme's files there never change: name the folder `images` or `documents`",
        ],
    ),
    (
        Code::ChapterNumber,
        &[
            ("content/guidance/g/guidance.md", "---\ntitle: G\n---\n"),
            (
                "content/guidance/g/3-duties.md",
                "---\ntitle: Duties\n---\n4.1 One.\n\n4.2 Two.\n",
            ),
            // One paragraph may begin with a figure.
            (
                "content/guidance/g/5-ends.md",
                "---\ntitle: Ends\n---\n12.5 per cent.\n\nTwo.\n",
            ),
        ],
        &[
            "warning chapter-number content/guidance/g/3-duties.md:4:1 the paragraphs of the chapter `3-duties` begin with 4, and it is chapter 3 by the name of its file | nothing can link to them: begin the name of the file with `4-`, or the paragraphs with `3.`",
        ],
    ),
    (
        Code::LongDecimals,
        &[(
            MEASURES,
            "how-much:\n  - {id: a, title: A, unit: number, polarity: higher, actual: 10.33333, target: 8.5}\n  - {id: b, title: B, unit: number, polarity: higher, actual: 10.33333, target: 8.5, decimals: 1}\n  - {id: c, title: C, unit: number, polarity: higher, actual: 10.3333, target: 8.5}\n",
        )],
        &[
            "warning long-decimals content/reports/2017-18/learners/measures.yaml:2:63 `10.33333` has 5 decimals, and `a` does not say how many readers are to see | add how many, such as `decimals: 1`: what is written is kept exactly, and rated so",
        ],
    ),
    (
        Code::SmallNumber,
        &[(
            MEASURES,
            "how-much:\n  - id: a\n    title: A\n    unit: percent\n    polarity: lower\n    actual: {value: 8.00, numerator: 2, denominator: 25}\n    previous: {value: 88, numerator: 22, denominator: 25}\n    target: {value: 50, numerator: 2, denominator: 4}\n    comparators: [{name: Wales, value: {value: 75, numerator: 3, denominator: 4}}]\n",
        )],
        &[
            "warning small-number content/reports/2017-18/learners/measures.yaml:6:38 the numerator is `2`: so few people might be known by it | put `\"[c]\"` in the figure's place, give the value rounded and without its fraction, or accept it with a reason: `accept: [{code: small-number, reason: …}]`",
            "warning small-number content/reports/2017-18/learners/measures.yaml:7:38 all but `3` of `25` are counted: so few people might be known by it | put `\"[c]\"` in the figure's place, give the value rounded and without its fraction, or accept it with a reason: `accept: [{code: small-number, reason: …}]`",
            "warning small-number content/reports/2017-18/learners/measures.yaml:8:36 the numerator is `2`: so few people might be known by it | put `\"[c]\"` in the figure's place, give the value rounded and without its fraction, or accept it with a reason: `accept: [{code: small-number, reason: …}]`",
            "warning small-number content/reports/2017-18/learners/measures.yaml:9:63 the numerator is `3`: so few people might be known by it | put `\"[c]\"` in the figure's place, give the value rounded and without its fraction, or accept it with a reason: `accept: [{code: small-number, reason: …}]`",
        ],
    ),
    (
        Code::PreviousRestated,
        &[(
            MEASURES,
            "how-much:\n  - id: a\n    title: A\n    unit: number\n    polarity: lower\n    actual: 8\n    previous: 7\n    history: {2016-17: 6.0}\n",
        )],
        &[
            "warning previous-restated content/reports/2017-18/learners/measures.yaml:7:15 `previous` is `7`, but the history has `6.0` for that period | take `previous` out to compare with what was published; if the figure was restated, say why: `restated: …`",
        ],
    ),
    (
        Code::PreviousRestated,
        &[
            (
                "content/reports/2016-17/report.md",
                "---\ntitle: Before\nperiod: 2016-17\nstage: annual\nstatus: published\n---\n",
            ),
            (
                "content/reports/2016-17/learners/objective.md",
                "---\ntitle: Learners\n---\nWhy we chose it.\n",
            ),
            (
                "content/reports/2016-17/learners/measures.yaml",
                "how-much:\n  - {id: a, title: A, unit: number, polarity: lower, actual: 2}\n  - {id: b, title: B, unit: number, polarity: lower, actual: 85}\n  - {id: c, title: C, unit: number, polarity: lower, actual: 5}\n",
            ),
            (
                MEASURES,
                "how-much:\n  - id: a\n    title: A\n    unit: number\n    polarity: lower\n    actual: 8\n    history: {2016-17: 77, 2015-16: 3}\n  - {id: b, title: B, unit: number, polarity: lower, actual: 8, previous: 83, restated: A new method., history: {2016-17: 83}}\n  - {id: c, title: C, unit: number, polarity: lower, actual: 8, history: {2016-17: 6}, accept: [{code: previous-restated, reason: A new method.}]}\n",
            ),
        ],
        &[
            "warning previous-restated content/reports/2017-18/learners/measures.yaml:7:24 `history` for `2016-17` is `77`, but the report `2016-17` published `2` for that period | take it out: what was published stands. If that was wrong, say so in `corrections:` of its report; or accept it with a reason: `accept: [{code: previous-restated, reason: …}]`",
            "note previous-restated content/reports/2017-18/learners/measures.yaml:9:84 `history` for `2016-17` is `6`, but the report `2016-17` published `5` for that period (accepted: A new method.)",
        ],
    ),
    (
        Code::PreviousRestated,
        &[
            (
                "content/reports/2017-18-interim/report.md",
                "---\ntitle: Interim\nperiod: 2017-18\nstage: six-month\nstatus: published\npublished: 2018-01-01\n---\n",
            ),
            (
                "content/reports/2017-18-interim/learners/objective.md",
                "---\ntitle: Learners\n---\nWhy we chose it.\n",
            ),
            (
                "content/reports/2017-18-interim/learners/measures.yaml",
                "how-much:\n  - {id: a, title: A, unit: number, polarity: lower, actual: 2}\n  - {id: b, title: B, unit: number, polarity: lower, actual: 85}\n",
            ),
            (
                MEASURES,
                "how-much:\n  - {id: a, title: A, unit: number, polarity: lower, actual: 3}\n  - {id: b, title: B, unit: number, polarity: lower, actual: 80, restated: All were counted.}\n",
            ),
        ],
        &[
            "warning previous-restated content/reports/2017-18/learners/measures.yaml:2:62 `actual` is `3`, but the report `2017-18-interim` published `2` for that period | if the figure was restated, say why: `restated: …`; if the two cover different periods, say which: `covers: …`",
        ],
    ),
    (
        Code::SmallNumber,
        &[(
            "content/reports/2017-18/report.md",
            "---\ntitle: Annual report\nperiod: 2017-18\nstage: annual\nstatus: published\ncorrections:\n  - {date: 2018-10-13, was: 2, now: \"[c]\", reason: Too few.}\n  - {date: 2018-10-14, was: \"[c]\", now: \"[c]\", reason: Too few.}\n---\n",
        )],
        &[
            "warning small-number content/reports/2017-18/report.md:7:29 the correction withholds the figure, but says that it was `2` | write `was: \"[c]\"` as well, or accept it with a reason: `accept: [{code: small-number, reason: …}]`",
        ],
    ),
    (
        Code::SmallNumber,
        &[
            (
                "content/reports/2016-17/report.md",
                "---\ntitle: Before\nperiod: 2016-17\nstage: annual\nstatus: published\n---\n",
            ),
            (
                "content/reports/2016-17/learners/objective.md",
                "---\ntitle: Learners\n---\nWhy we chose it.\n",
            ),
            (
                "content/reports/2016-17/learners/measures.yaml",
                "how-much:\n  - {id: a, title: A, unit: number, polarity: lower, actual: \"[c]\"}\n  - {id: b, title: B, unit: number, polarity: lower, actual: \"[x]\"}\n",
            ),
            (
                MEASURES,
                "how-much:\n  - {id: a, title: A, unit: number, polarity: lower, actual: 30, previous: 2}\n  - {id: b, title: B, unit: number, polarity: lower, actual: 80, history: {2016-17: 70}}\n",
            ),
        ],
        &[
            "warning small-number content/reports/2017-18/learners/measures.yaml:2:76 `2` is given for `2016-17`, but the report `2016-17` keeps that figure back | take it out, or accept it with a reason: `accept: [{code: small-number, reason: …}]`",
        ],
    ),
    (
        Code::PreviousRestated,
        &[(
            MEASURES,
            "how-much:\n  - {id: a, title: A, unit: number, polarity: lower, actual: 3, history: {2017-18: 4}}\n",
        )],
        &[
            "warning previous-restated content/reports/2017-18/learners/measures.yaml:2:84 `history` for `2017-18` is `4`, but the report `2017-18` published `3` for that period | take it out: what was published stands. If that was wrong, say so in `corrections:` of its report; or accept it with a reason: `accept: [{code: previous-restated, reason: …}]`",
        ],
    ),
    (
        Code::NotSealed,
        &[
            (
                "content/reports/2016-17/report.md",
                "---\ntitle: Before\nperiod: 2016-17\nstage: annual\nstatus: published\n---\n",
            ),
            (
                "content/reports/2017-18/sealed.yaml",
                "\"objective:learners\": \"not judged\"\n",
            ),
        ],
        &[
            "note not-sealed content/reports/2016-17/report.md:5:9 `2016-17` is published, but not sealed, as other reports are | `goldenthread seal 2016-17` writes its lock file; if it had one, put that back: what it was sealed with is known from there alone",
        ],
    ),
    (
        Code::BlankLeft,
        &[
            (
                "content/reports/2016-17/report.md",
                "---\ntitle: Annual report\nperiod: 2016-17\nstage: annual\nstatus: published\n---\n",
            ),
            (
                "content/reports/2016-17/learners/objective.md",
                "---\ntitle: Learners\n---\nWhy we chose it.\n",
            ),
            (
                "content/reports/2016-17/learners/measures.yaml",
                "how-much:\n  - {id: a, title: A, unit: number, polarity: lower, actual: 2, target: 3}\n  - {id: b, title: B, unit: number, polarity: lower}\n",
            ),
            (
                "content/reports/2017-18/report.md",
                "---\ntitle: Annual report\nperiod: 2017-18\nstage: annual\nstatus: draft\n---\n",
            ),
            (
                MEASURES,
                "how-much:\n  - {id: a, title: A, unit: number, polarity: lower}\n  - {id: b, title: B, unit: number, polarity: lower}\n  - {id: c, title: C, unit: number, polarity: lower, actual: \"[x]\"}\n",
            ),
        ],
        &[
            "note blank-left content/reports/2017-18/learners/measures.yaml:2:10 `actual` and `target` of `a` are still blank | write the figure, or a symbol such as `\"[x]\"` where there will be none",
            "note blank-left content/reports/2017-18/learners/measures.yaml:3:10 `actual` of `b` is still blank | write the figure, or a symbol such as `\"[x]\"` where there will be none",
        ],
    ),
    (
        Code::PreviousRestated,
        &[
            (
                "content/reports/2016-17/report.md",
                "---\ntitle: The year before\nperiod: 2016-17\nstage: annual\nstatus: published\n---\n",
            ),
            (
                "content/reports/2016-17/learners/objective.md",
                "---\ntitle: Learners\n---\nWhy we chose it.\n",
            ),
            (
                "content/reports/2016-17/learners/measures.yaml",
                "how-much:\n  - {id: a, title: A, unit: number, polarity: lower, actual: 2, previous: 2.9, history: {2014-15: 4}}\n",
            ),
            (
                MEASURES,
                "how-much:\n  - {id: a, title: A, unit: number, polarity: lower, actual: 8, history: {2015-16: 3.4, 2014-15: 4.0}}\n",
            ),
        ],
        &[
            "warning previous-restated content/reports/2017-18/learners/measures.yaml:2:84 `history` for `2015-16` is `3.4`, but readers were given `2.9` for that period | give the figure that readers were given; or accept it with a reason: `accept: [{code: previous-restated, reason: …}]`",
        ],
    ),
    (
        Code::CorrectionEarly,
        &[(
            "content/reports/2017-18/report.md",
            "---\ntitle: Annual report\nperiod: 2017-18\nstage: annual\nstatus: published\npublished: 2018-10-14\ncorrections:\n  - {date: 2018-10-13, reason: A word was wrong.}\n  - {date: 2018-10-14, reason: Another word was wrong.}\n---\n",
        )],
        &[
            "error correction-early content/reports/2017-18/report.md:8:12 the correction is of `2018-10-13`, but the report was published on `2018-10-14` | give the day on which readers were told; what was mended before publication is no correction",
        ],
    ),
    (
        Code::CorrectionContradicted,
        &[
            (
                MEASURES,
                "how-much:\n  - id: a\n    title: A\n    unit: number\n    polarity: lower\n    actual: 8\n",
            ),
            (
                "content/reports/2017-18/report.md",
                "---\ntitle: Annual report\nperiod: 2017-18\nstage: annual\nstatus: published\ncorrections:\n  - {date: 2018-10-14, about: \"measure:a\", was: 9, now: 7, reason: Counted again.}\n  - {date: 2018-10-13, about: \"measure:a\", was: 10, now: 9, reason: Counted again.}\n---\n",
            ),
        ],
        &[
            "error correction-contradicted content/reports/2017-18/report.md:7:57 the correction says that `measure:a.actual` is `7`, but it is `8` | put `7` there, or add another correction that goes on from it",
        ],
    ),
    (
        Code::CorrectionContradicted,
        &[
            (
                MEASURES,
                "how-much:\n  - id: a\n    title: A\n    unit: number\n    polarity: lower\n    actual: 8\n  - {id: b, title: B, unit: number, polarity: lower, actual: 8}\n",
            ),
            (
                "content/reports/2017-18/report.md",
                "---\ntitle: Annual report\nperiod: 2017-18\nstage: annual\nstatus: published\ncorrections:\n  - {date: 2018-10-14, about: \"measure:a\", was: 9, now: \"86 [p]\", reason: Counted again.}\n  - {date: 2018-10-14, about: \"measure:b\", was: 9, now: , reason: Counted again.}\n---\n",
            ),
        ],
        &[
            "error correction-contradicted content/reports/2017-18/report.md:7:57 the correction says that `measure:a.actual` is `86 [p]`, but it is `8` | put `\"86 [p]\"` there, or add another correction that goes on from it",
            "error correction-contradicted content/reports/2017-18/report.md:8:31 the correction says that `measure:b.actual` is `blank`, but it is `8` | leave it blank there, or add another correction that goes on from it",
        ],
    ),
    (
        Code::CorrectionContradicted,
        &[
            (
                MEASURES,
                "how-much:\n  - {id: a, title: A, unit: number, polarity: lower, actual: 8}\n  - {id: b, title: B, unit: number, polarity: lower, actual: 8}\n  - {id: c, title: C, unit: number, polarity: lower, actual: 8}\n",
            ),
            (
                "content/reports/2017-18/report.md",
                "---\ntitle: Annual report\nperiod: 2017-18\nstage: annual\nstatus: published\ncorrections:\n  - {date: 2018-10-14, about: \"measure:a\", was: 8, now: 8.0, reason: Counted again.}\n  - {date: 2018-10-14, about: \"measure:b\", was: partly-successful, now: 8, reason: Counted again.}\n  - {date: 2018-10-15, about: \"measure:c\", was: 10, now: 8, reason: Counted again.}\n  - {date: 2018-10-14, about: \"measure:c.actual\", was: 7, now: \"9 [p]\", reason: Counted again.}\n  - {date: 2018-10-14, about: \"measure:c\", was: 6, now: 7, reason: Counted again.}\n---\n",
            ),
        ],
        &[
            "error correction-contradicted content/reports/2017-18/report.md:7:57 the correction says that it was `8`, and is `8.0` now | give what was published as `was`, or take both out where no figure and no judgement was put right",
            "error correction-contradicted content/reports/2017-18/report.md:8:73 the correction makes the figure `8` of the judgement `partly-successful` | give two figures, or two words for judgements",
            "error correction-contradicted content/reports/2017-18/report.md:9:49 the correction says that `measure:c.actual` was `10`, but the one before it left it at `9 [p]` | write `was: \"9 [p]\"`, or add the correction between the two",
        ],
    ),
    (
        Code::BadFigure,
        &[(
            MEASURES,
            "how-much:\n  - id: a\n    title: A\n    unit: percent\n    polarity: lower\n    actual: {value: \"[c]\", numerator: 2, denominator: 25}\n    previous: {value: \"[c]\", denominator: 25}\n    target: {value: \"[x]\", note: None was set.}\n",
        )],
        &[
            "error bad-figure content/reports/2017-18/learners/measures.yaml:6:39 a fraction stands behind `[c]`, which has no value | take `numerator` and `denominator` out: they would be published",
            "error bad-figure content/reports/2017-18/learners/measures.yaml:7:43 a fraction stands behind `[c]`, which has no value | take `numerator` and `denominator` out: they would be published",
        ],
    ),
    (
        Code::DuplicateId,
        &[(
            MEASURES,
            "how-much:\n  - id: a\n    title: A\n    unit: number\n    polarity: lower\n    actual: 8\n    comparators:\n      - {name: Wales, value: 1}\n      - {name: wales, value: 2}\n",
        )],
        &[
            "error duplicate-id content/reports/2017-18/learners/measures.yaml:9:16 another comparator of this measure is called `wales` | give each a name of its own, with its year where they are of several",
        ],
    ),
    (
        Code::HistoryLater,
        &[(
            MEASURES,
            "how-much:\n  - id: a\n    title: A\n    unit: number\n    polarity: lower\n    history: {2016-17: 6, 2017-18-H2: 7, 2018-19: 8}\n  - {id: b, title: B, unit: number, polarity: lower, covers: 2016-17, history: {2017-18: 8}}\n",
        )],
        &[
            "error history-later content/reports/2017-18/learners/measures.yaml:6:42 the history has figures for `2018-19`, which is later than the measure's own period `2017-18` | mend the period, give the measure's own with `covers:`, or keep the figures for the report that is about that time",
            "error history-later content/reports/2017-18/learners/measures.yaml:7:81 the history has figures for `2017-18`, which is later than the measure's own period `2016-17` | mend the period, give the measure's own with `covers:`, or keep the figures for the report that is about that time",
        ],
    ),
    (
        Code::InterventionWrongSide,
        &[(
            MEASURES,
            "how-much:\n  - {id: a, title: A, unit: number, polarity: target, target: 90 to 110, intervention: 100}\n  - {id: b, title: B, unit: number, polarity: target, target: 90 to 110, intervention: 110}\n",
        )],
        &[
            "error intervention-wrong-side content/reports/2017-18/learners/measures.yaml:2:88 the intervention level `100` is within the target of `90` to `110` | every figure in a range meets it: give a level below `90` or above `110`",
        ],
    ),
    (
        Code::FigureContradicted,
        &[
            (
                MEASURES,
                "how-much:\n  - {id: a, title: A, unit: number, polarity: target, target: 90 to 110}\n",
            ),
            (
                PAGE,
                "# About\n\n[90 to 110](measure:a.target) [90](measure:a.target)\n",
            ),
        ],
        &[
            "error figure-contradicted content/about.md:3:31 the text says `90`, but `measure:a.target` is `90 to 110` | write `[90 to 110]`, or `[]` to have it filled in",
        ],
    ),
    (
        Code::FigureContradicted,
        &[
            (
                MEASURES,
                "how-much:\n  - {id: a, title: A, unit: percent, polarity: higher, actual: 90.10, previous: 90.80}\n",
            ),
            (
                PAGE,
                "# About\n\nIt fell by [0.70](measure:a.change), [0.7](measure:a.change), [0.70%](measure:a.change).\n",
            ),
        ],
        &[
            "error figure-contradicted content/about.md:3:38 the text says `0.7`, but `measure:a.change` is `−0.70 percentage points` | write `[−0.70 percentage points]`, or `[]` to have it filled in",
            "error figure-contradicted content/about.md:3:63 the text says `0.70%`, but `measure:a.change` is `−0.70 percentage points` | write `[−0.70 percentage points]`, or `[]` to have it filled in",
        ],
    ),
    (
        Code::UnknownReference,
        &[(
            MEASURES,
            "how-much:\n  - id: a\n    title: A\n    unit: number\n    polarity: lower\n    actual: {value: 8, note: \"see [it](measure:none)\"}\n    history: {2016-17: {value: 6, note: \"[z](measure:nil)\"}}\n    previous: 7\n    restated: As [said](measure:nought)\n",
        )],
        &[
            "error unknown-reference content/reports/2017-18/learners/measures.yaml:6:40 no measure is called `none` | the only one there is: `a`",
            "error unknown-reference content/reports/2017-18/learners/measures.yaml:7:46 no measure is called `nil` | the only one there is: `a`",
            "error unknown-reference content/reports/2017-18/learners/measures.yaml:9:25 no measure is called `nought` | the only one there is: `a`",
        ],
    ),
    (
        Code::ReplacedOverlap,
        &[
            (
                "content/reports/2016-17/report.md",
                "---\ntitle: Before\nperiod: 2016-17\nstage: annual\nstatus: published\n---\n",
            ),
            (
                "content/reports/2016-17/learners/objective.md",
                "---\ntitle: Learners\n---\nWhy we chose it.\n",
            ),
            (
                "content/reports/2016-17/learners/measures.yaml",
                "how-much:\n  - {id: a, title: A, unit: number, polarity: lower, actual: 1}\n  - {id: b, title: B, unit: number, polarity: lower, actual: 2}\n",
            ),
            (
                MEASURES,
                "how-much:\n  - id: c\n    title: C\n    unit: number\n    polarity: lower\n    actual: 8\n    replaces: [b, a]\n",
            ),
        ],
        &[
            "warning replaced-overlap content/reports/2017-18/learners/measures.yaml:7:19 `b` and `a` both have a result for `2016-17` | the series takes that of `b`, which is named first; let it go on from one of the two, or accept it with a reason: `accept: [{code: replaced-overlap, reason: …}]`",
        ],
    ),
    (
        Code::SealedChanged,
        &[
            (
                MEASURES,
                "how-much:\n  - id: a\n    title: A\n    unit: number\n    polarity: lower\n    actual: 8\n",
            ),
            (
                "content/reports/2017-18/sealed.yaml",
                "\"measure:a.actual\": \"7\"\n\"measure:b.actual\": \"7\"\n\"measure:b.target\": \"7\"\n\"objective:learners\": \"not judged\"\n",
            ),
        ],
        &[
            "error sealed-changed content/reports/2017-18/learners/measures.yaml:6:13 `measure:a.actual` was sealed as `7`, but is `8` | put `7` back; or if it was wrong, say so in `corrections:` of report.md: `{date: …, about: \"measure:a.actual\", was: 7, now: 8, reason: …}`",
            "error sealed-changed content/reports/2017-18/sealed.yaml:2:1 `measure:b` was sealed, but is not in the report any more | put it back: what was published stays in its report; or where it has another name now, add `aliases: [b]` to it",
        ],
    ),
    (
        Code::SealedMoved,
        &[(
            "content/reports/2017-18/sealed.yaml",
            "\"page:old/index.html\": \"en\"\n\"objective:learners\": \"not judged\"\n",
        )],
        &[
            "error sealed-moved content/reports/2017-18/sealed.yaml:1:1 nothing stands at the sealed address `old/index.html` any more | add `aliases: [old]` to what stood there, so that readers who come to it are led on",
        ],
    ),
    (
        Code::RestatedUnused,
        &[(
            MEASURES,
            "how-much:\n  - id: a\n    title: A\n    unit: number\n    polarity: lower\n    actual: 8\n    previous: 6\n    history: {2016-17: 6.0}\n    restated: Counted anew.\n",
        )],
        &[
            "note restated-unused content/reports/2017-18/learners/measures.yaml:9:15 neither `actual` nor `previous` is another figure than was published | take `restated` out, or give the restated figure",
        ],
    ),
    (
        Code::BadFigure,
        &[(
            MEASURES,
            "how-much:\n  - id: a\n    title: A\n    unit: number\n    polarity: higher\n    actual: 8\n    target: 7 to 9\n  - {id: b, title: B, unit: percent, polarity: higher, target: 90 to 95, intervention: 93}\n",
        )],
        &[
            "error bad-figure content/reports/2017-18/learners/measures.yaml:7:13 this target is a range, but the measure is not one that is best nearest to it | add `polarity: target`, or give one number as the target",
            "error bad-figure content/reports/2017-18/learners/measures.yaml:8:64 this target is a range, but the measure is not one that is best nearest to it | add `polarity: target`, or give one number as the target",
        ],
    ),
    (
        Code::UnknownReference,
        &[(
            MEASURES,
            "how-much:\n  - id: a\n    title: A\n    unit: number\n    polarity: higher\n    actual: 8\n    replaces: b\n  - id: b\n    title: B\n    unit: number\n    polarity: higher\n    actual: 8\n",
        )],
        &[
            "error unknown-reference content/reports/2017-18/learners/measures.yaml:7:15 no report before this one has the measure `b` | a measure goes on from one of an earlier report; take `replaces` out, or name that one",
        ],
    ),
];
