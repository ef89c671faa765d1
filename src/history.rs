//! History: owns the only project; run, undo, redo, seal.
//!
//! A step keeps the whole project as it was before it. That is cheap: maps, touchpoints and links
//! sit behind `Arc`, so neighbouring states share all that did not change. There is no inverse of
//! a command anywhere, and the command itself is not kept, only its name.

mod bytes;

use self::bytes::own_bytes;
use crate::{
    command::{Command, CommandError, CommandName},
    model::Project,
};
use std::{collections::VecDeque, mem};

/// What the steps may take, in bytes, beside the project itself. The oldest go first.
const MEMORY: usize = 256 << 20;

/// The project and every change to it. `C` is what the editor keeps beside each step, so that undo
/// brings it back: what was selected, on which map.
pub struct History<C> {
    project: Project,
    /// Equal numbers are equal projects.
    revision: u64,
    /// The highest revision given out so far.
    newest: u64,
    /// The revision that is on disk.
    saved: u64,
    past: VecDeque<Step<C>>,
    future: Vec<Step<C>>,
    /// The last command, while another may still merge with it.
    open: Option<Command>,
    /// Sum of the steps' bytes.
    bytes: usize,
    /// What they may be at most.
    memory: usize,
}

/// A state that one can go to: in the past as it was before the step, in the future as it was
/// after it.
struct Step<C> {
    name: CommandName,
    project: Project,
    revision: u64,
    context: C,
    /// What this step costs, roughly; see [`own_bytes`].
    bytes: usize,
}

impl<C: Clone> History<C> {
    /// A history without steps; the project counts as saved.
    pub fn new(project: Project) -> Self {
        Self {
            project,
            revision: 0,
            newest: 0,
            saved: 0,
            past: VecDeque::new(),
            future: Vec::new(),
            open: None,
            bytes: 0,
            memory: MEMORY,
        }
    }

    pub fn project(&self) -> &Project {
        &self.project
    }

    /// Applies a command. `context` is the editor's state before it. Records nothing where nothing
    /// changed. Returns whether something changed.
    pub fn run(&mut self, command: Command, context: C) -> Result<bool, CommandError> {
        let before = self.project.clone();
        command.apply(&mut self.project)?;
        // Cheap: what is behind the same pointer is not compared.
        if self.project == before {
            return Ok(false);
        }
        for step in self.future.drain(..) {
            self.bytes -= step.bytes;
        }
        if !self.merge(&command) {
            let bytes = own_bytes(&before, &self.project);
            self.bytes += bytes;
            let (name, revision) = (command.name(), self.revision);
            self.past.push_back(Step { name, project: before, revision, context, bytes });
        }
        self.newest += 1;
        self.revision = self.newest;
        self.open = Some(command);
        self.close_if_undone();
        self.forget_the_oldest();
        Ok(true)
    }

    /// Ends a run of merging commands: the next command is a step of its own.
    pub fn seal(&mut self) {
        self.open = None;
    }

    /// Takes the last step back. Given the editor's state now (for redo), gives the state before
    /// that step; `None` where there is nothing to undo.
    pub fn undo(&mut self, now: C) -> Option<C> {
        self.seal();
        let step = self.past.pop_back()?;
        let (step, context) = self.go_to(step, now);
        self.future.push(step);
        Some(context)
    }

    /// Does the last undone step again. As [`History::undo`]: gives the state after that step.
    pub fn redo(&mut self, now: C) -> Option<C> {
        self.seal();
        let step = self.future.pop()?;
        let (step, context) = self.go_to(step, now);
        self.past.push_back(step);
        Some(context)
    }

    /// Name of the step that undo would take back.
    pub fn undo_name(&self) -> Option<CommandName> {
        self.past.back().map(|step| step.name)
    }

    /// Name of the step that redo would do.
    pub fn redo_name(&self) -> Option<CommandName> {
        self.future.last().map(|step| step.name)
    }

    /// Which state the project is in: equal numbers are equal projects. Undo goes back to the
    /// number that was.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Says that this revision is what is on disk.
    pub fn mark_saved(&mut self, revision: u64) {
        self.saved = revision;
    }

    /// The revision that is on disk; none of the project's where no state is.
    pub fn saved_revision(&self) -> u64 {
        self.saved
    }

    /// Says that no state of the project is on disk any more.
    pub fn mark_unsaved(&mut self) {
        self.saved = u64::MAX;
    }

    /// Whether the project differs from what is on disk.
    pub fn is_unsaved(&self) -> bool {
        self.revision != self.saved
    }

    /// Exchanges the project with a step's; gives the way back, and the step's context.
    fn go_to(&mut self, step: Step<C>, now: C) -> (Step<C>, C) {
        let back = Step {
            name: step.name,
            project: mem::replace(&mut self.project, step.project),
            revision: mem::replace(&mut self.revision, step.revision),
            context: now,
            bytes: step.bytes,
        };
        (back, step.context)
    }

