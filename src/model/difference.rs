//! What differs between two states of a project, in the terms in which people speak of it.

use super::{JourneyMap, MapId, Project, Touchpoint, TouchpointId};
use std::{collections::BTreeMap, sync::Arc};

/// What a later state has that an earlier one had not. A card can be in several lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    pub added: Vec<TouchpointId>,
    pub gone: Vec<TouchpointId>,
    /// To another map, another place, or another order there.
    pub moved: Vec<TouchpointId>,
    /// Another mark, or none any more.
    pub marked: Vec<TouchpointId>,
    /// Something else in the card.
    pub edited: Vec<TouchpointId>,
    /// Something beside the cards: a title, a stage, a step, a lane, a link, a persona.
    pub has_other: bool,
}

impl Difference {
    /// From an earlier state to a later one.
    pub fn between(before: &Project, after: &Project) -> Self {
        let old = cards(before);
        let new = cards(after);
        let mut difference = Self { has_other: has_other(before, after), ..Self::default() };
        for (id, (map, card)) in &new {
            match old.get(id) {
                None => difference.added.push(*id),
                Some((old_map, old)) if old_map == map && Arc::ptr_eq(old, card) => {}
                Some((old_map, old)) => difference.compare(old_map == map, old, card),
            }
        }
        difference.gone = old.into_keys().filter(|id| !new.contains_key(id)).collect();
        difference
    }

    /// Whether there is none.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    fn compare(&mut self, is_in_same_map: bool, old: &Touchpoint, new: &Touchpoint) {
        if !is_in_same_map || old.place != new.place {
            self.moved.push(new.id);
        }
        if old.mark != new.mark {
            self.marked.push(new.id);
        }
        let otherwise = Touchpoint { place: old.place.clone(), mark: old.mark, ..new.clone() };
        if otherwise != *old {
            self.edited.push(new.id);
        }
    }
}

fn cards(project: &Project) -> BTreeMap<TouchpointId, (MapId, &Arc<Touchpoint>)> {
    let maps = project.maps.iter();
    maps.flat_map(|map| map.touchpoints.iter().map(|card| (card.id, (map.id, card)))).collect()
}

fn has_other(before: &Project, after: &Project) -> bool {
    let (old, new) = (&before.maps, &after.maps);
    let same_maps = old.len() == new.len()
        && old.iter().zip(new).all(|(old, new)| Arc::ptr_eq(old, new) || same_frame(old, new));
    let same = same_maps
        && before.title == after.title
        && before.notes == after.notes
        && before.owner == after.owner
        && before.review == after.review
        && before.silent == after.silent
        && before.snapshots == after.snapshots
        && before.personas == after.personas
        && before.ext == after.ext;
    !same
}

/// Whether all but the cards is the same.
fn same_frame(old: &JourneyMap, new: &JourneyMap) -> bool {
    let without_cards = |map: &JourneyMap| JourneyMap { touchpoints: Vec::new(), ..map.clone() };
    without_cards(old) == without_cards(new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Code, Mark, Place, Rank};

    fn project(cards: u64) -> Project {
        let mut map = JourneyMap::new(1.into(), "M");
        for id in 1..=cards {
            let place = Place::inbox(Rank::middle());
            let code = Code(u32::try_from(id).unwrap());
            map.touchpoints.push(Arc::new(Touchpoint::new(id.into(), code, "x", place)));
        }
        Project { maps: vec![Arc::new(map)], next_code: Code(100), ..Project::default() }
    }

    fn card(project: &mut Project, at: usize) -> &mut Touchpoint {
        Arc::make_mut(&mut Arc::make_mut(&mut project.maps[0]).touchpoints[at])
    }

    #[test]
    fn each_kind_of_change_is_told_apart() {
        let before = project(5);
        assert!(Difference::between(&before, &before.clone()).is_none());
        let mut after = project(6);
        Arc::make_mut(&mut after.maps[0]).touchpoints.remove(0);
        card(&mut after, 0).place.rank = "k".parse().unwrap();
        card(&mut after, 1).mark = Some(Mark::Friction);
        card(&mut after, 2).owner = "Anna".into();
        let ids = |ids: &[u64]| ids.iter().map(|&id| id.into()).collect::<Vec<_>>();
        let expected = Difference {
            added: ids(&[6]),
            gone: ids(&[1]),
            moved: ids(&[2]),
            marked: ids(&[3]),
            edited: ids(&[4]),
            has_other: false,
        };
        assert_eq!(Difference::between(&before, &after), expected);
        let back = Difference::between(&after, &before);
        assert_eq!((back.added, back.gone), (ids(&[1]), ids(&[6])));
    }

    #[test]
    fn what_is_beside_the_cards_is_one_kind() {
        let before = project(1);
        let mut after = before.clone();
        Arc::make_mut(&mut after.maps[0]).title.push('!');
        let other = Difference { has_other: true, ..Difference::default() };
        assert_eq!(Difference::between(&before, &after), other);
        let mut after = before.clone();
        after.next_code = Code(200);
        assert!(Difference::between(&before, &after).is_none(), "nobody sees the counter");
    }

    #[test]
    fn a_card_in_another_map_has_moved() {
        let before = project(2);
        let mut after = before.clone();
        let card = Arc::make_mut(&mut after.maps[0]).touchpoints.remove(1);
        let mut other = JourneyMap::new(2.into(), "N");
        other.touchpoints.push(card);
        after.maps.push(Arc::new(other));
        let found = Difference::between(&before, &after);
        assert_eq!((found.moved, found.gone), (vec![2.into()], vec![]));
        assert!(found.has_other);
    }
}
