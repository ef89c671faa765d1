//! Drags: what lands where, as one step, and nothing that was let go.

use crate::editor::{
    Action, Hint, Modifiers, NewCard, Notice, ScreenPoint, Selection,
    driver::{At, Hand, SAMPLE, sample},
};
use crate::{
    command::{Command, CommandError},
    model::{Control, Period},
    scene::Source,
};
use std::sync::Arc;

const CTRL: Modifiers = Modifiers { ctrl: true, shift: false, alt: false, space: false };

/// Drags; the map must read so afterwards, and so during the drag, and undo must restore all.
fn check(drag: impl FnOnce(&mut Hand), expected: &str) {
    let mut hand = Hand::new();
    drag(&mut hand);
    let before_release = hand.editor.scene().cards.len();
    assert_eq!(hand.map(), SAMPLE, "committed before the release");
    assert!(hand.editor.undo_name().is_none());
    hand.release();
    assert_eq!(hand.map(), expected);
    assert_eq!(hand.editor.scene().cards.len(), before_release, "the preview was something else");
    assert_eq!(hand.editor.project().check(), []);
    let selected = hand.editor.selection().clone();
    let after = hand.editor.project().clone();
    if expected == SAMPLE {
        assert!(hand.is_untouched());
        return;
    }
    hand.perform(&[Action::Undo]);
    assert!(hand.is_untouched(), "more than one step");
    hand.perform(&[Action::Redo]);
    assert_eq!(*hand.editor.project(), after);
    assert_eq!(*hand.editor.selection(), selected);
}

#[test]
fn a_card_lands_in_a_cell() {
    for (card, column, row, expected) in [
        ("e", 0, 0, "abce//|d//f||||||g//;ij"),
        ("d", 0, 2, "abc//d|//f||/e/||||g//;ij"),
        ("g", 2, 1, "abc//|d//f||/eg/||||//;ij"),
        // Where it was: nothing is recorded.
        ("e", 2, 1, SAMPLE),
        // Into the stage without steps: it gets one.
        ("e", 3, 1, "abc//|d//f||//||/e/||g//;ij"),
    ] {
        let expected = expected.replace("||||||", "||//||||");
        check(
            |hand| {
                let to = At::Cell(column, row);
                hand.press(At::Card(card)).drag_to(to);
            },
            &expected,
        );
    }
}

#[test]
fn a_card_lands_between_two_others() {
    for (card, over, part, expected) in [
        ("d", "a", 0.2, "dabc//|//f||/e/||||g//;ij"),
        ("d", "b", 0.2, "adbc//|//f||/e/||||g//;ij"),
        ("d", "b", 0.8, "abdc//|//f||/e/||||g//;ij"),
        ("d", "c", 0.8, "abcd//|//f||/e/||||g//;ij"),
        ("a", "b", 0.8, "bac//|d//f||/e/||||g//;ij"),
        ("a", "c", 0.8, "bca//|d//f||/e/||||g//;ij"),
        ("c", "a", 0.2, "cab//|d//f||/e/||||g//;ij"),
        ("a", "b", 0.2, SAMPLE),
        ("b", "a", 0.8, SAMPLE),
    ] {
        check(
            |hand| {
                let to = At::Part(over, part);
                hand.press(At::Card(card)).drag_to(to);
            },
            expected,
        );
    }
}

#[test]
fn a_card_between_two_steps_makes_a_step() {
    for (column, right, expected) in [
        // Between the two steps of a stage, on either side of the line.
        (0, -4.0, "abc//|/g/|d//f||/e/||||//;ij"),
        (0, 4.0, "abc//|/g/|d//f||/e/||||//;ij"),
        // On both sides of a stage's border.
        (1, -4.0, "abc//|d//f|/g/||/e/||||//;ij"),
        (1, 4.0, "abc//|d//f||/g/|/e/||||//;ij"),
        // At the map's end.
        (4, 60.0, "abc//|d//f||/e/||||//|/g/;ij"),
    ] {
        check(
            |hand| {
                let to = At::Gap(column, 1, right);
                hand.press(At::Card("g")).drag_to(to);
            },
            expected,
        );
    }
}

