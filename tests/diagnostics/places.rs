//! Links and HTML in the texts of YAML and CSV files stand at their own line and column.

use crate::{
    checked,
    support::{OBJECTIVE, Site},
};

/// The code, line and column of each finding where the comment of a measure is `comment`, as it is
/// written behind `comment:`.
fn places(comment: &str) -> Vec<String> {
    let measures = format!(
        "how-much:\n  - id: a\n    title: A\n    unit: number\n    polarity: none\n    comment:{comment}\n"
    );
    let site = Site::fine().file(&format!("{OBJECTIVE}/measures.yaml"), &measures);
    let said = checked(&site);
    let place = |line: &String| {
        let mut words = line.split(' ').skip(1);
        let code = words.next().unwrap_or_default();
        let place = words.next().unwrap_or_default();
        let mut parts = place.rsplitn(3, ':');
        let (column, line) = (parts.next().unwrap(), parts.next().unwrap());
        format!("{code} {line}:{column}")
    };
    said.iter().map(place).collect()
}

#[test]
fn a_bad_link_stands_at_its_own_place() {
    let cases = [
        // Plain, and over several lines.
        (" T\u{177} [x](measure:no)", "6:21"),
        (
            "\n      T\u{177} \u{175}yn\n      a [x](measure:no)",
            "8:13",
        ),
        // In quotes.
        (" \"T\u{177} [x](measure:no)\"", "6:22"),
        (" 'It''s a [x](measure:no)'", "6:27"),
        (" \"Said \\\"so\\\" [x](measure:no)\"", "6:31"),
        (" \"caf\\u00e9\n      b\\u00e9 [x](measure:no)\"", "7:19"),
        // Blocks.
        (
            " |\n      T\u{177}\n\n        * a [x](measure:no)\n",
            "9:17",
        ),
        (" |+2\n       T\u{177}\n      [x](measure:no)\n", "8:11"),
        (
            " >-\n      T\u{177} one\n      two [x](measure:no)\n      three",
            "8:15",
        ),
        (" >  # why\n      T\u{177}\n\n      [x](measure:no)", "9:11"),
        // The definition of a link by name.
        (" |\n      [x][y]\n\n      [y]: measure:no\n", "9:12"),
        // In one language of several.
        (
            "\n      en: |\n        T\u{177}\n        [x](measure:no)",
            "9:13",
        ),
    ];
    for (comment, place) in cases {
        assert_eq!(
            places(comment),
            [format!("unknown-reference {place}")],
            "{comment:?}"
        );
    }
}

#[test]
fn html_that_is_taken_out_stands_at_its_own_place() {
    let cases = [
        (" T\u{177} <script>x</script>", vec!["html-removed 6:17"]),
        (
            " |\n      T\u{177}\n      \u{175} <b onclick=\"x\">y</b>\n      <blink>z</blink>\n",
            vec!["html-removed 8:12", "html-removed 9:7"],
        ),
        (" T\u{177} <b>x</b> 3 < 4", vec![]),
    ];
    for (comment, expected) in cases {
        assert_eq!(places(comment), expected, "{comment:?}");
    }
}

#[test]
fn what_a_table_needs_is_told_as_a_table_has_it() {
    let csv = "group,id,title,unit,polarity,rank,target,actual,actual.numerator,actual.denominator\n\
               how-much,a,A,percent,target,5/22,18-21,8,2,25\n";
    let site = Site::fine().file(&format!("{OBJECTIVE}/measures.csv"), csv);
    let said = checked(&site);
    let ends = [
        "| write `5 of 22`",
        "`18-21` is not a figure | write a range as `18 to 21`",
        "| put `[c]` in the figure's place, give the value rounded and without its fraction, or accept it \
         with a reason in a column `accept.small-number`",
    ];
    assert_eq!(said.len(), ends.len(), "{said:#?}");
    for (line, end) in said.iter().zip(ends) {
        assert!(line.ends_with(end), "{line}");
    }
    let csv = "group,id,title,unit,actual,target,intervention,rag,comment\n\
               how-much,a,A,number,1,9,5,green,c\nhow-much,b,B,number,1,,,,\n";
    let site = Site::fine().file(&format!("{OBJECTIVE}/measures.csv"), csv);
    let said = checked(&site);
    let ends = [
        "| write `red` in the column `rag`, or say why it differs: `green` in the column `rag.status` and \
         a text in the column `rag.reason`",
        "| add `higher` in the column `polarity`, `lower`, `target` (nearest is best) or `none` (for \
         context)",
    ];
    assert_eq!(said.len(), ends.len(), "{said:#?}");
    for (line, end) in said.iter().zip(ends) {
        assert!(line.ends_with(end), "{line}");
    }
}

