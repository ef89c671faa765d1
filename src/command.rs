//! Command: one change to the project, as data. The only way to change a project.

use crate::model::{
    Cell, Control, Emotion, JourneyMap, Lane, LaneId, Link, LinkId, MapId, Mark, Period, Persona,
    PersonaId, Place, Project, Role, Stage, StageId, Step, StepId, Touchpoint, TouchpointId,
};
use std::sync::Arc;

/// A change. Everything that it needs is inside: ids are made by whoever makes the command, so
/// that doing it again gives the same project.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    EditProject(ProjectField),

    AddPersona(Persona),
    EditPersona {
        persona: PersonaId,
        field: PersonaField,
    },
    /// Maps of this persona are left without one.
    DeletePersona(PersonaId),

    /// The touchpoints of the map get new codes.
    AddMap {
        map: Arc<JourneyMap>,
        at: usize,
    },
    EditMap {
        map: MapId,
        field: MapField,
    },
    MoveMap {
        map: MapId,
        to: usize,
    },
    DeleteMap(MapId),

    AddStage {
        map: MapId,
        stage: Stage,
        at: usize,
    },
    EditStage {
        map: MapId,
        stage: StageId,
        field: StageField,
    },
    /// `to` is its index afterwards.
    MoveStage {
        map: MapId,
        stage: StageId,
        to: usize,
    },
    /// Its cards go to the inbox.
    DeleteStage {
        map: MapId,
        stage: StageId,
    },

    AddStep {
        map: MapId,
        stage: StageId,
        step: Step,
        at: usize,
    },
    EditStep {
        map: MapId,
        step: StepId,
        action: String,
    },
    /// To a stage; `at` is its index there afterwards.
    MoveStep {
        map: MapId,
        step: StepId,
        stage: StageId,
        at: usize,
    },
    /// Its cards go to the inbox.
    DeleteStep {
        map: MapId,
        step: StepId,
    },

    AddLane {
        map: MapId,
        lane: Lane,
        at: usize,
    },
    EditLane {
        map: MapId,
        lane: LaneId,
        field: LaneField,
    },
    /// `to` is its index afterwards.
    MoveLane {
        map: MapId,
        lane: LaneId,
        to: usize,
    },
    /// Its cards go to the inbox.
    DeleteLane {
        map: MapId,
        lane: LaneId,
    },

    /// The code of each is replaced by the project's next one.
    AddTouchpoints {
        map: MapId,
        touchpoints: Vec<Touchpoint>,
    },
    EditTouchpoints {
        map: MapId,
        touchpoints: Vec<TouchpointId>,
        field: TouchpointField,
    },
    PlaceTouchpoints {
        map: MapId,
        places: Vec<(TouchpointId, Place)>,
    },
    /// With the links from and to them.
    DeleteTouchpoints {
        map: MapId,
        touchpoints: Vec<TouchpointId>,
    },

    AddLink {
        map: MapId,
        link: Link,
    },
    EditLink {
        map: MapId,
        link: LinkId,
        field: LinkField,
    },
    DeleteLinks {
        map: MapId,
        links: Vec<LinkId>,
    },

    /// Several changes that are one gesture, under one name.
    Together {
        name: CommandName,
        commands: Vec<Command>,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum ProjectField {
    Title(String),
    Notes(String),
}

#[derive(Debug, Clone, PartialEq)]
pub enum PersonaField {
    Name(String),
    Notes(String),
}

#[derive(Debug, Clone, PartialEq)]
pub enum MapField {
    Title(String),
    Persona(Option<PersonaId>),
    Notes(String),
}

#[derive(Debug, Clone, PartialEq)]
pub enum StageField {
    Name(String),
    Period(Option<Period>),
}

#[derive(Debug, Clone, PartialEq)]
pub enum LaneField {
    Name(String),
    Role(Role),
}

#[derive(Debug, Clone, PartialEq)]
pub enum TouchpointField {
    Title(String),
    Mark(Option<Mark>),
    Emotion(Option<Emotion>),
    Channel(String),
    Control(Option<Control>),
    Period(Option<Period>),
    Notes(String),
    MomentOfTruth(bool),
    Owner(String),
}

#[derive(Debug, Clone, PartialEq)]
pub enum LinkField {
    Label(String),
    Share(Option<u8>),
    /// Leads to another touchpoint.
    To(TouchpointId),
}

/// What a step of the history is called in the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CommandName {
    EditProject,
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

/// Why a command could not be applied. The project is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// It speaks of something that is not there (any more).
    #[error("this {0} is not in the project any more")]
    Missing(&'static str),
    /// A touchpoint needs a title.
    #[error("a touchpoint needs a title")]
    EmptyTitle,
    /// A link from a touchpoint to itself.
    #[error("a link leads to another touchpoint")]
    LinkToItself,
    /// There is such a link already.
    #[error("this link is there already")]
    RepeatedLink,
    /// A share over 100 %.
    #[error("a share is at most 100 %")]
    ShareOver100,
    /// The project would become larger than it may be.
    #[error("more than {limit} {noun} are not possible")]
    TooMany { noun: &'static str, limit: usize },
    /// A text is too long.
    #[error("more than {limit} characters are not possible here")]
    TooLong { limit: usize },
}

impl Command {
    /// Changes the project, or gives an error and leaves it exactly as it was.
    pub fn apply(&self, project: &mut Project) -> Result<(), CommandError> {
        let _ = project;
        todo!()
    }

    /// What it is called in the menu.
    pub fn name(&self) -> CommandName {
        todo!()
    }

    /// Whether `next` goes on with what this began (typing in one field), so that both are one
    /// step of the history.
    pub fn merges_with(&self, next: &Command) -> bool {
        let _ = next;
        todo!()
    }
}

#[allow(unused_imports, reason = "skeleton")]
use Cell as _;
