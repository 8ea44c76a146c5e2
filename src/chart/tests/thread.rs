//! The map of the golden thread at the size of a large council.

use std::collections::BTreeSet;

use roxmltree::Document;

use crate::{
    chart::{
        Rating, Svg, ThreadChart, ThreadGoal, ThreadLabel, ThreadMeasure, ThreadRow, ThreadSign,
        ThreadState, ThreadStrand, ThreadWords,
        tests::{
            drawing::{drawings, parse},
            examples::heading,
            geometry::{check, overlap},
        },
        thread,
    },
    model::ActionStatus,
};

fn label(text: String, href: &str) -> ThreadLabel {
    ThreadLabel {
        text,
        href: Some(href.to_owned()),
    }
}

fn state(sign: ThreadSign, word: &str) -> ThreadState {
    ThreadState {
        sign,
        word: word.to_owned(),
    }
}

const RATINGS: [Rating; 4] = [Rating::Green, Rating::Amber, Rating::Red, Rating::NotRated];

fn measure(at: usize, row: usize, measure: usize) -> ThreadMeasure {
    let rating = RATINGS[(row + measure) % 4];
    ThreadMeasure {
        label: label(
            format!("Measure {at}.{row}.{measure}, of which the whole title stands here: %"),
            "measure",
        ),
        state: state(ThreadSign::Rating(rating), "Partly red"),
        note: (row == 4).then(|| "of the objective WO1".to_owned()),
    }
}

fn row(at: usize, row: usize) -> ThreadRow {
    let status = ActionStatus::ALL[(at + row) % ActionStatus::ALL.len()];
    ThreadRow {
        label: label(
            format!("Action {at}.{row}, told in about as many words as actions have"),
            "action",
        ),
        states: vec![
            state(
                ThreadSign::Status(status),
                "Completed, and the work goes on",
            ),
            state(ThreadSign::Rating(RATINGS[row % 4]), "Partly successful"),
        ],
        measures: (0..[3, 2, 1, 0, 4][row])
            .map(|it| measure(at, row, it))
            .collect(),
    }
}

fn strand(at: usize, code: Option<&str>) -> ThreadStrand {
    ThreadStrand {
        heading: heading("Strand"),
        code: code.map(|code| format!("{code}{}", at + 1)),
        label: label(
            format!("Objective {at}: what a council sets out to change for its people"),
            "objective",
        ),
        state: state(ThreadSign::Rating(RATINGS[at % 4]), "Fully successful"),
        goals: match at {
            8 => Vec::new(),
            at => vec![at % 7, (at + 3) % 7],
        },
        rows: match at {
            9 => Vec::new(),
            at => (0..5).map(|number| row(at, number)).collect(),
        },
    }
}

/// A map of 12 objectives with 10 measures each, under 7 goals and one that nobody serves.
fn large(code: Option<&str>) -> Vec<Svg> {
    let strands: Vec<_> = (0..12).map(|at| strand(at, code)).collect();
    let served_by = |goal: usize| {
        let serving = strands.iter().enumerate();
        let serving = serving.filter(|(_, strand)| strand.goals.contains(&goal));
        serving.map(|(at, _)| (at, at % 5 == 4)).collect()
    };
    let goals = (0..8).map(|goal| ThreadGoal {
        label: label(
            format!("Goal {goal}: a country as it should be for all"),
            "goal",
        ),
        below: goal % 3 == 2,
        served_by: served_by(goal),
    });
    let statuses = ActionStatus::ALL.iter().map(|it| ThreadSign::Status(*it));
    let ratings = RATINGS.into_iter().map(ThreadSign::Rating);
    let others = [
        ThreadSign::Serves,
        ThreadSign::ServesBelow,
        ThreadSign::Knot,
    ];
    let signs = others.into_iter().chain(ratings).chain(statuses);
    let words = ThreadWords {
        goals: "Goals".into(),
        served_by: "Served by".into(),
        objective: "Objective".into(),
        actions: "Actions".into(),
        measures: "Measures".into(),
        no_objective: "no objective".into(),
        no_goal: "serves no goal".into(),
        no_action: "no action".into(),
        no_measure: "no measure".into(),
    };
    thread(&ThreadChart {
        heading: heading("The thread"),
        goals: goals.collect(),
        strands,
        words,
        key: heading("Key"),
        signs: signs
            .map(|sign| state(sign, "What this sign means here"))
            .collect(),
    })
}

