//! Headers: stages at the top, steps with the customer's actions below them, lanes at the left.

use super::setting::{self, Drawing, Setting, whole};
use crate::{
    font::{Line, Weight},
    model::{Lane, Stage, Step},
    scene::{Block, Item, Point, Rect, Size, Stroke},
    theme::{Tone, size, type_size},
};
use std::sync::Arc;

/// Of a lane header's text.
pub const TEXT_WIDTH: f32 = size::LANE_HEADER_WIDTH - TEXT_LEFT - 8.0;
const TEXT_LEFT: f32 = 16.0;
const NAME_LINES: usize = 3;
const ROLE_LINES: usize = 2;
const ACTION_LINES: usize = 5;
/// Of the circle around a step's number.
const NUMBER_RADIUS: f32 = 10.0;
const ACTION_LEFT: f32 = size::CARD_INSET + NUMBER_RADIUS * 2.0 + 8.0;
const ACTION_WIDTH: f32 = size::CARD_WIDTH - NUMBER_RADIUS * 2.0;
const ACTION_PADDING: f32 = 12.0;

/// A stage's header: its name on one line, its period at the right.
pub fn stage(stage: &Stage, width: f32, setting: &Setting) -> Block {
    let fonts = setting.fonts;
    let rect = Rect::new(4.0, 6.0, (width - 8.0).max(0.0), size::STAGE_HEADER_HEIGHT - 12.0);
    let mut drawing = Drawing::default();
    drawing.fill(rect, 6.0, Tone::Header);
    let period = stage.period.map(|period| setting.words.period(period));
    let (left, end) = (rect.min.x + 12.0, rect.max.x - 12.0);
    let right = period.as_ref().map_or(end, |period| end - period.width - 8.0);
    let (weight, font_size) = (Weight::SemiBold, type_size::LARGE);
    let top = (rect.center().y - fonts.line_height(font_size) / 2.0).round();
    let text_width = (right - left).max(24.0);
    let name = fonts.wrap(&stage.name, weight, font_size, text_width, 1);
    // The name comes first: the screen moves a header's first line to where it can be read.
    drawing.lines(fonts, &name, Point::new(left, top), Tone::Text);
    if let Some(period) = period {
        let top = rect.center().y - fonts.line_height(period.size) / 2.0;
        drawing.line(fonts, period, Point::new(end - period.width, top), Tone::Secondary);
    }
    let mut block = drawing.block(Rect::new(0.0, 0.0, width, size::STAGE_HEADER_HEIGHT));
    block.text_box = Some(Rect::new(left, top, text_width, fonts.line_height(font_size)));
    block
}

/// What a step's header says.
pub struct StepText {
    number: Arc<Line>,
    action: Vec<Arc<Line>>,
    pub height: f32,
}

impl StepText {
    /// `number` counts the steps of the whole map from 1.
    pub fn new(step: &Step, number: usize, setting: &Setting) -> Self {
        let fonts = setting.fonts;
        let number = fonts.line(&number.to_string(), Weight::Medium, type_size::SMALL);
        let (weight, font_size) = (Weight::Regular, type_size::BODY);
        let action = fonts.wrap(&step.action, weight, font_size, ACTION_WIDTH, ACTION_LINES);
        let height = setting::height(fonts, &action).max(NUMBER_RADIUS * 2.0);
        Self { number: Arc::new(number), action, height: height + ACTION_PADDING * 2.0 }
    }

    /// Whether there is no customer action.
    pub fn is_empty(&self) -> bool {
        self.action.is_empty()
    }
}

/// A step's header: its number in a circle, and what the customer does. The circle of an action
/// that has no touchpoint yet is dashed.
pub fn step(text: &StepText, is_matched: bool, area: Size, setting: &Setting) -> Block {
    let fonts = setting.fonts;
    let mut drawing = Drawing::default();
    let center = Point::new(size::CARD_INSET + NUMBER_RADIUS, ACTION_PADDING + 8.0);
    // A number of three digits is wider than the circle.
    let half = (text.number.width / 2.0 + 4.0).max(NUMBER_RADIUS);
    let pill =
        Rect::new(center.x - half, center.y - NUMBER_RADIUS, half * 2.0, NUMBER_RADIUS * 2.0);
    let dash = (!is_matched).then_some((3.0, 2.5));
    let tone = if is_matched { Tone::Quiet } else { Tone::Secondary };
    let stroke = Some(Stroke { tone, width: 1.0, dash });
    drawing.0.push(Item::Rect {
        rect: pill,
        radius: NUMBER_RADIUS,
        fill: Some(Tone::Panel),
        stroke,
    });
    let number_top = center.y - fonts.line_height(text.number.size) / 2.0;
    let number_at = Point::new(center.x - text.number.width / 2.0, number_top);
    drawing.line(fonts, &text.number, number_at, Tone::Secondary);
    let at = Point::new(ACTION_LEFT, ACTION_PADDING);
    let bottom = drawing.lines(fonts, &text.action, at, Tone::Text);
    let mut block = drawing.block(Rect::new(0.0, 0.0, area.width, area.height));
    let text_height = (bottom - at.y).max(fonts.line_height(type_size::BODY));
    block.text_box = Some(Rect::new(at.x, at.y, ACTION_WIDTH, text_height));
    block
}

