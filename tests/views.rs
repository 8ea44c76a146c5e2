//! What pages say, before a template shows it.

use std::path::Path;

use goldenthread::{
    facts::{Facts, facts},
    load::load,
    model::{Language, Model},
    page::{self, Context, Index},
    wording::Wording,
};
use serde_json::Value;

/// Everything views are made from.
struct Inputs {
    model: Model,
    facts: Facts,
    wording: Wording,
    index: Index,
}

impl Inputs {
    fn of(root: &Path) -> Self {
        let model = load(root).value;
        let facts = facts(&model);
        Self {
            wording: Wording::new(&model).value,
            index: Index::new(&model, &facts),
            facts,
            model,
        }
    }

    /// The example that comes with the program.
    fn example() -> Self {
        Self::of(Path::new(env!("CARGO_MANIFEST_DIR")))
    }

    fn context(&self) -> Context<'_> {
        Context {
            model: &self.model,
            facts: &self.facts,
            wording: &self.wording,
            index: &self.index,
        }
    }
}

fn english() -> Language {
    Language::parse("en").unwrap()
}

fn json(view: impl serde::Serialize) -> Value {
    serde_json::to_value(view).unwrap()
}

/// The counts of a tally or of directions, as `1 green, 9 amber`.
fn counts(counts: &Value) -> String {
    let counts = counts.as_array().unwrap().iter();
    let counts = counts.map(|count| {
        format!(
            "{} {}",
            count["text"].as_str().unwrap(),
            count["status"].as_str().unwrap()
        )
    });
    counts.collect::<Vec<_>>().join(", ")
}

#[test]
fn the_example_counts_as_its_source_does() {
    let inputs = Inputs::example();
    let view = json(page::report_measures(&inputs.context(), &english(), 0));
    assert_eq!(counts(&view["tally"]["counts"]), "1 green, 9 amber, 1 red");
    assert_eq!(
        counts(&view["directions"]),
        "4 better, 6 worse, 1 no-comparison"
    );
    assert_eq!(view["tally"]["kind"], "calculated");
    assert_eq!(
        view["tally"]["sentence"],
        "11 measures, all rated: 1 green, 9 amber and 1 red."
    );
    assert!(
        view["tally"]["basis"]
            .as_str()
            .unwrap()
            .ends_with("The figures are for academic year 2016/17 and academic year 2017/18.")
    );
}

#[test]
fn every_figure_of_the_example_is_shown_as_written() {
    let inputs = Inputs::example();
    let view = json(page::report_measures(&inputs.context(), &english(), 0));
    let groups = view["objectives"][0]["groups"].as_array().unwrap();
    let rows = groups
        .iter()
        .flat_map(|group| group["rows"].as_array().unwrap());
    let shown: Vec<_> = rows
        .map(|row| {
            let text = |name: &str| row[name]["text"].as_str().unwrap().to_owned();
            [
                row["id"].as_str().unwrap().to_owned(),
                text("actual"),
                text("target"),
                text("intervention"),
                text("previous"),
                row["direction"]["signed"].as_str().unwrap_or("").to_owned(),
                row["ratings"][0]["status"].as_str().unwrap().to_owned(),
            ]
            .join(" ")
        })
        .collect();
    assert_eq!(
        shown,
        [
            "edu003 90.10% 90.40% 85.00% 90.40% \u{2212}0.30 amber",
            "edu004 84.10% 86.10% 80.00% 82.00% +2.10 amber",
            "level-2-aged-15 49.90% 56.00% 42.00% 53.00% \u{2212}3.10 amber",
            "fsm-key-stage-2 78.90% 78.50% 70.00% 80.80% \u{2212}1.90 green",
            "fsm-key-stage-3 68.50% 69.50% 55.00% 65.10% +3.40 amber",
            "fsm-level-2 25.30% 38.40% 25.00% 30.10% \u{2212}4.80 amber",
            "edu016a 94.70% 95.30% 92.00% 94.65% +0.05 amber",
            "edu016b 93.30% 94.00% 90.10% 93.40% \u{2212}0.10 amber",
            "edu002i 1.20% 0.30% 0.40% 1.10% +0.10 red",
            "edu002ii 8.00% 0.00% 10.00% not supplied  amber",
            "neet-aged-16 1.90% 1.30% 2.00% 2.60% \u{2212}0.70 amber",
        ]
    );
}
