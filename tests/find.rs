//! Finding and filtering in the window: by accessible role and name, with real input events.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Key, Modifiers, Role};
use std::sync::Arc;
use touchline::{
    editor::{Bright, Selection},
    model::{self, Cell, Code, IdSource, JourneyMap, Lane, Mark, Project, Stage, Step, Touchpoint},
};
use window::Window;

/// Two maps; on the first, one stage of two steps, two lanes, four cards and one in the inbox.
fn project() -> Project {
    let mut ids = IdSource::seeded(1);
    let mut map = JourneyMap::new(ids.next(), "First purchase");
    let mut stage = Stage::new(ids.next(), "Consider", None);
    stage.steps = vec![Step::new(ids.next(), "Сравнивает приём"), Step::new(ids.next(), "")];
    map.lanes = ["Website", "Shop"]
        .map(|name| Lane::new(ids.next(), name, model::Role::default()))
        .to_vec();
    let cell = |step: usize, lane: usize| {
        Some(Cell { step: stage.steps[step].id, lane: map.lanes[lane].id })
    };
    let cards = [
        ("Reviews", cell(0, 0), Some(Mark::Positive), "Web"),
        ("Queue at the till", cell(1, 1), Some(Mark::Friction), "Shop"),
        ("Review by post", cell(1, 0), Some(Mark::Friction), "Web"),
        ("Приемная", cell(0, 1), None, ""),
        ("Waiting review", None, None, ""),
    ];
    map.stages.push(stage);
    for ((title, cell, mark, channel), code) in cards.into_iter().zip(1..) {
        let place = map.place_at_end(cell);
        let mut card = Touchpoint::new(ids.next(), Code(code), title, place);
        card.mark = mark;
        channel.clone_into(&mut card.channel);
        map.touchpoints.push(Arc::new(card));
    }
    let mut other = JourneyMap::new(ids.next(), "Second purchase");
    let place = other.place_at_end(None);
    other.touchpoints.push(Arc::new(Touchpoint::new(ids.next(), Code(9), "Old review", place)));
    Project {
        title: "Online shop".to_owned(),
        maps: vec![Arc::new(map), Arc::new(other)],
        next_code: Code(10),
        ..Project::default()
    }
}

fn selected(window: &Window) -> Vec<String> {
    window.editor(|editor| editor.selected_cards().map(|card| card.title.clone()).collect())
}

#[test]
fn a_text_is_found_gone_to_and_left() {
    let mut window = Window::on(project());
    window.press_ctrl(Key::F);
    window.type_text("REVIEW");
    assert!(window.says("3 found"));
    assert!(selected(&window).is_empty(), "typing moves nothing yet");
    for (modifiers, at, title) in [
        (Modifiers::NONE, "1 of 3", "Reviews"),
        (Modifiers::NONE, "2 of 3", "Review by post"),
        (Modifiers::NONE, "3 of 3", "Waiting review"),
        (Modifiers::NONE, "1 of 3", "Reviews"),
        (Modifiers::SHIFT, "3 of 3", "Waiting review"),
    ] {
        window.press_with(modifiers, Key::Enter);
        assert!(window.says(at), "{at}");
        assert_eq!(selected(&window), [title]);
    }
    assert!(window.node(Role::TextInput, "Find in titles, actions and notes").is_focused());
    window.press(Key::Escape);
    assert!(!window.says("3 of 3") && window.map_has_keyboard());
    assert!(window.editor(|editor| editor.matches().is_empty()));
    assert_eq!(selected(&window), ["Waiting review"], "what was found stays selected");

    window.press(Key::F3);
    assert!(window.says("1 of 3"), "the last search is taken up again");
    assert!(window.map_has_keyboard());
    window.press_with(Modifiers::SHIFT, Key::F3);
    assert!(window.says("3 of 3"));
}

#[test]
fn ё_is_found_as_е_in_customer_actions_too() {
    let mut window = Window::on(project());
    window.press_ctrl(Key::F);
    window.type_text("прием");
    assert!(window.says("2 found"));
    window.press(Key::Enter);
    let step = window.map(|map| map.stages[0].steps[0].id);
    assert_eq!(window.editor(|editor| editor.selection().clone()), Selection::Step(step));
}

#[test]
fn what_stands_on_another_map_is_counted_and_gone_to() {
    let mut window = Window::on(project());
    window.press_ctrl(Key::F);
    window.type_text("review");
    window.click("1 on other maps");
    window.click("Second purchase · 1");
    assert_eq!(window.map(|map| map.title.clone()), "Second purchase");
    assert_eq!(selected(&window), ["Old review"]);
    assert!(window.says("1 of 1") && window.says("3 on other maps"));
}

#[test]
fn the_filter_dims_says_so_and_is_cleared() {
    let mut window = Window::on(project());
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    assert!(window.node(Role::Button, "Positive, 1").is_focused());
    window.click("Friction, 2");
    assert!(window.says("2 of 4") && window.says("Filter: 2 of 4"));
    window.click("Channel");
    window.node(Role::MenuItemCheckBox, "Web, 2").click();
    window.run();
    window.press(Key::Escape);
    let bright = |window: &Window| window.editor(touchline::editor::Editor::bright);
    assert_eq!(bright(&window), Some(Bright { count: 1, of: 4 }));
    assert!(window.has(Role::Button, "Channel: Web"));
    let is_dimmed = |title: &str| {
        window.editor(|editor| {
            let map = editor.map().unwrap();
            let card = map.touchpoints.iter().find(|card| card.title == title).unwrap();
            editor.is_dimmed(card.id)
        })
    };
    assert!(is_dimmed("Reviews") && !is_dimmed("Review by post"));
    assert!(!window.editor(touchline::editor::Editor::is_unsaved));

    // Escape closes the bar, the filter stays and is said below.
    window.press(Key::Escape);
    assert!(!window.has(Role::Button, "Channel: Web"));
    assert!(window.says("Filter: 1 of 4"));
    window.click("Filter: 1 of 4");
    window.click("Clear");
    assert_eq!(bright(&window), None);
    assert!(!window.says("Filter: "));
}
