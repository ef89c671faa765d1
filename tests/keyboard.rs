//! Without a mouse: a whole map, from the start screen to the file, by key events alone; and every
//! part of the window, where Tab goes and what Escape does.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Key, Modifiers, Role};
use touchline::{
    catalog::{Template, new_project},
    editor::{Gesture, Selection},
    file,
    model::{IdSource, JourneyMap, Mark, Touchpoint},
    text::Language,
};
use window::Window;

const ALT: Modifiers = Modifiers::ALT;
const SHIFT: Modifiers = Modifiers::SHIFT;

/// Types a text and presses Enter.
fn write(window: &mut Window, text: &str) {
    window.type_text(text);
    window.press(Key::Enter);
}

fn press_all(window: &mut Window, keys: &[Key]) {
    for &key in keys {
        window.press(key);
    }
}

/// Goes to a control: F6 to its part of the window, then Tab.
fn go_to(window: &mut Window, name: &str, inside: Option<&str>) {
    let has_it = |window: &Window, name: &str| {
        window.focus().is_some_and(|(focused, _)| focused.starts_with(&format!("{name} Id")))
    };
    if let Some(first) = inside {
        for _ in 0..10 {
            if has_it(window, first) {
                break;
            }
            window.press(Key::F6);
        }
    }
    for _ in 0..40 {
        if has_it(window, name) {
            return;
        }
        window.press(if inside.is_some() { Key::Tab } else { Key::F6 });
    }
    panic!("{name} is not reached: {:?}", window.focus());
}

fn sample() -> Window {
    Window::on(new_project(Template::Sample, Language::En, &mut IdSource::seeded(1)))
}

fn card<'a>(map: &'a JourneyMap, title: &str) -> &'a Touchpoint {
    map.touchpoints.iter().find(|card| card.title == title).expect(title)
}

/// "Buy 2 Shop": where a card stands.
fn place(map: &JourneyMap, title: &str) -> String {
    let cell = card(map, title).place.cell.expect("it is on the map");
    let step = map.columns().position(|column| column.step.id == cell.step).unwrap() + 1;
    let stage = &map.column(cell.step).unwrap().stage.name;
    format!("{stage} {step} {}", map.lane(cell.lane).unwrap().name)
}

