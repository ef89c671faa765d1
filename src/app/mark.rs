//! A mark in the window: always colour and shape.

use super::style;
use crate::{
    model::Mark,
    text::Text,
    theme::{Theme, Tone},
};
use egui::{Painter, Pos2, Sense, Shape, Stroke, Ui, Vec2};

/// The full and the soft tone of a mark.
pub fn tones(mark: Option<Mark>) -> (Tone, Tone) {
    match mark {
        Some(Mark::Positive) => (Tone::Positive, Tone::PositiveSoft),
        Some(Mark::Decision) => (Tone::Decision, Tone::DecisionSoft),
        Some(Mark::Friction) => (Tone::Friction, Tone::FrictionSoft),
        None => (Tone::Unmarked, Tone::Card),
    }
}

/// What it is called.
pub fn name(text: &Text, mark: Option<Mark>) -> String {
    match mark {
        Some(Mark::Positive) => text.inspector_positive(),
        Some(Mark::Decision) => text.inspector_decision(),
        Some(Mark::Friction) => text.inspector_friction(),
        None => text.inspector_unmarked(),
    }
}

/// Paints the shape of a mark: circle, diamond, triangle, or a grey ring.
pub fn paint(painter: &Painter, center: Pos2, size: f32, mark: Option<Mark>, theme: Theme) {
    let fill = style::color(theme, tones(mark).0);
    let r = size / 2.0;
    let at = |x: f32, y: f32| center + Vec2::new(x * r, y * r);
    let shape = match mark {
        Some(Mark::Positive) => Shape::circle_filled(center, r, fill),
        Some(Mark::Decision) => {
            let corners = vec![at(0.0, -1.2), at(1.2, 0.0), at(0.0, 1.2), at(-1.2, 0.0)];
            Shape::convex_polygon(corners, fill, Stroke::NONE)
        }
        Some(Mark::Friction) => {
            let corners = vec![at(0.0, -1.1), at(1.15, 0.95), at(-1.15, 0.95)];
            Shape::convex_polygon(corners, fill, Stroke::NONE)
        }
        None => Shape::circle_stroke(center, r - 0.5, Stroke::new(1.5, fill)),
    };
    painter.add(shape);
}

/// The shape of a mark as a widget that only shows.
pub fn shape_ui(ui: &mut Ui, mark: Option<Mark>, size: f32, theme: Theme) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(size + 3.0), Sense::hover());
    paint(ui.painter(), rect.center(), size, mark, theme);
}
