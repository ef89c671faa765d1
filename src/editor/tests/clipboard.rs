//! Copy, cut, paste, duplicate, and cards put by keys.

use crate::{
    editor::{
        Action, NewCard, Notice, Selection,
        driver::{At, Hand, SAMPLE, sample},
    },
    model::{Period, limit},
    scene::Source,
};
use std::sync::Arc;

#[test]
fn cards_are_pasted_with_their_places_and_links() {
    for (copied, column, row, expected) in [
        ("d", 0, 1, "abc/d/|d//f||/e/||||g//;ij"),
        // d and e keep one column and one lane between them.
        ("de", 0, 1, "abc/d/|d//fe||/e/||||g//;ij"),
        // Below the last lane they stand in the last lane.
        ("de", 0, 2, "abc//d|d//fe||/e/||||g//;ij"),
        // Beyond the last step the last stage grows.
        ("de", 4, 0, "abc//|d//f||/e/||||gd//|/e/;ij"),
        ("ai", 1, 1, "abc//|d/a/f||/e/||||g//;iji"),
    ] {
        let mut hand = Hand::new();
        let text = hand.select(copied).editor.copy().unwrap();
        hand.click(At::Cell(column, row));
        hand.editor.paste(&text);
        assert_eq!(hand.map(), expected, "{copied}");
        assert_eq!(hand.selected(), copied);
        let count = copied.len();
        let said = [Notice::Copied { count }, Notice::Pasted { count }];
        assert_eq!(hand.editor.take_notices(), said);
        let links = hand.editor.map().unwrap().links.len();
        assert_eq!(links, if copied == "de" { 2 } else { 1 });
        assert_eq!(hand.editor.project().check(), []);
        hand.perform(&[Action::Undo]);
        assert!(hand.is_untouched());
    }
}

#[test]
fn cards_are_pasted_after_the_selected_one_and_into_other_maps() {
    let mut hand = Hand::new();
    let text = hand.select("de").editor.copy().unwrap();
    hand.select("a");
    hand.editor.paste(&text);
    assert_eq!(hand.map(), "adbc//|d/e/f||/e/||||g//;ij");
    hand.perform(&[Action::Undo]);
    // A map with nothing on it yet.
    hand.editor.show_map(2.into());
    hand.editor.paste(&text);
    assert_eq!(hand.map(), "d|e;z");
    assert_eq!(hand.editor.project().check(), []);
    hand.perform(&[Action::Undo]);
    assert!(hand.is_untouched());
}

#[test]
fn cutting_takes_the_cards_and_what_leads_to_them() {
    let mut hand = Hand::new();
    assert_eq!(hand.editor.cut(), None);
    let text = hand.select("de").editor.cut().unwrap();
    assert_eq!(hand.map(), "abc//|//f||//||||g//;ij");
    hand.editor.paste(&text);
    assert_eq!(hand.map(), SAMPLE);
    assert_eq!(hand.editor.map().unwrap().links.len(), 1);
    hand.perform(&[Action::Undo, Action::Undo]);
    assert!(hand.is_untouched());
    assert_eq!(hand.selected(), "de");
}

#[test]
fn any_other_text_becomes_cards_in_the_inbox() {
    let mut hand = Hand::new();
    hand.editor.paste("- k\n\n  * l\r\n3. m\n");
    assert_eq!(hand.map(), SAMPLE.replace("ij", "ijklm"));
    assert_eq!(hand.selected(), "klm");
    assert_eq!(hand.editor.take_notices(), [Notice::PutInInbox { count: 3 }]);
    hand.perform(&[Action::Undo]);
    for nothing in ["", " \n\t\n", "-\n*"] {
        hand.editor.paste(nothing);
    }
    hand.editor.paste(&"line\n".repeat(2_000));
    assert!(hand.is_untouched());
    assert!(matches!(hand.editor.take_notices()[..], [.., Notice::Refused(_)]));
    let long = "ж".repeat(3_000);
    hand.editor.paste(&long);
    let card = hand.editor.selected_cards().next().unwrap();
    assert_eq!((card.title.chars().count(), &card.notes), (1_000, &long));
}

#[test]
fn a_duplicate_stands_after_its_original() {
    let mut hand = Hand::new();
    hand.select("abdei").perform(&[Action::Duplicate]);
    assert_eq!(hand.map(), "aabbc//|dd//f||/ee/||||g//;iij");
    assert_eq!(hand.selected(), "iabde", "the copies, not the originals");
    assert_eq!(hand.editor.map().unwrap().links.len(), 2);
    hand.perform(&[Action::Undo]);
    assert!(hand.is_untouched());
}

