//! What commands are called in the menu and in the history.

use super::{Command, TouchpointField};

/// What a step of the history is called in the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CommandName {
    EditProject,
    Restore,
    AddPersona,
    EditPersona,
    DeletePersona,
    AddMap,
    EditMap,
    MoveMap,
    DeleteMap,
    AddStage,
    EditStage,
    MoveStage,
    DeleteStage,
    AddStep,
    EditStep,
    MoveStep,
    DeleteStep,
    AddLane,
    EditLane,
    MoveLane,
    DeleteLane,
    AddTouchpoint,
    EditTouchpoint,
    MarkTouchpoint,
    MoveTouchpoint,
    DeleteTouchpoint,
    AddLink,
    EditLink,
    DeleteLink,
    Cut,
    Paste,
    Duplicate,
}

impl Command {
    /// What it is called in the menu.
    pub fn name(&self) -> CommandName {
        match self {
            Self::EditProject(_) => CommandName::EditProject,
            Self::Restore(_) => CommandName::Restore,
            Self::AddPersona(_) => CommandName::AddPersona,
            Self::EditPersona { .. } => CommandName::EditPersona,
            Self::DeletePersona(_) => CommandName::DeletePersona,
            Self::AddMap { .. } => CommandName::AddMap,
            Self::EditMap { .. } => CommandName::EditMap,
            Self::MoveMap { .. } => CommandName::MoveMap,
            Self::DeleteMap(_) => CommandName::DeleteMap,
            Self::AddStage { .. } => CommandName::AddStage,
            Self::EditStage { .. } => CommandName::EditStage,
            Self::MoveStage { .. } => CommandName::MoveStage,
            Self::DeleteStage { .. } => CommandName::DeleteStage,
            Self::AddStep { .. } => CommandName::AddStep,
            Self::EditStep { .. } => CommandName::EditStep,
            Self::MoveStep { .. } => CommandName::MoveStep,
            Self::DeleteStep { .. } => CommandName::DeleteStep,
            Self::AddLane { .. } => CommandName::AddLane,
            Self::EditLane { .. } => CommandName::EditLane,
            Self::MoveLane { .. } => CommandName::MoveLane,
            Self::DeleteLane { .. } => CommandName::DeleteLane,
            Self::AddTouchpoints { .. } => CommandName::AddTouchpoint,
            Self::EditTouchpoints { field: TouchpointField::Mark(_), .. } => {
                CommandName::MarkTouchpoint
            }
            Self::EditTouchpoints { .. } => CommandName::EditTouchpoint,
            Self::PlaceTouchpoints { .. } => CommandName::MoveTouchpoint,
            Self::DeleteTouchpoints { .. } => CommandName::DeleteTouchpoint,
            Self::AddLinks { .. } => CommandName::AddLink,
            Self::EditLink { .. } => CommandName::EditLink,
            Self::DeleteLinks { .. } => CommandName::DeleteLink,
            Self::Together { name, .. } => *name,
        }
    }
}
