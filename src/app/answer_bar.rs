//! A bar over the map that says how the project stands, and offers what can be done about it.

use super::{
    request::{Pane, Request},
    style,
};
use crate::theme::Tone;
use egui::{Align, Button, Frame, Label, Layout, Margin, Panel, Ui};
use lucide_icons::Icon;

/// What a bar says.
pub struct AnswerBar {
    /// Unique among the bars.
    pub id: &'static str,
    pub icon: Icon,
    /// Of the icon, and of the ground.
    pub tones: (Tone, Tone),
    pub words: String,
    /// From the right, the first one outermost.
    pub answers: Vec<(String, Request)>,
}

impl AnswerBar {
    /// Draws it below what is at the top already.
    pub fn ui(self, ui: &mut Ui, pane: &mut Pane<'_>) {
        let (ink, ground) = self.tones;
        let frame = Frame::new()
            .fill(style::color(pane.theme, ground))
            .inner_margin(Margin::symmetric(16, 8));
        Panel::top(self.id).frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.label(style::icon(self.icon).color(style::color(pane.theme, ink)));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    for (words, request) in self.answers {
                        if ui.add(Button::new(words)).clicked() {
                            pane.requests.push(request);
                        }
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.add(Label::new(self.words).wrap());
                    });
                });
            });
        });
    }
}
