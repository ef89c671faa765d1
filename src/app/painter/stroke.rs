//! Curves and dashed lines as points and pieces on screen.

use egui::{Mesh, Pos2, Rect, Shape, Stroke, Vec2};

/// Dashes closer together than this many points are drawn as a whole line.
const CLOSEST_DASHES: f32 = 3.0;

/// Adds a cubic curve from the last of `points`, in pieces too short to be seen as straight.
pub fn curve(points: &mut Vec<Pos2>, [a, b, end]: [Pos2; 3]) {
    let Some(&start) = points.last() else { return };
    let length = start.distance(a) + a.distance(b) + b.distance(end);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a clamped number of pieces"
    )]
    let pieces = (length.sqrt() * 1.4).ceil().clamp(2.0, 48.0) as u16;
    for piece in 1..=pieces {
        let t = f32::from(piece) / f32::from(pieces);
        let s = 1.0 - t;
        let weights = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
        let sum = [start, a, b, end]
            .iter()
            .zip(weights)
            .fold(Vec2::ZERO, |sum, (p, weight)| sum + p.to_vec2() * weight);
        points.push(sum.to_pos2());
    }
}

/// The outline of a rounded rectangle, closed, clockwise from its upper left corner's end.
pub fn rounded(rect: Rect, radius: f32) -> Vec<Pos2> {
    const HANDLE: f32 = 0.552_3;
    let r = radius.min(rect.width() / 2.0).min(rect.height() / 2.0).max(0.0);
    let first = rect.left_top() + Vec2::new(r, 0.0);
    let mut points = vec![first];
    let corners = [
        (rect.right_top(), Vec2::X, Vec2::Y),
        (rect.right_bottom(), Vec2::Y, -Vec2::X),
        (rect.left_bottom(), -Vec2::X, -Vec2::Y),
        (rect.left_top(), -Vec2::Y, Vec2::X),
    ];
    for (corner, along, next) in corners {
        let start = corner - along * r;
        points.push(start);
        if r > 0.5 {
            let inward = 1.0 - HANDLE;
            let handles = [corner - along * r * inward, corner + next * r * inward];
            curve(&mut points, [handles[0], handles[1], corner + next * r]);
        }
    }
    points.push(first);
    points
}

/// Whether a closed outline turns one way only; egui fills no other.
pub fn is_convex(points: &[Pos2]) -> bool {
    let turns = points.iter().zip(points.iter().cycle().skip(1)).zip(points.iter().cycle().skip(2));
    let (mut left, mut right) = (false, false);
    for ((a, b), c) in turns {
        let turn = (*b - *a).rot90().dot(*c - *b);
        left |= turn > 0.01;
        right |= turn < -0.01;
    }
    !(left && right)
}

/// A filled shape whose every corner can be seen from its middle: a star.
pub fn fan(points: &[Pos2], fill: egui::Color32) -> Mesh {
    let mut mesh = Mesh::default();
    mesh.colored_vertex(Rect::from_points(points).center(), fill);
    let mut last = None;
    for (corner, index) in points.iter().chain(points.first()).zip(1..) {
        mesh.colored_vertex(*corner, fill);
        if let Some(last) = last {
            mesh.add_triangle(0, last, index);
        }
        last = Some(index);
    }
    mesh
}

/// A dashed line along `points`, only where it can be seen. Upright and level pieces are put on
/// whole pixels and into one mesh: a map has many, and they are long.
pub fn dashed(
    points: &[Pos2],
    stroke: Stroke,
    (on, off): (f32, f32),
    clip: Rect,
    pixel: f32,
    shapes: &mut Vec<Shape>,
) {
    if on + off < CLOSEST_DASHES {
        let faint = stroke.color.gamma_multiply(on / (on + off).max(f32::EPSILON));
        shapes.push(Shape::line(points.to_vec(), Stroke::new(stroke.width, faint)));
        return;
    }
    let is_straight = |pair: &[Pos2]| matches!(pair, [a, b] if (a.x - b.x).abs() < 0.01 || (a.y - b.y).abs() < 0.01);
    if !points.windows(2).all(is_straight) {
        Shape::dashed_line_many(points, stroke, on, off, shapes);
        return;
    }
    let mut mesh = Mesh::default();
    let mut phase = 0.0;
    for pair in points.windows(2) {
        if let &[a, b] = pair {
            straight(a, b, phase, (on, off), clip, |from, to| {
                mesh.add_colored_rect(bar(from, to, stroke.width, pixel), stroke.color);
            });
            phase = (phase + a.distance(b)) % (on + off);
        }
    }
    if !mesh.is_empty() {
        shapes.push(Shape::mesh(mesh));
    }
}

