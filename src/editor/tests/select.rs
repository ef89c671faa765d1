//! Clicks, the rubber band, marks and deletion.

use crate::editor::{
    Action, Button, Cursor, Gesture, Hint, Modifiers, Notice, PointerEvent, ScreenPoint, Selection,
    driver::{At, Hand, SAMPLE},
};
use crate::{command::CommandName, model::Cell, scene::Source};

const SHIFT: Modifiers = Modifiers { ctrl: false, shift: true, alt: false, space: false };
const SPACE: Modifiers = Modifiers { ctrl: false, shift: false, alt: false, space: true };

#[test]
fn a_click_selects_what_is_under_it() {
    let mut hand = Hand::new();
    hand.click(At::Card("d"));
    assert_eq!(hand.selected(), "d");
    hand.click(At::Card("a"));
    assert_eq!(hand.selected(), "a");
    hand.with(SHIFT).click(At::Card("d"));
    assert_eq!(hand.selected(), "ad");
    hand.click(At::Card("a"));
    assert_eq!(hand.selected(), "d");
    hand.click(At::Cell(0, 1));
    assert_eq!(hand.selected(), "d", "Shift keeps what is selected");
    hand.with(Modifiers::default());
    for source in [Source::Stage(2.into()), Source::Step(2.into()), Source::Lane(3.into())] {
        hand.click(At::Header(source));
        assert_eq!(hand.editor.selection().source(), Some(source));
    }
    hand.click(At::Cell(1, 1));
    let cell = Cell { step: 2.into(), lane: 2.into() };
    assert_eq!(*hand.editor.selection(), Selection::Cell(cell));
    hand.click(ScreenPoint::new(2900.0, 1900.0));
    assert_eq!(*hand.editor.selection(), Selection::Nothing);
    assert!(hand.is_untouched());
}

#[test]
fn a_click_on_one_of_several_selects_it_alone_but_a_drag_takes_all() {
    let mut hand = Hand::new();
    hand.select("ad").press(At::Card("d"));
    assert_eq!(hand.selected(), "ad");
    hand.release();
    assert_eq!(hand.selected(), "d");
}

#[test]
fn a_link_is_selected_by_a_press_on_it() {
    let mut hand = Hand::new();
    let route = hand.editor.scene().links[0].route.clone();
    let from = route[0];
    let at = crate::scene::Point::new(from.x + 16.0, from.y);
    hand.click(At::Map(at));
    assert_eq!(*hand.editor.selection(), Selection::Link(1.into()));
    hand.perform(&[Action::WalkRight]);
    assert_eq!(hand.selected(), "e");
}

#[test]
fn the_rubber_band_selects_what_it_touches() {
    let mut hand = Hand::new();
    let (from, to) = (At::Cell(1, 1), At::Card("e"));
    hand.press(from).drag_to(At::Card("a"));
    assert_eq!(hand.selected(), "abcd");
    hand.drag_to(to);
    assert_eq!(hand.selected(), "e", "measured from where it began");
    assert_eq!(hand.editor.hint(), Hint::Brushing { count: 1 });
    hand.release();
    hand.with(SHIFT).drag(from, At::Card("d"));
    assert_eq!(hand.selected(), "de");
    hand.with(Modifiers::default()).press(from).drag_to(At::Card("a"));
    hand.perform(&[Action::Cancel]);
    assert_eq!(hand.selected(), "de", "Escape brings back what was selected");
    assert!(hand.is_untouched());
}

#[test]
fn a_small_movement_is_no_drag() {
    let mut hand = Hand::new();
    let at = hand.at(At::Card("d"));
    hand.press(at).drag_to(ScreenPoint::new(at.x + 2.0, at.y + 2.0));
    assert!(matches!(hand.editor.gesture(), Gesture::Pressing { .. }));
    hand.release();
    assert!(hand.is_untouched());
}