#[test]
fn a_whole_map_by_keys_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("by keys.ron");
    let mut window = Window::start();
    window.press_ctrl(Key::N);

    // What the new project begins with is taken away.
    for _ in 0..window.map(|map| map.stages.len()) {
        press_all(&mut window, &[Key::ArrowLeft, Key::ArrowUp, Key::ArrowUp, Key::Delete]);
    }
    for _ in 0..window.map(|map| map.lanes.len()) {
        press_all(&mut window, &[Key::ArrowDown, Key::Delete]);
    }
    assert!(window.map(|map| map.stages.is_empty() && map.lanes.is_empty()));

    // The frame: two stages, three steps with their actions, two lanes.
    window.press(Key::G);
    write(&mut window, "Consider");
    window.press(Key::L);
    write(&mut window, "Website");
    window.press(Key::L);
    write(&mut window, "Shop");
    press_all(&mut window, &[Key::ArrowRight, Key::ArrowUp, Key::ArrowUp, Key::F2]);
    write(&mut window, "Reads reviews");
    window.press(Key::S);
    write(&mut window, "Compares");
    window.press(Key::Escape);
    window.press(Key::G);
    write(&mut window, "Buy");
    press_all(&mut window, &[Key::ArrowDown, Key::Enter]);
    write(&mut window, "Pays");
    assert_eq!(window.map(|map| map.columns().count()), 3);

    // Cards, typed in a cell: Website, steps 1 and 3.
    press_all(&mut window, &[Key::ArrowDown, Key::Enter]);
    write(&mut window, "Check out");
    window.press(Key::Escape);
    window.press(Key::Num1);
    press_all(&mut window, &[Key::ArrowLeft, Key::ArrowLeft, Key::Enter]);
    write(&mut window, "Comparison");
    window.press(Key::Escape);
    window.press(Key::Num2);

    // One from the library, into the cell that is selected: Shop, step 3.
    press_all(&mut window, &[Key::ArrowDown, Key::ArrowRight, Key::ArrowRight]);
    go_to(&mut window, "Find a touchpoint…", None);
    window.type_text("checkout line");
    press_all(&mut window, &[Key::ArrowDown, Key::Enter]);
    window.press(Key::Escape);
    assert!(window.map_has_keyboard());
    window.press(Key::Num3);
    assert_eq!(window.map(|map| place(map, "Checkout line")), "Buy 3 Shop");

    // The decision, one step to the right, and where it leads: two outcomes with their labels.
    window.press(Key::Home);
    window.press_with(ALT, Key::ArrowRight);
    assert_eq!(window.map(|map| place(map, "Comparison")), "Consider 2 Website");
    window.press(Key::O);
    press_all(&mut window, &[Key::ArrowRight, Key::Enter, Key::F2]);
    write(&mut window, "convinced");
    press_all(&mut window, &[Key::ArrowLeft, Key::O, Key::ArrowRight, Key::ArrowDown]);
    assert!(matches!(window.editor(|editor| editor.gesture().clone()), Gesture::Linking { .. }));
    press_all(&mut window, &[Key::Enter, Key::Enter]);
    write(&mut window, "the queue is too long");
    go_to(&mut window, "Share", Some("Label"));
    write(&mut window, "30");
    window.press(Key::Escape);

    window.press_ctrl(Key::S);
    window.press_ctrl(Key::A);
    write(&mut window, path.to_str().expect("a path in words"));
    let project = file::open(&path).expect("it was saved").project;
    let map = &project.maps[0];
    let stages: Vec<_> = map.stages.iter().map(|stage| stage.name.as_str()).collect();
    let steps: Vec<_> = map.columns().map(|column| column.step.action.as_str()).collect();
    let lanes: Vec<_> = map.lanes.iter().map(|lane| lane.name.as_str()).collect();
    assert_eq!(stages, ["Consider", "Buy"]);
    assert_eq!(steps, ["Reads reviews", "Compares", "Pays"]);
    assert_eq!(lanes, ["Website", "Shop"]);
    for (title, at, mark) in [
        ("Check out", "Buy 3 Website", Mark::Positive),
        ("Comparison", "Consider 2 Website", Mark::Decision),
        ("Checkout line", "Buy 3 Shop", Mark::Friction),
    ] {
        assert_eq!(place(map, title), at);
        assert_eq!(card(map, title).mark, Some(mark), "{title}");
    }
    let title = |id| map.touchpoint(id).unwrap().title.as_str();
    let links: Vec<_> = map
        .links
        .iter()
        .map(|link| (title(link.from), title(link.to), link.label.as_str(), link.share))
        .collect();
    let expected = [
        ("Comparison", "Check out", "convinced", None),
        ("Comparison", "Checkout line", "the queue is too long", Some(30)),
    ];
    assert_eq!(links, expected);
}

#[test]
fn f6_goes_round_the_parts_of_the_window_and_back() {
    let mut window = sample();
    let map = window.focused_id();
    let mut parts = vec![map];
    for _ in 0..8 {
        window.press(Key::F6);
        parts.push(window.focused_id());
        if parts.last() == Some(&map) {
            break;
        }
    }
    assert!((5..8).contains(&parts.len()), "menu, tabs, library, map, inspector: {parts:?}");
    for part in parts.iter().rev().skip(1) {
        window.press_with(SHIFT, Key::F6);
        assert_eq!(window.focused_id(), *part);
    }
}

