//! A radar of the six qualities: how round a touchpoint is.

use super::{rating, style, words};
use crate::{
    font::Weight,
    model::{Quality, Scores},
    text::Text,
    theme::{Theme, Tone, type_size},
};
use egui::{Align2, Id, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo};
use std::f32::consts::TAU;

/// From the middle to a score of 5.
const RADIUS: f32 = 56.0;
/// Above and below, for the names.
const MARGIN: f32 = 20.0;

/// Draws the radar, described for those who cannot see it.
pub fn radar_ui(ui: &mut Ui, scores: &Scores, text: &Text, theme: Theme) {
    let height = 2.0 * (RADIUS + MARGIN);
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), height));
    let response = ui.interact(rect, Id::unique("radar").with(ui.scope_id()), Sense::hover());
    let name = text.quality_radar(described(text, scores));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    paint(ui, rect, scores, text, theme);
}

/// Every quality with its value.
pub fn described(text: &Text, scores: &Scores) -> String {
    let value = |quality| {
        let score = rating::words(text, scores.0.get(&quality).copied());
        text.quality_value(words::quality(text, quality), score)
    };
    Quality::ALL.map(value).join(", ")
}

fn paint(ui: &Ui, rect: Rect, scores: &Scores, text: &Text, theme: Theme) {
    let tone = |tone| style::color(theme, tone);
    let painter = ui.painter();
    let center = rect.center();
    let ring = |score: f32| (0_u8..6).map(|at| corner(center, at, score)).collect::<Vec<_>>();
    for score in [1.0, 2.0, 3.0, 4.0, 5.0] {
        let line = if score > 4.5 { Tone::Quiet } else { Tone::Line };
        painter.add(Shape::closed_line(ring(score), Stroke::new(1.0, tone(line))));
    }
    for end in ring(5.0) {
        painter.line_segment([center, end], Stroke::new(1.0, tone(Tone::Line)));
    }
    let value = |quality: Quality| scores.0.get(&quality).map(|score| f32::from(score.value()));
    let points: Vec<Option<Pos2>> = Quality::ALL
        .into_iter()
        .zip(0..)
        .map(|(quality, at)| Some(corner(center, at, value(quality)?)))
        .collect();
    let line = Stroke::new(2.0, tone(Tone::Accent));
    // From each to the next; where one is not rated, the line is broken.
    for (at, point) in points.iter().enumerate() {
        let next = points.get((at + 1) % points.len()).copied().flatten();
        if let Some((from, to)) = point.zip(next) {
            let area = vec![center, from, to];
            let fill = tone(Tone::Accent).gamma_multiply(0.14);
            painter.add(Shape::convex_polygon(area, fill, Stroke::NONE));
            painter.line_segment([from, to], line);
        }
    }
    for point in points.into_iter().flatten() {
        painter.circle_filled(point, 3.0, tone(Tone::Accent));
    }
    for (quality, at) in Quality::ALL.into_iter().zip(0..) {
        let is_rated = value(quality).is_some();
        let ink = tone(if is_rated { Tone::Text } else { Tone::Secondary });
        let font = style::font(Weight::Regular, type_size::SMALL);
        let galley = painter.layout_no_wrap(words::quality(text, quality), font, ink);
        painter.galley(name_at(rect, at, galley.size()), galley, ink);
    }
}

/// The corner of a quality: the first stands at the top, the others follow as a clock goes.
fn corner(center: Pos2, at: u8, score: f32) -> Pos2 {
    let angle = f32::from(at) / 6.0 * TAU;
    center + Vec2::new(angle.sin(), -angle.cos()) * (RADIUS * score / 5.0)
}

/// The upper left corner of a name: outside of its corner of the radar, and inside of its place.
fn name_at(rect: Rect, at: u8, size: Vec2) -> Pos2 {
    let corner = corner(rect.center(), at, 5.0);
    let (anchor, by) = match at {
        0 => (Align2::CENTER_BOTTOM, Vec2::new(0.0, -4.0)),
        1 => (Align2::LEFT_BOTTOM, Vec2::new(-8.0, -6.0)),
        2 => (Align2::LEFT_TOP, Vec2::new(-8.0, 6.0)),
        3 => (Align2::CENTER_TOP, Vec2::new(0.0, 4.0)),
        4 => (Align2::RIGHT_TOP, Vec2::new(8.0, 6.0)),
        _ => (Align2::RIGHT_BOTTOM, Vec2::new(8.0, -6.0)),
    };
    let place = anchor.anchor_size(corner + by, size);
    let last = (rect.right() - size.x).max(rect.left());
    Pos2::new(place.left().clamp(rect.left(), last), place.top())
}
