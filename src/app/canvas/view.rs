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

    /// The part of the window where things with this pin are drawn.
    pub fn clip(&self, pin: Pin) -> egui::Rect {
        let edge = self.camera.header_edge();
        let edge = self.rect.min + egui::vec2(edge.x, edge.y);
        let mut clip = self.rect;
        if matches!(pin, Pin::Top | Pin::Corner) {
            clip.max.y = clip.max.y.min(edge.y);
        }
        if matches!(pin, Pin::Left | Pin::Corner) {
            clip.max.x = clip.max.x.min(edge.x);
        }
        clip
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
