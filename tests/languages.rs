//! Three languages: every word is there, looks right, and can be changed at once.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::Role;
use std::sync::Arc;
use touchline::{
    catalog::{self, Template},
    editor::Action,
    file,
    model::{IdSource, Project},
    scene::Item,
    settings::SettingsFile,
    text::{Language, Text},
};
use window::Window;

fn sample() -> Project {
    catalog::new_project(Template::Sample, Language::En, &mut IdSource::seeded(1))
}

/// A window that has spoken a language from the start.
fn speaking(language: Language) -> Window {
    let mut window = Window::speaking(language, SettingsFile::none());
    window.run();
    window
}

/// Chooses a language from the menu, in the language that is spoken.
fn choose_language(window: &mut Window, spoken: &Text, chosen: Language) {
    window.click(&spoken.menu_view());
    window.node(Role::MenuItem, &spoken.menu_language()).click();
    window.run();
    window.node(Role::MenuItemCheckBox, chosen.language_name()).click();
    window.run();
}

/// Every word that is drawn on the map.
fn drawn(window: &Window) -> Vec<String> {
    window.editor(|editor| {
        let blocks = editor.scene().blocks.iter().flat_map(|placed| &placed.block.items);
        blocks
            .filter_map(|item| match item {
                Item::Text(text) => Some(text.line.text.to_string()),
                _ => None,
            })
            .collect()
    })
}

#[test]
fn the_language_of_the_system_is_spoken_until_another_is_chosen() {
    for language in Language::iter().copied() {
        let window = speaking(language);
        let text = language.load();
        for menu in [text.menu_file(), text.menu_edit(), text.menu_view(), text.menu_help()] {
            assert!(window.has(Role::Button, &menu), "{menu}");
        }
        assert!(window.says(&text.start_recent()), "{language}");
    }
}

#[test]
fn another_language_is_spoken_at_once_everywhere() {
    let mut window = speaking(Language::En);
    window.app(|app| app.show_project(sample()));
    window.run();
    let mut spoken = Language::En.load();
    for chosen in [Language::Ru, Language::Zh, Language::En] {
        choose_language(&mut window, &spoken, chosen);
        let text = chosen.load();
        assert!(window.has(Role::Button, &text.menu_file()));
        assert!(window.has(Role::Canvas, &text.canvas_name()));
        assert!(window.has(Role::Region, &text.library()));
        assert!(window.has(Role::Region, &text.inspector()));
        assert!(window.says(&text.status_touchpoints(7)), "{}", text.status_touchpoints(7));
        let words = drawn(&window);
        for word in [text.map_emotion(), text.map_before(), text.map_interaction()] {
            assert!(words.contains(&word), "{word} in {words:?}");
        }
        if chosen != Language::En {
            assert!(!words.contains(&spoken.map_emotion()));
            assert!(!window.says(&spoken.inspector_numbers()));
        }
        spoken = text;
    }
}

#[test]
fn the_chosen_language_is_remembered_and_the_system_s_can_be_taken_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.conf");
    let start = |language| {
        let mut window = Window::speaking(language, SettingsFile::at(path.clone()));
        window.run();
        window
    };
    let [en, ru, zh] = [Language::En, Language::Ru, Language::Zh].map(|it| it.load());
    choose_language(&mut start(Language::En), &en, Language::Ru);
    let mut window = start(Language::Zh);
    assert!(window.has(Role::Button, &ru.menu_file()));
    window.click(&ru.menu_view());
    window.node(Role::MenuItem, &ru.menu_language()).click();
    window.run();
    window.node(Role::MenuItemCheckBox, &ru.action_language_system()).click();
    window.run();
    assert!(window.has(Role::Button, &zh.menu_file()));
    assert!(start(Language::En).has(Role::Button, &en.menu_file()));
}

#[test]
fn a_project_is_the_same_whatever_language_is_spoken() {
    let project = sample();
    let bytes = file::write(&project);
    let titles = |project: &Project| -> Vec<String> {
        let cards = project.maps.iter().flat_map(|map| &map.touchpoints);
        cards.map(|card| card.title.clone()).collect()
    };
    for language in Language::iter().copied() {
        let mut window = speaking(language);
        window.app(|app| app.show_project(file::read(&bytes).unwrap().project));
        window.run();
        window.editor(|editor| {
            assert_eq!(titles(editor.project()), titles(&project), "{language}");
            assert_eq!(file::write(editor.project()), bytes, "{language}");
        });
        // Counts go by the entry, not by its name.
        let entry = catalog::entries(language);
        let entry = entry.iter().find(|it| it.key == "online-advertising").unwrap();
        let used = language.load().library_entry_used(entry.title, 1);
        assert!(window.has(Role::Button, &used), "{used}");
    }
}

#[test]
fn actions_are_named_in_the_language_that_is_spoken() {
    let [en, ru, zh] = [Language::En, Language::Ru, Language::Zh].map(|it| it.load());
    for action in Action::ALL {
        let [en, ru, zh] = [&en, &ru, &zh].map(|text| action.label(text));
        assert!(en != ru && ru != zh && zh != en, "{action:?}: {en}, {ru}, {zh}");
    }
}

#[test]
fn every_character_of_the_words_has_a_glyph_in_the_faces_of_the_tests() {
    let fonts = Arc::new(fonts::fonts());
    let mut files = vec![];
    for folder in ["assets/text/en", "assets/text/ru", "assets/text/zh", "assets/catalog"] {
        files.extend(std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    }
    assert!(files.len() > 30);
    for path in files {
        let words = std::fs::read_to_string(&path).unwrap();
        let missing = fonts.missing(&words);
        let how = "run python3 tests/fonts/renew.py";
        assert!(missing.is_empty(), "{} has {missing:?}: {how}", path.display());
    }
}
