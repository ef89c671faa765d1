//! The camera, scrolling at the edges, and what is drawn over the map.

use crate::editor::{
    Action, Editor, Gesture, ScreenPoint, ScreenSize, Selection,
    driver::{At, Hand},
};
use crate::scene::{Pin, Point, Rect, Source};

/// A view that is smaller than the map.
fn small() -> Hand {
    let mut hand = Hand::new();
    hand.editor.set_view(ScreenSize { width: 600.0, height: 360.0 });
    hand.perform(&[Action::ZoomTo100]);
    hand.editor.look_at(Point::new(300.0, 180.0));
    hand
}

fn is_in_view(editor: &Editor, rect: &Rect) -> bool {
    let (seen, grid) = (editor.camera().visible(), &editor.scene().grid);
    let left = seen.min.x + grid.left;
    let top = seen.min.y + grid.top;
    rect.min.x >= left && rect.min.y >= top && rect.max.x <= seen.max.x && rect.max.y <= seen.max.y
}

#[test]
fn a_map_is_fitted_when_it_is_first_seen_and_found_again_as_it_was_left() {
    let mut hand = small();
    hand.editor.pan((-120.0, -30.0));
    let (zoom, origin) = (hand.editor.camera().zoom, hand.editor.camera().origin);
    hand.perform(&[Action::NextMap]);
    assert_ne!(hand.editor.camera().origin, origin);
    hand.perform(&[Action::ZoomIn, Action::PreviousMap]);
    assert_eq!((hand.editor.camera().zoom, hand.editor.camera().origin), (zoom, origin));
    hand.perform(&[Action::ZoomToFit]);
    let size = hand.editor.scene().size;
    let seen = hand.editor.camera().visible();
    assert!(seen.width() >= size.width - 0.1 && seen.height() >= size.height - 0.1);
}

#[test]
fn what_is_walked_to_and_what_undo_changes_comes_into_view() {
    let mut hand = small();
    for title in ["g", "f", "a", "e"] {
        hand.select(title).perform(&[Action::WalkLeft, Action::WalkRight]);
        hand.select(title).perform(&[Action::MarkDecision]);
        hand.editor.look_at(Point::default());
        hand.perform(&[Action::Undo]);
        let rect = hand.editor.scene().card(hand.id(title)).unwrap().rect;
        assert!(is_in_view(&hand.editor, &rect), "{title}");
    }
}

#[test]
fn a_map_is_first_seen_readable_and_grows_with_the_window() {
    let mut hand = Hand::new();
    let editor = &mut hand.editor;
    editor.set_view(ScreenSize { width: 200.0, height: 150.0 });
    assert_eq!(editor.camera().zoom, 0.5);
    assert_eq!(editor.camera().origin, Point::default());
    editor.set_view(ScreenSize { width: 2_000.0, height: 2_000.0 });
    assert_eq!(editor.camera().zoom, 1.0);
    editor.set_view(ScreenSize { width: 200.0, height: 150.0 });
    editor.perform(Action::ZoomToFit);
    assert!(editor.camera().zoom < 0.5);
}

#[test]
fn what_is_fitted_stays_so_until_somebody_moves_the_view() {
    let mut hand = Hand::new();
    hand.perform(&[Action::ZoomToFit]);
    let fitted = hand.editor.camera().zoom;
    hand.editor.set_view(ScreenSize { width: 300.0, height: 200.0 });
    let smaller = hand.editor.camera().zoom;
    assert!(smaller < fitted, "{smaller} {fitted}");
    hand.editor.pan((-20.0, 0.0));
    hand.editor.set_view(ScreenSize { width: 1_200.0, height: 900.0 });
    assert_eq!(hand.editor.camera().zoom, smaller);
}

