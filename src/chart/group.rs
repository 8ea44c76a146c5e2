//! The chart of several measures.

use crate::{
    chart::{
        columns::{Columns, words},
        ink::Ink,
        input::{GroupChart, GroupRow, Panel, Reading},
        lane::Axis,
        pen::{Pen, SMALL, TITLE, Type, VALUE},
        pins::{Pin, ROW, arrange},
        scene::Anchor,
        svg::Svg,
        symbol::{DIAMOND, KEY, Role, diamond, key},
    },
    model::Decimal,
};

/// The height of a result's bar.
const BAR: f64 = 17.0;
/// The height of the thin bar of the year before.
const THIN: f64 = 8.0;
/// The height of its lane, which holds its figure too.
const LANE: f64 = 16.0;
/// Between a bar and what is above or below it.
const BETWEEN: f64 = 2.0;
/// Between one row and the next.
const GAP: f64 = 13.0;
/// Between a bar's end, or a line across it, and its figure.
const BESIDE: f64 = 7.0;
/// Around the figures that a line keeps clear of.
const CLEAR: f64 = 3.0;

/// Draws several measures below each other, with one key above them all: for each its title, a bar
/// for the result with the target's and the intervention level's pins over it, and a thin bar for the
/// year before, each with its figure. Measures share an axis with those of their panel only.
pub fn group(chart: &GroupChart) -> Svg {
    Svg::draw(&chart.heading, "chart-group", |pen| {
        keys(pen, chart);
        for (index, panel) in chart.panels.iter().enumerate() {
            pen.y += if index > 0 { 1.5 * GAP } else { GAP / 2.0 };
            draw(pen, panel);
        }
    })
}

/// The key of each kind of figure that the chart holds.
fn keys(pen: &mut Pen, chart: &GroupChart) {
    let rows = || chart.panels.iter().flat_map(|panel| &panel.rows);
    let label = |role| {
        let mut readings = rows().flat_map(figures);
        let (_, found) = readings.find(|(of, _)| *of == role)?;
        Some((role, found.label.clone()))
    };
    let shown: Vec<_> = Role::ALL.into_iter().filter_map(label).collect();
    let texts: Vec<_> = shown.iter().map(|(_, label)| label.clone()).collect();
    let columns = Columns::new(pen, std::slice::from_ref(&texts), KEY + 6.0, VALUE.line());
    columns.draw(pen, &texts, |pen, index, at| key(pen, shown[index].0, at));
}

/// Where the bars of a panel lie, and whether figures have room at their ends.
struct Layout {
    axis: Axis,
    at_end: bool,
}

fn draw(pen: &mut Pen, panel: &Panel) {
    if let Some(heading) = &panel.heading {
        pen.paragraph(heading, 0.0, pen.width, SMALL, Ink::Muted);
        pen.y += GAP / 2.0;
    }
    let layout = layout(pen, panel);
    for (index, row) in panel.rows.iter().enumerate() {
        if index > 0 {
            pen.y += GAP;
        }
        draw_row(pen, &layout, row);
    }
    let mut figures = panel.rows.iter().flat_map(figures);
    if figures.any(|(_, reading)| reading.number.is_some()) {
        pen.y += 3.0;
        layout.axis.label(pen);
    }
}

fn layout(pen: &Pen, panel: &Panel) -> Layout {
    let all = || panel.rows.iter().flat_map(figures);
    let ends = all().flat_map(|(_, reading)| [reading.number, reading.upper]);
    let mirrored = panel.rows.iter().filter_map(|row| row.mirrored);
    let values: Vec<_> = ends.flatten().chain(mirrored).collect();
    let room = |negative: bool| {
        let rooms = all().filter_map(|(role, reading)| {
            let same = (reading.number? < Decimal::ZERO) == negative;
            let kind = kind(role)?;
            same.then(|| kind.room(&reading.shown) + BESIDE + 1.0)
        });
        rooms.fold(0.0, f64::max)
    };
    let (before, after) = (room(true), room(false));
    let at_end = before + after < pen.width * 0.45;
    let edge = DIAMOND + 2.0;
    let (left, right) = if at_end {
        (before, pen.width - after.max(edge))
    } else {
        (0.0, pen.width - edge)
    };
    let across = |left| Axis::new(pen, (left, right), &values, panel.tick);
    let axis = across(left.max(1.0));
    let targets = all().filter(|(role, _)| *role == Role::Target);
    let targets = targets.filter_map(|(_, reading)| reading.number);
    let leftmost = targets.map(|target| axis.x(target)).fold(edge, f64::min);
    Layout {
        axis: if leftmost < edge { across(edge) } else { axis },
        at_end,
    }
}

