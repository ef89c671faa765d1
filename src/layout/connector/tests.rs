//! Links never cross a card, keep apart, and say where they lead.

use crate::{
    layout::{
        layout,
        tests::{edit, lay_out, map, put},
    },
    model::*,
    scene::{Connector, Hit, Item, Part, Pin, Point, Rect, Scene, Source},
    theme::Tone,
};
use std::sync::Arc;

pub fn link(map: &mut JourneyMap, from: TouchpointId, to: TouchpointId, label: &str) -> LinkId {
    let id = LinkId::from(5000 + map.links.len() as u64);
    let mut link = Link::new(id, from, to);
    label.clone_into(&mut link.label);
    link.share = (!label.is_empty()).then_some(30);
    map.links.push(Arc::new(link));
    id
}

/// A map with cards in a part of its cells, several in some, and links between any of them.
pub fn random(seed: u64) -> JourneyMap {
    let mut rng = fastrand::Rng::with_seed(seed);
    let stages: Vec<u64> = (0..rng.usize(1..5)).map(|_| rng.u64(0..4)).chain([1]).collect();
    let lanes = rng.u8(1..6);
    let mut map = map(&stages, u64::from(lanes));
    let columns = map.columns().count();
    let mut ids = Vec::new();
    for _ in 0..rng.usize(2..30) {
        let title = "Looks for a fix ".repeat(rng.usize(1..6));
        ids.push(put(&mut map, &title, rng.usize(..columns), usize::from(rng.u8(..lanes))));
    }
    let mut pairs = std::collections::BTreeSet::new();
    for _ in 0..rng.usize(1..25) {
        let (from, to) = (ids[rng.usize(..ids.len())], ids[rng.usize(..ids.len())]);
        if from != to && pairs.insert((from, to)) {
            let label = ["", "", "too dear", "found nothing that fits the wallet"][rng.usize(..4)];
            link(&mut map, from, to, label);
        }
    }
    map
}

fn pieces(link: &Connector) -> impl Iterator<Item = Rect> {
    link.route.windows(2).map(|piece| Rect::between(piece[0], piece[1]))
}

fn find(scene: &Scene, id: LinkId) -> &Connector {
    scene.links.iter().find(|link| link.id == id).unwrap()
}

#[test]
fn no_link_crosses_a_card() {
    for seed in 0..400 {
        let map = random(seed);
        let scene = lay_out(&map);
        for link in &scene.links {
            for piece in pieces(link) {
                assert!(piece.width() == 0.0 || piece.height() == 0.0, "seed {seed}: {link:?}");
                // A piece has no area: make it as wide as it is drawn, but for its ends.
                let ink = if piece.height() == 0.0 {
                    Rect {
                        min: Point::new(piece.min.x + 0.5, piece.min.y - 1.0),
                        max: Point::new(piece.max.x - 0.5, piece.max.y + 1.0),
                    }
                } else {
                    piece.expand(1.0)
                };
                let crossed = scene.cards.iter().find(|card| card.rect.overlaps(&ink));
                assert!(
                    crossed.is_none(),
                    "seed {seed}: {piece:?} crosses {:?}",
                    crossed.map(|c| c.rect)
                );
            }
        }
    }
}

#[test]
fn links_touch_the_cards_that_they_join() {
    for seed in 0..100 {
        let map = random(seed);
        let scene = lay_out(&map);
        assert_eq!(scene.links.len(), map.links.len());
        for connector in &scene.links {
            let link = map.link(connector.id).unwrap();
            for (id, at) in [
                (link.from, connector.route[0]),
                (link.to, connector.route[connector.route.len() - 1]),
            ] {
                let rect = scene.card(id).unwrap().rect;
                assert!(at.x == rect.min.x || at.x == rect.max.x, "seed {seed}: {at:?} {rect:?}");
                assert!(
                    rect.expand(-8.0).min.y <= at.y && at.y <= rect.expand(-8.0).max.y,
                    "seed {seed}"
                );
            }
            assert!(connector.label.is_some() != link.label.is_empty());
        }
    }
}

