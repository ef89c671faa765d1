//! What there was to say when a file was opened, in a bar under the tabs.

use super::{
    request::{Pane, Request},
    style,
};
use crate::{file::Note, message};
use egui::Ui;
use lucide_icons::Icon;

/// What there was to say when the file was opened.
pub fn notes_ui(ui: &mut Ui, notes: &[Note], pane: &mut Pane<'_>) {
    const MOST: usize = 3;
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - 44.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            for note in notes.iter().take(MOST) {
                ui.label(message::sentence(pane.text, &message::note(pane.text, note)));
            }
            if notes.len() > MOST {
                ui.label(pane.text.notes_more(notes.len() - MOST));
            }
        });
        let close = egui::Button::new(style::icon(Icon::X)).frame(false);
        if ui.add(close).accessible_name(pane.text.notes_close()).clicked() {
            pane.push(Request::DismissNotes);
        }
    });
}