#[test]
fn selected_cards_move_together_and_keep_their_places() {
    for (cards, grabbed, column, row, expected) in [
        // d at 1,0 and e at 2,1: one column to the left, one lane down.
        ("de", "d", 0, 1, "abc/d/|//fe||//||||g//;ij"),
        // Only as far as all of them stay on the map.
        ("de", "d", 1, 2, "abc//|/d/f||//e||||g//;ij"),
        ("df", "d", 1, 2, SAMPLE),
        // Two of one cell keep their order.
        ("ca", "c", 1, 1, "b//|d/ac/f||/e/||||g//;ij"),
    ] {
        check(
            |hand| {
                hand.select(cards);
                let to = At::Cell(column, row);
                hand.press(At::Card(grabbed)).drag_to(to);
            },
            expected,
        );
    }
}

#[test]
fn cards_from_several_steps_make_as_many_new_ones() {
    check(
        |hand| {
            hand.select("de");
            let to = At::Gap(4, 1, 60.0);
            hand.press(At::Card("d")).drag_to(to);
        },
        "abc//|//f||//||||g//|/d/|//e;ij",
    );
}

#[test]
fn ctrl_copies_with_the_links_inside() {
    let mut hand = Hand::new();
    hand.select("de");
    let to = At::Cell(0, 1);
    hand.press(At::Card("d")).with(CTRL).drag_to(to).release();
    assert_eq!(hand.map(), "abc/d/|d//fe||/e/||||g//;ij");
    let map = hand.editor.map().unwrap();
    assert_eq!(map.links.len(), 2);
    assert_eq!(hand.editor.project().next_code.0, 23);
    assert_eq!(hand.selected(), "de");
    assert_eq!(hand.editor.project().check(), []);
    hand.perform(&[Action::Undo]);
    assert!(hand.is_untouched());
}

#[test]
fn ctrl_may_come_and_go_during_a_drag() {
    check(
        |hand| {
            let to = At::Cell(0, 1);
            hand.press(At::Card("d")).with(CTRL).drag_to(to);
            assert_eq!(hand.editor.scene().cards.len(), 8);
            hand.with(Modifiers::default()).drag_to(to);
        },
        "abc/d/|//f||/e/||||g//;ij",
    );
}

#[test]
fn escape_and_letting_go_outside_leave_nothing_behind() {
    type Begin = fn(&mut Hand);
    let drags: [Begin; 7] = [
        |hand| {
            hand.press(At::Card("d")).drag_to(At::Cell(0, 1));
        },
        |hand| {
            hand.press(At::Card("d")).with(CTRL).drag_to(At::Gap(0, 1, 0.0));
        },
        |hand| {
            hand.press(At::Handle("d")).drag_to(At::Card("f"));
        },
        |hand| {
            hand.press(At::Header(Source::Stage(1.into()))).drag_to(At::Cell(4, 0));
        },
        |hand| {
            hand.press(At::Header(Source::Step(1.into()))).drag_to(At::Cell(4, 0));
        },
        |hand| {
            hand.press(At::Header(Source::Lane(1.into()))).drag_to(At::Cell(4, 2));
        },
        |hand| {
            hand.editor.carry_in(typed("n"), ScreenPoint::new(-50.0, 10.0));
            hand.drag_to(At::Cell(0, 1));
        },
    ];
    for (drag, number) in drags.into_iter().zip(0..) {
        let mut hand = Hand::new();
        hand.select("f");
        let first = Arc::clone(hand.editor.scene());
        drag(&mut hand);
        assert!(hand.editor.gesture().pending().is_some(), "{number}: nothing is pending");
        assert!(!Arc::ptr_eq(&first, hand.editor.scene()), "{number}: nothing is shown");
        hand.perform(&[Action::Cancel]);
        assert!(Arc::ptr_eq(&first, hand.editor.scene()), "{number}: the scene is another");
        hand.release();
        assert!(hand.is_untouched(), "{number}: Escape");

        let mut hand = Hand::new();
        drag(&mut hand);
        hand.drag_to(ScreenPoint::new(-200.0, 300.0)).release();
        assert!(hand.is_untouched(), "{number}: outside");
    }
}

