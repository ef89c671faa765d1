//! History: owns the only project; run, undo, redo, seal.

use crate::{
    command::{Command, CommandError, CommandName},
    model::Project,
};

/// The project and every change to it. `C` is what the editor keeps beside each step, so that undo
/// brings it back: what was selected, on which map.
pub struct History<C> {
    project: Project,
    past: Vec<Step<C>>,
    future: Vec<Step<C>>,
}

struct Step<C> {
    command: Command,
    before: Project,
    context: C,
}

impl<C: Clone> History<C> {
    /// A history without steps; the project counts as saved.
    pub fn new(project: Project) -> Self {
        Self { project, past: Vec::new(), future: Vec::new() }
    }

    pub fn project(&self) -> &Project {
        &self.project
    }

    /// Applies a command. `context` is the editor's state before it. Records nothing where nothing
    /// changed. Returns whether something changed.
    pub fn run(&mut self, command: Command, context: C) -> Result<bool, CommandError> {
        let _ = (command, context);
        todo!()
    }

    /// Ends a run of merging commands: the next command is a step of its own.
    pub fn seal(&mut self) {
        todo!()
    }

    /// Takes the last step back. Given the editor's state now (for redo), gives the state before
    /// that step; `None` where there is nothing to undo.
    pub fn undo(&mut self, now: C) -> Option<C> {
        let _ = now;
        todo!()
    }

    /// Does the last undone step again. As [`History::undo`].
    pub fn redo(&mut self, now: C) -> Option<C> {
        let _ = now;
        todo!()
    }

    /// Name of the step that undo would take back.
    pub fn undo_name(&self) -> Option<CommandName> {
        todo!()
    }

    /// Name of the step that redo would do.
    pub fn redo_name(&self) -> Option<CommandName> {
        todo!()
    }

    /// Which state the project is in: equal numbers are equal projects. Undo goes back to the
    /// number that was.
    pub fn revision(&self) -> u64 {
        todo!()
    }

    /// Says that this revision is what is on disk.
    pub fn mark_saved(&mut self, revision: u64) {
        let _ = revision;
        todo!()
    }

    /// Whether the project differs from what is on disk.
    pub fn is_unsaved(&self) -> bool {
        todo!()
    }
}
