//! Customer actions matched to touchpoints: what of the catalogue may serve an action that has none
//! yet.

use super::note_ui;
use crate::{
    app::{
        request::{Pane, Request},
        style,
    },
    catalog::{self, Entry},
    editor::NewCard,
    model::{Column, LaneId, Period},
    text::Language,
    theme::Tone,
};
use egui::{AtomExt, Button, RichText, Ui, Vec2};
use lucide_icons::Icon;

/// The proposals for the action that was looked at last.
#[derive(Default)]
pub struct Matching {
    /// What the catalogue speaks.
    pub language: Language,
    made_for: Option<(String, Option<Period>, Language)>,
    proposals: Vec<&'static Entry>,
}

impl Matching {
    /// Draws the proposals for a step without touchpoint: one click, or Enter, adds one there, in a
    /// lane where one is meant.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        column: &Column<'_>,
        lane: Option<LaneId>,
        pane: &mut Pane<'_>,
    ) {
        note_ui(ui, pane.text.inspector_action_alone(), pane);
        self.follow(&column.step.action, column.stage.period);
        if self.proposals.is_empty() {
            return;
        }
        ui.add_space(4.0);
        note_ui(ui, pane.text.matching_proposals(), pane);
        for entry in &self.proposals {
            let accent = style::color(pane.theme, Tone::Accent);
            let plus = style::icon(Icon::Plus).color(accent);
            let button = Button::new((plus, RichText::new(entry.title).atom_shrink(true)))
                .truncate()
                .min_size(Vec2::new(ui.available_width(), 28.0));
            let name = pane.text.matching_add(entry.title);
            if ui.add(button).accessible_name(name).clicked() {
                let card = NewCard::Catalog {
                    key: entry.key.to_owned(),
                    title: entry.title.to_owned(),
                    period: entry.period,
                    control: entry.control,
                };
                pane.push(Request::PutAt(card, column.step.id, lane));
            }
        }
    }

    fn follow(&mut self, action: &str, period: Option<Period>) {
        let is_made = self.made_for.as_ref().is_some_and(|(known, of, language)| {
            known == action && *of == period && *language == self.language
        });
        if !is_made {
            self.proposals = catalog::proposals(self.language, action, period);
            self.made_for = Some((action.to_owned(), period, self.language));
        }
    }
}
