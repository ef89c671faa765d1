//! A card in the matrix or beside it: its mark, code and title.

use super::{Cell, MatrixPage, drag, select};
use crate::{
    app::{
        mark,
        request::{Pane, Request},
        style,
    },
    editor::{Action, Selection},
    font::Weight,
    method::feasibility::{Planned, Quadrant},
    model::{Score, TouchpointId},
    text::Text,
    theme::{Tone, type_size},
};
use egui::{
    CursorIcon, EventFilter, Id, Key, Modifiers, Painter, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo,
};

pub const WIDTH: f32 = 144.0;
pub const HEIGHT: f32 = 24.0;
pub const RADIUS: f32 = 6.0;

/// How a tile looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Still,
    Hovered,
    Selected,
    /// Where it would go.
    Landing,
    /// Under the pointer.
    Lifted,
}

/// The widget of a card.
pub fn id(card: TouchpointId) -> Id {
    Id::unique("matrix tile").with(card)
}

/// What a card is called for those who do not see where it stands.
pub fn name(text: &Text, it: &Planned) -> String {
    let card = format!("{} {}", it.card.code, it.card.title);
    let score = |score: Option<Score>| {
        score.map_or_else(|| text.matrix_unknown(), |score| score.value().to_string())
    };
    let feasibility = &it.card.feasibility;
    let (impact, effort) = (score(feasibility.impact), score(feasibility.effort));
    match it.quadrant() {
        Some(quadrant) => text.matrix_card(card, impact, effort, key(quadrant)),
        None => text.matrix_card_waiting(card, impact, effort),
    }
}

fn key(quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::QuickWin => "quick-win",
        Quadrant::BigProject => "big-project",
        Quadrant::FillIn => "fill-in",
        Quadrant::LeaveIt => "leave-it",
    }
}

impl MatrixPage {
    /// Draws a card that can be dragged and moved with the arrows.
    pub(super) fn tile_ui(
        &mut self,
        ui: &Ui,
        rect: Rect,
        it: &Planned,
        pane: &mut Pane<'_>,
    ) -> Response {
        let response = ui.interact(rect, id(it.card.id), Sense::click_and_drag());
        let is_selected = pane.editor.selection().has(it.card.id);
        response.widget_info(|| {
            WidgetInfo::selected(Role::ListItem, true, is_selected, name(pane.text, it))
        });
        let look = match () {
            () if self.drag.is_some_and(|drag| drag.card == it.card.id) => Look::Landing,
            () if is_selected => Look::Selected,
            () if response.hovered() => Look::Hovered,
            () => Look::Still,
        };
        paint(ui.painter(), rect, it, look, pane);
        self.use_ui(ui, &response, it, pane);
        if response.has_focus() {
            arrows(ui, &response, it, pane);
        }
        response
    }

    /// What a card does wherever it is drawn: click and focus select it, Enter and a double click
    /// show it on the map, a drag takes it up.
    pub(super) fn use_ui(
        &mut self,
        ui: &Ui,
        response: &Response,
        it: &Planned,
        pane: &mut Pane<'_>,
    ) {
        if response.drag_started() && !pane.editor.is_read_only() {
            self.take_up(it);
            ui.ctx().request_repaint();
        }
        if response.hovered() && self.drag.is_none() {
            ui.ctx().set_cursor_icon(CursorIcon::Grab);
        }
        if response.clicked() || response.drag_started() {
            response.request_focus();
        }
        if response.gained_focus() || response.clicked() || response.drag_started() {
            select(it, pane);
        }
        let enters = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if enters || response.double_clicked() {
            pane.push(Request::Perform(Action::ShowMap));
            pane.push(Request::GoTo(Selection::touchpoint(it.card.id)));
        }
    }
}

/// The arrows move a card by one; one that waits begins in the middle.
fn arrows(ui: &Ui, response: &Response, it: &Planned, pane: &mut Pane<'_>) {
    let filter =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| i64::from(input.consume_key(Modifiers::NONE, key)));
    let up = pressed(Key::ArrowUp) - pressed(Key::ArrowDown);
    let right = pressed(Key::ArrowRight) - pressed(Key::ArrowLeft);
    if (up, right) == (0, 0) {
        return;
    }
    let Some((impact, effort)) = moved(it, up, right) else {
        return;
    };
    if it.cell() != Some((impact, effort)) {
        pane.run(drag::place(it.map, it.card.id, Some(impact), Some(effort)));
        pane.push(Request::Seal);
    }
}

fn moved(it: &Planned, up: i64, right: i64) -> Option<Cell> {
    const MIDDLE: i64 = 3;
    let feasibility = &it.card.feasibility;
    let by = |score: Option<Score>, by: i64| {
        let value = match score {
            Some(score) if it.cell().is_some() => i64::from(score.value()) + by,
            Some(score) => i64::from(score.value()),
            None => MIDDLE,
        };
        Score::new(value.clamp(1, 5))
    };
    by(feasibility.impact, up).zip(by(feasibility.effort, right))
}

/// Paints a card.
pub fn paint(painter: &Painter, rect: Rect, it: &Planned, look: Look, pane: &Pane<'_>) {
    let tone = |tone| style::color(pane.theme, tone);
    let (fill, line) = match look {
        Look::Still => (Tone::Card, Stroke::new(1.0, tone(Tone::Line))),
        Look::Hovered => (Tone::Card, Stroke::new(1.0, tone(Tone::Quiet))),
        Look::Selected | Look::Landing => (Tone::AccentSoft, Stroke::new(1.5, tone(Tone::Accent))),
        Look::Lifted => (Tone::Card, Stroke::new(1.0, tone(Tone::Accent))),
    };
    painter.rect(rect, RADIUS, tone(fill), line, StrokeKind::Inside);
    label(painter, rect.with_min_x(rect.left() + 4.0), it, pane);
}

/// Mark, code and title in a place.
pub fn label(painter: &Painter, rect: Rect, it: &Planned, pane: &Pane<'_>) {
    let tone = |tone| style::color(pane.theme, tone);
    let left = rect.left_center() + egui::vec2(8.0, 0.0);
    mark::paint(painter, left, 8.0, it.card.mark, pane.theme);
    let mut at = left + egui::vec2(10.0, 0.0);
    let font = style::font(Weight::SemiBold, type_size::SMALL);
    let code = painter.layout_no_wrap(it.card.code.to_string(), font, tone(Tone::Text));
    let size = code.size();
    painter.galley(egui::pos2(at.x, at.y - size.y / 2.0), code, tone(Tone::Text));
    at.x += size.x + 5.0;
    let font = style::font(Weight::Regular, type_size::SMALL);
    let room = (rect.right() - 6.0 - at.x).max(0.0);
    style::text_in(painter, at, &it.card.title, room, (font, tone(Tone::Text)));
}