/// The dashes of a straight piece that can be seen; `phase` is how much of the pattern came before.
fn straight(
    a: Pos2,
    b: Pos2,
    phase: f32,
    (on, off): (f32, f32),
    clip: Rect,
    mut dash: impl FnMut(Pos2, Pos2),
) {
    let length = a.distance(b);
    if length < 0.01 || !clip.intersects(Rect::from_two_pos(a, b).expand(1.0)) {
        return;
    }
    let way = (b - a) / length;
    // How far along the piece the view begins and ends.
    let along = |p: Pos2| (p - a).dot(way);
    let (enter, leave) = (along(clip.min), along(clip.max));
    let first = enter.min(leave).max(0.0);
    let last = enter.max(leave).min(length);
    let period = on + off;
    let mut at = ((first + phase) / period).floor() * period - phase;
    while at < last {
        let (from, to) = (at.max(0.0), (at + on).min(length));
        if to > from {
            dash(a + way * from, a + way * to);
        }
        at += period;
    }
}

/// A dash as a rectangle on whole pixels.
fn bar(from: Pos2, to: Pos2, width: f32, pixel: f32) -> Rect {
    let whole = |x: f32| (x / pixel).round() * pixel;
    let width = whole(width).max(pixel);
    let rect = Rect::from_two_pos(from, to);
    let (is_level, half) = (rect.width() >= rect.height(), width / 2.0);
    if is_level {
        let top = whole(rect.min.y - half);
        Rect::from_min_max(Pos2::new(rect.min.x, top), Pos2::new(rect.max.x, top + width))
    } else {
        let left = whole(rect.min.x - half);
        Rect::from_min_max(Pos2::new(left, rect.min.y), Pos2::new(left + width, rect.max.y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dashes_of(a: Pos2, b: Pos2, clip: Rect) -> Vec<(f32, f32)> {
        let mut dashes = Vec::new();
        straight(a, b, 0.0, (4.0, 6.0), clip, |from, to| dashes.push((from.x, to.x)));
        dashes
    }

    #[test]
    fn dashes_keep_their_places_when_only_a_part_is_seen() {
        let everything = Rect::from_min_max(Pos2::new(-1e6, -1e6), Pos2::new(1e6, 1e6));
        let part = Rect::from_min_max(Pos2::new(45.0, -5.0), Pos2::new(62.0, 5.0));
        let (a, b) = (Pos2::new(0.0, 0.0), Pos2::new(98.0, 0.0));
        let all = dashes_of(a, b, everything);
        assert_eq!(all.len(), 10);
        assert_eq!(all.last(), Some(&(90.0, 94.0)));
        assert_eq!(dashes_of(a, b, part), [(40.0, 44.0), (50.0, 54.0), (60.0, 64.0)]);
    }

    #[test]
    fn a_star_is_not_convex() {
        let square = [(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0)];
        let dart = [(0.0, 0.0), (9.0, 0.0), (2.0, 2.0), (0.0, 9.0)];
        for (corners, expected) in [(square, true), (dart, false)] {
            let points = corners.map(|(x, y)| Pos2::new(x, y));
            assert_eq!(is_convex(&points), expected, "{corners:?}");
        }
        let mesh = fan(&square.map(|(x, y)| Pos2::new(x, y)), egui::Color32::RED);
        assert!(mesh.is_valid());
        assert_eq!(mesh.indices.len(), 12);
    }

    #[test]
    fn a_curve_ends_where_it_should() {
        let mut points = vec![Pos2::ZERO];
        curve(&mut points, [Pos2::new(0.0, 50.0), Pos2::new(50.0, 100.0), Pos2::new(100.0, 100.0)]);
        assert!(points.len() > 8);
        assert_eq!(points.last(), Some(&Pos2::new(100.0, 100.0)));
    }
}
