//! What a link says: a pill with its label and share, standing in a gap.

use super::way::Way;
use crate::{
    font::{Line, Weight},
    layout::setting::{self, Drawing, Setting},
    model::Link,
    scene::{Block, Item, Point, Rect, Size, Stroke},
    theme::{Tone, size, type_size},
};
use std::sync::Arc;

/// A label's text, broken, and how large its pill is.
#[derive(Debug, PartialEq)]
pub struct Label {
    lines: Vec<Arc<Line>>,
    pub size: Size,
}

const TEXT_WIDTH: f32 = size::LABEL_WIDTH - PADDING.0 * 2.0;
const LINES: usize = 2;
const PADDING: (f32, f32) = (8.0, 3.0);
/// Between two pills.
const CLEARANCE: f32 = 4.0;
/// How finely, and how far, room is searched along a link.
const STEP: f32 = 8.0;
const STEPS: u8 = 60;
/// A gap with more labels than this is not searched for room.
const MOST: usize = 64;

/// The label of a link; `None` where it has neither label nor share.
pub fn label(link: &Link, setting: &Setting) -> Option<Label> {
    let share = link.share.map_or_else(String::new, |share| setting.text.map_share(share));
    let words = link.label.trim();
    let text = match (words.is_empty(), share.is_empty()) {
        (true, true) => return None,
        (false, false) => format!("{words} {}", share.replace(' ', "\u{a0}")),
        _ => format!("{words}{share}"),
    };
    let fonts = setting.fonts;
    let lines = fonts.wrap(&text, Weight::Medium, type_size::SMALL, TEXT_WIDTH, LINES);
    let width = lines.iter().map(|line| line.width).fold(0.0, f32::max).ceil();
    let height = setting::height(fonts, &lines);
    Some(Label { lines, size: Size::new(width + PADDING.0 * 2.0, height + PADDING.1 * 2.0) })
}

/// Draws a pill around its center.
pub fn draw(label: &Label, tone: Tone, setting: &Setting) -> Block {
    let rect = area(label.size, Point::default());
    let mut drawing = Drawing::default();
    drawing.0.push(Item::Rect {
        rect,
        radius: size::LABEL_HEIGHT / 2.0,
        fill: Some(Tone::Card),
        stroke: Some(Stroke { tone, width: 1.25, dash: None }),
    });
    let text_tone = if tone == Tone::Unmarked { Tone::Secondary } else { tone };
    let mut top = rect.min.y + PADDING.1;
    for line in &label.lines {
        drawing.line(setting.fonts, line, Point::new(-line.width / 2.0, top), text_tone);
        top += setting.fonts.line_height(line.size);
    }
    drawing.block(rect.expand(1.0))
}

/// Where the pills of one gap stand.
#[derive(Default)]
pub struct Places(Vec<Rect>);

impl Places {
    /// The first free one of the places where a pill could be, else the first: on the piece that
    /// arrives, along the upright one, on the piece that leaves. `x` is the gap's middle;
    /// `heights` are those of the pieces, from the arriving to the leaving one.
    pub fn find(&mut self, label: &Label, x: f32, [arrive, leave]: [f32; 2]) -> Point {
        let others = self.0.get(self.0.len().saturating_sub(MOST)..).unwrap_or_default();
        let way = leave - arrive;
        let steps = (way.abs() / STEP).floor();
        let along = (0_u8..STEPS)
            .map(f32::from)
            .take_while(|&at| at <= steps)
            .map(|at| arrive + way.signum() * at * STEP);
        let is_free = |&y: &f32| {
            let rect = area(label.size, Point::new(x, y)).expand(CLEARANCE);
            others.iter().all(|other| !other.overlaps(&rect))
        };
        let y = along.chain([leave]).find(is_free).unwrap_or(arrive);
        let center = Point::new(x, y);
        self.0.push(area(label.size, center));
        center
    }
}

/// Of a pill around its center.
pub fn area(size: Size, center: Point) -> Rect {
    let (x, y) = (center.x - size.width / 2.0, center.y - size.height / 2.0);
    Rect::new(x, y, size.width, size.height)
}

/// The gap that a link's label stands in: the one before the card that it leads to.
pub fn gap(way: &Way) -> usize {
    match way.enters {
        super::way::Side::Right => way.to.column,
        super::way::Side::Left => way.to.column.saturating_sub(1),
    }
}
