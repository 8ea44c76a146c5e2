//! What a mark means, and how each meaning looks.

use plotters::style::Color;
use plotters_backend::BackendColor;

/// The meaning of a mark: it decides class, colour, pattern and outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Ink {
    /// Words.
    Text,
    /// Words of less weight: notes and axis labels.
    Muted,
    /// A figure at a bar's end, kept clear of the lines behind it.
    Value,
    /// The light lines of a scale.
    Grid,
    /// The line at zero.
    Zero,
    /// A result: solid.
    Actual,
    /// An aim: hatched, with an outline.
    Target,
    /// The marker of an aim: hollow.
    TargetMark,
    /// The stem from an aim's marker through the bar.
    TargetStem,
    /// The year before: light, with a dark outline.
    Previous,
    /// Another body: hollow, with a dark outline.
    Other,
    /// The line from result to result.
    Line,
    /// The line of an aim, in steps.
    TargetLine,
    /// The line of another body: light and dotted.
    OtherLine,
    /// Where an aim is met, between the two ends of a range.
    Band,
    /// The ground behind a figure that stands on a line.
    Plate,
    /// Where a series breaks.
    Break,
    /// The intervention level: a dashed line.
    Intervention,
    /// The light edge that keeps a line visible across a dark bar.
    Halo,
    /// What is still to do: an empty track.
    Track,
    /// Where no figure is.
    Missing,
    /// What stands for something that is told elsewhere.
    Chip,
    /// The same where it is meant by way of another.
    ChipBelow,
    /// Green.
    Green,
    /// Amber.
    Amber,
    /// Red.
    Red,
    /// Not rated.
    NotRated,
    /// A symbol or a figure on green.
    OnGreen,
    /// A symbol or a figure on amber.
    OnAmber,
    /// A symbol or a figure on red.
    OnRed,
    /// A symbol or a figure on not rated.
    OnNotRated,
}

/// A colour by its name in the stylesheet, with its values in light and dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tint {
    /// The custom property, without its dashes.
    pub name: &'static str,
    /// The colour on a light ground, and where there is no stylesheet.
    pub light: &'static str,
    /// The colour on a dark ground.
    pub dark: &'static str,
    /// The system colour under forced colours.
    pub forced: &'static str,
}

const fn tint(
    name: &'static str,
    light: &'static str,
    dark: &'static str,
    forced: &'static str,
) -> Tint {
    Tint {
        name,
        light,
        dark,
        forced,
    }
}

/// The ground that a chart stands on.
pub const GROUND: Tint = tint("chart-ground", "#FFFFFF", "#10161D", "Canvas");
const TEXT: Tint = tint("chart-text", "#17202B", "#EDEAE3", "CanvasText");
const MUTED: Tint = tint("chart-muted", "#495462", "#B9C0C8", "CanvasText");
const GRID: Tint = tint("chart-grid", "#DCD6C9", "#35404C", "Canvas");
const AXIS: Tint = tint("chart-axis", "#495462", "#B9C0C8", "CanvasText");
const ACTUAL: Tint = tint("chart-actual", "#12436D", "#7CB8EE", "CanvasText");
const TARGET: Tint = tint("chart-target", "#D4501A", "#FF9A62", "CanvasText");
const PREVIOUS: Tint = tint("chart-previous", "#D3D1CA", "#56606B", "Canvas");
const OUTLINE: Tint = tint("chart-previous-edge", "#565048", "#C3CAD2", "CanvasText");
const INTERVENTION: Tint = tint("chart-intervention", "#801650", "#F0A3CF", "CanvasText");
const GREEN: Tint = tint("rag-green", "#1A6E42", "#57C68B", "Canvas");
const AMBER: Tint = tint("rag-amber", "#F7B538", "#F7B538", "Canvas");
const RED: Tint = tint("rag-red", "#B0241D", "#FF8F85", "Canvas");
const NOT_RATED: Tint = tint("rag-not-rated", "#FFFFFF", "#10161D", "Canvas");
const GREEN_EDGE: Tint = tint("rag-green-edge", "#1A6E42", "#57C68B", "CanvasText");
const AMBER_EDGE: Tint = tint("rag-amber-edge", "#5A3C00", "#F7B538", "CanvasText");
const RED_EDGE: Tint = tint("rag-red-edge", "#B0241D", "#FF8F85", "CanvasText");
const NOT_RATED_EDGE: Tint = tint("rag-not-rated-edge", "#495462", "#B9C0C8", "CanvasText");
const ON_GREEN: Tint = tint("rag-green-on", "#FFFFFF", "#06210F", "CanvasText");
const ON_AMBER: Tint = tint("rag-amber-on", "#402A00", "#2D1D00", "CanvasText");
const ON_RED: Tint = tint("rag-red-on", "#FFFFFF", "#370704", "CanvasText");
const ON_NOT_RATED: Tint = tint("rag-not-rated-on", "#17202B", "#EDEAE3", "CanvasText");

/// What a shape is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Nothing.
    None,
    /// A colour.
    Solid(Tint),
    /// Stripes of a colour on the ground.
    Hatch(Tint),
}

