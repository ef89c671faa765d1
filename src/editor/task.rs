//! Tasks that are typed in a list: a line each.

use super::Editor;
use crate::{
    command::{Command, CommandName},
    model::{Task, TouchpointId},
};

impl Editor {
    /// New tasks at the end of a card's list, one for each line that has something in it, as one
    /// step.
    pub fn add_tasks(&mut self, touchpoint: TouchpointId, lines: &str) {
        self.cancel_gesture();
        let Some(map) = self.map().cloned() else { return };
        let Some(card) = map.touchpoint(touchpoint) else { return };
        let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
        let commands: Vec<_> = (card.tasks.len()..)
            .zip(lines)
            .map(|(at, line)| {
                let task = Task::new(self.ids.next(), line);
                Command::AddTask { map: map.id, touchpoint, task, at }
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
