//! The map in the window, driven by accessible names and with real input events.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;

use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, TouchPhase, Vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};
use std::sync::Arc;
use touchline::{
    app::{canvas::Canvas, style},
    catalog::{Template, new_project},
    editor::{Action, Editor, NewCard, Selection},
    model::{IdSource, Mark, Project},
    text::{Language, Text},
    theme::Theme,
};

/// The canvas alone in a window, with what a person sees of it.
struct Window {
    canvas: Canvas,
    editor: Editor,
    text: Arc<Text>,
    chosen: Vec<Action>,
}

fn window(project: Project) -> Harness<'static, Window> {
    let text = Arc::new(Language::En.load());
    let fonts = Arc::new(fonts::fonts());
    let editor = Editor::new(project, Arc::clone(&fonts), Arc::clone(&text), IdSource::seeded(7));
    let state = Window { canvas: Canvas::default(), editor, text, chosen: Vec::new() };
    let mut harness = Harness::builder()
        .with_size([1600.0, 900.0])
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(64)
        .with_context_setup(move |ctx| {
            style::set_up(ctx);
            style::set_fonts(ctx, &fonts);
        })
        .build_ui_state(
            |ui, window: &mut Window| {
                let text = Arc::clone(&window.text);
                let chosen = window.canvas.ui(ui, &mut window.editor, Theme::Light, &text);
                window.chosen.extend(chosen);
            },
            state,
        );
    harness.run();
    harness
}

fn sample() -> Harness<'static, Window> {
    let mut ids = IdSource::seeded(1);
    window(new_project(Template::Sample, Language::En, &mut ids))
}

/// Presses, moves in several steps, and releases.
fn drag(harness: &mut Harness<'_, Window>, from: Pos2, to: Pos2) {
    harness.hover_at(from);
    harness.run();
    harness.drag_at(from);
    harness.step();
    for part in 1..=8_u8 {
        harness.event(Event::PointerMoved(from.lerp(to, f32::from(part) / 8.0)));
        harness.step();
    }
    harness.drop_at(to);
    harness.run();
}

fn wheel(harness: &mut Harness<'_, Window>, delta: Vec2, modifiers: Modifiers) {
    harness.event_modifiers(
        Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta,
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
            modifiers,
        },
        modifiers,
    );
    harness.run();
}

fn place_of(harness: &Harness<'_, Window>, label: &str) -> Pos2 {
    harness.get_by_label_contains(label).rect().center()
}

#[test]
fn cards_steps_stages_and_lanes_are_named() {
    let harness = sample();
    let card = "T3 Unsponsored reviews on our own site, decision, Consider, step 3, Website; 2 outcomes, moment of truth, with notes";
    harness.get_by_label_contains(card);
    for name in ["Stage Consider", "Lane Support", "Step 4 Has enough information and buys"] {
        harness.get_by_label(name);
    }
}

#[test]
fn a_click_selects_and_so_does_a_reader() {
    let mut harness = sample();
    harness.get_by_label_contains("T4 ").click();
    harness.run();
    assert_eq!(harness.get_by_label_contains("T4 ").accesskit_node().is_selected(), Some(true));
    harness.get_by_label_contains("T1 ").click_accesskit();
    harness.run();
    assert_eq!(harness.get_by_label_contains("T1 ").accesskit_node().is_selected(), Some(true));
    assert_eq!(harness.get_by_label_contains("T4 ").accesskit_node().is_selected(), Some(false));
    harness.get_by_label("Lane Support").click_accesskit();
    harness.run();
    assert!(matches!(harness.state().editor.selection(), Selection::Lane(_)));
}

#[test]
fn a_card_is_dragged_to_another_cell() {
    let mut harness = sample();
    let from = place_of(&harness, "T4 ");
    let lane = place_of(&harness, "Lane Other sites");
    drag(&mut harness, from, Pos2::new(from.x, lane.y));
    let name = "T4 Customer portal: check out, order status, positive, Buy, step 4, Other sites; emotion +2, with notes";
    harness.get_by_label_contains(name);
    harness.state_mut().editor.perform(Action::Undo);
    harness.run();
    harness.get_by_label_contains(&name.replace("Other sites", "Website"));
}

