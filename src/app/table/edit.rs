//! Cells edited in place: a text in a field, a choice from a list, a yes or no at once.

use super::{Row, TablePage, cell, take_keyboard};
use crate::{
    app::{
        mark,
        request::{Pane, Request},
        style, text_field, words,
    },
    command::{Command, TouchpointField},
    font::Weight,
    method::table::Column,
    model::{Control, Emotion, Mark, Period, Score, When, limit},
    text::Text,
    theme::{Tone, type_size},
};
use egui::{
    Align2, EventFilter, Id, Key, Margin, Popup, PopupCloseBehavior, Rect, RichText, Sense,
    TextEdit, Ui, Vec2,
};
use lucide_icons::Icon;

/// What is being edited in the cell that the keyboard is on.
pub enum Edit {
    Text {
        words: String,
        /// Frames in which the field asked for the keyboard.
        asked: u8,
        has_had_focus: bool,
    },
    /// `true` before it was shown first.
    Choice(bool),
}

impl TablePage {
    /// Begins to edit the cell that the keyboard is on, where it can be edited.
    pub(super) fn begin_edit(&mut self, ui: &Ui, pane: &mut Pane<'_>) {
        let Some(row) = self.rows.get(self.at) else { return };
        match self.column {
            Column::Title | Column::Channel | Column::Owner => {
                let words = cell::value(pane.text, row, self.column);
                self.edit = Some(Edit::Text { words, asked: 0, has_had_focus: false });
            }
            Column::Moment => {
                let is_set = row.card.moment_of_truth;
                self.set(TouchpointField::MomentOfTruth(!is_set), pane);
            }
            column if !options(pane.text, column).is_empty() => {
                self.edit = Some(Edit::Choice(true));
                Popup::open_id(ui, popup_id());
            }
            _ => {}
        }
    }

    /// Changes the card that the keyboard is on, and with it all that are selected too.
    pub(super) fn set(&mut self, field: TouchpointField, pane: &mut Pane<'_>) {
        let Some(row) = self.rows.get(self.at) else { return };
        let selection = pane.editor.selection();
        let is_one = matches!(field, TouchpointField::Title(_)) || !selection.has(row.card.id);
        let touchpoints =
            if is_one { vec![row.card.id] } else { selection.touchpoints().collect() };
        pane.run(Command::EditTouchpoints { map: row.map.id, touchpoints, field });
        pane.push(Request::Seal);
    }

    /// Draws what the cell is edited with.
    pub(super) fn edit_ui(&mut self, ui: &mut Ui, area: Rect, row: &Row, pane: &mut Pane<'_>) {
        match &mut self.edit {
            Some(Edit::Text { words, asked, has_had_focus }) => {
                let Some(done) = text_ui(ui, area, words, asked, has_had_focus, pane) else {
                    return;
                };
                let typed = words.trim().to_owned();
                self.edit = None;
                if done != Done::Escape && typed != cell::value(pane.text, row, self.column) {
                    self.take_text(typed, pane);
                }
                if done != Done::Left {
                    take_keyboard(ui);
                }
            }
            Some(Edit::Choice(is_new)) => {
                let is_new = std::mem::take(is_new);
                cell::paint(ui, area, row, self.column, pane);
                self.choice_ui(ui, area, row, is_new, pane);
            }
            None => {}
        }
    }

    fn take_text(&mut self, typed: String, pane: &mut Pane<'_>) {
        match self.column {
            // A touchpoint needs a title.
            Column::Title if typed.is_empty() => {}
            Column::Title => self.set(TouchpointField::Title(typed), pane),
            Column::Channel => self.set(TouchpointField::Channel(typed), pane),
            Column::Owner => self.set(TouchpointField::Owner(typed), pane),
            _ => {}
        }
    }

    fn choice_ui(&mut self, ui: &mut Ui, area: Rect, row: &Row, is_new: bool, pane: &mut Pane<'_>) {
        let anchor = ui.interact(area, Id::unique("table choice"), Sense::hover());
        let current = cell::value(pane.text, row, self.column);
        let mut chosen = None;
        let shown = Popup::from_response(&anchor)
            .id(popup_id())
            .open_memory(None)
            .style(style::menu)
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .show(|ui| {
                ui.set_width(area.width().max(160.0));
                for (name, field) in options(pane.text, self.column) {
                    let is_none = name.is_empty();
                    let label = if is_none { pane.text.inspector_not_set() } else { name.clone() };
                    let response = option_ui(ui, &label, &field, name == current, pane);
                    if is_new && name == current {
                        response.request_focus();
                    }
                    if response.clicked() {
                        chosen = Some(field);
                        ui.close();
                    }
                }
            });
        if let Some(field) = chosen {
            self.set(field, pane);
        }
        if shown.is_none() && !is_new {
            self.edit = None;
            take_keyboard(ui);
        }
    }
}