#[test]
fn a_cell_is_a_text_too() {
    let csv = "group,id,title,unit,polarity,comment\r\n\
               how-much,a,\u{175},number,none,\"T\u{177}, \"\"so\"\"\r\nand [x](measure:no) <blink>z</blink>\"\r\n";
    let site = Site::fine().file(&format!("{OBJECTIVE}/measures.csv"), csv);
    let said = checked(&site);
    let starts = [
        "error unknown-reference content/reports/2017-18/learners/measures.csv:3:9 ",
        "warning html-removed content/reports/2017-18/learners/measures.csv:3:21 ",
    ];
    assert_eq!(said.len(), starts.len(), "{said:#?}");
    for (line, start) in said.iter().zip(starts) {
        assert!(line.starts_with(start), "{line}");
    }
}

#[test]
fn links_lead_to_headings_that_are_there() {
    let page = "\
# About

## Our t\u{177}

[a](#our-t\u{177}) [b](#our-ty) [c](#top) [d](reports/2017-18/learners/objective.md#why)
[e](reports/2017-18/learners/done-well.md#whi) [f](objective:learners#Much%20more) [g](page:about#zzz)
[h](report:2017-18#nope)
";
    let site = Site::fine().file("content/about.md", page).file(
        &format!("{OBJECTIVE}/done-well.md"),
        "## Much more\n\nWe did [more](#muchmore).\n",
    );
    let expected = [
        "error unknown-reference content/about.md:5:18 the page has no heading with the anchor `#our-ty` | did you mean `#our-t\u{177}`?",
        "error unknown-reference content/about.md:6:5 the page has no heading with the anchor `#whi` | did you mean `#why`?",
        "error unknown-reference content/about.md:6:52 the page has no heading with the anchor `#Much more` | did you mean `#much-more`?",
        "error unknown-reference content/about.md:6:88 the page has no heading with the anchor `#zzz` | expected one of `#our-t\u{177}`, `#problem`",
        "error unknown-reference content/about.md:7:5 the page has no heading with the anchor `#nope` | expected one of `#contents`, `#objectives`, `#data`, `#problem`",
        "error unknown-reference content/reports/2017-18/learners/done-well.md:3:15 the page has no heading with the anchor `#muchmore` | did you mean `#much-more`?",
    ];
    assert_eq!(checked(&site), expected);
}

#[test]
fn what_leads_out_of_the_site_says_how() {
    let page = "\
# About

[a](//example.org/) [b](www.example.org) [c](help@example.org) [d](C:/x.pdf) [e](htps://example.org)
[f](images\\map.png) ![g](notes.txt) ![h](map.png)
";
    let site = Site::fine()
        .file("content/about.md", page)
        .file("content/notes.txt", "x")
        .file("content/images/mapp.png", "x")
        .file("content/mop.pdf", "x");
    let expected = [
        "error missing-link content/about.md:3:5 `//example.org/` does not say how it is reached | write `https://example.org/`",
        "error missing-link content/about.md:3:25 `www.example.org` is read as a file of the content folder | an address on the web begins with `https://`: `https://www.example.org`",
        "error missing-link content/about.md:3:46 `help@example.org` is read as a file of the content folder | write `mailto:help@example.org`",
        "error missing-link content/about.md:3:68 `C:/x.pdf` is a place on one computer | put the file into the content folder and link to it there",
        "error unknown-reference content/about.md:3:82 `htps:` is not a kind of link | did you mean `https:`?",
        "error missing-link content/about.md:4:5 `images\\map.png` is written with backslashes | write `images/map.png`",
        "error missing-image content/about.md:4:26 `notes.txt` is not an image | an image is a file such as `map.png` or `map.svg`, or `chart:` and the name of a chart; link to any other file with `[text](file)`",
        "error missing-image content/about.md:4:42 there is no `content/map.png` to link to | put the file there, or mend the path: it begins at the folder of the file that it stands in, or with `/` at the content folder",
    ];
    assert_eq!(checked(&site), expected);
}