#[test]
fn a_card_is_dragged_in_from_outside() {
    let mut harness = sample();
    let target = Pos2::new(place_of(&harness, "Step 2").x, place_of(&harness, "Lane Support").y);
    let start = Pos2::new(5.0, 5.0);
    harness.drag_at(start);
    harness.step();
    let card = NewCard::Typed { title: "Word of mouth".to_owned() };
    let at = harness.state().canvas.screen_point(start);
    harness.state_mut().editor.carry_in(card, at);
    for part in 1..=6_u8 {
        harness.event(Event::PointerMoved(start.lerp(target, f32::from(part) / 6.0)));
        harness.step();
    }
    harness.drop_at(target);
    harness.run();
    harness.get_by_label_contains("Word of mouth, no mark, Consider, step 2, Support");
}

#[test]
fn text_is_edited_in_place() {
    let mut harness = sample();
    let at = place_of(&harness, "T4 ");
    double_click(&mut harness, at);
    harness.get_by_label("Edit text").type_text("Checkout");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label_contains("T4 Checkout, positive");

    // Enter has gone on to the next text; Escape leaves that as it was.
    let before = harness.state().editor.revision();
    harness.get_by_label("Edit text").type_text("Something else");
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_label("Edit text").is_none());
    assert_eq!(harness.state().editor.revision(), before);

    // Leaving the field takes the text.
    let at = place_of(&harness, "T1 ");
    double_click(&mut harness, at);
    harness.get_by_label("Edit text").type_text("Blog");
    harness.run();
    harness.get_by_label("Lane Support").click();
    harness.run();
    harness.get_by_label_contains("T1 Blog, positive");
}

#[test]
fn two_clicks_within_one_frame_are_a_double_click() {
    let mut harness = sample();
    let pos = place_of(&harness, "T4 ");
    let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
    harness.hover_at(pos);
    harness.run();
    for pressed in [true, false, true, false] {
        let event = Event::PointerButton { pos, button, pressed, modifiers };
        harness.input_mut().events.push(event);
    }
    harness.step();
    harness.run();
    harness.get_by_label("Edit text");
}

