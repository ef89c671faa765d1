//! The review in the window: it is due, it is done, and what has changed since.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Key, Role};
use std::sync::Arc;
use touchline::{
    app::Host,
    catalog::{self, Template},
    model::{Date, IdSource, Mark, Project, Review, Rhythm},
    text::Language,
};
use window::Window;

/// The day of every window here; the day of [`Host::alone`].
const TODAY: &str = "2026-11-23";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn project(next: &str) -> Project {
    let mut project =
        catalog::new_project(Template::Sample, Language::En, &mut IdSource::seeded(1));
    let (rhythm, next) = (Some(Rhythm::Quarter), Some(day(next)));
    project.review = Review { rhythm, last: None, next };
    project.owner = "Anna".into();
    // The sample has been reviewed before.
    project.snapshots.clear();
    project
}

fn review(window: &Window) -> Review {
    window.editor(|editor| editor.project().review.clone())
}

fn snapshots(window: &Window) -> Vec<String> {
    window.editor(|editor| editor.project().snapshots.iter().map(|it| it.name.clone()).collect())
}

/// Reviews under the name that is offered, and closes what comes then.
fn reviewed(window: &mut Window) {
    window.choose("Workshop", "Review now…");
    window.click("Keep");
    window.click("Close");
}

#[test]
fn a_review_that_is_due_is_said_until_it_is_done_or_put_off() {
    let mut window = Window::on(project("2026-11-20"));
    assert!(window.says("The review was due 3 days ago."));
    window.click("Not today");
    assert!(!window.says("The review was due"));
    for (next, words) in
        [("2026-11-22", "The review was due yesterday."), (TODAY, "The review is due today.")]
    {
        assert!(Window::on(project(next)).says(words), "{next}");
    }
    let window = Window::on(project("2026-11-24"));
    assert!(!window.has(Role::Button, "Not today"), "tomorrow is not today");
}

#[test]
fn another_day_is_another_answer() {
    let mut window =
        Window::with_host(|_| Host { today: || "2027-01-01".parse().unwrap(), ..Host::alone() });
    window.app(|app| app.show_project(project("2026-12-31")));
    window.run();
    assert!(window.says("The review was due yesterday."));
}

#[test]
fn a_review_keeps_the_maps_and_plans_the_next_one_in_one_step() {
    let mut window = Window::on(project("2026-11-20"));
    let before = window.editor(|editor| editor.project().clone());
    window.click("Review now…");
    assert_eq!(window.focused(), "Name of the review");
    window.press_ctrl(Key::A);
    window.type_text("Autumn");
    window.press(Key::Enter);
    assert_eq!(snapshots(&window), ["Autumn"]);
    let expected = Review {
        rhythm: Some(Rhythm::Quarter),
        last: Some(day(TODAY)),
        next: Some(day("2027-02-23")),
    };
    assert_eq!(review(&window), expected);
    assert!(window.says("No touchpoint has changed since 23 Nov 2026."));
    window.click("Close");
    assert!(!window.says("The review was due"));
    window.press_ctrl(Key::Z);
    assert_eq!(window.editor(|editor| editor.project().clone()), before);
}

#[test]
fn what_has_changed_since_is_listed_and_each_row_leads_there() {
    let mut window = Window::on(project("2026-11-20"));
    reviewed(&mut window);
    let (first, last) = window.map(|map| {
        let name =
            |at: usize| format!("{} {}", map.touchpoints[at].code, map.touchpoints[at].title);
        (name(0), name(map.touchpoints.len() - 1))
    });
    let id = |name: &str, window: &Window| {
        window.map(|map| {
            let mut all = map.touchpoints.iter();
            all.find(|card| name.starts_with(&format!("{} ", card.code))).unwrap().id
        })
    };
    let was = window.map(|map| map.touchpoints[0].mark);
    assert_eq!(was, Some(Mark::Positive));
    for (name, key) in [(&first, Key::Num3), (&last, Key::Delete)] {
        let card = touchline::scene::Source::Touchpoint(id(name, &window));
        let at = window.place_of(card);
        window.drag(at, at);
        window.press(key);
    }
    window.choose("Workshop", "Reviews…");
    assert!(window.says("Changed since 23 Nov 2026:"));
    assert!(window.says(&format!("Gone: {last}")));
    assert!(!window.has(Role::Button, &format!("Gone: {last}")), "it leads nowhere");
    window.click(&format!("Marked anew: {first}, Positive before, Friction now"));
    assert!(!window.says("Changed since"), "the map is to be seen");
    let wanted = id(&first, &window);
    assert!(window.editor(|editor| editor.selection().has(wanted)));
}

#[test]
fn snapshots_are_renamed_deleted_and_opened_as_a_copy() {
    let mut window = Window::on(project("2026-11-20"));
    reviewed(&mut window);
    reviewed(&mut window);
    assert_eq!(snapshots(&window), ["Review of 23 Nov 2026", "Review of 23 Nov 2026"]);
    window.choose("Workshop", "Reviews…");
    window.node(Role::TextInput, "Name of the review").focus();
    window.run();
    window.press_ctrl(Key::A);
    window.type_text("Second");
    window.press(Key::Enter);
    assert_eq!(snapshots(&window), ["Review of 23 Nov 2026", "Second"]);
    window.click("Delete");
    assert_eq!(snapshots(&window), ["Review of 23 Nov 2026"]);
    window.click("Close");
    window.press_ctrl(Key::Z);
    assert_eq!(snapshots(&window).len(), 2, "deleting can be undone");
    window.choose("Workshop", "Reviews…");
    window.click("Open as a copy");
    window.click("Discard changes");
    assert_eq!(snapshots(&window).len(), 0, "it is a project of its own");
    assert!(window.editor(touchline::editor::Editor::is_unsaved));
    assert!(window.editor(|editor| editor.project().title.ends_with(": Second")));
}

