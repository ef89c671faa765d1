//! Days and tasks: the date field with its calendar, and what is to be done about touchpoints.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/fonts.rs"]
mod fonts;
#[path = "support/window.rs"]
mod window;

use egui::{Event, Key, Modifiers, PointerButton, accesskit::Role};
use egui_kittest::kittest::NodeT;
use std::sync::Arc;
use touchline::{
    catalog::{Template, new_project},
    model::{Date, IdSource, Project, Review, Task, TaskId, TaskState},
    scene::Source,
    text::Language,
};
use window::Window;

/// The sample, without a schedule of reviews and without tasks.
fn project() -> Project {
    let mut project = new_project(Template::Sample, Language::En, &mut IdSource::seeded(1));
    project.review = Review::default();
    for map in &mut project.maps {
        for card in &mut Arc::make_mut(map).touchpoints {
            Arc::make_mut(card).tasks.clear();
        }
    }
    project
}

fn next_review(window: &Window) -> String {
    let next = window.editor(|editor| editor.project().review.next);
    next.map(|day| day.to_string()).unwrap_or_default()
}

/// On the project's fields, with the keyboard in the day of the next review.
fn on_next_review() -> Window {
    let mut window = Window::on(project());
    window.click("Project and personas…");
    window.node(Role::TextInput, "Next").focus();
    window.run();
    window
}

#[test]
fn a_day_is_typed_as_one_likes_and_taken_when_the_field_is_left() {
    let mut window = on_next_review();
    window.type_text("+2w");
    assert_eq!(next_review(&window), "", "nothing changes while one types");
    window.press(Key::Enter);
    assert_eq!(next_review(&window), "2026-12-07");
    let shown = window.node(Role::TextInput, "Next").accesskit_node().value();
    assert_eq!(shown.as_deref(), Some("7 Dec 2026"));
    window.press_ctrl(Key::Z);
    assert_eq!(next_review(&window), "", "one step");
}

#[test]
fn what_is_no_day_stays_and_is_said_and_escape_takes_it_back() {
    let mut window = on_next_review();
    window.type_text("soon");
    window.press(Key::Enter);
    assert_eq!(next_review(&window), "");
    let field = window.node(Role::TextInput, "Next");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("soon"));
    field.focus();
    window.run();
    window.press(Key::Escape);
    let shown = window.node(Role::TextInput, "Next").accesskit_node().value();
    assert_eq!(shown.unwrap_or_default(), "");
}

#[test]
fn a_day_is_chosen_from_the_calendar_with_the_keyboard() {
    let mut window = on_next_review();
    window.press(Key::ArrowDown);
    assert_eq!(window.focused(), "Monday, 23 Nov 2026");
    for (key, day) in [
        (Key::ArrowRight, "Tuesday, 24 Nov 2026"),
        (Key::ArrowDown, "Tuesday, 1 Dec 2026"),
        (Key::End, "Sunday, 6 Dec 2026"),
        (Key::Home, "Monday, 30 Nov 2026"),
        (Key::PageDown, "Wednesday, 30 Dec 2026"),
        (Key::PageUp, "Monday, 30 Nov 2026"),
        (Key::ArrowUp, "Monday, 23 Nov 2026"),
    ] {
        window.press(key);
        assert_eq!(window.focused(), day, "{key:?}");
    }
    window.press_with(Modifiers::SHIFT, Key::PageDown);
    assert_eq!(window.focused(), "Tuesday, 23 Nov 2027");
    window.press(Key::Enter);
    assert_eq!(next_review(&window), "2027-11-23");
    assert_eq!(window.focused(), "Next", "the keyboard is in the field again");
}