#[test]
fn enter_while_composing_belongs_to_the_input_method() {
    let mut harness = sample();
    let at = place_of(&harness, "T4 ");
    double_click(&mut harness, at);
    let preedit = |text: &str| {
        Event::Ime(egui::ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
    };
    harness.event(preedit("中"));
    harness.step();
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label("Edit text");
    harness.event(Event::Ime(egui::ImeEvent::Commit("中".to_owned())));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label_contains("T4 中, positive");
}

fn double_click(harness: &mut Harness<'_, Window>, at: Pos2) {
    harness.hover_at(at);
    harness.run();
    for _ in 0..2 {
        for pressed in [true, false] {
            harness.event(Event::PointerButton {
                pos: at,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
            harness.step();
        }
    }
    harness.run();
}

#[test]
fn the_wheel_pans_and_zooms_at_the_pointer() {
    let mut harness = sample();
    let before = place_of(&harness, "T3 ");
    harness.hover_at(before);
    harness.run();
    wheel(&mut harness, Vec2::new(0.0, -60.0), Modifiers::NONE);
    let panned = place_of(&harness, "T3 ");
    assert!((panned.y - before.y + 60.0).abs() < 1.0, "{before} {panned}");

    harness.hover_at(panned);
    harness.run();
    let zoom = harness.state().editor.camera().zoom;
    wheel(&mut harness, Vec2::new(0.0, 100.0), Modifiers::CTRL | Modifiers::COMMAND);
    assert!(harness.state().editor.camera().zoom > zoom * 1.2);
    let zoomed = place_of(&harness, "T3 ");
    assert!(zoomed.distance(panned) < 1.0, "{panned} {zoomed}");
}

#[test]
fn arrows_stay_on_the_map_and_tab_leaves_it() {
    let mut harness = sample();
    harness.get_by_label_contains("T3 ").click();
    harness.run();
    let has_focus =
        |harness: &Harness<'_, Window>| harness.ctx.memory(|memory| memory.has_focus(Canvas::id()));
    for key in [Key::ArrowRight, Key::ArrowDown, Key::Escape, Key::Space] {
        harness.key_press(key);
        harness.run();
        assert!(has_focus(&harness), "{key:?}");
    }
    harness.key_press(Key::Tab);
    harness.run();
    assert!(!has_focus(&harness));
}

#[test]
fn the_context_menu_offers_what_fits() {
    let mut harness = sample();
    harness.get_by_label_contains("T3 ").click_secondary();
    harness.run();
    let friction = Action::MarkFriction.label(&harness.state().text);
    harness.get_by_label_contains(&friction).click();
    harness.run();
    assert_eq!(harness.state().chosen, [Action::MarkFriction]);
    assert!(harness.state().editor.selection().touchpoints().count() == 1);

    harness.get_by_label("Lane Support").click_secondary();
    harness.run();
    assert!(harness.query_by_label_contains(&friction).is_none());
}

#[test]
fn the_mini_map_moves_the_view() {
    let mut harness = sample();
    harness.state_mut().editor.perform(Action::ZoomTo100);
    for _ in 0..3 {
        harness.state_mut().editor.perform(Action::ZoomIn);
    }
    harness.run();
    let rect = harness.get_by_label("Mini-map").rect();
    let before = harness.state().editor.camera().origin;
    drag(&mut harness, rect.center(), rect.right_bottom() - Vec2::splat(8.0));
    let after = harness.state().editor.camera().origin;
    assert!(after.x > before.x && after.y > before.y, "{before:?} {after:?}");
}

#[test]
fn an_idle_map_asks_for_no_frames() {
    let mut harness = sample();
    harness.get_by_label_contains("T3 ").click();
    harness.run();
    assert!(harness.run() <= 1);
    let output = harness.output();
    let delay = output.viewport_output.values().map(|viewport| viewport.repaint_delay).min();
    assert_eq!(delay, Some(std::time::Duration::MAX));
}

#[test]
fn marks_are_said() {
    let harness = sample();
    let map = harness.state().editor.map().cloned().expect("the sample has a map");
    for card in map.touchpoints.iter().filter(|card| card.place.cell.is_some()) {
        let mark = match card.mark {
            None => "no mark",
            Some(Mark::Positive) => "positive",
            Some(Mark::Decision) => "decision",
            Some(Mark::Friction) => "friction",
        };
        harness.get_by_label_contains(&format!("{} {}, {mark}", card.code, card.title));
    }
}

#[test]
fn an_empty_map_invites() {
    let mut ids = IdSource::seeded(1);
    let harness = window(new_project(Template::Blank, Language::En, &mut ids));
    assert!(harness.state().editor.scene().cards.is_empty());
    let empty = window(Project::default());
    empty.get_by_label("This project has no map yet");
    empty.get_by_label(&Action::AddMap.label(&empty.state().text));
}

#[test]
fn taps_within_one_frame_open_the_context_menu_where_they_are() {
    let mut harness = sample();
    let mark = Action::MarkFriction.label(&harness.state().text);
    let add = Action::AddLane.label(&harness.state().text);
    for (place, expected, other) in [("T3 ", &mark, &add), ("Lane Support", &add, &mark)] {
        let pos = place_of(&harness, place);
        let (button, modifiers) = (egui::PointerButton::Secondary, Modifiers::NONE);
        harness.hover_at(pos);
        harness.run();
        for pressed in [true, false] {
            let event = Event::PointerButton { pos, button, pressed, modifiers };
            harness.input_mut().events.push(event);
        }
        harness.step();
        harness.run();
        harness.get_by_label_contains(expected);
        assert!(harness.query_by_label_contains(other).is_none(), "{place}");
    }
}