/// The type of figures that stand at their bars' ends.
fn kind(role: Role) -> Option<Type> {
    match role {
        Role::Actual => Some(VALUE),
        Role::Previous => Some(SMALL),
        Role::Target | Role::Intervention => None,
    }
}

/// A figure's words in a lane: where they begin and end.
struct Words<'a> {
    shown: &'a str,
    kind: Type,
    from: f64,
    to: f64,
}

fn draw_row(pen: &mut Pen, layout: &Layout, row: &GroupRow) {
    pen.paragraph(&row.title, 0.0, pen.width, TITLE, Ink::Text);
    if let Some(note) = &row.note {
        pen.paragraph(note, 0.0, pen.width, SMALL, Ink::Muted);
    }
    let figures = figures(row);
    let pinned: Vec<_> = figures
        .iter()
        .filter(|(role, _)| kind(*role).is_none())
        .filter_map(|(role, reading)| Some((*role, *reading, reading.number?)))
        .collect();
    let pins: Vec<_> = pinned
        .iter()
        .map(|(role, reading, number)| Pin {
            x: middle(layout, reading, *number),
            half: half(layout, reading, *number)
                + if *role == Role::Target { DIAMOND } else { 1.2 },
            room: SMALL.room(&reading.shown),
        })
        .collect();
    let places = arrange(&pins, pen.width);
    let mirrored = row.mirrored.map(|level| layout.axis.x(level));
    let lines: Vec<_> = pins.iter().map(|pin| pin.x).chain(mirrored).collect();
    let lane = |role| {
        let (_, reading) = figures.iter().find(|(of, _)| *of == role)?;
        words_of(pen, layout, reading, kind(role)?, &lines)
    };
    let (actual, previous) = (lane(Role::Actual), lane(Role::Previous));
    // What has no place at its bar is said above it.
    let said = figures.iter().filter(|(role, reading)| match role {
        Role::Actual => actual.is_none(),
        Role::Previous => previous.is_none(),
        Role::Target | Role::Intervention => reading.number.is_none() || places.is_none(),
    });
    let said: Vec<_> = said.collect();
    if !said.is_empty() {
        let texts = said.iter().map(|(_, row)| words(&row.label, &row.shown));
        let texts: Vec<_> = texts.collect();
        let columns = Columns::new(pen, std::slice::from_ref(&texts), KEY + 6.0, VALUE.line());
        columns.draw(pen, &texts, |pen, index, at| key(pen, said[index].0, at));
    }
    if figures.iter().all(|(_, row)| row.number.is_none()) && actual.is_none() {
        return;
    }
    let rows = places.as_ref().map_or(1, |places| {
        places.iter().map(|it| it.row + 1).max().unwrap_or(0)
    });
    let top = pen.y + BETWEEN + ROW * [0.0, 1.0, 2.0][rows.min(2)];
    let middle = top + BAR;
    let thin = figures.iter().find(|(role, _)| *role == Role::Previous);
    let bottom = middle + thin.map_or(0.0, |_| BETWEEN + LANE);
    layout.axis.grid(pen, top - BETWEEN, bottom + BETWEEN);
    if let Some(number) = row.actual.number {
        layout.axis.bar(pen, number, (top, middle), Ink::Actual);
    }
    if let Some(number) = thin.and_then(|(_, reading)| reading.number) {
        let from = middle + BETWEEN + (LANE - THIN) / 2.0;
        layout
            .axis
            .bar(pen, number, (from, from + THIN), Ink::Previous);
    }
    for (at, ((role, reading, number), pin)) in pinned.iter().zip(&pins).enumerate() {
        let place = places.as_ref().map(|places| places[at]);
        let row = place.map_or(0.0, |place| if place.row == 0 { 0.0 } else { ROW });
        let head = top - BETWEEN - ROW - row;
        if let Some(place) = place {
            let y = head + (ROW - SMALL.line()) / 2.0;
            pen.text(
                &reading.shown,
                place.words,
                y,
                SMALL,
                Anchor::Start,
                Ink::Text,
            );
        }
        let foot = match (
            clear(actual.as_ref(), pin.x),
            clear(previous.as_ref(), pin.x),
        ) {
            (false, _) => top - BETWEEN,
            (true, false) => middle,
            (true, true) if *role == Role::Target => middle,
            (true, true) => bottom + BETWEEN,
        };
        let half = half(layout, reading, *number);
        if half > 0.0 {
            let level = head + ROW / 2.0;
            let ends = [(pin.x - half, level), (pin.x + half, level)];
            pen.line(&ends, Ink::TargetStem);
            stem(pen, *role, pin.x - half, (head, foot));
        }
        stem(pen, *role, pin.x + half, (head, foot));
    }
    let both = [
        (actual.as_ref(), (top - BETWEEN, middle)),
        (previous.as_ref(), (middle, bottom + BETWEEN)),
    ];
    opposite(pen, mirrored, both);
    set(pen, actual, (top, BAR));
    set(pen, previous, (middle + BETWEEN, LANE));
    pen.y = bottom + BETWEEN;
}

