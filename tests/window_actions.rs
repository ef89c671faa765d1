//! Customer actions first, then their touchpoints; and what a map is for, in the window.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Event, Key, Role};
use std::sync::Arc;
use touchline::{
    model::{
        self, Cell, Code, IdSource, JourneyMap, Lane, Period, Project, Stage, Step, Touchpoint,
    },
    scene::Source,
    settings::SettingsFile,
};
use window::Window;

/// One stage of one step, and two lanes, the first for what nobody sees.
fn project() -> Project {
    let mut ids = IdSource::seeded(1);
    let mut map = JourneyMap::new(ids.next(), "Anna");
    let mut stage = Stage::new(ids.next(), "Before", Some(Period::Before));
    stage.steps = vec![Step::new(ids.next(), "")];
    map.lanes = [("Back", model::Role::BackStage), ("Shop", model::Role::FrontStage)]
        .map(|(name, role)| Lane::new(ids.next(), name, role))
        .to_vec();
    map.stages.push(stage);
    Project { maps: vec![Arc::new(map)], ..Project::default() }
}

fn actions(window: &Window) -> Vec<String> {
    window.map(|map| map.columns().map(|column| column.step.action.clone()).collect())
}

fn open_step(window: &mut Window, at: usize) {
    let step = window.map(|map| map.columns().nth(at).unwrap().step.id);
    let place = window.place_of(Source::Step(step));
    window.double_click(place);
}

const LIST: &str = "1. notices a problem\n\n2. searches for reviews\n- buys\n";

#[test]
fn a_list_that_is_pasted_into_a_step_becomes_steps_in_one_undo_step() {
    let mut window = Window::on(project());
    open_step(&mut window, 0);
    window.event(Event::Paste(LIST.to_owned()));
    let written = ["notices a problem", "searches for reviews", "buys"];
    assert_eq!(actions(&window), written);
    window.press_ctrl(Key::Z);
    assert_eq!(actions(&window), [""]);
    window.press_ctrl(Key::Y);
    assert_eq!(actions(&window), written);
    // One that has an action is replaced: its text was selected.
    open_step(&mut window, 1);
    window.event(Event::Paste("asks\ncompares".to_owned()));
    assert_eq!(actions(&window), ["notices a problem", "asks", "compares", "buys"]);
}

#[test]
fn a_new_step_takes_a_list_too_and_so_does_the_inspector() {
    let mut window = Window::on(project());
    window.press(Key::S);
    window.event(Event::Paste("looks\nasks".to_owned()));
    assert_eq!(actions(&window), ["", "looks", "asks"]);
    let step = window.map(|map| map.columns().next().unwrap().step.id);
    let at = window.place_of(Source::Step(step));
    window.drag(at, at);
    let field = window.node(Role::MultilineTextInput, "Customer action").rect().center();
    window.drag(field, field);
    window.event(Event::Paste("a\nb".to_owned()));
    assert_eq!(actions(&window), ["a", "b", "looks", "asks"]);
}

#[test]
fn a_list_that_is_longer_than_a_line_can_be_is_taken_whole_by_the_inspector() {
    let mut window = Window::on(project());
    let step = window.map(|map| map.columns().next().unwrap().step.id);
    let at = window.place_of(Source::Step(step));
    window.drag(at, at);
    let field = window.node(Role::MultilineTextInput, "Customer action").rect().center();
    window.drag(field, field);
    let list: Vec<_> = (1..=60).map(|number| format!("asks in shop {number} again")).collect();
    window.event(Event::Paste(list.join("\n")));
    assert_eq!(actions(&window), list);
}

#[test]
fn actions_are_written_one_after_the_other_with_enter() {
    let mut window = Window::on(project());
    window.press(Key::S);
    for action in ["looks", "asks", "buys"] {
        window.type_text(action);
        window.press(Key::Enter);
    }
    window.press(Key::Escape);
    assert_eq!(actions(&window), ["", "looks", "asks", "buys"]);
}

