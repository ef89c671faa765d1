//! Text in place.

use crate::editor::{
    Action, Selection,
    driver::{At, Hand, SAMPLE},
};
use crate::scene::Source;

fn source(hand: &Hand) -> Option<Source> {
    hand.editor.editing().map(|edit| edit.source)
}

#[test]
fn a_double_click_opens_the_text_of_what_is_under_it() {
    let mut hand = Hand::new();
    for (thing, text) in [
        (Source::Touchpoint(4.into()), "d"),
        (Source::Step(2.into()), "step 2"),
        (Source::Stage(4.into()), "D"),
        (Source::Lane(2.into()), "Store"),
    ] {
        hand.double_click(At::Header(thing));
        let edit = hand.editor.editing().unwrap();
        assert_eq!((edit.source, edit.text.as_str(), edit.is_new), (thing, text, false));
        hand.editor.cancel_text();
    }
    assert!(hand.is_untouched());
}

#[test]
fn texts_are_cleaned_and_empty_titles_restored() {
    for (thing, text, expected) in [
        (Source::Touchpoint(4.into()), "  new\n title\t", Some("new title")),
        (Source::Touchpoint(4.into()), " \n", Some("d")),
        (Source::Lane(2.into()), "", Some("Store")),
        (Source::Step(2.into()), "", Some("")),
        (Source::Link(1.into()), "too dear", Some("too dear")),
    ] {
        let mut hand = Hand::new();
        hand.editor.edit_text(thing);
        hand.editor.finish_text(text, false);
        assert_eq!(hand.editor.text_of(thing).as_deref(), expected, "{thing:?}");
        assert_eq!(hand.editor.editing(), None);
        let changed = hand.editor.undo_name().is_some();
        hand.perform(&[Action::Undo]);
        assert!(hand.is_untouched(), "{thing:?}");
        assert_eq!(changed, text.trim() != "" || matches!(thing, Source::Step(_)), "{thing:?}");
    }
}

#[test]
fn a_link_gets_room_for_its_label_and_the_inbox_has_none() {
    let mut hand = Hand::new();
    let link = Source::Link(1.into());
    let label = |hand: &Hand| hand.editor.scene().links.first().and_then(|link| link.label);
    assert_eq!(label(&hand), None);
    hand.editor.edit_text(link);
    assert!(label(&hand).is_some());
    hand.editor.cancel_text();
    assert_eq!(label(&hand), None);
    hand.editor.edit_text(link);
    hand.editor.finish_text("", true);
    assert_eq!(label(&hand), None);
    assert!(hand.is_untouched());
    hand.editor.edit_text(Source::Touchpoint(hand.id("i")));
    assert_eq!(hand.editor.editing(), None);
}

#[test]
fn enter_goes_on_to_the_next() {
    let mut hand = Hand::new();
    hand.editor.edit_text(Source::Step(1.into()));
    hand.editor.finish_text("one", true);
    assert_eq!(source(&hand), Some(Source::Step(2.into())));
    hand.editor.finish_text("two", true);
    assert_eq!(source(&hand), Some(Source::Step(3.into())), "over a stage's border");
    hand.editor.cancel_text();
    hand.editor.edit_text(Source::Touchpoint(3.into()));
    hand.editor.finish_text("c", true);
    assert_eq!(source(&hand), Some(Source::Touchpoint(4.into())));
    hand.editor.cancel_text();
    hand.editor.edit_text(Source::Step(4.into()));
    hand.editor.finish_text("last", true);
    assert_eq!(source(&hand), None);
}

#[test]
fn a_new_card_is_one_step_and_an_empty_one_is_none() {
    let mut hand = Hand::new();
    hand.double_click(At::Cell(1, 1));
    assert!(hand.editor.editing().unwrap().is_new);
    assert_eq!(hand.editor.scene().cards.len(), 8, "it is shown already");
    assert!(hand.is_untouched(), "but not made yet");
    hand.editor.finish_text("n", true);
    assert_eq!(hand.map(), "abc//|d/n/f||/e/||||g//;ij");
    // The next one is below it.
    hand.editor.finish_text("m", true);
    assert_eq!(hand.map(), "abc//|d/nm/f||/e/||||g//;ij");
    hand.editor.finish_text("", true);
    assert_eq!(hand.editor.editing(), None);
    assert_eq!(hand.selected(), "m");
    hand.perform(&[Action::Undo, Action::Undo]);
    assert!(hand.is_untouched());

    hand.double_click(At::Cell(1, 1));
    hand.perform(&[Action::Cancel]);
    assert_eq!(hand.editor.scene().cards.len(), 7);
    assert!(hand.is_untouched());
}

#[test]
fn new_steps_stages_and_lanes_are_named_at_once() {
    let mut hand = Hand::new();
    hand.select("d").perform(&[Action::AddStep]);
    hand.editor.finish_text("then", false);
    assert_eq!(hand.map(), "abc//|d//f|//||/e/||||g//;ij");
    let Selection::Step(id) = *hand.editor.selection() else { panic!("not selected") };
    assert_eq!(hand.editor.text_of(Source::Step(id)).as_deref(), Some("then"));
    hand.perform(&[Action::Undo]);

    hand.select("d").perform(&[Action::AddStage]);
    hand.editor.finish_text("", true);
    assert_eq!(hand.map(), "abc//|d//f||//||/e/||||g//;ij");
    assert_eq!(hand.editor.map().unwrap().stages[1].name, "Stage 5");
    hand.perform(&[Action::Undo]);

    hand.select("d").perform(&[Action::AddLane]);
    hand.editor.finish_text("Phone", false);
    assert_eq!(hand.map(), "abc///|d///f||//e/||||g///;ij");
    assert_eq!(hand.editor.map().unwrap().lanes[1].name, "Phone");
    hand.perform(&[Action::Undo]);
    assert!(hand.is_untouched());

    // A step may be without an action; the one after it was only offered.
    hand.editor.select(Selection::Nothing);
    hand.perform(&[Action::AddStep]);
    hand.editor.finish_text("x", true);
    hand.editor.finish_text("", false);
    assert_eq!(hand.map(), "abc//|d//f||/e/||||g//|//;ij");
    hand.perform(&[Action::AddStep]);
    hand.editor.finish_text("", true);
    assert_eq!(hand.map(), "abc//|d//f||/e/||||g//|//|//;ij");
    assert_eq!(hand.editor.editing(), None);
}

#[test]
fn enter_on_an_empty_cell_makes_a_card_there() {
    let mut hand = Hand::new();
    hand.click(At::Cell(2, 2)).perform(&[Action::EditText]);
    hand.editor.finish_text("n", false);
    assert_eq!(hand.map(), SAMPLE.replace("/e/", "/e/n"));
}
