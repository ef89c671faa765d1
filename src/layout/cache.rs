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
        JourneyMap, LaneId, Link, LinkState, MapId, Period, Rank, Role, StageId, StepId,
        Touchpoint, TouchpointId, journey_map::link_state,
    },
    scene::Block,
    theme::Tone,
};
use std::{cmp::Ordering, collections::BTreeMap, sync::Arc};

/// What the last layout made, by what it was made from: blocks of things that did not change are
/// taken from here. Forget it when fonts, language or what cards show change.
#[derive(Default)]
pub struct Cache {
    pub(super) shows: Shows,
    pub(super) words: Option<Words>,
    /// The map laid out last comes first.
    pub(super) maps: Vec<(MapId, Memory)>,
}

/// What cards show beside what they always do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shows {
    /// The mean of the six qualities.
    pub mean: bool,
}

/// So many maps are remembered: the tabs that one goes back and forth between.
const MAPS: usize = 8;

impl Cache {
    /// An empty one, of layouts whose cards show this.
    pub fn showing(shows: Shows) -> Self {
        Self { shows, ..Self::default() }
    }

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

/// What is remembered of a touchpoint: all that a layout asks of one that did not change, so that
/// it need not be looked at. Ten thousand looks into memory are what a layout would spend its time
/// on.
#[derive(Clone)]
pub struct CardMemory {
    pub source: Arc<Touchpoint>,
    pub id: TouchpointId,
    pub face: Face,
    /// As `column * rows + row`.
    pub cell: u32,
    /// The first digits of its rank; in order where they differ.
    rank: u64,
    pub emotion: Option<f32>,
    /// Whether it is another than in the layout before.
    is_changed: bool,
}

impl CardMemory {
    fn new(card: &Arc<Touchpoint>) -> Self {
        Self {
            source: card.clone(),
            id: card.id,
            face: Face::default(),
            cell: NO_CELL,
            rank: first_digits(&card.place.rank),
            emotion: card.counted_emotion(),
            is_changed: true,
        }
    }