#[test]
fn the_name_of_a_review_is_asked_about_while_it_is_typed() {
    let mut window = Window::on(project("2026-11-20"));
    reviewed(&mut window);
    window.choose("Workshop", "Reviews…");
    window.node(Role::TextInput, "Name of the review").focus();
    window.run();
    window.press_ctrl(Key::A);
    window.type_text("Spring");
    window.request_close();
    assert!(window.says("Save changes to"));
    assert_eq!(snapshots(&window), ["Spring"]);
}

#[test]
fn the_schedule_is_in_the_project_s_inspector() {
    let mut window =
        Window::on(Project { review: Review::default(), owner: String::new(), ..project(TODAY) });
    window.click("Project and personas…");
    window.node(Role::ComboBox, "Rhythm").click();
    window.run();
    window.node(Role::Button, "Each half year").click();
    window.run();
    assert_eq!(review(&window).next, Some(day("2027-05-23")), "from today on");
    window.press_ctrl(Key::Z);
    assert_eq!(review(&window), Review::default(), "rhythm and day are one step");
}

#[test]
fn a_day_that_is_planned_by_hand_stays_while_it_is_ahead() {
    let schedule = Review { rhythm: None, last: None, next: Some(day("2026-12-24")) };
    let mut window = Window::on(Project { review: schedule, ..project(TODAY) });
    reviewed(&mut window);
    assert_eq!(
        (review(&window).last, review(&window).next),
        (Some(day(TODAY)), Some(day("2026-12-24")))
    );
    window.click("Project and personas…");
    window.node(Role::ComboBox, "Rhythm").click();
    window.run();
    window.node(Role::Button, "Each quarter").click();
    window.run();
    assert_eq!(review(&window).next, Some(day("2027-02-23")));
    window.node(Role::TextInput, "Last").focus();
    window.run();
    window.press_ctrl(Key::A);
    window.type_text("1 Nov");
    window.press(Key::Enter);
    assert_eq!(review(&window).next, Some(day("2027-02-01")), "it follows the last one");
    window.press_ctrl(Key::Z);
    assert_eq!(review(&window).next, Some(day("2027-02-23")), "in one step");
    window.node(Role::ComboBox, "Rhythm").click();
    window.run();
    window.node(Role::Button, "Without a schedule").click();
    window.run();
    assert_eq!(review(&window).next, Some(day("2027-02-23")));
}

#[test]
fn weeks_are_dragged_in_one_step() {
    let schedule = Review { rhythm: Some(Rhythm::Weeks(6)), last: None, next: None };
    let mut window = Window::on(Project { review: schedule, ..project(TODAY) });
    window.click("Project and personas…");
    let at = window.node(Role::SpinButton, "Weeks").rect().center();
    window.drag(at, at + egui::vec2(20.0, 0.0));
    let Some(Rhythm::Weeks(weeks)) = review(&window).rhythm else {
        panic!("{:?}", review(&window))
    };
    assert!(weeks > 6, "{weeks}");
    assert!(review(&window).next.is_some());
    window.press_ctrl(Key::Z);
    assert_eq!(review(&window).rhythm, Some(Rhythm::Weeks(6)));
}

#[test]
fn a_name_that_is_typed_stays_with_its_snapshot_when_another_is_chosen() {
    let mut window = Window::on(project("2026-11-20"));
    for name in ["First", "Second"] {
        window.choose("Workshop", "Review now…");
        window.press_ctrl(Key::A);
        window.type_text(name);
        window.press(Key::Enter);
        window.click("Close");
    }
    window.choose("Workshop", "Reviews…");
    window.node(Role::TextInput, "Name of the review").focus();
    window.run();
    window.press_ctrl(Key::A);
    window.type_text("Winter");
    let at = window.node(Role::ListBoxOption, "First, 23 Nov 2026").rect().center();
    window.drag(at, at);
    assert_eq!(snapshots(&window), ["First", "Winter"]);
}

#[test]
fn without_a_review_the_list_says_what_one_is_for() {
    let mut window = Window::on(project(TODAY));
    window.choose("Workshop", "Reviews…");
    assert!(window.says("No review has been made yet."));
    assert!(!window.has(Role::Button, "Open as a copy"));
}

#[test]
fn the_picture_says_when_the_map_was_reviewed() {
    let mut project = project(TODAY);
    let sheet = |project: &Project| {
        let (fonts, text) = (fonts::fonts(), Language::En.load());
        let map = &project.maps[0];
        let scene =
            touchline::layout::layout(map, &fonts, &text, &mut touchline::layout::Cache::default());
        let sheet = touchline::layout::sheet(project, map, Arc::new(scene), &fonts, &text);
        let words = sheet.frame.items.iter().filter_map(|item| match item {
            touchline::scene::Item::Text(text) => Some(text.line.text.to_string()),
            _ => None,
        });
        words.collect::<Vec<_>>()
    };
    assert!(!sheet(&project).iter().any(|words| words.contains("Reviewed")));
    project.review.last = Some(day("2026-08-23"));
    assert!(sheet(&project).contains(&"Reviewed 23 Aug 2026".to_owned()));
}
