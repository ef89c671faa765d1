//! The window when others reach its file too: it is changed there, it is gone and back again.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/place.rs"]
mod place;
#[path = "support/window.rs"]
mod window;

use egui::{Key, Role};
use place::{Place, come_back, project, shown};
use std::fs;
use touchline::{editor::Editor, file};
use window::Window;

/// Deletes the first card.
fn edit(window: &mut Window) {
    window.press(Key::Home);
    window.press(Key::Delete);
}

#[test]
fn a_file_that_somebody_else_changed_is_shown_as_it_is_now() {
    let place = Place::new();
    let mut window = place.window();
    window.press(Key::Home);
    let before = window.editor(|editor| (editor.selection().clone(), *editor.camera()));
    place.put(&project(&["Reviews", "Queue", "Receipt"]));
    come_back(&mut window);
    assert_eq!(shown(&window), ["Reviews", "Queue", "Receipt"]);
    assert!(window.says("shop.ron was changed by somebody else. You see it as it is now."));
    assert!(window.editor(|editor| !editor.is_unsaved()));
    let after = window.editor(|editor| (editor.selection().clone(), *editor.camera()));
    assert_eq!(before, after, "selection and view stay");
    // It is one step; then the version before is there, and not saved.
    window.click("Undo");
    assert_eq!(shown(&window), ["Reviews", "Queue"]);
    assert!(window.editor(Editor::is_unsaved));
    window.press_ctrl(Key::S);
    assert_eq!(place.in_file(), ["Reviews", "Queue"]);
    assert_eq!(place.versions()[0], ["Reviews", "Queue", "Receipt"]);
    // Nothing happened: nothing is said, and nothing is done.
    come_back(&mut window);
    assert!(window.editor(|editor| editor.redo_name().is_some()));
}

#[test]
fn what_was_changed_on_both_sides_is_asked_about_and_nothing_goes() {
    for (answer, in_file, kept) in [
        ("Overwrite", vec!["Queue"], vec!["Reviews", "Queue", "Receipt"]),
        ("Take theirs", vec!["Reviews", "Queue", "Receipt"], vec!["Queue"]),
    ] {
        let place = Place::new();
        let mut window = place.window();
        edit(&mut window);
        place.put(&project(&["Reviews", "Queue", "Receipt"]));
        come_back(&mut window);
        assert!(window.says("shop.ron was changed by somebody else, and you have changes too."));
        assert_eq!(shown(&window), ["Queue"], "work goes on");
        window.press_ctrl(Key::S);
        assert!(window.says("shop.ron was changed meanwhile"), "a save asks again");
        window.click("Cancel");
        window.click(answer);
        assert!(!window.says("and you have changes too"), "{answer}");
        assert_eq!(place.in_file(), in_file, "{answer}");
        assert_eq!(shown(&window), in_file, "{answer}");
        assert!(place.versions().iter().any(|version| *version == kept), "{answer}");
        assert!(window.editor(|editor| !editor.is_unsaved()), "{answer}");
    }
    let place = Place::new();
    let mut window = place.window();
    edit(&mut window);
    place.put(&project(&["Reviews", "Queue", "Receipt"]));
    come_back(&mut window);
    window.click("Save mine as a copy…");
    assert!(window.says("Save the project as"));
}

#[test]
fn a_save_asks_where_the_file_was_changed_meanwhile() {
    let place = Place::new();
    let mut window = place.window();
    edit(&mut window);
    place.put(&project(&["Reviews", "Queue", "Receipt"]));
    window.press_ctrl(Key::S);
    assert!(window.says("shop.ron was changed meanwhile"));
    assert_eq!(place.in_file(), ["Reviews", "Queue", "Receipt"]);
    window.click("Cancel");
    // What was saved or opened last is what a save goes by: of each of two windows.
    let mut other = place.window();
    edit(&mut other);
    other.press_ctrl(Key::S);
    edit(&mut other);
    other.press_ctrl(Key::S);
    assert_eq!(place.in_file(), ["Receipt"]);
    window.press_ctrl(Key::S);
    assert!(window.says("shop.ron was changed meanwhile"));
    window.click("Overwrite");
    assert_eq!(place.in_file(), ["Queue"]);
    assert_eq!(place.versions()[0], ["Receipt"]);
    other.press(Key::Home);
    other.press(Key::Num1);
    other.press_ctrl(Key::S);
    assert!(other.says("shop.ron was changed meanwhile"));
}

#[test]
fn a_change_waits_for_whoever_is_in_the_middle_of_something() {
    let place = Place::new();
    let mut window = place.window();
    window.press(Key::Home);
    window.press(Key::F2);
    place.put(&project(&["Reviews", "Queue", "Receipt"]));
    come_back(&mut window);
    assert_eq!(shown(&window).len(), 2, "a text is being typed");
    window.press(Key::Escape);
    assert_eq!(shown(&window).len(), 3);
    // What cannot be read is not shown, and not written over.
    fs::write(&place.path, "(title: \"half of a").unwrap();
    come_back(&mut window);
    assert!(window.says("cannot be read now. Your version stays open."));
    assert_eq!(shown(&window).len(), 3);
    edit(&mut window);
    window.press_ctrl(Key::S);
    assert!(window.says("shop.ron was changed meanwhile"));
    assert_eq!(fs::read_to_string(&place.path).unwrap(), "(title: \"half of a");
}

