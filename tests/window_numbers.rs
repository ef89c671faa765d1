//! The numbers: a page of bars, each named and each a way to what it counts.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Key, accesskit::Role};
use std::sync::Arc;
use touchline::{
    catalog::{Template, new_project},
    model::{IdSource, Mark, Project, Qualities, Quality, Score},
    text::Language,
};
use window::Window;

/// The sample with T1 as the only friction, on the first of its steps.
fn project() -> Project {
    let mut project = new_project(Template::Sample, Language::En, &mut IdSource::seeded(1));
    let map = Arc::make_mut(&mut project.maps[0]);
    for card in &mut map.touchpoints {
        let card = Arc::make_mut(card);
        card.mark = Some(Mark::Positive);
        card.qualities = Qualities::default();
        card.tasks.clear();
    }
    let first = Arc::make_mut(&mut map.touchpoints[0]);
    first.mark = Some(Mark::Friction);
    first.qualities.set_score(Quality::Simple, Score::new(2));
    project.maps.truncate(1);
    project
}

fn selected(window: &Window) -> Vec<String> {
    window.editor(|editor| editor.selected_cards().map(|card| card.code.to_string()).collect())
}

#[test]
fn each_number_is_said_and_leads_to_its_touchpoints() {
    let mut window = Window::on(project());
    let all = window.map(|map| map.touchpoints.len());
    window.choose("Workshop", "Numbers");
    for words in [
        &format!("Friction: 1 of {all}"),
        "Simple: 2.0 of 5 on average",
        "Personal: not rated",
        "Step 1: 1 step",
        "Become aware, Friction: 1 of 1",
    ] {
        let is_there = window.has(Role::Button, words) || window.has(Role::Label, words);
        assert!(is_there, "{words}");
    }
    assert!(!window.has(Role::Button, "Personal: not rated"), "nothing is behind it");
    assert!(window.says("No tasks yet."));
    window.click(&format!("Friction: 1 of {all}"));
    assert_eq!(selected(&window), ["T1"]);
    assert!(window.map_has_keyboard(), "it is seen on the map");
}

#[test]
fn the_numbers_follow_the_map_and_escape_leaves_them() {
    let mut window = Window::on(project());
    window.choose("Workshop", "Numbers");
    let all = window.map(|map| map.touchpoints.len());
    window.click("Simple: 2.0 of 5 on average");
    window.press(Key::Num1);
    window.choose("Workshop", "Numbers");
    assert!(window.has(Role::Button, &format!("Positive: {all} of {all}")));
    assert!(window.says("Every step has a positive touchpoint."));
    window.press(Key::Escape);
    assert!(window.map_has_keyboard());
}

#[test]
fn where_nothing_is_to_count_it_is_said_what_to_do() {
    let project = new_project(Template::Blank, Language::En, &mut IdSource::seeded(1));
    let mut window = Window::on(project);
    window.choose("Workshop", "Numbers");
    assert!(window.says("Nothing to count yet"));
    window.click("To the map");
    assert!(window.map_has_keyboard());
}
