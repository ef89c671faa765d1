//! What a valid project is: a title, personas, and several journey maps.
//!
//! Nouns only: no files, no layout, no toolkit. Nothing here changes a project by itself; that is
//! what [`crate::command`] is for. Maps, touchpoints and links sit behind `Arc`, so a copy of a
//! whole project costs a few pointers, and what did not change can be told by pointer.

mod audit;
mod check;
mod difference;
mod feasibility;
mod finding;
mod id;
pub(crate) mod journey_map;
mod lane;
mod link;
mod persona;
mod project;
mod quality;
mod rank;
mod review;
mod stage;
mod task;
mod touchpoint;

pub use audit::{Audit, AuditEntry};
pub use check::{Problem, ProblemKind};
pub use difference::Difference;
pub use feasibility::{CostBand, Feasibility, When};
pub use finding::FindingKind;
pub use id::{
    AuditId, IdSource, LaneId, LinkId, MapId, ParseIdError, PersonaId, SnapshotId, StageId, StepId,
    TaskId, TouchpointId,
};
/// A day of the calendar, without a clock.
pub use jiff::civil::Date;
pub use journey_map::{Column, JourneyMap, MapState};
pub use lane::{Lane, Line, Role, lines_of};
pub use link::{Link, LinkState};
pub use persona::Persona;
pub use project::{Ext, Project, limit};
pub use quality::{Qualities, Quality, Rating, Score, Scores, tenths};
pub use rank::Rank;
pub use review::{Review, Rhythm, Snapshot};
pub use stage::{Period, Stage, Step};
pub use task::{Task, TaskState};
pub use touchpoint::{Cell, Code, Control, Emotion, Mark, Place, Touchpoint};