#[test]
fn keys_zoom_around_what_is_selected_and_leave_no_empty_room() {
    let mut hand = small();
    hand.editor.select(Selection::touchpoint(hand.id("d")));
    let at = |hand: &Hand| {
        let rect = hand.editor.scene().rect_of(Source::Touchpoint(hand.id("d")));
        let center = rect.map(|rect| rect.center()).unwrap();
        hand.editor.camera().screen_from_map(Pin::Free, center)
    };
    let before = at(&hand);
    hand.perform(&[Action::ZoomIn]);
    assert!(at(&hand).distance(before) < 1.0);

    hand.editor.select(Selection::Nothing);
    hand.perform(&[Action::ZoomToFit, Action::ZoomIn, Action::ZoomIn, Action::ZoomIn]);
    let size = hand.editor.scene().size;
    hand.perform(&[Action::ZoomOut, Action::ZoomOut, Action::ZoomOut, Action::ZoomOut]);
    let seen = hand.editor.camera().visible();
    assert!(seen.max.x >= size.width && seen.min.x <= 0.0, "{seen:?} {size:?}");
}

#[test]
fn zooming_to_the_selection_shows_it_as_large_as_fits() {
    let mut hand = small();
    hand.select("e").perform(&[Action::ZoomToSelection]);
    let rect = hand.editor.scene().card(hand.id("e")).unwrap().rect;
    assert!(is_in_view(&hand.editor, &rect));
    assert!(hand.editor.camera().zoom > 1.0);
}

#[test]
fn a_drag_at_the_edge_scrolls_and_goes_on() {
    let mut hand = small();
    hand.press(At::Card("a")).drag_to(ScreenPoint::new(595.0, 200.0));
    let before = hand.editor.camera().origin;
    let mut frames = 0;
    while hand.editor.tick(0.05) {
        frames += 1;
        assert!(frames < 200, "it never ends");
    }
    assert!(frames > 3);
    assert!(hand.editor.camera().origin.x > before.x);
    let seen = hand.editor.camera().visible();
    assert!(seen.max.x <= hand.editor.scene().size.width + 250.0, "beyond the map");
    hand.release();
    assert!(hand.map().starts_with("bc"), "it lands where the view has come to: {}", hand.map());
}

#[test]
fn nothing_scrolls_in_the_middle_or_without_a_drag() {
    let mut hand = small();
    assert!(!hand.editor.tick(1.0));
    hand.press(At::Card("a")).drag_to(ScreenPoint::new(350.0, 200.0));
    assert!(!hand.editor.tick(1.0));
    // From the library, over the panel.
    hand.drag_to(ScreenPoint::new(-30.0, 200.0));
    assert!(!hand.editor.tick(1.0));
    hand.perform(&[Action::Cancel]);
    assert_eq!(*hand.editor.gesture(), Gesture::Idle);
}

#[test]
fn the_overlay_shows_what_is_under_way() {
    let mut hand = Hand::new();
    hand.select("ad");
    let overlay = hand.editor.overlay();
    assert_eq!(overlay.selected.len(), 2);
    assert_eq!(overlay.handles.len(), 1, "of the decision");
    hand.press(At::Card("d")).drag_to(At::Cell(1, 1));
    let overlay = hand.editor.overlay();
    assert_eq!(overlay.landing, Some(hand.editor.scene().card(hand.id("d")).unwrap().rect));
    let carried = overlay.carried.unwrap();
    assert_eq!((carried.title.as_str(), carried.count), ("d", 2));
    hand.perform(&[Action::Cancel]);
    hand.press(At::Handle("d")).drag_to(At::Card("f"));
    assert!(hand.editor.overlay().linking.is_some());
    hand.perform(&[Action::Cancel]);
    hand.press(At::Cell(1, 1)).drag_to(At::Card("a"));
    assert!(hand.editor.overlay().brush.is_some());
    hand.release().click(At::Cell(1, 1));
    assert!(matches!(hand.editor.selection(), Selection::Cell(_)));
    assert_eq!(hand.editor.overlay().selected.len(), 1);
}
