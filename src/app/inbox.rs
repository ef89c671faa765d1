//! The inbox: cards of the shown map without a place. They are dragged onto the map from here, and
//! from the map back to here.

use super::{
    library::row::{paint_row, paint_title, row_keys, take_out},
    mark,
    request::{Pane, Request},
    style,
};
use crate::{
    editor::{
        Action, NewCard, Selection,
        gesture::{Carry, Gesture},
    },
    font::Weight,
    model::{JourneyMap, Mark, TouchpointId},
    theme::{Tone, type_size},
};
use egui::{
    Align, CursorIcon, Id, Key, Layout, Memory, Rect, RichText, Role, ScrollArea, Sense, Stroke,
    Ui, Vec2, WidgetInfo,
};
use std::ops::Range;

const ROW_HEIGHT: f32 = 28.0;
const GAP: f32 = 4.0;

/// The inbox's state.
pub struct Inbox {
    /// Where it was in the last frame.
    rect: Rect,
    /// In their order; made again when the project changes.
    cards: Vec<Row>,
    /// Rows drawn in the last frame.
    shown: Range<usize>,
}

struct Row {
    id: TouchpointId,
    title: String,
    mark: Option<Mark>,
}

impl Default for Inbox {
    fn default() -> Self {
        Self { rect: Rect::NOTHING, cards: Vec::new(), shown: 0..0 }
    }
}

impl Inbox {
    /// Where it was in the last frame.
    pub fn rect(&self) -> Rect {
        self.rect
    }

    /// Reads the cards of a map that changed.
    pub fn refresh(&mut self, map: &JourneyMap) {
        self.cards = map
            .cards_in(None)
            .into_iter()
            .map(|card| Row { id: card.id, title: card.title.clone(), mark: card.mark })
            .collect();
    }

    /// Draws the inbox.
    pub fn ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        self.rect = ui.max_rect().expand2(Vec2::new(12.0, 8.0));
        self.heading_ui(ui, pane);
        if self.cards.is_empty() {
            let tone = style::color(pane.theme, Tone::Secondary);
            let words = RichText::new(pane.text.inbox_empty()).size(type_size::SMALL).color(tone);
            ui.label(words);
        }
        ui.spacing_mut().item_spacing.y = GAP;
        let rows = self.cards.len();
        let mut area = ScrollArea::vertical().id_salt("inbox").auto_shrink(false);
        if let Some(offset) = self.walk(ui) {
            area = area.vertical_scroll_offset(offset);
        }
        let mut after_entered = None;
        area.show_rows(ui, ROW_HEIGHT, rows, |ui, range| {
            for at in range.clone() {
                let Some(row) = self.cards.get(at) else { continue };
                if row_ui(ui, row, pane) {
                    let before = || at.checked_sub(1).and_then(|at| self.cards.get(at));
                    after_entered = self.cards.get(at + 1).or_else(before).map(|row| row.id);
                }
            }
            self.shown = range;
        });
        if let Some(next) = after_entered {
            // The row goes with its card: the keyboard stays in the list.
            ui.memory_mut(|memory| memory.request_focus(row_id(next)));
        }
        self.take_in(ui, pane);
    }

    /// The arrows walk the list; gives where it has to be scrolled for that.
    fn walk(&self, ui: &Ui) -> Option<f32> {
        let step = ui.input(|input| {
            let (down, up) = (input.key_pressed(Key::ArrowDown), input.key_pressed(Key::ArrowUp));
            isize::from(down) - isize::from(up)
        });
        if step == 0 {
            return None;
        }
        let focused = ui.memory(Memory::focused)?;
        let at = self.cards.iter().position(|row| row_id(row.id) == focused)?;
        let next = at.checked_add_signed(step)?;
        let row = self.cards.get(next)?;
        ui.memory_mut(|memory| memory.request_focus(row_id(row.id)));
        if self.shown.contains(&(next + 1)) && next > self.shown.start {
            return None;
        }
        let first = if step > 0 { next + 2 - self.shown.len().clamp(2, next + 2) } else { next };
        Some(style::number(first) * (ROW_HEIGHT + GAP))
    }

    fn heading_ui(&self, ui: &mut Ui, pane: &Pane<'_>) {
        let font = style::font(Weight::Medium, type_size::SMALL);
        let tone = style::color(pane.theme, Tone::Secondary);
        ui.horizontal(|ui| {
            ui.label(RichText::new(pane.text.inbox()).font(font.clone()).color(tone));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let count = RichText::new(self.cards.len().to_string()).font(font);
                ui.label(count).accessible_name(pane.text.inbox_count(self.cards.len()));
            });
        });
    }

    /// Cards that are dragged here from the map or the library go here.
    fn take_in(&self, ui: &Ui, pane: &mut Pane<'_>) {
        let Gesture::Moving { carried, .. } = pane.editor.gesture() else {
            return;
        };
        let is_over = ui.ctx().pointer_latest_pos().is_some_and(|pos| self.rect.contains(pos));
        let came_from_here = matches!(carried, Carry::New(NewCard::Inbox(_)) | Carry::Header(_));
        if !is_over || came_from_here {
            return;
        }
        let tone = |tone| style::color(pane.theme, tone);
        let area = self.rect.shrink(4.0);
        let painter = ui.painter();
        painter.rect(
            area,
            8.0,
            tone(Tone::AccentSoft).gamma_multiply(0.8),
            Stroke::new(1.5, tone(Tone::Accent)),
            egui::StrokeKind::Inside,
        );
        painter.text(
            area.center(),
            egui::Align2::CENTER_CENTER,
            pane.text.inbox_drop(),
            style::font(Weight::Medium, type_size::BODY),
            tone(Tone::Accent),
        );
        if !ui.input(|input| input.pointer.primary_released()) {
            return;
        }
        match carried.clone() {
            Carry::Cards { copy: false, .. } => pane.push(Request::Perform(Action::ToInbox)),
            Carry::New(card) => pane.push(Request::Collect(card)),
            Carry::Cards { .. } | Carry::Header(_) => {}
        }
    }
}

fn row_id(card: TouchpointId) -> Id {
    Id::unique("inbox card").with(card)
}

/// A card that waits; gives whether Enter took it onto the map.
fn row_ui(ui: &mut Ui, row: &Row, pane: &mut Pane<'_>) -> bool {
    let id = row_id(row.id);
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), ROW_HEIGHT));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let name = format!("{}, {}", row.title, mark::name(pane.text, row.mark));
    let is_selected = pane.editor.selection().touchpoints().any(|id| id == row.id);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, &name));
    row_keys(ui, id);
    paint_row(ui, &response, pane);
    let tone = |tone| style::color(pane.theme, tone);
    if is_selected {
        let line = Stroke::new(1.5, tone(Tone::Accent));
        ui.painter().rect_stroke(rect, 6.0, line, egui::StrokeKind::Inside);
    }
    let middle = rect.center().y;
    mark::paint(ui.painter(), egui::pos2(rect.left() + 14.0, middle), 9.0, row.mark, pane.theme);
    let room = rect.width() - 36.0;
    let painter = ui.painter_at(rect);
    paint_title(
        &painter,
        egui::pos2(rect.left() + 28.0, middle),
        &row.title,
        room,
        tone(Tone::Text),
    );
    // Enter counts as a click, but is for the place that is selected on the map.
    let is_entered = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if response.clicked() && !is_entered {
        pane.push(Request::Select(Selection::touchpoint(row.id)));
    }
    take_out(ui, &response, || NewCard::Inbox(row.id), pane);
    response.on_hover_cursor(CursorIcon::Grab);
    is_entered
}
