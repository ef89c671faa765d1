//! One number with its bar: drawn by hand, named for those who cannot see it, and clicked to see
//! what it counts.

use super::MARKS;
use crate::{
    app::{mark, request::Pane, style},
    font::Weight,
    message,
    method::numbers::StageNumbers,
    model::Mark,
    theme::{Tone, type_size},
};
use egui::{Align2, FontId, Id, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

const HEIGHT: f32 = 28.0;
/// What is counted, and before it the shape of a mark.
const LABEL: f32 = 136.0;
const SHAPE: f32 = 18.0;
/// The number.
const VALUE: f32 = 44.0;
const THICK: f32 = 10.0;
/// A number of a stage, with the shape of its mark.
const CHIP: f32 = 40.0;

/// A number with its bar.
pub struct Bar {
    label: String,
    value: String,
    /// The whole of it as a sentence.
    words: String,
    /// From and to, 0 to 1; `None`: there is nothing to draw.
    part: Option<(f32, f32)>,
    tone: Tone,
    mark: Option<Option<Mark>>,
    is_strong: bool,
    /// There is something behind the number.
    leads: bool,
}

impl Bar {
    /// So many of all.
    pub fn counted(label: String, count: usize, all: usize, pane: &Pane<'_>) -> Self {
        let words = pane.text.numbers_bar(&label, count, all);
        Self {
            label,
            value: count.to_string(),
            words,
            part: Some((0.0, share(count, all))),
            tone: Tone::Accent,
            mark: None,
            is_strong: false,
            leads: count > 0,
        }
    }

    /// The mean of a quality, 1 to 5.
    pub fn mean(label: String, mean: Option<f32>, pane: &Pane<'_>) -> Self {
        let text = pane.text;
        let value = mean.map_or_else(|| "–".to_owned(), |mean| message::mean(text, mean));
        let said = match mean {
            Some(_) => text.numbers_mean(&value),
            None => text.quality_not_rated(),
        };
        Self {
            words: text.numbers_value(&label, said),
            label,
            value,
            part: mean.map(|mean| (0.0, mean / 5.0)),
            tone: Tone::Accent,
            mark: None,
            is_strong: false,
            leads: mean.is_some(),
        }
    }

    pub fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// The shape of a mark stands before the label.
    pub fn mark(self, mark: Option<Mark>) -> Self {
        Self { mark: Some(mark), ..self }
    }

    /// The number that sums up the others.
    pub fn strong(self) -> Self {
        Self { is_strong: true, ..self }
    }

    /// Shows another number than the count, and says it so.
    pub fn value(self, value: String, said: &str, pane: &Pane<'_>) -> Self {
        let words = pane.text.numbers_value(&self.label, said);
        Self { value, words, ..self }
    }

    /// The bar stands where it begins, not at the left.
    pub fn starts_at(self, count: usize, all: usize) -> Self {
        let from = share(count, all);
        Self { part: self.part.map(|(_, to)| (from, from + to)), ..self }
    }

    /// Draws it; with something behind the number, it can be clicked.
    pub fn ui(self, ui: &mut Ui, pane: &Pane<'_>) -> Response {
        let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), HEIGHT));
        let id = ui.scope_id().with(("number", &self.label, self.mark));
        let response = interact(ui, rect, id, self.leads, &self.words, pane);
        let painter = ui.painter();
        let tone = |tone| style::color(pane.theme, tone);
        let middle = rect.center().y;
        let mut left = rect.left();
        if let Some(mark) = self.mark {
            mark::paint(painter, egui::pos2(left + 6.0, middle), 9.0, mark, pane.theme);
            left += SHAPE;
        }
        let weight = if self.is_strong { Weight::SemiBold } else { Weight::Regular };
        let font = style::font(weight, type_size::BODY);
        let room = rect.left() + LABEL - 8.0 - left;
        style::text_in(
            painter,
            egui::pos2(left, middle),
            &self.label,
            room,
            (font, tone(Tone::Text)),
        );
        let track = Rect::from_min_max(
            egui::pos2(rect.left() + LABEL, middle - THICK / 2.0),
            egui::pos2(rect.right() - VALUE, middle + THICK / 2.0),
        );
        painter.rect_filled(track, 3.0, tone(Tone::Header));
        if let Some((from, to)) = self.part.filter(|(from, to)| to > from) {
            painter.rect_filled(part_of(track, from, to), 3.0, tone(self.tone));
        }
        let at = egui::pos2(rect.right() - 4.0, middle);
        let ink = tone(if self.leads { Tone::Text } else { Tone::Secondary });
        painter.text(at, Align2::RIGHT_CENTER, &self.value, number_font(), ink);
        response
    }
}

