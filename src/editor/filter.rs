//! Filter: some cards of the map are bright, the rest is dimmed. A way of looking at a map: it is
//! no part of the project, nothing is hidden, and exports do not know of it.

use super::Editor;
use crate::model::{JourneyMap, LaneId, LinkId, Mark, Touchpoint, TouchpointId};
use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    mem::discriminant,
    sync::Arc,
};

/// One value that cards are filtered by. Several of one kind mean any of them; kinds are joined.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// `None`: without a mark.
    Mark(Option<Mark>),
    Lane(LaneId),
    /// An empty one: without a channel.
    Channel(String),
    /// An empty one: without an owner.
    Owner(String),
}

/// The chosen facets, and what they dim on the shown map.
#[derive(Default)]
pub(super) struct Filter {
    chosen: BTreeSet<Facet>,
    /// The map that the rest was made from.
    made_of: Option<Arc<JourneyMap>>,
    cards: HashSet<TouchpointId>,
    links: HashSet<LinkId>,
    bright: Bright,
}

/// How many of the cards on a map are bright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bright {
    pub count: usize,
    pub of: usize,
}

impl Filter {
    /// Follows the shown map. Maps are compared by pointer.
    pub(super) fn update(&mut self, map: Option<&Arc<JourneyMap>>) {
        let is_same = match (&self.made_of, map) {
            (Some(known), Some(map)) => Arc::ptr_eq(known, map),
            (None, None) => true,
            _ => false,
        };
        if self.chosen.is_empty() || !is_same {
            self.make(map.filter(|_| !self.chosen.is_empty()));
        }
    }

    fn make(&mut self, map: Option<&Arc<JourneyMap>>) {
        self.made_of = map.cloned();
        self.cards.clear();
        self.links.clear();
        self.bright = Bright::default();
        let Some(map) = map else { return };
        let chosen = chosen_for(&self.chosen, map);
        for card in &map.touchpoints {
            let is_bright = lets_through(&chosen, card);
            if !is_bright {
                self.cards.insert(card.id);
            }
            if card.place.cell.is_some() {
                self.bright.of += 1;
                self.bright.count += usize::from(is_bright);
            }
        }
        let dimmed = map
            .links
            .iter()
            .filter(|link| self.cards.contains(&link.from) || self.cards.contains(&link.to));
        self.links = dimmed.map(|link| link.id).collect();
    }
}

/// Of what is chosen, what says something about a map: a lane of another does not.
fn chosen_for<'a>(chosen: &'a BTreeSet<Facet>, map: &JourneyMap) -> Vec<&'a Facet> {
    let is_other = |facet: &Facet| matches!(facet, Facet::Lane(id) if map.lane(*id).is_none());
    chosen.iter().filter(|facet| !is_other(facet)).collect()
}

/// Of each kind that is chosen, a card has one.
fn lets_through(chosen: &[&Facet], card: &Touchpoint) -> bool {
    facets_of(card).iter().all(|facet| {
        let same_kind = |other: &&&Facet| discriminant(**other) == discriminant(facet);
        let mut kind = chosen.iter().filter(same_kind).peekable();
        kind.peek().is_none() || kind.any(|other| *other == facet)
    })
}

/// What a card is filtered by, one of each kind. A card of the inbox stands in no lane.
fn facets_of(card: &Touchpoint) -> [Facet; 4] {
    let lane = card.place.cell.map_or(LaneId::from(0), |cell| cell.lane);
    [
        Facet::Mark(card.mark),
        Facet::Lane(lane),
        Facet::Channel(card.channel.trim().to_owned()),
        Facet::Owner(card.owner.trim().to_owned()),
    ]
}

/// What the cards on the shown map, and on others if they are looked at too, can be filtered by,
/// each with how many cards it is true of: marks in their order, lanes of the shown map from top to
/// bottom, channels and owners by name.
pub fn facets<'a>(
    map: &'a JourneyMap,
    others: impl IntoIterator<Item = &'a JourneyMap>,
) -> Vec<(Facet, usize)> {
    let mut counts: BTreeMap<Facet, usize> = BTreeMap::new();
    let cards = std::iter::once(map).chain(others).flat_map(|map| &map.touchpoints);
    for card in cards.filter(|card| card.place.cell.is_some()) {
        for facet in facets_of(card) {
            *counts.entry(facet).or_default() += 1;
        }
    }
    let marks = Mark::ALL.into_iter().map(Some).chain([None]).map(Facet::Mark);
    let lanes = map.lanes.iter().map(|lane| Facet::Lane(lane.id));
    let mut found: Vec<_> = marks
        .chain(lanes)
        .map(|facet| {
            let count = counts.remove(&facet).unwrap_or(0);
            (facet, count)
        })
        .collect();
    // Where nobody has one, there is nothing to choose.
    let is_told = |(facet, _): &(Facet, usize)| match facet {
        Facet::Channel(name) | Facet::Owner(name) => !name.is_empty(),
        Facet::Mark(_) | Facet::Lane(_) => false,
    };
    counts.retain(|facet, _| !matches!(facet, Facet::Lane(_)));
    let rest: Vec<_> = counts.into_iter().collect();
    for kind in [Facet::Channel(String::new()), Facet::Owner(String::new())] {
        let same = |it: &&(Facet, usize)| discriminant(&it.0) == discriminant(&kind);
        if rest.iter().filter(same).any(is_told) {
            found.extend(rest.iter().filter(same).cloned());
        }
    }
    found
}

impl Editor {
    /// Puts a facet into the filter, or takes it out.
    pub fn toggle_filter(&mut self, facet: Facet) {
        if !self.filter.chosen.remove(&facet) {
            self.filter.chosen.insert(facet);
        }
        self.remake_filter();
    }

