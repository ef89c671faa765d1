//! Every command on one small project, as text before and after.

mod method;
mod refused;

use super::*;
use crate::model::{Cell, Code, Rank};
use std::fmt::Write;

const START: &str = "A:1,2 B:3 C: | 1 2 | 1.1=T1,T2 2.1=T3 3.2=T4 inbox=T5 | 1>3 3>4";

/// Whether something is so.
type Is<T> = fn(&T) -> bool;

fn map(id: u64) -> MapId {
    id.into()
}

#[expect(clippy::unnecessary_wraps, reason = "stands where the inbox is `None`")]
fn cell(step: u64, lane: u64) -> Option<Cell> {
    Some(Cell { step: step.into(), lane: lane.into() })
}

fn place(cell: Option<Cell>, rank: &str) -> Place {
    Place { cell, rank: rank.parse().unwrap() }
}

fn card(id: u32, cell: Option<Cell>, rank: &str) -> Touchpoint {
    Touchpoint::new(u64::from(id).into(), Code(id), format!("Card {id}"), place(cell, rank))
}

fn stage(id: u64, name: &str, steps: &[u64]) -> Stage {
    let mut stage = Stage::new(id.into(), name, None);
    stage.steps = steps.iter().map(|&id| step(id)).collect();
    stage
}

fn step(id: u64) -> Step {
    Step::new(id.into(), "")
}

fn lane(id: u64) -> Lane {
    Lane::new(id.into(), "", Role::Touchpoints)
}

fn link(id: u64, from: u64, to: u64) -> Link {
    Link::new(id.into(), from.into(), to.into())
}

/// Two maps: what [`START`] shows, and an empty one with the persona.
fn project() -> Project {
    let mut first = JourneyMap::new(map(1), "First");
    first.stages = vec![stage(1, "A", &[1, 2]), stage(2, "B", &[3]), stage(3, "C", &[])];
    first.lanes = vec![lane(1), lane(2)];
    first.touchpoints = vec![
        card(1, cell(1, 1), "G").into(),
        card(2, cell(1, 1), "V").into(),
        card(3, cell(2, 1), "V").into(),
        card(4, cell(3, 2), "V").into(),
        card(5, None, "V").into(),
    ];
    first.links = vec![link(1, 1, 3).into(), link(2, 3, 4).into()];
    let mut second = JourneyMap::new(map(2), "Second");
    second.persona = Some(1.into());
    Project {
        title: "Shop".into(),
        personas: vec![Persona::new(1.into(), "Ann")],
        maps: vec![first.into(), second.into()],
        next_code: Code(6),
        ..Project::default()
    }
}

fn show(map: &JourneyMap) -> String {
    let mut text = String::new();
    for stage in &map.stages {
        let steps: Vec<_> = stage.steps.iter().map(|s| u64::from(s.id).to_string()).collect();
        write!(text, "{}:{} ", stage.name, steps.join(",")).unwrap();
    }
    text.push('|');
    for lane in &map.lanes {
        write!(text, " {}", u64::from(lane.id)).unwrap();
    }
    text.push_str(" |");
    let cells = map.columns().flat_map(|column| {
        map.lanes.iter().map(move |lane| Some(Cell { step: column.step.id, lane: lane.id }))
    });
    for cell in cells.chain([None]) {
        let codes: Vec<_> = map.cards_in(cell).iter().map(|card| card.code.to_string()).collect();
        if !codes.is_empty() {
            let name = cell.map_or("inbox".into(), |cell| {
                format!("{}.{}", u64::from(cell.step), u64::from(cell.lane))
            });
            write!(text, " {name}={}", codes.join(",")).unwrap();
        }
    }
    text.push_str(" |");
    for link in &map.links {
        write!(text, " {}>{}", u64::from(link.from), u64::from(link.to)).unwrap();
    }
    text.trim_end().into()
}

fn done(command: &Command) -> Project {
    let mut project = project();
    assert_eq!(command.apply(&mut project), Ok(()), "{command:?}");
    assert_eq!(project.check(), [], "{command:?}");
    project
}

/// The first map is shown as `after`; the other map keeps its pointer.
#[track_caller]
fn check(command: &Command, after: &str) {
    let mut project = project();
    let other = Arc::clone(&project.maps[1]);
    assert_eq!(command.apply(&mut project), Ok(()), "{command:?}");
    assert_eq!(show(project.map(map(1)).unwrap()), after, "{command:?}");
    assert_eq!(project.check(), [], "{command:?}");
    assert!(Arc::ptr_eq(&other, project.map(map(2)).unwrap()), "{command:?}");
}

#[test]
fn the_project_begins_as_shown() {
    assert_eq!(show(&project().maps[0]), START);
    assert_eq!(project().check(), []);
}

