//! What is said of translations that are missing or stale.

use goldenthread::text::Code;

use crate::cases::{ACTIONS, Case, PAGE, SITE};

/// Settings of a site in two languages, with nothing left to translate.
const TWO_LANGUAGES: &str =
    "organisation: {all: Example Council}\ntitle: {all: Tŷ}\nlanguages: [en, cy]\n";

pub const CASES: &[Case] = &[
    (
        Code::TranslationMissing,
        &[
            (SITE, TWO_LANGUAGES),
            (PAGE, "---\ntitle: {all: Tŷ}\nsummary: A page.\n---\nOne.\n"),
            ("content/about.cy.md", "Un.\n"),
            (
                "content/reports/2017-18/report.md",
                "---\ntitle: {all: 2017-18}\nperiod: 2017-18\nstage: annual\nstatus: draft\n---\n",
            ),
            (
                ACTIONS,
                "- {id: a, title: {en: Read, cy: Darllen}, comment: We read.}\n\
                 - {id: b, title: {cy: Ysgrifennu}}\n",
            ),
            (
                "content/reports/2017-18/learners/measures.csv",
                "group,id,title,title.cy,unit,polarity,actual,comment\nhow-much,m,Books,Llyfrau,number,none,1,Read\n",
            ),
        ],
        &[
            "error translation-missing content/about.md:3:10 `summary` is not there in `cy` | give it in the front matter of `about.cy.md`, under `summary`",
            "warning translation-missing content/reports/2017-18/learners/actions.yaml:1:52 `a.comment` is not there in `cy` | write each language's: `comment: {en: …, cy: …}`, or `{all: …}` for what is the same in each",
            "warning translation-missing content/reports/2017-18/learners/actions.yaml:2:23 `b.title` is not there in `en` | write each language's: `title: {en: …, cy: …}`, or `{all: …}` for what is the same in each",
            "warning translation-missing content/reports/2017-18/learners/done-well.md:1:1 this text is not there in `cy` | write it in `done-well.cy.md`",
            "warning translation-missing content/reports/2017-18/learners/measures.csv:2:40 `m.comment` is not there in `cy` | give it in a column `comment.cy`",
            "warning translation-missing content/reports/2017-18/learners/objective.md:1:1 none of the 2 texts of this file is there in `cy` | write `objective.cy.md` beside it",
        ],
    ),
    (
        Code::TranslationStale,
        &[
            (SITE, TWO_LANGUAGES),
            (PAGE, "---\ntitle: {en: About us, cy: Amdanom}\n---\nTwo.\n"),
            ("content/about.cy.md", "\nUn.\n"),
            (
                "content/reports/2017-18/report.md",
                "---\ntitle: {all: 2017-18}\nperiod: 2017-18\nstage: annual\nstatus: published\naccept: [{code: translation-missing, reason: no time}]\n---\n",
            ),
            // The title was checked against what it is now; the text of the page was not.
            (
                "content/translations.yaml",
                "about.md: {cy: 000000000000}\nabout.md#title: {cy: 859ed9f2ca14}\ngone.md: {cy: 000000000000}\n",
            ),
        ],
        &[
            "error translation-stale content/about.cy.md:2:1 this text in `cy` was last checked against another text than `en` has now | bring it up to date, then say so: `goldenthread translations review about.md#text`",
            "note translation-missing content/reports/2017-18/learners/done-well.md:1:1 this text is not there in `cy` (accepted: no time)",
            "note translation-missing content/reports/2017-18/learners/objective.md:1:1 none of the 2 texts of this file is there in `cy` (accepted: no time)",
        ],
    ),
    (
        Code::TranslationHeadings,
        &[
            (SITE, TWO_LANGUAGES),
            (
                PAGE,
                "---\ntitle: {all: T\u{177}}\n---\nText.\n\n## One\n\n### Two\n\n## Three\n\n## Four\n\n### Five\n\n### Six\n",
            ),
            // One that should stand below another, and one that is missing.
            (
                "content/about.cy.md",
                "\n# Un\n\n# Dau\n\n# Tri\n\n# Pedwar\n\n## Pump\n\n## Chwech\n\n# Saith\n",
            ),
            (
                "content/where.md",
                "---\ntitle: {all: T\u{177}}\n---\n## One\n\n## Two\n\n## Three\n",
            ),
            ("content/where.cy.md", "## Un\n\n## Tri\n"),
            (
                "content/who.md",
                "---\ntitle: {all: T\u{177}}\n---\n## One\n\n### Two\n\n### Three\n",
            ),
            ("content/who.cy.md", "Neb.\n"),
            (
                "content/reports/2017-18/report.md",
                "---\ntitle: {all: 2017-18}\nperiod: 2017-18\nstage: annual\nstatus: draft\naccept: [{code: translation-missing, reason: no time}]\n---\n",
            ),
        ],
        &[
            "warning translation-headings content/about.cy.md:4:1 this heading is at level 1 of its text in `cy`, and at level 2 in `en` | give both the same number of `#`, one below the other",
            "warning translation-headings content/about.cy.md:14:1 this heading is not there in `en` | write the same headings in `cy` as in `en`, in the same order: where they differ, links to them lead to other places in one language than in the other",
            "note translation-missing content/reports/2017-18/learners/done-well.md:1:1 this text is not there in `cy` (accepted: no time)",
            "note translation-missing content/reports/2017-18/learners/objective.md:1:1 none of the 2 texts of this file is there in `cy` (accepted: no time)",
            "warning translation-headings content/where.cy.md:1:1 from here on `cy` has 2 headings, where `en` has 3: which of them is which cannot be told | write the same headings in `cy` as in `en`, in the same order: where they differ, links to them lead to other places in one language than in the other",
            "warning translation-headings content/who.md:4:1 this heading and the 2 after it are not there in `cy` | write the same headings in `cy` as in `en`, in the same order: where they differ, links to them lead to other places in one language than in the other",
        ],
    ),
];
