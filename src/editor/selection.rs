//! What is selected on the shown map.

use crate::{
    model::{JourneyMap, LaneId, LinkId, StageId, StepId, TouchpointId},
    scene::Source,
};
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
    /// A cell, reached by keyboard or click: where Enter and paste put cards.
    Cell(crate::model::Cell),
    /// The inspector shows the project.
    Project,
}

impl Selection {
    /// One card.
    pub fn touchpoint(id: TouchpointId) -> Self {
        Self::Touchpoints(BTreeSet::from([id]))
    }

    /// Some cards, or nothing where there is none.
    pub fn of(ids: impl IntoIterator<Item = TouchpointId>) -> Self {
        let ids: BTreeSet<_> = ids.into_iter().collect();
        if ids.is_empty() { Self::Nothing } else { Self::Touchpoints(ids) }
    }

    /// The selected cards; empty where something else is selected.
    pub fn touchpoints(&self) -> impl Iterator<Item = TouchpointId> {
        match self {
            Self::Touchpoints(ids) => Some(ids.iter().copied()).into_iter().flatten(),
            _ => None.into_iter().flatten(),
        }
    }

    /// Whether a card is among those selected.
    pub fn has(&self, id: TouchpointId) -> bool {
        matches!(self, Self::Touchpoints(ids) if ids.contains(&id))
    }

    /// The one thing that is selected, if it is drawn.
    pub fn source(&self) -> Option<Source> {
        match self {
            Self::Touchpoints(ids) if ids.len() == 1 => {
                ids.first().map(|&id| Source::Touchpoint(id))
            }
            Self::Stage(id) => Some(Source::Stage(*id)),
            Self::Step(id) => Some(Source::Step(*id)),
            Self::Lane(id) => Some(Source::Lane(*id)),
            Self::Link(id) => Some(Source::Link(*id)),
            Self::Touchpoints(_) | Self::Nothing | Self::Cell(_) | Self::Project => None,
        }
    }

    /// With a card added or, where it was in, taken out.
    pub(super) fn toggled(&self, id: TouchpointId) -> Self {
        let mut ids: BTreeSet<_> = self.touchpoints().collect();
        if !ids.remove(&id) {
            ids.insert(id);
        }
        Self::of(ids)
    }

    /// Without what the map does not have (any more).
    pub(super) fn within(self, map: Option<&JourneyMap>) -> Self {
        let Some(map) = map else {
            return if self == Self::Project { Self::Project } else { Self::Nothing };
        };
        let is_there = match &self {
            Self::Touchpoints(ids) => {
                let kept = map.touchpoints.iter().map(|card| card.id).filter(|id| ids.contains(id));
                return Self::of(kept);
            }
            Self::Nothing | Self::Project => true,
            Self::Stage(id) => map.stage(*id).is_some(),
            Self::Step(id) => map.column(*id).is_some(),
            Self::Lane(id) => map.lane(*id).is_some(),
            Self::Link(id) => map.link(*id).is_some(),
            Self::Cell(cell) => map.column(cell.step).is_some() && map.lane(cell.lane).is_some(),
        };
        if is_there { self } else { Self::Nothing }
    }
}

impl From<Source> for Selection {
    fn from(source: Source) -> Self {
        match source {
            Source::Touchpoint(id) => Self::touchpoint(id),
            Source::Stage(id) => Self::Stage(id),
            Source::Step(id) => Self::Step(id),
            Source::Lane(id) => Self::Lane(id),
            Source::Link(id) => Self::Link(id),
            Source::Emotion | Source::Ground => Self::Nothing,
        }
    }
}