#[test]
fn the_middle_button_and_space_pan() {
    let mut hand = Hand::new();
    for begin in [Button::Middle, Button::Primary] {
        let before = hand.editor.camera().origin;
        let modifiers = if begin == Button::Primary { SPACE } else { Modifiers::default() };
        let at = hand.at(At::Card("d"));
        hand.with(modifiers).press_with(at, begin);
        hand.drag_to(ScreenPoint::new(at.x - 30.0, at.y - 20.0));
        assert_eq!(hand.editor.cursor(), Cursor::Grabbing);
        let modifiers = Modifiers::default();
        let at = ScreenPoint::new(at.x - 30.0, at.y - 20.0);
        hand.editor.pointer(PointerEvent::Release { at, button: begin, modifiers });
        let after = hand.editor.camera().origin;
        assert!((after.x - before.x - 30.0).abs() < 0.01, "{begin:?}");
        assert!((after.y - before.y - 20.0).abs() < 0.01, "{begin:?}");
        assert_eq!(*hand.editor.gesture(), Gesture::Idle);
    }
    assert_eq!(hand.selected(), "");
}

#[test]
fn the_context_menu_is_for_what_is_under_the_pointer() {
    let mut hand = Hand::new();
    hand.select("ad").press_with(At::Card("d"), Button::Secondary);
    assert_eq!(hand.selected(), "ad");
    hand.press_with(At::Card("e"), Button::Secondary);
    assert_eq!(hand.selected(), "e");
    hand.press_with(At::Cell(0, 1), Button::Secondary);
    assert!(matches!(hand.editor.selection(), Selection::Cell(_)));
    assert_eq!(*hand.editor.gesture(), Gesture::Idle);
}

#[test]
fn marks_are_one_step_for_all_that_is_selected() {
    let mut hand = Hand::new();
    hand.select("ace").perform(&[Action::MarkFriction]);
    let marks =
        |hand: &Hand| -> Vec<_> { hand.editor.selected_cards().map(|it| it.mark).collect() };
    assert_eq!(marks(&hand), [Some(crate::model::Mark::Friction); 3]);
    assert_eq!(hand.editor.undo_name(), Some(CommandName::MarkTouchpoint));
    hand.perform(&[Action::Cancel, Action::Undo]);
    assert!(hand.is_untouched());
    assert_eq!(hand.selected(), "ace");
    hand.select("d").perform(&[Action::MarkDecision]);
    assert!(hand.is_untouched(), "it is one already");
}

#[test]
fn where_a_step_was_the_next_one_is_selected_else_the_last() {
    let mut hand = Hand::new();
    hand.editor.select(Selection::Step(3.into()));
    for next in [Some(4), Some(2), Some(1), None] {
        hand.perform(&[Action::Delete]);
        let expected = next.map_or(Selection::Nothing, |id: u64| Selection::Step(id.into()));
        assert_eq!(hand.editor.selection(), &expected);
    }
}

#[test]
fn what_one_key_does_to_several_cards_is_said_with_a_way_back() {
    let mut hand = Hand::new();
    hand.select("abi").perform(&[Action::ToInbox]);
    assert_eq!(hand.editor.take_notices(), [Notice::MovedToInbox { count: 2 }]);
    hand.perform(&[Action::Undo]);
    hand.editor.take_notices();
    hand.select("abde").perform(&[Action::AddLink]);
    assert_eq!(hand.editor.take_notices(), [Notice::Linked { count: 2 }], "to e it led before");
    hand.select("df").perform(&[Action::AddLink]);
    assert_eq!(hand.editor.take_notices(), [], "a single one is seen");
}

#[test]
fn deleting_what_holds_cards_moves_them_to_the_inbox_and_says_so() {
    for (source, count, expected) in [
        (Source::Stage(1.into()), 5, "/e/||||g//;ijabcdf"),
        (Source::Step(2.into()), 2, "abc//||/e/||||g//;ijdf"),
        (Source::Lane(1.into()), 5, "/|/f||e/||||/;ijabcdg"),
        (Source::Stage(3.into()), 0, "abc//|d//f||/e/||g//;ij"),
        (Source::Touchpoint(1.into()), 0, "bc//|d//f||/e/||||g//;ij"),
        (Source::Link(1.into()), 0, SAMPLE),
    ] {
        let mut hand = Hand::new();
        hand.editor.select(source.into());
        hand.perform(&[Action::Delete]);
        assert_eq!(hand.map(), expected, "{source:?}");
        let said = hand.editor.take_notices();
        let expected: &[Notice] = &[Notice::MovedToInbox { count }];
        assert_eq!(said, if count > 0 { expected } else { &[] }, "{source:?}");
        hand.perform(&[Action::Undo]);
        assert!(hand.is_untouched(), "{source:?}");
        assert_eq!(hand.editor.selection().source(), Some(source));
    }
}

