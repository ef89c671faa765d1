//! Lines by rows, and whatever anybody types.

use super::*;
use crate::{
    font::Fonts,
    model::{Code, Control, IdSource, Lane, Period, Place, Role, Stage, Step, Touchpoint},
    text::Language,
};
use proptest::prelude::*;
use std::{fmt::Write, sync::Arc};

/// Consider: steps 1 and 2; Buy: 3 "pays", 4; Use: none. Lanes Website, Call centre. A card of
/// Anna's in the first cell.
fn project() -> Project {
    let mut ids = IdSource::seeded(3);
    let mut map = JourneyMap::new(ids.next(), "Map");
    for (name, actions) in
        [("Consider", vec!["looks around", ""]), ("Buy", vec!["pays", ""]), ("Use", vec![])]
    {
        let mut stage = Stage::new(ids.next(), name, None);
        stage.steps = actions.into_iter().map(|action| Step::new(ids.next(), action)).collect();
        map.stages.push(stage);
    }
    for name in ["Website", "Call centre", "Касса"] {
        map.lanes.push(Lane::new(ids.next(), name, Role::Touchpoints));
    }
    let place =
        Place::cell(map.stages[0].steps[0].id, map.lanes[0].id, map.place_at_end(None).rank);
    let mut card = Touchpoint::new(ids.next(), Code(1), "Reviews", place);
    (card.owner, card.channel) = ("Anna Berg".to_owned(), "Web".to_owned());
    map.touchpoints.push(Arc::new(card));
    Project { maps: vec![Arc::new(map)], next_code: Code(2), ..Project::default() }
}

fn names(project: &Project) -> Names {
    let entry = |key: &str, title: &str| NewCard::Catalog {
        key: key.to_owned(),
        title: title.to_owned(),
        period: Period::During,
        control: Control::Direct,
    };
    let text = |mark, name: &str, word: &str| (mark, name.to_owned(), word.to_owned());
    let mut names = Names {
        entries: vec![
            entry("pos", "Point of sale"),
            entry("pos", "Касса и оплата"),
            entry("pos", "收银台"),
        ],
        marks: vec![
            text(Mark::Positive, "Positive", "green"),
            text(Mark::Decision, "Decision", "yellow"),
            text(Mark::Friction, "Friction", "red"),
        ],
        ..Names::default()
    };
    names.learn(project);
    names
}

fn editor() -> Editor {
    let text = Arc::new(Language::En.load());
    Editor::new(project(), Arc::new(Fonts::bundled()), text, IdSource::seeded(9))
}

/// A plan in short: what is new has a plus before it.
fn short(plan: &Plan) -> String {
    let new = |is_new: bool| if is_new { "+" } else { "" };
    let mark = match plan.mark {
        Some(Mark::Positive) => " green",
        Some(Mark::Decision) => " yellow",
        Some(Mark::Friction) => " red",
        None => "",
    };
    let mut short = format!(
        "{}{} {}{}",
        new(plan.stage.id.is_none()),
        plan.stage.name,
        new(plan.step.id.is_none()),
        plan.step.number
    );
    if plan.step.id.is_none() && !plan.step.action.is_empty() {
        write!(short, "({})", plan.step.action).unwrap();
    }
    let lane = &plan.lane;
    write!(short, ", {}{}: {}{mark}", new(lane.id.is_none()), lane.name, plan.title()).unwrap();
    for (sign, name) in [('#', &plan.owner), ('~', &plan.channel)] {
        if !name.is_empty() {
            write!(short, " {sign}{name}").unwrap();
        }
    }
    if matches!(plan.card, NewCard::Catalog { .. }) {
        short += " *";
    }
    short
}

