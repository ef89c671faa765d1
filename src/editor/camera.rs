//! Where the view stands. Screen points and map points are different types.

use crate::scene::{Pin, Point, Rect};

/// A place on the canvas, in screen points from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ScreenPoint {
    pub x: f32,
    pub y: f32,
}

/// A size in screen points.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ScreenSize {
    pub width: f32,
    pub height: f32,
}

/// A rectangle on the canvas.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ScreenRect {
    pub min: ScreenPoint,
    pub max: ScreenPoint,
}

/// What part of the map is seen, and how large.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// Screen points per map unit.
    pub zoom: f32,
    /// The place of the map at the canvas's upper left corner.
    pub origin: Point,
    /// Of the canvas.
    pub view: ScreenSize,
}

impl Camera {
    pub const MIN_ZOOM: f32 = 0.02;
    pub const MAX_ZOOM: f32 = 8.0;

    /// Where a place of the map is on the canvas. Pinned things stay at the canvas's edge once the
    /// map is scrolled past it.
    pub fn screen_from_map(&self, pin: Pin, p: Point) -> ScreenPoint {
        let _ = (pin, p);
        todo!()
    }

    /// Which place of the map is at a point of the canvas, for things with this pin.
    pub fn map_from_screen(&self, pin: Pin, p: ScreenPoint) -> Point {
        let _ = (pin, p);
        todo!()
    }

    /// What of the map is in view.
    pub fn visible(&self) -> Rect {
        todo!()
    }
}
