//! The backend that plotters draws with: it keeps marks and meanings, not pixels and colours.

use std::convert::Infallible;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle, text_anchor::HPos,
};

use crate::chart::{
    font::Weight,
    ink::Ink,
    scene::{Anchor, Mark, Scene},
};

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Draws into a scene. Coordinates are tenths of a unit, for plotters knows whole numbers only.
pub struct Backend<'a> {
    scene: &'a mut Scene,
}

impl<'a> Backend<'a> {
    /// A backend that adds to `scene`, whose size is the drawing's.
    pub fn new(scene: &'a mut Scene) -> Self {
        Self { scene }
    }
}

impl DrawingBackend for Backend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (
            self.scene.width.unsigned_abs(),
            self.scene.height.unsigned_abs(),
        )
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(at, (at.0 + 1, at.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        self.scene.marks.push(Mark::Rect {
            at: (from.0.min(to.0), from.1.min(to.1)),
            size: ((to.0 - from.0).abs(), (to.1 - from.1).abs()),
            ink: Ink::from_color(style.color()),
        });
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.scene.marks.push(Mark::Path {
            points: path.into_iter().collect(),
            closed: false,
            ink: Ink::from_color(style.color()),
        });
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        self.scene.marks.push(Mark::Circle {
            at: center,
            radius: i32::try_from(radius).unwrap_or(i32::MAX),
            ink: Ink::from_color(style.color()),
        });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Drawn {
        self.scene.marks.push(Mark::Path {
            points: points.into_iter().collect(),
            closed: true,
            ink: Ink::from_color(style.color()),
        });
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Drawn {
        self.scene.marks.push(Mark::Text {
            at,
            text: text.to_owned(),
            size: whole(style.size()),
            weight: match style.style() {
                FontStyle::Bold => Weight::Bold,
                FontStyle::Normal | FontStyle::Oblique | FontStyle::Italic => Weight::Regular,
            },
            anchor: match style.anchor().h_pos {
                HPos::Left => Anchor::Start,
                HPos::Center => Anchor::Middle,
                HPos::Right => Anchor::End,
            },
            ink: Ink::from_color(style.color()),
        });
        Ok(())
    }
}

/// A length as plotters counts them.
#[allow(clippy::cast_possible_truncation)] // drawings are some thousands of tenths wide and high
pub fn whole(length: f64) -> i32 {
    length.round() as i32
}
