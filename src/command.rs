//! Command: one change to the project, as data. The only way to change a project.

mod audit;
mod lane;
mod link;
mod map;
mod merge;
mod name;
mod project;
mod review;
mod rule;
mod stage;
mod task;
mod touchpoint;

pub use audit::Judgement;
pub use name::CommandName;

use crate::model::{
    Audit, AuditEntry, AuditId, Control, CostBand, Date, Emotion, FindingKind, JourneyMap, Lane,
    LaneId, Link, LinkId, MapId, MapState, Mark, Period, Persona, PersonaId, Place, Project,
    Quality, Rhythm, Role, Score, Snapshot, SnapshotId, Stage, StageId, Step, StepId, Task, TaskId,
    TaskState, Touchpoint, TouchpointId, When,
};
use std::sync::Arc;

/// A change. Everything that it needs is inside: ids are made by whoever makes the command, so
/// that doing it again gives the same project.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    EditProject(ProjectField),
    /// Another state takes the place of the project: an earlier version, or what somebody else
    /// saved. Codes that were given out stay given out.
    Restore(Arc<Project>),

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

    /// `at` is its index in its touchpoint's checklist.
    AddTask {
        map: MapId,
        touchpoint: TouchpointId,
        task: Task,
        at: usize,
    },
    EditTask {
        map: MapId,
        touchpoint: TouchpointId,
        task: TaskId,
        field: TaskField,
    },
    /// `to` is its index afterwards.
    MoveTask {
        map: MapId,
        touchpoint: TouchpointId,
        task: TaskId,
        to: usize,
    },
    DeleteTask {
        map: MapId,
        touchpoint: TouchpointId,
        task: TaskId,
    },

    AddLinks {
        map: MapId,
        links: Vec<Link>,
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

    AddAudit {
        map: MapId,
        audit: Arc<Audit>,
    },
    EditAudit {
        map: MapId,
        audit: AuditId,
        field: AuditField,
    },
    DeleteAudit {
        map: MapId,
        audit: AuditId,
    },

    AddSnapshot(Arc<Snapshot>),
    RenameSnapshot {
        snapshot: SnapshotId,
        name: String,
    },
    DeleteSnapshot(SnapshotId),

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
    Owner(String),
    Rhythm(Option<Rhythm>),
    LastReview(Option<Date>),
    NextReview(Option<Date>),
    /// Whether a kind of findings is shown.
    Finding(FindingKind, bool),
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
    Scenario(String),
    Goal(String),
    State(Option<MapState>),
    Owner(String),
    Notes(String),
}

#[derive(Debug, Clone, PartialEq)]
pub enum StageField {
    Name(String),
    Period(Option<Period>),
    /// The key that says which stages of other maps are the same.
    Shared(Option<String>),
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
    Score(Quality, Option<Score>),
    QualityNote(Quality, String),
    Impact(Option<Score>),
    Effort(Option<Score>),
    Cost(String),
    CostBand(Option<CostBand>),
    When(Option<When>),
    Grows(Option<bool>),
}

#[derive(Debug, Clone, PartialEq)]
pub enum TaskField {
    Text(String),
    Owner(String),
    Due(Option<Date>),
    State(TaskState),
    Tool(String),
}

#[derive(Debug, Clone, PartialEq)]
pub enum AuditField {
    By(String),
    Date(Date),
    IsDone(bool),
    /// In place of the touchpoint's entry, or after the others where it has none; one that says
    /// nothing takes it away.
    Entry(AuditEntry),
}

#[derive(Debug, Clone, PartialEq)]
pub enum LinkField {
    Label(String),
    Share(Option<u8>),
    IsLoop(bool),
    /// Leads to another touchpoint.
    To(TouchpointId),
}