#[test]
fn links_can_be_made_without_a_mouse() {
    let mut hand = Hand::new();
    hand.select("df").perform(&[Action::AddLink]);
    assert_eq!(hand.editor.map().unwrap().links.len(), 2);
    hand.select("af").perform(&[Action::AddLink]);
    assert_eq!(hand.editor.take_notices(), [Notice::OnlyDecisionsLead]);
}

#[test]
fn maps_are_added_copied_moved_and_deleted() {
    let titles = |hand: &Hand| -> Vec<String> {
        hand.editor.project().maps.iter().map(|map| map.title.clone()).collect()
    };
    let mut hand = Hand::new();
    hand.perform(&[Action::DuplicateMap]);
    assert_eq!(titles(&hand), ["Anna", "Anna (copy)", "Boris"]);
    assert_eq!(hand.editor.map_at(), Some(1));
    assert_eq!(hand.map(), SAMPLE);
    assert_eq!(hand.editor.project().check(), []);
    hand.perform(&[Action::MoveMapRight, Action::AddMap]);
    assert_eq!(titles(&hand), ["Anna", "Boris", "Anna (copy)", "Map 4"]);
    assert_eq!(hand.map(), "||||;");
    hand.perform(&[Action::NextMap, Action::PreviousMap, Action::DeleteMap, Action::DeleteMap]);
    assert_eq!(titles(&hand), ["Anna", "Boris"]);
    assert_eq!(hand.editor.map_at(), Some(1));
    hand.perform(&[Action::DeleteMap, Action::DeleteMap, Action::DeleteMap]);
    assert_eq!(hand.editor.map().map(|map| map.id), None);
    hand.perform(&[Action::AddTouchpoint, Action::WalkRight, Action::Undo]);
    assert_eq!(hand.editor.map_at(), Some(0));
    while hand.editor.undo_name().is_some() {
        hand.perform(&[Action::Undo]);
    }
    assert!(hand.is_untouched());
}

#[test]
fn undo_shows_the_map_that_it_changes() {
    let mut hand = Hand::new();
    hand.select("d").perform(&[Action::MarkPositive, Action::NextMap, Action::Undo]);
    assert_eq!(hand.editor.map_at(), Some(0));
    assert_eq!(hand.selected(), "d");
    assert_eq!(hand.editor.take_notices(), [Notice::Undone(CommandName::MarkTouchpoint)]);
}

#[test]
fn a_copy_of_a_map_shares_its_stages_and_begins_without_audits() {
    for (action, cards) in [(Action::DuplicateMap, 9), (Action::DuplicateFrame, 0)] {
        let mut project = crate::editor::driver::sample();
        let day = "2026-11-23".parse().unwrap();
        let map = std::sync::Arc::make_mut(&mut project.maps[0]);
        map.stages[1].shared = Some("buy".into());
        map.owner = "Anna".into();
        map.audits.push(std::sync::Arc::new(crate::model::Audit::new(1.into(), day, "Boris")));
        let mut hand = Hand::on(project);
        hand.perform(&[action]);
        let project = hand.editor.project();
        assert_eq!(project.check(), []);
        let [original, copy, _] = project.maps.as_slice() else { panic!("{action:?}") };
        let keys = |map: &crate::model::JourneyMap| -> Vec<_> {
            map.stages.iter().map(|stage| stage.shared.clone()).collect()
        };
        assert_eq!(keys(original), keys(copy));
        assert!(keys(copy).iter().all(Option::is_some));
        assert_eq!(keys(copy)[1].as_deref(), Some("buy"), "a key that is there is kept");
        let actions = |map: &crate::model::JourneyMap| -> Vec<_> {
            map.columns().map(|column| column.step.action.clone()).collect()
        };
        assert_eq!(actions(original), actions(copy));
        assert_eq!((copy.touchpoints.len(), copy.audits.len()), (cards, 0), "{action:?}");
        assert_eq!((original.touchpoints.len(), original.audits.len()), (9, 1));
        assert_eq!(copy.owner.is_empty(), action == Action::DuplicateFrame);
        hand.perform(&[Action::Undo]);
        assert!(hand.editor.project().maps[0].stages[0].shared.is_none(), "one step");
    }
}
