//! The files of a site that is edited again and again, with what may stand in them.

const REPORT: &str = "content/reports/2017-18/report.md";
const EARLIER: &str = "content/reports/2016-17/report.md";
/// The measures that one edit is watched on.
pub const MEASURES: &str = "content/reports/2017-18/learners/measures.yaml";

/// Every file that is edited, with what may stand in it.
pub const FILES: &[(&str, &[&str])] = &[
    (
        "content/site.yaml",
        &[
            "organisation: A council\ntitle: Objectives\nlanguages: [en]\n",
            "# A line more\norganisation: A council\ntitle: Our aims\nlanguages: [en, cy]\nrag: {show: both}\n",
            "organisation: A council\ntitle: Objectives\nlanguages: [en]\nbrand: {accent: \"#00703c\"}\nrag: {show: none}\n",
            "organisation: A council\ntitle: Objectives\nlanguages: [en]\nmeasure_groups: {local: {title: Local}}\nbase_url: https://example.org/\n",
            "organisation: A council\nlanguages: [en\n",
            "organisation: A council\ntitel: Objectives\nlanguages: [en]\n",
        ],
    ),
    (
        "content/about.md",
        &[
            "---\ntitle: About\n---\n\nText.\n",
            "---\ntitle: All about us\norder: 1\n---\n\nSee [it](measure:m1) and [5.10](measure:m1.actual).\n",
            "---\ntitle: About\naliases: [old/about]\n---\n\n![A chart](chart:m1) <b onclick=\"x\">bold</b>\n",
            "# Headed\n\nA [link](measure:nothing) and [another](reports/2017-18/learners/improve.md).\n",
            "---\ntitle: About\n",
        ],
    ),
    (
        "content/About.md",
        &[
            "# Twice\n",
            "---\ntitle: Twice\n---\n\nThe same address where case does not count.\n",
        ],
    ),
    (
        REPORT,
        &[
            "---\ntitle: Annual report\nperiod: 2017-18\nstage: annual\nstatus: published\n---\n\nThe year.\n",
            "---\ntitle: Draft report\nperiod: 2017-18\nstage: annual\nstatus: draft\n---\n\nThe year.\n",
            "---\ntitle: Annual report\nperiod: 2018-19\nstage: annual\nstatus: published\nupdated: 2019-05-01\n---\n",
            "---\ntitle: Annual report\nperiod: 2017\nstage: anual\n---\n",
        ],
    ),
    (
        "content/reports/2017-18/learners/objective.md",
        &[
            "---\ntitle: Learners\n---\n\nWhy.\n",
            "---\ntitle: Learning\njudgement: partly-successful\nserves: [wfg/more-equal]\nslug: {cy: dysgwyr}\n---\n",
            "---\ntitle: Learners\nserves: [wfg/nothing]\naccept: [{code: red-unexplained, reason: known}]\n---\n",
        ],
    ),
    (
        MEASURES,
        &[
            "how-much:\n  - id: m1\n    title: A measure\n    unit: number\n    polarity: higher\n    actual: 5.10\n    target: 6\n    intervention: 4\n",
            "how-much:\n  - id: m1\n    title: A measure\n    unit: number\n    actual: 3.25\n    target: 6\n    intervention: 4\n",
            "how-well:\n  - id: m1\n    title: One\n    unit: percent\n    actual: 50\n  - id: m2\n    title: Two\n    unit: percent\n    actual: 150\n    break: {from: 2017-18, reason: new}\nlocal:\n  - id: m3\n    title: Three\n    unit: yes-no\n    actual: yes\n",
            "how-much:\n  - id: m1\n    title: A\n    unit: number\n  - id: M1\n    title: B\n    unit: number\n    traget: 5\n",
            "how-much: [\n",
            "",
        ],
    ),
    (
        "content/reports/2017-18/learners/measures.csv",
        &["group,id,title,unit,actual\nhow-much,c1,From a table,number,7\n"],
    ),
    (
        "content/reports/2017-18/learners/actions.yaml",
        &[
            "- id: a1\n  title: An action\n  measures: [m1]\n  complete: 50\n",
            "- id: a1\n  title: An action\n  status: completed\n  complete: 50\n  due: 2017-05-01\n  measures: [m2]\n",
            "- title: Nameless\n  attachments: [{file: plan.pdf, title: The plan}]\n",
        ],
    ),
    (
        "content/reports/2017-18/learners/done-well.md",
        &[
            "Well done.\n",
            "[3.25](measure:m1.actual) and [4](measure:m1.actual@2016-17).\n",
        ],
    ),
    (
        "content/reports/2017-18/learners/improve.cy.md",
        &["Gwell.\n"],
    ),
    (
        "content/reports/2017-18/learners/plan.pdf",
        &["not a picture", "something longer"],
    ),
    (
        EARLIER,
        &[
            "---\ntitle: Earlier\nperiod: 2016-17\nstage: annual\nstatus: published\n---\n",
            "---\ntitle: Earlier\nperiod: 2016-17\nstage: annual\nstatus: superseded\npublished: 2017-06-01\n---\n",
        ],
    ),
    (
        "content/reports/2016-17/learners/objective.md",
        &["---\ntitle: Learners then\n---\n"],
    ),
    (
        "content/reports/2016-17/learners/measures.yaml",
        &[
            "how-much:\n  - id: m1\n    title: A measure\n    unit: number\n    polarity: higher\n    actual: 4\n",
            "how-much:\n  - id: m1\n    title: A measure\n    unit: number\n    actual: 4.5\n    history: {2015-16: 2, 2014-15: 1}\n",
        ],
    ),
    (
        "themes/default/templates/page.html",
        &[
            "{% extends \"theme/page.html\" %}{% block main %}<p>Our own</p>{% endblock main %}\n",
            "{% extends \"theme/page.html\" %}{% block main %}{{ nothing.here }}{% endblock main %}\n",
            "{% extends \"theme/page.html\" %}{% block main %}\n",
        ],
    ),
    (
        "themes/default/strings/en.ftl",
        &["address-measures = figures\n", "address-measures = \n  {\n"],
    ),
    (
        "themes/default/static/site.css",
        &["body { color: red }\n", "a { background: url(none.png) }\n"],
    ),
    (
        "content/frameworks/hg/framework.md",
        &[
            "---\ntitle: How good\nscale: six-point\n---\n",
            "---\ntitle: How very good\naliases: [old/good]\n---\n\nText.\n",
        ],
    ),
    (
        "content/frameworks/hg/2.3.yaml",
        &[
            "code: \"2.3\"\ntitle: Chances\nthemes: [{id: a, title: A}]\nquestions: [{id: who, text: Who?}, Why?]\n",
            "code: \"2.3\"\ntitle: Chances\nquestions: [Why?]\n",
            "code: \"2.4\"\ntitle: Other chances\n",
            "code: [\n",
        ],
    ),
    (
        "content/guidance/g/guidance.md",
        &[
            "---\ntitle: Guidance\n---\n\nSee [it](paragraph:g/1.1) and [a goal](goal:wfg/resilient).\n",
            "---\ntitle: Guidance\nslug: {cy: canllaw}\n---\n",
        ],
    ),
    (
        "content/guidance/g/one.md",
        &[
            "---\ntitle: One\n---\n\n1.1 First.\n",
            "---\ntitle: One\norder: 2\n---\n\n1.2 Second.\n",
        ],
    ),
    (
        "content/guidance/g/responsibilities.yaml",
        &[
            "- body: Us\n  paragraph: \"1.1\"\n  duties: [{id: d, text: Do.}]\n",
            "- body: Them\n  duties: [{id: d, text: Do so.}, {id: e, text: More.}]\n",
        ],
    ),
    (
        "content/reports/2017-18/learners/evaluations/hg.yaml",
        &[
            "quality_indicator: hg/2.3\nlevel: 4\nanswers: {2: {text: So., evidence: [\"measure:m1\", \"duty:g/d\"]}}\n",
            "quality_indicator: hg/2.3\nthemes: {a: Well.}\nanswers: {who: We.}\n",
            "quality_indicator: hg/2.4\n",
        ],
    ),
    ("content/.about.md.swp", &["an editor's"]),
    (
        "content/links.md",
        &[
            "---\ntitle: Links\n---\n\n## Here\n\n[Here](#here), [there](reports/2017-18/learners/objective.md#measures).\n",
            "---\ntitle: Links\n---\n\n## There\n\n[Here](#here) and [a goal](goal:ours/1.1) of [it](measure:m1).\n",
            "---\ntitle: Links\nslug: {cy: dolenni}\naccept: [{code: alternative-missing, reason: known}]\n---\n\n![](chart:b1) ![](chart:m1)\n",
        ],
    ),
    (
        "content/frameworks/ours/framework.md",
        &[
            "---\ntitle: Ours\n---\n\nWords.\n",
            "---\ntitle: Our own\nscale: six-point\nslug: {cy: ein}\n---\n\nOther words <i onclick=x>here</i>.\n",
            "---\ntitel: Ours\n---\n",
        ],
    ),
    (
        "content/frameworks/ours/1.1.yaml",
        &[
            "code: \"1.1\"\ntitle: A quality\nquestions: [Do we?, Do they?]\n",
            "code: \"1.2\"\ntitle: A quality\nquestions: [Do we?]\n",
            "code: \"1.1\"\ntitle: The quality\nquestions: [Do they?]\nthemes:\n  - {id: first, title: The first, illustration: Good work.}\n",
        ],
    ),
    (
        "content/guidance/plan/guidance.md",
        &[
            "---\ntitle: The plan\n---\n\nWords.\n",
            "---\ntitle: A plan\norder: 2\n---\n",
        ],
    ),
    (
        "content/guidance/plan/first.md",
        &[
            "---\ntitle: First\n---\n\n5.1 A paragraph.\n",
            "---\ntitle: First of all\n---\n\n5.2 See [it](paragraph:plan/5.1).\n",
        ],
    ),
    (
        "content/guidance/plan/responsibilities.yaml",
        &[
            "- body: The council\n  duties:\n    - {id: one, text: Do one thing.}\n    - {id: two, text: Do another.}\n",
            "- body: The council\n  duties:\n    - {id: one, text: Do one thing.}\n",
        ],
    ),
    (
        "content/reports/2017-18/b/objective.md",
        &[
            "---\ntitle: Beside\nserves: [ours/1.1]\n---\n\nWhy.\n",
            "---\ntitle: Besides\nserves: [ours/1.2, wfg/more-equal]\norder: 1\n---\n\nWhy not.\n",
        ],
    ),
    (
        "content/reports/2017-18/b/measures.yaml",
        &[
            "how-much:\n  - id: b1\n    title: B\n    unit: number\n    polarity: higher\n    actual: 7\n    target: 6\n    replaces: [old]\n",
            "how-much:\n  - id: b1\n    title: B\n    unit: number\n    actual: 8\n    target: 6\n    replaces: [old]\n    previous: 5\n    restated: Counted anew.\n    slug: {cy: be}\n",
            "how-much:\n  - id: b1\n    title: B\n    unit: number\n    actual: 7\n    target: 6\n    slug: {cy: arall}\n",
            "how-well:\n  - id: m1\n    title: The same again\n    unit: number\n",
        ],
    ),
    (
        "content/reports/2017-18/b/actions.yaml",
        &[
            "- id: a1\n  title: An action\n  measures: [b1]\n  fulfils: [plan/one]\n  complete: 10\n",
            "- id: a1\n  title: An action\n  measures: [b1, m1]\n  fulfils: [plan/two]\n",
            "- id: a2\n  title: Another\n  measures: [old]\n  aliases: [old/about]\n",
        ],
    ),
    (
        "content/reports/2017-18/b/evaluations/ours-1.1.yaml",
        &[
            "quality_indicator: ours/1.1\nanswers:\n  1: {text: We do., evidence: [\"measure:b1.actual\", \"action:a1\"]}\n",
            "quality_indicator: ours/1.1\nstrengths: Many.\nanswers:\n  2: {text: They do., evidence: [\"measure:m1\"]}\n",
        ],
    ),
    (
        "content/reports/2016-17/b/objective.md",
        &["---\ntitle: Beside then\n---\n"],
    ),
    (
        "content/reports/2016-17/b/measures.yaml",
        &[
            "how-much:\n  - id: old\n    title: Old\n    unit: number\n    polarity: higher\n    actual: 4\n",
            "how-much:\n  - id: old\n    title: Old\n    unit: number\n    actual: 4.25\n  - id: other\n    title: Other\n    unit: percent\n    actual: 4\n    history: {2015-16: 2}\n",
            "how-much:\n  - id: b1\n    title: B then\n    unit: number\n    actual: 5\n",
        ],
    ),
    (
        "content/reports/2016-17/sealed.yaml",
        &[
            "\"measure:old.actual\": \"4\"\n\"page:2016-17/index.html\": \"en\"\n",
            "\"measure:old.actual\": \"4.25\"\n\"page:old/about/index.html\": \"en\"\n",
        ],
    ),
    (
        "content/translations.yaml",
        &[
            "about.md#title: {cy: a3ff51e229e4}\n",
            "reports/2017-18/learners/improve.md: {cy: 0bcab74d62fc}\n",
        ],
    ),
];

