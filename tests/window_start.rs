//! The start screen and the first minute, by accessible role and name, with real input events.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Key, Role};
use std::{fs, path::Path, sync::Arc, time::SystemTime};
use touchline::{
    catalog::{self, Template},
    editor::Action,
    file,
    model::{IdSource, JourneyMap, Mark, Project},
    settings::{Settings, SettingsFile},
    text::Language,
};
use window::Window;

/// A window whose recent projects are these, the first the latest.
fn window_with_recent(folder: &Path, files: &[&Path]) -> Window {
    let at = SettingsFile::at(folder.join("settings.conf"));
    let mut settings = Settings::default();
    for file in files.iter().rev() {
        settings.remember(file, SystemTime::now());
    }
    at.save(&settings).expect("written");
    Window::with_settings(at)
}

#[test]
fn recent_projects_say_where_and_when_and_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let (here, gone) = (folder.path().join("shop.ron"), folder.path().join("gone.ron"));
    let sample = catalog::new_project(Template::Sample, Language::En, &mut IdSource::seeded(1));
    file::save(&sample, &here).expect("saved");
    let mut window = window_with_recent(folder.path(), &[&here, &gone]);
    window.run();
    let place = folder.path().display();
    let name = format!("gone.ron, {place}, not found");
    assert!(window.has(Role::Button, &name));

    // A file that is gone stays in the list: it may be on a stick that is plugged in later.
    window.click(&name);
    assert!(window.says("The project could not be opened"));
    window.press(Key::Escape);
    assert!(window.has(Role::Button, &name));
    window.click("Remove gone from this list");
    assert!(!window.has(Role::Button, &name));

    window.click(&format!("shop.ron, {place}, just now"));
    assert!(window.has(Role::Tab, "Anna, first purchase"));
}

#[test]
fn what_was_opened_is_on_the_start_screen() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("shop.ron");
    let sample = catalog::new_project(Template::Sample, Language::En, &mut IdSource::seeded(1));
    file::save(&sample, &path).expect("saved");
    let mut window = Window::start();
    assert!(window.says("Projects that you open or save are listed here."));
    window.drop_file(&path);
    assert!(window.has(Role::Tab, "Anna, first purchase"));
    window.press_ctrl(Key::W);
    assert!(window.says("shop.ron, "));
    assert!(!window.says("Projects that you open or save are listed here."));
}

#[test]
fn the_start_screen_is_walked_with_the_arrows() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("broken.ron");
    fs::write(&path, "nonsense").expect("written");
    let mut window = window_with_recent(folder.path(), &[&path]);
    window.run();
    let focused = |window: &Window, name: &str| window.node(Role::Button, name).is_focused();
    window.press(Key::ArrowDown);
    assert!(focused(&window, "Blank map"), "nothing had the keyboard: the first one has it");
    window.press(Key::ArrowRight);
    assert!(focused(&window, "Retail in four stages"));
    window.press(Key::ArrowDown);
    window.press(Key::ArrowRight);
    assert!(focused(&window, "Remove broken from this list"));
    window.press(Key::Enter);
    assert!(!window.says("broken.ron"));
    window.press(Key::ArrowDown);
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    window.press(Key::Enter);
    assert!(window.has(Role::Tab, "From first notice to loyal customer"));
}

#[test]
fn every_template_is_on_the_start_screen_and_in_the_menu() {
    for (name, action, tab) in [
        ("Blank map", None, "Customer journey"),
        ("Retail in four stages", Some(Action::NewRetail), "A typical customer"),
        ("Twenty touchpoints", Some(Action::NewTwenty), "From first notice to loyal customer"),
        ("Service blueprint", Some(Action::NewBlueprint), "One repair"),
        ("Sample: online shop", Some(Action::NewSample), "Anna, first purchase"),
    ] {
        let mut window = Window::start();
        window.click(name);
        assert!(window.has(Role::Tab, tab), "{name}");
        if let Some(action) = action {
            let mut window = Window::start();
            window.click("File");
            window.node(Role::MenuItem, "New from template").click();
            window.run();
            let label = action.label(&Language::En.load());
            window.node(Role::MenuItem, &label).click();
            window.run();
            assert!(window.has(Role::Tab, tab), "{label}");
        }
    }
}

/// From the start screen to a marked card, with nothing but the words that are seen.
#[test]
fn the_first_minute_in_every_language() {
    for &language in Language::iter() {
        let text = language.load();
        let folder = tempfile::tempdir().expect("a folder");
        let settings = SettingsFile::at(folder.path().join("settings.conf"));
        let mut window = Window::speaking(language, settings);
        window.click(&text.template_blank());
        let entry = &catalog::entries(language)[0];
        let from = window.node(Role::Button, entry.title).rect().center();
        let to = window.middle_of_cell(&text.canvas_name(), 0, 0);
        window.drag(from, to);
        assert!(window.says(&text.canvas_mark_it()), "{language}: how to mark is said");
        window.click(&Action::MarkFriction.label(&text));
        let card = window.map(|map| map.touchpoints[0].clone());
        assert_eq!((card.title.as_str(), card.mark), (entry.title, Some(Mark::Friction)));
        let stage = window.map(|map| map.stages[0].name.clone());
        let lane = window.map(|map| map.lanes[0].name.clone());
        let place = text.canvas_card_place(stage, 1, lane);
        let mark = text.canvas_mark_friction();
        assert!(window.says(&text.canvas_card_name("T1", entry.title, mark, place)), "{language}");

        // Whoever has marked a card once is not told again, not even the next day.
        window.press(Key::Num0);
        assert!(!window.says(&text.canvas_mark_it()));
        let settings = SettingsFile::at(folder.path().join("settings.conf"));
        let mut window = Window::speaking(language, settings);
        window.click(&text.template_twenty());
        window.press_ctrl(Key::A);
        assert!(!window.says(&text.canvas_mark_it()));
    }
}

#[test]
fn a_touchpoint_dropped_on_an_empty_map_makes_what_is_missing() {
    let mut ids = IdSource::seeded(1);
    let map = JourneyMap::new(ids.next(), "Empty");
    let mut window = Window::on(Project { maps: vec![Arc::new(map)], ..Project::default() });
    assert!(window.has(Role::Button, "Add stage") && window.has(Role::Button, "Add lane"));
    let from = window.node(Role::Button, "Website").rect().center();
    let to = window.node(Role::Canvas, "Journey map").rect().center();
    window.drag(from, to);
    let counts = window.map(|map| (map.stages.len(), map.lanes.len(), map.touchpoints.len()));
    assert_eq!(counts, (1, 1, 1));
    window.press(Key::Num2);
    assert_eq!(window.map(|map| map.touchpoints[0].mark), Some(Mark::Decision));
    window.press_ctrl(Key::Z);
    window.press_ctrl(Key::Z);
    assert!(window.map(|map| map.stages.is_empty() && map.lanes.is_empty()), "one step of undo");
}

#[test]
fn the_start_screen_turns_to_another_language_at_once() {
    let mut window = Window::start();
    window.node(Role::RadioButton, "Русский").click();
    window.run();
    assert!(window.has(Role::Button, "Пустая карта"));
    window.node(Role::RadioButton, "English").click();
    window.run();
    assert!(window.has(Role::Button, "Blank map"));
}
