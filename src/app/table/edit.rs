//! Cells edited in place: a text in a field, a choice from a list, a yes or no at once.

use super::{Row, TablePage, cell, take_keyboard};
use crate::{
    app::{
        mark,
        request::{Pane, Request},
        style, text_field, words,
    },
    command::{Command, TouchpointField},
    editor::Destination,
    font::Weight,
    method::table::Column,
    model::{Control, CostBand, Emotion, Mark, Period, Score, TouchpointId, When, limit},
    text::Text,
    theme::{Tone, type_size},
};
use egui::{
    Align2, EventFilter, Id, Key, Margin, Popup, PopupCloseBehavior, Rect, RichText, ScrollArea,
    Sense, TextEdit, Ui, Vec2,
};
use lucide_icons::Icon;

/// A list to choose from scrolls when it is higher than this, in points.
const LONGEST: f32 = 340.0;

/// What is being edited.
pub enum Edit {
    Text {
        /// Where it is taken, wherever the keyboard has gone meanwhile.
        card: TouchpointId,
        column: Column,
        words: String,
        /// What they were at first: nothing is taken where they still are.
        began: String,
        /// Frames in which the field asked for the keyboard.
        asked: u8,
        has_had_focus: bool,
    },
    /// In the cell that the keyboard is on; `true` before it was shown first.
    Choice(bool),
}

impl TablePage {
    /// Begins to edit the cell that the keyboard is on, where it can be edited.
    pub(super) fn begin_edit(&mut self, ui: &Ui, pane: &mut Pane<'_>) {
        let Some(row) = self.rows.get(self.at) else { return };
        match self.column {
            Column::Title | Column::Channel | Column::Owner | Column::Cost => {
                let (card, column) = (row.card.id, self.column);
                let words = cell::value(pane.text, row, column);
                let began = words.clone();
                let edit =
                    Edit::Text { card, column, words, began, asked: 0, has_had_focus: false };
                (self.edit, self.wants_view) = (Some(edit), true);
            }
            Column::Moment => {
                let is_set = row.card.moment_of_truth;
                self.set(TouchpointField::MomentOfTruth(!is_set), pane);
            }
            column if !choices(pane.text, row, column).is_empty() => {
                self.edit = Some(Edit::Choice(true));
                Popup::open_id(ui, popup_id());
            }
            _ => {}
        }
    }

    /// Changes the card that the keyboard is on, and with it all that are selected too.
    pub(super) fn set(&mut self, field: TouchpointField, pane: &mut Pane<'_>) {
        let Some(row) = self.rows.get(self.at) else { return };
        set(row, field, pane);
    }

    /// Sends the card that the keyboard is on, and with it all that are selected too.
    fn send(&mut self, to: Destination, pane: &mut Pane<'_>) {
        let Some(row) = self.rows.get(self.at) else { return };
        let cards = meant(row, pane).collect();
        pane.push(Request::ShowMap(row.map.id));
        pane.push(Request::Send(cards, to));
    }

