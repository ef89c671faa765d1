//! One touchpoint on the walk: what it is, where it stands, the six qualities, the mark, and what
//! was seen.

use crate::{
    app::{
        inspector::{
            card::{mark_button, place_of},
            field::{Fields, Line},
        },
        mark,
        page::Page,
        rating::{self, Rating},
        request::{Pane, Request},
        style, words,
    },
    command::{Command, Judgement},
    font::Weight,
    method::walk::Stop,
    model::{Audit, AuditEntry, JourneyMap, Mark, Quality, Score},
    text::Text,
    theme::{Tone, type_size},
};
use egui::{
    Align2, EventFilter, Frame, Id, Key, Margin, Modifiers, Rect, Response, RichText, Stroke, Ui,
    Vec2,
};

/// Of a rating, in points.
const FIELDS: Vec2 = Vec2::new(272.0, 36.0);
const ROW: f32 = 38.0;

/// What a key does, in the words of a language.
type Words = fn(&Text) -> String;

/// The keys that are enough for a walk, and what they do.
pub const KEYS: [(&str, Words); 8] = [
    ("1–5", Text::audit_key_rate),
    ("0", Text::audit_key_clear),
    ("↑ ↓", Text::audit_key_rows),
    ("Enter", Text::audit_key_next),
    ("Shift+Enter", Text::audit_key_back),
    ("N", Text::audit_key_note),
    ("A", Text::audit_key_as_it_is),
    ("Esc", Text::audit_key_map),
];

/// The rows that the keyboard walks: six qualities and the mark.
#[derive(Default)]
pub struct Rows {
    /// The first row gets the keyboard.
    begins: bool,
    marks: Vec<Id>,
}

/// The field for what was seen.
pub fn note_id() -> Id {
    Id::unique("audit note")
}

fn row_id(quality: Quality) -> Id {
    Id::unique("audit rating").with(quality)
}

impl Rows {
    /// Another touchpoint is shown.
    pub fn begin(&mut self) {
        self.begins = true;
    }

    /// What has the keyboard in the rows.
    pub fn ids(&self) -> impl Iterator<Item = Id> {
        Quality::ALL.into_iter().map(row_id).chain(self.marks.iter().copied())
    }

    pub fn has_focus(&self, ui: &Ui) -> bool {
        ui.memory(|memory| self.ids().any(|id| memory.has_focus(id)))
    }

    pub fn ui(
        &mut self,
        ui: &mut Ui,
        map: &JourneyMap,
        audit: &Audit,
        stop: &Stop,
        fields: &mut Fields,
        pane: &mut Pane<'_>,
    ) {
        let fresh = AuditEntry::new(&stop.card);
        let entry = audit.entry(stop.card.id).unwrap_or(&fresh);
        title_ui(ui, map, stop, pane);
        ui.spacing_mut().item_spacing.y = 2.0;
        let (mut judged, mut was_typed) = (None, false);
        for quality in Quality::ALL {
            let now = entry.scores.0.get(&quality).copied();
            let before = stop.card.qualities.score(quality).filter(|_| now.is_none());
            let (chosen, typed) = quality_ui(ui, quality, (now, before), was_typed, pane);
            judged = judged.or(chosen.map(|score| Judgement::Score(quality, score)));
            was_typed = typed;
        }
        let before = stop.card.mark.filter(|_| entry.mark.is_none());
        let marked = self.marks_ui(ui, (entry.mark, before), pane);
        if let Some(&first) = self.marks.first().filter(|_| was_typed) {
            ui.memory_mut(|memory| memory.request_focus(first));
        }
        judged = judged.or(marked.map(Judgement::Mark));
        if let Some(judgement) = judged {
            pane.run(Command::judge(map.id, audit, &stop.card, judgement));
            pane.push(Request::Seal);
        }
        self.walk(ui);
        ui.add_space(8.0);
        seen_ui(ui, map, audit, stop, entry, fields, pane);
        self.take_keyboard(ui);
    }

