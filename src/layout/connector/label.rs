//! What a link says: a pill with its label and share, standing in a gap.

use super::way::Way;
use crate::{
    font::{Line, Weight},
    layout::setting::{self, Drawing, Setting},
    model::Link,
    scene::{Block, Item, PathStep, Point, Rect, Size, Stroke},
    theme::{Tone, size, type_size},
};
use std::sync::Arc;

/// A label's text, broken, and how large its pill is.
#[derive(Debug, PartialEq)]
pub struct Label {
    lines: Vec<Arc<Line>>,
    /// A sign before the text says that the link is meant to lead back.
    is_loop: bool,
    pub size: Size,
}

const TEXT_WIDTH: f32 = size::LABEL_WIDTH - PADDING.0 * 2.0;
const LINES: usize = 2;
const PADDING: (f32, f32) = (8.0, 3.0);
/// Of the sign of a loop, and between it and the text.
const SIGN: f32 = 9.0;
const SIGN_GAP: f32 = 5.0;
/// Between two pills.
const CLEARANCE: f32 = 4.0;
/// How finely, and how far, room is searched along a link.
const STEP: f32 = 8.0;
const STEPS: u8 = 60;
/// A gap with more labels than this is not searched for room.
const MOST: usize = 64;

/// The label of a link; `None` where it has neither label nor share, and is no loop.
pub fn label(link: &Link, setting: &Setting) -> Option<Label> {
    let share = link.share.map_or_else(String::new, |share| setting.text.map_share(share));
    let words = link.label.trim();
    let text = match (words.is_empty(), share.is_empty()) {
        (true, true) if !link.is_loop => return None,
        (false, false) => format!("{words} {}", share.replace(' ', "\u{a0}")),
        _ => format!("{words}{share}"),
    };
    let fonts = setting.fonts;
    let (lines, height) = if text.is_empty() {
        (Vec::new(), size::LABEL_HEIGHT)
    } else {
        let lines = fonts.wrap(&text, Weight::Medium, type_size::SMALL, TEXT_WIDTH, LINES);
        let height = setting::height(fonts, &lines) + PADDING.1 * 2.0;
        (lines, height)
    };
    let width = lines.iter().map(|line| line.width).fold(0.0, f32::max).ceil();
    let width = width + sign_room(link.is_loop, &lines) + PADDING.0 * 2.0;
    Some(Label { lines, is_loop: link.is_loop, size: Size::new(width, height) })
}

/// Whether two states of a link have the same label.
pub fn same_label(a: &Link, b: &Link) -> bool {
    a.label == b.label && a.share == b.share && a.is_loop == b.is_loop
}

/// The width that the sign of a loop takes from the text.
fn sign_room(is_loop: bool, lines: &[Arc<Line>]) -> f32 {
    match (is_loop, lines.is_empty()) {
        (false, _) => 0.0,
        (true, true) => SIGN,
        (true, false) => SIGN + SIGN_GAP,
    }
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
    if label.is_loop {
        let center = Point::new(rect.min.x + PADDING.0 + SIGN / 2.0, 0.0);
        draw_sign(&mut drawing, center, text_tone);
    }
    let middle = sign_room(label.is_loop, &label.lines) / 2.0;
    let text_height = setting::height(setting.fonts, &label.lines);
    let mut top = -text_height / 2.0;
    for line in &label.lines {
        let left = Point::new(middle - line.width / 2.0, top);
        drawing.line(setting.fonts, line, left, text_tone);
        top += setting.fonts.line_height(line.size);
    }
    drawing.block(rect.expand(1.0))
}

/// Three quarters of a circle, and a head at the top that points back.
fn draw_sign(drawing: &mut Drawing, center: Point, tone: Tone) {
    let radius = SIGN / 2.0 - 0.75;
    let handle = radius * 0.552_284_8;
    let at = |x: f32, y: f32| Point::new(center.x + x, center.y + y);
    let (r, h) = (radius, handle);
    let path = vec![
        PathStep::MoveTo(at(-r, 0.0)),
        PathStep::CurveTo(at(-r, h), at(-h, r), at(0.0, r)),
        PathStep::CurveTo(at(h, r), at(r, h), at(r, 0.0)),
        PathStep::CurveTo(at(r, -h), at(h, -r), at(0.0, -r)),
    ];
    let stroke = Stroke { tone, width: 1.25, dash: None };
    drawing.0.push(Item::Path { path, fill: None, stroke: Some(stroke) });
    let head = vec![
        PathStep::MoveTo(at(-3.25, -r)),
        PathStep::LineTo(at(0.5, -r - 2.5)),
        PathStep::LineTo(at(0.5, -r + 2.5)),
        PathStep::Close,
    ];
    drawing.0.push(Item::Path { path: head, fill: Some(tone), stroke: None });
}

/// The way of a link through the gap that its label stands in.
#[derive(Debug, Clone, Copy)]
pub struct LabelWay {
    /// The middle of the piece that arrives, where nothing of other links runs.
    pub arrive: Point,
    /// Where a label on the upright piece has its middle.
    pub upright: f32,
    /// The other end of that piece; as high as `arrive` where there is none.
    pub leave: f32,
}

/// Where the pills of one gap stand.
#[derive(Default)]
pub struct Places(Vec<Rect>);

impl Places {
    /// The first free one of the places where a pill could be, else the first: on the piece that
    /// arrives, along the upright one, on the piece that leaves.
    pub fn find(&mut self, label: &Label, way: LabelWay) -> Point {
        let others = self.0.get(self.0.len().saturating_sub(MOST)..).unwrap_or_default();
        let LabelWay { arrive, upright, leave } = way;
        let height = leave - arrive.y;
        let steps = (height.abs() / STEP).floor();
        let along = (0_u8..STEPS)
            .map(f32::from)
            .take_while(|&at| at <= steps)
            .map(|at| arrive.y + height.signum() * at * STEP);
        let along = along.chain([leave]).map(|y| Point::new(upright, y));
        let is_free = |&center: &Point| {
            let rect = area(label.size, center).expand(CLEARANCE);
            others.iter().all(|other| !other.overlaps(&rect))
        };
        let center = [arrive].into_iter().chain(along).find(is_free).unwrap_or(arrive);
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
