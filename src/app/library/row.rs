//! One row of the library or the inbox: how it looks, and how its card leaves it.

use crate::{
    app::{
        request::{Pane, Request},
        style,
    },
    editor::NewCard,
    font::Weight,
    theme::{Tone, type_size},
};
use egui::{EventFilter, Id, Key, Ui};

/// The arrows walk the list instead of leaving it.
pub fn row_keys(ui: &Ui, id: Id) {
    ui.memory_mut(|memory| {
        if memory.has_focus(id) {
            let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
            memory.set_focus_lock_filter(id, filter);
        }
    });
}

/// Paints the frame of a row.
pub fn paint_row(ui: &Ui, response: &egui::Response, pane: &Pane<'_>) {
    let tone = |tone| style::color(pane.theme, tone);
    let line = if response.has_focus() { Tone::Accent } else { Tone::Line };
    let fill = if response.hovered() { Tone::Header } else { Tone::Panel };
    ui.painter().rect(
        response.rect,
        6.0,
        tone(fill),
        egui::Stroke::new(1.0, tone(line)),
        egui::StrokeKind::Inside,
    );
}

/// Paints a title, cut off where it does not fit.
pub fn paint_title(
    painter: &egui::Painter,
    left_center: egui::Pos2,
    title: &str,
    room: f32,
    ink: egui::Color32,
) {
    let font = style::font(Weight::Regular, type_size::BODY);
    style::text_in(painter, left_center, title, room, (font, ink));
}

/// A row's card leaves the panel: dragged, or put with Enter or a double click.
pub fn take_out(
    ui: &Ui,
    response: &egui::Response,
    card: impl Fn() -> NewCard,
    pane: &mut Pane<'_>,
) {
    let entered = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if response.drag_started() {
        if let Some(at) = response.interact_pointer_pos() {
            pane.push(Request::Carry(card(), at));
        }
    } else if response.double_clicked() || entered {
        pane.push(Request::Put(card()));
    } else if response.clicked() {
        response.request_focus();
    }
}
