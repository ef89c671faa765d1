//! Three languages: every word is there, looks right, and can be changed at once.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::Role;
use std::{collections::BTreeMap, fs, sync::Arc};
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

#[test]
fn nothing_to_press_reaches_out_of_the_window() {
    for language in Language::iter().copied() {
        let text = language.load();
        let mut window = speaking(language);
        window.app(|app| app.show_project(sample()));
        window.run();
        let look = |window: &Window, what: &str| {
            let buttons = window.places(Role::Button);
            assert!(buttons.len() > 8, "{what}");
            for (name, place) in buttons {
                assert!(place.left() >= 0.0 && place.right() <= 1280.0, "{what}: {name} {place}");
            }
        };
        look(&window, "nothing selected");
        window.press_ctrl(egui::Key::A);
        look(&window, "several cards");
        window.press(egui::Key::Escape);
        window.press(egui::Key::End);
        assert!(window.says(&text.inspector_moment()), "a card is selected");
        look(&window, "a card");
        for action in [Action::Shortcuts, Action::About, Action::ExportPng] {
            let menu =
                if action == Action::ExportPng { text.menu_file() } else { text.menu_help() };
            window.choose(&menu, &action.label(&text));
            look(&window, &action.label(&text));
            window.press(egui::Key::Escape);
        }
    }
}

/// The messages of a language: name, and all that follows.
fn messages(language: &str) -> BTreeMap<String, String> {
    let mut messages = BTreeMap::new();
    let mut last: Option<String> = None;
    for file in fs::read_dir(format!("assets/text/{language}")).unwrap() {
        for line in fs::read_to_string(file.unwrap().path()).unwrap().lines() {
            if line.starts_with('#') {
                last = None;
            } else if let Some((name, value)) = line.split_once(" =")
                && !line.starts_with([' ', '}'])
            {
                let value = value.trim().to_owned();
                assert!(messages.insert(name.to_owned(), value).is_none(), "{name} twice");
                last = Some(name.to_owned());
            } else if let Some(value) = last.as_ref().and_then(|name| messages.get_mut(name)) {
                value.push('\n');
                value.push_str(line);
            }
        }
    }
    messages
}

#[test]
fn every_message_is_there_in_every_language_with_all_that_it_is_told() {
    /// The same in every language: names, signs, and numbers with a unit.
    const SAME: [&str; 4] = ["start-title", "about-title", "canvas-zoom-level", "library-used"];
    let variables = |message: &str| -> Vec<String> {
        let mut found: Vec<String> = message
            .split('$')
            .skip(1)
            .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric()).collect())
            .collect();
        found.sort();
        found.dedup();
        found
    };
    let english = messages("en");
    assert!(english.len() > 400);
    for language in ["ru", "zh"] {
        let other = messages(language);
        for (name, message) in &english {
            let translated = other.get(name);
            let translated = translated.unwrap_or_else(|| panic!("{language} lacks {name}"));
            assert_eq!(variables(message), variables(translated), "{language}: {name}");
            let has_words = message.chars().any(char::is_alphabetic)
                && message.split(['{', '}']).step_by(2).any(|it| it.contains(char::is_alphabetic));
            if has_words && !SAME.contains(&name.as_str()) {
                assert_ne!(message, translated, "{language}: {name}");
            }
        }
        let odd: Vec<_> = other.keys().filter(|name| !english.contains_key(*name)).collect();
        assert!(odd.is_empty(), "{language} has more: {odd:?}");
    }
}

#[test]
fn russian_counts_agree_with_their_nouns() {
    let text = Language::Ru.load();
    for (count, cards, touchpoints, minutes) in [
        (1, "Скопирована 1 карточка.", "1 точка контакта", "1 минуту назад"),
        (2, "Скопированы 2 карточки.", "2 точки контакта", "2 минуты назад"),
        (3, "Скопированы 3 карточки.", "3 точки контакта", "3 минуты назад"),
        (5, "Скопировано 5 карточек.", "5 точек контакта", "5 минут назад"),
        (11, "Скопировано 11 карточек.", "11 точек контакта", "11 минут назад"),
        (14, "Скопировано 14 карточек.", "14 точек контакта", "14 минут назад"),
        (21, "Скопирована 21 карточка.", "21 точка контакта", "21 минуту назад"),
        (22, "Скопированы 22 карточки.", "22 точки контакта", "22 минуты назад"),
        (111, "Скопировано 111 карточек.", "111 точек контакта", "111 минут назад"),
        (10_000, "Скопировано 10000 карточек.", "10000 точек контакта", "10000 минут назад"),
    ] {
        assert_eq!(text.toast_copied(count), cards);
        assert_eq!(text.status_touchpoints(count), touchpoints);
        assert_eq!(text.when_minutes(count), minutes);
    }
    assert_eq!(text.when_days(1), "вчера");
    assert_eq!(text.when_days(21), "21 день назад");
    let plain = |words: String| words.chars().next().unwrap();
    assert_eq!(plain(text.toast_put_in_inbox(1)), 'К');
    assert_eq!(plain(text.toast_put_in_inbox(21)), '2');
}

#[test]
fn a_russian_message_that_counts_has_all_forms_or_one() {
    for (name, message) in messages("ru") {
        let has = |form: &str| message.contains(&format!("[{form}]"));
        // After a preposition, or before "ещё", two forms are enough: "в 1 файле, в 2 файлах".
        assert_eq!(has("few"), has("many"), "{name}");
        assert!(!has("few") || has("one"), "{name}");
    }
}
