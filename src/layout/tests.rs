//! Layout as a whole: nothing overlaps, nothing is lost, and what did not change is shared.

use super::*;
use crate::{
    model::*,
    scene::{Hit, Item, Part, Point},
    text::Language,
};

pub fn fonts() -> Fonts {
    Fonts::bundled()
}

fn words() -> Text {
    Language::En.load()
}

/// A map of so many stages with so many steps each, and lanes of every role.
pub fn map(stages: &[u64], lanes: u64) -> JourneyMap {
    let mut map = JourneyMap::new(MapId::from(1), "Anna, first purchase");
    let mut step_id = 100;
    for (&steps, id) in stages.iter().zip(1..) {
        let mut stage = Stage::new(StageId::from(id), "Consider the options", Some(Period::Before));
        for _ in 0..steps {
            stage.steps.push(Step::new(StepId::from(step_id), "Looks for a product in search"));
            step_id += 1;
        }
        map.stages.push(stage);
    }
    for (id, role) in (0..lanes).zip(Role::ALL.into_iter().cycle()) {
        map.lanes.push(Lane::new(LaneId::from(id + 1), "Website and shop", role));
    }
    map
}

/// Puts a card at a column and a row; gives its id.
pub fn put(map: &mut JourneyMap, title: &str, column: usize, row: usize) -> TouchpointId {
    let step = map.columns().nth(column).unwrap().step.id;
    let cell = Cell { step, lane: map.lanes[row].id };
    let place = map.place_at_end(Some(cell));
    let number = u32::try_from(map.touchpoints.len()).unwrap() + 1;
    let id = TouchpointId::from(1000 + u64::from(number));
    let mut card = Touchpoint::new(id, Code(number), title, place);
    card.mark = [None, Some(Mark::Positive), Some(Mark::Decision), Some(Mark::Friction)]
        [number as usize % 4];
    card.channel = "Web".into();
    card.control = Some(Control::Direct);
    map.touchpoints.push(Arc::new(card));
    id
}

pub fn edit(map: &mut JourneyMap, id: TouchpointId, change: impl FnOnce(&mut Touchpoint)) {
    let card = map.touchpoints.iter_mut().find(|card| card.id == id).unwrap();
    change(Arc::make_mut(card));
}

pub fn lay_out(map: &JourneyMap) -> Scene {
    layout(map, &fonts(), &words(), &mut Cache::default())
}

/// Where an item's ink is, at most.
fn extent(item: &Item, fonts: &Fonts) -> Rect {
    match item {
        Item::Rect { rect, .. } => *rect,
        Item::Path { path, .. } => {
            let points = path.iter().flat_map(|step| match *step {
                crate::scene::PathStep::MoveTo(p) | crate::scene::PathStep::LineTo(p) => vec![p],
                crate::scene::PathStep::CurveTo(a, b, c) => vec![a, b, c],
                crate::scene::PathStep::Close => vec![],
            });
            points.map(|p| Rect::between(p, p)).reduce(|a, b| a.union(&b)).unwrap_or_default()
        }
        Item::Text(text) => {
            let size = text.line.size;
            let top = text.origin.y - fonts.ascent(size);
            Rect::new(text.origin.x, top, text.line.width, fonts.line_height(size))
        }
    }
}

fn check_finite(scene: &Scene) {
    assert!(scene.size.width.is_finite() && scene.size.height.is_finite(), "{:?}", scene.size);
    let fonts = fonts();
    for placed in &scene.blocks {
        for item in &placed.block.items {
            let rect = extent(item, &fonts);
            assert!(rect.width() >= 0.0 && rect.height() >= 0.0, "{:?} {item:?}", placed.source);
        }
    }
}

#[test]
fn maps_without_stages_lanes_or_cards_have_a_size() {
    for (stages, lanes) in [(&[][..], 0), (&[0], 0), (&[], 3), (&[0, 0], 2), (&[2, 0, 1], 0)] {
        let map = map(stages, lanes);
        let scene = lay_out(&map);
        check_finite(&scene);
        assert_eq!(scene.grid.stages.len(), stages.len());
        assert_eq!(scene.grid.rows.len(), map.lanes.len());
        assert_eq!(scene.grid.columns.len() as u64, stages.iter().map(|&n| n.max(1)).sum::<u64>());
        assert!(scene.cards.is_empty());
    }
}

