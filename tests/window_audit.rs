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
    self, Audit, AuditEntry, Cell, Code, IdSource, JourneyMap, Lane, Mark, Project, Quality, Score,
    Stage, Step, Touchpoint,
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

fn title(window: &Window) -> Vec<String> {
    let all = ["Reviews", "Blog", "Checkout"];
    all.into_iter().filter(|title| window.has(Role::Label, title)).map(str::to_owned).collect()
}

fn audit(window: &Window, at: usize) -> Arc<Audit> {
    window.map(|map| map.audits[at].clone())
}

fn press_all(window: &mut Window, keys: &[Key]) {
    for &key in keys {
        window.press(key);
    }
}

#[test]
fn a_whole_audit_by_keyboard_alone_broken_off_and_resumed() {
    let mut window = Window::on(project());
    window.press_ctrl_shift(Key::U);
    window.press(Key::Enter);
    assert!(window.says("1 of 3"));
    assert_eq!(title(&window), ["Reviews"]);
    let digits = [Key::Num3, Key::Num4, Key::Num5, Key::Num2, Key::Num1, Key::Num4];
    press_all(&mut window, &digits);
    window.press(Key::Num3);
    window.press(Key::N);
    window.type_text("no answers since May");
    let reviews = card(&window, "Reviews");
    assert_eq!(reviews.mark, Some(Mark::Friction));
    let scores: Vec<_> = reviews.qualities.scores().0.values().map(|it| it.value()).collect();
    assert_eq!(scores, [3, 4, 5, 2, 1, 4]);
    let entry = audit(&window, 0).entries[0].clone();
    assert_eq!((entry.mark, &entry.scores), (Some(Mark::Friction), &reviews.qualities.scores()));
    assert_eq!(entry.note, "no answers since May");

    // The next one is left out, the last one is begun; Escape leads to the map.
    press_all(&mut window, &[Key::Enter, Key::Enter]);
    assert_eq!(title(&window), ["Checkout"]);
    window.press(Key::Num5);
    window.press_ctrl(Key::Z);
    assert_eq!(score(&window, "Checkout", Quality::Simple), None);
    assert_eq!(audit(&window, 0).entries.len(), 1, "one step took both back");
    window.press(Key::Num5);
    window.press(Key::Escape);
    assert!(window.map_has_keyboard());

    // Another day, from the file.
    let project = window.editor(|editor| editor.project().clone());
    let mut window = Window::on(project);
    window.press_ctrl_shift(Key::U);
    window.press(Key::Enter);
    assert_eq!(title(&window), ["Blog"], "what was left out comes next");
    window.press(Key::ArrowDown);
    window.press(Key::Num2);
    window.press(Key::ArrowUp);
    window.press(Key::Num0);
    assert_eq!(score(&window, "Blog", Quality::Appropriate), None);
    window.press(Key::Num2);
    press_all(&mut window, &[Key::Enter, Key::Enter]);
    assert!(window.says("3 of 3 judged"));
    window.press(Key::Enter);
    assert!(audit(&window, 0).is_done);
    assert!(window.says("Done, 3 of 3"));
}

#[test]
fn the_mark_so_far_is_seen_on_the_walk_and_as_it_is_says_why_it_takes_nothing() {
    let mut project = project();
    let map = Arc::make_mut(&mut project.maps[0]);
    Arc::make_mut(&mut map.touchpoints[0]).mark = Some(Mark::Friction);
    let mut window = Window::on(project);
    window.press_ctrl_shift(Key::U);
    window.press(Key::Enter);
    let so_far = |window: &Window, mark: &str| {
        window.node(Role::Button, mark).accesskit_node().description().unwrap_or_default()
    };
    assert_eq!(so_far(&window, "Friction"), "Friction so far");
    assert_eq!(so_far(&window, "Positive"), "");
    window.press(Key::A);
    assert_eq!(audit(&window, 0).entries[0].mark, Some(Mark::Friction));
    assert_eq!(so_far(&window, "Friction"), "", "it is judged");
    window.press(Key::Enter);
    window.press(Key::A);
    assert!(window.says("The touchpoint has no mark and no ratings that could be taken."));
    assert_eq!(audit(&window, 0).entries.len(), 1);
}

#[test]
fn what_was_seen_can_have_several_lines() {
    let mut window = Window::on(project());
    window.press_ctrl_shift(Key::U);
    window.press(Key::Enter);
    window.press(Key::N);
    window.type_text("slow");
    window.press_with(egui::Modifiers::SHIFT, Key::Enter);
    window.type_text("and loud");
    assert_eq!(audit(&window, 0).entries[0].note, "slow\nand loud");
    assert_eq!(title(&window), ["Reviews"]);
}