/// Whether a line at `x` runs through none of the words.
fn clear(words: Option<&Words<'_>>, x: f64) -> bool {
    !words.is_some_and(|words| words.from - CLEAR < x && x < words.to + CLEAR)
}

/// The middle of a pin: of the two ends of an aim that is a range.
fn middle(layout: &Layout, reading: &Reading, number: Decimal) -> f64 {
    let upper = reading.upper.unwrap_or(number);
    f64::midpoint(layout.axis.x(number), layout.axis.x(upper))
}

/// Half of what lies between the two ends of an aim that is a range; zero for a point.
fn half(layout: &Layout, reading: &Reading, number: Decimal) -> f64 {
    let upper = reading.upper.unwrap_or(number);
    (layout.axis.x(upper) - layout.axis.x(number)) / 2.0
}

/// A pin without its words, from its head to its foot.
fn stem(pen: &Pen, role: Role, x: f64, (head, foot): (f64, f64)) {
    if role == Role::Target {
        let middle = head + ROW / 2.0;
        pen.line(&[(x, middle), (x, foot)], Ink::Halo);
        pen.line(&[(x, middle), (x, foot)], Ink::TargetStem);
        diamond(pen, (x, middle));
    } else {
        pen.line(&[(x, head + 1.0), (x, foot)], Ink::Halo);
        pen.line(&[(x, head + 1.0), (x, foot)], Ink::Intervention);
    }
}

/// The level on the other side of the aim, in the lanes where it runs through no words. It has no
/// figure of its own: the remark beside the title says that there are two.
fn opposite(pen: &Pen, x: Option<f64>, lanes: [(Option<&Words<'_>>, (f64, f64)); 2]) {
    let Some(x) = x else {
        return;
    };
    let open = lanes.map(|(words, ends)| clear(words, x).then_some(ends));
    let ends = match open {
        [Some((from, _)), Some((_, to))] => (from, to),
        [Some(ends), None] | [None, Some(ends)] => ends,
        [None, None] => return,
    };
    let ends = [(x, ends.0), (x, ends.1)];
    pen.line(&ends, Ink::Halo);
    pen.line(&ends, Ink::Intervention);
}

fn set(pen: &Pen, words: Option<Words>, (top, height): (f64, f64)) {
    if let Some(words) = words {
        let y = top + (height - words.kind.line()) / 2.0;
        pen.text(
            words.shown,
            words.from,
            y,
            words.kind,
            Anchor::Start,
            Ink::Text,
        );
    }
}

/// The words of a figure at its bar's end, or in the bar's place where there is none; `None` where
/// they have no room there.
fn words_of<'a>(
    pen: &Pen,
    layout: &Layout,
    reading: &'a Reading,
    kind: Type,
    lines: &[f64],
) -> Option<Words<'a>> {
    let number = match reading.number {
        Some(_) if !layout.at_end => return None,
        number => number.unwrap_or_default(),
    };
    let room = kind.room(&reading.shown);
    let end = layout.axis.x(number);
    let left = number < Decimal::ZERO || (reading.number.is_none() && end > pen.width / 2.0);
    let sign = if left { -1.0 } else { 1.0 };
    let words = |start: f64| Words {
        shown: &reading.shown,
        kind,
        from: if left { start - room } else { start },
        to: if left { start } else { start + room },
    };
    let fits = |words: &Words| words.from >= 0.0 && words.to <= pen.width;
    // A line just past the bar's end would stop short of the figure: it is moved behind the line.
    let mut past = end + sign * BESIDE;
    let mut lines: Vec<_> = lines.iter().map(|x| x * sign).collect();
    lines.sort_by(f64::total_cmp);
    for line in lines {
        let ahead = line - past * sign;
        if (-BESIDE - 1.0..=BESIDE).contains(&ahead) {
            past = (line + BESIDE) * sign;
        }
    }
    Some(words(past))
        .filter(fits)
        .or_else(|| Some(words(end + sign * BESIDE)).filter(fits))
}

/// The figures of a row in the order they are read.
fn figures(row: &GroupRow) -> Vec<(Role, &Reading)> {
    let roles = [
        (Role::Actual, Some(&row.actual)),
        (Role::Target, row.target.as_ref()),
        (Role::Intervention, row.intervention.as_ref()),
        (Role::Previous, row.previous.as_ref()),
    ];
    roles
        .into_iter()
        .filter_map(|(role, reading)| Some((role, reading?)))
        .collect()
}