#[test]
fn labels_stand_beside_cards_and_rarely_on_one_another() {
    let (mut labels, mut collisions) = (0, 0);
    for seed in 0..200 {
        let scene = lay_out(&random(seed));
        let rects: Vec<Rect> = scene.links.iter().filter_map(|link| link.label).collect();
        for (at, label) in rects.iter().enumerate() {
            labels += 1;
            assert!(scene.cards.iter().all(|card| !card.rect.overlaps(label)), "seed {seed}");
            collisions += usize::from(rects[..at].iter().any(|other| other.overlaps(label)));
        }
    }
    assert!(collisions * 30 < labels, "{collisions} of {labels}");
}

#[test]
fn pieces_of_different_links_rarely_lie_on_one_another() {
    let (mut total, mut shared) = (0, 0);
    for seed in 0..200 {
        let scene = lay_out(&random(seed));
        for (at, link) in scene.links.iter().enumerate() {
            for piece in pieces(link) {
                total += 1;
                let others = scene.links[..at].iter().flat_map(pieces);
                let lies_on = |other: Rect| {
                    (piece.width() == 0.0) == (other.width() == 0.0)
                        && piece.expand(1.5).overlaps(&other.expand(1.5))
                };
                shared += usize::from(others.into_iter().any(lies_on));
            }
        }
    }
    assert!(shared * 50 < total, "{shared} of {total}");
}

#[test]
fn neighbours_are_joined_by_a_straight_line() {
    let mut map = map(&[2], 1);
    let from = put(&mut map, "Reviews", 0, 0);
    let to = put(&mut map, "A portal where one can check out and see the order", 1, 0);
    let id = link(&mut map, from, to, "convinced");
    let scene = lay_out(&map);
    let link = find(&scene, id);
    assert_eq!(link.route.len(), 2);
    assert_eq!(link.route[0].y, link.route[1].y);
    let label = link.label.unwrap();
    assert!(label.min.x > link.route[0].x && label.max.x < link.route[1].x);
}

#[test]
fn the_outcome_gives_the_tone() {
    let mut map = map(&[2], 2);
    let from = put(&mut map, "Reviews", 0, 0);
    let to = put(&mut map, "Shop", 1, 1);
    let id = link(&mut map, from, to, "");
    let mut check = |from_mark, to_mark, expected: Option<(Tone, bool)>| {
        edit(&mut map, from, |card| card.mark = from_mark);
        edit(&mut map, to, |card| card.mark = to_mark);
        let scene = lay_out(&map);
        let stroke = scene.links.iter().flat_map(|link| &link.drawing.block.items).find_map(
            |item| match item {
                Item::Path { stroke: Some(stroke), .. } => {
                    Some((stroke.tone, stroke.dash.is_some()))
                }
                _ => None,
            },
        );
        assert_eq!(stroke, expected, "{from_mark:?} {to_mark:?}");
    };
    let decision = Some(Mark::Decision);
    check(decision, Some(Mark::Positive), Some((Tone::Positive, false)));
    check(decision, Some(Mark::Friction), Some((Tone::Friction, false)));
    check(decision, None, Some((Tone::Unmarked, false)));
    check(Some(Mark::Positive), Some(Mark::Friction), Some((Tone::Unmarked, true)));
    edit(&mut map, to, |card| card.place.cell = None);
    assert!(lay_out(&map).links.is_empty());
    assert!(lay_out(&map).rect_of(Source::Link(id)).is_none());
}

#[test]
fn a_loop_has_a_sign_with_its_label_and_without_one() {
    let mut map = map(&[2], 1);
    let back = put(&mut map, "Shop", 0, 0);
    let from = put(&mut map, "Reviews", 1, 0);
    let (fonts, words) = (crate::layout::tests::fonts(), crate::text::Language::En.load());
    let mut cache = crate::layout::Cache::default();
    let id = link(&mut map, from, back, "");
    let mut pill = |map: &JourneyMap| {
        let scene = layout(map, &fonts, &words, &mut cache);
        let link = find(&scene, id).clone();
        let items = link.pill.iter().flat_map(|pill| &pill.block.items);
        let paths = items.filter(|item| matches!(item, Item::Path { .. })).count();
        (link.label.map_or(0.0, |label| label.width()), paths)
    };
    assert_eq!(pill(&map), (0.0, 0), "no label");
    Arc::make_mut(&mut map.links[0]).is_loop = true;
    let (sign, paths) = pill(&map);
    assert_eq!((sign > 0.0, paths), (true, 2), "only the sign");
    Arc::make_mut(&mut map.links[0]).label = "asks again".to_owned();
    let (with_sign, paths) = pill(&map);
    assert_eq!(paths, 2);
    Arc::make_mut(&mut map.links[0]).is_loop = false;
    let (without, paths) = pill(&map);
    assert_eq!((with_sign > without, paths), (true, 0));
}