    /// The order in a cell.
    pub fn order(&self, other: &Self) -> Ordering {
        let by_rank = || self.source.place.rank.cmp(&other.source.place.rank);
        self.rank.cmp(&other.rank).then_with(by_rank)
    }
}

fn first_digits(rank: &Rank) -> u64 {
    let mut digits = [0; 8];
    for (digit, byte) in digits.iter_mut().zip(rank.as_str().bytes()) {
        *digit = byte;
    }
    u64::from_be_bytes(digits)
}

/// What is remembered of a link.
pub struct LinkMemory {
    pub source: Arc<Link>,
    /// Its cards, as indices of the map's touchpoints; `None` where one is missing.
    pub ends: Option<(usize, usize)>,
    pub label: Option<connector::Label>,
    pub state: LinkState,
    /// The tone of the card that it leads to.
    pub tone: Tone,
    pub arrow: Option<Kept<ArrowKey>>,
    pub pill: Option<Kept<Tone>>,
}

/// How much of a list is as it was, at its start and its end.
struct Change {
    prefix: usize,
    suffix: usize,
}

/// Makes what is remembered follow a list, by id. `None`: the ids are the same as before.
fn follow<S, M, I: Ord>(
    known: &mut Vec<M>,
    now: &[Arc<S>],
    source: impl Fn(&M) -> &Arc<S>,
    id: impl Fn(&S) -> I,
    new: impl Fn(&Arc<S>) -> M,
) -> Option<Change> {
    // The pointer first: it spares a look at the thing itself.
    let is_same = |(now, known): (&Arc<S>, &M)| {
        Arc::ptr_eq(now, source(known)) || id(now) == id(source(known))
    };
    let count = |pairs: &mut dyn Iterator<Item = (&Arc<S>, &M)>| {
        pairs.take_while(|&pair| is_same(pair)).count()
    };
    let prefix = count(&mut now.iter().zip(known.iter()));
    if prefix == now.len() && prefix == known.len() {
        return None;
    }
    let left = now.iter().skip(prefix).zip(known.iter().skip(prefix));
    let suffix = {
        let longest = left.count();
        count(&mut now.iter().rev().zip(known.iter().rev()).take(longest))
    };
    let removed = known.splice(prefix..known.len() - suffix, []);
    let mut removed: BTreeMap<I, M> = removed.map(|known| (id(source(&known)), known)).collect();
    let middle = now.get(prefix..now.len() - suffix).unwrap_or_default();
    let middle: Vec<M> =
        middle.iter().map(|now| removed.remove(&id(now)).unwrap_or_else(|| new(now))).collect();
    known.splice(prefix..prefix, middle);
    Some(Change { prefix, suffix })
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
            let is_drawn = known.face.height > 0.0;
            known.is_changed = !is_drawn || !Arc::ptr_eq(card, &known.source);
            if known.is_changed {
                if !is_drawn || !card::same_face(card, &known.source) {
                    stale.push(at);
                }
                let face = std::mem::take(&mut known.face);
                *known = CardMemory { face, ..CardMemory::new(card) };
            }
            if known.is_changed || is_moved {
                known.cell = self.addresses.cell(card);
            }
        }
        self.draw(&stale, setting);
    }

    /// Makes `cards` and `ids` follow the map's list of touchpoints. What is new has no face yet.
    fn align(&mut self, map: &JourneyMap) {
        let before = self.cards.len();
        let change = follow(
            &mut self.cards,
            &map.touchpoints,
            |known| &known.source,
            |card| card.id,
            CardMemory::new,
        );
        let Some(change) = change else { return };
        // Indices behind the change move with it. The order by id stays, but for what is new.
        let after_start = before - change.suffix;
        let moved = |&(id, at): &(TouchpointId, u32)| {
            let index = at as usize;
            if index < change.prefix {
                Some((id, at))
            } else if index >= after_start {
                let index = index - after_start + self.cards.len() - change.suffix;
                Some((id, u32::try_from(index).ok()?))
            } else {
                None
            }
        };
        let mut ids: Vec<_> = self.ids.iter().filter_map(moved).collect();
        let middle = (0..).zip(&self.cards).skip(change.prefix);
        let middle = middle.take(self.cards.len() - change.prefix - change.suffix);
        ids.extend(middle.map(|(at, card)| (card.id, at)));
        ids.sort();
        self.ids = ids.into();
    }

    /// Brings the remembered links up to date.
    pub fn refresh_links(&mut self, map: &JourneyMap, setting: &Setting) {
        let new = |link: &Arc<Link>| LinkMemory {
            source: link.clone(),
            ends: None,
            label: connector::label(link, setting),
            state: LinkState::Waiting,
            tone: Tone::Unmarked,
            arrow: None,
            pill: None,
        };
        let change =
            follow(&mut self.links, &map.links, |known| &known.source, |link| link.id, new);
        let is_stale = change.is_some() || !Arc::ptr_eq(&self.ids, &self.link_ids);
        self.link_ids = self.ids.clone();
        let find = |id: TouchpointId| {
            let at = self.ids.binary_search_by_key(&id, |&(id, _)| id).ok()?;
            Some(self.ids.get(at)?.1 as usize)
        };
        for (link, known) in map.links.iter().zip(&mut self.links) {
            let is_same = Arc::ptr_eq(link, &known.source);
            if !is_same && !connector::same_label(link, &known.source) {
                *known = new(link);
            }
            if !is_same || is_stale {
                known.source = link.clone();
                // A link to itself (a file edited by hand) is not drawn.
                let ends = find(link.from).zip(find(link.to));
                known.ends = ends.filter(|(from, to)| from != to);
            }
            let cards = known.ends.and_then(|(a, b)| self.cards.get(a).zip(self.cards.get(b)));
            let Some((from, to)) = cards else {
                known.state = LinkState::Waiting;
                continue;
            };
            if !is_same || is_stale || from.is_changed || to.is_changed {
                known.state = link_state(&from.source, &to.source);
                known.tone = to.face.mark;
            }
        }
    }

    /// Draws cards, by their index; many of them on two threads.
    fn draw(&mut self, stale: &[usize], setting: &Setting) {
        let draw = |part: &[&Arc<Touchpoint>]| -> Vec<Face> {
            let mut details = card::Details::default();
            part.iter().map(|card| card::face(card, &mut details, setting)).collect()
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
