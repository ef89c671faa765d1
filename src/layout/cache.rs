//! What the last layout of each map made, by what it was made from.

use super::{
    card::{self, Face},
    cells::{Addresses, NO_CELL},
    connector::{self, ArrowKey},
    header::{LaneText, StepText},
    setting::{Setting, Words},
};
use crate::{
    model::{
        JourneyMap, LaneId, Link, LinkId, MapId, Period, Role, StageId, StepId, Touchpoint,
        TouchpointId,
    },
    scene::Block,
    theme::Tone,
};
use std::{collections::BTreeMap, sync::Arc};

/// What the last layout made, by what it was made from: blocks of things that did not change are
/// taken from here. Forget it when fonts or language change.
#[derive(Default)]
pub struct Cache {
    pub(super) words: Option<Words>,
    /// The map laid out last comes first.
    pub(super) maps: Vec<(MapId, Memory)>,
}

/// So many maps are remembered: the tabs that one goes back and forth between.
const MAPS: usize = 8;

impl Cache {
    /// What is remembered of a map, taken out; [`Cache::keep`] puts it back.
    pub(super) fn take(&mut self, map: MapId) -> Memory {
        let at = self.maps.iter().position(|(id, _)| *id == map);
        at.map(|at| self.maps.remove(at).1).unwrap_or_default()
    }

    pub(super) fn keep(&mut self, map: MapId, memory: Memory) {
        self.maps.insert(0, (map, memory));
        self.maps.truncate(MAPS);
    }
}

/// What is remembered of one map.
#[derive(Default)]
pub struct Memory {
    /// In the order of the map's touchpoints.
    pub cards: Vec<CardMemory>,
    /// Touchpoints ordered by id, with their index in the map.
    pub ids: Arc<[(TouchpointId, u32)]>,
    addresses: Addresses,
    pub stages: BTreeMap<StageId, Kept<StageKey>>,
    pub step_texts: BTreeMap<StepId, ((String, usize), Arc<StepText>)>,
    pub steps: BTreeMap<StepId, Kept<StepKey>>,
    pub lane_texts: BTreeMap<LaneId, ((String, Role), Arc<LaneText>)>,
    pub lanes: BTreeMap<LaneId, Kept<LaneKey>>,
    /// In the order of the map's links.
    pub links: Vec<LinkMemory>,
    /// The `ids` that the links' ends were found in.
    link_ids: Arc<[(TouchpointId, u32)]>,
}

/// A block and what it was made from.
pub type Kept<K> = (K, Arc<Block>);
pub type StageKey = (String, Option<Period>, f32);
/// The text, whether it is matched, and the size.
pub type StepKey = (Same<StepText>, bool, f32, f32);
/// The text, the height, and what it is painted on.
pub type LaneKey = (Same<LaneText>, f32, Tone);

/// Equal where it is the very same. Holding it keeps its address from being used again.
pub struct Same<T>(pub Arc<T>);

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What is remembered of a touchpoint.
#[derive(Clone)]
pub struct CardMemory {
    pub source: Arc<Touchpoint>,
    pub face: Face,
    /// As `column * rows + row`.
    pub cell: u32,
    pub emotion: Option<f32>,
}

/// What is remembered of a link.
pub struct LinkMemory {
    pub source: Arc<Link>,
    /// Its cards, as indices of the map's touchpoints; `None` where one is missing.
    pub ends: Option<(usize, usize)>,
    pub label: Option<connector::Label>,
    pub tone: Tone,
    pub is_dashed: bool,
    pub arrow: Option<Kept<ArrowKey>>,
    pub pill: Option<Kept<Tone>>,
}

/// Takes what was made of the same key before, or makes it.
pub fn reuse<I: Ord + Copy, K: PartialEq, T: Clone>(
    before: &mut BTreeMap<I, (K, T)>,
    now: &mut BTreeMap<I, (K, T)>,
    id: I,
    key: K,
    make: impl FnOnce() -> T,
) -> T {
    let known = before.remove(&id).filter(|(known, _)| *known == key);
    let made = known.map_or_else(make, |(_, made)| made);
    now.insert(id, (key, made.clone()));
    made
}