fn popup_id() -> Id {
    Id::unique("table choices")
}

/// What can be chosen in a column, by name; without a name: nothing is set.
fn options(text: &Text, column: Column) -> Vec<(String, TouchpointField)> {
    use TouchpointField as F;
    let score = |field: fn(Option<Score>) -> F| {
        let scores = Score::ALL.map(|it| (it.value().to_string(), field(Some(it))));
        scores.into_iter().chain([(String::new(), field(None))]).collect()
    };
    match column {
        Column::Mark => {
            let marks = Mark::ALL.map(|it| (mark::name(text, Some(it)), F::Mark(Some(it))));
            marks.into_iter().chain([(String::new(), F::Mark(None))]).collect()
        }
        Column::Control => {
            let all = Control::ALL.map(|it| (words::control(text, it), F::Control(Some(it))));
            all.into_iter().chain([(String::new(), F::Control(None))]).collect()
        }
        Column::Period => {
            let all = Period::ALL.map(|it| (words::period(text, it), F::Period(Some(it))));
            all.into_iter().chain([(String::new(), F::Period(None))]).collect()
        }
        Column::Emotion => {
            let all = Emotion::ALL.map(|it| (cell::signed(it.value()), F::Emotion(Some(it))));
            all.into_iter().rev().chain([(String::new(), F::Emotion(None))]).collect()
        }
        Column::Impact => score(F::Impact),
        Column::Effort => score(F::Effort),
        Column::When => {
            let all = When::ALL.map(|it| (words::when(text, it), F::When(Some(it))));
            all.into_iter().chain([(String::new(), F::When(None))]).collect()
        }
        _ => Vec::new(),
    }
}

fn option_ui(
    ui: &mut Ui,
    label: &str,
    field: &TouchpointField,
    is_current: bool,
    pane: &Pane<'_>,
) -> egui::Response {
    let ink = if is_current { egui::Color32::PLACEHOLDER } else { egui::Color32::TRANSPARENT };
    let tick = style::icon(Icon::Check).color(ink);
    // Room for the mark's shape.
    let lead = if matches!(field, TouchpointField::Mark(_)) { 20.0 } else { 0.0 };
    let button = egui::Button::new((tick, RichText::new(label))).gap(8.0 + lead);
    let size = Vec2::new(ui.available_width(), 28.0);
    let response = ui.add(button.min_size(size));
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::MenuItemRadio, true, is_current, label)
    });
    if let TouchpointField::Mark(mark) = field {
        let at = response.rect.left_center() + Vec2::new(38.0, 0.0);
        mark::paint(ui.painter(), at, 10.0, *mark, pane.theme);
    }
    response
}

/// How a field was left.
#[derive(PartialEq)]
enum Done {
    Enter,
    /// The keyboard went elsewhere: taken.
    Left,
    Escape,
}

fn text_ui(
    ui: &mut Ui,
    area: Rect,
    typed: &mut String,
    asked: &mut u8,
    has_had_focus: &mut bool,
    pane: &Pane<'_>,
) -> Option<Done> {
    let id = Id::unique("table text");
    let is_first = !*has_had_focus && *asked < 3;
    if is_first {
        *asked += 1;
        text_field::begin(ui, id, typed);
    }
    let area = area.shrink2(Vec2::new(2.0, 2.0));
    ui.spacing_mut().interact_size.y = area.height();
    let keys = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
        ..EventFilter::default()
    };
    let field = TextEdit::singleline(typed)
        .id(id)
        .font(style::font(Weight::Regular, type_size::BODY))
        .margin(Margin::symmetric(9, 2))
        .background_color(style::color(pane.theme, Tone::Panel))
        .desired_width(area.width())
        .min_size(area.size())
        .align(Align2::LEFT_CENTER)
        .event_filter(keys)
        .char_limit(limit::LINE);
    let response = ui.put(area, field).accessible_name(pane.text.canvas_text_field());
    *has_had_focus |= response.has_focus();
    if is_first && !*has_had_focus {
        ui.request_repaint();
    }
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if response.has_focus() && pressed(Key::Escape) {
        return Some(Done::Escape);
    }
    if is_first || response.has_focus() {
        return None;
    }
    Some(if pressed(Key::Enter) { Done::Enter } else { Done::Left })
}
