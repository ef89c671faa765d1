//! Maps compared in the window, by accessible role and name.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Key, Role};
use std::sync::Arc;
use touchline::{
    catalog::{self, Template},
    model::{Code, IdSource, JourneyMap, Mark, Project, Snapshot, Touchpoint, TouchpointId},
    scene::Source,
    text::Language,
};
use window::Window;

fn sample() -> Project {
    catalog::new_project(Template::Sample, Language::En, &mut IdSource::seeded(1))
}

/// On the page, with a project.
fn window(project: Project) -> Window {
    let mut window = Window::on(project);
    window.choose("Workshop", "Compare maps");
    window
}

/// With the keyboard: also what is below the edge comes into view.
fn press(window: &mut Window, name: &str) {
    window.node(Role::Button, name).focus();
    window.run();
    window.press(Key::Enter);
}

fn names(window: &Window, role: Role) -> Vec<String> {
    window.places(role).into_iter().map(|(name, _)| name).collect()
}

/// The names of the compared maps, from top to bottom.
fn rows(window: &Window) -> Vec<String> {
    let titles: Vec<String> =
        window.editor(|editor| editor.project().maps.iter().map(|it| it.title.clone()).collect());
    let mut found: Vec<(String, f32)> = window
        .places(Role::Button)
        .into_iter()
        .filter_map(|(name, rect)| {
            let mut fits = titles.iter().filter(|title| name.starts_with(&format!("{title}, ")));
            let title = fits.by_ref().max_by_key(|title| title.len())?;
            Some((title.clone(), rect.top()))
        })
        .collect();
    found.sort_by(|a, b| a.1.total_cmp(&b.1));
    found.into_iter().map(|(title, _)| title).collect()
}

#[test]
fn all_cards_of_a_long_stage_and_all_contrasts_can_be_seen() {
    let mut project = sample();
    let mut second = project.maps[0].with_new_ids(&mut IdSource::seeded(9));
    let mut next = project.next_code.0;
    for card in &mut second.touchpoints {
        (Arc::make_mut(card).code.0, next) = (next, next + 1);
    }
    project.maps.truncate(1);
    project.maps.push(Arc::new(second));
    for (at, mark) in [(0, Mark::Positive), (1, Mark::Friction)] {
        let map = Arc::make_mut(&mut project.maps[at]);
        let place = map.touchpoints[0].place.clone();
        for number in 0..120 {
            let id = TouchpointId::from(1_000_000 + at as u64 * 1_000 + number);
            let mut card =
                Touchpoint::new(id, Code(next), format!("Extra {number}"), place.clone());
            (card.mark, next) = (Some(mark), next + 1);
            map.touchpoints.push(Arc::new(card));
        }
    }
    project.next_code = Code(next);
    let mut window = window(project);
    let extras = |window: &Window| {
        let all = names(window, Role::Button);
        all.iter().filter(|name| name.contains(" Extra ") && name.contains(';')).count()
    };
    let more = |window: &Window| -> Vec<String> {
        names(window, Role::Button).into_iter().filter(|name| name.starts_with("and ")).collect()
    };
    assert_eq!(more(&window).len(), 3, "two stages and the contrasts: {:?}", more(&window));
    let (before, first) = (extras(&window), more(&window)[0].clone());
    let at = window.places(Role::Button).into_iter().find(|(name, _)| *name == first).unwrap().1;
    window.drag(at.center(), at.center());
    assert!(extras(&window) > before, "as far as there is room");
    // The other stage has gone down, out of view.
    let contrasts = more(&window);
    assert_eq!(contrasts.len(), 1);
    press(&mut window, &contrasts[0]);
    assert!(!window.has(Role::Button, &contrasts[0]));
    assert!(window.says("Extra 119"));
}

#[test]
fn the_maps_stand_above_each_other_on_their_shared_stages() {
    let window = window(sample());
    assert_eq!(
        names(&window, Role::ColumnHeader),
        ["Become aware", "Consider", "Buy", "Use", "Get help"]
    );
    let titles = window.editor(|editor| {
        editor.project().maps.iter().map(|map| map.title.clone()).collect::<Vec<_>>()
    });
    assert_eq!(rows(&window), titles);
    // The same stage of all maps is one column.
    let left = |start: &str| {
        let chips = window.places(Role::Button);
        chips.into_iter().find(|(name, _)| name.starts_with(start)).expect(start).1.left()
    };
    assert!((left("T4 ") - left("T11 ")).abs() < 0.5, "both are in Buy");
    assert!(left("T1 ") < left("T4 "));
    let emotion = names(&window, Role::Image);
    let emotion = emotion.iter().find(|name| name.starts_with("Emotion.")).unwrap();
    assert!(emotion.contains("Anna, first purchase: Become aware +1"), "{emotion}");
}

