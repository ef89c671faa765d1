//! Which maps are compared: those of the project, and as they were at reviews.

use crate::{
    app::{request::Pane, style},
    method::compare::MOST,
    model::{JourneyMap, MapId, Project, SnapshotId},
    text::Text,
    theme::{Tone, type_size},
};
use egui::{Button, Popup, PopupCloseBehavior, RichText, ScrollArea, Ui, Vec2};
use lucide_icons::Icon;
use std::sync::Arc;

/// Which map, and as it was when; without a snapshot, as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pick {
    pub snapshot: Option<SnapshotId>,
    pub map: MapId,
}

/// A map that can be compared.
#[derive(Clone)]
pub struct Choice {
    pub pick: Pick,
    pub map: Arc<JourneyMap>,
    /// What the snapshot is called.
    snapshot: Option<String>,
}

/// Maps are the same where they were not changed: told by pointer, however large they are.
impl PartialEq for Choice {
    fn eq(&self, other: &Self) -> bool {
        self.pick == other.pick
            && Arc::ptr_eq(&self.map, &other.map)
            && self.snapshot == other.snapshot
    }
}

impl Choice {
    /// "First purchase", "First purchase · Review in August".
    pub fn title(&self, text: &Text) -> String {
        let title = match self.map.title.trim() {
            "" => text.untitled(),
            title => title.to_owned(),
        };
        match &self.snapshot {
            None => title,
            Some(snapshot) => text.compare_at_review(title, snapshot),
        }
    }
}

/// Every map that can be compared, those of today first.
pub fn all(project: &Project) -> Vec<Choice> {
    let now = project.maps.iter().map(|map| (None, map));
    let then = project.snapshots.iter().rev();
    let then = then.flat_map(|it| it.maps.iter().map(move |map| (Some(it.as_ref()), map)));
    now.chain(then)
        .map(|(snapshot, map)| Choice {
            pick: Pick { snapshot: snapshot.map(|it| it.id), map: map.id },
            map: Arc::clone(map),
            snapshot: snapshot.map(|it| it.name.clone()),
        })
        .collect()
}

/// Draws the button that opens the list; gives what is chosen now, where that changed.
pub fn ui(ui: &mut Ui, choices: &[Choice], picks: &[Pick], pane: &Pane<'_>) -> Option<Vec<Pick>> {
    let text = pane.text;
    let tone = |tone| style::color(pane.theme, tone);
    let mut chosen = None;
    ui.horizontal(|ui| {
        let arrow = style::icon(Icon::ChevronDown).color(tone(Tone::Secondary));
        let words = text.compare_choose(picks.len());
        let button = Button::new((RichText::new(&words), arrow)).min_size(Vec2::new(0.0, 28.0));
        let button = ui.add(button).accessible_name(words);
        let popup = Popup::menu(&button)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .style(style::menu);
        popup.show(|ui| {
            ui.set_min_width(280.0);
            ScrollArea::vertical().max_height(400.0).show(ui, |ui| {
                chosen = list_ui(ui, choices, picks, text);
            });
        });
        ui.add_space(8.0);
        let hint = RichText::new(text.compare_hint(MOST)).size(type_size::SMALL);
        ui.label(hint.color(tone(Tone::Secondary)));
    });
    chosen
}

fn list_ui(ui: &mut Ui, choices: &[Choice], picks: &[Pick], text: &Text) -> Option<Vec<Pick>> {
    let mut changed = None;
    for choice in choices {
        let mut is_chosen = picks.contains(&choice.pick);
        let can = is_chosen || picks.len() < MOST;
        let check = egui::Checkbox::new(&mut is_chosen, choice.title(text));
        if ui.add_enabled(can, check).changed() {
            let mut picks = picks.to_vec();
            if is_chosen {
                picks.push(choice.pick);
            } else {
                picks.retain(|pick| *pick != choice.pick);
            }
            changed = Some(picks);
        }
    }
    changed
}