    /// Whether a command that was just applied goes on with the last step. What the step costs is
    /// brought up to date.
    fn merge(&mut self, command: &Command) -> bool {
        if !self.open.as_ref().is_some_and(|open| open.merges_with(command)) {
            return false;
        }
        let Some(step) = self.past.back_mut() else { return false };
        self.bytes -= step.bytes;
        step.bytes = own_bytes(&step.project, &self.project);
        self.bytes += step.bytes;
        true
    }

    /// Typing that came back to where it began is no step, and the old revision is true again.
    fn close_if_undone(&mut self) {
        if let Some(step) = self.past.pop_back_if(|step| step.project == self.project) {
            self.bytes -= step.bytes;
            self.revision = step.revision;
            self.open = None;
        }
    }

    fn forget_the_oldest(&mut self) {
        // The newest stays, however large: a change that cannot be undone would be a trap.
        while self.bytes > self.memory && self.past.len() > 1 {
            let Some(oldest) = self.past.pop_front() else { break };
            self.bytes -= oldest.bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        command::{Judgement, MapField, ProjectField, TouchpointField},
        model::{
            Audit, AuditEntry, Code, JourneyMap, MapId, Mark, Place, Rank, Snapshot, Touchpoint,
        },
    };
    use std::sync::Arc;

    fn title(text: &str) -> Command {
        Command::EditProject(ProjectField::Title(text.into()))
    }

    /// A map with so many cards in the inbox; contexts are numbers.
    fn history(cards: u32) -> History<u32> {
        let mut map = JourneyMap::new(1.into(), "Map");
        for (code, rank) in (1..).zip(Rank::spread(None, None, cards as usize)) {
            let place = Place::inbox(rank);
            map.touchpoints.push(Arc::new(Touchpoint::new(
                u64::from(code).into(),
                Code(code),
                "Card",
                place,
            )));
        }
        let maps = vec![Arc::new(map)];
        History::new(Project { maps, next_code: Code(cards + 1), ..Project::default() })
    }

    fn mark(id: u64, mark: Option<Mark>) -> Command {
        let field = TouchpointField::Mark(mark);
        Command::EditTouchpoints { map: 1.into(), touchpoints: vec![id.into()], field }
    }

    #[test]
    fn undo_and_redo_bring_back_project_context_and_revision() {
        let mut history = history(0);
        let map = |text: &str| Command::EditMap {
            map: MapId::from(1),
            field: MapField::Title(text.into()),
        };
        assert_eq!(history.run(title("a"), 10), Ok(true));
        assert_eq!(history.run(map("b"), 20), Ok(true));
        assert_eq!((history.revision(), history.undo_name()), (2, Some(CommandName::EditMap)));
        assert_eq!(history.undo(30), Some(20));
        assert_eq!((history.revision(), history.redo_name()), (1, Some(CommandName::EditMap)));
        assert_eq!(history.undo(21), Some(10));
        assert_eq!((history.revision(), history.undo(0)), (0, None));
        assert_eq!(history.project().title, "");
        assert_eq!(history.redo(11), Some(21));
        assert_eq!(history.redo(21), Some(30));
        assert_eq!((history.revision(), history.redo(0)), (2, None));
        assert_eq!((&*history.project().title, &*history.project().maps[0].title), ("a", "b"));
        // A new edit gets a number that was not there before, and ends what could be redone.
        history.undo(0);
        history.run(map("c"), 0).unwrap();
        assert_eq!((history.revision(), history.redo_name()), (3, None));
    }

    #[test]
    fn nothing_changed_is_no_step() {
        let mut history = history(1);
        history.run(title("a"), 0).unwrap();
        history.undo(0);
        assert_eq!(history.run(title(""), 0), Ok(false));
        assert_eq!(history.run(mark(1, None), 0), Ok(false));
        assert_eq!(history.run(mark(9, None), 0), Err(CommandError::Missing("touchpoint")));
        assert_eq!((history.revision(), history.undo_name()), (0, None));
        assert_eq!(history.redo_name(), Some(CommandName::EditProject), "redo is still possible");
    }

    #[test]
    fn typing_is_one_step_until_sealed() {
        let mut history = history(1);
        for (text, context) in [("a", 1), ("ab", 2), ("abc", 3)] {
            history.run(title(text), context).unwrap();
        }
        history.seal();
        history.run(title("abcd"), 4).unwrap();
        assert_eq!((history.undo(0), &*history.project().title), (Some(4), "abc"));
        assert_eq!((history.undo(0), &*history.project().title), (Some(1), ""));
        // Undo and redo seal as well.
        history.redo(0);
        history.run(title("x"), 5).unwrap();
        assert_eq!((history.undo(0), &*history.project().title), (Some(5), "abc"));
        // Marks are steps of their own.
        history.run(mark(1, Some(Mark::Positive)), 6).unwrap();
        history.run(mark(1, Some(Mark::Friction)), 7).unwrap();
        assert_eq!(history.undo(0), Some(7));
    }

    #[test]
    fn typing_back_to_the_start_is_no_step() {
        let mut history = history(0);
        history.run(title("a"), 0).unwrap();
        history.seal();
        history.mark_saved(history.revision());
        history.run(title("ab"), 0).unwrap();
        assert!(history.is_unsaved());
        history.run(title("a"), 0).unwrap();
        assert_eq!((history.revision(), history.is_unsaved()), (1, false));
        history.run(title("ac"), 9).unwrap();
        assert_eq!((history.undo(0), &*history.project().title), (Some(9), "a"));
    }

    #[test]
    fn saved_is_a_state_that_one_can_come_back_to() {
        let mut history = history(0);
        assert!(!history.is_unsaved());
        history.run(title("a"), 0).unwrap();
        let saved = history.revision();
        history.seal();
        history.run(title("b"), 0).unwrap();
        history.mark_saved(saved);
        assert!(history.is_unsaved());
        history.undo(0);
        assert!(!history.is_unsaved());
        history.undo(0);
        assert!(history.is_unsaved());
    }

    #[test]
    fn a_step_costs_what_it_does_not_share() {
        let mut history = history(1_000);
        let lists = size_of::<Arc<Touchpoint>>() * 1_000;
        let card = size_of::<Touchpoint>();
        history.run(mark(500, Some(Mark::Positive)), 0).unwrap();
        let one = history.bytes;
        assert!(one > lists + card && one < lists + 10 * card, "{one}");
        let touchpoints = (1..=999_u64).map(Into::into).collect();
        history.run(Command::DeleteTouchpoints { map: 1.into(), touchpoints }, 0).unwrap();
        assert!(history.bytes - one > lists + 999 * card, "{}", history.bytes);
        assert!(history.bytes - one < lists + 1_100 * card, "{}", history.bytes);
        history.undo(0);
        history.run(title("a"), 0).unwrap();
        assert!(history.bytes < one + 2 * card, "what cannot be redone costs nothing");
    }

    #[test]
    fn judging_costs_one_entry_and_a_list_of_pointers() {
        let mut history = history(1_000);
        let map = history.project().maps[0].clone();
        let mut audit = Audit::new(1.into(), "2026-11-23".parse().unwrap(), "Anna");
        audit.entries = map.touchpoints.iter().map(|it| Arc::new(AuditEntry::new(it))).collect();
        for entry in &mut audit.entries {
            Arc::make_mut(entry).note = "seen".repeat(100);
        }
        history.run(Command::AddAudit { map: map.id, audit: Arc::new(audit) }, 0).unwrap();
        let before = history.bytes;
        let audit = history.project().maps[0].audits[0].clone();
        let judgement = Judgement::Note("seen again".into());
        history.run(Command::judge(map.id, &audit, &map.touchpoints[500], judgement), 0).unwrap();
        let judged = history.bytes - before;
        let lists = size_of::<Arc<Touchpoint>>() * 2_000;
        assert!(judged > lists + 400 && judged < lists + 4_000, "{judged}");
        let delete = Command::DeleteAudit { map: map.id, audit: audit.id };
        history.run(delete, 0).unwrap();
        assert!(history.bytes - before - judged > 999 * 400, "all notes are kept for undo");
    }

    #[test]
    fn a_snapshot_that_is_gone_costs_what_only_it_has() {
        let mut history = history(1_000);
        let maps = history.project().maps.clone();
        let snapshot = Snapshot::of(&maps, 1.into(), "then", "2026-11-23".parse().unwrap());
        history.run(Command::AddSnapshot(Arc::new(snapshot)), 0).unwrap();
        let kept = history.bytes;
        history.run(Command::DeleteSnapshot(1.into()), 0).unwrap();
        let lists = size_of::<Arc<Touchpoint>>() * 1_000;
        let deleted = history.bytes - kept;
        assert!(deleted < 2 * lists + 4_000, "its cards are those of the map: {deleted}");
        history.undo(0);
        let touchpoints = (1..=1_000_u64).map(Into::into).collect();
        history.run(Command::DeleteTouchpoints { map: 1.into(), touchpoints }, 0).unwrap();
        let before = history.bytes;
        history.run(Command::DeleteSnapshot(1.into()), 0).unwrap();
        assert!(history.bytes - before > 1_000 * size_of::<Touchpoint>(), "{}", history.bytes);
    }

    #[test]
    fn the_oldest_steps_go_first_and_the_newest_stays() {
        let mut history = history(100);
        history.memory = 200_000;
        let marks = [Some(Mark::Positive), Some(Mark::Friction)];
        for (at, context) in (0..1_000).zip(0..) {
            history.run(mark(1, marks[at % 2]), context).unwrap();
            assert!(history.bytes <= history.memory);
        }
        let steps = history.past.len();
        assert!(steps > 10 && steps < 1_000, "{steps}");
        assert_eq!(history.bytes, history.past.iter().map(|step| step.bytes).sum::<usize>());
        assert_eq!(history.undo(0), Some(999));
        history.memory = 0;
        history.run(title("a"), 7).unwrap();
        assert_eq!((history.undo(0), history.undo(0)), (Some(7), None));
    }
}
