//! Quick add: one line that makes a card as fast as people talk, `Buy > Queue at the till @store
//! !red #anna`. A line is read ([`line`]), meant ([`plan`]) and only then done: what the plan says
//! is what its command makes.

pub mod completion;
pub mod line;
pub mod plan;
#[cfg(test)]
mod tests;

pub use completion::{Completion, completions};
pub use line::{Kind, Line, Part};
pub use plan::{Found, Near, Plan, PlannedStep};

use super::{Editor, NewCard, Notice, Selection, drop::together};
use crate::{
    command::CommandName,
    model::{Cell, JourneyMap, Mark, Project, StepId, Touchpoint},
};
use std::collections::BTreeSet;

/// The names that a line may use besides those of its map.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// The catalogue, in every language.
    pub entries: Vec<NewCard>,
    /// Who owns a touchpoint of the project.
    pub owners: Vec<String>,
    /// What the project's touchpoints go through.
    pub channels: Vec<String>,
    /// What a mark is called, and the word that is typed for it.
    pub marks: Vec<(Mark, String, String)>,
}

impl Names {
    /// The owners and channels of a project; computed when it changed.
    pub fn learn(&mut self, project: &Project) {
        let names = |of: fn(&Touchpoint) -> &String| -> Vec<String> {
            let cards = project.maps.iter().flat_map(|map| &map.touchpoints);
            let names: BTreeSet<&String> = cards.map(|card| of(card)).collect();
            names.into_iter().filter(|name| !name.trim().is_empty()).cloned().collect()
        };
        self.owners = names(|card| &card.owner);
        self.channels = names(|card| &card.channel);
    }
}

/// What some lines made.
#[derive(Debug, Clone, PartialEq)]
pub struct Added {
    /// One for each line.
    pub plans: Vec<Plan>,
    /// Where the last one stands.
    pub cell: Cell,
    /// Of the project afterwards: as long as it is this, undo takes back just these.
    pub revision: u64,
}

impl Editor {
    /// What a line says, part by part.
    pub fn read_line(&self, text: &str, names: &Names) -> Line {
        Line::read(text, &|kind, name| {
            self.map().is_some_and(|map| line::is_known(map, names, kind, name))
        })
    }

    /// What a line would make; `None` without a title. `last` is where the line before went.
    pub fn plan_line(&self, text: &str, names: &Names, last: Option<Cell>) -> Option<Plan> {
        let map = self.map()?;
        let line = self.read_line(plain_item(text), names);
        Plan::new(&line, map, names, &self.near(map, last), &self.text)
    }

    /// Makes a card of each line that has a title, all in one step of the history, and shows the
    /// last one.
    pub fn add_lines(&mut self, text: &str, names: &Names, last: Option<Cell>) -> Option<Added> {
        self.cancel_gesture();
        self.cancel_text();
        let id = self.map()?.id;
        let mut near = self.near(self.map()?, last);
        // A line sees what the lines before it made.
        let mut project = self.project().clone();
        let (mut plans, mut commands, mut made) = (Vec::new(), Vec::new(), None);
        for text in text.lines().map(plain_item) {
            let map = project.map(id)?;
            let line = Line::read(text, &|kind, name| line::is_known(map, names, kind, name));
            let Some(plan) = Plan::new(&line, map, names, &near, &self.text) else {
                continue;
            };
            let (parts, card, cell) = plan.commands(map, &mut self.ids)?;
            if let Err(error) = parts.iter().try_for_each(|part| part.apply(&mut project)) {
                self.notices.push(Notice::Refused(error));
                return None;
            }
            near = Near::cell(cell);
            made = Some((card, cell));
            plans.push(plan);
            commands.extend(parts);
        }
        let (card, cell) = made?;
        let command = together(CommandName::AddTouchpoint, commands);
        if !self.commit(command, Some(Selection::touchpoint(card))) {
            return None;
        }
        self.reveal_selection();
        Some(Added { plans, cell, revision: self.revision() })
    }

    /// Completions at a place of a line, in bytes.
    pub fn complete_line(&self, text: &str, caret: usize, names: &Names) -> Vec<Completion> {
        self.map().map_or_else(Vec::new, |map| completions(text, caret, map, names))
    }

    /// Where a line goes that does not say: what is selected, else where the last one went.
    fn near(&self, map: &JourneyMap, last: Option<Cell>) -> Near {
        let last = Near {
            step: last.map(|cell| cell.step),
            lane: last.map(|cell| cell.lane),
            ..Near::default()
        };
        let selected = match &self.selection {
            Selection::Cell(cell) => Near::cell(*cell),
            Selection::Step(step) => Near { step: Some(*step), ..Near::default() },
            Selection::Lane(lane) => Near { lane: Some(*lane), ..Near::default() },
            Selection::Stage(stage) => Near {
                stage: Some(*stage),
                step: map.stage(*stage).and_then(|stage| stage.steps.last()).map(|step| step.id),
                ..Near::default()
            },
            Selection::Touchpoints(_) => {
                let cell = self.selected_cards().filter_map(|card| card.place.cell).last();
                cell.map(Near::cell).unwrap_or_default()
            }
            Selection::Nothing | Selection::Link(_) | Selection::Project => Near::default(),
        };
        let is_there = |step: &StepId| map.column(*step).is_some();
        Near {
            stage: selected.stage,
            step: selected.step.or(last.step.filter(|_| selected.stage.is_none())).filter(is_there),
            lane: selected.lane.or(last.lane).filter(|lane| map.lane(*lane).is_some()),
        }
    }
}

/// A line of a list, without what lists begin their lines with.
fn plain_item(line: &str) -> &str {
    let line = line.trim();
    ["- ", "* ", "• ", "– "].iter().find_map(|sign| line.strip_prefix(sign)).unwrap_or(line)
}
