//! The window on a file that somebody else is editing, or that a newer version of the program made:
//! it can be looked at and copied, and is not written over.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/place.rs"]
mod place;
#[path = "support/window.rs"]
mod window;

use egui::{Key, Role};
use place::{Place, come_back, project, shown};
use std::{fs, path::PathBuf};
use touchline::file::{self, Owner};
use window::Window;

/// The file that says who has the project open.
fn lock_of(place: &Place) -> PathBuf {
    place.path.with_file_name(".~touchline-shop.ron")
}

fn anna() -> Owner {
    Owner { user: "anna".into(), host: "laptop-7".into(), ..Owner::me() }
}

/// A window on a file that Anna has open; it asks.
fn window_while_anna_edits(place: &Place) -> Window {
    fs::write(lock_of(place), anna().to_text()).unwrap();
    let window = place.window();
    assert!(window.says("shop.ron is open elsewhere"));
    assert!(window.says("Anna on laptop-7 has shop.ron open since today, "));
    assert!(window.app(|app| app.editor().is_none()), "not yet");
    window
}

fn owner_in(place: &Place) -> Option<Owner> {
    Owner::parse(&fs::read_to_string(lock_of(place)).ok()?)
}

#[test]
fn others_are_told_as_long_as_the_file_is_open() {
    let place = Place::new();
    let mut window = place.window();
    assert!(owner_in(&place).unwrap().is_me());
    // Saved elsewhere, it is that file.
    let other = place.path.with_file_name("other.ron");
    window.press_ctrl_shift(Key::S);
    window.node(Role::TextInput, "File").focus();
    window.run();
    window.press_ctrl(Key::A);
    window.type_text(other.to_str().unwrap());
    window.press(Key::Enter);
    assert!(other.is_file());
    assert_eq!(owner_in(&place), None);
    assert!(other.with_file_name(".~touchline-other.ron").is_file());
    window.press_ctrl(Key::W);
    assert!(!other.with_file_name(".~touchline-other.ron").exists());
    let window = place.window();
    assert!(lock_of(&place).is_file());
    drop(window);
    assert!(!lock_of(&place).exists());
}

#[test]
fn a_review_that_is_due_is_said_but_not_asked_for() {
    let place = Place::new();
    let mut due = project(&["Reviews"]);
    due.review.next = Some("2026-11-20".parse().unwrap());
    place.put(&due);
    let mut window = window_while_anna_edits(&place);
    window.click("Open read-only");
    assert!(window.says("The review was due 3 days ago."));
    assert!(!window.has(Role::Button, "Not today") && !window.has(Role::Button, "Review now…"));
}

#[test]
fn a_file_that_somebody_else_is_editing_can_be_looked_at() {
    let place = Place::new();
    let mut window = window_while_anna_edits(&place);
    window.click("Open read-only");
    assert!(window.says("Read-only: anna on laptop-7 has shop.ron open since"));
    assert_eq!(shown(&window), ["Reviews", "Queue"]);
    let before = window.editor(touchline::editor::Editor::revision);
    // By key, by typing, by dragging: nothing changes, and it is said why.
    for key in [Key::Delete, Key::Num1, Key::F2, Key::T, Key::S] {
        window.press(Key::Home);
        window.press(key);
        assert_eq!(window.editor(touchline::editor::Editor::revision), before, "{key:?}");
        assert!(window.editor(|editor| editor.editing().is_none()), "{key:?}");
    }
    assert!(window.says("This project is read-only. Save it as a copy to change it."));
    let card = window.map(|map| touchline::scene::Source::Touchpoint(map.touchpoints[0].id));
    let at = window.place_of(card);
    window.drag(at, at + egui::Vec2::new(300.0, 120.0));
    assert_eq!(window.editor(touchline::editor::Editor::revision), before);
    // What Anna saves is seen.
    place.put(&project(&["Reviews", "Queue", "Receipt"]));
    come_back(&mut window);
    assert_eq!(shown(&window), ["Reviews", "Queue", "Receipt"]);
    assert!(!window.has(Role::Button, "Undo"));
    // A copy is one's own.
    window.press_ctrl(Key::S);
    assert!(window.says("Save the project as"));
    let copy = place.path.with_file_name("copy.ron");
    window.press_ctrl(Key::A);
    window.type_text(copy.to_str().unwrap());
    window.press(Key::Enter);
    assert!(copy.is_file());
    assert!(!window.says("Read-only"));
    window.press(Key::Home);
    window.press(Key::Delete);
    assert_eq!(shown(&window), ["Queue", "Receipt"]);
    window.press_ctrl(Key::S);
    assert_eq!(place.in_file(), ["Reviews", "Queue", "Receipt"]);
    assert_eq!(owner_in(&place).unwrap().user, "anna", "it is still Anna's");
}