    /// The first row gets the keyboard when another touchpoint is shown, and when nobody has it.
    fn take_keyboard(&mut self, ui: &Ui) {
        let is_left = ui.memory(|memory| memory.has_focus(Page::Audit.id()))
            && !ui.input(|input| input.key_pressed(Key::Escape));
        if std::mem::take(&mut self.begins) || is_left {
            let first = Quality::ALL.map(row_id);
            ui.memory_mut(|memory| first.first().map(|&id| memory.request_focus(id)));
            ui.request_repaint();
        }
    }

    /// Up and Down go from row to row; the mark is the last one.
    fn walk(&self, ui: &Ui) {
        let rows: Vec<Id> = Quality::ALL.into_iter().map(row_id).collect();
        let has = |id: Id| ui.memory(|memory| memory.has_focus(id));
        let at = rows.iter().position(|&id| has(id));
        let on_marks = self.marks.iter().copied().find(|&id| has(id));
        let Some(id) = at.and_then(|at| rows.get(at).copied()).or(on_marks) else { return };
        let filter = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: on_marks.is_none(),
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let pressed = |key| ui.input_mut(|input| rating::take_key(input, Modifiers::NONE, key));
        let to = if pressed(Key::ArrowDown) {
            match at {
                Some(at) => rows.get(at + 1).or(self.marks.first()).copied(),
                None => Some(note_id()),
            }
        } else if pressed(Key::ArrowUp) {
            match at {
                Some(at) => at.checked_sub(1).and_then(|at| rows.get(at)).copied(),
                None => rows.last().copied(),
            }
        } else {
            None
        };
        if let Some(to) = to {
            ui.memory_mut(|memory| memory.request_focus(to));
        }
    }

    /// The mark: 1 2 3 0, as on the map.
    fn marks_ui(
        &mut self,
        ui: &mut Ui,
        (current, before): (Option<Mark>, Option<Mark>),
        pane: &Pane<'_>,
    ) -> Option<Option<Mark>> {
        let (_, row) = ui.allocate_space(Vec2::new(ui.available_width(), ROW));
        label_ui(ui, row, &pane.text.audit_mark(), &pane.text.audit_mark_about(), pane);
        let place = Rect::from_center_size(
            egui::pos2(row.right() - FIELDS.x / 2.0, row.center().y),
            Vec2::new(FIELDS.x, 32.0),
        );
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place).id_salt("marks"));
        child.spacing_mut().item_spacing.x = 4.0;
        let mut chosen = None;
        let had_focus = self.marks.iter().any(|&id| ui.memory(|memory| memory.has_focus(id)));
        let mut ids = Vec::new();
        child.horizontal(|ui| {
            let width = (place.width() - 32.0 - 12.0) / 3.0;
            let marks = Mark::ALL.into_iter().map(|mark| (Some(mark), width));
            for (mark, width) in marks.chain([(None, 32.0)]) {
                let button = mark_button(ui, mark, current == mark, width, pane);
                rating::own_digits(ui.ctx(), button.id);
                ids.push(button.id);
                if button.clicked() && current != mark {
                    chosen = Some(mark);
                }
                if mark.is_some() && mark == before {
                    before_ui(ui, &button, mark, pane);
                }
            }
        });
        self.marks = ids;
        if had_focus {
            let keys = [Key::Num1, Key::Num2, Key::Num3, Key::Num0];
            let marks = Mark::ALL.into_iter().map(Some).chain([None]);
            for ((key, mark), &id) in keys.into_iter().zip(marks).zip(&self.marks) {
                if ui.input_mut(|input| rating::take_key(input, Modifiers::NONE, key)) {
                    ui.memory_mut(|memory| memory.request_focus(id));
                    chosen = (current != mark).then_some(mark).or(chosen);
                }
            }
        }
        chosen
    }
}

/// The mark that the touchpoint has until it is judged: a dot, as below a rating, and in words.
fn before_ui(ui: &Ui, button: &Response, mark: Option<Mark>, pane: &Pane<'_>) {
    let below = button.rect.center_bottom() + Vec2::new(0.0, 5.5);
    let ink = style::color(pane.theme, Tone::Secondary);
    ui.painter().circle_filled(below, 2.5, ink);
    let words = pane.text.audit_was_mark(mark::name(pane.text, mark));
    ui.ctx().accesskit_node_builder(button.id, |node| node.set_description(&*words));
    button.clone().on_hover_text(words);
}

