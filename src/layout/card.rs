//! A card: mark, title, what it runs on, code.

use super::{
    setting::{self, Drawing, Setting},
    shape,
};
use crate::{
    font::{Line, Weight},
    model::Touchpoint,
    scene::{Block, Item, Point, Rect, Stroke},
    theme::{Tone, size, type_size},
};
use std::sync::Arc;

/// A card as it is drawn, wherever it stands. The default, without height, is not drawn yet.
#[derive(Clone)]
pub struct Face {
    pub block: Arc<Block>,
    pub height: f32,
    pub fill: Tone,
    pub mark: Tone,
}

impl Default for Face {
    fn default() -> Self {
        let (fill, mark) = shape::tones(None);
        Self { block: Arc::default(), height: 0.0, fill, mark }
    }
}

/// The left edge of a card's text; the symbol stands in the middle of what is left of it.
const TEXT_LEFT: f32 = 30.0;
const SYMBOL_RADIUS: f32 = 5.5;
const TITLE_LINES: usize = 4;
const TITLE_META_GAP: f32 = 6.0;

/// Draws a card, around its upper left corner.
pub fn face(card: &Touchpoint, setting: &Setting) -> Face {
    let fonts = setting.fonts;
    let text_width = size::CARD_WIDTH - TEXT_LEFT - size::CARD_PADDING;
    let title =
        fonts.wrap(&card.title, Weight::SemiBold, type_size::CARD_TITLE, text_width, TITLE_LINES);
    let code = Arc::new(fonts.line(&card.code.to_string(), Weight::Medium, type_size::SMALL));
    let meta_width = (text_width - code.width - 8.0).max(40.0);
    let meta = meta(card, meta_width, setting);

    let title_height = setting::height(fonts, &title).max(fonts.line_height(type_size::CARD_TITLE));
    let meta_height = setting::height(fonts, &meta).max(fonts.line_height(type_size::SMALL));
    let natural = size::CARD_PADDING * 2.0 + title_height + TITLE_META_GAP + meta_height;
    let height = (natural / 4.0).ceil() * 4.0;
    let height = height.max(size::CARD_MIN_HEIGHT);

    let (fill, mark) = shape::tones(card.mark);
    let rect = Rect::new(0.0, 0.0, size::CARD_WIDTH, height);
    let mut drawing = Drawing::default();
    let stroke = Some(Stroke { tone: mark, width: 1.25, dash: None });
    drawing.0.push(Item::Rect { rect, radius: size::CARD_RADIUS, fill: Some(fill), stroke });
    draw_symbols(&mut drawing, card, setting);
    let title_at = Point::new(TEXT_LEFT, size::CARD_PADDING);
    drawing.lines(fonts, &title, title_at, Tone::Text);
    let meta_top = height - size::CARD_PADDING - meta_height;
    drawing.lines(fonts, &meta, Point::new(TEXT_LEFT, meta_top), Tone::Secondary);
    draw_code(&mut drawing, &code, height, setting);

    let mut block = drawing.block(rect);
    block.text_box = Some(Rect::new(title_at.x, title_at.y, text_width, title_height));
    Face { block: Arc::new(block), height, fill, mark }
}

/// Whether two cards are drawn alike.
pub fn same_face(a: &Touchpoint, b: &Touchpoint) -> bool {
    a.title == b.title
        && a.mark == b.mark
        && a.code == b.code
        && a.channel == b.channel
        && a.control == b.control
        && a.owner == b.owner
        && a.moment_of_truth == b.moment_of_truth
}

/// Channel, control and owner: together on a line where they fit, else each on its own.
fn meta(card: &Touchpoint, width: f32, setting: &Setting) -> Vec<Arc<Line>> {
    let control = card.control.map_or("", |control| setting.words.control(control));
    let shape = |words: &str| setting.fonts.line(words, Weight::Regular, type_size::SMALL);
    let mut lines: Vec<Line> = Vec::new();
    for part in [card.channel.trim(), control, card.owner.trim()] {
        if part.is_empty() {
            continue;
        }
        let joined = lines.last().map(|last| shape(&format!("{} · {part}", last.text)));
        match (lines.last_mut(), joined.filter(|joined| joined.width <= width)) {
            (Some(last), Some(joined)) => *last = joined,
            _ => lines.push(shape(part)),
        }
    }
    let fit = |line: Line| {
        if line.width <= width {
            return Some(Arc::new(line));
        }
        let cut = setting.fonts.wrap(&line.text, line.weight, line.size, width, 1);
        cut.into_iter().next()
    };
    lines.into_iter().filter_map(fit).collect()
}

fn draw_symbols(drawing: &mut Drawing, card: &Touchpoint, setting: &Setting) {
    let line = setting.fonts.line_height(type_size::CARD_TITLE);
    let middle = size::CARD_PADDING + line / 2.0;
    let x = f32::midpoint(0.0, TEXT_LEFT) + 1.0;
    drawing.0.push(shape::symbol(card.mark, Point::new(x, middle), SYMBOL_RADIUS, None));
    if card.moment_of_truth {
        drawing.0.push(shape::star(Point::new(x, middle + line + 1.0), 6.5, Tone::Accent));
    }
}

fn draw_code(drawing: &mut Drawing, code: &Arc<Line>, height: f32, setting: &Setting) {
    let x = size::CARD_WIDTH - size::CARD_PADDING - code.width;
    let y = height - size::CARD_PADDING - setting.fonts.line_height(type_size::SMALL);
    drawing.line(setting.fonts, code, Point::new(x, y), Tone::Secondary);
}
