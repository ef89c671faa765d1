//! Which card is where in a scene, by id.

use crate::model::TouchpointId;
use std::sync::Arc;

/// From a touchpoint's id to its card. What depends on the ids alone is shared between layouts.
#[derive(Debug, Clone, Default)]
pub struct CardIndex {
    /// Every touchpoint of the map, ordered by id, with its index in the map.
    ids: Arc<[(TouchpointId, u32)]>,
    /// For each touchpoint of the map, in the map's order: its index among the scene's cards.
    cards: Vec<u32>,
}

impl CardIndex {
    /// Stands for a touchpoint that has no card: it is in the inbox.
    pub const NONE: u32 = u32::MAX;

    /// `ids` ordered by id; `cards` by the index that comes with each, [`Self::NONE`] for none.
    pub fn new(ids: Arc<[(TouchpointId, u32)]>, cards: Vec<u32>) -> Self {
        Self { ids, cards }
    }

    /// The index among the scene's cards.
    pub fn get(&self, id: TouchpointId) -> Option<usize> {
        let at = self.ids.binary_search_by_key(&id, |&(id, _)| id).ok()?;
        let &(_, touchpoint) = self.ids.get(at)?;
        let &card = self.cards.get(touchpoint as usize)?;
        (card != Self::NONE).then_some(card as usize)
    }

    /// The same the other way round: of each of so many cards of the scene, its touchpoint's index
    /// in the map.
    pub fn touchpoints(&self, count: usize) -> Vec<usize> {
        let mut touchpoints = vec![usize::MAX; count];
        for (touchpoint, &card) in self.cards.iter().enumerate() {
            if let Some(of_card) = touchpoints.get_mut(card as usize) {
                *of_card = touchpoint;
            }
        }
        touchpoints
    }
}
