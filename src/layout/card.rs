//! A card: mark, title, what it runs on, code.

use super::{
    setting::{self, Drawing, Setting},
    shape,
};
use crate::{
    font::{Line, Weight},
    model::{Control, TaskState, Touchpoint, tenths},
    scene::{Block, Item, Point, Rect, Stroke},
    theme::{Tone, size, type_size},
};
use std::{collections::HashMap, sync::Arc};

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

/// What stands under titles, set once for all cards that have the same there: channel and owner
/// repeat from card to card.
#[derive(Default)]
pub struct Details(HashMap<DetailsKey, Vec<Arc<Line>>>);

#[derive(PartialEq, Eq, Hash)]
struct DetailsKey {
    channel: String,
    control: Option<Control>,
    owner: String,
    /// How many are done, and how many there are.
    tasks: (usize, usize),
    /// The room, bit by bit.
    width: u32,
}

/// Draws a card, around its upper left corner.
pub fn face(card: &Touchpoint, details: &mut Details, setting: &Setting) -> Face {
    let fonts = setting.fonts;
    let text_width = size::CARD_WIDTH - TEXT_LEFT - size::CARD_PADDING;
    let title =
        fonts.wrap(&card.title, Weight::SemiBold, type_size::CARD_TITLE, text_width, TITLE_LINES);
    let code = Arc::new(fonts.line(&card.code.to_string(), Weight::Medium, type_size::SMALL));
    let meta_width = (text_width - code.width - 8.0).max(40.0);
    let meta = meta(card, details.of(card, meta_width, setting), meta_width, setting);

    let title_height = setting::height(fonts, &title).max(fonts.line_height(type_size::CARD_TITLE));
    let meta_height = fonts.line_height(type_size::SMALL) * meta.rows();
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
    meta.draw(&mut drawing, Point::new(TEXT_LEFT, meta_top), setting);
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
        && a.qualities == b.qualities
        && task_counts(a) == task_counts(b)
}

/// What stands under the title.
struct Meta {
    lines: Vec<Arc<Line>>,
    mean: Option<Mean>,
}

/// The mean of the qualities, behind a star.
struct Mean {
    /// Which line, from 0.
    row: f32,
    left: f32,
    line: Arc<Line>,
}

/// Of the star before a mean.
const STAR_RADIUS: f32 = 5.0;
const STAR_ROOM: f32 = 2.0 * STAR_RADIUS + 3.0;

impl Meta {
    /// How many lines it takes, at least one.
    fn rows(&self) -> f32 {
        let lines: f32 = self.lines.iter().fold(0.0, |rows, _| rows + 1.0);
        self.mean.as_ref().map_or(lines, |mean| lines.max(mean.row + 1.0)).max(1.0)
    }

    fn draw(&self, drawing: &mut Drawing, at: Point, setting: &Setting) {
        drawing.lines(setting.fonts, &self.lines, at, Tone::Secondary);
        let Some(mean) = &self.mean else { return };
        let height = setting.fonts.line_height(type_size::SMALL);
        let at = Point::new(at.x + mean.left, at.y + mean.row * height);
        let middle = Point::new(at.x + STAR_RADIUS, at.y + height / 2.0);
        drawing.0.push(shape::star(middle, STAR_RADIUS, Tone::Secondary));
        drawing.line(
            setting.fonts,
            &mean.line,
            Point::new(at.x + STAR_ROOM, at.y),
            Tone::Secondary,
        );
    }
}

fn meta(card: &Touchpoint, mut lines: Vec<Arc<Line>>, width: f32, setting: &Setting) -> Meta {
    let mean = card.qualities.scores().mean().filter(|_| setting.shows.mean);
    let Some((whole, tenths)) = mean.map(tenths) else { return Meta { lines, mean: None } };
    let shape =
        |words: &str| Arc::new(setting.fonts.line(words, Weight::Regular, type_size::SMALL));
    let line = shape(&setting.text.quality_decimal(whole, tenths));
    let joined = lines.last().map(|last| shape(&format!("{} ·", last.text)));
    let fits = |joined: &Arc<Line>| joined.width + 4.0 + STAR_ROOM + line.width <= width;
    let mut left = 0.0;
    if let (Some(last), Some(joined)) = (lines.last_mut(), joined.filter(fits)) {
        left = joined.width + 4.0;
        *last = joined;
    }
    let above = if left > 0.0 { 1.0 } else { 0.0 };
    let row = lines.iter().fold(0.0, |rows, _| rows + 1.0) - above;
    Meta { lines, mean: Some(Mean { row, left, line }) }
}

impl Details {
    /// Channel, control, owner and tasks of a card.
    fn of(&mut self, card: &Touchpoint, width: f32, setting: &Setting) -> Vec<Arc<Line>> {
        let key = DetailsKey {
            channel: card.channel.trim().to_owned(),
            control: card.control,
            owner: card.owner.trim().to_owned(),
            tasks: task_counts(card),
            width: width.to_bits(),
        };
        if let Some(known) = self.0.get(&key) {
            return known.clone();
        }
        let control = key.control.map_or("", |control| setting.words.control(control));
        let lines =
            set([&key.channel, control, &key.owner, &tasks(key.tasks, setting)], width, setting);
        self.0.insert(key, lines.clone());
        lines
    }
}

/// Parts together on a line where they fit, else each on its own; empty ones are left out.
fn set(parts: [&str; 4], width: f32, setting: &Setting) -> Vec<Arc<Line>> {
    let shape = |words: &str| setting.fonts.line(words, Weight::Regular, type_size::SMALL);
    let mut lines: Vec<Line> = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
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

/// How many tasks there are, and how many of them are done once some are.
fn tasks(counts: (usize, usize), setting: &Setting) -> String {
    match counts {
        (_, 0) => String::new(),
        (0, count) => setting.text.map_tasks(count),
        (done, count) => setting.text.map_tasks_done(done, count),
    }
}

/// How many tasks are done, and how many there are.
fn task_counts(card: &Touchpoint) -> (usize, usize) {
    let done = card.tasks.iter().filter(|task| task.state == TaskState::Done);
    (done.count(), card.tasks.len())
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