#[test]
fn stages_and_steps() {
    let map = map(1);
    let rows = [
        (
            Command::AddStage { map, stage: stage(4, "D", &[8, 9]), at: 1 },
            "A:1,2 D:8,9 B:3 C: | 1 2 | 1.1=T1,T2 2.1=T3 3.2=T4 inbox=T5 | 1>3 3>4",
        ),
        (
            Command::AddStage { map, stage: stage(4, "D", &[]), at: 99 },
            "A:1,2 B:3 C: D: | 1 2 | 1.1=T1,T2 2.1=T3 3.2=T4 inbox=T5 | 1>3 3>4",
        ),
        (
            Command::EditStage { map, stage: 2.into(), field: StageField::Name("Buy".into()) },
            "A:1,2 Buy:3 C: | 1 2 | 1.1=T1,T2 2.1=T3 3.2=T4 inbox=T5 | 1>3 3>4",
        ),
        (
            Command::MoveStage { map, stage: 1.into(), to: 1 },
            "B:3 A:1,2 C: | 1 2 | 3.2=T4 1.1=T1,T2 2.1=T3 inbox=T5 | 1>3 3>4",
        ),
        (
            Command::DeleteStage { map, stage: 1.into() },
            "B:3 C: | 1 2 | 3.2=T4 inbox=T5,T1,T2,T3 | 1>3 3>4",
        ),
        (
            Command::AddStep { map, stage: 3.into(), step: step(7), at: 5 },
            "A:1,2 B:3 C:7 | 1 2 | 1.1=T1,T2 2.1=T3 3.2=T4 inbox=T5 | 1>3 3>4",
        ),
        (
            Command::MoveStep { map, step: 1.into(), stage: 1.into(), at: 1 },
            "A:2,1 B:3 C: | 1 2 | 2.1=T3 1.1=T1,T2 3.2=T4 inbox=T5 | 1>3 3>4",
        ),
        (
            Command::MoveStep { map, step: 1.into(), stage: 2.into(), at: 1 },
            "A:2 B:3,1 C: | 1 2 | 2.1=T3 3.2=T4 1.1=T1,T2 inbox=T5 | 1>3 3>4",
        ),
        (
            Command::DeleteStep { map, step: 1.into() },
            "A:2 B:3 C: | 1 2 | 2.1=T3 3.2=T4 inbox=T5,T1,T2 | 1>3 3>4",
        ),
    ];
    for (command, after) in rows {
        check(&command, after);
    }
}

#[test]
fn lanes() {
    let map = map(1);
    let rows = [
        (
            Command::AddLane { map, lane: lane(3), at: 0 },
            "A:1,2 B:3 C: | 3 1 2 | 1.1=T1,T2 2.1=T3 3.2=T4 inbox=T5 | 1>3 3>4",
        ),
        (
            Command::MoveLane { map, lane: 1.into(), to: 1 },
            "A:1,2 B:3 C: | 2 1 | 1.1=T1,T2 2.1=T3 3.2=T4 inbox=T5 | 1>3 3>4",
        ),
        (
            Command::DeleteLane { map, lane: 1.into() },
            "A:1,2 B:3 C: | 2 | 3.2=T4 inbox=T5,T1,T2,T3 | 1>3 3>4",
        ),
    ];
    for (command, after) in rows {
        check(&command, after);
    }
}

#[test]
fn touchpoints_and_links() {
    let map = map(1);
    let rows = [
        (
            Command::AddTouchpoints {
                map,
                touchpoints: vec![card(8, cell(2, 2), "V"), card(9, None, "k")],
            },
            "A:1,2 B:3 C: | 1 2 | 1.1=T1,T2 2.1=T3 2.2=T6 3.2=T4 inbox=T5,T7 | 1>3 3>4",
        ),
        (
            Command::PlaceTouchpoints {
                map,
                places: vec![(5.into(), place(cell(1, 1), "J")), (1.into(), place(None, "a"))],
            },
            "A:1,2 B:3 C: | 1 2 | 1.1=T5,T2 2.1=T3 3.2=T4 inbox=T1 | 1>3 3>4",
        ),
        (
            Command::DeleteTouchpoints { map, touchpoints: vec![1.into(), 5.into()] },
            "A:1,2 B:3 C: | 1 2 | 1.1=T2 2.1=T3 3.2=T4 | 3>4",
        ),
        (
            Command::AddLinks { map, links: vec![link(3, 4, 1), link(4, 3, 1)] },
            "A:1,2 B:3 C: | 1 2 | 1.1=T1,T2 2.1=T3 3.2=T4 inbox=T5 | 1>3 3>4 4>1 3>1",
        ),
        (
            Command::EditLink { map, link: 2.into(), field: LinkField::To(5.into()) },
            "A:1,2 B:3 C: | 1 2 | 1.1=T1,T2 2.1=T3 3.2=T4 inbox=T5 | 1>3 3>5",
        ),
        (
            Command::DeleteLinks { map, links: vec![1.into(), 2.into()] },
            "A:1,2 B:3 C: | 1 2 | 1.1=T1,T2 2.1=T3 3.2=T4 inbox=T5 |",
        ),
        (
            Command::Together {
                name: CommandName::Paste,
                commands: vec![
                    Command::AddStep { map, stage: 3.into(), step: step(7), at: 0 },
                    Command::AddTouchpoints { map, touchpoints: vec![card(8, cell(7, 1), "V")] },
                    Command::AddLinks { map, links: vec![link(3, 8, 1)] },
                ],
            },
            "A:1,2 B:3 C:7 | 1 2 | 1.1=T1,T2 2.1=T3 3.2=T4 7.1=T6 inbox=T5 | 1>3 3>4 8>1",
        ),
    ];
    for (command, after) in rows {
        check(&command, after);
    }
}