#[test]
fn what_is_green_for_one_and_red_for_another_leads_to_the_card() {
    let mut window = window(sample());
    assert!(window.says("Green for one, red for another"));
    let self_service = "Self-service: knowledge base, how-to guides";
    press(&mut window, &format!("{self_service}: Friction on Anna, first purchase"));
    let selected = |window: &Window| {
        window.editor(|editor| {
            let cards = editor.selected_cards().map(|card| card.title.clone());
            (editor.map().unwrap().title.clone(), cards.collect::<Vec<_>>())
        })
    };
    let expected = ("Anna, first purchase".to_owned(), vec![self_service.to_owned()]);
    assert_eq!(selected(&window), expected);
    assert!(window.map_has_keyboard(), "the map is shown again");
    window.choose("Workshop", "Compare maps");
    let chip = names(&window, Role::Button).into_iter().find(|it| it.starts_with("T10 ")).unwrap();
    window.click(&chip);
    assert_eq!(selected(&window).1, ["Talk with an adviser"]);
    assert_eq!(selected(&window).0, "Martin, ten chairs for the office");
}

#[test]
fn which_maps_are_compared_is_chosen_also_from_reviews() {
    let mut window = window(sample());
    window.click("4 maps");
    let martin = "Martin, ten chairs for the office";
    window.node(Role::CheckBox, martin).click();
    window.run();
    let then = "Anna, first purchase · Review in August";
    window.node(Role::CheckBox, then).click();
    window.run();
    window.press(Key::Escape);
    assert!(!rows(&window).contains(&martin.to_owned()));
    assert!(window.says(then));
    // Green today, friction then.
    let portal = "Service portal or phone, easy to find";
    assert!(names(&window, Role::Button).iter().any(|name| name.contains(portal)));
    window.press(Key::Escape);
    assert!(window.map_has_keyboard(), "Escape leads back to the map");
}

#[test]
fn seven_maps_cannot_be_chosen_and_one_says_what_to_do() {
    let mut project = sample();
    let mut ids = IdSource::seeded(7);
    for number in 5..=8 {
        let copy = project.maps[0].with_new_ids(&mut ids);
        let map = JourneyMap { title: format!("Map {number}"), ..copy };
        project.maps.push(Arc::new(map));
    }
    let mut many = window(project);
    many.click("6 maps");
    assert_eq!(names(&many, Role::CheckBox).len(), 8 + 3);
    many.node(Role::CheckBox, "Map 7").click();
    many.run();
    assert!(many.has(Role::Button, "6 maps"), "a seventh is not taken");
    let mut project = sample();
    project.maps.truncate(1);
    project.snapshots.clear();
    let mut one = window(project);
    assert!(one.says("There is one map only."));
    one.click("Duplicate map without touchpoints");
    assert_eq!(one.editor(|editor| editor.project().maps.len()), 2);
    assert_eq!(rows(&one).len(), 1, "the new one has no persona");
}

#[test]
fn the_page_follows_what_changes() {
    let mut window = window(sample());
    let contrasts = |window: &Window| {
        names(window, Role::Button).iter().filter(|name| name.contains(": Friction on ")).count()
    };
    let before = contrasts(&window);
    let id = window.map(|map| map.touchpoints[4].id);
    let name = "Self-service: knowledge base, how-to guides: Friction on Anna, first purchase";
    press(&mut window, name);
    assert!(window.editor(|editor| editor.selection().has(id)));
    window.press(Key::Num1);
    window.choose("Workshop", "Compare maps");
    assert_eq!(contrasts(&window), before - 1);
    window.press_ctrl(Key::Z);
    assert_eq!(contrasts(&window), before);
    // A snapshot alone can be compared with its map of today.
    let day = "2026-11-23".parse().unwrap();
    let mut project = sample();
    project.maps.truncate(1);
    project.snapshots = vec![Arc::new(Snapshot::of(&project.maps, 9.into(), "Today", day))];
    let mut both = Window::on(project);
    both.choose("Workshop", "Compare maps");
    assert_eq!(rows(&both).len(), 1);
    assert!(both.says("Anna, first purchase · Today"));
}

#[test]
fn a_stage_that_is_called_otherwise_is_said_to_be_the_same_in_the_inspector() {
    let mut project = sample();
    project.maps.truncate(2);
    project.snapshots.clear();
    let map = Arc::make_mut(&mut project.maps[1]);
    let stage = map.stages.iter_mut().find(|stage| stage.name == "Buy").unwrap();
    "Order".clone_into(&mut stage.name);
    stage.shared = None;
    let order = stage.id;
    let mut window = window(project);
    let apart = ["Become aware", "Consider", "Order", "Buy", "Use", "Get help"];
    let stages = names(&window, Role::ColumnHeader);
    assert!(apart.iter().all(|name| stages.iter().any(|it| it == name)), "{stages:?}");
    window.press(Key::Escape);
    window.press_ctrl(Key::PageDown);
    let at = window.place_of(Source::Stage(order));
    window.drag(at, at);
    window.node(Role::ComboBox, "Same as").click();
    window.run();
    window.click("Buy · Anna, first purchase");
    window.choose("Workshop", "Compare maps");
    let together = ["Become aware", "Consider", "Buy", "Use", "Get help"];
    assert_eq!(names(&window, Role::ColumnHeader), together);
    window.press_ctrl(Key::Z);
    assert_eq!(names(&window, Role::ColumnHeader).len(), 6, "one step");
}
