//! The outline: the map as a tree that shares its selection with the map, and edits it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::NodeT;
use std::sync::Arc;
use touchline::{
    catalog::{Template, new_project},
    editor::Selection,
    model::{Cell, Code, IdSource, Mark, Project, Touchpoint},
    settings::{LeftView, SettingsFile},
    text::Language,
};
use window::Window;

const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

fn project() -> Project {
    new_project(Template::Sample, Language::En, &mut IdSource::seeded(1))
}

/// The sample with the outline open and the keyboard in it.
fn outline() -> Window {
    open(project())
}

fn open(project: Project) -> Window {
    let mut window = Window::on(project);
    window.press_with(CTRL_SHIFT, Key::O);
    window
}

fn titles(window: &Window) -> Vec<String> {
    window.map(|map| map.touchpoints.iter().map(|card| card.title.clone()).collect())
}

/// The number of the selected card in the order of the sample.
fn selected(window: &Window) -> Option<String> {
    window.editor(|editor| editor.selected_cards().next().map(|card| card.code.to_string()))
}

/// Goes to a row by typing the beginning of its title.
fn type_to(window: &mut Window, start: &str) {
    // So long that it is a new word.
    (0..70).for_each(|_| window.run_a_frame());
    window.type_text(start);
}

#[test]
fn the_tree_has_the_map_in_its_order_with_levels() {
    let window = outline();
    let all = window.tree("Outline");
    let names: Vec<_> = all.iter().map(|(level, name)| format!("{level} {name}")).collect();
    let order = [
        "0 Anna, first purchase",
        "1 Stage Become aware",
        "2 Step 1 Notices a problem",
        "3 T1 Blog on problems that customers research, positive, Website",
        "1 Stage Consider",
        "2 Step 2 ",
        "3 T2 ",
        "2 Step 3 ",
        "3 T3 Unsponsored reviews on our own site, decision, Website; 2 outcomes",
        "4 Link “convinced”, 70 %",
        "4 Link “too few reviews”, 30 %",
        "1 Stage Buy",
    ];
    let places: Vec<_> = order
        .iter()
        .map(|start| {
            let at = names.iter().position(|name| name.starts_with(start));
            at.unwrap_or_else(|| panic!("{start} in {names:#?}"))
        })
        .collect();
    assert!(places.is_sorted(), "{names:#?}");
    let stage = window.node(Role::TreeItem, "Stage Consider").accesskit_node();
    assert_eq!((stage.position_in_set(), stage.level()), (Some(1), Some(1)));
    assert_eq!(stage.data().is_expanded(), Some(true));
}

#[test]
fn the_arrows_walk_and_fold_and_the_map_follows() {
    let mut window = outline();
    window.press(Key::Home);
    assert_eq!(window.focused(), "Anna, first purchase");
    for _ in 0..3 {
        window.press(Key::ArrowDown);
    }
    assert!(window.focused().starts_with("T1 "), "{}", window.focused());
    assert_eq!(selected(&window).as_deref(), Some("T1"));
    window.press(Key::ArrowLeft);
    assert!(window.focused().starts_with("Step 1"));
    window.press(Key::ArrowLeft);
    assert!(!window.has_tree_item("T1 "), "folded");
    window.press(Key::ArrowDown);
    assert_eq!(window.focused(), "Stage Consider");
    let stage = window.map(|map| map.stages[1].id);
    assert_eq!(window.editor(|editor| editor.selection().clone()), Selection::Stage(stage));
    window.press(Key::ArrowUp);
    window.press(Key::ArrowRight);
    assert!(window.has_tree_item("T1 "), "unfolded");
    window.press(Key::End);
    assert_eq!(window.focused(), "Inbox");
}

#[test]
fn what_is_selected_on_the_map_is_shown_in_the_outline() {
    let mut window = outline();
    window.press(Key::Home);
    window.press(Key::ArrowLeft);
    assert!(!window.has_tree_item("T6 "));
    window.press(Key::Escape);
    window.press(Key::End);
    assert!(window.has_tree_item("T6 "), "unfolded for it");
    let name = window.tree("Outline").into_iter().find(|(_, name)| name.starts_with("T6 "));
    let name = name.unwrap().1;
    let node = window.node(Role::TreeItem, &name);
    assert_eq!(node.accesskit_node().is_selected(), Some(true));
}

#[test]
fn a_row_is_reached_by_the_beginning_of_its_title() {
    let mut window = outline();
    window.press(Key::Home);
    type_to(&mut window, "paid a");
    assert_eq!(selected(&window).as_deref(), Some("T2"));
    type_to(&mut window, "self");
    assert_eq!(selected(&window).as_deref(), Some("T5"));
}

#[test]
fn text_is_edited_in_the_row() {
    let mut window = outline();
    for (key, start, new) in [
        (Key::F2, "blog", "Guide"),
        (Key::Enter, "consider", "Compare"),
        (Key::F2, "website", "Web"),
    ] {
        type_to(&mut window, start);
        window.press(key);
        window.press_ctrl(Key::A);
        window.type_text(new);
        window.press(Key::Enter);
    }
    assert_eq!(titles(&window)[0], "Guide");
    let (stage, lane) = window.map(|map| (map.stages[1].name.clone(), map.lanes[0].name.clone()));
    assert_eq!((stage.as_str(), lane.as_str()), ("Compare", "Web"));
    assert_eq!(window.focused(), "Lane Web", "the keyboard is in the tree again");
    type_to(&mut window, "guide");
    window.press(Key::F2);
    window.type_text("lost");
    window.press(Key::Escape);
    assert_eq!(titles(&window)[0], "Guide", "Escape leaves it as it was");
    window.press_ctrl(Key::Z);
    window.press_ctrl(Key::Z);
    window.press_ctrl(Key::Z);
    assert!(titles(&window)[0].starts_with("Blog"), "one step each");
}

