//! Frameworks, evaluations and the golden thread: what is done to a site that is fine, and what is said
//! of it then.

use goldenthread::text::Code;

use crate::cases::Case;

pub const CASES: &[Case] = &[
    (
        Code::LevelMisplaced,
        &[
            (
                "content/frameworks/q/framework.md",
                "---\ntitle: Quality\n---\n",
            ),
            (
                "content/frameworks/q/1.yaml",
                "title: One\nquestions: [How well?]\n",
            ),
            (
                "content/reports/2017-18/evaluations/one.yaml",
                "quality_indicator: q/1\nlevel: 4\n",
            ),
        ],
        &[
            "note question-unanswered content/frameworks/q/1.yaml:1:1 question 1 of `1` has no answer in any evaluation",
            "error level-misplaced content/reports/2017-18/evaluations/one.yaml:2:8 the framework `q` states no scale for a level | add `scale: six-point` to its framework.md, or take the level out",
        ],
    ),
    (
        Code::UnknownReference,
        &[
            (
                "content/frameworks/q/framework.md",
                "---\ntitle: Quality\n---\n",
            ),
            (
                "content/frameworks/q/1.yaml",
                "title: One\nthemes: [{id: thriving, title: Thriving}]\nquestions: [How well?]\n",
            ),
            ("content/frameworks/q/2.yaml", "title: Two\n"),
            (
                "content/reports/2017-18/evaluations/one.yaml",
                "quality_indicator: q/1\nthemes: {thrivin: {text: Well.}}\nanswers: {2: {text: So.}, 1: {text: So., evidence: [\"measure:nothing\"]}}\n",
            ),
            (
                "content/reports/2017-18/evaluations/two.yaml",
                "quality_indicator: wfg/more-equal\n",
            ),
            (
                "content/reports/2017-18/learners/evaluations/three.yaml",
                "quality_indicator: q/3\n",
            ),
        ],
        &[
            "error unknown-reference content/reports/2017-18/evaluations/one.yaml:2:10 the indicator has no theme `thrivin` | did you mean `thriving`?",
            "error unknown-reference content/reports/2017-18/evaluations/one.yaml:3:11 the indicator has no question `2` | its questions have the numbers 1 to 1",
            "error unknown-reference content/reports/2017-18/evaluations/one.yaml:3:53 no measure is called `nothing` | no name there is like it: add it, mend the name, or take the reference out",
            "error unknown-reference content/reports/2017-18/evaluations/two.yaml:1:20 `wfg/more-equal` is a goal, not a quality indicator | it has no themes or questions to evaluate against; objectives name goals under `serves`",
            "note goal-unserved content/reports/2017-18/evaluations/two.yaml:1:20 no objective of `2017-18` serves any of the 7 goals of `wfg`: `prosperous`, `resilient`, `healthier`, `more-equal`, `cohesive-communities`, `vibrant-culture`, `globally-responsible`",
            "error unknown-reference content/reports/2017-18/learners/evaluations/three.yaml:1:20 `q/3` is not a goal or indicator of any framework | did you mean `q/1`?",
        ],
    ),
    (
        Code::UnknownField,
        &[
            (
                "content/frameworks/q/framework.md",
                "---\ntitle: Q\nscale: six-point\n---\n",
            ),
            (
                "content/frameworks/q/1.yaml",
                "title: One\nquestions: [How well?]\n",
            ),
            (
                "content/reports/2017-18/evaluations/one.yaml",
                "quality_indicator: q/1\nslug: {cy: un}\naliases: [old]\nshort_title: One\nanswers: {1: {text: So.}}\n",
            ),
        ],
        &[
            "error unknown-field content/reports/2017-18/evaluations/one.yaml:2:1 `slug` is not a key of an evaluation | the keys of an evaluation are `quality_indicator`, `level`, `strengths`, `improvements`, `themes`, `answers`, `summary`, `attachments`, `accept`",
            "error unknown-field content/reports/2017-18/evaluations/one.yaml:3:1 `aliases` is not a key of an evaluation | the keys of an evaluation are `quality_indicator`, `level`, `strengths`, `improvements`, `themes`, `answers`, `summary`, `attachments`, `accept`",
            "error unknown-field content/reports/2017-18/evaluations/one.yaml:4:1 `short_title` is not a key of an evaluation | the keys of an evaluation are `quality_indicator`, `level`, `strengths`, `improvements`, `themes`, `answers`, `summary`, `attachments`, `accept`",
        ],
    ),
    // An answer to `1` would be to this question, and a number is the place of one.
    (
        Code::BadId,
        &[
            ("content/frameworks/q/framework.md", "---\ntitle: Q\n---\n"),
            (
                "content/frameworks/q/1.yaml",
                "title: One\nquestions: [How well?, {id: 1, text: Why?}]\n",
            ),
            (
                "content/reports/2017-18/evaluations/one.yaml",
                "quality_indicator: q/1\nanswers: {1: {text: So.}}\n",
            ),
        ],
        &[
            "error bad-id content/frameworks/q/1.yaml:2:29 `1` is a number, not the id of a question | answers name questions by their numbers, too: put a letter before it, as in `q1`, or leave `id` out",
        ],
    ),
    (
        Code::DuplicateId,
        &[
            ("content/frameworks/q/framework.md", "---\ntitle: Q\n---\n"),
            (
                "content/frameworks/q/1.yaml",
                "title: One\nquestions: [How well?]\n",
            ),
            (
                "content/frameworks/q/2.yaml",
                "title: Two\nquestions: [How well?]\n",
            ),
            (
                "content/reports/2017-18/evaluations/q-1.1.yaml",
                "quality_indicator: q/1\nanswers: {1: {text: So.}}\n",
            ),
            (
                "content/reports/2017-18/evaluations/q-1-1.yaml",
                "quality_indicator: q/2\nanswers: {1: {text: So.}}\n",
            ),
        ],
        &[
            "error duplicate-id content/reports/2017-18/evaluations/q-1.1.yaml:1:1 another evaluation here has the id `q-1-1` | rename one of the files: a dot in the name counts as a hyphen",
        ],
    ),
    (
        Code::DuplicateId,
        &[
            ("content/frameworks/p/framework.md", "---\ntitle: P\n---\n"),
            ("content/frameworks/p/a.yaml", "title: A\n"),
            ("content/guidance/g/guidance.md", "---\ntitle: G\n---\n"),
            (
                "content/guidance/g/responsibilities.yaml",
                "- body: Us\n  duties: [{id: assess, text: Assess.}]\n",
            ),
            (
                "content/reports/2017-18/learners/objective.md",
                "---\ntitle: Learners\nserves: [p/a, p/a]\n---\nWhy.\n",
            ),
            (
                "content/reports/2017-18/learners/actions.yaml",
                "- {id: a, title: A, measures: [m, m], fulfils: [g/assess, g/assess]}\n",
            ),
            (
                "content/reports/2017-18/learners/measures.yaml",
                "how-much:\n- {id: m, title: M, unit: number, polarity: none}\n",
            ),
        ],
        &[
            "error duplicate-id content/reports/2017-18/learners/actions.yaml:1:35 `m` is named here twice | take the one or the other out",
            "error duplicate-id content/reports/2017-18/learners/actions.yaml:1:59 `g/assess` is named here twice | take the one or the other out",
            "error duplicate-id content/reports/2017-18/learners/objective.md:3:15 `p/a` is named here twice | take the one or the other out",
        ],
    ),
    (
        Code::ParagraphsDiffer,
        &[
            (
                "content/site.yaml",
                "organisation: {all: Example Council}\ntitle: {all: Our objectives}\nlanguages: [en, cy]\n",
            ),
            (
                "content/guidance/g/guidance.md",
                "---\ntitle: {all: G}\n---\n",
            ),
            (
                "content/guidance/g/one.md",
                "---\ntitle: {all: One}\n---\n5.1 One.\n\n5.2 Two.\n\n5.3 Three.\n",
            ),
            (
                "content/guidance/g/one.cy.md",
                "5.1 Un.\n\n5.4 Tri.\n\n5.1 Dau.\n",
            ),
            (
                "content/reports/2017-18/report.md",
                "---\ntitle: {all: R}\nperiod: 2017-18\nstage: annual\nstatus: published\naccept: [{code: translation-missing, reason: not here}]\n---\n",
            ),
        ],
        &[
            "error paragraphs-differ content/guidance/g/one.cy.md:1:1 the paragraphs `5.2`, `5.3` are missing in `cy` | begin the same paragraphs with the same numbers: links lead to them in every language",
            "error paragraphs-differ content/guidance/g/one.cy.md:3:1 only `cy` has a paragraph `5.4` | give it the number that it has in the first language",
            "error paragraphs-differ content/guidance/g/one.cy.md:5:1 another paragraph in `cy` has the number `5.1` | give it the number that it has in the first language",
            "note translation-missing content/reports/2017-18/learners/done-well.md:1:1 this text is not there in `cy` (accepted: not here)",
            "note translation-missing content/reports/2017-18/learners/objective.md:1:1 none of the 2 texts of this file is there in `cy` (accepted: not here)",
        ],
    ),
    // Evidence and what corrections are about lead where any link does.
    (
        Code::UnknownReference,
        &[
            ("content/frameworks/q/framework.md", "---\ntitle: Q\n---\n"),
            (
                "content/frameworks/q/1.yaml",
                "title: One\nquestions: [How well?]\n",
            ),
            (
                "content/reports/2017-18/report.md",
                "---\ntitle: R\nperiod: 2017-18\nstage: annual\nstatus: published\ncorrections:\n- {date: 2018-05-04, about: \"learners/objective.md#nor\", reason: A slip.}\n---\n",
            ),
            (
                "content/reports/2017-18/learners/evaluations/one.yaml",
                "quality_indicator: q/1\nanswers: {1: {text: So., evidence: [\"#nope\", \"../objective.md#neither\"]}}\n",
            ),
        ],
        &[
            "error unknown-reference content/reports/2017-18/learners/evaluations/one.yaml:2:37 the page has no heading with the anchor `#nope` | expected one of `#contents`, `#why`, `#done-well`, `#evaluations`, `#evaluation-one`, `#as_evidence`, `#corrections`, `#data`, `#problem`",
            "error unknown-reference content/reports/2017-18/learners/evaluations/one.yaml:2:46 the page has no heading with the anchor `#neither` | expected one of `#contents`, `#why`, `#done-well`, `#evaluations`, `#evaluation-one`, `#as_evidence`, `#corrections`, `#data`, `#problem`",
            "error unknown-reference content/reports/2017-18/report.md:7:29 the page has no heading with the anchor `#nor` | expected one of `#contents`, `#why`, `#done-well`, `#evaluations`, `#evaluation-one`, `#as_evidence`, `#corrections`, `#data`, `#problem`",
        ],
    ),
    // The row of a report whose comment gives another figure for the year before than its table.
    (
        Code::PercentageUnlinked,
        &[(
            "content/reports/2017-18/learners/measures.yaml",
            "how-well:\n- id: neet\n  title: NEET\n  unit: percent\n  actual: 1.90\n  target: 1.30\n  intervention: 2.00\n  previous: 2.60\n  \
             comment: An increase on 2016/17 from 2.10, or from 2.60%.\n- {id: growth, title: Growth, unit: percent, polarity: higher, actual: -2.50, target: 1, intervention: -5, accept: [{code: percent-outside-100, reason: Growth.}], comment: \"Growth was -2.50%: it fell by 2.50%.\"}\n",
        )],
        &[
            "note percentage-unlinked content/reports/2017-18/learners/measures.yaml:9:40 the percentage `2.10` is no linked figure | this measure has no such figure: look again, or link to the one that is meant",
            "note percentage-unlinked content/reports/2017-18/learners/measures.yaml:9:54 the percentage `2.60` is no linked figure | if it is that measure's figure, write `[2.60](measure:neet.previous)`",
            "note percent-outside-100 content/reports/2017-18/learners/measures.yaml:10:72 `-2.50` is not between 0 and 100 per cent (accepted: Growth.)",
            "note percent-outside-100 content/reports/2017-18/learners/measures.yaml:10:104 `-5` is not between 0 and 100 per cent (accepted: Growth.)",
            "note percentage-unlinked content/reports/2017-18/learners/measures.yaml:10:185 the percentage `-2.50` is no linked figure | if it is that measure's figure, write `[-2.50](measure:growth.actual)`",
            "note percentage-unlinked content/reports/2017-18/learners/measures.yaml:10:204 the percentage `2.50` is no linked figure | if it is that measure's figure, write `[2.50](measure:growth.actual)`",
        ],
    ),
    (
        Code::FigureContradicted,
        &[
            (
                "content/reports/2017-18/learners/measures.yaml",
                "how-well:\n- {id: neet, title: NEET, unit: percent, actual: 1.90, target: 1.30, intervention: 2.00, previous: 2.60, comment: \"From [2.10](measure:neet.previous).\"}\n",
            ),
            (
                "content/reports/2017-18/learners/next-steps.md",
                "From [](measure:neet.previous), that is 2.60%, to **1.90** per cent, which [1.90%](measure:neet.actual) is.\n",
            ),
        ],
        &[
            "error figure-contradicted content/reports/2017-18/learners/measures.yaml:2:121 the text says `2.10`, but `measure:neet.previous` is `2.60%` | write `[2.60%]`, or `[]` to have it filled in",
        ],
    ),
    (Code::ServesNothing, GAPS, THREAD),
    (Code::GoalUnserved, GAPS, THREAD),
    (
        Code::GoalUnserved,
        &[
            (
                "content/reports/2016-17/report.md",
                "---\ntitle: Before\nperiod: 2016-17\nstage: annual\nstatus: published\n---\n",
            ),
            (
                "content/reports/2016-17/learners/objective.md",
                "---\ntitle: Learners\nserves: [wfg/healthier]\n---\nWhy.\n",
            ),
            (
                "content/reports/2017-18/learners/objective.md",
                "---\ntitle: Learners\nserves: [wfg/resilient]\n---\nWhy.\n",
            ),
        ],
        &[
            "warning empty-objective content/reports/2016-17/learners/objective.md:1:1 `learners` has no actions, no measures and no sections | add `actions.yaml`, `measures.yaml` or a section such as `done-well.md` to its folder",
            "note goal-unserved content/reports/2017-18/learners/objective.md:3:10 no objective of `2017-18` serves 6 of the 7 goals of `wfg`: `prosperous`, `healthier`, `more-equal`, `cohesive-communities`, `vibrant-culture`, `globally-responsible`",
        ],
    ),
    (Code::ActionWithoutMeasure, GAPS, THREAD),
    (Code::MeasureWithoutAction, GAPS, THREAD),
    (Code::DutyUnanswered, GAPS, THREAD),
    (Code::QuestionUnanswered, GAPS, THREAD),
];