#[test]
fn text_stays_inside_its_card_and_lines_do_not_overlap() {
    let fonts = fonts();
    for title in [
        "Queue",
        "Достопримечательность высокопроизводительного автоматизированного оборудования",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s",
        "",
        "  ",
    ] {
        let mut map = map(&[1], 1);
        let id = put(&mut map, title, 0, 0);
        edit(&mut map, id, |card| {
            card.channel = title.to_owned();
            card.owner = "Отдел послепродажного обслуживания".into();
            card.code = Code(123_456);
            card.moment_of_truth = true;
        });
        let scene = lay_out(&map);
        let card = &scene.cards[0];
        let inside = card.block.bounds.expand(-4.0);
        let texts = card.block.items.iter().filter(|item| matches!(item, Item::Text(_)));
        let texts: Vec<Rect> = texts.map(|item| extent(item, &fonts)).collect();
        for (at, text) in texts.iter().enumerate() {
            assert_eq!(text.union(&inside), inside, "{title}: {text:?} leaves {inside:?}");
            for other in &texts[..at] {
                assert!(!text.overlaps(other), "{title}: {text:?} {other:?}");
            }
        }
    }
}

#[test]
fn cards_are_in_their_cells_and_do_not_overlap() {
    let mut rng = fastrand::Rng::with_seed(5);
    let mut map = map(&[2, 0, 3, 1], 4);
    for at in 0..60 {
        let title = "Leaves for a retailer’s site ".repeat(1 + at % 4);
        put(&mut map, &title, rng.usize(..6), rng.usize(..4));
    }
    let scene = lay_out(&map);
    check_finite(&scene);
    assert_eq!(scene.cards.len(), 60);
    for column in 0..scene.grid.columns.len() {
        for row in 0..scene.grid.rows.len() {
            let area = scene.grid.cell_rect(column, row).unwrap().expand(-8.0);
            for at in scene.grid.cards_of(column, row) {
                let rect = scene.cards[at].rect;
                assert_eq!(rect.union(&area), area);
                assert!(scene.cards[..at].iter().all(|other| !other.rect.overlaps(&rect)));
            }
        }
    }
    let everything = Rect::new(0.0, 0.0, scene.size.width, scene.size.height);
    assert_eq!(scene.cards_in(&everything).count(), 60);
    for (at, card) in scene.cards.iter().enumerate() {
        assert_eq!(scene.card_at(card.id), Some(at));
        assert_eq!(scene.rect_of(Source::Touchpoint(card.id)), Some(card.rect));
        assert!(scene.cards_in(&card.rect).any(|found| found.id == card.id));
    }
}

#[test]
fn cards_of_a_cell_follow_their_ranks() {
    let mut map = map(&[1], 1);
    let ids = [put(&mut map, "a", 0, 0), put(&mut map, "b", 0, 0), put(&mut map, "c", 0, 0)];
    let order = |map: &JourneyMap| lay_out(map).cards.iter().map(|c| c.id).collect::<Vec<_>>();
    assert_eq!(order(&map), ids);
    let first = Rank::between(None, Some(&map.touchpoints[0].place.rank));
    edit(&mut map, ids[2], |card| card.place.rank = first);
    assert_eq!(order(&map), [ids[2], ids[0], ids[1]]);
    edit(&mut map, ids[0], |card| card.place.cell = None);
    assert_eq!(order(&map), [ids[2], ids[1]]);
    assert_eq!(lay_out(&map).card_at(ids[0]), None);
}