/// Draws the marks of a stage as one bar with a number for each. Gives what was clicked: a mark, or
/// with `None` all of the stage.
pub fn stage_ui(
    ui: &mut Ui,
    stage: &StageNumbers,
    name: &str,
    most: usize,
    pane: &Pane<'_>,
) -> Option<Option<Option<Mark>>> {
    let marks = stage.marks;
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), HEIGHT));
    let id = Id::unique("numbers of stage").with(stage.stage);
    let tone = |tone| style::color(pane.theme, tone);
    let chips = CHIP * 4.0;
    let whole = rect.with_max_x(rect.right() - chips - 8.0);
    let words = pane.text.numbers_value(name, pane.text.status_touchpoints(marks.all()));
    let all = interact(ui, whole, id, marks.all() > 0, &words, pane);
    let mut clicked = all.clicked().then_some(None);
    let middle = rect.center().y;
    let font = style::font(Weight::Regular, type_size::BODY);
    let label = LABEL.min(whole.width() * 0.6);
    let at = egui::pos2(rect.left(), middle);
    style::text_in(ui.painter(), at, name, label - 8.0, (font, tone(Tone::Text)));
    let track = Rect::from_min_max(
        egui::pos2(whole.left() + label, middle - THICK / 2.0),
        egui::pos2(whole.right(), middle + THICK / 2.0),
    );
    ui.painter().rect_filled(track, 3.0, tone(Tone::Header));
    let mut from = 0;
    for (at, mark) in (0_u8..).zip(MARKS) {
        let count = marks.count(mark);
        let (full, _) = mark::tones(mark);
        let part = part_of(track, share(from, most), share(from + count, most));
        if count > 0 {
            ui.painter().rect_filled(part, 0.0, tone(full));
        }
        from += count;
        let left = rect.right() - chips + CHIP * f32::from(at);
        let chip = Rect::from_min_size(egui::pos2(left, rect.top()), Vec2::new(CHIP, HEIGHT));
        let label = [name, &mark::name(pane.text, mark)].join(", ");
        let words = pane.text.numbers_bar(label, count, marks.all());
        let response = interact(ui, chip, id.with(at), count > 0, &words, pane);
        if response.clicked() {
            clicked = Some(Some(mark));
        }
        let shape = egui::pos2(chip.left() + 12.0, middle);
        mark::paint(ui.painter(), shape, 8.0, mark, pane.theme);
        let ink = tone(if count > 0 { Tone::Text } else { Tone::Secondary });
        let at = shape + Vec2::new(10.0, 0.0);
        ui.painter().text(at, Align2::LEFT_CENTER, count, number_font(), ink);
    }
    clicked
}

/// A place that is named, and a button where something is behind it.
fn interact(ui: &Ui, rect: Rect, id: Id, leads: bool, words: &str, pane: &Pane<'_>) -> Response {
    let sense = if leads { Sense::click() } else { Sense::hover() };
    let role = if leads { Role::Button } else { Role::Label };
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::labeled(role, true, words));
    if leads && response.hovered() {
        let ground = style::color(pane.theme, Tone::Band);
        ui.painter().rect_filled(rect.expand2(Vec2::new(6.0, 0.0)), 6.0, ground);
    }
    if leads { response.on_hover_text(pane.text.numbers_select(words)) } else { response }
}

fn number_font() -> FontId {
    style::font(Weight::SemiBold, type_size::BODY)
}

fn part_of(track: Rect, from: f32, to: f32) -> Rect {
    let x = |part: f32| track.left() + track.width() * part;
    Rect::from_x_y_ranges(x(from)..=x(to), track.y_range())
}

/// A part of a whole, 0 to 1.
fn share(count: usize, all: usize) -> f32 {
    if all == 0 { 0.0 } else { (style::number(count) / style::number(all)).min(1.0) }
}
