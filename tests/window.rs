//! The window as a person uses it: by accessible role and name, with real input events.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Event, Key, Role};
use std::{fs, sync::Arc};
use touchline::{
    app::{Host, job::Worker},
    editor::{Editor, Selection},
    file,
    model::{self, Cell, Code, IdSource, JourneyMap, Lane, Mark, Project, Stage, Step, Touchpoint},
    scene::Source,
    settings::{Settings, SettingsFile},
};
use window::Window;

/// One stage of two steps, two lanes, a card in the first cell and one in the inbox.
fn project() -> Project {
    let mut ids = IdSource::seeded(1);
    let mut map = JourneyMap::new(ids.next(), "First purchase");
    let mut stage = Stage::new(ids.next(), "Consider", None);
    stage.steps = vec![Step::new(ids.next(), "Looks around"), Step::new(ids.next(), "")];
    map.lanes = ["Website", "Shop"]
        .map(|name| Lane::new(ids.next(), name, model::Role::default()))
        .to_vec();
    let cell = Cell { step: stage.steps[0].id, lane: map.lanes[0].id };
    map.stages.push(stage);
    for (code, title, cell) in [(1, "Reviews", Some(cell)), (2, "Waiting card", None)] {
        let place = map.place_at_end(cell);
        map.touchpoints.push(Arc::new(Touchpoint::new(ids.next(), Code(code), title, place)));
    }
    Project {
        title: "Online shop".to_owned(),
        maps: vec![Arc::new(map)],
        next_code: Code(3),
        ..Project::default()
    }
}

fn card(window: &Window, title: &str) -> Option<Arc<Touchpoint>> {
    window.map(|map| map.touchpoints.iter().find(|card| card.title == title).cloned())
}

#[test]
fn the_inspector_changes_what_is_selected_and_typing_is_one_step() {
    let mut window = Window::on(project());
    let at = window.middle_of_cell("Journey map", 0, 0);
    window.drag(at, at);
    assert!(window.says("T1"));
    let channel = window.node(Role::TextInput, "Channel").rect().center();
    window.drag(channel, channel);
    window.type_text("Web");
    assert_eq!(card(&window, "Reviews").map(|card| card.channel.clone()).as_deref(), Some("Web"));
    window.click("Friction");
    assert_eq!(card(&window, "Reviews").and_then(|card| card.mark), Some(Mark::Friction));
    window.choose("Edit", "Undo “Mark”");
    window.choose("Edit", "Undo “Edit touchpoint”");
    let card = card(&window, "Reviews").expect("it is still there");
    assert_eq!((card.mark, card.channel.as_str()), (None, ""));
}

#[test]
fn the_menu_key_opens_the_menu_of_what_is_selected() {
    let mut window = Window::on(project());
    let at = window.middle_of_cell("Journey map", 0, 0);
    window.drag(at, at);
    window.press(Key::Menu);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_eq!(card(&window, "Reviews").and_then(|card| card.mark), Some(Mark::Positive));
}

#[test]
fn several_cards_are_changed_at_once_and_mixed_values_are_said() {
    let mut window = Window::on(project());
    window.press_ctrl(Key::A);
    window.press(Key::Num2);
    let marked = window
        .map(|map| map.touchpoints.iter().filter(|card| card.mark == Some(Mark::Decision)).count());
    let selected = window.editor(|editor| editor.selection().touchpoints().count());
    assert_eq!(marked, selected);
}

#[test]
fn nothing_unsaved_is_lost_without_a_question() {
    for (answer, is_open_after) in [("Cancel", true), ("Discard changes", false)] {
        let mut window = Window::on(project());
        window.press_ctrl(Key::A);
        window.press(Key::Num3);
        window.choose("File", "Close project");
        assert!(window.says("Save changes to “Online shop”?"), "{answer}");
        window.click(answer);
        let is_open = window.app(|app| app.editor().is_some());
        assert_eq!(is_open, is_open_after, "{answer}");
    }
    let mut window = Window::on(project());
    window.choose("File", "Close project");
    assert!(window.app(|app| app.editor().is_none()), "nothing was changed: no question");
}

#[test]
fn enter_presses_the_main_button_of_a_question() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("shop.ron");
    file::save(&project(), &path).expect("saved");
    let mut window = Window::start();
    window.drop_file(&path);
    window.press_ctrl(Key::A);
    window.press(Key::Num3);
    window.press_ctrl(Key::W);
    assert!(window.says("Save changes to “Online shop”?"));
    window.press(Key::Enter);
    assert!(window.app(|app| app.editor().is_none()));
    assert_ne!(file::open(&path).expect("it is there").project, project());
}

