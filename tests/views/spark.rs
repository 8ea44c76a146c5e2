//! The small lines in tables of measures.

use goldenthread::wording::Place;
use serde_json::Value;

use crate::{
    series::reports,
    site::{Inputs, english, view},
    support::Site,
};

#[test]
fn a_row_has_its_figures_as_a_small_line_from_three_on() {
    let site = |measures: [&str; 4]| {
        let periods = ["2014-15", "2015-16", "2016-17", "2017-18"];
        let measures = measures.map(|more| format!("id: calls, title: Calls, {more}"));
        let editions = periods.iter().zip(&measures);
        let editions: Vec<_> = editions
            .map(|(period, measure)| (*period, "", &**measure))
            .collect();
        reports(&editions)
    };
    let spark = |site: &Site, place: &dyn Fn(&Inputs) -> Place, row: &str| {
        let inputs = Inputs::of(site.root());
        let page = view(&inputs.context(), &english(), &place(&inputs));
        page.pointer(row).unwrap()["spark"].clone()
    };
    let index = |_: &Inputs| Place::Measures;
    let edition = |period: &'static str| {
        move |inputs: &Inputs| {
            let context = inputs.context();
            let mut reports = context.model.reports.iter();
            let found = reports.position(|report| report.id.as_str() == period);
            Place::ReportMeasures(found.unwrap())
        }
    };
    let of_index = "/groups/0/rows/0";
    let of_edition = "/objectives/0/groups/0/rows/0";
    let all = site(["actual: 1", "actual: 3", "actual: 2", "actual: 4"]);
    let latest = spark(&all, &index, of_index);
    assert_eq!(latest["text"], "2014/15 to 2017/18: from 1 to 4");
    assert_eq!(spark(&all, &edition("2017-18"), of_edition), latest);
    // An earlier edition knows what it knew, and two figures are no line.
    let earlier = spark(&all, &edition("2016-17"), of_edition);
    assert_eq!(earlier["text"], "2014/15 to 2016/17: from 1 to 2");
    assert_ne!(earlier["svg"], latest["svg"]);
    assert_eq!(spark(&all, &edition("2015-16"), of_edition), Value::Null);
    for (measures, expected) in [
        // A gap is counted as none, and two figures may be the same.
        (
            ["actual: 7", "target: 1", "actual: 2", "actual: 7"],
            Some("2014/15 to 2017/18: 7 at both ends"),
        ),
        // Rounding never makes two figures look the same.
        (
            [
                "actual: 7.04",
                "actual: 6",
                "actual: 2",
                "decimals: 0, actual: 7.01",
            ],
            Some("2014/15 to 2017/18: from 7.04 to 7.01"),
        ),
        (
            ["actual: 7", "target: 1", "actual: '[x]'", "actual: 7"],
            None,
        ),
        (["actual: 7", "actual: 6", "actual: 2", "target: 7"], None),
        (
            [
                "actual: 7",
                "actual: 6",
                "actual: 2, break: {from: 2016-17}",
                "actual: 7",
            ],
            None,
        ),
    ] {
        let found = spark(&site(measures), &index, of_index);
        assert_eq!(found["text"].as_str(), expected, "{measures:?}");
    }
}