#[test]
fn what_is_at_a_place() {
    let mut map = map(&[1, 1], 1);
    let decision = {
        put(&mut map, "Blog", 0, 0);
        put(&mut map, "Reviews", 1, 0)
    };
    let scene = lay_out(&map);
    let card = scene.card(decision).unwrap().rect;
    let touchpoint = Source::Touchpoint(decision);
    let check = |pin, at: Point, expected: Option<(Source, Part)>| {
        let hit = scene.hit(pin, at, 2.0).map(|Hit { source, part }| (source, part));
        assert_eq!(hit, expected, "{pin:?} {at:?}");
    };
    check(Pin::Free, card.center(), Some((touchpoint, Part::Body)));
    let handle = Point::new(card.max.x + 5.0, card.center().y);
    check(Pin::Free, handle, Some((touchpoint, Part::Handle)));
    let blank = Point::new(card.max.x + 20.0, card.max.y);
    check(Pin::Free, blank, None);
    let over_stage = Point::new(card.center().x, 20.0);
    check(Pin::Top, over_stage, Some((Source::Stage(StageId::from(2)), Part::Body)));
    check(Pin::Free, over_stage, None);
    let step = Point::new(card.center().x, scene.grid.top + 5.0);
    check(Pin::Free, step, Some((Source::Step(StepId::from(101)), Part::Body)));
    let lane = Point::new(10.0, card.center().y);
    check(Pin::Left, lane, Some((Source::Lane(LaneId::from(1)), Part::Body)));
    let emotion = Point::new(card.center().x, scene.size.height - 10.0);
    check(Pin::Free, emotion, Some((Source::Emotion, Part::Body)));
    check(Pin::Corner, Point::new(10.0, 10.0), None);
}

#[test]
fn what_did_not_change_is_shared_with_the_last_layout() {
    let mut map = map(&[2, 1], 2);
    let moved = put(&mut map, "Blog", 0, 0);
    put(&mut map, "Reviews", 1, 0);
    let renamed = put(&mut map, "Shop", 2, 1);
    let (fonts, words, mut cache) = (fonts(), words(), Cache::default());
    let before = layout(&map, &fonts, &words, &mut cache);

    let cell = map.touchpoint(renamed).unwrap().place.cell;
    let place = map.place_at_end(cell);
    edit(&mut map, moved, |card| card.place = place);
    edit(&mut map, renamed, |card| card.title = "Store".into());
    map.stages[1].name = "Buy".into();
    let added = put(&mut map, "Call", 0, 0);
    let after = layout(&map, &fonts, &words, &mut cache);

    let fresh = lay_out(&map);
    assert_eq!(format!("{:?}", after.cards), format!("{:?}", fresh.cards));
    assert_eq!(format!("{:?}", after.blocks), format!("{:?}", fresh.blocks));
    assert!(after.card(added).is_some());
    for card in &before.cards {
        let is_shared = Arc::ptr_eq(&card.block, &after.card(card.id).unwrap().block);
        assert_eq!(is_shared, card.id != renamed);
    }
    for (old, new) in before.blocks.iter().zip(&after.blocks) {
        if let Source::Stage(id) = old.source {
            assert_eq!(Arc::ptr_eq(&old.block, &new.block), id == StageId::from(1));
        }
    }
}

#[test]
fn a_deleted_card_leaves_the_others_as_they_were() {
    let mut map = map(&[2], 2);
    for at in 0..8 {
        put(&mut map, "Card", at % 2, at / 4);
    }
    let (fonts, words, mut cache) = (fonts(), words(), Cache::default());
    layout(&map, &fonts, &words, &mut cache);
    map.touchpoints.remove(3);
    let scene = layout(&map, &fonts, &words, &mut cache);
    assert_eq!(format!("{:?}", scene.cards), format!("{:?}", lay_out(&map).cards));
    assert!(map.touchpoints.iter().all(|card| scene.card(card.id).is_some()));
}

/// Texts of a card, and how many stars it has.
fn words_of(map: &JourneyMap, id: TouchpointId, shows: Shows) -> (Vec<String>, usize) {
    let scene = layout(map, &fonts(), &words(), &mut Cache::showing(shows));
    let card = scene.card(id).unwrap();
    let items = &card.block.items;
    let texts = items.iter().filter_map(|item| match item {
        Item::Text(text) => {
            assert!(extent(item, &fonts()).max.y <= card.rect.height());
            Some(text.line.text.to_string())
        }
        _ => None,
    });
    let stars =
        items.iter().filter(|item| matches!(item, Item::Path { path, .. } if path.len() == 11));
    (texts.collect(), stars.count())
}

