//! Compare: two to six maps above each other on shared stages, their emotion in one chart, and what
//! is green on one of them and red on another. A row leads to its card. Maps are laid side by side
//! beside the window: for a moment after a change, what is shown is how they were before it.

mod board;
mod chart;
mod choice;
mod contrast;

use self::choice::{Choice, Pick};
use super::{
    focus,
    job::{Latest, Worker},
    page::Page,
    request::{Pane, Request},
    style, tabs,
};
use crate::{
    editor::{Action, Selection},
    layout,
    method::compare::{self, Comparison, FEWEST, MOST},
    model::{MapId, TouchpointId},
    text::Text,
    theme::{Tone, type_size},
};
use egui::{Color32, Frame, Id, Margin, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo};
use std::{collections::BTreeSet, sync::Arc};

/// Around everything, in points.
const MARGIN: f32 = 16.0;
/// Of the names at the left.
const LABEL: f32 = 184.0;
/// The narrowest that a stage gets.
const STAGE: f32 = 152.0;

/// The page's state.
#[derive(Default)]
pub struct ComparePage {
    /// What is compared; `None`: the first maps of the project.
    chosen: Option<Vec<Pick>>,
    /// What can be compared, in this state of the project.
    choices: Vec<Choice>,
    seen: Option<u64>,
    latest: Latest<Vec<Choice>, Made>,
    made: Made,
    /// The curves for those who do not see them, and in which words.
    curves: (usize, Vec<String>),
    opened: Opened,
}

/// What is shown to its end, however long it is.
#[derive(Default)]
struct Opened {
    /// Of a map, by index.
    stages: BTreeSet<(Pick, usize)>,
    contrasts: bool,
}

/// Some maps, laid side by side.
#[derive(Default)]
struct Made {
    chosen: Vec<Choice>,
    comparison: Comparison,
}

/// A map as it is told from the others.
struct Row {
    pick: Pick,
    title: String,
    /// Whose journey it is, and whether it is or is to be.
    whose: String,
    color: Color32,
}

impl ComparePage {
    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>, worker: &Worker) {
        let rect = ui.available_rect_before_wrap();
        let home = ui.interact(rect, Page::Compare.id(), Sense::FOCUSABLE);
        let name = || pane.text.action_show_compare();
        home.widget_info(|| WidgetInfo::labeled(Role::Group, true, name()));
        let revision = Some(pane.editor.revision());
        if self.seen != revision {
            self.seen = revision;
            self.choices = choice::all(pane.editor.project());
        }
        if self.choices.len() < FEWEST {
            too_few_ui(ui, pane);
            return;
        }
        let picks = self.picks();
        Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
            if let Some(chosen) = choice::ui(ui, &self.choices, &picks, pane) {
                self.chosen = Some(chosen);
            }
        });
        if picks.len() < FEWEST {
            ui.horizontal(|ui| {
                ui.add_space(MARGIN);
                note_ui(ui, pane.text.compare_choose_more(), pane);
            });
            return;
        }
        self.follow(&picks, pane.text, worker);
        let Self { made, curves: (_, curves), opened, .. } = self;
        ScrollArea::both().id_salt("compare").auto_shrink(false).show(ui, |ui| {
            focus::followed(ui, |ui| made.ui(ui, curves, opened, pane));
        });
    }

    /// Brings what is shown up to date with what is chosen, as soon as it is known.
    fn follow(&mut self, picks: &[Pick], text: &Text, worker: &Worker) {
        let choice = |pick: &Pick| self.choices.iter().find(|choice| choice.pick == *pick);
        let chosen: Vec<Choice> = picks.iter().filter_map(choice).cloned().collect();
        let made = self.latest.follow(chosen.clone(), worker, || {
            move || {
                let maps: Vec<_> = chosen.iter().map(|choice| Arc::clone(&choice.map)).collect();
                Made { comparison: compare::compare(&maps), chosen }
            }
        });
        let words = std::ptr::from_ref(text).addr();
        if made.is_some() || self.curves.0 != words {
            self.made = made.unwrap_or(std::mem::take(&mut self.made));
            let comparison = &self.made.comparison;
            let curves = comparison.maps.iter().map(|it| chart::words(it, comparison, text));
            self.curves = (words, curves.collect());
        }
    }

    /// What is chosen and still there; at first, the first maps, and a single one as it was.
    fn picks(&self) -> Vec<Pick> {
        let is_there = |pick: &Pick| self.choices.iter().any(|choice| choice.pick == *pick);
        if let Some(chosen) = &self.chosen {
            return chosen.iter().copied().filter(is_there).collect();
        }
        let today = self.choices.iter().filter(|choice| choice.pick.snapshot.is_none()).count();
        let all = self.choices.iter().map(|choice| choice.pick);
        all.take(today.clamp(FEWEST, MOST)).collect()
    }
}

impl Made {
    fn ui(&self, ui: &mut Ui, curves: &[String], opened: &mut Opened, pane: &mut Pane<'_>) {
        let rows: Vec<Row> = self.chosen.iter().map(|choice| row(choice, pane)).collect();
        let stages = self.comparison.stages.len();
        let room = ui.available_width();
        let width = board::stage_width(room - LABEL - 2.0 * MARGIN, stages);
        board::ui(ui, &rows, &self.comparison, width, &mut opened.stages, pane);
        chart::ui(ui, &rows, (&self.comparison, curves), width, pane);
        contrast::ui(ui, &rows, &self.comparison, room, &mut opened.contrasts, pane);
        ui.add_space(MARGIN);
    }
}

fn row(choice: &Choice, pane: &Pane<'_>) -> Row {
    let project = pane.editor.project();
    let map = choice.map.as_ref();
    let persona = map.persona.and_then(|id| project.persona(id)).map(|it| it.name.clone());
    let state = map.state.map(|state| layout::state_words(state, pane.text));
    let whose: Vec<String> = persona.into_iter().chain(state).collect();
    let color = tabs::persona_color(project, map, pane.theme)
        .unwrap_or_else(|| style::color(pane.theme, Tone::Secondary));
    let title = choice.title(pane.text);
    Row { pick: choice.pick, title, whose: whose.join(" · "), color }
}

/// Goes to a map, and to a card of it where one is meant.
fn go_to(pane: &mut Pane<'_>, map: MapId, card: Option<TouchpointId>) {
    pane.push(Request::ShowMap(map));
    if let Some(card) = card {
        pane.push(Request::GoTo(Selection::touchpoint(card)));
    }
    pane.push(Request::Perform(Action::ShowMap));
}

/// A project with a single map: what there is to do.
fn too_few_ui(ui: &mut Ui, pane: &mut Pane<'_>) {
    ui.add_space(ui.available_height() / 3.0);
    ui.vertical_centered(|ui| {
        note_ui(ui, pane.text.compare_too_few(), pane);
        ui.add_space(8.0);
        for action in [Action::DuplicateFrame, Action::AddMap] {
            if ui.button(action.label(pane.text)).clicked() {
                pane.push(Request::Perform(action));
            }
        }
    });
}

fn note_ui(ui: &mut Ui, words: String, pane: &Pane<'_>) {
    let tone = style::color(pane.theme, Tone::Secondary);
    ui.label(RichText::new(words).size(type_size::BODY).color(tone));
}

/// A widget's id on this page.
fn id(of: impl egui::AsIdSalt) -> Id {
    Id::unique("compare").with(of)
}
