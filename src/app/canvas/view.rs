//! From the map to the window: the camera, and where the canvas is.

use crate::{
    editor::Camera,
    scene::{Pin, Point, Rect, Scene, Source},
};
use egui::Pos2;

/// Where the map's things are in the window, in this frame.
#[derive(Clone, Copy)]
pub struct View {
    pub camera: Camera,
    /// The canvas in the window.
    pub rect: egui::Rect,
}

impl View {
    /// Where a place of the map is in the window.
    pub fn place(&self, pin: Pin, p: Point) -> Pos2 {
        let at = self.camera.screen_from_map(pin, p);
        Pos2::new(self.rect.left() + at.x, self.rect.top() + at.y)
    }

    pub fn area(&self, pin: Pin, rect: &Rect) -> egui::Rect {
        egui::Rect { min: self.place(pin, rect.min), max: self.place(pin, rect.max) }
    }
}

/// How a thing is pinned; what is not a block of its own moves with the map.
pub fn pin_of(scene: &Scene, source: Source) -> Pin {
    match source {
        Source::Touchpoint(_) | Source::Link(_) | Source::Emotion => Pin::Free,
        _ => {
            let block = scene.blocks.iter().find(|placed| placed.source == source);
            block.map_or(Pin::Free, |placed| placed.pin)
        }
    }
}
