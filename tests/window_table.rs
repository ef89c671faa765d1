//! Pages of the window, and the table: every touchpoint as a row, with the map's selection.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Key, accesskit::Role};
use touchline::{
    catalog::{Template, new_project},
    model::{IdSource, Project},
    text::Language,
};
use window::Window;

fn project() -> Project {
    new_project(Template::Sample, Language::En, &mut IdSource::seeded(1))
}

#[test]
fn a_page_takes_the_place_of_the_map_and_escape_goes_back() {
    let mut window = Window::on(project());
    assert!(window.has(Role::Canvas, "Journey map"));
    window.click("Page: Map");
    window.node(Role::MenuItemCheckBox, "Table").click();
    window.run();
    assert!(!window.has(Role::Canvas, "Journey map"));
    assert!(window.has(Role::Button, "Page: Table"));
    assert_eq!(window.focused(), "Table", "the page has the keyboard");
    window.press(Key::Escape);
    assert!(window.has(Role::Canvas, "Journey map"));
    assert!(window.map_has_keyboard());
    window.choose("Workshop", "Table");
    assert!(window.has(Role::Button, "Page: Table"));
    window.choose("Workshop", "Map");
    assert!(window.has(Role::Canvas, "Journey map"));
}

#[test]
fn what_only_the_map_shows_goes_there_first() {
    let mut window = Window::on(project());
    window.press_ctrl_shift(Key::T);
    assert!(window.has(Role::Button, "Page: Table"));
    let before = window.map(|map| map.touchpoints.len());
    window.press_ctrl(Key::Enter);
    assert!(window.has(Role::Canvas, "Journey map"));
    window.type_text("A new card");
    window.press(Key::Enter);
    assert_eq!(window.map(|map| map.touchpoints.len()), before + 1);
}

#[test]
fn the_keyboard_comes_back_to_the_page_and_f6_knows_it() {
    let mut window = Window::on(project());
    window.press_ctrl_shift(Key::T);
    window.press(Key::F1);
    window.press(Key::Escape);
    assert_eq!(window.focused(), "Table", "after a dialog");
    window.press(Key::F6);
    assert_ne!(window.focused(), "Table");
    window.press(Key::Escape);
    for _ in 0..8 {
        if window.focused() == "Table" {
            return;
        }
        window.press(Key::F6);
    }
    panic!("F6 does not come to the page: {}", window.focused());
}
