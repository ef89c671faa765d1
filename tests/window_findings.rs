//! The findings: counted in the status bar, listed at the left, each a way to its place.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::NodeT;
use std::sync::Arc;
use touchline::{
    catalog::{Template, new_project},
    editor::Selection,
    model::{FindingKind, IdSource, Mark, Project},
    text::Language,
};
use window::Window;

/// The sample as T1 and T2 are friction that nobody owns, and nothing else is found; and on a
/// second map the same with T1 alone.
fn project() -> Project {
    let mut ids = IdSource::seeded(1);
    let mut project = new_project(Template::Sample, Language::En, &mut ids);
    project.silent = FindingKind::ALL.into_iter().collect();
    project.silent.remove(&FindingKind::FrictionWithoutOwner);
    let map = Arc::make_mut(&mut project.maps[0]);
    for (at, card) in map.touchpoints.iter_mut().enumerate() {
        let card = Arc::make_mut(card);
        card.owner = "Anna".into();
        if at < 2 {
            card.mark = Some(Mark::Friction);
            card.owner.clear();
        }
    }
    let mut second = map.with_new_ids(&mut ids);
    second.title = "Second".into();
    Arc::make_mut(&mut second.touchpoints[1]).owner = "Ben".into();
    let mut next = project.next_code.0;
    for card in &mut second.touchpoints {
        Arc::make_mut(card).code.0 = next;
        next += 1;
    }
    project.next_code.0 = next;
    project.maps.truncate(1);
    project.maps.push(Arc::new(second));
    project
}

fn opened() -> Window {
    let mut window = Window::on(project());
    window.press(Key::F8);
    window
}

fn selected(window: &Window) -> Option<String> {
    window.editor(|editor| editor.selected_cards().next().map(|card| card.code.to_string()))
}

/// What the rows in view begin with.
fn names(window: &Window) -> Vec<String> {
    let rows = window.names_in(Role::ListBox, "Findings").into_iter();
    rows.filter(|name| name.starts_with('T')).collect()
}

#[test]
fn the_status_bar_counts_them_and_opens_the_list() {
    let mut window = Window::on(project());
    window.click("3 findings");
    assert!(window.has(Role::ListBox, "Findings"));
    assert!(window.has(Role::Heading, "Friction without an owner, 3"));
    assert_eq!(names(&window).len(), 3, "{:?}", names(&window));
    assert!(window.focused().starts_with("T1 "), "the first has the keyboard");
}

#[test]
fn nothing_is_counted_where_nothing_is_found() {
    let mut project = project();
    project.silent = FindingKind::ALL.into_iter().collect();
    let mut window = Window::on(project);
    assert!(!window.says("finding"), "not in the status bar");
    window.press(Key::F8);
    assert!(window.says("Nothing of what is looked for."));
    assert!(window.focused().contains("12 off"), "{}", window.focused());
}

#[test]
fn a_review_that_is_due_is_told_with_its_day_as_it_is() {
    let mut project = project();
    project.silent.remove(&FindingKind::ReviewDue);
    project.review.next = Some("2026-11-20".parse().unwrap());
    let mut window = Window::on(project);
    window.press(Key::F8);
    let told = |window: &Window, words: &str| {
        window.names_in(Role::ListBox, "Findings").iter().any(|name| name.contains(words))
    };
    assert!(told(&window, "20 Nov 2026"));
    window.press(Key::Enter);
    window.node(Role::TextInput, "Next").focus();
    window.run();
    window.press_ctrl(Key::A);
    window.type_text("22 Nov");
    window.press(Key::Enter);
    assert!(told(&window, "22 Nov 2026") && !told(&window, "20 Nov 2026"));
}

#[test]
fn enter_goes_to_the_place_on_another_map_too() {
    let mut window = opened();
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_eq!(selected(&window).as_deref(), Some("T2"));
    assert!(window.focused().starts_with("T2 "), "the keyboard stays in the list");
    window.press(Key::End);
    assert_eq!(selected(&window).as_deref(), Some("T2"), "only Enter goes there");
    let name = window.focused();
    window.press(Key::Enter);
    assert_eq!(window.map(|map| map.title.clone()), "Second");
    let there = selected(&window).unwrap();
    assert!(name.starts_with(&there), "{name} is {there}");
    window.press(Key::Home);
    assert!(window.focused().starts_with("T1 "), "over the heading");
    window.press(Key::Escape);
    assert!(window.map_has_keyboard());
}

#[test]
fn a_click_goes_to_the_place_and_marking_it_green_ends_it() {
    let mut window = opened();
    let name = names(&window).remove(0);
    window.node(Role::ListBoxOption, &name).click();
    window.run();
    assert_eq!(selected(&window).as_deref(), Some("T1"));
    window.press(Key::Num1);
    assert_eq!(names(&window).len(), 2);
    assert!(window.has(Role::Button, "2 findings"));
    assert!(window.focused().starts_with("T2 "), "what stands there now");
    window.press_ctrl(Key::Z);
    assert_eq!(names(&window).len(), 3);
}

#[test]
fn a_kind_is_switched_off_where_it_stands_and_comes_back_in_the_list_of_kinds() {
    let mut window = opened();
    let place = window.node(Role::Heading, "Friction without an owner, 3").rect().center();
    window.right_click(place);
    window.click("Do not look for “Friction without an owner”");
    let silent = |window: &Window| {
        window.editor(|it| it.project().silent.contains(&FindingKind::FrictionWithoutOwner))
    };
    assert!(silent(&window));
    assert!(!window.has(Role::ListBox, "Findings"));
    window.press_ctrl(Key::Z);
    assert!(!silent(&window), "undone");
    assert!(window.has(Role::ListBox, "Findings"));
    window.press_ctrl_shift(Key::Z);
    window.click("What is looked for (12 off)");
    window.node(Role::MenuItemCheckBox, "Friction without an owner").click();
    window.run();
    assert!(!silent(&window), "it is looked for again");
    let item = window.node(Role::MenuItemCheckBox, "Friction without an owner");
    assert_eq!(item.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
}

#[test]
fn a_review_that_is_due_leads_to_the_project() {
    let mut project = project();
    project.silent = FindingKind::ALL.into_iter().collect();
    project.silent.remove(&FindingKind::ReviewDue);
    project.review.next = "2026-11-23".parse().ok();
    let mut window = Window::on(project);
    window.click("1 finding");
    window.press(Key::Enter);
    assert_eq!(window.editor(|editor| editor.selection().clone()), Selection::Project);
}

#[test]
fn two_thousand_findings_are_walked_from_end_to_end() {
    let mut project = project();
    let map = Arc::make_mut(&mut project.maps[0]);
    let first = map.touchpoints[0].clone();
    let mut ids = IdSource::seeded(7);
    for _ in 0..2_000 {
        let mut card = (*first).clone();
        (card.id, card.code) = (ids.next(), project.next_code);
        project.next_code.0 += 1;
        map.touchpoints.push(Arc::new(card));
    }
    let last = format!("{}", map.touchpoints.last().unwrap().code);
    project.maps.truncate(1);
    let mut window = Window::on(project);
    let mut buttons = window.places(Role::Button).into_iter();
    let (count, _) = buttons.find(|(name, _)| name.ends_with(" findings")).unwrap();
    assert!(count.starts_with('2') && count.contains("002"), "{count}");
    window.click(&count);
    assert!(names(&window).len() < 30, "only what is in view is there");
    window.press(Key::End);
    window.press(Key::ArrowUp);
    assert!(window.focused().starts_with(&last), "{}", window.focused());
    window.press(Key::Enter);
    assert_eq!(selected(&window), Some(last));
}
