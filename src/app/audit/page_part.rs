//! What the pages about qualities have in common: a column in the middle, headings, empty states.

use crate::{
    app::{
        request::{Pane, Request},
        style,
    },
    editor::Action,
    font::Weight,
    theme::{Tone, type_size},
};
use egui::{RichText, Ui, Vec2};

/// A column in the middle of the page.
pub fn column<R>(ui: &mut Ui, widest: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_width();
    let width = (room - 48.0).min(widest);
    let side = (room - width) / 2.0;
    ui.add_space(16.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(side);
        let done = ui
            .vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing = Vec2::splat(8.0);
                let done = add(ui);
                ui.add_space(8.0);
                done
            })
            .inner;
        ui.add_space(side);
        done
    })
    .inner
}

pub fn title_ui(ui: &mut Ui, words: String, pane: &Pane<'_>) {
    let font = style::font(Weight::SemiBold, type_size::TITLE);
    ui.label(RichText::new(words).font(font).color(style::color(pane.theme, Tone::Text)));
}

pub fn note_ui(ui: &mut Ui, words: String, pane: &Pane<'_>) {
    let ink = style::color(pane.theme, Tone::Secondary);
    ui.add(egui::Label::new(RichText::new(words).color(ink)).wrap());
}

/// What a page says that has nothing to show, and what can be done about it.
pub fn empty_ui(ui: &mut Ui, words: &str, action: Option<Action>, pane: &mut Pane<'_>) {
    ui.add_space(40.0);
    ui.vertical_centered(|ui| {
        ui.set_max_width(440.0);
        let ink = style::color(pane.theme, Tone::Secondary);
        let font = style::font(Weight::Regular, type_size::LARGE);
        ui.add(egui::Label::new(RichText::new(words).font(font).color(ink)).wrap());
        if let Some(action) = action {
            ui.add_space(8.0);
            if ui.button(action.label(pane.text)).clicked() {
                pane.push(Request::Perform(action));
            }
        }
    });
}