#[test]
fn with_the_stick_pulled_out_work_goes_on_and_is_saved_when_it_is_back() {
    let place = Place::new();
    let mut window = place.window();
    place.pull_out();
    come_back(&mut window);
    assert!(window.says("shop.ron cannot be reached"));
    assert!(window.says("File out of reach · safe on this computer"));
    assert!(window.editor(Editor::is_unsaved), "nothing has it now");
    edit(&mut window);
    window.press_ctrl(Key::S);
    assert!(!window.has(Role::Button, "Try again"), "nobody is stopped");
    assert!(window.says("Saved as soon as the file is back · safe on this computer"));
    // Safe on this computer means what it says.
    window.app(|app| assert!(app.is_kept(), "kept for recovery"));
    come_back(&mut window);
    place.put_back();
    come_back(&mut window);
    assert_eq!(place.in_file(), ["Queue"], "saved by itself");
    assert!(window.says("shop.ron is back, and your changes are saved to it."));
    assert!(window.editor(|editor| !editor.is_unsaved()));
    // Pulled out and put back without a change: as if nothing had been.
    place.pull_out();
    come_back(&mut window);
    place.put_back();
    come_back(&mut window);
    assert!(window.says("shop.ron is back."));
    assert!(window.editor(|editor| !editor.is_unsaved()));
}

#[test]
fn what_changed_on_the_stick_meanwhile_is_not_written_over() {
    let place = Place::new();
    let mut window = place.window();
    place.pull_out();
    edit(&mut window);
    window.press_ctrl(Key::S);
    assert!(window.says("Saved as soon as the file is back"));
    place.put_back();
    place.put(&project(&["Reviews", "Queue", "Receipt"]));
    come_back(&mut window);
    assert_eq!(place.in_file(), ["Reviews", "Queue", "Receipt"]);
    assert!(window.says("shop.ron was changed by somebody else, and you have changes too."));
    window.click("Overwrite");
    assert_eq!(place.in_file(), ["Queue"]);
}

#[test]
fn a_file_that_was_removed_is_written_anew() {
    let place = Place::new();
    let mut window = place.window();
    fs::remove_file(&place.path).unwrap();
    come_back(&mut window);
    assert!(window.says("shop.ron is not there any more"));
    assert!(window.says("File gone · safe on this computer"));
    window.press_ctrl(Key::S);
    assert_eq!(place.in_file(), ["Reviews", "Queue"]);
    assert!(!window.says("File gone"));
}

#[test]
fn what_is_being_typed_is_saved_too() {
    let place = Place::new();
    let mut window = place.window();
    // On the map.
    window.press(Key::Home);
    window.press(Key::F2);
    window.press_ctrl(Key::A);
    window.type_text("Ratings");
    window.press_ctrl(Key::S);
    assert_eq!(place.in_file(), ["Ratings", "Queue"]);
    // On a tab.
    let tab = window.node(Role::Tab, "First purchase").rect().center();
    window.double_click(tab);
    window.press_ctrl(Key::A);
    window.type_text("Second purchase");
    window.press_ctrl(Key::S);
    assert_eq!(file::open(&place.path).unwrap().project.maps[0].title, "Second purchase");
    // In the outline.
    window.press_ctrl_shift(Key::O);
    window.press(Key::Home);
    window.press(Key::F2);
    window.press_ctrl(Key::A);
    window.type_text("Third purchase");
    window.press_ctrl(Key::S);
    assert_eq!(file::open(&place.path).unwrap().project.maps[0].title, "Third purchase");
    assert!(window.editor(|editor| !editor.is_unsaved()));
}

#[test]
fn what_is_being_typed_in_tables_and_panels_is_saved_and_asked_about_too() {
    let place = Place::new();
    let mut window = place.window();
    let saved = || file::open(&place.path).unwrap().project;
    // In a cell of the table.
    window.press_ctrl_shift(Key::T);
    window.press(Key::ArrowUp);
    window.press(Key::F2);
    window.press_ctrl(Key::A);
    window.type_text("Ratings");
    window.press_ctrl(Key::S);
    assert_eq!(place.in_file(), ["Ratings", "Queue"]);
    window.press(Key::F2);
    window.type_text("Stars");
    window.press_ctrl(Key::Q);
    window.click("Cancel");
    window.press_ctrl(Key::S);
    assert_eq!(place.in_file(), ["Stars", "Queue"]);
    // The next task of a card: it is added once.
    window.press(Key::Escape);
    window.press(Key::Home);
    window.click("Tasks");
    window.node(Role::TextInput, "Add a task").focus();
    window.run();
    window.type_text("Call the supplier");
    window.press_ctrl(Key::S);
    window.press_ctrl(Key::S);
    let tasks = saved().maps[0].touchpoints[0].tasks.clone();
    assert_eq!(tasks.iter().map(|task| &*task.text).collect::<Vec<_>>(), ["Call the supplier"]);
    // A day.
    window.press(Key::Escape);
    window.press(Key::Escape);
    window.click("Project and personas…");
    window.node(Role::TextInput, "Next").focus();
    window.run();
    window.type_text("2026-12-07");
    window.press_ctrl(Key::S);
    assert_eq!(saved().review.next.map(|day| day.to_string()).as_deref(), Some("2026-12-07"));
    assert!(window.editor(|editor| !editor.is_unsaved()));
}