/// Why a command could not be applied. The project is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// It speaks of something that is not there (any more).
    #[error("this {0} is not in the project any more")]
    Missing(&'static str),
    /// It brings something whose id is in the project already.
    #[error("this {0} is in the project already")]
    Repeated(&'static str),
    /// A touchpoint needs a title.
    #[error("a touchpoint needs a title")]
    EmptyTitle,
    /// A task needs a text.
    #[error("a task needs a text")]
    EmptyTask,
    /// A review is every week at most, and every ten years at least.
    #[error("a review every {weeks} weeks is not possible")]
    Rhythm { weeks: u16 },
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
    /// Changes the project, or gives an error and leaves it exactly as it was. Maps, touchpoints
    /// and links that come out as they were keep their pointers.
    pub fn apply(&self, project: &mut Project) -> Result<(), CommandError> {
        let mut next = project.clone();
        self.change(&mut next)?;
        for (old, new) in project.maps.iter().zip(&mut next.maps) {
            if old == new {
                *new = Arc::clone(old);
            }
        }
        *project = next;
        Ok(())
    }

    /// Changes a copy: what it leaves behind after an error is thrown away.
    fn change(&self, project: &mut Project) -> Result<(), CommandError> {
        match self {
            Self::EditProject(field) => project::edit(project, field),
            Self::Restore(other) => {
                project::restore(project, other);
                Ok(())
            }
            Self::AddPersona(persona) => project::add_persona(project, persona),
            Self::EditPersona { persona, field } => project::edit_persona(project, *persona, field),
            Self::DeletePersona(persona) => project::delete_persona(project, *persona),

            Self::AddMap { map, at } => map::add(project, map, *at),
            Self::EditMap { map, field } => map::edit(project, *map, field),
            Self::MoveMap { map, to } => {
                rule::shift(&mut project.maps, |m| m.id == *map, *to, "map")
            }
            Self::DeleteMap(map) => {
                rule::take(&mut project.maps, |m| m.id == *map, "map").map(drop)
            }

            Self::AddStage { map, stage, at } => stage::add(project, *map, stage, *at),
            Self::EditStage { map, stage, field } => {
                stage::edit(map::find(project, *map)?, *stage, field)
            }
            Self::MoveStage { map, stage, to } => {
                let map = map::find(project, *map)?;
                rule::shift(&mut map.stages, |s| s.id == *stage, *to, "stage")
            }
            Self::DeleteStage { map, stage } => stage::delete(map::find(project, *map)?, *stage),

            Self::AddStep { map, stage, step, at } => {
                stage::add_step(project, *map, *stage, step, *at)
            }
            Self::EditStep { map, step, action } => {
                stage::edit_step(map::find(project, *map)?, *step, action)
            }
            Self::MoveStep { map, step, stage, at } => {
                stage::move_step(map::find(project, *map)?, *step, *stage, *at)
            }
            Self::DeleteStep { map, step } => stage::delete_step(map::find(project, *map)?, *step),

            Self::AddLane { map, lane, at } => lane::add(project, *map, lane, *at),
            Self::EditLane { map, lane, field } => {
                lane::edit(map::find(project, *map)?, *lane, field)
            }
            Self::MoveLane { map, lane, to } => {
                let map = map::find(project, *map)?;
                rule::shift(&mut map.lanes, |l| l.id == *lane, *to, "lane")
            }
            Self::DeleteLane { map, lane } => lane::delete(map::find(project, *map)?, *lane),

            Self::AddTouchpoints { map, touchpoints } => {
                touchpoint::add(project, *map, touchpoints)
            }
            Self::EditTouchpoints { map, touchpoints, field } => {
                touchpoint::edit(map::find(project, *map)?, touchpoints, field)
            }
            Self::PlaceTouchpoints { map, places } => {
                touchpoint::place(map::find(project, *map)?, places)
            }
            Self::DeleteTouchpoints { map, touchpoints } => {
                touchpoint::delete(map::find(project, *map)?, touchpoints)
            }

            Self::AddTask { map, touchpoint, task, at } => {
                task::add(map::find(project, *map)?, *touchpoint, task, *at)
            }
            Self::EditTask { map, touchpoint, task, field } => {
                task::edit(map::find(project, *map)?, *touchpoint, *task, field)
            }
            Self::MoveTask { map, touchpoint, task, to } => {
                task::shift(map::find(project, *map)?, *touchpoint, *task, *to)
            }
            Self::DeleteTask { map, touchpoint, task } => {
                task::delete(map::find(project, *map)?, *touchpoint, *task)
            }

            Self::AddLinks { map, links } => link::add(project, *map, links),
            Self::EditLink { map, link, field } => {
                link::edit(map::find(project, *map)?, *link, field)
            }
            Self::DeleteLinks { map, links } => link::delete(map::find(project, *map)?, links),

            Self::AddAudit { map, audit } => audit::add(project, *map, audit),
            Self::EditAudit { map, audit, field } => {
                audit::edit(map::find(project, *map)?, *audit, field)
            }
            Self::DeleteAudit { map, audit } => {
                let map = map::find(project, *map)?;
                rule::take(&mut map.audits, |a| a.id == *audit, "audit").map(drop)
            }

            Self::AddSnapshot(snapshot) => review::add(project, snapshot),
            Self::RenameSnapshot { snapshot, name } => review::rename(project, *snapshot, name),
            Self::DeleteSnapshot(snapshot) => {
                rule::take(&mut project.snapshots, |s| s.id == *snapshot, "snapshot").map(drop)
            }

            Self::Together { commands, .. } => {
                commands.iter().try_for_each(|command| command.change(project))
            }
        }
    }
}

#[cfg(test)]
mod tests;