    pub fn clear_filter(&mut self) {
        self.filter.chosen.clear();
        self.remake_filter();
    }

    fn remake_filter(&mut self) {
        self.filter.made_of = None;
        let map = self.map().cloned();
        self.filter.update(map.as_ref());
    }

    /// The facets that are chosen.
    pub fn filter(&self) -> &BTreeSet<Facet> {
        &self.filter.chosen
    }

    /// Whether the filter lets a card of some map through.
    pub fn is_let_through(&self, map: &JourneyMap, card: &Touchpoint) -> bool {
        self.filter.chosen.is_empty() || lets_through(&chosen_for(&self.filter.chosen, map), card)
    }

    /// How many cards of the shown map the filter lets through; `None` without a filter.
    pub fn bright(&self) -> Option<Bright> {
        self.filter.made_of.as_ref().map(|_| self.filter.bright)
    }

    /// Whether the filter dims a card.
    pub fn is_dimmed(&self, card: TouchpointId) -> bool {
        self.filter.cards.contains(&card)
    }

    /// Whether the filter dims a link: one of its cards is dimmed.
    pub fn is_link_dimmed(&self, link: LinkId) -> bool {
        self.filter.links.contains(&link)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        command::{Command, TouchpointField},
        editor::{Action, driver::Hand},
    };

    /// The sample with channels and owners.
    fn hand() -> Hand {
        let mut hand = Hand::new();
        let map = hand.editor.map().unwrap().id;
        for (titles, field) in [
            ("ab", TouchpointField::Channel("Web".into())),
            ("e", TouchpointField::Channel("Shop".into())),
            ("ae", TouchpointField::Owner("Anna".into())),
        ] {
            let touchpoints = titles.chars().map(|title| hand.id(&title.to_string())).collect();
            hand.editor.run(Command::EditTouchpoints { map, touchpoints, field });
        }
        hand
    }

    fn bright(hand: &Hand) -> String {
        let cards = &hand.editor.map().unwrap().touchpoints;
        let bright = cards.iter().filter(|card| !hand.editor.is_dimmed(card.id));
        bright.map(|card| card.title.as_str()).collect()
    }

    fn channel(name: &str) -> Facet {
        Facet::Channel(name.to_owned())
    }

    #[test]
    fn values_of_a_kind_add_and_kinds_narrow() {
        let positive = Facet::Mark(Some(Mark::Positive));
        let anna = Facet::Owner("Anna".to_owned());
        for (facets, expected) in [
            (vec![], "abcdefgij"),
            (vec![channel("Web")], "ab"),
            (vec![channel("Web"), channel("Shop")], "abe"),
            (vec![channel("Web"), channel("Shop"), positive.clone()], "be"),
            (vec![channel("Web"), anna], "a"),
            (vec![Facet::Mark(None)], "acgij"),
            (vec![Facet::Lane(2.into())], "e"),
            (vec![Facet::Lane(2.into()), Facet::Lane(3.into())], "ef"),
            (vec![Facet::Lane(2.into()), channel("Web")], ""),
            (vec![channel("")], "cdfgij"),
            // A lane of another map.
            (vec![Facet::Lane(99.into())], "abcdefgij"),
        ] {
            let mut hand = hand();
            for facet in &facets {
                hand.editor.toggle_filter(facet.clone());
            }
            assert_eq!(bright(&hand), expected, "{facets:?}");
            hand.editor.clear_filter();
            assert_eq!(bright(&hand), "abcdefgij");
            assert_eq!(hand.editor.bright(), None);
        }
    }

    #[test]
    fn a_link_is_as_bright_as_its_darker_card() {
        let mut hand = hand();
        let link = hand.editor.map().unwrap().links[0].id;
        hand.editor.toggle_filter(Facet::Mark(Some(Mark::Decision)));
        assert!(hand.editor.is_link_dimmed(link));
        hand.editor.toggle_filter(Facet::Mark(Some(Mark::Positive)));
        assert!(!hand.editor.is_link_dimmed(link));
    }

    #[test]
    fn the_filter_follows_the_project_and_is_no_part_of_it() {
        let mut hand = Hand::new();
        hand.editor.toggle_filter(Facet::Mark(Some(Mark::Friction)));
        assert!(hand.is_untouched());
        assert_eq!(hand.editor.bright(), Some(Bright { count: 1, of: 7 }));
        hand.select("a").perform(&[Action::MarkFriction]);
        assert_eq!(bright(&hand), "af");
        assert_eq!(hand.editor.bright(), Some(Bright { count: 2, of: 7 }));
        hand.perform(&[Action::Undo, Action::NextMap]);
        assert_eq!(hand.editor.bright(), Some(Bright { count: 0, of: 0 }));
        hand.perform(&[Action::NextMap]);
        assert_eq!(bright(&hand), "f");
    }

    #[test]
    fn facets_are_counted_in_their_order() {
        let hand = hand();
        let facets: Vec<_> = facets(hand.editor.map().unwrap(), []);
        let counts: Vec<usize> = facets.iter().map(|(_, count)| *count).collect();
        // Marks, lanes, channels (none, Shop, Web), owners (none, Anna).
        assert_eq!(counts, [2, 1, 1, 3, 5, 1, 1, 4, 1, 2, 5, 2]);
        assert_eq!(facets[7].0, channel(""));
        let plain = super::facets(Hand::new().editor.map().unwrap(), []);
        assert_eq!(plain.len(), 7, "no channel and no owner: nothing to choose from");
    }
}