#[test]
fn a_card_is_put_at_what_is_selected_else_into_the_inbox() {
    let typed = |title: &str| NewCard::Typed { title: title.into() };
    let mut hand = Hand::new();
    hand.editor.put(typed("k"));
    assert_eq!(hand.map(), SAMPLE.replace("ij", "ijk"));
    assert_eq!(hand.editor.take_notices(), [Notice::PutInInbox { count: 1 }]);
    hand.select("a");
    hand.editor.put(typed("l"));
    hand.editor.put(typed("m"));
    assert_eq!(hand.map(), "almbc//|d//f||/e/||||g//;ijk");
    hand.click(At::Cell(1, 1));
    hand.editor.put(NewCard::Inbox(9.into()));
    assert_eq!(hand.map(), "almbc//|d/j/f||/e/||||g//;ik");
    hand.editor.select(Selection::Nothing);
    hand.editor.put(NewCard::Inbox(8.into()));
    hand.editor.put(typed("  "));
    assert_eq!(hand.map(), "almbci//|d/j/f||/e/||||g//;k");
}

#[test]
fn cards_go_to_the_inbox_by_key() {
    let mut hand = Hand::new();
    hand.select("aci").perform(&[Action::ToInbox]);
    assert_eq!(hand.map(), "b//|d//f||/e/||||g//;ijac");
    hand.perform(&[Action::Undo]);
    assert!(hand.is_untouched());
}

#[test]
fn cards_that_go_to_another_map_keep_all_that_they_have() {
    use crate::{
        editor::driver::{sample, title_of},
        model::{Quality, Score, Task, Touchpoint, When},
    };
    let mut project = sample();
    let map = std::sync::Arc::make_mut(&mut project.maps[0]);
    let card = map.touchpoints.iter_mut().find(|card| card.title == "d").unwrap();
    let card = std::sync::Arc::make_mut(card);
    card.qualities.set_score(Quality::Simple, Score::new(4));
    card.qualities.set_note(Quality::Personal, "by name");
    card.feasibility.impact = Score::new(5);
    card.feasibility.when = Some(When::Now);
    card.tasks.push(Task { tool: "CRM".into(), ..Task::new(1.into(), "Invite customers") });
    let before = card.clone();
    let mut hand = Hand::on(project);
    let text = hand.select("d").editor.cut().unwrap();
    hand.editor.show_map(2.into());
    hand.editor.paste(&text);
    let map = hand.editor.map().unwrap();
    let card = title_of(map, "d");
    let place = card.place.clone();
    assert_eq!(**card, Touchpoint { id: card.id, code: card.code, place, ..before });
    assert_eq!(hand.editor.project().check(), []);
}

#[test]
fn a_list_pasted_onto_a_step_is_what_the_customer_does() {
    let actions = |hand: &Hand| -> Vec<String> {
        let map = hand.editor.map().unwrap();
        map.columns().map(|column| column.step.action.clone()).collect()
    };
    let mut hand = Hand::new();
    hand.editor.select(Selection::Step(1.into()));
    hand.editor.paste("- looks\n\n- compares\n");
    assert_eq!(actions(&hand), ["step 1", "looks", "compares", "step 2", "step 3", "step 4"]);
    hand.perform(&[Action::Undo]);
    assert!(hand.is_untouched(), "one step");
    hand.editor.write_text(Source::Step(1.into()), "");
    hand.editor.select(Selection::Step(1.into()));
    hand.editor.paste("looks\ncompares");
    assert_eq!(actions(&hand), ["looks", "compares", "step 2", "step 3", "step 4"]);
    // A line that is too long is cut, like those of cards.
    hand.editor.write_text(Source::Step(1.into()), "");
    hand.editor.select(Selection::Step(1.into()));
    hand.editor.paste(&"я".repeat(2 * limit::LINE));
    assert_eq!(actions(&hand)[0].chars().count(), limit::LINE);
}

#[test]
fn a_card_of_the_inbox_begins_in_its_period_where_nothing_is_selected() {
    let mut project = sample();
    let map = Arc::make_mut(&mut project.maps[0]);
    map.stages[1].period = Some(Period::During);
    let card = map.touchpoints.iter_mut().find(|card| card.title == "j").unwrap();
    Arc::make_mut(card).period = Some(Period::During);
    let mut hand = Hand::on(project);
    hand.editor.select(Selection::Nothing);
    hand.editor.put(NewCard::Inbox(9.into()));
    assert_eq!(hand.map(), "abc//|d//f||j/e/||||g//;i");
}
