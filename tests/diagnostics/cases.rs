//! What is done to a site that is fine, and what is said of it then.

use goldenthread::text::Code;

pub const SITE: &str = "content/site.yaml";
const OBJECTIVE: &str = "content/reports/2017-18/learners/objective.md";
pub const ACTIONS: &str = "content/reports/2017-18/learners/actions.yaml";
pub const MEASURES: &str = "content/reports/2017-18/learners/measures.yaml";
pub const PAGE: &str = "content/about.md";

/// A code, the files that differ from the site without a fault, and what is said.
pub type Case = (
    Code,
    &'static [(&'static str, &'static str)],
    &'static [&'static str],
);

pub const CASES: &[Case] = &[
    // Reading files.
    (
        Code::MissingFile,
        &[("content/reports/2018-19/images/map.png", "")],
        &[
            "error missing-file content/reports/2018-19/report.md:1:1 there is no `report.md` in this folder | every report has one: it gives the title and what else is said of the report",
        ],
    ),
    (
        Code::UnusedFile,
        &[("content/reports/2017-18/learners/mesures.yaml", "")],
        &[
            "warning unused-file content/reports/2017-18/learners/mesures.yaml:1:1 nothing reads this file | rename it to `measures.yaml` to have it read",
        ],
    ),
    // Syntax.
    (
        Code::YamlSyntax,
        &[(ACTIONS, "- id: a\n  title: Reading: again\n")],
        &[
            "error yaml-syntax content/reports/2017-18/learners/actions.yaml:2:17 the value of `title` holds a colon and a space | put the value in quotes: `title: \"Reading: again\"`",
        ],
    ),
    (
        Code::DuplicateKey,
        &[(ACTIONS, "- id: a\n  title: Reading\n  title: Writing\n")],
        &[
            "error duplicate-key content/reports/2017-18/learners/actions.yaml:3:3 the key `title` stands twice | take one of the two out, or give it its right name",
        ],
    ),
    (
        Code::YamlAlias,
        &[(ACTIONS, "- id: a\n  title: &reading Reading\n")],
        &[
            "error yaml-alias content/reports/2017-18/learners/actions.yaml:2:10 the anchor `&reading` is not read | write the value out; put a text that begins with `&` in quotes",
        ],
    ),
    (
        Code::FrontMatter,
        &[(PAGE, "---\ntitle: About\n\nText.\n")],
        &[
            "error front-matter content/about.md:1:1 the front matter that begins here has no closing `---` | put a line `---` behind its last key",
        ],
    ),
    (
        Code::CsvSyntax,
        &[(
            "content/reports/2017-18/learners/measures.csv",
            "group,id,title,unit,actual\nhow-much,a,A,number,1,2\n",
        )],
        &[
            "error csv-syntax content/reports/2017-18/learners/measures.csv:2:23 the row has 6 cells, the header 5 | put a text that holds a comma in double quotes; leave a cell without a value blank",
        ],
    ),
    // Fields.
    (
        Code::UnknownField,
        &[(
            SITE,
            "organisation: Example Council\ntitle: Tŷ\nlanguages: [en]\nthem: default\n",
        )],
        &[
            "error unknown-field content/site.yaml:4:1 `them` is not a key of site.yaml | did you mean `theme`?",
        ],
    ),
    (
        Code::UnknownField,
        &[(
            PAGE,
            "---\ntitle: Tŷ\nsummary: {en: Tŷ Ŵyn, ang: Tŷ}\nordr: 1\n---\n# Tŷ\n",
        )],
        &[
            "error unknown-language content/about.md:3:23 `ang` is not one of the site's languages | expected one of `en`, `all`",
            "error unknown-field content/about.md:4:1 `ordr` is not a key of a page | did you mean `order`?",
        ],
    ),
    (
        Code::MissingField,
        &[(ACTIONS, "- id: a\n  comment: Well under way.\n")],
        &[
            "error missing-field content/reports/2017-18/learners/actions.yaml:1:3 `title` is missing from an action | add a line `title: …`",
        ],
    ),
    (
        Code::WrongType,
        &[(ACTIONS, "- id: a\n  title: [Reading]\n")],
        &[
            "error wrong-type content/reports/2017-18/learners/actions.yaml:2:10 expected text or a map by language for `title`, found a list | write one value behind the colon, without hyphens or brackets",
        ],
    ),
    (
        Code::UnknownValue,
        &[(ACTIONS, "- {id: a, title: Tŷ, status: complete}\n")],
        &[
            "error unknown-value content/reports/2017-18/learners/actions.yaml:1:30 `complete` is not a value of `status` | did you mean `completed`?",
        ],
    ),
    (
        Code::OutOfRange,
        &[(ACTIONS, "- id: a\n  title: Reading\n  complete: 101\n")],
        &[
            "error out-of-range content/reports/2017-18/learners/actions.yaml:3:13 `complete` is `101`, which is out of range | it takes a whole number from 0 to 100",
        ],
    ),
    (
        Code::BadDate,
        &[(ACTIONS, "- id: a\n  title: Reading\n  due: 31/03/2018\n")],
        &[
            "error bad-date content/reports/2017-18/learners/actions.yaml:3:8 `31/03/2018` is not a date | write it as `2018-03-31`",
        ],
    ),
    (
        Code::BadPeriod,
        &[(
            MEASURES,
            "how-much:\n  - {id: a, title: A, unit: number, polarity: none, covers: 2017-19-Q1}\n",
        )],
        &[
            "error bad-period content/reports/2017-18/learners/measures.yaml:2:61 `2017-19-Q1` is not a period | only a single year has quarters, halves and months",
        ],
    ),
    (
        Code::BadFigure,
        &[(
            MEASURES,
            "how-much:\n  - {id: a, title: A, unit: number, polarity: none, actual: about 3}\n",
        )],
        &[
            "error bad-figure content/reports/2017-18/learners/measures.yaml:2:61 `about 3` is not a figure | write a decimal such as `90.10`, leave it blank where none was supplied, or put a symbol in its place: `\"[x]\"` not available, `\"[z]\"` not applicable, `\"[c]\"` confidential",
        ],
    ),
    (
        Code::BadId,
        &[(ACTIONS, "- id: a.b\n  title: Reading\n")],
        &[
            "error bad-id content/reports/2017-18/learners/actions.yaml:1:7 `a.b` is not an id | ids hold letters, digits and hyphens: `a-b`, say",
        ],
    ),
    (
        Code::UnknownLanguage,
        &[(ACTIONS, "- id: a\n  title: {en: Reading, fr: Lecture}\n")],
        &[
            "error unknown-language content/reports/2017-18/learners/actions.yaml:2:24 `fr` is not one of the site's languages | expected one of `en`, `all`",
        ],
    ),
    (
        Code::DuplicateId,
        &[(ACTIONS, "- {id: a, title: One}\n- {id: a, title: Two}\n")],
        &[
            "error duplicate-id content/reports/2017-18/learners/actions.yaml:2:8 another action of this objective has the id `a` | give each action an id of its own",
        ],
    ),
    // References.
    (
        Code::UnknownReference,
        &[
            (PAGE, "# About\n\nSee [reading](measure:reeding).\n"),
            (
                MEASURES,
                "how-much:\n  - {id: reading, title: Reading, unit: number, polarity: none}\n",
            ),
        ],
        &[
            "error unknown-reference content/about.md:3:15 no measure is called `reeding` | did you mean `reading`?",
        ],
    ),
    (
        Code::MissingImage,
        &[(PAGE, "# About\n\n![A map](images/map.png)\n")],
        &[
            "error missing-image content/about.md:3:10 there is no `content/images/map.png` to link to | put the file there, or mend the path: it begins at the folder of the file that it stands in, or with `/` at the content folder",
        ],
    ),
    (
        Code::AlternativeMissing,
        &[
            (PAGE, "# About\n\nHere: ![](images/map.svg)\n"),
            (
                "content/images/map.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>\n",
            ),
        ],
        &[
            "warning alternative-missing content/about.md:3:7 the image `images/map.svg` has no alternative text | say between the square brackets what it shows, for those who cannot see it; accept this for one that only decorates",
        ],
    ),
    (
        Code::MissingLink,
        &[(PAGE, "# About\n\n[Contact us](contact.md).\n")],
        &[
            "error missing-link content/about.md:3:14 there is no `content/contact.md` to link to | put the file there, or mend the path: it begins at the folder of the file that it stands in, or with `/` at the content folder",
        ],
    ),
    (
        Code::OutsideContent,
        &[(PAGE, "# About\n\n[Passwords](../../etc/passwd).\n")],
        &[
            "error outside-content content/about.md:3:13 `../../etc/passwd` leads out of the content folder | move the file into the content folder and link to it there",
        ],
    ),
    (
        Code::AddressCollision,
        &[
            (
                "content/reports/2017-18/learners/objective.md",
                "---\ntitle: Learners\naliases: [old/learners]\n---\nWhy we chose it.\n",
            ),
            (
                ACTIONS,
                "- {id: read, title: Read, aliases: [old/learners]}\n",
            ),
        ],
        &[
            "error address-collision content/reports/2017-18/learners/objective.md:3:11 `old/learners/index.html` would be the address of two things | rename one of the two files or folders, give one a `slug`, or take out the alias that leads there",
        ],
    ),
    // Files of these names cannot be written on Windows, and each is the name of a file.
    (
        Code::BadId,
        &[
            (
                MEASURES,
                "how-much:\n  - {id: con, title: A, unit: number, polarity: higher, actual: 1}\n",
            ),
            (
                PAGE,
                "---\ntitle: About\naliases: [nul, old/com1.html, old/contact]\n---\nText.\n",
            ),
        ],
        &[
            "error bad-id content/about.md:3:11 `nul` is not one that every machine can write | no part of it can be a name that Windows keeps for devices, such as `con` and `aux`, end in a dot or blank, or hold one of `* < > | \"`",
            "error bad-id content/about.md:3:16 `old/com1.html` is not one that every machine can write | no part of it can be a name that Windows keeps for devices, such as `con` and `aux`, end in a dot or blank, or hold one of `* < > | \"`",
            "error bad-id content/reports/2017-18/learners/measures.yaml:2:10 `con` is not an id | ids hold letters, digits and hyphens, and none is a name that Windows keeps for devices: `con-1`, say",
        ],
    ),
    (
        Code::AddressCollision,
        &[("content/measures.md", "# Measures\n")],
        &[
            "error address-collision content/measures.md:1:1 a page cannot stand under the address `measures/` | that is the address of pages of the site's own: give the file another name",
        ],
    ),
    (
        Code::AddressCollision,
        &[(
            MEASURES,
            "how-much:\n  - id: learners-ratings\n    title: A\n    unit: number\n    polarity: higher\n    actual: 8\n",
        )],
        &[
            "error address-collision content/reports/2017-18/learners/measures.yaml:2:9 `learners-ratings` would be the name of two charts: that of the ratings of `learners` and that of the measure `learners-ratings` | charts of an objective are named after it: give one of the two another id",
        ],
    ),
    // Figures.
    (
        Code::FractionContradicted,
        &[(
            MEASURES,
            "how-much:\n  - id: a\n    title: A\n    unit: percent\n    polarity: higher\n    actual: {value: 8.10, numerator: 20, denominator: 250}\n",
        )],
        &[
            "error fraction-contradicted content/reports/2017-18/learners/measures.yaml:6:21 `20` of `250` is `8.00` per cent, but the value is `8.10` | correct the value, the numerator or the denominator",
        ],
    ),
    (
        Code::InterventionWrongSide,
        &[(
            MEASURES,
            "how-much:\n  - id: a\n    title: A\n    unit: percent\n    polarity: higher\n    actual: 90\n    target: 80\n    intervention: 85\n",
        )],
        &[
            "error intervention-wrong-side content/reports/2017-18/learners/measures.yaml:8:19 the intervention level `85` is above the target `80`, but higher is better | swap the two if they stand in each other's place, or write `polarity: lower` if lower is better",
        ],
    ),
    (
        Code::PolarityMissing,
        &[(
            MEASURES,
            "how-much:\n  - id: a\n    title: A\n    unit: percent\n    actual: 90\n    target: 80\n  - {id: b, title: B, unit: percent, target: 80, intervention: \"[x]\"}\n",
        )],
        &[
            "error polarity-missing content/reports/2017-18/learners/measures.yaml:2:9 nothing says which way is better for `a`: it has no `polarity`, and it has no intervention level | add `polarity: higher`, `lower`, `target` (nearest is best) or `none` (for context)",
            "error polarity-missing content/reports/2017-18/learners/measures.yaml:7:10 nothing says which way is better for `b`: it has no `polarity`, and it has no intervention level | add `polarity: higher`, `lower`, `target` (nearest is best) or `none` (for context)",
        ],
    ),
    (
        Code::RagContradicted,
        &[(
            MEASURES,
            "how-much:\n  - id: a\n    title: A\n    unit: percent\n    polarity: higher\n    actual: 90\n    target: 80\n    rag: amber\n",
        )],
        &[
            "warning rag-contradicted content/reports/2017-18/learners/measures.yaml:8:10 the stated rating is `amber`, but the rule gives Green: 90 is above the target of 80 | write `rag: green`, or say why it differs: `rag: {status: amber, reason: …}`",
        ],
    ),
    (
        Code::RedUnexplained,
        &[(
            MEASURES,
            "how-much:\n  - id: a\n    title: A\n    unit: percent\n    actual: 60\n    target: 80\n    intervention: 70\n",
        )],
        &[
            "warning red-unexplained content/reports/2017-18/learners/measures.yaml:2:9 `a` is red, and no comment says why | add a `comment:` that says what happened and what is being done about it",
        ],
    ),
    (
        Code::PercentOutside,
        &[(
            MEASURES,
            "how-much:\n  - id: a\n    title: A\n    unit: percent\n    polarity: higher\n    actual: 191\n    previous: -8.0\n",
        )],
        &[
            "error percent-outside-100 content/reports/2017-18/learners/measures.yaml:6:13 `191` is not between 0 and 100 per cent | mend the figure or the unit; where it is a rate that can lie outside, accept this with a reason",
            "error percent-outside-100 content/reports/2017-18/learners/measures.yaml:7:15 `-8.0` is not between 0 and 100 per cent | mend the figure or the unit; where it is a rate that can lie outside, accept this with a reason",
        ],
    ),
    (
        Code::FigureContradicted,
        &[
            (PAGE, "# About\n\nIn all, [49.9](measure:a.actual).\n"),
            (
                MEASURES,
                "how-much:\n  - {id: a, title: A, unit: number, polarity: none, actual: 49.80}\n",
            ),
        ],
        &[
            "error figure-contradicted content/about.md:3:9 the text says `49.9`, but `measure:a.actual` is `49.80` | write `[49.80]`, or `[]` to have it filled in",
        ],
    ),
    (
        Code::UnitRepeated,
        &[
            (
                PAGE,
                "# About\n\n[5.00%](measure:a.actual)% [5.00](measure:a.actual)% [](measure:a.actual)% \
                 [5.00%](measure:a.actual) per cent £[](measure:b.actual) [£7](measure:b.actual)\n£ \
                 [](measure:c.actual) days [](measure:c.actual), days [](measure:c.actual) daystar\n\n\
                 [](measure:c.actual)\n\ndays\n",
            ),
            (
                MEASURES,
                "how-much:\n  - {id: a, title: A, unit: percent, polarity: none, actual: 5.00}\n  \
                 - {id: b, title: B, unit: pounds, polarity: none, actual: 7}\n  \
                 - {id: c, title: C, unit: days, polarity: none, actual: 9}\n",
            ),
        ],
        &[
            "warning unit-repeated content/about.md:3:1 `%` stands in the figure, and beside it once more | take one of the two out",
            "warning unit-repeated content/about.md:3:76 `%` stands in the figure, and beside it once more | take one of the two out",
            "warning unit-repeated content/about.md:3:112 `£` stands in the figure, and beside it once more | the build fills the figure in with its unit: take the one beside it out",
            "warning unit-repeated content/about.md:3:133 `£` stands in the figure, and beside it once more | take one of the two out",
            "warning unit-repeated content/about.md:4:3 `days` stands in the figure, and beside it once more | the build fills the figure in with its unit: take the one beside it out",
        ],
    ),
    // Actions.
    (
        Code::CompletedUnderHundred,
        &[(
            ACTIONS,
            "- id: a\n  title: Reading\n  status: completed\n  complete: 75\n",
        )],
        &[
            "warning completed-under-100 content/reports/2017-18/learners/actions.yaml:4:13 `a` is `completed` at 75 per cent | write `complete: 100`, or `status: partially-completed`",
        ],
    ),
    (
        Code::PartialAtHundred,
        &[(
            ACTIONS,
            "- id: a\n  title: Reading\n  status: partially-completed\n  complete: 100\n",
        )],
        &[
            "warning partial-at-100 content/reports/2017-18/learners/actions.yaml:4:13 `a` is `partially-completed` at 100 per cent | write `status: completed` or `completed-ongoing`, or the per cent that is done",
        ],
    ),
    (
        Code::OngoingAtHundred,
        &[(
            ACTIONS,
            "- id: a\n  title: Reading\n  status: completed-ongoing\n  complete: 100\n",
        )],
        &[
            "note ongoing-at-100 content/reports/2017-18/learners/actions.yaml:4:13 `a` is `completed-ongoing` at 100 per cent | nothing is wrong: readers see that the work planned is done and goes on",
        ],
    ),
    // Prose.
    (
        Code::SectionWithoutHeading,
        &[(
            "content/reports/2017-18/learners/lessons.md",
            "We learnt a lot.\n",
        )],
        &[
            "error section-without-heading content/reports/2017-18/learners/lessons.md:1:1 the section `lessons` has no heading | only `done-well`, `improve`, `next-steps`, `partners` and `voices` have one built in: begin the file with `---`, `title: …`, `---`",
        ],
    ),
    (
        Code::HtmlRemoved,
        &[(
            PAGE,
            "# About\n\nTŷ <b onclick=\"go()\">Ŵyn</b> <script>go()</script>\n",
        )],
        &[
            "warning html-removed content/about.md:3:7 the attribute `onclick` of `<b>` is not published | take it out",
            "warning html-removed content/about.md:3:30 the HTML element `<script>` is not published | take it out, or say the same in Markdown",
        ],
    ),
    (
        Code::EmptyObjective,
        &[(
            "content/reports/2017-18/homes/objective.md",
            "---\ntitle: Homes\n---\nWhy.\n",
        )],
        &[
            "warning empty-objective content/reports/2017-18/homes/objective.md:1:1 `homes` has no actions, no measures and no sections | add `actions.yaml`, `measures.yaml` or a section such as `done-well.md` to its folder",
        ],
    ),
    (
        Code::PlaceholderLeft,
        &[
            (
                "content/accessibility.md",
                "---\ntitle: Accessibility\n---\nWrite to [e-mail\naddress] or [a friend](about.md) by [date].\n",
            ),
            (
                "content/about.md",
                "---\ntitle: About\n---\nWe are [as it were] here.\n",
            ),
            (
                SITE,
                "organisation: A\ntitle: T\u{177}\nlanguages: [en]\nbase_url: https://example.org/\n",
            ),
        ],
        &[
            "warning placeholder-left content/accessibility.md:4:10 the accessibility statement still has `[e-mail address]` to fill in, and 1 more place | write what holds for this site, and take the brackets out",
        ],
    ),
    (
        Code::StatementMissing,
        &[(
            SITE,
            "organisation: A\ntitle: T\u{177}\nlanguages: [en]\nbase_url: https://example.org/\n",
        )],
        &[
            "note statement-missing content/site.yaml:1:1 the site has no accessibility statement | write `content/accessibility.md`, or name the page in site.yaml: `accessibility: …`",
        ],
    ),
    (
        Code::MissingLink,
        &[
            (
                SITE,
                "organisation: A\ntitle: T\u{177}\nlanguages: [en]\naccessibility: help/hygyrched\n",
            ),
            (
                "content/help/hygyrchedd.md",
                "---\ntitle: Hygyrchedd\n---\n",
            ),
        ],
        &[
            "error missing-link content/site.yaml:4:16 there is no page `help/hygyrched` | did you mean `help/hygyrchedd`?",
        ],
    ),
    // Accepting.
    (
        Code::AcceptUnused,
        &[(
            OBJECTIVE,
            "---\ntitle: Learners\naccept:\n  - {code: red-unexplained, reason: none is red}\n---\nWhy.\n",
        )],
        &[
            "note accept-unused content/reports/2017-18/learners/objective.md:4:12 `red-unexplained` is accepted here, but nothing of that kind was found | take the entry out",
        ],
    ),
];