fn maps() -> impl Iterator<Item = (&'static str, Vec<Svg>)> {
    let codes = [
        ("codes", Some("WO")),
        ("numbers", None),
        ("long codes", Some("Well-being objective number ")),
    ];
    codes.into_iter().map(|(name, code)| (name, large(code)))
}

#[test]
fn a_map_of_120_measures_names_everything_and_stays_narrow() {
    for (name, pieces) in maps() {
        // The key, the goals, twelve objectives.
        assert_eq!(pieces.len(), 14);
        let mut words = [const { String::new() }; 3];
        let mut heights = [0.0; 3];
        for piece in &pieces {
            for (at, (form, drawing)) in drawings(piece).into_iter().enumerate() {
                let [left, top, right, bottom] = drawing.view;
                let widest = if form == "narrow" { 304.0 } else { 980.0 };
                assert!(right - left <= widest, "{name}, {form}: {}", right - left);
                // No more than a sheet of paper holds: it is 1,300 high where it is 940 wide.
                let highest = if form == "narrow" { 1800.0 } else { 1200.0 };
                assert!(bottom - top <= highest, "{name}, {form}: {}", bottom - top);
                heights[at] += bottom - top;
                for (text, _) in &drawing.texts {
                    words[at].push_str(text);
                    words[at].push(' ');
                }
            }
        }
        for (words, height) in words.iter().zip(heights) {
            // Each of 110 measures has a line of its own, of 22 units.
            assert!(height > 2420.0, "{name}: {height}");
            for objective in (0..12).filter(|at| *at != 9) {
                assert!(words.contains(&format!("Objective {objective}:")));
                for (row, measures) in [3, 2, 1, 0, 4].into_iter().enumerate() {
                    assert!(words.contains(&format!("Action {objective}.{row},")));
                    for measure in 0..measures {
                        let found =
                            words.contains(&format!("Measure {objective}.{row}.{measure},"));
                        assert!(found, "{name}: {objective}.{row}.{measure}");
                    }
                }
            }
            // Each is named with every objective that serves it, and once among the goals.
            for goal in 0..8 {
                let served =
                    (0..12).filter(|at| *at != 8 && (at % 7 == goal || (at + 3) % 7 == goal));
                let named = words.matches(&format!("Goal {goal}:")).count();
                assert_eq!(named, served.count() + 1, "{name}: goal {goal}");
            }
        }
    }
}

#[test]
fn no_label_of_the_map_overlaps_another_or_a_line() {
    for (name, pieces) in maps() {
        for (at, piece) in pieces.iter().enumerate() {
            check(&format!("{name}, piece {at}"), piece);
            for (form, drawing) in drawings(piece) {
                for (text, area) in &drawing.texts {
                    for line in segments(piece, form) {
                        // The line on which beads lie goes on behind them.
                        let bead = area[1] < line[1] && line[3] < area[3] && at == 1;
                        assert!(
                            bead || !overlap(*area, line),
                            "{name}, piece {at}, {form}: `{text}` {area:?} on {line:?}"
                        );
                    }
                }
            }
        }
    }
}

/// Everything drawn, but words, in one form of a drawing: an area for each line and each shape.
fn segments(svg: &Svg, form: &str) -> Vec<[f64; 4]> {
    let text = if form == "file" {
        svg.file(None)
    } else {
        svg.inline("id")
    };
    let document: Document = parse(&text);
    let mut svgs = document
        .descendants()
        .filter(|node| node.tag_name().name() == "svg");
    let svg = svgs
        .nth(usize::from(form == "narrow"))
        .expect("the drawing");
    let paths = svg.descendants().filter_map(|node| node.attribute("d"));
    paths.flat_map(|d| d.split('M').skip(1)).map(path).collect()
}

