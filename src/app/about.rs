//! About the program: version, and the licences of what is bundled with it.

use super::{
    dialog::{Answer, close_button, modal},
    style,
};
use crate::{
    text::Text,
    theme::{Tone, type_size},
};
use egui::{Button, Context, Frame, Label, Margin, RichText, ScrollArea, Ui};

/// What the dialog shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Licence {
    #[default]
    Plex,
    Lucide,
}

impl Licence {
    const ALL: [Self; 2] = [Self::Plex, Self::Lucide];

    fn name(self, text: &Text) -> String {
        match self {
            Self::Plex => text.about_plex(),
            Self::Lucide => text.about_lucide(),
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Plex => include_str!("../../assets/fonts/IBMPlexSans-LICENSE.txt"),
            Self::Lucide => include_str!("../../assets/fonts/Lucide-LICENSE.txt"),
        }
    }
}

/// Draws the dialog.
pub fn ui(ctx: &Context, shown: &mut Licence, text: &Text) -> Answer {
    modal(ctx, &text.about_title(), 480.0, |ui| {
        ui.label(text.about_version(env!("CARGO_PKG_VERSION")));
        ui.label(text.about_body());
        ui.add_space(8.0);
        style::section(ui, &text.about_licences());
        for licence in Licence::ALL {
            let button = Button::selectable(*shown == licence, licence.name(text));
            if ui.add(button).clicked() {
                *shown = licence;
            }
        }
        licence_ui(ui, *shown);
        close_button(ui, text)
    })
}

fn licence_ui(ui: &mut Ui, licence: Licence) {
    let tone = |tone| style::color(style::theme(ui.ctx()), tone);
    let ground = Frame::new().fill(tone(Tone::Band)).corner_radius(8).inner_margin(Margin {
        left: 12,
        right: 4,
        top: 8,
        bottom: 8,
    });
    let height = (ui.ctx().content_rect().height() - 380.0).clamp(80.0, 240.0);
    let ink = tone(Tone::Secondary);
    ground.show(ui, |ui| {
        // Of one height from the first frame on: the dialog must not jump.
        let area = ScrollArea::vertical().id_salt(licence.words().len()).auto_shrink(false);
        area.min_scrolled_height(height).max_height(height).show(ui, |ui| {
            let words = RichText::new(licence.words()).size(type_size::SMALL).color(ink);
            ui.add(Label::new(words).wrap().selectable(true));
        });
    });
}
