//! The command palette as a person uses it: by accessible role and name, with real input events.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]
#![allow(dead_code, reason = "the support is shared with other tests")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Event, ImeEvent, Key, Role, Vec2};
use egui_kittest::kittest::NodeT;
use touchline::{
    catalog::{Template, new_project},
    editor::Action,
    model::{IdSource, Project},
    settings::{Settings, SettingsFile},
    text::Language,
};
use window::Window;

fn sample() -> Project {
    new_project(Template::Sample, Language::En, &mut IdSource::seeded(1))
}

/// The name of the row that is chosen.
fn chosen(window: &Window) -> Option<String> {
    let field = window.node(Role::EditableComboBox, "Commands");
    let row = field.accesskit_node().active_descendant()?;
    assert!(row.is_focused(), "screen readers hear it");
    assert_eq!((row.role(), row.is_selected()), (Role::ListBoxOption, Some(true)));
    row.label()
}

#[test]
fn every_action_is_in_the_palette() {
    let mut window = Window::on(sample());
    window.press_ctrl(Key::K);
    assert!(window.has(Role::Dialog, "Commands"));
    let text = Language::En.load();
    for action in Action::ALL {
        let label = action.label(&text);
        assert!(window.has(Role::ListBoxOption, &label), "{label}");
    }
}

#[test]
fn what_is_typed_is_found_and_enter_does_it() {
    let mut window = Window::on(sample());
    let before = window.map(|map| map.stages.len());
    window.press_ctrl(Key::K);
    window.type_text("ad stg");
    assert_eq!(chosen(&window).as_deref(), Some("Add stage"));
    window.press(Key::Enter);
    assert!(!window.has(Role::Dialog, "Commands"));
    window.press(Key::Enter);
    assert_eq!(window.map(|map| map.stages.len()), before + 1);
}

#[test]
fn the_keys_walk_the_list_and_escape_closes_it_and_nothing_else() {
    let mut window = Window::on(sample());
    window.press_ctrl(Key::A);
    let selected = window.editor(|editor| editor.selection().clone());
    window.press_ctrl(Key::K);
    window.press(Key::End);
    let last = chosen(&window).expect("the last one");
    window.press(Key::Home);
    for (key, expected) in [
        (Key::ArrowDown, "New retail journey"),
        (Key::ArrowDown, "New map of twenty touchpoints"),
        (Key::ArrowUp, "New retail journey"),
        (Key::Home, "New"),
        (Key::ArrowUp, &last),
        (Key::Home, "New"),
        (Key::End, &last),
        (Key::ArrowDown, "New"),
    ] {
        window.press(key);
        assert_eq!(chosen(&window).as_deref(), Some(expected), "{key:?}");
    }
    window.press(Key::PageDown);
    window.press(Key::PageDown);
    window.press(Key::PageUp);
    window.press(Key::PageUp);
    assert_eq!(chosen(&window).as_deref(), Some("New"));
    window.press(Key::Escape);
    assert!(!window.has(Role::Dialog, "Commands"));
    assert_eq!(window.editor(|editor| editor.selection().clone()), selected);
    window.press_ctrl(Key::K);
    window.press_ctrl(Key::K);
    assert!(!window.has(Role::Dialog, "Commands"), "the same key closes it");
}

#[test]
fn a_click_runs_and_a_resting_pointer_chooses_nothing() {
    let mut window = Window::on(sample());
    window.press_ctrl(Key::K);
    let row = window.node(Role::ListBoxOption, "Save").rect().center();
    window.press(Key::Escape);
    window.event(Event::PointerMoved(row));
    window.press_ctrl(Key::K);
    assert_eq!(chosen(&window).as_deref(), Some("New"), "the pointer did not move");
    window.event(Event::PointerMoved(row + Vec2::new(3.0, 0.0)));
    assert_eq!(chosen(&window).as_deref(), Some("Save"));
    window.press(Key::Escape);
    window.press_ctrl(Key::K);
    window.type_text("dark");
    window.node(Role::ListBoxOption, "Dark theme").click();
    window.run();
    assert!(!window.has(Role::Dialog, "Commands"));
    window.choose("View", "Light theme");
}

#[test]
fn what_cannot_be_done_says_why_and_stays() {
    let mut window = Window::start();
    window.click("Commands");
    window.type_text("mark frict");
    assert_eq!(chosen(&window).as_deref(), Some("Mark friction"));
    let row = window.node(Role::ListBoxOption, "Mark friction");
    assert!(row.accesskit_node().is_disabled());
    assert_eq!(row.accesskit_node().description().as_deref(), Some("Map · open a project first"));
    window.press(Key::Enter);
    assert!(window.has(Role::Dialog, "Commands"));
    window.type_text(" qqq");
    assert!(window.says("No command has this name."));
}

#[test]
fn an_input_method_keeps_its_keys() {
    let mut window = Window::on(sample());
    window.press_ctrl(Key::K);
    let preedit = |text: &str| {
        Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
    };
    window.event(preedit("tian"));
    window.press(Key::Enter);
    assert!(window.has(Role::Dialog, "Commands"), "Enter was the input method's");
    window.event(preedit(""));
    window.event(Event::Ime(ImeEvent::Commit("about".to_owned())));
    assert_eq!(chosen(&window).as_deref(), Some("About Touchline"));
    window.press(Key::Enter);
    assert!(window.says("Version"));
}

#[test]
fn what_was_used_last_is_first_next_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.conf");
    let mut window = Window::with_settings(SettingsFile::at(path.clone()));
    window.press_ctrl(Key::K);
    window.type_text("about");
    window.press(Key::Enter);
    window.press(Key::Escape);
    let (settings, _) = SettingsFile::at(path.clone()).load();
    assert_ne!(settings.commands, Settings::default().commands);
    let mut window = Window::with_settings(SettingsFile::at(path));
    window.press_ctrl(Key::K);
    assert_eq!(chosen(&window).as_deref(), Some("About Touchline"));
}

#[test]
fn a_question_mark_opens_the_sheet_of_shortcuts_and_it_is_searched() {
    let mut window = Window::on(sample());
    window.press(Key::Questionmark);
    assert!(window.says("Ctrl+N"));
    assert!(window.says("Open…"));
    window.type_text("pinch");
    assert!(window.says("Zoom at the pointer"));
    assert!(!window.says("Ctrl+N"));
    window.press(Key::Escape);
    assert!(!window.says("Zoom at the pointer"));
}
