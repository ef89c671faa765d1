//! The emotion curve: smooth, through each step's point, never beyond it.

use super::{
    setting::{Drawing, whole},
    shape,
};
use crate::{
    model::Mark,
    scene::{Block, Item, PathStep, Point, Rect, Stroke, Vec2},
    theme::{Tone, size},
};

/// From the band's edges to the curve at −2 and +2.
const MARGIN: f32 = 20.0;
const POINT_RADIUS: f32 = 5.0;

/// The band of the curve, around its upper left corner. `points` are the steps that have one, from
/// left to right: x, and −2 to +2. `band` is what it is painted on.
pub fn curve(points: &[(f32, f32)], left: f32, width: f32, band: Tone) -> Block {
    let rect = Rect::new(0.0, 0.0, width, size::EMOTION_HEIGHT);
    let mut drawing = Drawing::default();
    if band != Tone::Canvas {
        drawing.fill(rect, 0.0, band);
    }
    let bottom = rect.max.y - 0.5;
    let (from, to) = (Point::new(0.0, bottom), Point::new(width, bottom));
    drawing.rule(from, to, whole(Tone::Line, 1.0));
    let middle = Stroke { tone: Tone::Line, width: 1.0, dash: Some((4.0, 4.0)) };
    let y = y_of(0.0);
    drawing.rule(Point::new(left, y), Point::new(width, y), middle);
    let places: Vec<Point> = points.iter().map(|&(x, value)| Point::new(x, y_of(value))).collect();
    if places.len() > 1 {
        let path = smooth(&places);
        drawing.0.push(Item::Path { path, fill: None, stroke: Some(whole(Tone::Accent, 2.0)) });
    }
    for (&place, &(_, value)) in places.iter().zip(points) {
        let mark = match value {
            value if value >= 0.5 => Some(Mark::Positive),
            value if value <= -0.5 => Some(Mark::Friction),
            _ => None,
        };
        let halo = Stroke { tone: Tone::Canvas, width: 2.0, dash: None };
        drawing.0.push(match mark {
            Some(_) => shape::symbol(mark, place, POINT_RADIUS, Some(Tone::Canvas)),
            // Neither good nor bad. A diamond would be a decision, which is no feeling.
            None => shape::circle(place, POINT_RADIUS - 0.5, Some(Tone::Accent), Some(halo)),
        });
    }
    drawing.block(rect)
}

fn y_of(value: f32) -> f32 {
    let middle = size::EMOTION_HEIGHT / 2.0;
    middle - value.clamp(-2.0, 2.0) / 2.0 * (middle - MARGIN)
}

/// A path through points with rising x that is monotone between them (Fritsch and Carlson): it
/// turns only at points, so that it never shows a feeling better or worse than its steps.
fn smooth(points: &[Point]) -> Vec<PathStep> {
    let Some(&first) = points.first() else { return Vec::new() };
    let slopes: Vec<f32> = points
        .windows(2)
        .map(|pair| match pair {
            [a, b] if b.x > a.x => (b.y - a.y) / (b.x - a.x),
            _ => 0.0,
        })
        .collect();
    let slope = |at: Option<usize>| at.and_then(|at| slopes.get(at)).copied();
    let tangents: Vec<f32> = (0..points.len())
        .map(|at| match (slope(at.checked_sub(1)), slope(Some(at))) {
            // The harmonic mean keeps both sides monotone; a turn is level.
            (Some(a), Some(b)) if a * b > 0.0 => 2.0 * a * b / (a + b),
            // So are the ends.
            _ => 0.0,
        })
        .collect();
    let mut path = vec![PathStep::MoveTo(first)];
    for (pair, tangent) in points.windows(2).zip(tangents.windows(2)) {
        if let (&[a, b], &[from, to]) = (pair, tangent) {
            let third = (b.x - a.x) / 3.0;
            let leave = a + Vec2::new(third, from * third);
            let arrive = b - Vec2::new(third, to * third);
            path.push(PathStep::CurveTo(leave, arrive, b));
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_never_goes_beyond_its_points() {
        let mut rng = fastrand::Rng::with_seed(3);
        for _ in 0..200 {
            let points: Vec<Point> = (0_u8..12)
                .map(|at| Point::new(f32::from(at) * 200.0 + rng.f32() * 90.0, rng.f32() * 100.0))
                .collect();
            let mut from = points[0];
            for step in smooth(&points).into_iter().skip(1) {
                let PathStep::CurveTo(a, b, to) = step else { panic!("{step:?}") };
                // A cubic stays inside the hull of its handles.
                let (low, high) = (from.y.min(to.y) - 1e-3, from.y.max(to.y) + 1e-3);
                for handle in [a, b] {
                    assert!((low..=high).contains(&handle.y), "{from:?} {a:?} {b:?} {to:?}");
                }
                from = to;
            }
        }
    }

    #[test]
    fn better_is_higher_and_inside_the_band() {
        assert!(y_of(2.0) < y_of(0.0) && y_of(0.0) < y_of(-2.0));
        assert!(y_of(9.0) >= POINT_RADIUS && y_of(-9.0) <= size::EMOTION_HEIGHT - POINT_RADIUS);
    }

    #[test]
    fn steps_without_a_value_make_no_point() {
        let symbols = |points: &[(f32, f32)]| {
            let block = curve(points, 0.0, 900.0, Tone::Canvas);
            let filled = |item: &&Item| {
                matches!(item, Item::Rect { fill: Some(_), .. } | Item::Path { fill: Some(_), .. })
            };
            block.items.iter().filter(filled).count()
        };
        assert_eq!(symbols(&[]), 0);
        assert_eq!(symbols(&[(100.0, 1.0)]), 1);
        assert_eq!(symbols(&[(100.0, 1.0), (300.0, 0.0), (700.0, -1.0)]), 3);
    }
}
