//! Change: what a command did, kept until the app has said it to those who do not see it.

use super::Editor;
use crate::{
    command::{AuditField, Command, CommandName},
    model::{JourneyMap, TouchpointId},
    scene::Source,
};

/// What was done, with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Never a field that is being typed into: who types hears that.
    pub name: CommandName,
    /// What it was done with. After a deletion, nothing of it is there any more.
    pub things: Vec<Source>,
    /// What the first of them was called before.
    pub was: String,
}

impl Change {
    /// What a command is about to do; `None` for edits of a field.
    pub(super) fn of(command: &Command, editor: &Editor) -> Option<Self> {
        use CommandName as Name;
        let name = command.name();
        // A field that is chosen in says itself what it holds.
        let is_field = matches!(
            name,
            Name::EditProject
                | Name::EditPersona
                | Name::EditMap
                | Name::EditStage
                | Name::EditStep
                | Name::EditLane
                | Name::EditTouchpoint
                | Name::EditLink
        );
        if is_field || command.is_typing() || is_note(command, editor) {
            return None;
        }
        let mut things = Vec::new();
        collect(command, &mut things);
        let first = things.first();
        let was = match first {
            Some(Source::Touchpoint(id)) => {
                editor.map().and_then(|map| short_name(map, *id)).unwrap_or_default()
            }
            Some(source) => editor.text_of(*source).unwrap_or_default(),
            None => String::new(),
        };
        Some(Self { name, things, was })
    }
}

/// Whether what was seen is typed into an entry of an audit.
fn is_note(command: &Command, editor: &Editor) -> bool {
    let Command::EditAudit { map, audit, field: AuditField::Entry(entry) } = command else {
        return false;
    };
    let audits = editor.project().map(*map).map(|map| map.audits.as_slice()).unwrap_or_default();
    let known = audits.iter().find(|it| it.id == *audit);
    let known = known.and_then(|audit| audit.entry(entry.touchpoint));
    known.map_or("", |known| known.note.as_str()) != entry.note
}

fn short_name(map: &JourneyMap, id: TouchpointId) -> Option<String> {
    map.touchpoint(id).map(|card| format!("{} {}", card.code, card.title))
}

/// What a command is about, in its order; of several commands, all that is of the kind of the
/// first card, else the first thing.
fn collect(command: &Command, things: &mut Vec<Source>) {
    match command {
        Command::Together { commands, .. } => {
            let mut all = Vec::new();
            for command in commands {
                collect(command, &mut all);
            }
            let cards = all.iter().filter(|it| matches!(it, Source::Touchpoint(_)));
            let cards: Vec<_> = cards.copied().collect();
            if cards.is_empty() { things.extend(all) } else { things.extend(cards) }
        }
        Command::AddStage { stage, .. } => things.push(Source::Stage(stage.id)),
        Command::MoveStage { stage, .. } | Command::DeleteStage { stage, .. } => {
            things.push(Source::Stage(*stage));
        }
        Command::AddStep { step, .. } => things.push(Source::Step(step.id)),
        Command::MoveStep { step, .. } | Command::DeleteStep { step, .. } => {
            things.push(Source::Step(*step));
        }
        Command::AddLane { lane, .. } => things.push(Source::Lane(lane.id)),
        Command::MoveLane { lane, .. } | Command::DeleteLane { lane, .. } => {
            things.push(Source::Lane(*lane));
        }
        Command::AddTouchpoints { touchpoints, .. } => {
            things.extend(touchpoints.iter().map(|card| Source::Touchpoint(card.id)));
        }
        Command::EditTouchpoints { touchpoints, .. }
        | Command::DeleteTouchpoints { touchpoints, .. } => {
            things.extend(touchpoints.iter().map(|&id| Source::Touchpoint(id)));
        }
        Command::PlaceTouchpoints { places, .. } => {
            things.extend(places.iter().map(|&(id, _)| Source::Touchpoint(id)));
        }
        Command::AddLinks { links, .. } => {
            things.extend(links.iter().map(|link| Source::Link(link.id)));
        }
        Command::DeleteLinks { links, .. } => {
            things.extend(links.iter().map(|&id| Source::Link(id)));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        command::{Judgement, TaskField, TouchpointField},
        editor::{Action, driver::Hand},
        model::{Date, Mark, Quality, TaskState},
    };

    #[test]
    fn what_was_done_is_kept_with_what_it_was_done_with() {
        let mut hand = Hand::new();
        let card = Source::Touchpoint(hand.id("e"));
        hand.select("e");
        let actions =
            [Action::MarkFriction, Action::MarkFriction, Action::MoveRight, Action::Delete];
        hand.perform(&actions);
        let changes = hand.editor.take_changes();
        let names: Vec<_> = changes.iter().map(|change| change.name).collect();
        let expected = [
            CommandName::MarkTouchpoint,
            CommandName::MoveTouchpoint,
            CommandName::DeleteTouchpoint,
        ];
        assert_eq!(names, expected, "what changed nothing is not said");
        assert!(changes.iter().all(|change| change.things == [card]));
        assert_eq!(changes[2].was, "T5 e");
        assert_eq!(hand.editor.take_changes(), []);
    }

    #[test]
    fn typing_is_not_a_change_to_be_said() {
        let mut hand = Hand::new();
        let touchpoint = hand.id("e");
        hand.editor.edit_text(Source::Touchpoint(touchpoint));
        hand.editor.finish_text("other", false);
        assert_eq!(hand.editor.take_changes(), []);

        hand.editor.add_tasks(touchpoint, "Call");
        hand.editor.take_changes();
        let (map, card) = hand.editor.project().touchpoint(touchpoint).expect("it");
        let (map, task) = (map.id, card.tasks[0].id);
        let task = |field| Command::EditTask { map, touchpoint, task, field };
        let card = |field| Command::EditTouchpoints { map, touchpoints: vec![touchpoint], field };
        hand.editor.run(task(TaskField::Text("Call back".into())));
        hand.editor.run(task(TaskField::Owner("Anna".into())));
        hand.editor.run(card(TouchpointField::Cost("3,000".into())));
        hand.editor.run(card(TouchpointField::QualityNote(Quality::Simple, "short".into())));
        assert_eq!(hand.editor.take_changes(), []);
        hand.editor.run(task(TaskField::State(TaskState::Done)));
        assert_eq!(hand.editor.take_changes().len(), 1, "a choice is");

        hand.editor.begin_audit("Anna".into(), Date::MIN);
        hand.editor.run(card(TouchpointField::Mark(Some(Mark::Positive))));
        hand.editor.take_changes();
        let judge = |hand: &mut Hand, judgement| {
            let map = hand.editor.map().expect("a map");
            let it = map.touchpoint(touchpoint).expect("it");
            let command = Command::judge(map.id, &map.audits[0], it, judgement);
            hand.editor.run(command);
            hand.editor.take_changes().len()
        };
        assert_eq!(judge(&mut hand, Judgement::Note("slow".into())), 0);
        assert_eq!(judge(&mut hand, Judgement::AsItIs), 1);
    }
}
