//! Pins above a bar: a sign where a figure lies, and its words beside the sign.

/// The height of a row of pins.
pub const ROW: f64 = 18.0;

/// Between a sign and its words.
const BESIDE: f64 = 4.0;
/// Around the stem of another pin.
const CLEAR: f64 = 4.0;

/// What is to be pinned above a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pin {
    /// Where it lies along the axis.
    pub x: f64,
    /// Half the width of its sign.
    pub half: f64,
    /// The room that its words need.
    pub room: f64,
}

/// Where a pin stands, and its words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The row, counted upwards from the bar.
    pub row: usize,
    /// The left end of its words.
    pub words: f64,
}

/// A place for each of these pins, of which there are at most two, on a sheet so wide: in one row
/// where their words stand clear of each other and of each other's signs, else in two; `None` where
/// they cannot.
pub fn arrange(pins: &[Pin], width: f64) -> Option<Vec<Placed>> {
    let near = match pins {
        [one, other] => (one.x - other.x).abs() < one.half + other.half + 1.0,
        _ => false,
    };
    let rows: &[[usize; 2]] = if near {
        &[[0, 1], [1, 0]]
    } else {
        &[[0, 0], [0, 1], [1, 0]]
    };
    let sides = [[true, false], [false, true], [true, true], [false, false]];
    let tried = rows
        .iter()
        .flat_map(|rows| sides.map(|right| (*rows, right)));
    let placed = |(rows, right): ([usize; 2], [bool; 2])| {
        let places = pins.iter().zip(rows).zip(right);
        let places = places.map(|((pin, row), right)| Placed {
            row,
            words: if right {
                pin.x + pin.half + BESIDE
            } else {
                pin.x - pin.half - BESIDE - pin.room
            },
        });
        places.collect::<Vec<_>>()
    };
    tried
        .map(placed)
        .find(|places| is_clear(pins, places, width))
}

fn is_clear(pins: &[Pin], places: &[Placed], width: f64) -> bool {
    let all = || pins.iter().zip(places).enumerate();
    all().all(|(at, (pin, place))| {
        let end = place.words + pin.room;
        let clear = |(other, (pin, of)): (usize, (&Pin, &Placed))| {
            let half = if of.row == place.row { pin.half } else { 0.0 };
            let half = half + CLEAR;
            let stem = of.row < place.row || pin.x + half <= place.words || pin.x - half >= end;
            let words = of.row != place.row
                || of.words + pin.room + CLEAR <= place.words
                || of.words - CLEAR >= end;
            other == at || (stem && words)
        };
        place.words >= 0.0 && end <= width && all().all(clear)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(xs: &[f64]) -> Option<Vec<(usize, f64)>> {
        let pin = |x: &f64| Pin {
            x: *x,
            half: 6.0,
            room: 50.0,
        };
        let pins: Vec<_> = xs.iter().map(pin).collect();
        let places = arrange(&pins, 300.0)?;
        Some(
            places
                .iter()
                .map(|place| (place.row, place.words))
                .collect(),
        )
    }

    #[test]
    fn words_stand_at_the_outer_sides_and_move_up_where_they_would_meet() {
        for (xs, expected) in [
            (vec![], Some(vec![])),
            (vec![100.0], Some(vec![(0, 110.0)])),
            (vec![280.0], Some(vec![(0, 220.0)])),
            (vec![200.0, 150.0], Some(vec![(0, 210.0), (0, 90.0)])),
            (vec![150.0, 200.0], Some(vec![(0, 90.0), (0, 210.0)])),
            // The first would leave the sheet at its outer side: it stands between the two.
            (vec![8.0, 100.0], Some(vec![(0, 18.0), (0, 110.0)])),
            // At one place there is no telling them apart in one row.
            (vec![150.0, 150.0], Some(vec![(0, 160.0), (1, 90.0)])),
            (vec![8.0, 30.0], Some(vec![(1, 18.0), (0, 40.0)])),
        ] {
            assert_eq!(rows(&xs), expected, "{xs:?}");
        }
    }

    #[test]
    fn words_too_wide_have_no_place() {
        let pin = Pin {
            x: 150.0,
            half: 6.0,
            room: 200.0,
        };
        assert_eq!(arrange(&[pin], 300.0), None);
    }
}