#[test]
fn the_mean_of_the_qualities_stands_on_the_card_when_wanted() {
    let mut map = map(&[1], 1);
    let id = put(&mut map, "Blog", 0, 0);
    let mean = Shows { mean: true };
    assert_eq!(words_of(&map, id, mean).1, 0, "nothing is rated");
    edit(&mut map, id, |card| {
        card.qualities.set_score(Quality::Simple, Score::new(5));
        card.qualities.set_score(Quality::Personal, Score::new(2));
    });
    assert_eq!(words_of(&map, id, Shows::default()), words_of(&map, id, Shows { mean: false }));
    let (texts, stars) = words_of(&map, id, mean);
    assert_eq!((texts[1].as_str(), texts[2].as_str(), stars), ("Web · direct ·", "3.5", 1));
    let plain = layout(&map, &fonts(), &words(), &mut Cache::default());
    let height = plain.card(id).unwrap().rect.height();
    edit(&mut map, id, |card| card.channel = "A channel with a long name".into());
    let (texts, stars) = words_of(&map, id, mean);
    assert_eq!((texts.last().unwrap().as_str(), stars), ("T1", 1));
    let scene = layout(&map, &fonts(), &words(), &mut Cache::showing(mean));
    assert!(scene.card(id).unwrap().rect.height() > height, "a line of its own");
}

#[test]
fn an_action_without_a_touchpoint_is_shown_as_such() {
    let mut map = map(&[2], 1);
    put(&mut map, "Blog", 0, 0);
    let scene = lay_out(&map);
    let dashed = |step: u64| {
        let placed = scene.blocks.iter().find(|b| b.source == Source::Step(StepId::from(step)));
        placed.unwrap().block.items.iter().any(
            |item| matches!(item, Item::Rect { stroke: Some(stroke), .. } if stroke.dash.is_some()),
        )
    };
    assert!(!dashed(100));
    assert!(dashed(101));
}

/// One change of any kind.
fn change(map: &mut JourneyMap, rng: &mut fastrand::Rng, at: u64) {
    let columns = map.columns().count();
    let cards: Vec<TouchpointId> = map.touchpoints.iter().map(|card| card.id).collect();
    let (column, row) = (rng.usize(..columns), rng.usize(..map.lanes.len()));
    match rng.u8(..10) {
        0 => {
            put(map, "Added", column, row);
            let last = map.touchpoints.len() - 1;
            let card = Arc::make_mut(&mut map.touchpoints[last]);
            card.id = TouchpointId::from(9000 + at);
        }
        1 if cards.len() > 2 => {
            map.touchpoints.remove(rng.usize(..cards.len()));
        }
        2 if !map.links.is_empty() => {
            map.links.remove(rng.usize(..map.links.len()));
        }
        3 => {
            let from = map.touchpoints.len() - 1;
            map.touchpoints.swap(0, from);
        }
        4 => map.stages.rotate_left(1),
        5 => map.lanes.rotate_left(1),
        6 => {
            let stage = rng.usize(..map.stages.len());
            map.stages[stage].steps.push(Step::new(StepId::from(7000 + at), "More"));
        }
        7 if !map.links.is_empty() => {
            let link = rng.usize(..map.links.len());
            Arc::make_mut(&mut map.links[link]).label = "because".into();
        }
        8 => edit(map, cards[rng.usize(..cards.len())], |card| card.place.cell = None),
        _ => {
            let cell = map
                .columns()
                .nth(column)
                .map(|c| Cell { step: c.step.id, lane: map.lanes[row].id });
            let place = map.place_at_end(cell);
            edit(map, cards[rng.usize(..cards.len())], |card| {
                card.place = place;
                card.mark = [None, Some(Mark::Decision)][usize::from(at.is_multiple_of(2))];
            });
        }
    }
}

#[test]
fn with_a_cache_the_layout_is_the_same_after_any_change() {
    let (fonts, words) = (fonts(), words());
    for seed in 0..12 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let mut map = connector::tests::random(seed);
        let mut cache = Cache::default();
        for at in 0..25 {
            change(&mut map, &mut rng, at);
            let cached = layout(&map, &fonts, &words, &mut cache);
            let fresh = lay_out(&map);
            assert_eq!(format!("{:?}", cached.cards), format!("{:?}", fresh.cards), "{seed} {at}");
            assert_eq!(
                format!("{:?}", cached.blocks),
                format!("{:?}", fresh.blocks),
                "{seed} {at}"
            );
            assert_eq!(format!("{:?}", cached.links), format!("{:?}", fresh.links), "{seed} {at}");
            for (position, card) in cached.cards.iter().enumerate() {
                assert_eq!(cached.card_at(card.id), Some(position));
            }
        }
    }
}
