//! The fields of a link.

use super::{
    card::marks_ui,
    card_row,
    field::{self, Fields, Line, row_ui},
    heading_ui, kind_ui, note_ui,
    outcome::{edit_link, share_ui, share_words},
};
use crate::{
    app::request::{Pane, Request},
    command::{Command, LinkField, TouchpointField},
    method::finding::leads_back,
    model::{JourneyMap, Link, LinkId, LinkState},
};
use egui::{Id, Ui};

pub fn link_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    id: LinkId,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    let Some(link) = map.link(id) else {
        return;
    };
    let text = pane.text;
    kind_ui(ui, None, text.inspector_link(), pane);
    ui.add_space(8.0);
    let line = Line::new(Id::unique(("link", id)), &link.label, text.inspector_label_hint());
    fields.line_ui(ui, text.inspector_label(), &line, pane, |label| {
        Some(edit_link(map, link, LinkField::Label(label)))
    });
    row_ui(ui, text.inspector_share(), pane, |ui, pane| {
        let share = share_words(link);
        let line = Line::new(Id::unique(("link share", id)), &share, "%".to_owned());
        share_ui(ui, map, link, &line, fields, pane)
    });
    match map.link_state(link) {
        LinkState::Outcome => {}
        LinkState::NotADecision => note_ui(ui, text.inspector_leads_not_decision(), pane),
        LinkState::Waiting => note_ui(ui, text.inspector_leads_waiting(), pane),
    }
    let is_back = leads_back(map, link);
    if is_back || link.is_loop {
        loop_ui(ui, map, link, is_back, pane);
    }
    heading_ui(ui, text.inspector_from(), pane);
    card_row(ui, map, link.from, pane);
    heading_ui(ui, text.inspector_to(), pane);
    card_row(ui, map, link.to, pane);
    if let Some(target) = map.touchpoint(link.to) {
        heading_ui(ui, text.inspector_target_mark(), pane);
        marks_ui(ui, Some(target.mark), pane, |mark| Command::EditTouchpoints {
            map: map.id,
            touchpoints: vec![link.to],
            field: TouchpointField::Mark(mark),
        });
    }
}

/// Whether it is meant to lead back: asked where it does, and shown where it was said.
fn loop_ui(ui: &mut Ui, map: &JourneyMap, link: &Link, is_back: bool, pane: &mut Pane<'_>) {
    let mut is_loop = link.is_loop;
    if field::checkbox_ui(ui, &mut is_loop, pane.text.inspector_loop(), false, pane).changed() {
        pane.run(edit_link(map, link, LinkField::IsLoop(is_loop)));
        pane.push(Request::Seal);
    }
    let note = match (is_back, link.is_loop) {
        (true, false) => pane.text.inspector_loop_back(),
        (false, true) => pane.text.inspector_loop_on(),
        _ => return,
    };
    note_ui(ui, note, pane);
}