/// What a lane's header says.
pub struct LaneText {
    name: Vec<Arc<Line>>,
    role: Vec<Arc<Line>>,
    /// What the text needs, with room above and below.
    pub height: f32,
}

impl LaneText {
    pub fn new(lane: &Lane, setting: &Setting) -> Self {
        let fonts = setting.fonts;
        let wrap = |text, weight, size, lines| fonts.wrap(text, weight, size, TEXT_WIDTH, lines);
        let name = wrap(&lane.name, Weight::SemiBold, type_size::BODY, NAME_LINES);
        let role = setting.words.role(lane.role);
        let role = wrap(role, Weight::Regular, type_size::SMALL, ROLE_LINES);
        let height = setting::height(fonts, &name) + setting::height(fonts, &role);
        Self { name, role, height: height + size::LANE_PADDING * 2.0 }
    }
}

/// A lane's header; `band` is what the lane is painted on.
pub fn lane(text: &LaneText, height: f32, band: Tone, setting: &Setting) -> Block {
    let rect = Rect::new(0.0, 0.0, size::LANE_HEADER_WIDTH, height);
    let mut drawing = left_header(rect, band);
    let mut block = {
        let at = Point::new(TEXT_LEFT, size::LANE_PADDING);
        let bottom = drawing.lines(setting.fonts, &text.name, at, Tone::Text);
        drawing.lines(setting.fonts, &text.role, Point::new(at.x, bottom), Tone::Secondary);
        drawing.block(rect)
    };
    let line = setting.fonts.line_height(type_size::BODY);
    let name_height = setting::height(setting.fonts, &text.name).max(line);
    block.text_box = Some(Rect::new(TEXT_LEFT, size::LANE_PADDING, TEXT_WIDTH, name_height));
    block
}

/// The header of the row of customer actions.
pub fn actions(height: f32, setting: &Setting) -> Block {
    let rect = Rect::new(0.0, 0.0, size::LANE_HEADER_WIDTH, height);
    let mut drawing = left_header(rect, Tone::Panel);
    let at = Point::new(TEXT_LEFT, ACTION_PADDING);
    drawing.lines(setting.fonts, &setting.words.actions, at, Tone::Secondary);
    drawing.block(rect)
}

/// The header of the emotion curve, with the ends of its axis.
pub fn emotion(band: Tone, setting: &Setting) -> Block {
    let (fonts, words) = (setting.fonts, setting.words);
    let rect = Rect::new(0.0, 0.0, size::LANE_HEADER_WIDTH, size::EMOTION_HEIGHT);
    let mut drawing = left_header(rect, band);
    let height =
        setting::height(fonts, &words.emotion) + setting::height(fonts, &words.emotion_source);
    let at = Point::new(TEXT_LEFT, ((rect.height() - height) / 2.0).round());
    let bottom = drawing.lines(fonts, &words.emotion, at, Tone::Text);
    drawing.lines(fonts, &words.emotion_source, Point::new(at.x, bottom), Tone::Secondary);
    let line = fonts.line_height(type_size::SMALL);
    let x = rect.max.x - 16.0;
    drawing.line(fonts, &words.plus, Point::new(x, 12.0), Tone::Secondary);
    drawing.line(fonts, &words.minus, Point::new(x, rect.max.y - 12.0 - line), Tone::Secondary);
    drawing.block(rect)
}

/// What is behind every header at the left: opaque, because the map scrolls under it.
fn left_header(rect: Rect, band: Tone) -> Drawing {
    let mut drawing = Drawing::default();
    drawing.fill(rect, 0.0, band);
    let (right, bottom) = (rect.max.x - 0.5, rect.max.y - 0.5);
    let (from, to) = (Point::new(right, rect.min.y), Point::new(right, rect.max.y));
    drawing.rule(from, to, whole(Tone::Line, 1.0));
    let (from, to) = (Point::new(0.0, bottom), Point::new(right, bottom));
    drawing.rule(from, to, whole(Tone::Line, 1.0));
    drawing
}
