//! An arrow: a line with rounded corners and a head.

use crate::{
    layout::setting::Drawing,
    scene::{Item, PathStep, Point, Stroke, Vec2},
    theme::Tone,
};

const WIDTH: f32 = 1.75;
const CORNER: f32 = 6.0;
const HEAD_LENGTH: f32 = 8.0;
const HEAD_HALF: f32 = 4.0;
/// From the tip to the card.
const TIP_GAP: f32 = 1.5;

/// Draws an arrow along level and upright pieces.
pub fn draw(drawing: &mut Drawing, route: &[Point], tone: Tone, is_dashed: bool) {
    let [.., before, end] = route else { return };
    let toward = unit(*end - *before);
    let tip = *end - scaled(toward, TIP_GAP);
    let neck = tip - scaled(toward, HEAD_LENGTH - 1.0);
    let stroke = Stroke { tone, width: WIDTH, dash: is_dashed.then_some((5.0, 4.0)) };
    let path = rounded(route, neck);
    drawing.0.push(Item::Path { path, fill: None, stroke: Some(stroke) });
    let across = Vec2::new(-toward.y * HEAD_HALF, toward.x * HEAD_HALF);
    let foot = tip - scaled(toward, HEAD_LENGTH);
    let path = vec![
        PathStep::MoveTo(tip),
        PathStep::LineTo(foot + across),
        PathStep::LineTo(foot - across),
        PathStep::Close,
    ];
    drawing.0.push(Item::Path { path, fill: Some(tone), stroke: None });
}

/// The route with round corners, ending at `end`.
fn rounded(route: &[Point], end: Point) -> Vec<PathStep> {
    let mut path: Vec<PathStep> = route.first().map(|&p| PathStep::MoveTo(p)).into_iter().collect();
    for corner in route.windows(3) {
        let &[before, at, after] = corner else { continue };
        let (arrive, leave) = (at - before, after - at);
        let radius = CORNER.min(length(arrive) / 2.0).min(length(leave) / 2.0);
        // A quarter of a circle, as a cubic.
        let handle = radius * (1.0 - 0.552_284_8);
        let (into, out) = (unit(arrive), unit(leave));
        path.push(PathStep::LineTo(at - scaled(into, radius)));
        path.push(PathStep::CurveTo(
            at - scaled(into, handle),
            at + scaled(out, handle),
            at + scaled(out, radius),
        ));
    }
    path.push(PathStep::LineTo(end));
    path
}

fn length(way: Vec2) -> f32 {
    way.x.hypot(way.y)
}

fn scaled(way: Vec2, by: f32) -> Vec2 {
    Vec2::new(way.x * by, way.y * by)
}

fn unit(way: Vec2) -> Vec2 {
    let length = length(way);
    if length > 0.0 { Vec2::new(way.x / length, way.y / length) } else { way }
}
