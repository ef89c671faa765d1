//! Customer actions: a pasted list becomes steps, and a step gets the touchpoint that serves its
//! action.

use super::{
    Editor, Landing, NewCard, Notice, Selection,
    board::END,
    clipboard::{PASTED_LINES, end_of_steps, without_bullet},
    drop::together,
    text_edit::{one_line, write_into},
};
use crate::{
    command::{Command, CommandError, CommandName},
    model::{Cell, JourneyMap, LaneId, Role, Step, StepId, limit},
    scene::Source,
};
use std::sync::Arc;

/// The lines of a list of customer actions: without bullets, empty ones left out.
pub fn action_lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| one_line(without_bullet(line)));
    lines.filter(|line| !line.is_empty()).collect()
}

impl Editor {
    /// The customer action that is edited in place is taken, and each further line becomes the
    /// action of a new step after it: all of it one step of the history.
    pub fn finish_actions(&mut self, text: &str, more: &[String]) {
        let Some(Source::Step(step)) = self.editing().map(|edit| edit.source) else { return };
        let Some(writing) = self.writing.take() else { return };
        let action = one_line(text);
        let first = match writing.pending.filter(|_| writing.edit.is_new) {
            Some(mut command) => {
                write_into(&mut command, Source::Step(step), &action);
                Some(command)
            }
            None => self.shown.map(|map| Command::EditStep { map, step, action }),
        };
        self.write_list(step, first, more);
    }

    /// A list of customer actions in place of a step's own: the first line is its action, each
    /// further one that of a new step after it.
    pub fn write_actions(&mut self, step: StepId, lines: &[String]) {
        self.cancel_text();
        self.cancel_gesture();
        if let Some((action, more)) = lines.split_first() {
            let action = action.chars().take(limit::LINE).collect();
            let first = self.shown.map(|map| Command::EditStep { map, step, action });
            self.write_list(step, first, more);
        }
    }

    fn write_list(&mut self, step: StepId, first: Option<Command>, more: &[String]) {
        let Some((map, first)) = self.map().map(Arc::clone).zip(first) else { return };
        if more.len() >= PASTED_LINES {
            let error = CommandError::TooMany { noun: "lines", limit: PASTED_LINES };
            self.notices.push(Notice::Refused(error));
            self.refresh();
            return;
        }
        let mut commands = vec![first];
        let Some((stage, at)) = end_of_steps(&map, &commands, step) else { return };
        let mut last = step;
        for (line, at) in more.iter().zip(at..) {
            let step =
                Step::new(self.ids.next(), line.chars().take(limit::LINE).collect::<String>());
            last = step.id;
            commands.push(Command::AddStep { map: map.id, stage, step, at });
        }
        self.commit(together(CommandName::AddStep, commands), Some(Selection::Step(last)));
        self.reveal_selection();
    }

    /// A card at the end of a step: in a lane, or in the first one where the customer meets
    /// something. What was selected stays so: the next action is matched next.
    pub fn put_at_step(&mut self, card: &NewCard, step: StepId, lane: Option<LaneId>) {
        self.cancel_gesture();
        self.cancel_text();
        let Some(map) = self.map().map(Arc::clone) else { return };
        let landing = match lane.or_else(|| lane_to_meet(&map)) {
            Some(lane) => Landing::Cell { cell: Cell { step, lane }, before: END },
            None => Landing::First { step: Some(step) },
        };
        if let Some(pending) = self.place_new(&map, card, landing) {
            self.commit(pending.command, None);
        }
    }
}

/// The first lane of those in which customers meet the business; of any, where there is none.
pub(super) fn lane_to_meet(map: &JourneyMap) -> Option<LaneId> {
    let meets = |role| matches!(role, Role::Touchpoints | Role::FrontStage);
    let met = map.lanes.iter().find(|lane| meets(lane.role));
    met.or(map.lanes.first()).map(|lane| lane.id)
}
