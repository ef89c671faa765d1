//! Days and tasks: the date field with its calendar, and what is to be done about touchpoints.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::NodeT;
use touchline::{
    catalog::{Template, new_project},
    model::{IdSource, Project},
    text::Language,
};
use window::Window;

fn project() -> Project {
    new_project(Template::Sample, Language::En, &mut IdSource::seeded(1))
}

fn next_review(window: &Window) -> String {
    let next = window.editor(|editor| editor.project().review.next);
    next.map(|day| day.to_string()).unwrap_or_default()
}

/// On the project's fields, with the keyboard in the day of the next review.
fn on_next_review() -> Window {
    let mut window = Window::on(project());
    window.click("Project and personas…");
    window.node(Role::TextInput, "Next").focus();
    window.run();
    window
}

#[test]
fn a_day_is_typed_as_one_likes_and_taken_when_the_field_is_left() {
    let mut window = on_next_review();
    window.type_text("+2w");
    assert_eq!(next_review(&window), "", "nothing changes while one types");
    window.press(Key::Enter);
    assert_eq!(next_review(&window), "2026-12-07");
    let shown = window.node(Role::TextInput, "Next").accesskit_node().value();
    assert_eq!(shown.as_deref(), Some("7 Dec 2026"));
    window.press_ctrl(Key::Z);
    assert_eq!(next_review(&window), "", "one step");
}

#[test]
fn what_is_no_day_stays_and_is_said_and_escape_takes_it_back() {
    let mut window = on_next_review();
    window.type_text("soon");
    window.press(Key::Enter);
    assert_eq!(next_review(&window), "");
    let field = window.node(Role::TextInput, "Next");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("soon"));
    field.focus();
    window.run();
    window.press(Key::Escape);
    let shown = window.node(Role::TextInput, "Next").accesskit_node().value();
    assert_eq!(shown.unwrap_or_default(), "");
}

#[test]
fn a_day_is_chosen_from_the_calendar_with_the_keyboard() {
    let mut window = on_next_review();
    window.press(Key::ArrowDown);
    assert_eq!(window.focused(), "Monday, 23 Nov 2026");
    for (key, day) in [
        (Key::ArrowRight, "Tuesday, 24 Nov 2026"),
        (Key::ArrowDown, "Tuesday, 1 Dec 2026"),
        (Key::End, "Sunday, 6 Dec 2026"),
        (Key::Home, "Monday, 30 Nov 2026"),
        (Key::PageDown, "Wednesday, 30 Dec 2026"),
        (Key::PageUp, "Monday, 30 Nov 2026"),
        (Key::ArrowUp, "Monday, 23 Nov 2026"),
    ] {
        window.press(key);
        assert_eq!(window.focused(), day, "{key:?}");
    }
    window.press_with(Modifiers::SHIFT, Key::PageDown);
    assert_eq!(window.focused(), "Tuesday, 23 Nov 2027");
    window.press(Key::Enter);
    assert_eq!(next_review(&window), "2027-11-23");
    assert_eq!(window.focused(), "Next", "the keyboard is in the field again");
}

#[test]
fn a_day_is_chosen_from_the_calendar_with_the_mouse_and_taken_away() {
    let mut window = on_next_review();
    window.click("Calendar: Next");
    window.click("Month after");
    window.node(Role::GridCell, "Friday, 4 Dec 2026").click();
    window.run();
    assert_eq!(next_review(&window), "2026-12-04");
    window.click("Calendar: Next");
    window.click("No date");
    assert_eq!(next_review(&window), "");
    window.click("Calendar: Next");
    window.press(Key::Escape);
    assert!(!window.has(Role::Button, "No date"), "Escape closes it");
}
