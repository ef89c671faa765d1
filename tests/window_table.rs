//! Pages of the window, and the table: every touchpoint as a row, with the map's selection.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, TouchPhase, Vec2,
    accesskit::Role,
};
use std::sync::Arc;
use touchline::{
    catalog::{Template, new_project},
    model::{
        Code, IdSource, JourneyMap, Mark, Place, Project, Quality, Rank, Score, Touchpoint,
        TouchpointId,
    },
    text::Language,
};
use window::Window;

fn project() -> Project {
    new_project(Template::Sample, Language::En, &mut IdSource::seeded(1))
}

#[test]
fn a_page_takes_the_place_of_the_map_and_escape_goes_back() {
    let mut window = Window::on(project());
    assert!(window.has(Role::Canvas, "Journey map"));
    window.click("Page: Map");
    window.node(Role::MenuItemCheckBox, "Table").click();
    window.run();
    assert!(!window.has(Role::Canvas, "Journey map"));
    assert!(window.has(Role::Button, "Page: Table"));
    assert!(window.focused().starts_with("Title: "), "the page has the keyboard");
    window.press(Key::Escape);
    assert!(window.has(Role::Canvas, "Journey map"));
    assert!(window.map_has_keyboard());
    window.choose("Workshop", "Table");
    assert!(window.has(Role::Button, "Page: Table"));
    window.choose("Workshop", "Map");
    assert!(window.has(Role::Canvas, "Journey map"));
}

#[test]
fn what_only_the_map_shows_goes_there_first() {
    let mut window = Window::on(project());
    window.press_ctrl_shift(Key::T);
    assert!(window.has(Role::Button, "Page: Table"));
    let before = window.map(|map| map.touchpoints.len());
    window.press_ctrl(Key::Enter);
    assert!(window.has(Role::Canvas, "Journey map"));
    window.type_text("A new card");
    window.press(Key::Enter);
    assert_eq!(window.map(|map| map.touchpoints.len()), before + 1);
}

#[test]
fn the_keyboard_comes_back_to_the_page_and_f6_knows_it() {
    let mut window = Window::on(project());
    window.press_ctrl_shift(Key::T);
    window.press(Key::F1);
    window.press(Key::Escape);
    assert!(window.focused().starts_with("Title: "), "after a dialog");
    window.press(Key::F6);
    assert!(!window.focused().starts_with("Title: "));
    for _ in 0..8 {
        if window.focused().starts_with("Title: ") {
            return;
        }
        window.press(Key::F6);
    }
    panic!("F6 does not come to the page: {}", window.focused());
}

/// The sample on the table, with the keyboard in it.
fn table() -> Window {
    let mut window = Window::on(project());
    window.press_ctrl_shift(Key::T);
    window
}

/// The same with so many more cards.
fn crowded(count: u32) -> Window {
    let mut project = project();
    let map = Arc::make_mut(&mut project.maps[0]);
    let cell = map.touchpoints[0].place.cell.unwrap();
    for number in 0..count {
        let place = Place::cell(cell.step, cell.lane, Rank::middle());
        let id = TouchpointId::from(u64::from(number) + 1_000_000);
        let card = Touchpoint::new(id, Code(number + 1_000), format!("Card {number}"), place);
        map.touchpoints.push(Arc::new(card));
    }
    let mut window = Window::on(project);
    window.press_ctrl_shift(Key::T);
    window
}

fn selected(window: &Window) -> Vec<String> {
    window.editor(|editor| editor.selected_cards().map(|card| card.code.to_string()).collect())
}

fn has_cell(window: &Window, name: &str) -> bool {
    window.places(Role::GridCell).iter().any(|(cell, _)| cell == name)
}