#[test]
fn a_close_request_is_answered_with_the_question() {
    let mut window = Window::on(project());
    window.press_ctrl(Key::A);
    window.press(Key::Num1);
    window.request_close();
    assert!(window.says("Save changes to “Online shop”?"));
}

#[test]
fn a_name_that_is_still_being_typed_is_asked_about() {
    let close: [fn(&mut Window); 2] = [Window::request_close, |window| window.press_ctrl(Key::Q)];
    for close in close {
        let mut window = Window::on(project());
        let stage = window.map(|map| map.stages[0].id);
        window.double_click(window.place_of(Source::Stage(stage)));
        window.type_text("Afterwards");
        assert!(!window.editor(Editor::is_unsaved));
        close(&mut window);
        assert!(window.says("Save changes to “Online shop”?"));
        assert_eq!(window.map(|map| map.stages[0].name.clone()), "Afterwards");
    }
}

#[test]
fn without_a_file_dialog_the_path_is_typed_and_the_file_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("shop");
    let mut window = Window::on(project());
    window.press_ctrl(Key::S);
    assert!(window.says("This system offers no file dialog"));
    window.press_ctrl(Key::A);
    window.type_text(path.to_str().expect("a path in words"));
    window.press(Key::Enter);
    let saved = file::open(&path.with_extension("ron")).expect("it was saved");
    assert_eq!(saved.project, project());
    assert!(window.says("Saved"));
}

#[test]
fn a_file_dialog_that_does_not_answer_is_replaced_after_three_seconds() {
    let mut window = Window::with_host(|ctx| Host {
        worker: Worker::Threads(ctx.clone()),
        file_dialog: Some(|_| {
            loop {
                std::thread::park();
            }
        }),
        ..Host::alone()
    });
    window.press_ctrl(Key::O);
    let seconds = |window: &mut Window, seconds: u32| {
        (0..seconds * 60).for_each(|_| window.run_a_frame());
    };
    seconds(&mut window, 2);
    assert!(!window.says("does not answer"));
    seconds(&mut window, 2);
    assert!(window.says("The system’s file dialog does not answer"));
    window.click("Cancel");
    assert!(!window.says("does not answer"));
}

#[test]
fn a_file_that_cannot_be_opened_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("broken.ron");
    fs::write(&path, "nonsense").expect("written");
    let mut window = Window::start();
    window.drop_file(&path);
    assert!(window.says("The project could not be opened"));
    assert!(window.says("broken.ron"));
}

#[test]
fn the_library_is_searched_and_a_new_name_makes_a_card() {
    let mut window = Window::on(project());
    window.press_ctrl_shift(Key::F);
    window.type_text("word of");
    assert!(window.has(Role::Button, "Word of mouth"));
    assert!(!window.has(Role::Button, "Billing"));
    window.type_text(" the wise");
    assert!(window.has(Role::Button, "Add “word of the wise”"));
    window.press(Key::Enter);
    assert!(card(&window, "word of the wise").is_some());
}

#[test]
fn a_card_of_the_inbox_is_dragged_to_its_place() {
    let mut window = Window::on(project());
    let from = window.node(Role::Button, "Waiting card, No mark").rect().center();
    let to = window.middle_of_cell("Journey map", 1, 1);
    window.drag(from, to);
    let card = card(&window, "Waiting card").expect("it is still there");
    let cell = card.place.cell.expect("it has a place");
    let expected = window.map(|map| (map.stages[0].steps[1].id, map.lanes[1].id));
    assert_eq!((cell.step, cell.lane), expected);
}

#[test]
fn a_card_of_the_map_is_dragged_to_the_inbox() {
    let mut window = Window::on(project());
    let from = window.middle_of_cell("Journey map", 0, 0);
    let to = window.node(Role::Button, "Waiting card, No mark").rect().center();
    window.drag(from, to);
    let card = card(&window, "Reviews").expect("it is still there");
    assert_eq!(card.place.cell, None);
}

#[test]
fn pasted_words_become_cards() {
    let mut window = Window::on(project());
    window.event(Event::Paste("One\nTwo".to_owned()));
    assert!(card(&window, "One").is_some() && card(&window, "Two").is_some());
}

#[test]
fn a_window_at_rest_paints_nothing() {
    let mut window = Window::on(project());
    window.run();
    assert!(window.frames_until_rest() <= 2);
}

#[test]
fn settings_are_remembered_and_broken_ones_set_aside() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.conf");
    fs::write(&path, "nonsense").expect("written");
    let mut window = Window::with_settings(SettingsFile::at(path.clone()));
    window.run_a_frame();
    assert!(window.says("set aside"));
    window.choose("View", "Dark theme");
    let (settings, _) = SettingsFile::at(path).load();
    assert_ne!(settings.theme, Settings::default().theme);
}