#[test]
fn a_line_means_what_it_says() {
    let editor = editor();
    let names = names(editor.project());
    for (line, expected) in [
        ("Queue", "Consider 2, Website: Queue"),
        (
            "Buy > Queue at the till @web !red #anna",
            "Buy 4, Website: Queue at the till red #Anna Berg",
        ),
        ("buy>Queue", "Buy 4, Website: Queue"),
        ("b > Queue", "Buy 4, Website: Queue"),
        ("cnsdr > Queue", "Consider 2, Website: Queue"),
        ("Bu y > Queue", "+Bu y +5, Website: Queue"),
        ("\"B\" > Queue", "+B +5, Website: Queue"),
        ("Use > Manual", "Use +5, Website: Manual"),
        ("Leave > Exit survey", "+Leave +5, Website: Exit survey"),
        // Steps: by number as drawn, else in the stage; by action; new.
        ("Buy > 3 > Queue", "Buy 3, Website: Queue"),
        ("Buy > 1 > Queue", "Buy 3, Website: Queue"),
        ("Buy > 9 > Queue", "Buy +5, Website: Queue"),
        ("Buy > pay > Queue", "Buy 3, Website: Queue"),
        ("Buy > waits > Queue", "Buy +5(waits), Website: Queue"),
        ("Consider > + > Queue", "Consider +3, Website: Queue"),
        ("Buy > pay > Menu > More", "Buy 3, Website: Menu > More"),
        ("> Menu > More > Most", "Consider 2, Website: Menu > More > Most"),
        ("Price -> value", "Consider 2, Website: Price -> value"),
        // Lanes: of several words where they are a name, in quotes, new.
        ("Queue @call centre and more", "Consider 2, Call centre: Queue and more"),
        ("Queue @centre", "Consider 2, Call centre: Queue"),
        ("Queue @\"Call back\"", "Consider 2, +Call back: Queue"),
        ("Queue @kiosk", "Consider 2, +kiosk: Queue"),
        ("@web Queue @касса", "Consider 2, Касса: Queue"),
        ("Queue @", "Consider 2, Website: Queue"),
        ("Meet @ noon", "Consider 2, Website: Meet @ noon"),
        ("Write to a@b.org", "Consider 2, Website: Write to a@b.org"),
        // Marks, in every language, and what only looks like one.
        ("Queue !+", "Consider 2, Website: Queue green"),
        ("Queue !?", "Consider 2, Website: Queue yellow"),
        ("!- Queue", "Consider 2, Website: Queue red"),
        ("Queue !r", "Consider 2, Website: Queue red"),
        ("Queue !p", "Consider 2, Website: Queue !p"),
        ("Очередь !красн", "Consider 2, Website: Очередь red"),
        ("Очередь !ЗЕЛЁНАЯ", "Consider 2, Website: Очередь green"),
        ("排队 ！红", "Consider 2, Website: 排队 red"),
        ("Fix it! Now!", "Consider 2, Website: Fix it! Now!"),
        ("Queue !important", "Consider 2, Website: Queue !important"),
        ("Queue !red !green", "Consider 2, Website: Queue green"),
        // Owners and channels.
        ("Queue #boris ~phone", "Consider 2, Website: Queue #boris ~phone"),
        ("Queue #\"Li Lei\" ~web", "Consider 2, Website: Queue #Li Lei ~Web"),
        ("Queue #anna berg next", "Consider 2, Website: Queue next #Anna Berg"),
        ("Problem #1", "Consider 2, Website: Problem #1"),
        // The catalogue, in whatever language.
        ("buy > point of SALE", "Buy 4, Website: Point of sale *"),
        ("касса и оплата @касса", "Consider 2, Касса: Касса и оплата *"),
        ("buy＞收银台 ＠касса ＃李雷", "Buy 4, Касса: 收银台 #李雷 *"),
    ] {
        let plan = editor.plan_line(line, &names, None).map(|plan| short(&plan));
        assert_eq!(plan.as_deref(), Some(expected), "{line}");
    }
    for line in ["", "  ", "Buy >", "@web !red", "\t", ">"] {
        assert_eq!(editor.plan_line(line, &names, None), None, "{line}");
    }
}

#[test]
fn a_line_goes_where_the_last_one_went_or_where_something_is_selected() {
    let mut editor = editor();
    let names = names(editor.project());
    let add = |editor: &mut Editor, line: &str| {
        let added = editor.add_lines(line, &names, None).unwrap();
        short(&added.plans[0])
    };
    assert_eq!(add(&mut editor, "Buy > pays > One @call"), "Buy 3, Call centre: One");
    assert_eq!(add(&mut editor, "Two"), "Buy 3, Call centre: Two");
    assert_eq!(add(&mut editor, "Buy > Three"), "Buy 3, Call centre: Three");
    assert_eq!(add(&mut editor, "+ > new > Four"), "++ +5(new), Call centre: Four");
    let cell = editor.selected_cards().next().and_then(|card| card.place.cell);
    editor.select(Selection::Nothing);
    let plan = editor.plan_line("Five", &names, cell).map(|plan| short(&plan));
    assert_eq!(plan.as_deref(), Some("+ 5, Call centre: Five"));
    let stage = editor.map().unwrap().stages[0].id;
    editor.select(Selection::Stage(stage));
    let plan = editor.plan_line("Six", &names, cell).map(|plan| short(&plan));
    assert_eq!(plan.as_deref(), Some("Consider 2, Call centre: Six"));
}