#[test]
fn every_field_of_a_touchpoint() {
    let field = TouchpointField::Title("New".into());
    let fields: [(TouchpointField, Is<Touchpoint>); 9] = [
        (field, |card| card.title == "New"),
        (TouchpointField::Mark(Some(Mark::Friction)), |card| card.mark == Some(Mark::Friction)),
        (TouchpointField::Emotion(Emotion::new(2)), |card| card.emotion == Emotion::new(2)),
        (TouchpointField::Channel("web".into()), |card| card.channel == "web"),
        (TouchpointField::Control(Some(Control::Direct)), |card| {
            card.control == Some(Control::Direct)
        }),
        (TouchpointField::Period(Some(Period::After)), |card| card.period == Some(Period::After)),
        (TouchpointField::Notes("two\nlines".into()), |card| card.notes == "two\nlines"),
        (TouchpointField::MomentOfTruth(true), |card| card.moment_of_truth),
        (TouchpointField::Owner("Bo".into()), |card| card.owner == "Bo"),
    ];
    for (field, is_set) in fields {
        let touchpoints = vec![2.into(), 4.into()];
        let command = Command::EditTouchpoints { map: map(1), touchpoints, field };
        let (before, after) = (project(), done(&command));
        for (old, new) in before.maps[0].touchpoints.iter().zip(&after.maps[0].touchpoints) {
            let is_meant = new.code == Code(2) || new.code == Code(4);
            assert_eq!(is_set(new), is_meant, "{command:?} on {}", new.code);
            assert_eq!(old == new, !is_meant, "{command:?} on {}", new.code);
        }
    }
}

#[test]
fn fields_of_the_rest() {
    let map = map(1);
    let rows: [(Command, Is<Project>); 11] = [
        (Command::EditProject(ProjectField::Title("S".into())), |p| p.title == "S"),
        (Command::EditProject(ProjectField::Notes("n".into())), |p| p.notes == "n"),
        (Command::AddPersona(Persona::new(2.into(), "Bo")), |p| p.personas.len() == 2),
        (Command::EditPersona { persona: 1.into(), field: PersonaField::Notes("n".into()) }, |p| {
            p.personas[0].notes == "n"
        }),
        (Command::EditMap { map, field: MapField::Title("M".into()) }, |p| p.maps[0].title == "M"),
        (Command::EditMap { map, field: MapField::Persona(Some(1.into())) }, |p| {
            p.maps[0].persona == Some(1.into())
        }),
        (
            Command::EditStage {
                map,
                stage: 1.into(),
                field: StageField::Period(Some(Period::Before)),
            },
            |p| p.maps[0].stages[0].period == Some(Period::Before),
        ),
        (Command::EditStep { map, step: 2.into(), action: "pays".into() }, |p| {
            p.maps[0].stages[0].steps[1].action == "pays"
        }),
        (Command::EditLane { map, lane: 2.into(), field: LaneField::Role(Role::Support) }, |p| {
            p.maps[0].lanes[1].role == Role::Support
        }),
        (Command::EditLink { map, link: 1.into(), field: LinkField::Share(Some(100)) }, |p| {
            p.maps[0].links[0].share == Some(100)
        }),
        (Command::EditLink { map, link: 1.into(), field: LinkField::Label("dear".into()) }, |p| {
            p.maps[0].links[0].label == "dear"
        }),
    ];
    for (command, is_so) in rows {
        assert!(!is_so(&project()), "{command:?}");
        assert!(is_so(&done(&command)), "{command:?}");
    }
}