#[test]
fn a_gap_grows_with_the_links_in_it() {
    let mut map = map(&[2], 8);
    let cards: Vec<_> =
        (0..8).map(|row| [put(&mut map, "a", 0, row), put(&mut map, "b", 1, row)]).collect();
    let width = lay_out(&map).size.width;
    for (at, card) in cards.iter().enumerate() {
        link(&mut map, card[0], cards[7 - at][1], "");
    }
    assert!(lay_out(&map).size.width > width);
}

#[test]
fn a_link_that_only_moved_keeps_its_drawing() {
    let mut map = map(&[3], 2);
    let first = put(&mut map, "First", 0, 0);
    let from = put(&mut map, "Reviews", 1, 1);
    let to = put(&mut map, "Shop", 2, 1);
    link(&mut map, from, to, "convinced");
    let (fonts, words) = (crate::layout::tests::fonts(), crate::text::Language::En.load());
    let mut cache = crate::layout::Cache::default();
    let before = layout(&map, &fonts, &words, &mut cache);
    edit(&mut map, first, |card| card.title = "Leaves for a retailer’s site ".repeat(5));
    let after = layout(&map, &fonts, &words, &mut cache);
    assert_ne!(before.links[0].route, after.links[0].route);
    assert!(Arc::ptr_eq(&before.links[0].drawing.block, &after.links[0].drawing.block));
    edit(&mut map, to, |card| card.mark = Some(Mark::Positive));
    let after = layout(&map, &fonts, &words, &mut cache);
    assert!(!Arc::ptr_eq(&before.links[0].drawing.block, &after.links[0].drawing.block));
}

#[test]
fn links_are_hit_on_their_line_and_label() {
    let mut map = map(&[3], 2);
    let from = put(&mut map, "Reviews", 0, 0);
    let to = put(&mut map, "Shop", 2, 1);
    let id = link(&mut map, from, to, "too dear");
    let scene = lay_out(&map);
    let connector = find(&scene, id);
    let label = connector.label.unwrap();
    let hit = |at| scene.hit(Pin::Free, at, 3.0);
    let source = Source::Link(id);
    assert_eq!(hit(label.center()), Some(Hit { source, part: Part::Label }));
    let corner = connector.route[1];
    assert_eq!(hit(Point::new(corner.x + 2.0, corner.y)), Some(Hit { source, part: Part::Body }));
    assert_eq!(hit(Point::new(corner.x, corner.y + 9.0)).map(|hit| hit.source), Some(source));
    assert_eq!(hit(Point::new(corner.x + 9.0, corner.y - 9.0)), None);
    assert_eq!(scene.text_box_of(source), Some(label));
    let bare = Arc::make_mut(&mut map.links[0]);
    bare.label.clear();
    bare.share = None;
    let scene = lay_out(&map);
    assert_eq!(find(&scene, id).label, None);
    assert!(scene.text_box_of(source).is_some());
}

#[test]
fn no_way_of_a_fork_runs_below_a_label_that_is_not_its_own() {
    // The decision beside two cards of one cell, and of two cells, above and below it.
    for rows in [[0, 0], [0, 1], [1, 1], [0, 2], [1, 2], [2, 2]] {
        let mut map = map(&[2], 3);
        put(&mut map, "Product video", 0, 1);
        let decision = put(&mut map, "Staff", 0, 1);
        for (at, row) in rows.into_iter().enumerate() {
            let to = put(&mut map, "Checkout", 1, row);
            link(&mut map, decision, to, ["advice fits, buys now", "nobody free, queues"][at]);
        }
        let scene = lay_out(&map);
        for labelled in &scene.links {
            let label = labelled.label.unwrap();
            let mut others = scene.links.iter().filter(|other| other.id != labelled.id);
            let hidden = others.find(|other| pieces(other).any(|piece| piece.overlaps(&label)));
            assert!(hidden.is_none(), "{rows:?}: {label:?} over {:?}", hidden.map(|it| &it.route));
            let own = |piece: Rect| piece.expand(0.5).overlaps(&label);
            assert!(pieces(labelled).any(own), "{rows:?}: it stands on its own way");
        }
    }
}