#[test]
fn a_line_is_one_step_with_all_it_needs_and_so_are_several_lines() {
    let mut editor = editor();
    let names = names(editor.project());
    let before = editor.project().clone();
    for (lines, cards, stages, lanes) in [
        ("Leave > Exit @door !red", 1, 1, 1),
        ("Leave > Exit @door\n\n- Leave > Goodbye @door\n• Wave", 3, 1, 1),
    ] {
        let added = editor.add_lines(lines, &names, None).unwrap();
        let map = editor.map().unwrap();
        let old = &before.maps[0];
        let found = (
            added.plans.len(),
            map.touchpoints.len() - old.touchpoints.len(),
            map.stages.len() - old.stages.len(),
            map.lanes.len() - old.lanes.len(),
        );
        assert_eq!(found, (cards, cards, stages, lanes), "{lines}");
        assert_eq!(
            editor.selected_cards().next().map(|card| &card.title),
            map.touchpoints.last().map(|card| &card.title)
        );
        editor.perform(crate::editor::Action::Undo);
        assert_eq!(*editor.project(), before, "{lines}");
    }
    assert_eq!(editor.add_lines("\n \n", &names, None), None);
}

#[test]
fn a_map_without_anything_gets_what_is_needed() {
    let mut ids = IdSource::seeded(1);
    let map = JourneyMap::new(ids.next(), "Empty");
    let project = Project { maps: vec![Arc::new(map)], ..Project::default() };
    let text = Arc::new(Language::En.load());
    let mut editor = Editor::new(project, Arc::new(Fonts::bundled()), text, ids);
    let added = editor.add_lines("Queue", &Names::default(), None).unwrap();
    assert_eq!(short(&added.plans[0]), "+Stage 1 +1, +Touchpoints: Queue");
    assert_eq!(editor.project().check(), []);
}

#[test]
fn the_part_at_the_caret_is_completed() {
    let editor = editor();
    let names = names(editor.project());
    // The caret is at the bar; what the first completion makes of the line.
    for (line, expected) in [
        ("b|", Some("Buy > ")),
        ("bu| > Queue", Some("Buy > Queue")),
        ("Buy > pa|", Some("Buy > pays > ")),
        ("Buy > |", Some("Buy > pays > ")),
        ("Buy > pays > sale|", Some("Buy > pays > Point of sale ")),
        ("касса|", Some("Касса и оплата ")),
        ("收银|", Some("收银台 ")),
        ("Queue @ce|", Some("Queue @\"Call centre\" ")),
        ("Queue @\"call ce|", Some("Queue @\"Call centre\" ")),
        ("Queue @we| !red", Some("Queue @Website  !red")),
        ("Queue @|", Some("Queue @Website ")),
        ("Queue #an|", Some("Queue #\"Anna Berg\" ")),
        ("Queue ~w|", Some("Queue ~Web ")),
        ("Queue !|", Some("Queue !green ")),
        ("Queue !fr|", Some("Queue !red ")),
        ("Queue !крас|", Some("Queue !red ")),
        ("Queue @zzz|", None),
        ("|", None),
        ("Queue @web now|", None),
        ("Buy > Queue @web |", None),
    ] {
        let caret = line.find('|').unwrap();
        let text = line.replace('|', "");
        let found = editor.complete_line(&text, caret, &names).into_iter().next().map(|it| {
            let mut text = text.clone();
            text.replace_range(it.range, &it.insert);
            text
        });
        assert_eq!(found.as_deref(), expected, "{line}");
    }
}