/// The codes of the rows, from top to bottom.
fn codes(window: &Window) -> Vec<String> {
    let mut rows = window.places(Role::Row);
    rows.sort_by(|(_, a), (_, b)| a.top().total_cmp(&b.top()));
    rows.into_iter()
        .map(|(name, _)| name.split(' ').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn the_keyboard_walks_the_cells_and_the_map_follows() {
    let mut window = table();
    window.press(Key::ArrowDown);
    assert!(window.focused().starts_with("Title: Blog on problems"), "{}", window.focused());
    assert_eq!(selected(&window), ["T1"]);
    window.press(Key::ArrowDown);
    assert_eq!(selected(&window), ["T2"]);
    window.press(Key::ArrowRight);
    assert_eq!(window.focused(), "Mark: Positive");
    window.press(Key::Home);
    assert_eq!(window.focused(), "Code: T2");
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(selected(&window), ["T2", "T3"], "a range");
    window.press_ctrl(Key::End);
    let last = codes(&window).last().cloned().unwrap();
    assert_eq!(selected(&window), [last]);
    window.press(Key::Escape);
    assert!(window.map_has_keyboard(), "what is selected stays selected on the map");
    assert_eq!(selected(&window).len(), 1);
}

#[test]
fn a_click_on_a_row_selects_its_card_and_the_inspector_shows_it() {
    let mut window = table();
    let at = window.node(Role::GridCell, "Code: T3").rect().center();
    for pressed in [true, false] {
        window.event(Event::PointerMoved(at));
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        window.event(Event::PointerButton { pos: at, button, pressed, modifiers });
    }
    assert_eq!(selected(&window), ["T3"]);
    assert!(window.says("Where it leads"));
}

#[test]
fn rows_are_ordered_by_any_column_up_down_and_as_on_the_map() {
    let mut window = table();
    let map = codes(&window);
    window.node(Role::ColumnHeader, "Title").click();
    window.run();
    let up = codes(&window);
    assert_ne!(up, map);
    window.node(Role::ColumnHeader, "Title").click();
    window.run();
    assert_eq!(codes(&window), up.iter().rev().cloned().collect::<Vec<_>>());
    window.node(Role::ColumnHeader, "Title").click();
    window.run();
    assert_eq!(codes(&window), map);
}

#[test]
fn rows_are_searched_and_the_filter_of_the_map_counts() {
    let mut window = table();
    window.press_ctrl(Key::F);
    assert_eq!(window.focused(), "Search the rows");
    window.type_text("portal");
    let found = codes(&window);
    assert!(!found.is_empty() && found.len() < 5, "{found:?}");
    window.press(Key::Enter);
    window.press(Key::ArrowDown);
    assert_eq!(selected(&window), found[..1]);
    window.press_ctrl(Key::F);
    window.press(Key::Escape);
    assert!(has_cell(&window, "Mark: Positive"));
    window.click("Filter");
    let friction = window
        .places(Role::Button)
        .into_iter()
        .find(|(name, _)| name.starts_with("Friction") && name.contains(char::is_numeric));
    window.click(&friction.unwrap().0);
    assert!(has_cell(&window, "Mark: Friction") && !has_cell(&window, "Mark: Positive"));
}

#[test]
fn cells_are_edited_in_place() {
    let mut window = table();
    window.press(Key::ArrowDown);
    window.press(Key::F2);
    window.type_text("A blog");
    window.press(Key::Enter);
    assert!(window.has(Role::GridCell, "Title: A blog"));
    assert_eq!(window.focused(), "Title: A blog");
    window.press(Key::Enter);
    window.type_text("Never mind");
    window.press(Key::Escape);
    assert_eq!(window.focused(), "Title: A blog", "Escape takes nothing and stays");
    window.press(Key::ArrowRight);
    window.press(Key::Num3);
    assert_eq!(window.focused(), "Mark: Friction");
    window.press(Key::Enter);
    window.node(Role::MenuItemRadio, "Decision").click();
    window.run();
    assert_eq!(window.focused(), "Mark: Decision");
    window.press(Key::Enter);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_eq!(window.focused(), "Mark: Friction", "chosen with the arrows");
    window.press_ctrl(Key::Z);
    window.press_ctrl(Key::Z);
    window.press_ctrl(Key::Z);
    window.press_ctrl(Key::Z);
    assert!(window.has(Role::GridCell, "Title: Blog on problems that customers research"));
}

fn title_of(window: &Window, code: &str) -> String {
    window.map(|map| {
        let card = map.touchpoints.iter().find(|card| card.code.to_string() == code);
        card.unwrap().title.clone()
    })
}

#[test]
fn what_is_typed_in_a_cell_is_taken_there_although_the_keyboard_goes_to_another_row() {
    let mut window = table();
    let (first, third) = (title_of(&window, "T1"), title_of(&window, "T3"));
    for _ in 0..3 {
        window.press(Key::ArrowDown);
    }
    window.press(Key::F2);
    window.type_text("Asked by mouse");
    let at = window.node(Role::GridCell, "Code: T1").rect().center();
    for pressed in [true, false] {
        window.event(Event::PointerMoved(at));
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        window.event(Event::PointerButton { pos: at, button, pressed, modifiers });
    }
    assert_eq!(title_of(&window, "T1"), first);
    assert_eq!(title_of(&window, "T3"), "Asked by mouse");
    assert_eq!(selected(&window), ["T1"]);
    window.press_ctrl(Key::Z);
    assert_eq!(title_of(&window, "T3"), third);

    let name = format!("Title: {first}");
    window.node(Role::GridCell, &name).click_accesskit();
    window.run();
    window.type_text("Asked by a reader");
    window.node(Role::GridCell, &format!("Title: {third}")).focus();
    window.run();
    assert_eq!(title_of(&window, "T3"), third);
    assert_eq!(title_of(&window, "T1"), "Asked by a reader");
}

#[test]
fn what_is_typed_in_a_cell_that_scrolls_out_of_view_is_taken() {
    let mut window = crowded(100);
    window.press(Key::ArrowDown);
    window.press(Key::F2);
    window.type_text("Gone up");
    let at = window.node(Role::GridCell, "Code: T1").rect().center();
    window.event(Event::PointerMoved(at));
    window.event(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Page,
        delta: egui::vec2(0.0, -1.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    assert!(!codes(&window).contains(&"T1".to_owned()), "it is out of view");
    assert_eq!(title_of(&window, "T1"), "Gone up");
}

#[test]
fn columns_are_chosen_and_all_maps_are_one_table() {
    let mut window = table();
    window.click("Columns");
    window.node(Role::CheckBox, "Impact").click();
    window.run();
    window.press(Key::Escape);
    assert!(window.has(Role::ColumnHeader, "Impact"));
    window.press_ctrl(Key::T);
    window.press_ctrl_shift(Key::T);
    assert_eq!(codes(&window).len(), 0, "a new map has no touchpoints");
    window.click("All maps");
    assert!(!codes(&window).is_empty());
    assert!(window.has(Role::ColumnHeader, "Map"));
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    assert_eq!(selected(&window).len(), 1, "the map of the row is shown");
}

/// Chooses in the cell that the keyboard is on.
fn choose(window: &mut Window, words: &str) {
    window.press(Key::Enter);
    window.node(Role::MenuItemRadio, words).click();
    window.run();
}

#[test]
fn a_card_goes_to_the_stage_step_or_lane_that_is_chosen_and_others_that_are_selected_come_along() {
    let mut window = table();
    let places = |window: &Window| {
        let place = |code: u32| {
            window.map(|map| {
                let card = map.touchpoints.iter().find(|card| card.code == Code(code)).unwrap();
                card.place.cell.map(|cell| {
                    let column = map.columns().position(|it| it.step.id == cell.step).unwrap();
                    (column + 1, map.lane(cell.lane).unwrap().name.clone())
                })
            })
        };
        [place(1), place(2)]
    };
    let at = |step: usize, lane: &str| Some((step, lane.to_owned()));
    let before = places(&window);
    assert_eq!(before, [at(1, "Website"), at(2, "Other sites")]);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    choose(&mut window, "Buy");
    assert_eq!(window.focused(), "Stage: Buy");
    assert_eq!(selected(&window), ["T1"]);
    assert_eq!(places(&window), [at(4, "Website"), at(2, "Other sites")]);
    choose(&mut window, "Inbox");
    assert_eq!(window.focused(), "Stage: Inbox");
    assert_eq!(places(&window)[0], None);
    window.press_ctrl(Key::Z);
    window.press_ctrl(Key::Z);
    assert_eq!(places(&window), before);

    window.press_ctrl(Key::Home);
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(selected(&window), ["T1", "T2"]);
    window.press(Key::ArrowRight);
    assert!(window.focused().starts_with("Lane: "), "{}", window.focused());
    choose(&mut window, "Support");
    assert_eq!(places(&window), [at(1, "Support"), at(2, "Support")]);
    assert_eq!(selected(&window), ["T1", "T2"], "to be sent on");
    window.press_ctrl(Key::Z);
    assert_eq!(places(&window), before, "one step");
}

#[test]
fn each_quality_and_the_costs_have_columns_of_their_own() {
    let mut window = table();
    window.click("Columns");
    for column in ["Simple", "Personal", "Cost in words", "Growth"] {
        // By keyboard: the list scrolls there.
        window.node(Role::CheckBox, column).focus();
        window.run();
        window.press(Key::Space);
    }
    window.press(Key::Escape);
    let card = |window: &Window| window.map(|map| map.touchpoints[0].clone());
    let at = window.node(Role::GridCell, "Code: T1").rect().center();
    window.drag(at, at);
    window.press(Key::End);
    window.press(Key::ArrowLeft);
    assert!(window.focused().starts_with("Growth: "), "{}", window.focused());
    window.press(Key::Enter);
    window.node(Role::MenuItemRadio, "Does not grow").click();
    window.run();
    assert_eq!(card(&window).feasibility.grows, Some(false));
    window.press(Key::ArrowLeft);
    window.press(Key::Enter);
    window.type_text("3 days");
    window.press(Key::Enter);
    assert_eq!(window.focused(), "Cost in words: 3 days");
    window.press(Key::ArrowLeft);
    window.press(Key::Num4);
    assert_eq!(window.focused(), "Personal: 4");
    assert_eq!(card(&window).qualities.score(Quality::Personal), Score::new(4));
    window.press(Key::Num0);
    window.press(Key::ArrowLeft);
    window.press(Key::Enter);
    window.node(Role::MenuItemRadio, "5").click();
    window.run();
    assert_eq!(window.focused(), "Simple: 5");
    assert_eq!(card(&window).qualities.score(Quality::Personal), None);
}

#[test]
fn columns_get_wider_and_rows_are_selected_one_by_one_by_keyboard() {
    let mut window = table();
    let width = |window: &Window| window.node(Role::ColumnHeader, "Title").rect().width();
    let before = width(&window);
    window.press_with(Modifiers::ALT, Key::ArrowRight);
    window.press_with(Modifiers::ALT, Key::ArrowRight);
    assert!(width(&window) > before);
    for _ in 0..40 {
        window.press_with(Modifiers::ALT, Key::ArrowLeft);
    }
    assert!(width(&window) < before && width(&window) > 40.0, "{}", width(&window));
    window.press(Key::ArrowDown);
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(selected(&window), ["T1", "T2"]);
    window.press_ctrl(Key::Space);
    assert_eq!(selected(&window), ["T1"]);
    window.press_ctrl(Key::Space);
    assert_eq!(selected(&window), ["T1", "T2"]);
    window.press_ctrl(Key::ArrowDown);
    window.press_ctrl(Key::ArrowDown);
    window.press_ctrl(Key::Space);
    assert_eq!(selected(&window), ["T1", "T2", "T4"]);
}

#[test]
fn only_rows_in_view_are_drawn_of_ten_thousand() {
    let mut window = crowded(10_000);
    assert!(codes(&window).len() < 40, "only rows in view have nodes");
    window.press_ctrl(Key::End);
    assert!(codes(&window).len() < 40 && selected(&window).len() == 1);
}

#[test]
fn over_all_maps_the_filter_counts_the_cards_of_all_of_them() {
    let mut window = table();
    let friction = |maps: &[Arc<JourneyMap>]| -> usize {
        let cards = maps.iter().flat_map(|map| &map.touchpoints);
        let red = |card: &&Arc<Touchpoint>| card.mark == Some(Mark::Friction);
        cards.filter(red).filter(|card| card.place.cell.is_some()).count()
    };
    let (one, all) = window.editor(|editor| {
        let maps = &editor.project().maps;
        (friction(&maps[..1]), friction(maps))
    });
    assert!(one < all);
    window.click("Filter");
    let chip = |window: &Window| {
        let mut buttons = window.places(Role::Button).into_iter();
        buttons.find(|(name, _)| name.starts_with("Friction")).unwrap().0
    };
    assert!(chip(&window).contains(&one.to_string()), "{}", chip(&window));
    window.click("All maps");
    assert!(chip(&window).contains(&all.to_string()), "{}", chip(&window));
    let red = chip(&window);
    window.click(&red);
    assert_eq!(codes(&window).len(), all);
}

#[test]
fn a_cell_that_was_scrolled_out_of_view_comes_back_to_be_edited() {
    let mut window = crowded(200);
    window.press_ctrl(Key::Home);
    assert_eq!(selected(&window), ["T1"]);
    let over =
        window.node(Role::Row, "T1 Blog on problems that customers research").rect().center();
    window.event(Event::PointerMoved(over));
    for _ in 0..20 {
        window.event(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: Vec2::new(0.0, -100.0),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        });
    }
    assert!(!codes(&window).contains(&"T1".to_owned()), "out of view");
    window.press(Key::Enter);
    window.type_text("A blog");
    window.press(Key::Enter);
    assert!(window.has(Role::GridCell, "Title: A blog"));
}