/// The area of a path, without the corners of its outline.
fn path(d: &str) -> [f64; 4] {
    let (mut x, mut y) = (0.0, 0.0);
    let mut area = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    let step = |part: &str| part.parse::<f64>().expect("a number");
    for (at, part) in d
        .trim_end_matches('z')
        .split_inclusive(['H', 'V', 'L'])
        .enumerate()
    {
        let kind = d.split_inclusive(['H', 'V', 'L']).take(at).last();
        let kind = kind.and_then(|before| before.chars().last());
        let numbers: Vec<_> = part
            .trim_end_matches(['H', 'V', 'L'])
            .split(' ')
            .map(step)
            .collect();
        match kind {
            Some('H') => x = numbers[0],
            Some('V') => y = numbers[0],
            _ => (x, y) = (numbers[0], numbers[1]),
        }
        area = [
            area[0].min(x),
            area[1].min(y),
            area[2].max(x),
            area[3].max(y),
        ];
    }
    area
}

#[test]
fn lines_and_links_stay_inside_and_links_do_not_overlap() {
    for (name, pieces) in maps() {
        for piece in &pieces {
            for (form, drawing) in drawings(piece) {
                for line in segments(piece, form) {
                    let view = drawing.view;
                    let inside = line[0] >= view[0] && line[1] >= view[1];
                    let inside = inside && line[2] <= view[2] && line[3] <= view[3];
                    assert!(inside, "{name}, {form}: {line:?} of {view:?}");
                }
                let links = drawing
                    .rects
                    .iter()
                    .filter(|(class, _)| class == "chart-link");
                let links: Vec<_> = links.map(|(_, area)| *area).collect();
                for (at, one) in links.iter().enumerate() {
                    let clear = links[at + 1..].iter().all(|other| !overlap(*one, *other));
                    assert!(clear, "{name}, {form}: {one:?}");
                }
                assert!(form != "file" || links.is_empty());
            }
        }
    }
}

/// A goal below another stands further in than that, in every form.
#[test]
fn goals_below_others_stand_further_in() {
    let pieces = large(None);
    for (form, drawing) in drawings(&pieces[1]) {
        let left = |goal: usize| {
            let name = format!("Goal {goal}:");
            let mut texts = drawing.texts.iter();
            let found = texts.find(|(text, _)| text.starts_with(&name));
            found.map(|(_, area)| area[0]).expect(&name)
        };
        assert!(left(2) > left(1) + 10.0, "{form}");
        assert!((left(3) - left(1)).abs() < 0.1, "{form}");
    }
}

/// A drawing with links is no picture for those who hear it, and its links are for the pointer alone.
#[test]
fn links_are_kept_from_the_keyboard_and_from_hearing() {
    let pieces = large(Some("WO"));
    let inline = pieces[2].inline("a");
    let document = parse(&inline);
    let mut led = BTreeSet::new();
    for node in document.descendants() {
        match node.tag_name().name() {
            "svg" => assert_eq!(node.attribute("role"), Some("group")),
            "a" => {
                assert_eq!(node.attribute("tabindex"), Some("-1"));
                let hidden = node
                    .ancestors()
                    .any(|it| it.attribute("aria-hidden") == Some("true"));
                assert!(hidden);
                led.extend(node.attribute("href").map(str::to_owned));
            }
            _ => {}
        }
    }
    let all = ["action", "goal", "measure", "objective"].map(str::to_owned);
    assert_eq!(led, BTreeSet::from(all));
    // The key leads nowhere, and stays a picture.
    assert!(pieces[0].inline("a").contains("role=\"img\""));
}

#[test]
fn every_status_has_a_shape_of_its_own() {
    let mut shapes = BTreeSet::new();
    for status in ActionStatus::ALL {
        let pieces = thread(&ThreadChart {
            goals: Vec::new(),
            strands: Vec::new(),
            signs: vec![state(ThreadSign::Status(*status), "Word")],
            heading: heading("The thread"),
            key: heading("Key"),
            words: ThreadWords {
                goals: String::new(),
                served_by: String::new(),
                objective: String::new(),
                actions: String::new(),
                measures: String::new(),
                no_objective: String::new(),
                no_goal: String::new(),
                no_action: String::new(),
                no_measure: String::new(),
            },
        });
        shapes.insert(pieces[0].inline("a"));
    }
    assert_eq!(shapes.len(), ActionStatus::ALL.len());
}