#[test]
fn every_word_for_a_mark_is_understood_in_every_language() {
    for language in Language::iter() {
        let text = language.load();
        for (mark, word) in [
            (Mark::Positive, text.quick_add_word_positive()),
            (Mark::Decision, text.quick_add_word_decision()),
            (Mark::Friction, text.quick_add_word_friction()),
        ] {
            assert_eq!(line::mark_of(&word), Some(mark), "{language:?}: {word}");
        }
    }
}

/// Pieces that mean something, and some that do not.
fn any_line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[A-Za-zа-яё收银台]{0,6}",
        prop::sample::select(vec![
            "Buy",
            "Consider",
            "Use",
            " > ",
            ">",
            "》",
            "@",
            "@web",
            "@\"Call",
            "centre\"",
            "#",
            "#anna",
            "~",
            "!",
            "!red",
            "!+",
            "\"",
            "«",
            "»",
            "3",
            "+",
            "pays",
            " ",
            "  ",
            "-",
            "\u{301}",
            "👩‍👩‍👧",
            "\u{0}",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..12)
        .prop_map(|pieces| pieces.join(" ").replace('\u{301}', "e\u{301}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Nothing that is typed does harm, and what the plan says is what happens.
    #[test]
    fn what_is_said_is_what_happens(lines in prop::collection::vec(any_line(), 1..4)) {
        let mut editor = editor();
        let names = names(editor.project());
        for line in lines {
            let line = line.replace(['\n', '\r'], " ");
            for caret in (0..=line.len()).step_by(3) {
                for found in editor.complete_line(&line, caret, &names) {
                    let mut line = line.clone();
                    line.replace_range(found.range, &found.insert);
                }
            }
            let plan = editor.plan_line(&line, &names, None);
            let cards = editor.map().map_or(0, |map| map.touchpoints.len());
            let added = editor.add_lines(&line, &names, None);
            prop_assert_eq!(added.as_ref().map(|added| &added.plans[0]), plan.as_ref());
            prop_assert!(editor.project().check().is_empty());
            let Some(Added { plans, cell, .. }) = added else { continue };
            let map = editor.map().unwrap();
            prop_assert_eq!(map.touchpoints.len(), cards + 1);
            let (plan, card) = (&plans[0], map.touchpoints.last().unwrap());
            let (column, number) = map.columns().zip(1..).find(|(column, _)| column.step.id == cell.step).unwrap();
            prop_assert_eq!(card.place.cell, Some(cell));
            prop_assert_eq!((&column.stage.name, number, &column.step.action), (&plan.stage.name, plan.step.number, &plan.step.action));
            prop_assert_eq!(&map.lane(cell.lane).unwrap().name, &plan.lane.name);
            prop_assert_eq!((card.title.as_str(), card.mark), (plan.title(), plan.mark));
            prop_assert_eq!((&card.owner, &card.channel), (&plan.owner, &plan.channel));
        }
    }

    /// A completion that was taken means what it says, whatever the name.
    #[test]
    fn a_completed_name_is_that_name(name in "[^\\p{Cc}]{1,12}") {
        let name = crate::editor::text_edit::one_line(&name);
        prop_assume!(!name.is_empty());
        // Three kinds of quotes in one name are more than a line can say.
        prop_assume!(['"', '”', '»', '」'].iter().any(|quote| !name.contains(*quote)));
        let mut project = project();
        let map = Arc::make_mut(&mut project.maps[0]);
        map.lanes[1].name.clone_from(&name);
        map.stages[1].name.clone_from(&name);
        let (lane, stage) = (map.lanes[1].id, map.stages[1].id);
        let names = names(&project);
        let text = Language::En.load();
        let said = |line: &str| {
            let line = Line::read(line, &|kind, name| line::is_known(&project.maps[0], &names, kind, name));
            Plan::new(&line, &project.maps[0], &names, &Near::default(), &text)
        };
        for it in completions("@", 1, &project.maps[0], &names).iter().filter(|it| it.label == name) {
            let plan = said(&format!("Queue {}", it.insert));
            prop_assert_eq!(plan.and_then(|plan| plan.lane.id), Some(lane), "{}", it.insert);
        }
        for it in completions(&name, name.len(), &project.maps[0], &names)
            .iter()
            .filter(|it| it.label == name && it.kind == Kind::Stage)
        {
            let plan = said(&format!("{}Queue", it.insert));
            prop_assert_eq!(plan.and_then(|plan| plan.stage.id), Some(stage), "{}", it.insert);
        }
    }
}
