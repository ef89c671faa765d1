//! Arrow keys.

use crate::editor::{
    Action, Selection,
    driver::{Hand, SAMPLE},
};
use crate::model::Cell;

/// What is selected: cards by title, a cell by its numbers, a header by its name.
fn at(hand: &Hand) -> String {
    match hand.editor.selection() {
        Selection::Cell(Cell { step, lane }) => {
            format!("{} {}", u64::from(*step), u64::from(*lane))
        }
        Selection::Touchpoints(_) => hand.selected(),
        selection => selection.source().and_then(|it| hand.editor.text_of(it)).unwrap_or_default(),
    }
}

fn check(from: &str, actions: &[Action], expected: &[&str]) {
    let mut hand = Hand::new();
    hand.select(from);
    let way: Vec<_> = actions.iter().map(|&action| at(hand.perform(&[action]))).collect();
    assert_eq!(way, expected, "{from} {actions:?}");
    assert!(hand.is_untouched());
}

#[test]
fn arrows_walk_over_cards_empty_cells_and_headers() {
    use Action::{WalkDown, WalkFirst, WalkLast, WalkLeft, WalkRight, WalkUp};
    check("", &[WalkRight], &["a"]);
    check("i", &[WalkDown], &["a"]);
    check(
        "a",
        &[WalkDown, WalkDown, WalkDown, WalkDown, WalkDown],
        &["b", "c", "1 2", "1 3", "1 3"],
    );
    check("c", &[WalkRight, WalkLeft], &["d", "a"]);
    check("d", &[WalkDown, WalkRight, WalkRight, WalkRight], &["2 2", "e", "4 2", "4 2"]);
    check("f", &[WalkUp, WalkUp, WalkUp, WalkUp, WalkUp], &["2 2", "d", "step 2", "A", "A"]);
    check("a", &[WalkLeft, WalkDown, WalkRight], &["Website", "Store", "1 2"]);
    check("d", &[WalkUp, WalkRight, WalkDown], &["step 2", "step 3", "3 1"]);
    check("e", &[WalkFirst, WalkLast], &["a", "g"]);
}

#[test]
fn shift_selects_more_on_the_way() {
    use Action::{ExtendDown, ExtendLeft, ExtendRight};
    check("a", &[ExtendDown, ExtendDown, ExtendDown], &["ab", "abc", "abc"]);
    check("c", &[ExtendRight, ExtendRight, ExtendRight], &["cd", "cdg", "cdg"]);
    check("g", &[ExtendLeft], &["dg"]);
}

#[test]
fn alt_moves_what_is_selected() {
    use Action::{MoveDown, MoveLeft, MoveRight, MoveUp};
    for (from, action, expected) in [
        ("a", MoveDown, "bac//|d//f||/e/||||g//;ij"),
        ("c", MoveDown, "ab/c/|d//f||/e/||||g//;ij"),
        ("b", MoveUp, "bac//|d//f||/e/||||g//;ij"),
        ("a", MoveUp, SAMPLE),
        ("b", MoveRight, "ac//|db//f||/e/||||g//;ij"),
        ("a", MoveRight, "bc//|ad//f||/e/||||g//;ij"),
        ("a", MoveLeft, SAMPLE),
        ("g", MoveRight, SAMPLE),
        // A step further, not into the stage without steps.
        ("e", MoveRight, "abc//|d//f||//||||g/e/;ij"),
        ("ab", MoveDown, "cab//|d//f||/e/||||g//;ij"),
        ("de", MoveLeft, "dabc//|/e/f||//||||g//;ij"),
        ("de", MoveUp, SAMPLE),
        ("i", MoveRight, SAMPLE),
    ] {
        let mut hand = Hand::new();
        hand.select(from).perform(&[action]);
        assert_eq!(hand.map(), expected, "{from} {action:?}");
        assert_eq!(hand.selected(), from);
        hand.perform(&[Action::Undo]);
        assert!(hand.is_untouched(), "{from} {action:?}");
    }
}

#[test]
fn alt_moves_headers() {
    use Action::{MoveDown, MoveLeft, MoveRight};
    for (selection, action, expected) in [
        (Selection::Stage(1.into()), MoveRight, "/e/||abc//|d//f||||g//;ij"),
        (Selection::Stage(1.into()), MoveLeft, SAMPLE),
        (Selection::Stage(1.into()), MoveDown, SAMPLE),
        (Selection::Step(2.into()), MoveRight, "abc//||d//f|/e/||||g//;ij"),
        (Selection::Step(3.into()), MoveRight, "abc//|d//f||||/e/||g//;ij"),
        (Selection::Step(3.into()), MoveLeft, "abc//|d//f|/e/||||||g//;ij"),
        (Selection::Lane(2.into()), MoveDown, "abc//|d/f/||//e||||g//;ij"),
    ] {
        let mut hand = Hand::new();
        hand.editor.select(selection.clone());
        hand.perform(&[action]);
        assert_eq!(hand.map(), expected, "{selection:?} {action:?}");
        assert_eq!(*hand.editor.selection(), selection);
    }
}
