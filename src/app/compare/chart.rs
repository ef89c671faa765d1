//! The emotion of all compared maps in one chart. Each curve has its persona's colour and a line of
//! its own, so that two can be told apart without colour too.

use super::{LABEL, MARGIN, Row, board::columns, id};
use crate::{
    app::{request::Pane, style, words},
    font::Weight,
    method::compare::{Compared, Comparison},
    text::Text,
    theme::{Tone, type_size},
};
use egui::{
    Align2, Color32, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo,
};

const HEIGHT: f32 = 168.0;
/// From the edges to the curves at −2 and +2.
const INSET: f32 = 24.0;
/// Points that stand closer than this are drawn as one.
const CLOSEST: f32 = 10.0;
/// Curves that say the same run beside each other.
const APART: f32 = 2.0;

/// Dashes and gaps of the lines, in their order; without any, a whole line.
const LINES: [&[f32]; 6] =
    [&[], &[8.0, 4.0], &[2.0, 4.0], &[12.0, 4.0, 2.0, 4.0], &[16.0, 6.0], &[5.0, 2.0]];

/// A short piece of a map's line, for its name.
pub fn line_sample(painter: &Painter, left: Pos2, at: usize, color: Color32) {
    painter.extend(line(&[left, left + Vec2::new(40.0, 0.0)], at, color));
    painter.circle_filled(left + Vec2::new(20.0, 0.0), 3.5, color);
}

fn line(points: &[Pos2], at: usize, color: Color32) -> Vec<Shape> {
    let stroke = Stroke::new(2.0, color);
    let pattern = LINES.get(at % LINES.len()).copied().unwrap_or_default();
    if pattern.is_empty() {
        return vec![Shape::line(points.to_vec(), stroke)];
    }
    let every_other =
        |from: usize| -> Vec<f32> { pattern.iter().copied().skip(from).step_by(2).collect() };
    Shape::dashed_line_with_offset(points, stroke, &every_other(0), &every_other(1), 0.0)
}

/// A curve in words: "Consider +0.5, Buy −1".
pub fn words(map: &Compared, comparison: &Comparison, text: &Text) -> String {
    let mut parts = Vec::new();
    let mut points = map.curve.iter().peekable();
    let mut end = 0.0_f32;
    for stage in &comparison.stages {
        end += 1.0;
        let (mut sum, mut count) = (0.0, 0.0);
        while let Some((_, value)) = points.next_if(|(x, _)| *x < end) {
            (sum, count) = (sum + value, count + 1.0);
        }
        if count > 0.0 {
            parts.push(format!("{} {}", stage.name, words::signed_mean(text, sum / count)));
        }
    }
    if parts.is_empty() { text.compare_no_emotion() } else { parts.join(", ") }
}

/// Draws the chart.
pub fn ui(
    ui: &mut Ui,
    rows: &[Row],
    (comparison, words): (&Comparison, &[String]),
    width: f32,
    pane: &Pane<'_>,
) {
    let tone = |tone| style::color(pane.theme, tone);
    let count = comparison.stages.len();
    let left = MARGIN + LABEL;
    let across = columns(left, width, count).last().unwrap_or(left) + width;
    ui.add_space(8.0);
    let (_, rect) = ui.allocate_space(Vec2::new(across, HEIGHT));
    let area = rect.with_min_x(rect.left() + left);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let at = Pos2::new(rect.left() + MARGIN, rect.top() + 16.0);
    let font = style::font(Weight::SemiBold, type_size::BODY);
    style::text_in(&painter, at, &pane.text.map_emotion(), LABEL, (font, tone(Tone::Text)));
    let quiet = Stroke::new(1.0, tone(Tone::Line));
    for x in columns(area.left(), width, count).skip(1) {
        painter.vline(x, area.y_range(), quiet);
    }
    let scale = style::font(Weight::Regular, type_size::SMALL);
    for (value, words) in [(-2.0, "−2"), (0.0, "0"), (2.0, "+2")] {
        let y = y_of(area, value);
        let middle = vec![Pos2::new(area.left(), y), Pos2::new(area.right(), y)];
        painter.extend(Shape::dashed_line(&middle, quiet, 4.0, 4.0));
        let at = Pos2::new(area.left() - 8.0, y);
        painter.text(at, Align2::RIGHT_CENTER, words, scale.clone(), tone(Tone::Secondary));
    }
    for ((at, row), map) in rows.iter().enumerate().zip(&comparison.maps) {
        let points = places(map, area, width, at, rows.len());
        painter.extend(line(&points, at, row.color));
        for point in points {
            painter.circle(point, 4.0, row.color, Stroke::new(1.5, tone(Tone::Canvas)));
        }
    }
    let all = rows.iter().zip(words).map(|(row, words)| format!("{}: {words}", row.title));
    let label = ui.interact(rect, id("emotion"), Sense::hover());
    label.widget_info(|| {
        let words = all.clone().collect::<Vec<_>>().join("; ");
        WidgetInfo::labeled(Role::Image, true, format!("{}. {words}", pane.text.map_emotion()))
    });
}

/// The points of a curve. Where there are more than can be told apart, their means.
fn places(map: &Compared, area: Rect, width: f32, at: usize, count: usize) -> Vec<Pos2> {
    let number = |count: usize| u8::try_from(count).map_or(0.0, f32::from);
    let aside = (number(at) - number(count.saturating_sub(1)) / 2.0) * APART;
    let mut places: Vec<Pos2> = Vec::new();
    let mut joined = 1.0;
    for &(along, value) in &map.curve {
        let place = Pos2::new(area.left() + along * width, y_of(area, value) + aside);
        match places.last_mut() {
            Some(last) if place.x - last.x < CLOSEST => {
                last.y = (last.y * joined + place.y) / (joined + 1.0);
                joined += 1.0;
            }
            _ => {
                places.push(place);
                joined = 1.0;
            }
        }
    }
    places
}

fn y_of(area: Rect, value: f32) -> f32 {
    area.center().y - value / 2.0 * (area.height() / 2.0 - INSET)
}
