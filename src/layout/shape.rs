//! The shapes that say what colour says: circle, diamond, triangle, and the star.

use crate::{
    model::Mark,
    scene::{Item, PathStep, Point, Rect, Stroke, Vec2},
    theme::Tone,
};
use std::f32::consts::{PI, TAU};

/// What a mark fills and outlines its card with.
pub const fn tones(mark: Option<Mark>) -> (Tone, Tone) {
    match mark {
        Some(Mark::Positive) => (Tone::PositiveSoft, Tone::Positive),
        Some(Mark::Decision) => (Tone::DecisionSoft, Tone::Decision),
        Some(Mark::Friction) => (Tone::FrictionSoft, Tone::Friction),
        None => (Tone::Card, Tone::Unmarked),
    }
}

/// A mark's symbol, in its full tone; `halo` sets it off from a line that runs behind it.
pub fn symbol(mark: Option<Mark>, center: Point, radius: f32, halo: Option<Tone>) -> Item {
    let (_, tone) = tones(mark);
    let stroke = halo.map(|tone| Stroke { tone, width: 2.0, dash: None });
    // Each a little larger or smaller, so that all look equally large.
    match mark {
        None => {
            let stroke = Some(Stroke { tone, width: 1.5, dash: None });
            circle(center, radius - 0.75, None, stroke)
        }
        Some(Mark::Positive) => circle(center, radius, Some(tone), stroke),
        Some(Mark::Decision) => {
            let r = radius * 1.2;
            let corners = [(0.0, -r), (r, 0.0), (0.0, r), (-r, 0.0)];
            polygon(center, corners, tone, stroke)
        }
        Some(Mark::Friction) => {
            let r = radius * 1.12;
            let corners = [(0.0, -r), (r * 1.08, r * 0.86), (-r * 1.08, r * 0.86)];
            polygon(center, corners, tone, stroke)
        }
    }
}

/// A star with five points.
pub fn star(center: Point, radius: f32, tone: Tone) -> Item {
    let corners = (0_u8..10).map(|corner| {
        let angle = TAU * f32::from(corner) / 10.0 - PI / 2.0;
        let r = if corner % 2 == 0 { radius } else { radius * 0.45 };
        (r * angle.cos(), r * angle.sin())
    });
    polygon(center, corners, tone, None)
}

/// A circle.
pub fn circle(center: Point, radius: f32, fill: Option<Tone>, stroke: Option<Stroke>) -> Item {
    let rect = Rect::new(center.x - radius, center.y - radius, radius * 2.0, radius * 2.0);
    Item::Rect { rect, radius, fill, stroke }
}

fn polygon(
    center: Point,
    corners: impl IntoIterator<Item = (f32, f32)>,
    fill: Tone,
    stroke: Option<Stroke>,
) -> Item {
    let mut path: Vec<PathStep> = Vec::new();
    for (x, y) in corners {
        let at = center + Vec2::new(x, y);
        path.push(if path.is_empty() { PathStep::MoveTo(at) } else { PathStep::LineTo(at) });
    }
    path.push(PathStep::Close);
    Item::Path { path, fill: Some(fill), stroke }
}
