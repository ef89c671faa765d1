//! What a valid project is: a title, personas, and several journey maps.
//!
//! Nouns only: no files, no layout, no toolkit. Nothing here changes a project by itself; that is
//! what [`crate::command`] is for. Maps, touchpoints and links sit behind `Arc`, so a copy of a
//! whole project costs a few pointers, and what did not change can be told by pointer.

mod check;
mod difference;
mod id;
pub(crate) mod journey_map;
mod lane;
mod link;
mod persona;
mod project;
mod rank;
mod stage;
mod touchpoint;

pub use check::{Problem, ProblemKind};
pub use difference::Difference;
pub use id::{
    IdSource, LaneId, LinkId, MapId, ParseIdError, PersonaId, StageId, StepId, TouchpointId,
};
pub use journey_map::{Column, JourneyMap};
pub use lane::{Lane, Line, Role, lines_of};
pub use link::{Link, LinkState};
pub use persona::Persona;
pub use project::{Ext, Project, limit};
pub use rank::Rank;
pub use stage::{Period, Stage, Step};
pub use touchpoint::{Cell, Code, Control, Emotion, Mark, Place, Touchpoint};