#[test]
fn maps_and_personas() {
    let mut new = JourneyMap::new(map(3), "Third");
    new.touchpoints = vec![card(8, None, "V").into(), card(9, None, "k").into()];
    let project = done(&Command::AddMap { map: new.into(), at: 1 });
    let titles = |p: &Project| p.maps.iter().map(|m| m.title.clone()).collect::<Vec<_>>();
    assert_eq!(titles(&project), ["First", "Third", "Second"]);
    assert_eq!(show(&project.maps[1]), "| | inbox=T6,T7 |");
    assert_eq!(project.next_code, Code(8));

    assert_eq!(titles(&done(&Command::MoveMap { map: map(1), to: 1 })), ["Second", "First"]);
    assert_eq!(titles(&done(&Command::DeleteMap(map(1)))), ["Second"]);
    let project = done(&Command::DeletePersona(1.into()));
    assert!(project.personas.is_empty());
    assert_eq!(project.maps[1].persona, None);
}

#[test]
fn the_inbox_takes_cards_in_reading_order() {
    // The middle lane of three, read column by column whatever the order of making.
    let mut project = project();
    let cards = vec![card(8, cell(3, 1), "V"), card(9, cell(1, 1), "A"), card(10, cell(2, 1), "B")];
    Command::AddTouchpoints { map: map(1), touchpoints: cards }.apply(&mut project).unwrap();
    Command::DeleteLane { map: map(1), lane: 1.into() }.apply(&mut project).unwrap();
    let inbox = show(&project.maps[0]);
    assert!(inbox.contains("inbox=T5,T7,T1,T2,T8,T3,T6 "), "{inbox}");
}

#[test]
fn codes_do_not_run_over() {
    let mut project = Project { next_code: Code(u32::MAX - 1), ..project() };
    let add = |id| Command::AddTouchpoints { map: map(1), touchpoints: vec![card(id, None, "V")] };
    assert_eq!(add(8).apply(&mut project), Ok(()));
    assert!(matches!(add(9).apply(&mut project), Err(CommandError::TooMany { .. })));
    assert_eq!(project.check(), []);
}

#[test]
fn what_did_not_change_keeps_its_pointer() {
    let map = map(1);
    let before = project();
    let mut after = before.clone();
    let field = TouchpointField::Mark(Some(Mark::Positive));
    let touchpoints = vec![2.into()];
    Command::EditTouchpoints { map, touchpoints, field }.apply(&mut after).unwrap();
    let (old, new) = (&before.maps[0], &after.maps[0]);
    let is_shared: Vec<bool> =
        old.touchpoints.iter().zip(&new.touchpoints).map(|(a, b)| Arc::ptr_eq(a, b)).collect();
    assert_eq!(is_shared, [true, false, true, true, true]);
    assert!(old.links.iter().zip(&new.links).all(|(a, b)| Arc::ptr_eq(a, b)));

    let nothing = [
        Command::EditMap { map, field: MapField::Title("First".into()) },
        Command::MoveStage { map, stage: 1.into(), to: 0 },
        Command::MoveStep { map, step: 2.into(), stage: 1.into(), at: 9 },
        Command::EditLink { map, link: 1.into(), field: LinkField::To(3.into()) },
        Command::PlaceTouchpoints { map, places: vec![(1.into(), place(cell(1, 1), "G"))] },
        Command::DeleteTouchpoints { map, touchpoints: Vec::new() },
        Command::Together { name: CommandName::Cut, commands: Vec::new() },
    ];
    for command in nothing {
        let mut after = before.clone();
        command.apply(&mut after).unwrap();
        assert!(Arc::ptr_eq(&before.maps[0], &after.maps[0]), "{command:?}");
    }
}

#[test]
fn ten_thousand_cards_at_once() {
    // Quadratic work would take minutes here.
    let map = map(1);
    let many = 10_000;
    let ids: Vec<TouchpointId> = (100..100 + many).map(Into::into).collect();
    let ranks = Rank::spread(None, None, ids.len());
    let cards = ids.iter().zip(&ranks).map(|(&id, rank)| {
        Touchpoint::new(id, Code(0), "Card", Place::cell(1.into(), 1.into(), rank.clone()))
    });
    let places = ids.iter().zip(&ranks).map(|(&id, rank)| (id, Place::inbox(rank.clone())));
    let links = (100..99 + many).map(|id| link(id, id, id + 1)).collect();
    let commands = [
        Command::AddTouchpoints { map, touchpoints: cards.collect() },
        Command::AddLinks { map, links },
        Command::DeleteStep { map, step: 1.into() },
        Command::PlaceTouchpoints { map, places: places.collect() },
        Command::DeleteTouchpoints { map, touchpoints: ids },
    ];
    let mut project = project();
    for command in commands {
        assert_eq!(command.apply(&mut project), Ok(()));
        assert_eq!(project.check(), []);
    }
    assert_eq!(show(&project.maps[0]), "A:2 B:3 C: | 1 2 | 2.1=T3 3.2=T4 inbox=T5,T1,T2 | 1>3 3>4");
}
