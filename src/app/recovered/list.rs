//! The list of work that waits, over the start screen.

use super::LeftWork;
use crate::{
    app::{document::file_stem, moment::moment, request::Request, style},
    file::recovery::Left,
    font::Weight,
    text::Text,
    theme::{Theme, Tone, type_size},
};
use egui::{Align, Button, Frame, Layout, Margin, RichText, ScrollArea, Ui};
use std::time::SystemTime;

impl LeftWork {
    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// What waits, over the start screen.
    pub fn ui(&self, ui: &mut Ui, text: &Text, theme: Theme, requests: &mut Vec<Request>) {
        let font = style::font(Weight::SemiBold, type_size::LARGE);
        ui.label(RichText::new(text.recovered_title()).font(font));
        ui.label(RichText::new(text.recovered_more()).color(style::color(theme, Tone::Secondary)));
        ui.add_space(4.0);
        ScrollArea::vertical().id_salt("recovered").max_height(152.0).show(ui, |ui| {
            for left in &self.waiting {
                row_ui(ui, left, text, theme, requests);
            }
        });
    }
}

fn row_ui(ui: &mut Ui, left: &Left, text: &Text, theme: Theme, requests: &mut Vec<Request>) {
    let frame = Frame::new()
        .fill(style::color(theme, Tone::Panel))
        .stroke(egui::Stroke::new(1.0, style::color(theme, Tone::Line)))
        .corner_radius(8)
        .inner_margin(Margin::symmetric(12, 8));
    let title = title_of(left, text);
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let discard = Button::new(text.recovered_discard());
                let name = text.recovered_discard_name(&title);
                if ui.add(discard).accessible_name(name).clicked() {
                    requests.push(Request::AskToDiscard(left.folder().to_owned()));
                }
                let open = Button::new(text.recovered_open());
                let name = text.recovered_open_name(&title);
                if ui.add(open).accessible_name(name).clicked() {
                    requests.push(Request::OpenLeft(left.folder().to_owned()));
                }
                let when = moment(text, left.time, SystemTime::now());
                let small = |words: String| RichText::new(words).size(type_size::SMALL);
                ui.label(small(when).color(style::color(theme, Tone::Secondary)));
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let font = style::font(Weight::Medium, type_size::BODY);
                    ui.label(RichText::new(&title).font(font));
                    let file = left.about.path.as_deref().map(|path| path.display().to_string());
                    let file = file.unwrap_or_else(|| text.recovered_no_file());
                    let file = small(file).color(style::color(theme, Tone::Secondary));
                    ui.add(egui::Label::new(file).truncate());
                });
            });
        });
    });
}

pub fn title_of(left: &Left, text: &Text) -> String {
    let title = left.about.title.trim();
    let file = left.about.path.as_deref().map(file_stem);
    if title.is_empty() { file.unwrap_or_else(|| text.untitled()) } else { title.to_owned() }
}
