//! The six qualities and audits in the window: by accessible role and name, with real input events.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Key, Role};
use egui_kittest::kittest::NodeT;
use std::sync::Arc;
use touchline::model::{
    self, Cell, Code, IdSource, JourneyMap, Lane, Project, Quality, Score, Stage, Step, Touchpoint,
};
use window::Window;

/// One stage of two steps, one lane, two cards in the first step and one in the second.
fn project() -> Project {
    let mut ids = IdSource::seeded(1);
    let mut map = JourneyMap::new(ids.next(), "First purchase");
    let mut stage = Stage::new(ids.next(), "Consider", None);
    stage.steps = vec![Step::new(ids.next(), "Looks around"), Step::new(ids.next(), "Pays")];
    map.lanes = vec![Lane::new(ids.next(), "Website", model::Role::default())];
    let cells = [0, 1].map(|at| Cell { step: stage.steps[at].id, lane: map.lanes[0].id });
    map.stages.push(stage);
    for (code, title, cell) in [(1, "Reviews", 0), (2, "Blog", 0), (3, "Checkout", 1)] {
        let place = map.place_at_end(Some(cells[cell]));
        map.touchpoints.push(Arc::new(Touchpoint::new(ids.next(), Code(code), title, place)));
    }
    Project {
        title: "Online shop".to_owned(),
        maps: vec![Arc::new(map)],
        next_code: Code(4),
        ..Project::default()
    }
}

fn card(window: &Window, title: &str) -> Arc<Touchpoint> {
    window.map(|map| map.touchpoints.iter().find(|card| card.title == title).cloned().unwrap())
}

fn score(window: &Window, title: &str, quality: Quality) -> Option<u8> {
    card(window, title).qualities.score(quality).map(Score::value)
}

/// Selects the first card by a click.
fn select_first(window: &mut Window) {
    let at = window.place_of(touchline::scene::Source::Touchpoint(card(window, "Reviews").id));
    window.drag(at, at);
}

#[test]
fn qualities_are_rated_by_click_and_by_key_and_taken_back() {
    let mut window = Window::on(project());
    select_first(&mut window);
    assert!(!window.has(Role::Slider, "Simple"), "folded until it is used");
    window.click("Six qualities");
    let fields = window.node(Role::Slider, "Simple").rect();
    let fourth = fields.left_center() + egui::vec2(fields.width() * 0.7, 0.0);
    window.drag(fourth, fourth);
    assert_eq!(score(&window, "Reviews", Quality::Simple), Some(4));
    window.press(Key::Num2);
    assert_eq!(score(&window, "Reviews", Quality::Simple), Some(2));
    assert_eq!(card(&window, "Reviews").mark, None, "the digit was not for the mark");
    window.press(Key::ArrowRight);
    assert_eq!(score(&window, "Reviews", Quality::Simple), Some(3));
    window.press(Key::ArrowDown);
    window.press(Key::Num5);
    assert_eq!(score(&window, "Reviews", Quality::Appropriate), Some(5));
    let heading = window.node(Role::Button, "Six qualities");
    assert_eq!(heading.accesskit_node().description().as_deref(), Some("4.0"));
    let radar = "Radar of the six qualities: Simple 3 of 5, Appropriate 5 of 5";
    assert!(window.says(radar));
    window.press(Key::Num0);
    assert_eq!(score(&window, "Reviews", Quality::Appropriate), None);
    window.press(Key::Delete);
    assert_eq!(card(&window, "Reviews").title, "Reviews", "it is still there");
    window.choose("Edit", "Undo “Rate”");
    assert_eq!(score(&window, "Reviews", Quality::Appropriate), Some(5));
}

#[test]
fn a_note_opens_on_demand_and_typing_is_one_step() {
    let mut window = Window::on(project());
    select_first(&mut window);
    window.click("Six qualities");
    // Into view first.
    window.node(Role::Button, "Note on “Personal”").focus();
    window.run();
    window.click("Note on “Personal”");
    window.type_text("same for all");
    let note = card(&window, "Reviews").qualities.note(Quality::Personal).to_owned();
    assert_eq!(note, "same for all");
    window.choose("Edit", "Undo “Rate”");
    assert!(card(&window, "Reviews").qualities.is_empty());
}

#[test]
fn the_mean_is_on_the_card_when_wanted() {
    let mut project = project();
    let map = Arc::make_mut(&mut project.maps[0]);
    let card = Arc::make_mut(&mut map.touchpoints[0]);
    card.qualities.set_score(Quality::Simple, Score::new(4));
    let id = card.id;
    let mut window = Window::on(project);
    let shows = |window: &Window| {
        window.editor(|editor| format!("{:?}", editor.scene().card(id).unwrap().block.items))
    };
    assert!(!shows(&window).contains("\"4.0\""));
    window.choose("Workshop", "Mean of the qualities on cards");
    assert!(shows(&window).contains("\"4.0\""));
    window.choose("Workshop", "Mean of the qualities on cards");
    assert!(!shows(&window).contains("\"4.0\""));
}

#[test]
fn several_cards_show_what_they_have_in_common() {
    let mut project = project();
    let map = Arc::make_mut(&mut project.maps[0]);
    for (at, simple) in [(0, 4), (1, 2)] {
        let card = Arc::make_mut(&mut map.touchpoints[at]);
        card.qualities.set_score(Quality::Simple, Score::new(simple));
        card.qualities.set_score(Quality::Personal, Score::new(3));
    }
    let mut window = Window::on(project);
    window.press_ctrl(Key::A);
    let value = |window: &Window, name: &str| {
        window.node(Role::Slider, name).accesskit_node().value().unwrap_or_default()
    };
    assert_eq!(value(&window, "Simple"), "Mixed");
    assert_eq!(value(&window, "Appealing"), "not rated");
    window.node(Role::Slider, "Simple").focus();
    window.run();
    window.press(Key::Num5);
    let all = ["Reviews", "Blog", "Checkout"];
    assert_eq!(all.map(|title| score(&window, title, Quality::Simple)), [Some(5); 3]);
    assert_eq!(value(&window, "Simple"), "5 of 5");
}