#[test]
fn tab_reaches_every_control_and_the_keyboard_is_always_somewhere_to_be_seen() {
    let mut window = sample();
    for (what, keys) in [
        ("the map", &[][..]),
        ("a card", &[Key::Home][..]),
        ("a step", &[Key::Home, Key::ArrowUp, Key::ArrowUp, Key::ArrowUp][..]),
    ] {
        window.press(Key::Escape);
        press_all(&mut window, keys);
        let wanted = window.controls();
        let mut reached = std::collections::BTreeSet::new();
        for _ in 0..200 {
            window.press(Key::Tab);
            let (name, rect) = window.focus().unwrap_or_else(|| panic!("{what}: nobody has it"));
            assert!(rect.is_positive(), "{what}: {name} is out of sight");
            if !reached.insert(name) && window.map_has_keyboard() {
                break;
            }
        }
        let missed: Vec<_> = wanted.difference(&reached).collect();
        assert!(missed.is_empty(), "{what}: Tab does not reach {missed:?}");
    }
}

#[test]
fn escape_steps_out_of_a_field_to_the_map_and_keeps_what_is_selected() {
    let mut window = sample();
    window.press(Key::Home);
    let selected = window.editor(|editor| editor.selection().clone());
    assert_ne!(selected, Selection::Nothing);
    go_to(&mut window, "Channel", Some("Title"));
    window.press(Key::Escape);
    assert!(window.map_has_keyboard());
    assert_eq!(window.editor(|editor| editor.selection().clone()), selected);
    window.press(Key::Escape);
    assert_eq!(window.editor(|editor| editor.selection().clone()), Selection::Nothing);
}

#[test]
fn menus_open_with_f10_and_are_walked_with_the_arrows() {
    let mut window = sample();
    window.press(Key::Home);
    window.press(Key::F10);
    assert!(window.has(Role::MenuItem, "Save as…"));
    window.press(Key::ArrowRight);
    assert!(window.has(Role::MenuItem, "Duplicate") && !window.has(Role::MenuItem, "Save as…"));
    window.press(Key::ArrowLeft);
    window.press(Key::ArrowLeft);
    assert!(window.has(Role::MenuItem, "Keyboard shortcuts"), "round and round");
    press_all(&mut window, &[Key::ArrowRight, Key::ArrowRight, Key::ArrowDown, Key::Enter]);
    assert!(!window.has(Role::MenuItem, "Duplicate"), "an item was chosen");
    window.press(Key::F10);
    window.press(Key::Escape);
    assert!(!window.has(Role::MenuItem, "Save as…"));
    assert!(window.map_has_keyboard(), "back where one was");
}

#[test]
fn a_card_of_the_inbox_is_placed_and_moved_by_keys() {
    let mut window = sample();
    window.event(egui::Event::Paste("One\nTwo".to_owned()));
    window.press(Key::Home);
    window.press(Key::ArrowDown);
    go_to(&mut window, "One, No mark", None);
    window.press(Key::Enter);
    assert!(window.map(|map| card(map, "One").place.cell.is_some()));
    assert!(window.node(Role::Button, "Two, No mark").is_focused(), "on to the next");
    window.press(Key::Escape);
    assert!(window.map_has_keyboard());
    let before = window.map(|map| place(map, "One"));
    window.press_with(ALT, Key::ArrowRight);
    assert_ne!(window.map(|map| place(map, "One")), before);
}

#[test]
fn dialogs_keep_the_keyboard_and_give_it_back() {
    for open in [Key::F1, Key::E] {
        let mut window = sample();
        go_to(&mut window, "Find a touchpoint…", None);
        let before = window.focused_id();
        if open == Key::E {
            window.press_ctrl(open);
        } else {
            window.press(open);
        }
        assert_ne!(window.focused_id(), before);
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..20 {
            window.press(Key::Tab);
            let (name, rect) = window.focus().expect("somebody has it");
            assert!(rect.is_positive(), "{name}");
            seen.insert(name);
        }
        assert!(!seen.iter().any(|name| name.contains("Find a touchpoint")), "{seen:?}");
        window.press(Key::Escape);
        assert_eq!(window.focused_id(), before, "{open:?}");
    }
}

#[test]
fn f2_renames_the_map_whose_tab_has_the_keyboard() {
    let mut window = sample();
    let title = window.map(|map| map.title.clone());
    go_to(&mut window, &title, None);
    window.press(Key::F2);
    window.press_ctrl(Key::A);
    write(&mut window, "By keys");
    assert_eq!(window.map(|map| map.title.clone()), "By keys");
}
