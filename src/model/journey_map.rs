//! One customer's journey: stages of steps across lanes, with its touchpoints and links.

use super::{
    Cell, Ext, Lane, LaneId, Link, LinkId, LinkState, MapId, Mark, PersonaId, Place, Rank, Stage,
    StageId, Step, StepId, Touchpoint, TouchpointId,
};
use std::sync::Arc;

/// Touchpoints in chronological order across the stages of one customer's journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JourneyMap {
    pub id: MapId,
    pub title: String,
    /// Whose journey it is.
    pub persona: Option<PersonaId>,
    pub notes: String,
    pub stages: Vec<Stage>,
    pub lanes: Vec<Lane>,
    /// In the order of their making, which never changes; where a card stands is in its place.
    pub touchpoints: Vec<Arc<Touchpoint>>,
    /// In the order of their making.
    pub links: Vec<Arc<Link>>,
    /// What a later version added; kept as it is.
    pub ext: Ext,
}

/// A step with what it belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    pub stage: &'a Stage,
    /// Index of the stage in the map.
    pub stage_at: usize,
    pub step: &'a Step,
    /// Index of the step in its stage.
    pub step_at: usize,
}

impl JourneyMap {
    /// A map with a title and nothing in it.
    pub fn new(id: MapId, title: impl Into<String>) -> Self {
        Self {
            id,
            title: title.into(),
            persona: None,
            notes: String::new(),
            stages: Vec::new(),
            lanes: Vec::new(),
            touchpoints: Vec::new(),
            links: Vec::new(),
            ext: Ext::default(),
        }
    }

    /// Every step from left to right.
    pub fn columns(&self) -> impl Iterator<Item = Column<'_>> {
        self.stages.iter().enumerate().flat_map(|(stage_at, stage)| {
            stage.steps.iter().enumerate().map(move |(step_at, step)| Column {
                stage,
                stage_at,
                step,
                step_at,
            })
        })
    }

    pub fn column(&self, id: StepId) -> Option<Column<'_>> {
        self.columns().find(|column| column.step.id == id)
    }

    pub fn stage(&self, id: StageId) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == id)
    }

    pub fn lane(&self, id: LaneId) -> Option<&Lane> {
        self.lanes.iter().find(|lane| lane.id == id)
    }

    pub fn touchpoint(&self, id: TouchpointId) -> Option<&Arc<Touchpoint>> {
        self.touchpoints.iter().find(|card| card.id == id)
    }

    pub fn link(&self, id: LinkId) -> Option<&Arc<Link>> {
        self.links.iter().find(|link| link.id == id)
    }

    /// The cards of one place (a cell, or with `None` the inbox), in their order.
    pub fn cards_in(&self, cell: Option<Cell>) -> Vec<&Arc<Touchpoint>> {
        let mut cards: Vec<_> =
            self.touchpoints.iter().filter(|card| card.place.cell == cell).collect();
        cards.sort_by(|a, b| a.place.rank.cmp(&b.place.rank));
        cards
    }

    /// A place at the end of a cell, or with `None` of the inbox.
    pub fn place_at_end(&self, cell: Option<Cell>) -> Place {
        let last =
            self.touchpoints.iter().filter(|c| c.place.cell == cell).map(|c| &c.place.rank).max();
        Place { cell, rank: Rank::between(last, None) }
    }

    /// What a link means now, from its two cards; `Waiting` where one of them is missing.
    pub fn link_state(&self, link: &Link) -> LinkState {
        match (self.touchpoint(link.from), self.touchpoint(link.to)) {
            (Some(from), Some(to)) => link_state(from, to),
            _ => LinkState::Waiting,
        }
    }
}

/// What a link between two cards means.
pub(crate) fn link_state(from: &Touchpoint, to: &Touchpoint) -> LinkState {
    if from.place.cell.is_none() || to.place.cell.is_none() {
        LinkState::Waiting
    } else if from.mark == Some(Mark::Decision) {
        LinkState::Outcome
    } else {
        LinkState::NotADecision
    }
}
