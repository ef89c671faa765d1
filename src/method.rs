//! What follows from a project by the method: computed, never stored. Each part is a pure function
//! of the project, and of the day where one matters.

pub mod audit;
pub mod checklist;
pub mod compare;
pub mod feasibility;
pub mod finding;
pub mod numbers;
pub mod quality;
pub mod review;
pub mod table;
pub mod walk;
