//! One customer's journey: stages of steps across lanes, with its touchpoints and links.

use super::{
    Audit, Cell, Ext, IdSource, Lane, LaneId, Link, LinkId, LinkState, MapId, Mark, PersonaId,
    Place, Rank, Stage, StageId, Step, StepId, Touchpoint, TouchpointId, id::Renewal,
};
use std::sync::Arc;

/// Touchpoints in chronological order across the stages of one customer's journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JourneyMap {
    pub id: MapId,
    pub title: String,
    /// Whose journey it is.
    pub persona: Option<PersonaId>,
    /// In which situation: "buys her first desk chair".
    pub scenario: String,
    /// What the customer wants to reach.
    pub goal: String,
    /// `None`: not said.
    pub state: Option<MapState>,
    /// Who looks after the map.
    pub owner: String,
    pub notes: String,
    pub stages: Vec<Stage>,
    pub lanes: Vec<Lane>,
    /// In the order of their making, which never changes; where a card stands is in its place.
    pub touchpoints: Vec<Arc<Touchpoint>>,
    /// In the order of their making.
    pub links: Vec<Arc<Link>>,
    /// In the order of their making.
    pub audits: Vec<Arc<Audit>>,
    /// What a later version added; kept as it is.
    pub ext: Ext,
}

/// Whether a map shows what is or what is meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MapState {
    AsIs,
    ToBe,
}

impl MapState {
    /// Both.
    pub const ALL: [MapState; 2] = [MapState::AsIs, MapState::ToBe];
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
            scenario: String::new(),
            goal: String::new(),
            state: None,
            owner: String::new(),
            notes: String::new(),
            stages: Vec::new(),
            lanes: Vec::new(),
            touchpoints: Vec::new(),
            links: Vec::new(),
            audits: Vec::new(),
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

    /// A copy whose ids are all new, with the same persona. Codes are kept: a copy in the same
    /// project needs new ones.
    #[must_use]
    pub fn with_new_ids(&self, ids: &mut IdSource) -> Self {
        self.renewed(&mut Renewal::new(ids))
    }

    pub(super) fn renewed(&self, renewal: &mut Renewal) -> Self {
        let mut map = Self { id: renewal.of(self.id), ..self.clone() };
        for stage in &mut map.stages {
            stage.id = renewal.of(stage.id);
            for step in &mut stage.steps {
                step.id = renewal.of(step.id);
            }
        }
        for lane in &mut map.lanes {
            lane.id = renewal.of(lane.id);
        }
        for card in &mut map.touchpoints {
            let card = Arc::make_mut(card);
            card.id = renewal.of(card.id);
            if let Some(cell) = &mut card.place.cell {
                *cell = Cell { step: renewal.of(cell.step), lane: renewal.of(cell.lane) };
            }
        }
        for link in &mut map.links {
            let link = Arc::make_mut(link);
            link.id = renewal.of(link.id);
            link.from = renewal.of(link.from);
            link.to = renewal.of(link.to);
        }
        for audit in &mut map.audits {
            let audit = Arc::make_mut(audit);
            audit.id = renewal.of(audit.id);
            for entry in &mut audit.entries {
                let entry = Arc::make_mut(entry);
                entry.touchpoint = renewal.of(entry.touchpoint);
            }
        }
        map
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Code, Role};

    #[test]
    fn a_copy_with_new_ids_is_the_same_map() {
        let mut ids = IdSource::seeded(1);
        let mut map = JourneyMap::new(ids.next(), "Journey");
        let mut stage = Stage::new(ids.next(), "Buy", None);
        stage.steps.push(Step::new(ids.next(), "pays"));
        let cell = Cell { step: stage.steps[0].id, lane: ids.next() };
        map.stages.push(stage);
        map.lanes.push(Lane::new(cell.lane, "Store", Role::Touchpoints));
        let (a, b): (TouchpointId, TouchpointId) = (ids.next(), ids.next());
        let place = Place::cell(cell.step, cell.lane, Rank::middle());
        map.touchpoints.push(Arc::new(Touchpoint::new(a, Code(1), "Queue", place)));
        let place = Place::inbox(Rank::middle());
        map.touchpoints.push(Arc::new(Touchpoint::new(b, Code(2), "Receipt", place)));
        map.links.push(Arc::new(Link::new(ids.next(), a, b)));

        let copy = map.with_new_ids(&mut ids);
        let numbers = |map: &JourneyMap| -> Vec<u64> {
            let steps = map.columns().flat_map(|c| [c.stage.id.into(), c.step.id.into()]);
            let lanes = map.lanes.iter().map(|lane| lane.id.into());
            let cards = map.touchpoints.iter().map(|card| card.id.into());
            let links = map.links.iter().map(|link| link.id.into());
            steps.chain(lanes).chain(cards).chain(links).chain([map.id.into()]).collect()
        };
        let old = numbers(&map);
        assert!(numbers(&copy).iter().all(|id| !old.contains(id)));
        let cell = Cell { step: copy.stages[0].steps[0].id, lane: copy.lanes[0].id };
        assert_eq!(copy.touchpoints[0].place.cell, Some(cell));
        let (from, to) = (copy.links[0].from, copy.links[0].to);
        assert_eq!((from, to), (copy.touchpoints[0].id, copy.touchpoints[1].id));
        assert_eq!(
            copy.with_new_ids(&mut IdSource::seeded(7)),
            map.with_new_ids(&mut IdSource::seeded(7))
        );
    }
}