#[test]
fn an_action_without_touchpoint_gets_one_from_the_catalogue() {
    let mut window = Window::on(project());
    open_step(&mut window, 0);
    window.type_text("searches for reviews of the product");
    window.press(Key::Enter);
    window.press(Key::Escape);
    let step = window.map(|map| map.columns().next().unwrap().step.id);
    let at = window.place_of(Source::Step(step));
    window.drag(at, at);
    assert!(window.says("No touchpoint matches this action yet."));
    window.click("Add Reviews and testimonials at this step");
    let placed = |window: &Window| {
        window.map(|map| {
            let card = map.touchpoints.first()?;
            let lane = map.lane(card.place.cell?.lane)?.name.clone();
            Some((card.catalog.clone()?, card.period, lane))
        })
    };
    // Where customers meet something: not in the first lane, which nobody sees.
    let expected = ("reviews-testimonials".to_owned(), Some(Period::Before), "Shop".to_owned());
    assert_eq!(placed(&window), Some(expected));
    assert!(!window.says("No touchpoint matches this action yet."), "it is matched");
    window.press_ctrl(Key::Z);
    assert_eq!(placed(&window), None);
    // In a cell, the cell's lane.
    let at = window.middle_of_cell("Journey map", 0, 0);
    window.drag(at, at);
    window.click("Add Reviews and testimonials at this step");
    assert_eq!(placed(&window).map(|(.., lane)| lane).as_deref(), Some("Back"));
}

#[test]
fn a_touchpoint_without_action_is_said_where_the_action_is_written() {
    let mut window = Window::on({
        let mut project = project();
        let map = Arc::make_mut(&mut project.maps[0]);
        let cell = Cell { step: map.stages[0].steps[0].id, lane: map.lanes[0].id };
        let place = map.place_at_end(Some(cell));
        map.touchpoints.push(Arc::new(Touchpoint::new(7.into(), Code(1), "Blog", place)));
        project.next_code = Code(2);
        project
    });
    let step = window.map(|map| map.columns().next().unwrap().step.id);
    let at = window.place_of(Source::Step(step));
    window.drag(at, at);
    assert!(window.says("serve no customer action yet"));
    let field = window.node(Role::MultilineTextInput, "Customer action").rect().center();
    window.drag(field, field);
    window.type_text("reads");
    assert!(!window.says("serve no customer action yet"));
}

#[test]
fn what_a_map_is_for_is_a_quiet_line_until_it_is_said() {
    let mut window = Window::on(project());
    assert!(!window.has(Role::MultilineTextInput, "Goal"));
    window.click("Scenario, goal, owner…");
    let goal = window.node(Role::MultilineTextInput, "Goal").rect().center();
    window.drag(goal, goal);
    window.type_text("Sit without pain");
    window.press(Key::Enter);
    assert_eq!(window.map(|map| map.goal.clone()), "Sit without pain");
    window.press_ctrl(Key::Z);
    assert_eq!(window.map(|map| map.goal.clone()), "", "typing is one step");
}

#[test]
fn that_one_map_is_not_enough_is_said_until_somebody_closes_it() {
    let advice = "One map is rarely enough.";
    let folder = tempfile::tempdir().unwrap();
    let settings = || SettingsFile::at(folder.path().join("settings.conf"));
    let mut window = Window::with_settings(settings());
    let begun = || {
        let mut project = project();
        let map = Arc::make_mut(&mut project.maps[0]);
        for number in 1..=5_u32 {
            let card = Touchpoint::new(
                u64::from(number + 90).into(),
                Code(number),
                format!("Card {number}"),
                map.place_at_end(None),
            );
            map.touchpoints.push(Arc::new(card));
        }
        project.next_code = Code(6);
        project
    };
    window.app(|app| app.show_project(project()));
    window.run();
    assert!(!window.says(advice), "an empty map is not bothered with it");
    window.app(|app| app.show_project(begun()));
    window.run();
    assert!(window.says(advice));
    window.click("Duplicate without touchpoints");
    let (maps, cards, shared) = window.editor(|editor| {
        let maps = &editor.project().maps;
        let keys = |map: &JourneyMap| map.stages[0].shared.clone();
        (maps.len(), editor.map().unwrap().touchpoints.len(), keys(&maps[0]) == keys(&maps[1]))
    });
    assert_eq!((maps, cards, shared), (2, 0, true));
    window.app(|app| app.show_project(begun()));
    window.run();
    window.click("Do not say this again");
    assert!(!window.says(advice));
    let mut window = Window::with_settings(settings());
    window.app(|app| app.show_project(begun()));
    window.run();
    assert!(!window.says(advice), "never again");
}