#[test]
fn a_tab_is_renamed_with_a_double_click() {
    let mut window = Window::on(project());
    let tab = window.node(Role::Tab, "First purchase").rect().center();
    window.double_click(tab);
    assert!(window.has(Role::TextInput, "Name of the map"));
    window.press_ctrl(Key::A);
    window.type_text("Second purchase");
    window.press(Key::Enter);
    assert!(window.has(Role::Tab, "Second purchase"));
}

#[test]
fn a_stage_and_a_lane_have_their_fields() {
    let mut window = Window::on(project());
    let (stage, lane) = window.map(|map| (map.stages[0].id, map.lanes[0].id));
    for (source, selection, field) in [
        (Source::Stage(stage), Selection::Stage(stage), "Period"),
        (Source::Lane(lane), Selection::Lane(lane), "Role"),
    ] {
        let at = window.place_of(source);
        window.drag(at, at);
        assert_eq!(window.editor(|editor| editor.selection().clone()), selection);
        assert!(window.has(Role::ComboBox, field), "{field}");
    }
}

#[test]
fn escape_closes_a_menu_and_nothing_else() {
    let mut window = Window::on(project());
    window.press_ctrl(Key::A);
    window.click("Edit");
    assert!(window.has(Role::MenuItem, "Duplicate"));
    window.press(Key::Escape);
    assert!(!window.has(Role::MenuItem, "Duplicate"));
    assert!(window.editor(|editor| editor.selection().touchpoints().count() > 0));
}

#[test]
fn a_picture_is_exported_beside_the_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("map");
    let mut window = Window::on(project());
    window.click("Export");
    assert!(window.says("pixels"));
    window.click("Export…");
    window.press_ctrl(Key::A);
    window.type_text(path.to_str().expect("a path in words"));
    window.press(Key::Enter);
    let picture = fs::read(path.with_extension("png")).expect("it was written");
    assert!(picture.starts_with(b"\x89PNG"));
    assert!(window.says("Exported to map.png"));
}

#[test]
fn personas_are_added_named_and_chosen() {
    let mut window = Window::on(project());
    window.click("Add persona");
    let name = window.node(Role::TextInput, "Name").rect().center();
    window.double_click(name);
    window.press_ctrl(Key::A);
    window.type_text("Anna");
    window.press(Key::Escape);
    window.press(Key::Escape);
    let persona = window.editor(|editor| editor.project().personas[0].clone());
    assert_eq!(persona.name, "Anna");
    window.node(Role::ComboBox, "Persona").click();
    window.run();
    window.click("Anna");
    assert_eq!(window.map(|map| map.persona), Some(persona.id));
}

#[test]
fn undo_and_redo_are_named_in_the_menu() {
    let mut window = Window::on(project());
    window.press_ctrl(Key::A);
    window.press(Key::Num1);
    window.choose("Edit", "Undo “Mark”");
    window.choose("Edit", "Redo “Mark”");
    assert_eq!(card(&window, "Reviews").and_then(|card| card.mark), Some(Mark::Positive));
}

#[test]
fn the_arrows_walk_the_library_and_a_long_inbox() {
    let mut window = Window::on(project());
    let lines: Vec<String> = (0..40).map(|at| format!("Card {at}")).collect();
    window.event(Event::Paste(lines.join("\n")));
    window.press(Key::Escape);
    let first = window.node(Role::Button, "Waiting card, No mark").rect().center();
    window.drag(first, first);
    for _ in 0..30 {
        window.press(Key::ArrowDown);
    }
    assert!(window.node(Role::Button, "Card 29, No mark").is_focused());
    for _ in 0..29 {
        window.press(Key::ArrowUp);
    }
    assert!(window.node(Role::Button, "Card 0, No mark").is_focused());

    window.press_ctrl_shift(Key::F);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    let second = window.map(|map| map.touchpoints.last().map(|card| card.title.clone()));
    assert_eq!(second.as_deref(), Some("Reviews and testimonials"));
}

#[test]
fn the_map_keeps_its_place_whatever_is_selected() {
    let mut window = Window::on(project());
    let canvas = |window: &Window| window.node(Role::Canvas, "Journey map").rect();
    let before = canvas(&window);
    let at = window.middle_of_cell("Journey map", 0, 0);
    window.drag(at, at);
    assert!(window.says("T1"));
    assert_eq!(canvas(&window), before);
    window.press_ctrl(Key::A);
    assert_eq!(canvas(&window), before);
}