/// With an audit of the first two cards, and a later one of the last two; what was second is gone.
fn audited() -> Project {
    let mut project = project();
    let map = Arc::make_mut(&mut project.maps[0]);
    let mut ids = IdSource::seeded(5);
    for (day, rows) in [("2026-05-01", [(0, 2), (1, 4)]), ("2026-11-01", [(0, 4), (2, 3)])] {
        let mut audit = Audit::new(ids.next(), day.parse().unwrap(), "Anna");
        for (at, simple) in rows {
            let mut entry = AuditEntry::new(&map.touchpoints[at]);
            entry.scores.0.insert(Quality::Simple, Score::new(simple).unwrap());
            audit.entries.push(Arc::new(entry));
        }
        audit.is_done = true;
        map.audits.push(Arc::new(audit));
    }
    map.touchpoints.remove(1);
    project
}

#[test]
fn two_audits_are_laid_side_by_side_and_what_is_gone_keeps_its_title() {
    let mut window = Window::on(audited());
    window.choose("Workshop", "Audit");
    window.click("Compare");
    let reviews = "T1 Reviews, no mark: Simple 2 → 4, Mean 2.0 → 4.0";
    for name in [reviews, "T3 Checkout, no mark: Simple 3", "Blog, no mark: Simple 4"] {
        assert!(window.has(Role::Row, name), "{name}");
    }
    for words in ["1 better", "1 only later", "1 only earlier"] {
        assert!(window.says(words), "{words}");
    }
    window.node(Role::CheckBox, "Only what got better or worse").click();
    window.run();
    assert!(window.has(Role::Row, reviews) && !window.has(Role::Row, "Blog, no mark: Simple 4"));
    window.node(Role::Row, reviews).click();
    window.run();
    let selected = window.editor(|editor| editor.selected_cards().count());
    assert_eq!(selected, 1);
}

#[test]
fn audits_are_renamed_looked_at_and_deleted() {
    let mut window = Window::on(audited());
    window.choose("Workshop", "Audit");
    let by = window.node(Role::TextInput, "Who did the audit of 1 May 2026").rect().center();
    window.drag(by, by);
    window.press(Key::End);
    window.type_text(" B.");
    assert_eq!(audit(&window, 0).by, "Anna B.");
    window.click("Look at the audit of 1 May 2026");
    assert!(window.has(Role::Row, "Blog, no mark: Simple 4, Mean 4.0"));
    window.click("All audits");
    window.click("Delete the audit of 1 May 2026");
    window.click("Delete");
    assert_eq!(window.map(|map| map.audits.len()), 1);
    window.choose("Edit", "Undo “Delete audit”");
    assert_eq!(window.map(|map| map.audits.len()), 2);
}

#[test]
fn the_heat_map_is_sorted_by_the_weakest_and_leads_to_the_card() {
    let mut project = project();
    let map = Arc::make_mut(&mut project.maps[0]);
    for (at, simple, personal) in [(0, 4, 1), (1, 2, 5)] {
        let card = Arc::make_mut(&mut map.touchpoints[at]);
        card.qualities.set_score(Quality::Simple, Score::new(simple));
        card.qualities.set_score(Quality::Personal, Score::new(personal));
    }
    let mut window = Window::on(project);
    window.choose("Workshop", "Qualities");
    assert!(window.has(Role::Row, "T1 Reviews, no mark: Simple 4, Personal 1, Mean 2.5"));
    let means = "Mean: Simple 3.0, Appropriate –, Relevant –, Meaningful –, Appealing –, \
                 Personal 3.0, Mean 3.0";
    assert!(window.has(Role::Row, means));
    let order = |window: &Window| -> Vec<String> {
        let mut rows = window.places(Role::Row);
        rows.sort_by(|a, b| a.1.top().total_cmp(&b.1.top()));
        rows.into_iter().map(|(name, _)| name[..2].to_owned()).collect()
    };
    assert_eq!(order(&window), ["Me", "T1", "T2", "T3"]);
    window.node(Role::ColumnHeader, "Simple").click();
    window.run();
    assert_eq!(order(&window), ["Me", "T2", "T1", "T3"]);
    let blog = "T2 Blog, no mark: Simple 2, Personal 5, Mean 3.5";
    window.node(Role::Row, blog).click();
    window.run();
    let selected = |window: &Window| {
        window.editor(|it| it.selected_cards().map(|card| card.title.clone()).collect::<Vec<_>>())
    };
    assert_eq!(selected(&window), ["Blog"]);
    window.press(Key::ArrowDown);
    assert_eq!(selected(&window), ["Reviews"]);
    window.press(Key::Enter);
    assert!(window.map_has_keyboard());
}
