//! The priority matrix and the feasibility of a touchpoint, in the window: by mouse and by
//! keyboard.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Key, Pos2, Role};
use proptest::prelude::*;
use std::sync::Arc;
use touchline::model::{
    Cell, Feasibility, IdSource, JourneyMap, Lane, Project, Role as LaneRole, Score, Stage, Step,
    Touchpoint, When,
};
use window::Window;

fn score(value: i64) -> Option<Score> {
    Score::new(value)
}

/// A card: title, impact and effort (0 is not known).
type Card<'a> = (&'a str, i64, i64);

fn map(ids: &mut IdSource, cards: &[Card<'_>], next: &mut u32) -> JourneyMap {
    let mut map = JourneyMap::new(ids.next(), "First purchase");
    let mut stage = Stage::new(ids.next(), "Consider", None);
    stage.steps.push(Step::new(ids.next(), "reads reviews"));
    map.stages.push(stage);
    map.lanes.push(Lane::new(ids.next(), "Website", LaneRole::Touchpoints));
    let cell = Cell { step: map.stages[0].steps[0].id, lane: map.lanes[0].id };
    for &(title, impact, effort) in cards {
        let (code, place) = (touchline::model::Code(*next), map.place_at_end(Some(cell)));
        let mut card = Touchpoint::new(ids.next(), code, title, place);
        card.feasibility =
            Feasibility { impact: score(impact), effort: score(effort), ..Feasibility::default() };
        map.touchpoints.push(Arc::new(card));
        *next += 1;
    }
    map
}

fn project(cards: &[Card<'_>]) -> Project {
    let (mut ids, mut next) = (IdSource::seeded(1), 1);
    let map = map(&mut ids, cards, &mut next);
    let maps = vec![Arc::new(map)];
    Project { maps, next_code: touchline::model::Code(next), ..Project::default() }
}

/// One card in three corners, and one that waits.
const CARDS: &[Card<'_>] = &[("Quick", 5, 1), ("Leave", 1, 5), ("Fill", 2, 2), ("Waits", 0, 4)];

fn on_matrix(project: Project) -> Window {
    let mut window = Window::on(project);
    window.choose("Workshop", "Priority matrix");
    window
}

/// Where the card with this code is: in the matrix, or where it waits.
fn tile(window: &Window, code: &str) -> Pos2 {
    let start = format!("{code} ");
    let tiles = window.places(Role::ListItem);
    let found = tiles.iter().find(|(name, _)| name.starts_with(&start));
    found.unwrap_or_else(|| panic!("{code} is not in {tiles:?}")).1.center()
}

fn names(window: &Window, role: Role) -> Vec<String> {
    let mut found = window.places(role);
    found.sort_by(|(_, a), (_, b)| a.top().total_cmp(&b.top()));
    found.into_iter().map(|(name, _)| name).collect()
}

/// Impact and effort of the card with this title.
fn values(window: &Window, title: &str) -> (u8, u8) {
    window.map(|map| {
        let card = map.touchpoints.iter().find(|card| card.title == title).unwrap();
        let value = |score: Option<Score>| score.map_or(0, Score::value);
        (value(card.feasibility.impact), value(card.feasibility.effort))
    })
}

#[test]
fn a_card_that_is_dragged_gets_the_values_of_its_place_in_one_step() {
    let mut window = on_matrix(project(CARDS));
    let (from, to) = (tile(&window, "T4"), tile(&window, "T1"));
    window.take_to(from, to);
    assert_eq!(values(&window, "Waits"), (0, 4), "nothing changes in the air");
    let preview = names(&window, Role::ListItem);
    assert!(preview.contains(&"T4 Waits, impact 5, effort 1, quick win".to_owned()), "{preview:?}");
    window.drag(to, to);
    assert_eq!(values(&window, "Waits"), (5, 1));
    assert_eq!(names(&window, Role::ListItem), preview, "what was shown is what came");
    window.press_ctrl(Key::Z);
    assert_eq!(values(&window, "Waits"), (0, 4));
    assert!(!window.editor(|editor| editor.undo_name().is_some()), "it was one step");
}

#[test]
fn escape_puts_a_card_back_and_the_page_stays() {
    let mut window = on_matrix(project(CARDS));
    let before = names(&window, Role::ListItem);
    let (from, to) = (tile(&window, "T1"), tile(&window, "T2"));
    window.take_to(from, to);
    assert_ne!(names(&window, Role::ListItem), before);
    window.press(Key::Escape);
    assert_eq!(names(&window, Role::ListItem), before);
    window.drag(to, to);
    assert_eq!(values(&window, "Quick"), (5, 1));
    assert!(window.has(Role::Button, "Page: Priority matrix"));
    assert!(!window.editor(touchline::editor::Editor::is_unsaved));
}

#[test]
fn a_card_that_is_dragged_out_waits_again() {
    let mut window = on_matrix(project(CARDS));
    let (from, to) = (tile(&window, "T1"), tile(&window, "T4"));
    window.drag(from, to);
    assert_eq!(values(&window, "Quick"), (0, 0));
    let name = "T1 Quick, impact unknown, effort unknown";
    assert!(window.has(Role::ListItem, name), "{:?}", names(&window, Role::ListItem));
}

#[test]
fn the_arrows_change_the_values_and_enter_shows_the_card_on_the_map() {
    let mut window = on_matrix(project(CARDS));
    window.node(Role::ListItem, "T3 Fill, impact 2, effort 2, fill-in").click();
    window.run();
    for key in [Key::ArrowUp, Key::ArrowUp, Key::ArrowRight, Key::ArrowLeft, Key::ArrowLeft] {
        window.press(key);
    }
    assert_eq!(values(&window, "Fill"), (4, 1));
    assert_eq!(window.focused(), "T3 Fill, impact 4, effort 1, quick win");
    window.press(Key::ArrowLeft);
    assert_eq!(values(&window, "Fill"), (4, 1), "there is nothing below one");
    window.press_ctrl(Key::Z);
    assert_eq!(values(&window, "Fill"), (4, 2), "each arrow is a step");
    window.press(Key::Enter);
    assert!(window.has(Role::Canvas, "Journey map"));
    let titles = window.editor(|editor| {
        editor.selected_cards().map(|card| card.title.clone()).collect::<Vec<_>>()
    });
    assert_eq!(titles, ["Fill"]);
}

#[test]
fn a_card_that_waits_goes_to_the_middle_by_keyboard_and_keeps_what_is_known() {
    let mut window = on_matrix(project(CARDS));
    window.node(Role::ListItem, "T4 Waits, impact unknown, effort 4").click();
    window.run();
    window.press(Key::ArrowUp);
    assert_eq!(values(&window, "Waits"), (3, 4));
    assert_eq!(window.focused(), "T4 Waits, impact 3, effort 4, big project");
}

#[test]
fn the_list_goes_by_priority_and_is_walked_with_the_arrows() {
    let mut window = on_matrix(project(CARDS));
    let list = [
        "T1 Quick, impact 5, effort 1, quick win",
        "T3 Fill, impact 2, effort 2, fill-in",
        "T2 Leave, impact 1, effort 5, leave it",
    ];
    assert_eq!(names(&window, Role::ListBoxOption), list);
    window.node(Role::ListBoxOption, list[0]).click();
    window.run();
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    assert_eq!(window.focused(), list[2]);
    let selected = window.editor(|editor| editor.selected_cards().next().unwrap().code.0);
    assert_eq!(selected, 2, "what is walked to is selected");
}

#[test]
fn a_filter_leaves_what_fits() {
    let mut project = project(CARDS);
    let map = Arc::make_mut(&mut project.maps[0]);
    Arc::make_mut(&mut map.touchpoints[2]).feasibility.when = Some(When::Now);
    let mut window = on_matrix(project);
    window.node(Role::ComboBox, "When").click();
    window.run();
    window.node(Role::Button, "Now").click();
    window.run();
    let only = ["T3 Fill, impact 2, effort 2, fill-in, Now"];
    assert_eq!(names(&window, Role::ListBoxOption), only);
    assert_eq!(names(&window, Role::ListItem).len(), 1);
}

#[test]
fn many_cards_in_a_cell_are_counted_and_can_be_listed() {
    let many: Vec<Card<'_>> = (0..10_000).map(|at| ("x", 1 + at % 2, 3)).collect();
    let mut window = on_matrix(project(&many));
    let tiles = names(&window, Role::ListItem).len() + names(&window, Role::ListBoxOption).len();
    assert!((4..200).contains(&tiles), "{tiles} of 10,000 are drawn");
    let more = window.places(Role::Button);
    let more = more.iter().find(|(name, _)| name.ends_with("more with impact 1 and effort 3"));
    let name = more.expect("the rest is counted").0.clone();
    window.click(&name);
    let listed = names(&window, Role::ListBoxOption);
    assert!(listed.iter().all(|name| name.contains("impact 1, effort 3")), "{listed:?}");
    window.click("List all again");
    let listed = names(&window, Role::ListBoxOption);
    assert!(listed.iter().all(|name| name.contains("impact 2, effort 3")), "{listed:?}");
    assert_eq!(window.frames_until_rest(), 1, "an idle matrix rests");
}

#[test]
fn cards_of_all_maps_can_be_shown_and_changed() {
    let (mut ids, mut next) = (IdSource::seeded(1), 1);
    let [one, two] = [&[("Here", 5, 1)], &[("There", 1, 5)]]
        .map(|cards| Arc::new(map(&mut ids, cards, &mut next)));
    let code = touchline::model::Code(next);
    let maps = vec![one, two];
    let mut window = on_matrix(Project { maps, next_code: code, ..Project::default() });
    assert_eq!(names(&window, Role::ListItem).len(), 1);
    window.node(Role::ComboBox, "Maps").click();
    window.run();
    window.node(Role::Button, "All maps").click();
    window.run();
    let (from, to) = (tile(&window, "T2"), tile(&window, "T1"));
    window.drag(from, to);
    assert_eq!(values(&window, "There"), (5, 1), "its map is shown now");
}

#[test]
fn an_empty_map_says_what_to_do() {
    let window = on_matrix(project(&[]));
    assert!(window.says("There are no touchpoints yet."));
}

#[test]
fn the_inspector_sets_the_values_of_all_that_is_selected() {
    let mut window = Window::on(project(&[("One", 0, 0), ("Two", 0, 0)]));
    window.press_ctrl(Key::A);
    assert!(!window.has(Role::Slider, "Impact"), "folded until it is used");
    window.click("Feasibility");
    let impact = window.node(Role::Slider, "Impact").rect();
    let fourth = impact.left_center() + egui::vec2(3.5 * 24.0, 0.0);
    window.drag(fourth, fourth);
    for title in ["One", "Two"] {
        assert_eq!(values(&window, title), (4, 0));
    }
    window.press_ctrl(Key::Z);
    assert_eq!(values(&window, "One"), (0, 0));
    window.node(Role::Slider, "Effort").focus();
    window.run();
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    assert_eq!(values(&window, "Two"), (0, 2));
    window.press(Key::Home);
    assert_eq!(values(&window, "Two"), (0, 0), "down to no score");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_drags_can_be_undone_one_by_one(
        drags in prop::collection::vec((1_u8..=4, 1_u8..=4), 1..4),
    ) {
        let mut window = on_matrix(project(CARDS));
        let mut states = vec![window.editor(|editor| editor.project().clone())];
        for (card, onto) in drags {
            let (from, to) = (tile(&window, &format!("T{card}")), tile(&window, &format!("T{onto}")));
            window.drag(from, to);
            let now = window.editor(|editor| editor.project().clone());
            if states.last() != Some(&now) {
                states.push(now);
            }
        }
        while let Some(state) = states.pop() {
            prop_assert_eq!(window.editor(|editor| editor.project().clone()), state);
            window.press_ctrl(Key::Z);
        }
    }
}
