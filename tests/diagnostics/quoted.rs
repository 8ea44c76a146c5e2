//! Why a figure that is quoted shows nothing.

use goldenthread::{
    pipeline::{Choice, Drafts, make},
    text::Warned,
};

use crate::support::{Site, said};

const MEASURES: &str = "\
how-much:
  - {id: blank, title: A, unit: number, polarity: higher, actual: , target: 3}
  - {id: first, title: A, unit: number, polarity: higher, actual: 3, target: 3}
  - {id: drafted, title: A, unit: number, polarity: higher, actual: 3, target: 3}
  - {id: asked, title: A, unit: yes-no, polarity: higher, actual: yes, previous: no}
  - {id: kept, title: A, unit: number, polarity: higher, actual: 13, previous: \"[c]\"}
  - {id: keeps, title: A, unit: number, polarity: higher, actual: \"[c]\", previous: 12}
  - {id: broken, title: A, unit: number, polarity: higher, actual: 3, previous: 9, break: {from: 2017-18, reason: Anew.}}
";

const DRAFT: &str =
    "---\ntitle: Annual report\nperiod: 2016-17\nstage: annual\nstatus: draft\n---\n";

const NO_RATINGS: &str = "organisation: Example Council\ntitle: Our objectives\nlanguages: [en, cy]\nrag: {show: none}\n";

#[test]
fn what_cannot_be_quoted_says_why() {
    for (quoted, why, help) in [
        (
            "measure:blank.actual",
            "`actual` is blank",
            "fill in the figure",
        ),
        (
            "measure:blank.change",
            "`actual` is blank",
            "fill in the figure",
        ),
        (
            "measure:first.change",
            "there is no figure for `2016-17`",
            "add `previous` to the measure",
        ),
        (
            "measure:first.previous",
            "there is no figure for `2016-17`",
            "add `previous` to the measure",
        ),
        (
            "measure:first.target@2015-16",
            "there is no target for `2015-16`",
            "name a period that has one",
        ),
        (
            "measure:first.fraction",
            "its actual is not given as a fraction",
            "quote the actual instead",
        ),
        (
            "measure:drafted.change",
            "the figure for `2016-17` stands in the report `earlier`, which is left out",
            "publish that report first",
        ),
        (
            "measure:drafted.previous",
            "the figure for `2016-17` stands in the report `earlier`, which is left out",
            "publish that report first",
        ),
        (
            "measure:asked.change",
            "of yes and no there is no change in numbers",
            "quote the two figures instead",
        ),
        (
            "measure:kept.change",
            "`[c]` stands in the place of the figure for `2016-17`",
            "say in words what can be said",
        ),
        (
            "measure:keeps.change",
            "`[c]` stands in the place of the figure for `2017-18`",
            "say in words what can be said",
        ),
        (
            "measure:broken.change",
            "a series break stands between the two figures",
            "quote the two figures instead",
        ),
        (
            "action:learners/read.complete",
            "the action does not say how much of it is complete",
            "add `complete` to it",
        ),
        (
            "objective:learners.not-rated",
            "this site shows no ratings",
            "change `show` of `rag` in site.yaml",
        ),
    ] {
        let site = Site::fine()
            .file("content/site.yaml", NO_RATINGS)
            .file("content/reports/2017-18/learners/measures.yaml", MEASURES)
            .file(
                "content/reports/2017-18/learners/actions.yaml",
                "- {id: read, title: Read}\n",
            )
            .file("content/reports/earlier/report.md", DRAFT)
            .file(
                "content/reports/earlier/learners/objective.md",
                "---\ntitle: Learners\n---\nWhy.\n",
            )
            .file(
                "content/reports/earlier/learners/measures.yaml",
                "how-much:\n  - {id: drafted, title: A, unit: number, polarity: higher, actual: 2}\n",
            )
            .file("content/about.md", &format!("# About\n\n[1]({quoted})\n"));
        let Warned { value, diagnostics } = make(site.root(), Drafts::Left);
        let said = said(&diagnostics, &value.model.sources);
        let found = said
            .iter()
            .find(|line| line.contains("figure-contradicted"));
        let expected = format!(
            "error figure-contradicted content/about.md:3:1 `{quoted}` has nothing to quote: {why} | \
             {help}, or take the link out"
        );
        assert_eq!(found, Some(&expected), "{said:?}");
    }
}

const BILINGUAL: &str =
    "organisation: Example Council\ntitle: Our objectives\nlanguages: [en, cy]\n";

const SHARES: &str = "\
how-much:
  - {id: m1, title: A, unit: percent, polarity: higher, actual: 55.60, previous: 53.40}
  - {id: waits, title: A, unit: days, polarity: lower, actual: 12}
";

fn percentages(text: &str) -> Vec<String> {
    said_of("done-well.md", text)
}

/// What is said of a site, hints as well.
fn with_hints(site: &Site) -> Vec<String> {
    let choice = Choice {
        drafts: Drafts::Built,
        at: None,
        hints: true,
    };
    let Warned { value, diagnostics } = make(site.root(), choice);
    said(&diagnostics, &value.model.sources)
}

/// What is said of a text beside the measures, without its severity, code and file.
fn said_of(file: &str, text: &str) -> Vec<String> {
    let site = Site::fine()
        .file("content/site.yaml", BILINGUAL)
        .file("content/reports/2017-18/learners/measures.yaml", SHARES)
        .file(&format!("content/reports/2017-18/learners/{file}"), text);
    let said = with_hints(&site);
    let said = said
        .iter()
        .filter(|line| line.contains("percentage-unlinked") || line.contains("unit-repeated"));
    let brief = said.map(|line| line.rsplit(".md:").next().unwrap_or_default().to_owned());
    brief.collect()
}

#[test]
fn a_percentage_is_seen_however_it_is_set() {
    let actual = "the percentage `55.60` is no linked figure | if it is that measure's figure, write \
                  `[55.60](measure:m1.actual)`";
    for (text, place) in [
        ("It is 55.60\nper cent.\n", "1:7"),
        ("It is 55.60&nbsp;%.\n", "1:7"),
        ("It is 55.60 **per cent**.\n", "1:7"),
        ("It is **55.60**\\%.\n", "1:9"),
        // A link to a page holds no figure.
        ("[It is 55.60%](page:index).\n", "1:8"),
        // Days are no percentage, and a change is no share.
        ("[12](measure:waits.actual), and 55.60%.\n", "1:33"),
        ("[2.20](measure:m1.change), and 55.60%.\n", "1:32"),
    ] {
        assert_eq!(percentages(text), [format!("{place} {actual}")], "{text}");
    }
    let none =
        "no measure of this report has that figure: look again, or link to the one that is meant";
    for (text, number, help) in [
        (
            "Up 2.20 percentage\npoints.\n",
            "2.20",
            "if it is that measure's figure, write `[2.20](measure:m1.change)`",
        ),
        ("Up 55.60 percentage points.\n", "55.60", none),
        ("[12](measure:waits.actual) is 12%.\n", "12", none),
        ("[2.20](measure:m1.change) is 2.20%.\n", "2.20", none),
    ] {
        let said = percentages(text);
        let expected = format!("the percentage `{number}` is no linked figure | {help}");
        assert!(said.len() == 1 && said[0].ends_with(&expected), "{said:?}");
    }
    for text in [
        "[55.60](measure:m1.actual) is 55.60%, and up [](measure:m1.change): 2.20 percentage points.\n",
        "The 55.60th percentile, and 12 points.\n",
        "[55.60% of all](https://example.org/figures).\n",
    ] {
        assert_eq!(percentages(text), [""; 0], "{text}");
    }
}

/// Of a decimal by itself nothing says what it is: a figure first.
#[test]
fn a_decimal_in_a_comment_is_a_figure_before_it_is_a_change() {
    let measures = "\
how-much:
  - {id: m1, title: A, unit: percent, polarity: higher, actual: 55.60, previous: 53.40}
  - {id: m2, title: A, unit: percent, polarity: higher, actual: 2.20, comment: It was 2.20.}
";
    let site = Site::fine().file("content/reports/2017-18/learners/measures.yaml", measures);
    let said = with_hints(&site);
    let offered = said
        .iter()
        .filter(|line| line.contains("`[2.20](measure:m2.actual)`"));
    assert_eq!(offered.count(), 1, "{said:?}");
}

#[test]
fn a_sign_is_not_said_twice_however_it_is_set() {
    for (file, text) in [
        (
            "done-well.md",
            "[55.60%](measure:m1.actual)\n**per cent**\n",
        ),
        ("done-well.md", "[55.60%](measure:m1.actual)&nbsp;%\n"),
        ("done-well.md", "[](measure:m1.change) pp\n"),
        (
            "done-well.cy.md",
            "[](measure:m1.change) o bwyntiau canran\n",
        ),
    ] {
        let said = said_of(file, text);
        assert!(
            said.len() == 1 && said[0].contains("beside it once more"),
            "{said:?}"
        );
    }
}

#[test]
fn percentages_are_found_outside_code_and_what_links_hold() {
    let english = "From 2.10% to **1.90** per cent, [2.60%](https://example.org/a) and [3](https://example.org/b) per cent; 5% in `6%`. 7.5%. £1.50, \
                   1,250% and 12.3.\n\n## 8 percent\n\nAll 9 percentage-point gains, 10 per cent points, 15\n\n% \
                   of `16` %, 17 percentages, 18 points, 19 per centimetre.\n";
    let expected = ["2.10", "1.90", "5", "7.5", "1,250", "8", "9", "10"];
    assert_eq!(numbers("done-well.md", english), expected);
    let welsh =
        "Mae 2.10 y cant, 3 phwynt canran, 6 o bwyntiau canran, 4 pwynt, 7 o blant a 5 per cent.\n";
    assert_eq!(numbers("done-well.cy.md", welsh), ["2.10", "3", "6"]);
}

fn numbers(file: &str, text: &str) -> Vec<String> {
    let found = said_of(file, text);
    let found = found.iter().filter_map(|line| line.split('`').nth(1));
    found.map(str::to_owned).collect()
}

#[test]
fn answers_and_changes_are_quoted_as_sentences_have_them() {
    const ROWS: &str = "\
how-much:
  - {id: asked, title: A, unit: yes-no, polarity: higher, actual: yes, target: no}
  - {id: waits, title: A, unit: days, polarity: lower, actual: 12, previous: 14}
  - {id: share, title: A, unit: percent, polarity: higher, actual: 55.60, previous: 53.40}
";
    let good = [
        ("done-well.md", "[Yes](measure:asked.actual)"),
        ("done-well.cy.md", "[Ie](measure:asked.actual)"),
        ("done-well.md", "[2 days](measure:waits.change)"),
        ("done-well.md", "[\u{2212}2 days](measure:waits.change)"),
        (
            "done-well.md",
            "[2.20 percentage points](measure:share.change)",
        ),
    ];
    let bad = [
        ("done-well.cy.md", "[yes](measure:asked.actual)"),
        ("done-well.md", "[no](measure:asked.actual)"),
        ("done-well.md", "[3 days](measure:waits.change)"),
        ("done-well.md", "[+2 days](measure:waits.change)"),
    ];
    let all = good.map(|(file, text)| (file, text, 0));
    for (file, text, wrong) in all
        .into_iter()
        .chain(bad.map(|(file, text)| (file, text, 1)))
    {
        let site = Site::fine()
            .file("content/site.yaml", BILINGUAL)
            .file("content/reports/2017-18/learners/measures.yaml", ROWS)
            .file(&format!("content/reports/2017-18/learners/{file}"), text);
        let all_said = with_hints(&site);
        let said = all_said
            .iter()
            .filter(|line| line.contains("figure-contradicted"));
        assert_eq!(said.count(), wrong, "{text}: {all_said:?}");
    }
}
