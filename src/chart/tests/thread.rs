//! The map of the golden thread at the size of a large council.

use crate::chart::{
    Rating, Svg, ThreadChart, ThreadRow, ThreadStrand,
    tests::{drawing::drawings, examples::heading},
    thread,
};

/// A map of 12 objectives with 10 measures each, under 7 goals.
pub fn large() -> Svg {
    let ratings = [Rating::Green, Rating::Amber, Rating::Red, Rating::NotRated];
    let row = |at: usize, row: usize| ThreadRow {
        title: format!("Action {at}.{row}, told in about as many words as actions have"),
        measures: (0..2)
            .map(|measure| Some(ratings[(row + measure) % 4]))
            .collect(),
    };
    let strand = |at: usize| ThreadStrand {
        title: format!("Objective {at}: what a council sets out to change for its people"),
        goals: vec![at % 7, (at + 3) % 7],
        rows: (0..5).map(|number| row(at, number)).collect(),
    };
    thread(&ThreadChart {
        heading: heading("The thread"),
        goals: (0..7)
            .map(|goal| format!("Goal {goal}: a country that is as it should be"))
            .collect(),
        strands: (0..12).map(strand).collect(),
    })
}

#[test]
fn a_map_of_120_measures_names_everything_and_stays_narrow() {
    for (form, drawing) in drawings(&large()) {
        let [left, top, right, bottom] = drawing.view;
        let (width, height) = (right - left, bottom - top);
        let widest = if form == "narrow" { 320.0 } else { 680.0 };
        assert!(width <= widest, "{form}: {width}");
        // About as much as twelve screens; a row of 24 for each of 60 actions is 1440.
        assert!((1440.0..8000.0).contains(&height), "{form}: {height}");
        let words: Vec<_> = drawing
            .texts
            .iter()
            .map(|(text, _)| text.as_str())
            .collect();
        let words = words.join(" ");
        for objective in 0..12 {
            assert!(words.contains(&format!("Objective {objective}:")), "{form}");
            for row in 0..5 {
                assert!(
                    words.contains(&format!("Action {objective}.{row},")),
                    "{form}"
                );
            }
        }
        for goal in 0..7 {
            assert!(words.contains(&format!("Goal {goal}:")), "{form}");
        }
    }
}