#[test]
fn cards_are_marked_moved_and_deleted() {
    let mut window = outline();
    type_to(&mut window, "blog");
    window.press(Key::Num3);
    let mark = |window: &Window| window.map(|map| map.touchpoints[0].mark);
    assert_eq!(mark(&window), Some(Mark::Friction));
    window.press(Key::Num0);
    assert_eq!(mark(&window), None);
    let step = |window: &Window| window.map(|map| map.touchpoints[0].place.cell.map(|it| it.step));
    let before = step(&window);
    window.press_with(Modifiers::ALT, Key::ArrowRight);
    assert_ne!(step(&window), before);
    type_to(&mut window, "buy");
    window.press_with(Modifiers::ALT, Key::ArrowUp);
    let stages = window.map(|map| map.stages[1].name.clone());
    assert_eq!(stages, "Buy", "up the list is left on the map");
    window.press_ctrl(Key::Z);
    type_to(&mut window, "customer portal");
    window.press(Key::Delete);
    assert!(!titles(&window).iter().any(|title| title.starts_with("Customer portal")));
    assert!(window.focused().starts_with("T7 "), "the next: {}", window.focused());
    assert_eq!(selected(&window).as_deref(), Some("T7"));
}

#[test]
fn cards_are_added_after_the_row_one_after_the_other() {
    let mut window = outline();
    type_to(&mut window, "blog");
    window.press_ctrl(Key::Enter);
    window.type_text("First");
    window.press(Key::Enter);
    window.type_text("Second");
    window.press(Key::Enter);
    window.press(Key::Escape);
    let cell = window.map(|map| map.touchpoints[0].place.cell);
    let there: Vec<String> =
        window.map(|map| map.cards_in(cell).iter().map(|card| card.title.clone()).collect());
    assert_eq!(there.get(1..).unwrap_or_default(), ["First", "Second"]);
    assert!(window.focused().contains("Second"), "{}", window.focused());
    window.press_ctrl(Key::Z);
    assert!(!titles(&window).contains(&"Second".to_owned()), "one step each");

    window.press(Key::End);
    window.press_ctrl(Key::Enter);
    window.type_text("Later");
    window.press(Key::Enter);
    let place = window.map(|map| map.touchpoints.last().map(|card| card.place.cell));
    assert_eq!(place, Some(None), "in the inbox");
}

#[test]
fn a_reader_folds_and_clicks_rows() {
    let mut window = outline();
    let name = "T1 Blog on problems that customers research, positive, Website";
    let name = window.tree("Outline").into_iter().find(|(_, it)| it.starts_with(name)).unwrap().1;
    window.node(Role::TreeItem, &name).click_accesskit();
    window.run();
    assert_eq!(selected(&window).as_deref(), Some("T1"));
    assert_eq!(window.focused(), name);
}

#[test]
fn only_rows_in_view_are_drawn_and_the_rest_is_reached() {
    let mut project = project();
    let mut ids = IdSource::seeded(2);
    let map = Arc::make_mut(&mut project.maps[0]);
    let cells: Vec<_> = map
        .columns()
        .flat_map(|column| {
            map.lanes.iter().map(move |lane| Cell { step: column.step.id, lane: lane.id })
        })
        .collect();
    for (number, &cell) in (100..).zip(cells.iter().cycle().take(2_000)) {
        let place = map.place_at_end(Some(cell));
        let card = Touchpoint::new(ids.next(), Code(number), "Another", place);
        map.touchpoints.push(Arc::new(card));
    }
    let mut window = open(project);
    window.press(Key::Home);
    assert!(window.tree("Outline").len() < 60);
    type_to(&mut window, "service portal");
    assert!(window.focused().contains("Service portal"), "{}", window.focused());
    let rows = window.tree("Outline");
    assert!(rows.len() < 60, "{}", rows.len());
    assert!(rows.iter().any(|(_, name)| name == "Stage Get help"), "what it is in has a node too");
    let row = rows.iter().find(|(_, name)| name.contains("Service portal")).unwrap().1.clone();
    let place = window.node(Role::TreeItem, &row).rect();
    assert!(place.min.y > 64.0 && place.max.y < 780.0, "in view: {place:?}");
}

#[test]
fn the_view_is_remembered() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = SettingsFile::at(folder.path().join("settings.conf"));
    let mut window = Window::with_settings(file.clone());
    window.app(|app| app.show_project(project()));
    window.run();
    window.click_tab("Outline");
    assert!(window.has(Role::Tree, "Outline"));
    assert_eq!(file.load().0.left, LeftView::Outline);
    window.press_ctrl(Key::B);
    assert!(!window.has(Role::Tree, "Outline"), "the library is there instead");
    assert_eq!(file.load().0.left, LeftView::Library);
}