/// A site with every gap there can be in one edition.
const GAPS: &[(&str, &str)] = &[
    (
        "content/reports/2017-18/learners/objective.md",
        "---\ntitle: Learners\nserves: [plan/skills]\n---\nWhy.\n",
    ),
    (
        "content/reports/2017-18/homes/objective.md",
        "---\ntitle: Homes\n---\nWhy.\n",
    ),
    (
        "content/reports/2017-18/homes/actions.yaml",
        "- {id: build, title: Build}\n- {id: mend, title: Mend, measures: [b]}\n",
    ),
    (
        "content/reports/2017-18/homes/measures.yaml",
        "how-much:\n- {id: b, title: B, unit: number, polarity: none}\n- {id: c, title: C, unit: number, polarity: none}\n",
    ),
    (
        "content/frameworks/plan/framework.md",
        "---\ntitle: Plan\n---\n",
    ),
    ("content/frameworks/plan/skills.yaml", "title: Skills\n"),
    ("content/frameworks/plan/health.yaml", "title: Health\n"),
    (
        "content/frameworks/q/framework.md",
        "---\ntitle: Quality\n---\n",
    ),
    (
        "content/frameworks/q/1.yaml",
        "title: One\nquestions: [How well?, Why?]\n",
    ),
    (
        "content/guidance/g/guidance.md",
        "---\ntitle: Guidance\n---\n",
    ),
    (
        "content/guidance/g/responsibilities.yaml",
        "- body: Us\n  duties: [{id: assess, text: Assess.}]\n",
    ),
];

/// What is said of it.
const THREAD: &[&str] = &[
    "note goal-unserved content/frameworks/plan/framework.md:1:1 no objective of `2017-18` serves 1 of the 2 goals of `plan`: `health`",
    "note question-unanswered content/frameworks/q/1.yaml:1:1 questions 1, 2 of `1` have no answer in any evaluation",
    "note duty-unanswered content/guidance/g/responsibilities.yaml:1:3 no action fulfils the duty of this body: `assess`",
    "note action-without-measure content/reports/2017-18/homes/actions.yaml:1:8 the action `build` names no measure",
    "note measure-without-action content/reports/2017-18/homes/measures.yaml:3:8 no action names the measure `c`",
    "note serves-nothing content/reports/2017-18/homes/objective.md:1:1 the objective `homes` serves no goal and no indicator",
];