#[test]
fn a_target_does_not_move_away_from_the_pointer() {
    let mut hand = Hand::new();
    let to = hand.at(At::Gap(0, 1, 0.0));
    hand.press(At::Card("g")).drag_to(to);
    let first = Arc::clone(hand.editor.scene());
    // The new step is drawn under the pointer now; the same place is still between the two.
    for _ in 0..5 {
        hand.drag_to(to);
        assert!(Arc::ptr_eq(&first, hand.editor.scene()), "laid out again for the same target");
    }
}

#[test]
fn headers_are_reordered() {
    for (source, column, row, expected) in [
        (Source::Stage(1.into()), 4, 0, "/e/||||g//||abc//|d//f;ij"),
        (Source::Stage(4.into()), 0, 0, "g//||abc//|d//f||/e/||;ij"),
        (Source::Stage(1.into()), 0, 0, SAMPLE),
        (Source::Step(1.into()), 1, 0, "d//f|abc//||/e/||||g//;ij"),
        // Into other stages, also one without steps; its own may be left without one.
        (Source::Step(1.into()), 2, 0, "d//f||abc//|/e/||||g//;ij"),
        (Source::Step(3.into()), 3, 0, "abc//|d//f||||/e/||g//;ij"),
        (Source::Lane(1.into()), 0, 2, "//abc|/f/d||e//||||//g;ij"),
        (Source::Lane(3.into()), 0, 0, "/abc/|fd//||//e||||/g/;ij"),
    ] {
        // A lane passes the middle of those on its way.
        let expected = match source {
            Source::Lane(id) if id == 3.into() => "/abc/|f/d/||//e||||/g/;ij",
            _ => expected,
        };
        check(
            |hand| {
                let mut to = hand.at(At::Cell(column, row));
                if row == 0 && matches!(source, Source::Lane(_)) {
                    to.y = hand.at(At::Header(Source::Step(1.into()))).y;
                }
                // Left of the middle of the column it goes before.
                to.x -= if column == 0 || column == 2 { 60.0 } else { -60.0 };
                hand.press(At::Header(source)).drag_to(to);
            },
            expected,
        );
    }
}

#[test]
fn a_decision_leads_to_the_card_that_its_handle_is_dragged_to() {
    let mut hand = Hand::new();
    hand.drag(At::Handle("d"), At::Card("f"));
    let map = hand.editor.map().unwrap();
    let links: Vec<_> = map.links.iter().map(|link| (link.from, link.to)).collect();
    assert_eq!(links, [(4.into(), 5.into()), (4.into(), 6.into())]);
    assert!(matches!(hand.editor.selection(), Selection::Link(_)));
    hand.perform(&[Action::Undo]);
    assert!(hand.is_untouched());

    // To one that it leads to already, to itself and to nowhere.
    hand.editor.take_notices();
    hand.drag(At::Handle("d"), At::Card("e"));
    assert_eq!(hand.editor.take_notices(), [Notice::Refused(CommandError::RepeatedLink)]);
    hand.drag(At::Handle("d"), At::Card("d"));
    hand.drag(At::Handle("d"), At::Cell(0, 2));
    assert!(hand.is_untouched());
    assert_eq!(hand.editor.take_notices(), []);
}

fn typed(title: &str) -> NewCard {
    NewCard::Typed { title: title.into() }
}

/// A card from outside, moved over the canvas to a place.
fn carry_in<'a>(hand: &mut Hand, card: NewCard, to: impl Into<At<'a>>) {
    hand.editor.carry_in(card, ScreenPoint::new(-80.0, 400.0));
    hand.drag_to(to);
}

#[test]
fn cards_come_from_the_library_and_from_the_inbox() {
    check(|hand| carry_in(hand, typed(" n\n"), At::Cell(1, 1)), "abc//|d/n/f||/e/||||g//;ij");
    check(|hand| carry_in(hand, typed("n"), At::Part("b", 0.2)), "anbc//|d//f||/e/||||g//;ij");
    check(
        |hand| carry_in(hand, NewCard::Inbox(9.into()), At::Gap(1, 0, -3.0)),
        "abc//|d//f|j//||/e/||||g//;i",
    );
    // All that are selected in the inbox.
    check(
        |hand| {
            hand.select("ij");
            carry_in(hand, NewCard::Inbox(9.into()), At::Cell(3, 0));
        },
        "abc//|d//f||/e/||ij//||g//;",
    );
    let mut hand = Hand::new();
    let (key, title) = ("word-of-mouth".to_owned(), "n".to_owned());
    let (period, control) = (Period::Before, Control::Indirect);
    let card = NewCard::Catalog { key: key.clone(), title, period, control };
    carry_in(&mut hand, card, At::Cell(1, 1));
    hand.release();
    let card = hand.editor.selected_cards().next().unwrap();
    assert_eq!(card.catalog.as_ref(), Some(&key));
    assert_eq!((card.period, card.control), (Some(period), Some(control)));
}

