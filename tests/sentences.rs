//! The sentence behind a rating, whole: for every polarity and every reason.

mod support;

use std::fmt::Write as _;

use goldenthread::{facts::facts, wording::Wording};
use support::Site;

/// Sites that rate differently: what stands under `rag:`, and for measures of it (polarity, actual,
/// target, intervention and more lines) the sentences.
type Case = (&'static str, &'static [(&'static str, &'static str)]);

const CASES: &[Case] = &[
    (
        "{}",
        &[
            // At or past the target.
            ("higher 11 10 5", "Green: 11 is above the target of 10."),
            ("higher 10.0 10 5", "Green: 10.0 is at the target of 10.0."),
            ("lower 4 5 10", "Green: 4 is below the target of 5."),
            ("lower 5 5 10", "Green: 5 is at the target of 5."),
            ("target 10 10 5", "Green: 10 is at the target of 10."),
            ("higher 10 10 10", "Green: 10 is at the target of 10."),
            // Between the two, and at the intervention level.
            (
                "higher 7 10 5",
                "Amber: 7 is below the target of 10 and above the intervention level of 5.",
            ),
            (
                "higher 5 10 5",
                "Amber: 5 is below the target of 10 and at the intervention level of 5.",
            ),
            (
                "lower 7 5 10",
                "Amber: 7 is above the target of 5 and below the intervention level of 10.",
            ),
            (
                "lower 10 5 10",
                "Amber: 10 is above the target of 5 and at the intervention level of 10.",
            ),
            (
                "target 8 10 5",
                "Amber: 8 is nearer to the target of 10 than the intervention level of 5.",
            ),
            (
                "target 12 10 5",
                "Amber: 12 is nearer to the target of 10 than the intervention level of 5.",
            ),
            (
                "target 15 10 5",
                "Amber: 15 is as far from the target of 10 as the intervention level of 5.",
            ),
            // Past the intervention level.
            (
                "higher 4 10 5",
                "Red: 4 is below the intervention level of 5; the target is 10.",
            ),
            (
                "higher 9 10 10",
                "Red: 9 is below the intervention level of 10; the target is 10.",
            ),
            (
                "lower 11 5 10",
                "Red: 11 is above the intervention level of 10; the target is 5.",
            ),
            (
                "target 16 10 5",
                "Red: 16 is further from the target of 10 than the intervention level of 5.",
            ),
            (
                "target 4 10 5",
                "Red: 4 is further from the target of 10 than the intervention level of 5.",
            ),
            // No intervention level, and no tolerance.
            (
                "higher 7 10 -",
                "Amber: 7 is below the target of 10; no intervention level is given.",
            ),
            (
                "lower 7 5 -",
                "Amber: 7 is above the target of 5; no intervention level is given.",
            ),
            (
                "target 7 10 -",
                "Amber: 7 is not at the target of 10; no intervention level is given.",
            ),
            // Not rated.
            (
                "higher - 10 5",
                "Not rated: no figure is given for this period.",
            ),
            (
                "lower - 5 10",
                "Not rated: no figure is given for this period.",
            ),
            ("target 7 - 5", "Not rated: there is no target."),
            (
                "none 7 10 5",
                "Not rated: this measure is there for context.",
            ),
            (
                "? 7 10 -",
                "Not rated: it is not stated which way is better.",
            ),
            (
                "higher 7 5 10",
                "Not rated: the intervention level contradicts the target.",
            ),
            // Where rounding would hide the difference.
            (
                "higher 9.96 10 5 decimals: 1",
                "Amber: 9.96 is below the target of 10 and above the intervention level of 5.",
            ),
            (
                "target 10.4 5_to_10 20 decimals: 0",
                "Amber: 10.4 is nearer to the target of 5 to 10 than the intervention level of 20.",
            ),
            // The organisation's own.
            (
                "higher 7 10 5 rag: {status: green, reason: late data}",
                "Green, as stated by the organisation. Its reason: late data. By the rule: Amber: 7 is below the target of 10 and above the intervention level of 5.",
            ),
            (
                "higher 7 10 5 rag: {status: green, reason: The data were late.}",
                "Green, as stated by the organisation. Its reason: The data were late. By the rule: Amber: 7 is below the target of 10 and above the intervention level of 5.",
            ),
        ],
    ),
    (
        "{tolerance: 3%}",
        &[
            (
                "higher 98 100 -",
                "Amber: 98 is below the target of 100, within the tolerance of 3%.",
            ),
            (
                "higher 95 100 -",
                "Red: 95 is below the target of 100, beyond the tolerance of 3%.",
            ),
            (
                "lower 103 100 -",
                "Amber: 103 is above the target of 100, within the tolerance of 3%.",
            ),
            (
                "lower 104 100 -",
                "Red: 104 is above the target of 100, beyond the tolerance of 3%.",
            ),
            (
                "target 98 100 -",
                "Amber: 98 is below the target of 100, within the tolerance of 3%.",
            ),
            (
                "target 95 100 -",
                "Red: 95 is below the target of 100, beyond the tolerance of 3%.",
            ),
            (
                "target 105 100 -",
                "Red: 105 is above the target of 100, beyond the tolerance of 3%.",
            ),
            ("target 100 100 -", "Green: 100 is at the target of 100."),
        ],
    ),
    (
        "{at_target: amber, at_intervention: red}",
        &[
            (
                "higher 10 10 5",
                "Amber: 10 is at the target of 10 and above the intervention level of 5.",
            ),
            (
                "higher 10 10 -",
                "Amber: 10 is at the target of 10; no intervention level is given.",
            ),
            (
                "lower 5 5 10",
                "Amber: 5 is at the target of 5 and below the intervention level of 10.",
            ),
            ("target 10 10 5", "Amber: 10 is at the target of 10."),
            (
                "higher 5 10 5",
                "Red: 5 is at the intervention level of 5; the target is 10.",
            ),
            (
                "lower 10 5 10",
                "Red: 10 is at the intervention level of 10; the target is 5.",
            ),
        ],
    ),
];