impl Memory {
    /// Brings the remembered cards up to date. Only cards that changed are drawn anew.
    pub fn refresh_cards(&mut self, map: &JourneyMap, addresses: Addresses, setting: &Setting) {
        let is_moved = addresses != self.addresses;
        self.addresses = addresses;
        self.align(map);
        let mut stale: Vec<usize> = Vec::new();
        for (at, (card, known)) in map.touchpoints.iter().zip(&mut self.cards).enumerate() {
            if Arc::ptr_eq(card, &known.source) && known.face.height > 0.0 {
                if is_moved {
                    known.cell = self.addresses.cell(card);
                }
                continue;
            }
            if known.face.height <= 0.0 || !card::same_face(card, &known.source) {
                stale.push(at);
            }
            known.source = card.clone();
            known.cell = self.addresses.cell(card);
            known.emotion = card.counted_emotion();
        }
        self.draw(&stale, setting);
    }

    /// Makes `cards` and `ids` follow the map's list of touchpoints. What is new has no face yet.
    fn align(&mut self, map: &JourneyMap) {
        let cards = &map.touchpoints;
        let is_same = |(card, known): (&Arc<Touchpoint>, &CardMemory)| card.id == known.source.id;
        let is_known = |(card, known): (&Arc<Touchpoint>, &CardMemory)| {
            // The pointer first: it spares a look at the card itself.
            Arc::ptr_eq(card, &known.source) || is_same((card, known))
        };
        let prefix = cards.iter().zip(&self.cards).take_while(|&pair| is_known(pair)).count();
        if prefix == cards.len() && prefix == self.cards.len() {
            return;
        }
        let before = std::mem::take(&mut self.cards);
        let ids = std::mem::take(&mut self.ids);
        let find = |id: TouchpointId| {
            let at = ids.binary_search_by_key(&id, |&(id, _)| id).ok()?;
            before.get(ids.get(at)?.1 as usize)
        };
        self.cards = cards
            .iter()
            .map(|card| {
                find(card.id).cloned().unwrap_or_else(|| CardMemory {
                    source: card.clone(),
                    face: Face::default(),
                    cell: NO_CELL,
                    emotion: None,
                })
            })
            .collect();
        let mut ids: Vec<_> = cards.iter().map(|card| card.id).zip(0..).collect();
        ids.sort_unstable();
        self.ids = ids.into();
    }

    /// Brings the remembered links up to date.
    pub fn refresh_links(&mut self, map: &JourneyMap, setting: &Setting) {
        let is_same = |(link, known): (&Arc<Link>, &LinkMemory)| Arc::ptr_eq(link, &known.source);
        let same_cards = Arc::ptr_eq(&self.ids, &self.link_ids);
        if same_cards
            && map.links.len() == self.links.len()
            && map.links.iter().zip(&self.links).all(is_same)
        {
            return;
        }
        self.link_ids = self.ids.clone();
        let known = std::mem::take(&mut self.links).into_iter();
        let mut known: BTreeMap<LinkId, LinkMemory> =
            known.map(|known| (known.source.id, known)).collect();
        let find = |id: TouchpointId| {
            let at = self.ids.binary_search_by_key(&id, |&(id, _)| id).ok()?;
            Some(self.ids.get(at)?.1 as usize)
        };
        let link = |link: &Arc<Link>| {
            let same_words = |known: &LinkMemory| {
                known.source.label == link.label && known.source.share == link.share
            };
            let known = known.remove(&link.id).filter(same_words);
            let (label, arrow, pill) = known.map_or_else(
                || (connector::label(link, setting), None, None),
                |known| (known.label, known.arrow, known.pill),
            );
            LinkMemory {
                source: link.clone(),
                ends: find(link.from).zip(find(link.to)),
                label,
                tone: Tone::Unmarked,
                is_dashed: false,
                arrow,
                pill,
            }
        };
        self.links = map.links.iter().map(link).collect();
    }

    /// Draws cards, by their index; many of them on two threads.
    fn draw(&mut self, stale: &[usize], setting: &Setting) {
        let draw = |part: &[&Arc<Touchpoint>]| -> Vec<Face> {
            part.iter().map(|card| card::face(card, setting)).collect()
        };
        let cards: Vec<_> =
            stale.iter().filter_map(|&at| self.cards.get(at)).map(|known| &known.source).collect();
        let faces = if cards.len() < 64 {
            draw(&cards)
        } else {
            let (left, right) = cards.split_at(cards.len() / 2);
            std::thread::scope(|scope| {
                let right = scope.spawn(|| draw(right));
                let mut faces = draw(left);
                faces.extend(right.join().unwrap_or_default());
                faces
            })
        };
        for (&at, face) in stale.iter().zip(faces) {
            if let Some(known) = self.cards.get_mut(at) {
                known.face = face;
            }
        }
    }
}