#[test]
fn the_inbox_takes_what_is_carried() {
    let mut hand = Hand::new();
    hand.select("ad").press(At::Card("d")).drag_to(ScreenPoint::new(-50.0, 500.0)).release();
    hand.perform(&[Action::ToInbox]);
    assert_eq!(hand.map(), "bc//|//f||/e/||||g//;ijad");
    hand.perform(&[Action::Undo]);
    assert!(hand.is_untouched());
    carry_in(&mut hand, typed("n"), At::Cell(0, 1));
    assert!(hand.editor.put_in_inbox(&typed("n")));
    hand.release();
    assert_eq!(hand.map(), SAMPLE.replace(";ij", ";ijn"));
}

#[test]
fn the_first_drag_onto_an_empty_map_works() {
    let mut project = sample();
    let lane = project.maps[0].lanes[0].clone();
    for (stages, lanes) in [(0, 0), (1, 0), (2, 0), (0, 1)] {
        let map = Arc::make_mut(&mut project.maps[1]);
        map.stages = sample().maps[0].stages[..stages].to_vec();
        map.lanes = vec![lane.clone(); lanes];
        // Ids are unique in a project.
        for stage in &mut map.stages {
            stage.id = (100 + u64::from(stage.id)).into();
            stage.steps.iter_mut().for_each(|it| it.id = (100 + u64::from(it.id)).into());
        }
        map.lanes.iter_mut().for_each(|it| it.id = 100.into());
        let mut hand = Hand::on(project.clone());
        hand.editor.show_map(2.into());
        carry_in(&mut hand, typed("n"), ScreenPoint::new(700.0, 400.0));
        hand.release();
        let map = hand.editor.map().unwrap();
        let card = map.touchpoints.iter().find(|card| card.title == "n").unwrap();
        assert!(card.place.cell.is_some(), "{stages} stages, {lanes} lanes");
        assert_eq!(hand.editor.project().check(), []);
        hand.perform(&[Action::Undo]);
        assert_eq!(*hand.editor.project(), project, "{stages} stages, {lanes} lanes");
        hand.perform(&[Action::AddTouchpoint]);
        hand.editor.finish_text("n", false);
        assert!(hand.editor.selected_cards().any(|card| card.place.cell.is_some()));
    }
}

#[test]
fn the_status_bar_says_where_a_drag_would_land() {
    let landing = |title: &str, count, place: &str| Hint::Landing {
        title: title.into(),
        count,
        place: place.into(),
    };
    let mut hand = Hand::new();
    hand.select("de").press(At::Card("d")).drag_to(At::Cell(0, 1));
    assert_eq!(hand.editor.hint(), landing("d", 2, "Store, step 1"));
    hand.drag_to(At::Gap(1, 1, -3.0));
    assert_eq!(hand.editor.hint(), landing("d", 2, "a new step of A, Store"));
    hand.drag_to(At::Header(Source::Lane(2.into())));
    assert_eq!(hand.editor.hint(), Hint::NoLanding);
    hand.perform(&[Action::Cancel]);
    hand.press(At::Header(Source::Step(1.into()))).drag_to(At::Cell(2, 0));
    assert!(matches!(hand.editor.hint(), Hint::Landing { title, .. } if title == "step 1"));
}

#[test]
fn a_change_from_elsewhere_ends_a_drag() {
    let mut hand = Hand::new();
    hand.press(At::Card("d")).drag_to(At::Cell(0, 1));
    hand.editor.run(Command::DeleteTouchpoints { map: 1.into(), touchpoints: vec![4.into()] });
    hand.release();
    assert_eq!(hand.map(), SAMPLE.replace('d', ""));
}
