//! Where a touchpoint leads, and where its customers come from.

use super::{
    card_row,
    field::{Fields, Line},
    heading_ui, note_ui, warning_ui,
};
use crate::{
    app::{request::Pane, style},
    command::{Command, LinkField},
    method::finding::sum_of_outcomes,
    model::{JourneyMap, Link, LinkState, Mark, Touchpoint},
    theme::Tone,
};
use egui::{Align, Frame, Id, Layout, Margin, Response, Ui, Vec2};
use lucide_icons::Icon;

/// "Where it leads": the outcome links with their labels and shares.
pub fn leads_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    card: &Touchpoint,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    let is_decision = card.mark == Some(Mark::Decision);
    let links: Vec<&Link> =
        map.links.iter().map(AsRef::as_ref).filter(|link| link.from == card.id).collect();
    if links.is_empty() && !is_decision {
        return;
    }
    heading_ui(ui, pane.text.inspector_leads(), pane);
    for &link in &links {
        outcome_ui(ui, map, link, fields, pane);
    }
    if !is_decision {
        note_ui(ui, pane.text.inspector_leads_not_decision(), pane);
        return;
    }
    if links.is_empty() {
        note_ui(ui, pane.text.inspector_leads_hint(), pane);
        return;
    }
    let sum = sum_of_outcomes(map, card.id);
    if sum > 100 {
        warning_ui(ui, pane.text.inspector_leads_shares(sum), pane);
    }
    let leads_to = |mark| {
        links.iter().any(|link| map.touchpoint(link.to).is_some_and(|to| to.mark == Some(mark)))
    };
    if !leads_to(Mark::Positive) {
        note_ui(ui, pane.text.inspector_leads_no_positive(), pane);
    }
    if !leads_to(Mark::Friction) {
        note_ui(ui, pane.text.inspector_leads_no_friction(), pane);
    }
}

fn outcome_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    link: &Link,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) {
    let text = pane.text;
    let title = map.touchpoint(link.to).map_or("", |card| card.title.as_str());
    let waits = map.link_state(link) == LinkState::Waiting;
    let frame = Frame::new()
        .fill(style::color(pane.theme, Tone::Band))
        .corner_radius(8)
        .inner_margin(Margin::symmetric(8, 4));
    frame.show(ui, |ui| {
        if waits {
            ui.set_opacity(0.55);
        }
        ui.spacing_mut().item_spacing.x = 4.0;
        let share = share_words(link);
        let line = Line::new(Id::unique(("share", link.id)), &share, "– %".to_owned());
        from_the_right(ui, 48.0, |ui, is_right| {
            if is_right {
                let share = share_ui(ui, map, link, &line, fields, pane);
                share.accessible_name(text.inspector_share_of(title));
            } else {
                card_row(ui, map, link.to, pane);
            }
        });
        if waits {
            note_ui(ui, text.inspector_leads_waiting(), pane);
        }
        let id = Id::unique(("label", link.id));
        let line = Line::new(id, &link.label, text.inspector_label_hint());
        from_the_right(ui, 28.0, |ui, is_right| {
            if is_right {
                let name = text.inspector_remove_link(title);
                if style::icon_button_here(ui, Icon::X, &name).clicked() {
                    pane.run(Command::DeleteLinks { map: map.id, links: vec![link.id] });
                }
            } else {
                let edit = |label| Some(edit_link(map, link, LinkField::Label(label)));
                let label = fields.text_ui(ui, &line, pane, edit);
                label.accessible_name(text.inspector_label_of(title));
            }
        });
    });
}

/// A row of two: the right part has a width, the left part what is left of it. `add` draws one,
/// then the other.
fn from_the_right(ui: &mut Ui, width: f32, mut add: impl FnMut(&mut Ui, bool)) {
    ui.horizontal(|ui| {
        let rest = (ui.available_width() - width - ui.spacing().item_spacing.x).max(0.0);
        for (width, is_right) in [(rest, false), (width, true)] {
            ui.allocate_ui_with_layout(
                Vec2::new(width, 28.0),
                Layout::left_to_right(Align::Center),
                |ui| {
                    ui.set_min_width(width);
                    ui.set_max_width(width);
                    add(ui, is_right);
                },
            );
        }
    });
}

/// The field of a link's share; what is no number from 0 to 100 stays a draft.
pub fn share_ui(
    ui: &mut Ui,
    map: &JourneyMap,
    link: &Link,
    line: &Line<'_>,
    fields: &mut Fields,
    pane: &mut Pane<'_>,
) -> Response {
    fields.text_ui(ui, line, pane, |share| {
        share_of(&share).map(|share| edit_link(map, link, LinkField::Share(share)))
    })
}

/// A link's share in words, or nothing.
pub fn share_words(link: &Link) -> String {
    link.share.map(|share| format!("{share} %")).unwrap_or_default()
}

/// What was typed as a share; `None` where it is none.
fn share_of(typed: &str) -> Option<Option<u8>> {
    match typed.trim().trim_end_matches('%').trim_end() {
        "" => Some(None),
        number => number.parse().ok().filter(|&share| share <= 100).map(Some),
    }
}

pub fn edit_link(map: &JourneyMap, link: &Link, field: LinkField) -> Command {
    Command::EditLink { map: map.id, link: link.id, field }
}

/// "Comes from": the cards that lead here.
pub fn sources_ui(ui: &mut Ui, map: &JourneyMap, card: &Touchpoint, pane: &mut Pane<'_>) {
    let mut sources = map.links.iter().filter(|link| link.to == card.id).peekable();
    if sources.peek().is_none() {
        return;
    }
    heading_ui(ui, pane.text.inspector_comes_from(), pane);
    for link in sources {
        card_row(ui, map, link.from, pane);
        if !link.label.is_empty() {
            note_ui(ui, link.label.clone(), pane);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_a_number_up_to_a_hundred_or_nothing() {
        for (typed, expected) in [
            ("", Some(None)),
            (" 70 ", Some(Some(70))),
            ("30 %", Some(Some(30))),
            ("101", None),
            ("-1", None),
            ("many", None),
        ] {
            assert_eq!(share_of(typed), expected, "{typed}");
        }
    }
}