/// How a meaning looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Its class.
    pub class: &'static str,
    /// Its inside.
    pub fill: Fill,
    /// Its outline.
    pub stroke: Option<Tint>,
    /// The width of its outline, as it is written: an even number of tenths.
    pub width: &'static str,
    /// The dashes of its outline, as they are written; empty for an unbroken one.
    pub dashes: &'static str,
}

impl Ink {
    /// Every one.
    pub const ALL: &[Self] = &[
        Self::Text,
        Self::Muted,
        Self::Value,
        Self::Grid,
        Self::Zero,
        Self::Actual,
        Self::Target,
        Self::TargetMark,
        Self::TargetStem,
        Self::Previous,
        Self::Other,
        Self::Line,
        Self::TargetLine,
        Self::OtherLine,
        Self::Band,
        Self::Plate,
        Self::Break,
        Self::Intervention,
        Self::Halo,
        Self::Track,
        Self::Missing,
        Self::Chip,
        Self::ChipBelow,
        Self::Green,
        Self::Amber,
        Self::Red,
        Self::NotRated,
        Self::OnGreen,
        Self::OnAmber,
        Self::OnRed,
        Self::OnNotRated,
    ];

    /// How it looks.
    pub fn look(self) -> Look {
        let solid = |class, tint| look(class, Fill::Solid(tint), None, "", "");
        let line = |class, tint, width| look(class, Fill::None, Some(tint), width, "");
        let boxed = |class, fill, edge| look(class, Fill::Solid(fill), Some(edge), "1.6", "");
        // A symbol is drawn in the same colour inside and out: some are lines, some are letters.
        let symbol = |class, tint| look(class, Fill::Solid(tint), None, "", "");
        match self {
            Self::Text => solid("chart-text", TEXT),
            Self::Muted => solid("chart-muted", MUTED),
            Self::Value => look("chart-value", Fill::Solid(TEXT), Some(GROUND), "4", ""),
            Self::Grid => line("chart-grid", GRID, "1"),
            Self::Zero => line("chart-zero", AXIS, "1.6"),
            Self::Actual => solid("chart-actual", ACTUAL),
            Self::Target => look("chart-target", Fill::Hatch(TARGET), Some(TARGET), "2", ""),
            Self::TargetMark => look(
                "chart-target-mark",
                Fill::Solid(GROUND),
                Some(TARGET),
                "2.4",
                "",
            ),
            Self::TargetStem => line("chart-target-stem", TARGET, "2.4"),
            Self::Previous => boxed("chart-previous", PREVIOUS, OUTLINE),
            Self::Other => boxed("chart-other", GROUND, OUTLINE),
            Self::Line => line("chart-line", ACTUAL, "2.4"),
            Self::TargetLine => look("chart-target-line", Fill::None, Some(TARGET), "2.4", "10 4"),
            Self::OtherLine => look("chart-other-line", Fill::None, Some(OUTLINE), "1.6", "2 3"),
            Self::Band => solid("chart-band", GRID),
            Self::Plate => solid("chart-plate", GROUND),
            Self::Break => look("chart-break", Fill::None, Some(AXIS), "1.6", "2 4"),
            Self::Intervention => look(
                "chart-intervention",
                Fill::None,
                Some(INTERVENTION),
                "2.4",
                "5 3",
            ),
            Self::Halo => line("chart-halo", GROUND, "6"),
            Self::Track => boxed("chart-track", GROUND, OUTLINE),
            Self::Missing => look("chart-missing", Fill::None, Some(OUTLINE), "1.6", "3 3"),
            Self::Chip => boxed("chart-chip", GROUND, ACTUAL),
            Self::ChipBelow => look(
                "chart-chip-below",
                Fill::Solid(GROUND),
                Some(ACTUAL),
                "1.6",
                "4 3",
            ),
            Self::Green => boxed("chart-green", GREEN, GREEN_EDGE),
            Self::Amber => boxed("chart-amber", AMBER, AMBER_EDGE),
            Self::Red => boxed("chart-red", RED, RED_EDGE),
            Self::NotRated => boxed("chart-not-rated", NOT_RATED, NOT_RATED_EDGE),
            Self::OnGreen => symbol("chart-on-green", ON_GREEN),
            Self::OnAmber => symbol("chart-on-amber", ON_AMBER),
            Self::OnRed => symbol("chart-on-red", ON_RED),
            Self::OnNotRated => symbol("chart-on-not-rated", ON_NOT_RATED),
        }
    }

    /// The one that plotters carried through as this colour.
    pub fn from_color(color: BackendColor) -> Self {
        let index = usize::from(color.rgb.0);
        Self::ALL.get(index).copied().unwrap_or(Self::Text)
    }
}

/// Plotters knows marks by colour only: the number of the ink travels as one.
impl Color for Ink {
    fn to_backend_color(&self) -> BackendColor {
        BackendColor {
            alpha: 1.0,
            rgb: (*self as u8, 0, 0),
        }
    }
}

fn look(
    class: &'static str,
    fill: Fill,
    stroke: Option<Tint>,
    width: &'static str,
    dashes: &'static str,
) -> Look {
    Look {
        class,
        fill,
        stroke,
        width,
        dashes,
    }
}
