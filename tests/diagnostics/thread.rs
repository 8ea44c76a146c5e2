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
                "quality_indicator: q/2\n",
            ),
            (
                "content/reports/2017-18/learners/evaluations/three.yaml",
                "quality_indicator: q/3\n",
            ),
        ],
        &[
            "error unknown-reference content/reports/2017-18/evaluations/one.yaml:2:10 the indicator has no theme `thrivin` | did you mean `thriving`?",
            "error unknown-reference content/reports/2017-18/evaluations/one.yaml:3:11 the indicator has no question `2` | its questions have the numbers 1 to 1",
            "error unknown-reference content/reports/2017-18/evaluations/one.yaml:3:53 no measure is called `nothing` | nothing of that kind is there yet: add it, or take the reference out",
            "error unknown-reference content/reports/2017-18/evaluations/two.yaml:1:20 `q/2` is a goal, not a quality indicator | it has no themes or questions to evaluate against; objectives name goals under `serves`",
            "error unknown-reference content/reports/2017-18/learners/evaluations/three.yaml:1:20 `q/3` is not a goal or indicator of any framework | did you mean `q/1`?",
        ],
    ),
    (Code::ServesNothing, GAPS, THREAD),
    (Code::GoalUnserved, GAPS, THREAD),
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
    "note duty-unanswered content/guidance/g/responsibilities.yaml:1:3 no action fulfils 1 of the 1 duties of this body: `assess`",
    "note action-without-measure content/reports/2017-18/homes/actions.yaml:1:8 the action `build` names no measure",
    "note measure-without-action content/reports/2017-18/homes/measures.yaml:3:8 no action names the measure `c`",
    "note serves-nothing content/reports/2017-18/homes/objective.md:1:1 the objective `homes` serves no goal and no indicator",
];
