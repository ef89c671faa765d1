//! What is selected on the shown map.

use crate::model::{LaneId, LinkId, StageId, StepId, TouchpointId};
use std::collections::BTreeSet;

/// What is selected: some cards, or one other thing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Selection {
    /// Nothing: the inspector shows the map.
    #[default]
    Nothing,
    Touchpoints(BTreeSet<TouchpointId>),
    Stage(StageId),
    Step(StepId),
    Lane(LaneId),
    Link(LinkId),
    /// An empty cell, reached by keyboard or click: where Enter and paste put cards.
    Cell(crate::model::Cell),
    /// The inspector shows the project.
    Project,
}

impl Selection {
    /// One card.
    pub fn touchpoint(id: TouchpointId) -> Self {
        Self::Touchpoints(BTreeSet::from([id]))
    }

    /// The selected cards; empty where something else is selected.
    pub fn touchpoints(&self) -> impl Iterator<Item = TouchpointId> {
        match self {
            Self::Touchpoints(ids) => Some(ids.iter().copied()).into_iter().flatten(),
            _ => None.into_iter().flatten(),
        }
    }
}
