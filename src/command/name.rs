//! What commands are called in the menu and in the history.

use super::{Command, ProjectField, TouchpointField};

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
    RateTouchpoint,
    PlanTouchpoint,
    AddTask,
    EditTask,
    MoveTask,
    DeleteTask,
    AddLink,
    EditLink,
    DeleteLink,
    AddAudit,
    EditAudit,
    DeleteAudit,
    EditReview,
    ShowFinding,
    AddSnapshot,
    RenameSnapshot,
    DeleteSnapshot,
    Cut,
    Paste,
    Duplicate,
}

impl Command {
    /// What it is called in the menu.
    pub fn name(&self) -> CommandName {
        match self {
            Self::EditProject(field) => match field {
                ProjectField::Rhythm(_)
                | ProjectField::LastReview(_)
                | ProjectField::NextReview(_) => CommandName::EditReview,
                ProjectField::Finding(..) => CommandName::ShowFinding,
                ProjectField::Title(_) | ProjectField::Notes(_) | ProjectField::Owner(_) => {
                    CommandName::EditProject
                }
            },
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
            Self::EditTouchpoints { field, .. } => of_field(field),
            Self::PlaceTouchpoints { .. } => CommandName::MoveTouchpoint,
            Self::DeleteTouchpoints { .. } => CommandName::DeleteTouchpoint,
            Self::AddTask { .. } => CommandName::AddTask,
            Self::EditTask { .. } => CommandName::EditTask,
            Self::MoveTask { .. } => CommandName::MoveTask,
            Self::DeleteTask { .. } => CommandName::DeleteTask,
            Self::AddLinks { .. } => CommandName::AddLink,
            Self::EditLink { .. } => CommandName::EditLink,
            Self::DeleteLinks { .. } => CommandName::DeleteLink,
            Self::AddAudit { .. } => CommandName::AddAudit,
            Self::EditAudit { .. } => CommandName::EditAudit,
            Self::DeleteAudit { .. } => CommandName::DeleteAudit,
            Self::AddSnapshot(_) => CommandName::AddSnapshot,
            Self::RenameSnapshot { .. } => CommandName::RenameSnapshot,
            Self::DeleteSnapshot(_) => CommandName::DeleteSnapshot,
            Self::Together { name, .. } => *name,
        }
    }
}

fn of_field(field: &TouchpointField) -> CommandName {
    match field {
        TouchpointField::Mark(_) => CommandName::MarkTouchpoint,
        TouchpointField::Score(..) | TouchpointField::QualityNote(..) => {
            CommandName::RateTouchpoint
        }
        TouchpointField::Impact(_)
        | TouchpointField::Effort(_)
        | TouchpointField::Cost(_)
        | TouchpointField::CostBand(_)
        | TouchpointField::When(_)
        | TouchpointField::Grows(_) => CommandName::PlanTouchpoint,
        TouchpointField::Title(_)
        | TouchpointField::Emotion(_)
        | TouchpointField::Channel(_)
        | TouchpointField::Control(_)
        | TouchpointField::Period(_)
        | TouchpointField::Notes(_)
        | TouchpointField::MomentOfTruth(_)
        | TouchpointField::Owner(_) => CommandName::EditTouchpoint,
    }
}