/// Edits of figures and words alone, each of which leaves a whole site: what follows from names is
/// kept through all of them.
pub const QUIET: [(&str, &str, &str); 10] = [
    (
        "content/reports/2017-18/b/measures.yaml",
        "actual: 7",
        "actual: 9",
    ),
    (
        "content/reports/2017-18/learners/measures.yaml",
        "5.10",
        "4.75",
    ),
    (
        "content/reports/2016-17/learners/measures.yaml",
        "actual: 4",
        "actual: 3",
    ),
    (
        "content/reports/2016-17/b/objective.md",
        "Beside then",
        "Beside it then",
    ),
    (
        "content/reports/2017-18/b/actions.yaml",
        "complete: 10",
        "complete: 60",
    ),
    (
        "content/reports/2017-18/b/actions.yaml",
        "complete: 60",
        "complete: 60\n  status: cancelled",
    ),
    (
        "content/frameworks/ours/framework.md",
        "Words.",
        "Other words.",
    ),
    (
        "content/reports/2017-18/learners/objective.md",
        "Why.",
        "Why and [when](#measures).",
    ),
    (
        "content/reports/2017-18/report.md",
        "The year.",
        "The whole year.",
    ),
    (
        "content/reports/2017-18/b/measures.yaml",
        "title: B",
        "title: Be",
    ),
];