/// The title, large, and where it stands.
fn title_ui(ui: &mut Ui, map: &JourneyMap, stop: &Stop, pane: &Pane<'_>) {
    let tone = |tone| style::color(pane.theme, tone);
    ui.add_space(4.0);
    let font = style::font(Weight::SemiBold, type_size::SHEET_TITLE);
    let title = RichText::new(&stop.card.title).font(font).color(tone(Tone::Text));
    ui.add(egui::Label::new(title).wrap());
    let place = place_of(map, &stop.card, pane);
    let place = format!("{} · {place}", stop.card.code);
    ui.add(egui::Label::new(RichText::new(place).color(tone(Tone::Secondary))).wrap());
    let action = map.columns().nth(stop.column).map(|column| column.step.action.trim());
    if let Some(action) = action.filter(|action| !action.is_empty()) {
        let words = RichText::new(pane.text.audit_action(action)).color(tone(Tone::Text));
        ui.add(egui::Label::new(words).wrap());
    }
    ui.add_space(4.0);
}

/// A name with what it means below, at the left of a row.
fn label_ui(ui: &Ui, row: Rect, name: &str, about: &str, pane: &Pane<'_>) {
    let tone = |tone| style::color(pane.theme, tone);
    let room = row.width() - FIELDS.x - 16.0;
    let font = style::font(Weight::Medium, type_size::LARGE);
    let at = egui::pos2(row.left(), row.center().y - 8.0);
    style::text_in(ui.painter(), at, name, room, (font, tone(Tone::Text)));
    let font = style::font(Weight::Regular, type_size::SMALL);
    let at = egui::pos2(row.left(), row.center().y + 8.0);
    style::text_in(ui.painter(), at, about, room, (font, tone(Tone::Secondary)));
}

/// A row; `begins`: the one above was rated by key, this one is next. Gives what was chosen, and
/// whether it was by key.
fn quality_ui(
    ui: &mut Ui,
    quality: Quality,
    (now, before): (Option<Score>, Option<Score>),
    begins: bool,
    pane: &Pane<'_>,
) -> (Option<Option<Score>>, bool) {
    let id = row_id(quality);
    if begins {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let (_, row) = ui.allocate_space(Vec2::new(ui.available_width(), ROW));
    let name = words::quality(pane.text, quality);
    label_ui(ui, row, &name, &words::about_quality(pane.text, quality), pane);
    let middle = egui::pos2(row.right() - FIELDS.x / 2.0, row.center().y - 2.0);
    let place = Rect::from_center_size(middle, FIELDS);
    let typed = !begins && ui.memory(|memory| memory.has_focus(id)) && rating::types_score(ui);
    let rating = Rating { id, name: &name, value: Some(now), before, is_large: true };
    let (response, chosen) = rating.ui(ui, place, pane.text, pane.theme);
    if let Some(before) = before {
        let words = pane.text.audit_was(before.value());
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(&*words));
        response.on_hover_text(words);
    }
    (chosen, typed)
}

/// What was seen.
fn seen_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    audit: &Audit,
    stop: &Stop,
    entry: &AuditEntry,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    let font = style::font(Weight::Medium, type_size::LARGE);
    let (_, row) = ui.allocate_space(Vec2::new(ui.available_width(), 20.0));
    let ink = style::color(pane.theme, Tone::Text);
    let name = pane.text.audit_seen();
    ui.painter().text(row.left_center(), Align2::LEFT_CENTER, &name, font, ink);
    let line = Stroke::new(1.0, style::color(pane.theme, Tone::Quiet));
    let frame = Frame::new().fill(style::color(pane.theme, Tone::Panel)).stroke(line);
    frame.corner_radius(6).inner_margin(Margin::symmetric(4, 2)).show(ui, |ui| {
        let line = Line::new(note_id(), &entry.note, pane.text.audit_seen_hint()).rows(2);
        let field = fields.text_ui(ui, &line, pane, |note| {
            Some(Command::judge(map.id, audit, &stop.card, Judgement::Note(note)))
        });
        field.accessible_name(name);
    });
}
