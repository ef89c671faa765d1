//! What a screen reader gets of the window: names, roles, order, focus, and what is said by itself.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::NodeT;
use touchline::{
    catalog::{Template, new_project},
    model::IdSource,
    text::Language,
};
use window::Window;

fn sample() -> Window {
    Window::on(new_project(Template::Sample, Language::En, &mut IdSource::seeded(1)))
}

/// The names in the list of the map, in its order.
fn list(window: &Window) -> Vec<String> {
    window.names_in(Role::ListBox, "Anna, first purchase")
}

#[test]
fn the_map_is_read_lane_stage_step_card_and_where_it_leads() {
    let mut window = sample();
    window.press_ctrl(Key::Num1);
    let names = list(&window);
    let at = |name: &str| {
        let at = names.iter().position(|it| it.starts_with(name));
        at.unwrap_or_else(|| panic!("{name} in {names:#?}"))
    };
    let order = [
        "Lane Website",
        "Lane Support",
        "Stage Become aware",
        "Step 1 Notices a problem",
        "T1 ",
        "Stage Consider",
        "Step 2 ",
        "T2 ",
        "Step 3 ",
        "T3 ",
        "Link “convinced”, 70 %",
        "Link “too few reviews”, 30 %",
        "Stage Buy",
        "T4 ",
        "T7 ",
        "T5 ",
        "T6 ",
        "Emotion",
    ];
    let places: Vec<_> = order.iter().map(|name| at(name)).collect();
    assert!(places.is_sorted(), "{names:#?}");
    assert_eq!(places[0], 0, "{names:#?}");
    assert_eq!(*places.last().unwrap(), names.len() - 1);
}

#[test]
fn steps_are_counted_as_their_headers_are_before_and_after_a_stage_is_emptied() {
    let mut window =
        Window::on(new_project(Template::Blank, Language::En, &mut IdSource::seeded(1)));
    window.press_ctrl(Key::Num1);
    let steps = |window: &Window| {
        let names = window.names_in(Role::ListBox, "Customer journey");
        names.into_iter().filter(|name| name.starts_with("Step ")).collect::<Vec<_>>()
    };
    assert_eq!(steps(&window), ["Step 1", "Step 2", "Step 3", "Step 4", "Step 5", "Step 6"]);
    window.node(Role::ListBoxOption, "Stage Discover").click_accesskit();
    window.run();
    // The field of the new step is open: it is counted already.
    window.press(Key::S);
    assert!(steps(&window).contains(&"Step 7".to_owned()), "{:?}", steps(&window));
    window.press(Key::Escape);
    assert_eq!(steps(&window).len(), 6);
    // The only step of a stage goes: the one after it counts as if the column were not there.
    window.node(Role::ListBoxOption, "Step 5").click_accesskit();
    window.run();
    window.press(Key::Delete);
    assert_eq!(steps(&window), ["Step 1", "Step 2", "Step 3", "Step 4", "Step 5"]);
}

#[test]
fn headers_tell_what_belongs_to_them() {
    let mut window = sample();
    window.press_ctrl(Key::Num1);
    for (name, details) in [
        ("Stage Consider", "Before the purchase, 2 steps, 2 touchpoints"),
        ("Lane Support", "Front stage"),
        ("Step 1 Notices a problem, researches how to solve it", "1 touchpoint"),
        (
            "Link “too few reviews”, 30 %",
            "from T3 Unsponsored reviews on our own site to T7 Leaves for a retailer's site",
        ),
    ] {
        let node = window.node(Role::ListBoxOption, name).accesskit_node();
        assert_eq!(node.description().as_deref(), Some(details), "{name}");
    }
}

#[test]
fn the_focus_follows_the_arrows_over_cards_cells_and_headers() {
    let mut window = sample();
    let mut focused = Vec::new();
    for key in [Key::Home, Key::ArrowRight, Key::ArrowUp, Key::ArrowUp, Key::ArrowUp] {
        window.press(key);
        focused.push(window.focused());
    }
    let starts =
        ["T1 ", "Empty: Consider, step 2, Website", "Step 2 ", "Stage Consider", "Stage Consider"];
    for (focused, start) in focused.iter().zip(starts) {
        assert!(focused.starts_with(start), "{focused} is not {start}");
    }
}

#[test]
fn a_card_that_a_reader_clicks_is_selected_and_focused() {
    let mut window = sample();
    let name = list(&window).into_iter().find(|name| name.starts_with("T2 ")).unwrap();
    window.node(Role::ListBoxOption, &name).click_accesskit();
    window.run();
    assert_eq!(window.focused(), name);
    let node = window.node(Role::ListBoxOption, &name);
    assert_eq!(node.accesskit_node().is_selected(), Some(true));
}

#[test]
fn changes_are_said() {
    let mut window = sample();
    window.press(Key::Home);
    for (key, modifiers, words) in [
        (Key::Num3, Modifiers::NONE, "T1 Blog on problems that customers research: friction"),
        (Key::ArrowRight, Modifiers::ALT, "moved to Consider, step 2, Website"),
        (Key::ArrowDown, Modifiers::SHIFT, "2 touchpoints selected"),
        (Key::Delete, Modifiers::NONE, "Deleted: 2 touchpoints"),
        (Key::Z, Modifiers::COMMAND, "Undone: Delete touchpoint"),
        (Key::A, Modifiers::COMMAND, "7 touchpoints selected"),
    ] {
        window.press_with(modifiers, key);
        let said = window.said();
        assert!(said.iter().any(|it| it.contains(words)), "{words}: {said:?}");
    }
}

#[test]
fn what_a_message_shows_is_said_once() {
    let mut window = sample();
    window.press_ctrl(Key::A);
    window.press_ctrl(Key::D);
    window.press_ctrl(Key::Z);
    let said = window.said();
    assert_eq!(said.iter().filter(|it| it.contains("Undone")).count(), 1, "{said:?}");
}

#[test]
fn an_error_is_said_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("broken.ron");
    std::fs::write(&path, "nonsense").expect("written");
    let mut window = Window::start();
    window.drop_file(&path);
    let alert = window.warned();
    assert!(alert.iter().any(|it| it.contains("broken.ron")), "{alert:?}");
}

#[test]
fn far_out_a_large_map_has_nodes_around_what_is_selected() {
    let mut project = new_project(Template::Sample, Language::En, &mut IdSource::seeded(1));
    let mut ids = IdSource::seeded(2);
    let map = std::sync::Arc::make_mut(&mut project.maps[0]);
    let cells: Vec<_> = map
        .columns()
        .flat_map(|column| map.lanes.iter().map(move |lane| (column.step.id, lane.id)))
        .collect();
    for (at, &(step, lane)) in cells.iter().cycle().take(1_000).enumerate() {
        let place = map.place_at_end(Some(touchline::model::Cell { step, lane }));
        let code = touchline::model::Code(100 + u32::try_from(at).unwrap());
        let card = touchline::model::Touchpoint::new(ids.next(), code, "Another", place);
        map.touchpoints.push(std::sync::Arc::new(card));
    }
    let mut window = Window::on(project);
    window.press_ctrl(Key::Num1);
    window.press(Key::End);
    let cards = list(&window).iter().filter(|name| name.contains("Another")).count();
    assert!((100..=200).contains(&cards), "{cards}");
    let focused = window.focused();
    assert!(focused.ends_with("Get help, step 6, Support"), "{focused}");
}