    /// Draws what the cell is edited with.
    pub(super) fn edit_ui(&mut self, ui: &mut Ui, area: Rect, row: &Row, pane: &mut Pane<'_>) {
        match &mut self.edit {
            Some(Edit::Text { words, asked, has_had_focus, .. }) => {
                let Some(done) = text_ui(ui, area, words, asked, has_had_focus, pane) else {
                    return;
                };
                if done == Done::Escape {
                    self.edit = None;
                }
                self.take_text(pane);
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

    /// Whether a cell is the one that is edited.
    pub(super) fn is_edited(&self, card: TouchpointId, in_column: Column) -> bool {
        match &self.edit {
            Some(Edit::Text { card: id, column, .. }) => (*id, *column) == (card, in_column),
            Some(Edit::Choice(_)) => self.cursor == Some(card) && self.column == in_column,
            None => false,
        }
    }

    /// A field that has scrolled out of view cannot be left any more: its text is taken.
    pub(super) fn take_unseen_text(&mut self, pane: &mut Pane<'_>) {
        if let Some(Edit::Text { card, has_had_focus: true, .. }) = self.edit {
            let mut seen = self.rows.get(self.seen.clone()).unwrap_or_default().iter();
            if !seen.any(|row| row.card.id == card) {
                self.take_text(pane);
            }
        }
    }

    /// Takes what is typed, as if the field had been left.
    pub fn take_text(&mut self, pane: &mut Pane<'_>) {
        let edit = self.edit.take_if(|edit| matches!(edit, Edit::Text { .. }));
        let Some(Edit::Text { card, column, words, began, .. }) = edit else { return };
        let Some(row) = self.rows.iter().find(|row| row.card.id == card) else { return };
        let typed = words.trim().to_owned();
        if typed == began {
            return;
        }
        match column {
            // A touchpoint needs a title.
            Column::Title if typed.is_empty() => {}
            Column::Title => set(row, TouchpointField::Title(typed), pane),
            Column::Channel => set(row, TouchpointField::Channel(typed), pane),
            Column::Owner => set(row, TouchpointField::Owner(typed), pane),
            Column::Cost => set(row, TouchpointField::Cost(typed), pane),
            _ => {}
        }
    }

    fn choice_ui(&mut self, ui: &mut Ui, area: Rect, row: &Row, is_new: bool, pane: &mut Pane<'_>) {
        let anchor = ui.interact(area, Id::unique("table choice"), Sense::hover());
        let mut chosen = None;
        let shown = Popup::from_response(&anchor)
            .id(popup_id())
            .open_memory(None)
            .style(style::menu)
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .show(|ui| {
                ui.set_width(area.width().max(160.0));
                ScrollArea::vertical().max_height(LONGEST).show(ui, |ui| {
                    for choice in choices(pane.text, row, self.column) {
                        let response = choice_item(ui, &choice, pane);
                        if is_new && choice.is_current {
                            response.request_focus();
                            response.scroll_to_me(None);
                        }
                        if response.clicked() {
                            chosen = Some(choice.change);
                            ui.close();
                        }
                    }
                });
            });
        match chosen {
            Some(Change::Set(field)) => self.set(field, pane),
            Some(Change::Send(to)) => self.send(to, pane),
            None => {}
        }
        if shown.is_none() && !is_new {
            self.edit = None;
            take_keyboard(ui);
        }
    }
}

/// Changes the card of a row, and with it all that are selected too; a title is of one alone.
fn set(row: &Row, field: TouchpointField, pane: &mut Pane<'_>) {
    let is_title = matches!(field, TouchpointField::Title(_));
    let touchpoints = if is_title { vec![row.card.id] } else { meant(row, pane).collect() };
    pane.run(Command::EditTouchpoints { map: row.map.id, touchpoints, field });
    pane.push(Request::Seal);
}

/// The card of a row, or all that are selected with it.
fn meant(row: &Row, pane: &Pane<'_>) -> impl Iterator<Item = TouchpointId> {
    let selection = pane.editor.selection();
    let card = row.card.id;
    let all = selection.touchpoints().filter(move |_| selection.has(card));
    let alone = (!selection.has(card)).then_some(card);
    alone.into_iter().chain(all)
}

fn popup_id() -> Id {
    Id::unique("table choices")
}

/// What can be chosen in a cell.
struct Choice {
    label: String,
    is_current: bool,
    change: Change,
}

/// What comes of a choice.
enum Change {
    Set(TouchpointField),
    Send(Destination),
}

/// What can be chosen in a column.
fn choices(text: &Text, row: &Row, column: Column) -> Vec<Choice> {
    use TouchpointField as F;
    let (card, plan) = (&row.card, &row.card.feasibility);
    let score = |it: Score| it.value().to_string();
    match column {
        Column::Mark => {
            values(text, Mark::ALL, card.mark, |it| mark::name(text, Some(it)), F::Mark)
        }
        Column::Control => {
            values(text, Control::ALL, card.control, |it| words::control(text, it), F::Control)
        }
        Column::Period => {
            values(text, Period::ALL, card.period, |it| words::period(text, it), F::Period)
        }
        Column::Emotion => {
            let all = Emotion::ALL.into_iter().rev();
            values(text, all, card.emotion, |it| words::signed(it.value().into()), F::Emotion)
        }
        Column::Impact => values(text, Score::ALL, plan.impact, score, F::Impact),
        Column::Effort => values(text, Score::ALL, plan.effort, score, F::Effort),
        Column::Rating(quality) => {
            let field = |it| F::Score(quality, it);
            values(text, Score::ALL, card.qualities.score(quality), score, field)
        }
        Column::CostBand => {
            let name = |it| words::cost_band(text, it);
            values(text, CostBand::ALL, plan.cost_band, name, F::CostBand)
        }
        Column::Growth => {
            values(text, [true, false], plan.grows, |it| words::growth(text, it), F::Grows)
        }
        Column::When => values(text, When::ALL, plan.when, |it| words::when(text, it), F::When),
        Column::Stage | Column::Step | Column::Lane => places(text, row, column),
        _ => Vec::new(),
    }
}

/// The values that a field can have, and none.
fn values<T: Copy + PartialEq>(
    text: &Text,
    all: impl IntoIterator<Item = T>,
    current: Option<T>,
    name: impl Fn(T) -> String,
    field: impl Fn(Option<T>) -> TouchpointField,
) -> Vec<Choice> {
    let choice = |label, value: Option<T>| Choice {
        label,
        is_current: value == current,
        change: Change::Set(field(value)),
    };
    let mut choices: Vec<_> = all.into_iter().map(|it| choice(name(it), Some(it))).collect();
    choices.push(choice(text.inspector_not_set(), None));
    choices
}

/// Where a card can be sent: with stages and steps, to the inbox too.
fn places(text: &Text, row: &Row, column: Column) -> Vec<Choice> {
    let (map, place) = (&row.map, row.place);
    let choice = |label: &str, is_current, to| {
        let label = if label.trim().is_empty() { text.untitled() } else { label.to_owned() };
        Choice { label, is_current, change: Change::Send(to) }
    };
    let inbox = || choice(&text.inbox(), place.is_none(), Destination::Inbox);
    match column {
        Column::Stage => {
            let stages = map.stages.iter().enumerate().map(|(at, stage)| {
                let is_current = place.is_some_and(|it| it.stage == at);
                choice(&stage.name, is_current, Destination::Stage(stage.id))
            });
            stages.chain([inbox()]).collect()
        }
        Column::Step => {
            let steps = map.columns().enumerate().map(|(at, column)| {
                let is_current = place.is_some_and(|it| it.column == at);
                let words = format!("{}  {}", at + 1, column.step.action);
                choice(words.trim_end(), is_current, Destination::Step(column.step.id))
            });
            steps.chain([inbox()]).collect()
        }
        _ => {
            let lanes = map.lanes.iter().enumerate().map(|(at, lane)| {
                let is_current = place.is_some_and(|it| it.lane == at);
                choice(&lane.name, is_current, Destination::Lane(lane.id))
            });
            lanes.collect()
        }
    }
}

fn choice_item(ui: &mut Ui, choice: &Choice, pane: &Pane<'_>) -> egui::Response {
    let ink =
        if choice.is_current { egui::Color32::PLACEHOLDER } else { egui::Color32::TRANSPARENT };
    let tick = style::icon(Icon::Check).color(ink);
    let mark = match choice.change {
        Change::Set(TouchpointField::Mark(mark)) => Some(mark),
        _ => None,
    };
    // Room for the mark's shape.
    let lead = if mark.is_some() { 20.0 } else { 0.0 };
    let button = egui::Button::new((tick, RichText::new(&choice.label))).gap(8.0 + lead);
    let size = Vec2::new(ui.available_width(), 28.0);
    let response = ui.add(button.min_size(size).truncate());
    response.widget_info(|| {
        let Choice { label, is_current, .. } = choice;
        egui::WidgetInfo::selected(egui::Role::MenuItemRadio, true, *is_current, label)
    });
    if let Some(mark) = mark {
        let at = response.rect.left_center() + Vec2::new(38.0, 0.0);
        mark::paint(ui.painter(), at, 10.0, mark, pane.theme);
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