#[test]
fn a_day_is_chosen_from_the_calendar_with_the_mouse_and_taken_away() {
    let mut window = on_next_review();
    window.click("Calendar: Next");
    window.click("Month after");
    window.node(Role::GridCell, "Friday, 4 Dec 2026").click();
    window.run();
    assert_eq!(next_review(&window), "2026-12-04");
    window.click("Calendar: Next");
    window.click("No date");
    assert_eq!(next_review(&window), "");
    window.click("Calendar: Next");
    window.press(Key::Escape);
    assert!(!window.has(Role::Button, "No date"), "Escape closes it");
}

/// The sample with its first card selected.
fn on_first_card() -> Window {
    let mut window = Window::on(project());
    let first = window.map(|map| map.touchpoints[0].id);
    let at = window.place_of(Source::Touchpoint(first));
    for pressed in [true, false] {
        window.event(Event::PointerMoved(at));
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        window.event(Event::PointerButton { pos: at, button, pressed, modifiers });
    }
    if window.has(Role::Button, "Tasks") && !window.has(Role::TextInput, "Add a task") {
        // By keyboard: the panel scrolls there.
        window.node(Role::Button, "Tasks").focus();
        window.run();
        window.press(Key::Enter);
    }
    window
}

/// Text, state and day of each task of the first card.
fn tasks(window: &Window) -> Vec<(String, TaskState, String)> {
    window.map(|map| {
        let tasks = map.touchpoints[0].tasks.iter();
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        tasks.map(|task| (task.text.clone(), task.state, day(task.due))).collect()
    })
}

fn texts(window: &Window) -> Vec<String> {
    tasks(window).into_iter().map(|(text, ..)| text).collect()
}

fn add(window: &mut Window, text: &str) {
    if !window.focused().starts_with("Add a task") {
        window.node(Role::TextInput, "Add a task").focus();
        window.run();
    }
    window.type_text(text);
    window.press(Key::Enter);
}

#[test]
fn tasks_are_added_with_enter_and_ticked_off_in_place() {
    let mut window = on_first_card();
    let before = tasks(&window).len();
    add(&mut window, "Call them back");
    add(&mut window, "Answer every review");
    assert_eq!(texts(&window)[before..], ["Call them back", "Answer every review"]);
    assert_eq!(window.focused(), "Add a task", "the caret stays for the next");
    window.node(Role::CheckBox, "Done: Call them back").click();
    window.run();
    assert_eq!(tasks(&window)[before].1, TaskState::Done);
    window.node(Role::CheckBox, "Done: Call them back").click();
    window.run();
    assert_eq!(tasks(&window)[before].1, TaskState::Open);
    window.press_ctrl(Key::Z);
    window.press_ctrl(Key::Z);
    window.press_ctrl(Key::Z);
    assert_eq!(texts(&window)[before..], ["Call them back"]);
}

#[test]
fn a_task_has_an_owner_a_day_a_state_and_can_be_moved_and_deleted() {
    let mut window = on_first_card();
    let before = tasks(&window).len();
    add(&mut window, "First");
    add(&mut window, "Second");
    window.click("Details of Second");
    window.node(Role::TextInput, "Due").focus();
    window.run();
    window.type_text("3 Nov");
    window.press(Key::Enter);
    assert_eq!(tasks(&window)[before + 1].2, "2026-11-03");
    window.click("Move up");
    assert_eq!(texts(&window)[before..], ["Second", "First"]);
    window.click("Details of Second");
    assert!(window.says("Overdue, 3 Nov"), "in words, not in colour alone");
    window.click("Details of Second");
    window.click("Delete task");
    assert_eq!(texts(&window)[before..], ["First"]);
}

#[test]
fn a_day_that_is_typed_stays_with_its_task_when_another_is_opened() {
    let mut window = on_first_card();
    add(&mut window, "First");
    add(&mut window, "Second");
    window.click("Details of Second");
    window.node(Role::TextInput, "Due").focus();
    window.run();
    window.type_text("3 Nov");
    window.click("Details of First");
    let days: Vec<_> = tasks(&window).into_iter().map(|(.., day)| day).collect();
    assert_eq!(days, ["", "2026-11-03"]);
    let shown = window.node(Role::TextInput, "Due").accesskit_node().value();
    assert_eq!(shown.unwrap_or_default(), "");
}