#[test]
fn it_can_be_opened_as_a_copy_or_edited_all_the_same() {
    let place = Place::new();
    let mut window = window_while_anna_edits(&place);
    window.click("Open a copy");
    assert_eq!(shown(&window), ["Reviews", "Queue"]);
    assert!(!window.says("Read-only"));
    window.press_ctrl(Key::S);
    assert!(window.says("Save the project as"), "it has no place yet");
    assert_eq!(owner_in(&place).unwrap().user, "anna");
    drop(window);

    let mut window = window_while_anna_edits(&place);
    window.click("Cancel");
    assert!(window.app(|app| app.editor().is_none()));
    window.drop_file(&place.path);
    window.click("Edit all the same");
    assert!(!window.says("Read-only"));
    assert!(owner_in(&place).unwrap().is_me());
    window.press(Key::Home);
    window.press(Key::Delete);
    window.press_ctrl(Key::S);
    assert_eq!(place.in_file(), ["Queue"]);
    drop(window);

    // From the bar, too.
    let mut window = window_while_anna_edits(&place);
    window.click("Open read-only");
    window.click("Edit all the same");
    assert!(!window.says("Read-only"));
    window.press(Key::Home);
    window.press(Key::Delete);
    assert_eq!(shown(&window), [""; 0]);
}

#[test]
fn who_ended_or_cannot_be_told_is_in_nobodys_way() {
    let place = Place::new();
    let rebooted = Owner { boot: "before".into(), ..Owner::me() };
    if cfg!(unix) {
        fs::write(lock_of(&place), rebooted.to_text()).unwrap();
    }
    let window = place.window();
    assert_eq!(shown(&window), ["Reviews", "Queue"]);
    drop(window);
    // Something else has that name.
    fs::create_dir(lock_of(&place)).unwrap();
    let mut window = place.window();
    window.press(Key::Home);
    window.press(Key::Delete);
    window.press_ctrl(Key::S);
    assert_eq!(place.in_file(), ["Queue"]);
}

/// A file of a newer version.
fn newer() -> String {
    let bytes = file::write(&project(&["Reviews", "Queue"]));
    let text = String::from_utf8(bytes).unwrap();
    let (_, rest) = text.split_once('\n').unwrap();
    let rest = rest.replacen("title:", "horizon: Far(away: [1, 2]),\n    title:", 1);
    format!("// touchline format=99 reader=99 sum=00000000\n{rest}")
}

#[test]
fn a_copy_of_a_file_of_a_newer_version_says_why_it_cannot_be_changed() {
    let place = Place::new();
    place.put(&project(&["Reviews", "Queue"]));
    fs::write(&place.path, newer()).unwrap();
    let mut window = window_while_anna_edits(&place);
    window.click("Open a copy");
    assert_eq!(shown(&window), ["Reviews", "Queue"]);
    assert!(window.says("Read-only: a newer version of Touchline made shop.ron (format 99)."));
    window.press_ctrl(Key::W);
    assert!(window.app(|app| app.editor().is_none()), "there is nothing to be saved");
}

#[test]
fn a_file_of_a_newer_version_is_shown_and_never_written_over() {
    let place = Place::new();
    let newer = newer();
    fs::write(&place.path, &newer).unwrap();
    let mut window = place.window();
    assert!(window.says("Read-only: a newer version of Touchline made shop.ron (format 99)."));
    assert_eq!(shown(&window), ["Reviews", "Queue"]);
    window.press(Key::Home);
    window.press(Key::Delete);
    assert_eq!(shown(&window), ["Reviews", "Queue"]);
    window.click("Save as a copy…");
    assert!(window.says("Save the project as"));
    window.press_ctrl(Key::A);
    window.type_text(place.path.to_str().unwrap());
    window.press(Key::Enter);
    if window.has(Role::Button, "Replace it") {
        window.click("Replace it");
    }
    assert!(window.says("it is not written over; choose another name"));
    assert_eq!(fs::read_to_string(&place.path).unwrap(), newer);
    window.click("Cancel");
    // Nor is one that came there while another was open.
    let place = Place::new();
    let mut window = place.window();
    window.press(Key::Home);
    window.press(Key::Delete);
    fs::write(&place.path, &newer).unwrap();
    window.press_ctrl(Key::S);
    window.click("Overwrite");
    assert!(window.says("it is not written over; choose another name"));
    assert_eq!(fs::read_to_string(&place.path).unwrap(), newer);
}

#[test]
fn an_earlier_version_is_not_brought_back_into_what_is_only_looked_at() {
    let place = Place::new();
    place.put(&project(&["Reviews"]));
    let mut window = window_while_anna_edits(&place);
    window.click("Open read-only");
    window.choose("File", "Earlier versions…");
    assert!(!window.has(Role::Button, "Bring it back"));
    window.click("Open as a copy");
    assert_eq!(shown(&window), ["Reviews", "Queue"]);
    assert!(!window.says("Read-only"));
}
