//! Quick add as a person uses it: by accessible role and name, with real input events.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]
#![allow(dead_code, reason = "the support is shared with other tests")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Event, ImeEvent, Key, Role};
use egui_kittest::kittest::NodeT;
use touchline::{
    catalog::{Template, new_project},
    model::{IdSource, Mark, Project},
    text::Language,
};
use window::Window;

fn sample() -> Project {
    new_project(Template::Sample, Language::En, &mut IdSource::seeded(1))
}

fn open() -> Window {
    let mut window = Window::on(sample());
    window.press(Key::Q);
    assert!(typed(&window).is_empty());
    window
}

fn typed(window: &Window) -> String {
    let field = window.node(Role::EditableComboBox, "Quick add");
    assert!(field.is_focused());
    field.accesskit_node().value().unwrap_or_default()
}

fn cards(window: &Window) -> usize {
    window.map(|map| map.touchpoints.len())
}

/// The last card: stage, step, lane, title, mark, owner.
fn last(window: &Window) -> (String, usize, String, String, Option<Mark>, String) {
    window.map(|map| {
        let card = map.touchpoints.last().expect("a card");
        let cell = card.place.cell.expect("on the map");
        let mut columns = map.columns().zip(1..);
        let (column, number) =
            columns.find(|(column, _)| column.step.id == cell.step).expect("its step");
        (
            column.stage.name.clone(),
            number,
            map.lane(cell.lane).expect("its lane").name.clone(),
            card.title.clone(),
            card.mark,
            card.owner.clone(),
        )
    })
}

#[test]
fn a_line_becomes_a_card_and_the_next_one_follows() {
    let mut window = open();
    let before = cards(&window);
    window.type_text("Buy > Queue at the till @store !red #anna");
    assert!(window.says("New touchpoint in Buy, step 4, new lane “store” · friction · anna"));
    window.press(Key::Enter);
    let (buy, store, anna) = ("Buy".to_owned(), "store".to_owned(), "anna".to_owned());
    let friction = Some(Mark::Friction);
    let title = "Queue at the till".to_owned();
    assert_eq!(last(&window), (buy, 4, store, title, friction, anna));
    assert_eq!(typed(&window), "");
    assert!(window.says("Added “Queue at the till”"));
    let shown = window.editor(|editor| {
        let id = editor.map().expect("a map").touchpoints.last().expect("a card").id;
        let card = editor.scene().card(id).expect("it is drawn").rect;
        editor.camera().visible().contains(card.center())
    });
    assert!(shown, "the map shows it");

    window.type_text("Waits");
    assert!(window.says("New touchpoint in Buy, step 4, store"));
    window.press(Key::Enter);
    assert_eq!(cards(&window), before + 2);
    window.press_ctrl(Key::Z);
    assert_eq!(cards(&window), before + 1, "with nothing typed, undo is the map's");
    window.press_ctrl(Key::Z);
    assert_eq!(*window.editor(|editor| editor.project().maps[0].clone()), *sample().maps[0]);
    window.press(Key::Escape);
    assert!(!window.has(Role::EditableComboBox, "Quick add"));
}

#[test]
fn a_completion_is_taken_with_tab_or_chosen_with_the_arrows() {
    let mut window = open();
    window.type_text("con");
    assert!(window.has(Role::ListBoxOption, "Consider"));
    window.press(Key::Tab);
    assert_eq!(typed(&window), "Consider > ");
    window.type_text("Queue @oth");
    window.press(Key::Tab);
    assert_eq!(typed(&window), "Consider > Queue @\"Other sites\" ");
    window.type_text("!");
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    let field = window.node(Role::EditableComboBox, "Quick add");
    let active = field.accesskit_node().active_descendant().and_then(|row| row.label());
    assert_eq!(active.as_deref(), Some("Decision"));
    window.press(Key::Enter);
    assert_eq!(typed(&window), "Consider > Queue @\"Other sites\" !yellow ");
    window.press(Key::Enter);
    let (stage, _, lane, title, mark, _) = last(&window);
    assert_eq!((stage.as_str(), lane.as_str()), ("Consider", "Other sites"));
    assert_eq!((title.as_str(), mark), ("Queue", Some(Mark::Decision)));
    window.type_text("Queue @o");
    window.node(Role::ListBoxOption, "Other sites").click();
    window.run();
    assert_eq!(typed(&window), "Queue @\"Other sites\" ");
}

#[test]
fn the_library_is_offered_in_every_language() {
    let mut window = open();
    window.type_text("отзывы");
    let title = window.map(|_| String::new());
    assert!(title.is_empty());
    window.press(Key::Tab);
    window.press(Key::Enter);
    let key = window.map(|map| map.touchpoints.last().and_then(|card| card.catalog.clone()));
    assert!(key.is_some(), "it is the catalogue's");
}

#[test]
fn several_lines_that_are_pasted_are_several_cards_in_one_step() {
    let mut window = open();
    let before = cards(&window);
    window.event(Event::Paste("Buy > One\n- Buy > Two !green\n\nThree\n".to_owned()));
    assert_eq!(cards(&window), before + 3);
    assert!(window.says("Added 3 touchpoints"));
    window.click("Undo");
    assert_eq!(cards(&window), before);
    window.event(Event::Paste("one line".to_owned()));
    assert_eq!(typed(&window), "one line");
}

#[test]
fn enter_while_composing_belongs_to_the_input_method() {
    let mut window = open();
    let before = cards(&window);
    let preedit = |text: &str| {
        Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
    };
    window.event(preedit("pai"));
    window.press(Key::Enter);
    window.press(Key::Escape);
    assert_eq!(cards(&window), before);
    window.event(Event::Ime(ImeEvent::Commit("排队".to_owned())));
    window.press(Key::Enter);
    assert_eq!(last(&window).3, "排队");
}

#[test]
fn nothing_is_added_without_a_title_and_the_line_says_where_it_goes() {
    let mut window = open();
    let before = cards(&window);
    window.type_text("Use > ");
    assert!(window.says("Goes to Use, step 5, Website"));
    window.press(Key::Enter);
    assert_eq!(cards(&window), before);
    window.press(Key::Escape);
    window.choose("Map", "Quick add…");
    assert_eq!(typed(&window), "Use > ", "what was typed is still there");
    window.type_text("Manual");
    assert_eq!(typed(&window), "Manual", "and typing replaces it");
}

#[test]
fn a_line_at_rest_paints_nothing() {
    let mut window = open();
    window.type_text("Buy > Qu");
    assert!(window.frames_until_rest() <= 2);
}