#[test]
fn yes_and_no_say_whether_the_target_was_met() {
    let measures = "\
how-much:
  - {id: a, title: A, unit: yes-no, polarity: higher, actual: yes, target: yes}
  - {id: b, title: B, unit: yes-no, polarity: higher, actual: no, target: yes}
  - {id: c, title: C, unit: yes-no, polarity: lower, actual: no, target: no}
  - {id: d, title: D, unit: yes-no, polarity: lower, actual: yes, target: no}
";
    let site = Site::fine().file(&format!("{}/measures.yaml", support::OBJECTIVE), measures);
    let model = site.load().value;
    let facts = facts(&model);
    let wording = Wording::new(&model).value;
    let found = model.reports[0].objectives[0].measures.iter();
    let found = found.zip(&facts.reports[0].objectives[0].measures);
    let sentences: Vec<_> = found
        .map(|(measure, facts)| {
            wording
                .first()
                .rating_sentence(measure, facts, model.languages())
        })
        .collect();
    assert_eq!(
        sentences,
        [
            "Green: the answer is yes, as the target asks.",
            "Amber: the answer is no, where the target is yes.",
            "Green: the answer is no, as the target asks.",
            "Amber: the answer is yes, where the target is no.",
        ]
    );
}

#[test]
fn every_polarity_and_every_reason_has_a_true_sentence() {
    for (settings, rows) in CASES {
        let mut measures = String::from("how-much:\n");
        for (at, (row, _)) in rows.iter().enumerate() {
            let mut parts = row.splitn(5, ' ');
            write!(
                measures,
                "  - id: m{at}\n    title: A measure\n    unit: number\n"
            )
            .unwrap();
            for key in ["polarity", "actual", "target", "intervention"] {
                let value = parts.next().expect("four parts");
                if !["-", "?"].contains(&value) {
                    // A range is one part of a row.
                    let value = value.replace('_', " ");
                    writeln!(measures, "    {key}: {value}").unwrap();
                }
            }
            if let Some(more) = parts.next() {
                writeln!(measures, "    {more}").unwrap();
            }
        }
        let site = Site::fine()
            .file(
                "content/site.yaml",
                &format!(
                    "organisation: A council\ntitle: Ours\nlanguages: [en]\nrag: {settings}\n"
                ),
            )
            .file(&format!("{}/measures.yaml", support::OBJECTIVE), &measures);
        let loaded = site.load();
        let said = support::said(&loaded.diagnostics, &loaded.value.sources);
        assert!(!loaded.diagnostics.has_errors(), "{said:#?}");
        let model = loaded.value;
        let facts = facts(&model);
        let wording = Wording::new(&model).value;
        let found = model.reports[0].objectives[0].measures.iter();
        let found = found.zip(&facts.reports[0].objectives[0].measures);
        assert_eq!(found.len(), rows.len());
        for ((row, expected), (measure, facts)) in rows.iter().zip(found) {
            let sentence = wording
                .first()
                .rating_sentence(measure, facts, model.languages());
            assert_eq!(sentence, *expected, "{settings} {row}");
        }
    }
}
