//! What every part of the layout needs to set text: the fonts, and the words that are the same on
//! every map, shaped once.

use super::Shows;
use crate::{
    font::{Fonts, Line, Weight},
    model::{Control, Period, Role},
    scene::{Block, Item, Point, Rect, Stroke, Text},
    text,
    theme::{Tone, type_size},
};
use std::sync::Arc;

/// Fonts and words.
pub struct Setting<'a> {
    pub fonts: &'a Fonts,
    pub text: &'a text::Text,
    pub words: &'a Words,
    pub shows: Shows,
}

/// The words that layouts share.
pub struct Words {
    direct: String,
    indirect: String,
    roles: [String; 3],
    periods: [Arc<Line>; 4],
    pub actions: Vec<Arc<Line>>,
    pub emotion: Vec<Arc<Line>>,
    pub emotion_source: Vec<Arc<Line>>,
    pub plus: Arc<Line>,
    pub minus: Arc<Line>,
    pub interaction: Arc<Line>,
    pub visibility: Arc<Line>,
}

impl Words {
    pub fn new(fonts: &Fonts, text: &text::Text) -> Self {
        let small = |word: &str| Arc::new(fonts.line(word, Weight::Regular, type_size::SMALL));
        let wrap =
            |word: &str, weight, size| fonts.wrap(word, weight, size, super::header::TEXT_WIDTH, 3);
        Self {
            direct: text.map_direct(),
            indirect: text.map_indirect(),
            roles: [text.map_front_stage(), text.map_back_stage(), text.map_support()],
            periods: [
                small(&text.map_before()),
                small(&text.map_during()),
                small(&text.map_after()),
                small(&text.map_service()),
            ],
            actions: wrap(&text.map_actions(), Weight::Medium, type_size::BODY),
            emotion: wrap(&text.map_emotion(), Weight::SemiBold, type_size::BODY),
            emotion_source: wrap(&text.map_emotion_source(), Weight::Regular, type_size::SMALL),
            plus: small("+"),
            minus: small("\u{2212}"),
            interaction: small(&text.map_interaction()),
            visibility: small(&text.map_visibility()),
        }
    }

    pub fn control(&self, control: Control) -> &str {
        match control {
            Control::Direct => &self.direct,
            Control::Indirect => &self.indirect,
        }
    }

    /// The small line under a lane's name; an ordinary lane and one with a meaning of its own have
    /// none.
    pub fn role(&self, role: Role) -> &str {
        let [front, back, support] = &self.roles;
        match role {
            Role::Touchpoints | Role::Custom => "",
            Role::FrontStage => front,
            Role::BackStage => back,
            Role::Support => support,
        }
    }

    pub fn period(&self, period: Period) -> &Arc<Line> {
        let [before, during, after, service] = &self.periods;
        match period {
            Period::Before => before,
            Period::During => during,
            Period::After => after,
            Period::Service => service,
        }
    }
}

/// A block in the making.
#[derive(Default)]
pub struct Drawing(pub Vec<Item>);

impl Drawing {
    pub fn fill(&mut self, rect: Rect, radius: f32, tone: Tone) {
        self.0.push(Item::Rect { rect, radius, fill: Some(tone), stroke: None });
    }

    /// A level or upright line of one unit, or dashed.
    pub fn rule(&mut self, from: Point, to: Point, stroke: Stroke) {
        let path = vec![crate::scene::PathStep::MoveTo(from), crate::scene::PathStep::LineTo(to)];
        self.0.push(Item::Path { path, fill: None, stroke: Some(stroke) });
    }

    /// Lines under one another from an upper left corner. Gives the lower edge.
    pub fn lines(&mut self, fonts: &Fonts, lines: &[Arc<Line>], at: Point, tone: Tone) -> f32 {
        let mut top = at.y;
        for line in lines {
            self.line(fonts, line, Point::new(at.x, top), tone);
            top += fonts.line_height(line.size);
        }
        top
    }

    /// One line; `at` is the upper left corner of its box.
    pub fn line(&mut self, fonts: &Fonts, line: &Arc<Line>, at: Point, tone: Tone) {
        let origin = Point::new(at.x, at.y + fonts.ascent(line.size));
        self.0.push(Item::Text(Text { origin, tone, line: line.clone() }));
    }

    pub fn block(self, bounds: Rect) -> Block {
        Block { bounds, items: self.0, text_box: None }
    }
}

/// Height of lines under one another.
pub fn height(fonts: &Fonts, lines: &[Arc<Line>]) -> f32 {
    lines.iter().map(|line| fonts.line_height(line.size)).sum()
}

/// A whole line of a tone.
pub const fn whole(tone: Tone, width: f32) -> Stroke {
    Stroke { tone, width, dash: None }
}