#[test]
fn a_pasted_list_becomes_a_task_for_each_line() {
    let mut window = on_first_card();
    window.node(Role::TextInput, "Add a task").focus();
    window.run();
    window.type_text("Soon: ");
    window.event(Event::Paste("- call\n\n- answer\n- invite\n".to_owned()));
    assert_eq!(texts(&window), ["Soon: call", "answer", "invite"]);
    assert_eq!(window.focused(), "Add a task", "the caret stays for the next");
    window.type_text("More");
    window.press(Key::Enter);
    assert_eq!(texts(&window).last().map(String::as_str), Some("More"));
}

/// The filled sample on the checklist, with the keyboard in it.
fn checklist() -> Window {
    let sample = new_project(Template::Sample, Language::En, &mut IdSource::seeded(1));
    let mut window = Window::on(sample);
    window.press_ctrl_shift(Key::K);
    window
}

/// What stands in the checklist, from top to bottom.
fn lines(window: &Window) -> Vec<String> {
    let mut lines = window.places(Role::Heading);
    lines.extend(window.places(Role::CheckBox));
    lines.retain(|(_, rect)| rect.left() < 16.0);
    lines.sort_by(|(_, a), (_, b)| a.top().total_cmp(&b.top()));
    lines.into_iter().map(|(name, _)| name).collect()
}

fn done(window: &Window) -> usize {
    window.editor(|editor| {
        let cards = editor.project().maps.iter().flat_map(|map| &map.touchpoints);
        cards.flat_map(|card| &card.tasks).filter(|task| task.state == TaskState::Done).count()
    })
}

#[test]
fn the_checklist_has_all_tasks_and_the_keyboard_ticks_them_off() {
    let mut window = checklist();
    let all = lines(&window);
    assert!(all[0].starts_with("T1 Blog on problems"), "{all:?}");
    window.press(Key::Home);
    assert_eq!(window.focused(), all[1], "the first task");
    assert!(window.says("Where it leads") || window.has(Role::Button, "Tasks"), "its touchpoint");
    window.press(Key::ArrowDown);
    assert_eq!(window.focused(), all[2]);
    let before = done(&window);
    window.press(Key::Space);
    assert_ne!(done(&window), before);
    window.press_ctrl(Key::Z);
    assert_eq!(done(&window), before);
    window.press(Key::Escape);
    assert!(window.map_has_keyboard());
}

#[test]
fn the_checklist_shows_the_tool_that_does_a_task() {
    let mut project = project();
    let mut task = Task::new(TaskId::from(1), "Answer");
    task.tool = "Chat robot".into();
    let map = Arc::make_mut(&mut project.maps[0]);
    Arc::make_mut(&mut map.touchpoints[0]).tasks.push(task);
    let mut window = Window::on(project);
    window.press_ctrl_shift(Key::K);
    let task = window.node(Role::CheckBox, "Answer");
    assert_eq!(task.accesskit_node().description().as_deref(), Some("Chat robot"));
}

#[test]
fn the_checklist_stands_under_owners_or_days_and_is_searched() {
    let mut window = checklist();
    window.click("By owner");
    let owners = lines(&window);
    assert!(!owners[0].starts_with("T1 "), "{owners:?}");
    window.click("By date");
    let days = lines(&window);
    assert_ne!(days, owners);
    window.click("Open only");
    assert!(!lines(&window).iter().any(|line| line.starts_with("Done,")));
    window.press_ctrl(Key::F);
    window.type_text("nothing like that");
    assert!(lines(&window).is_empty());
    assert!(window.says("No task fits"));
}

#[test]
fn a_project_without_tasks_says_where_they_come_from() {
    let mut window = Window::on(project());
    window.choose("Workshop", "Checklist");
    assert!(window.says("No tasks yet."));
}
