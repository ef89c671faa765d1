//! Tasks that are typed in a list: a line each.

use super::Editor;
use crate::{
    command::{Command, CommandName},
    model::{Task, TouchpointId, limit},
};

impl Editor {
    /// New tasks at the end of a card's list, one for each line that has something in it, as one
    /// step.
    pub fn add_tasks(&mut self, touchpoint: TouchpointId, lines: &str) {
        self.cancel_gesture();
        // It may be of a map that is not shown any more.
        let Some((map, card)) = self.project().touchpoint(touchpoint) else { return };
        let (map, known) = (map.id, card.tasks.len());
        let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
        let commands: Vec<_> = (known..)
            .zip(lines)
            .map(|(at, line)| {
                let line: String = line.chars().take(limit::LINE).collect();
                let task = Task::new(self.ids.next(), line);
                Command::AddTask { map, touchpoint, task, at }
            })
            .collect();
        if !commands.is_empty() {
            self.commit(super::drop::together(CommandName::AddTask, commands), None);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::editor::{Action, driver::Hand};

    #[test]
    fn a_task_is_added_to_a_card_of_a_map_that_is_not_shown_any_more() {
        let mut hand = Hand::new();
        let a = hand.id("a");
        hand.perform(&[Action::AddMap]);
        assert!(hand.editor.map().expect("a map").touchpoint(a).is_none());
        hand.editor.add_tasks(a, "Call back");
        let (_, card) = hand.editor.project().touchpoint(a).expect("it");
        assert_eq!(card.tasks.len(), 1);
    }

    #[test]
    fn lines_become_tasks_in_their_order_as_one_step() {
        let mut hand = Hand::new();
        let a = hand.id("a");
        hand.editor.add_tasks(a, "Call back");
        hand.editor.add_tasks(a, " Invite \n\nAnswer\n");
        let texts = |hand: &Hand| -> Vec<String> {
            let map = hand.editor.map().expect("a map");
            map.touchpoint(a).expect("it").tasks.iter().map(|task| task.text.clone()).collect()
        };
        assert_eq!(texts(&hand), ["Call back", "Invite", "Answer"]);
        hand.perform(&[Action::Undo]);
        assert_eq!(texts(&hand), ["Call back"]);
    }
}
