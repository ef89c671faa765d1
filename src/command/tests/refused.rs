//! What is refused, and that a refusal leaves no trace.

use super::*;
use crate::model::limit;

/// The command is refused and leaves even the pointers as they were.
#[track_caller]
fn refused(command: &Command, error: &CommandError) {
    let mut after = project();
    let before = after.clone();
    assert_eq!(command.apply(&mut after).as_ref(), Err(error), "{command:?}");
    assert_eq!(after, before);
    assert!(after.maps.iter().zip(&before.maps).all(|(a, b)| Arc::ptr_eq(a, b)));
}

#[test]
fn what_cannot_be_is_refused() {
    use CommandError::{
        EmptyTitle, LinkToItself, Missing, Repeated, RepeatedLink, ShareOver100, TooLong, TooMany,
    };
    let map = map(1);
    let long = "я".repeat(limit::LINE + 1);
    let mut bad_map = JourneyMap::new(MapId::from(3), "");
    bad_map.lanes = vec![lane(1)];
    let mut lost_map = JourneyMap::new(MapId::from(3), "");
    lost_map.touchpoints = vec![card(8, cell(1, 1), "V").into()];
    let mut broken = link(9, 1, 4);
    broken.share = Some(101);
    let edit = |id: u64, field| Command::EditTouchpoints {
        map,
        touchpoints: vec![1.into(), id.into()],
        field,
    };
    let rows = [
        (Command::DeleteMap(9.into()), Missing("map")),
        (Command::AddMap { map: bad_map.into(), at: 0 }, Repeated("lane")),
        (Command::AddMap { map: lost_map.into(), at: 0 }, Missing("step")),
        (
            Command::AddMap { map: JourneyMap::new(MapId::from(2), "").into(), at: 0 },
            Repeated("map"),
        ),
        (Command::EditMap { map, field: MapField::Persona(Some(7.into())) }, Missing("persona")),
        (Command::AddPersona(Persona::new(1.into(), "")), Repeated("persona")),
        (Command::DeletePersona(2.into()), Missing("persona")),
        (Command::AddStage { map, stage: stage(1, "", &[]), at: 0 }, Repeated("stage")),
        (Command::AddStage { map, stage: stage(4, "", &[8, 8]), at: 0 }, Repeated("step")),
        (Command::DeleteStage { map, stage: 4.into() }, Missing("stage")),
        (Command::MoveStep { map, step: 1.into(), stage: 4.into(), at: 0 }, Missing("stage")),
        (Command::DeleteStep { map, step: 4.into() }, Missing("step")),
        (Command::MoveLane { map, lane: 4.into(), to: 0 }, Missing("lane")),
        (Command::AddLane { map: 2.into(), lane: lane(2), at: 0 }, Repeated("lane")),
        (
            Command::AddTouchpoints { map, touchpoints: vec![card(5, None, "V")] },
            Repeated("touchpoint"),
        ),
        (
            Command::AddTouchpoints { map: 2.into(), touchpoints: vec![card(8, None, "V"); 2] },
            Repeated("touchpoint"),
        ),
        (
            Command::AddTouchpoints { map, touchpoints: vec![card(8, cell(1, 9), "V")] },
            Missing("lane"),
        ),
        (
            Command::PlaceTouchpoints { map, places: vec![(1.into(), place(cell(9, 1), "V"))] },
            Missing("step"),
        ),
        (edit(9, TouchpointField::MomentOfTruth(true)), Missing("touchpoint")),
        (edit(2, TouchpointField::Title(" \t".into())), EmptyTitle),
        (edit(2, TouchpointField::Owner(long.clone())), TooLong { limit: limit::LINE }),
        (
            Command::EditStep { map, step: 1.into(), action: long.clone() },
            TooLong { limit: limit::LINE },
        ),
        (
            Command::EditProject(ProjectField::Notes("n".repeat(limit::NOTES + 1))),
            TooLong { limit: limit::NOTES },
        ),
        (
            Command::DeleteTouchpoints { map, touchpoints: vec![1.into(), 9.into()] },
            Missing("touchpoint"),
        ),
        (Command::AddLinks { map, links: vec![link(1, 4, 1)] }, Repeated("link")),
        (Command::AddLinks { map, links: vec![link(3, 4, 9)] }, Missing("touchpoint")),
        (Command::AddLinks { map, links: vec![link(3, 4, 4)] }, LinkToItself),
        (Command::AddLinks { map, links: vec![link(3, 4, 1), link(4, 4, 1)] }, RepeatedLink),
        (Command::AddLinks { map, links: vec![broken] }, ShareOver100),
        (Command::EditLink { map, link: 2.into(), field: LinkField::To(3.into()) }, LinkToItself),
        (Command::DeleteLinks { map, links: vec![9.into()] }, Missing("link")),
        // The first command of several is taken back when the second is refused.
        (
            Command::Together {
                name: CommandName::Cut,
                commands: vec![
                    Command::DeleteTouchpoints { map, touchpoints: vec![1.into()] },
                    Command::AddStage {
                        map,
                        stage: stage(
                            9,
                            "",
                            &(100..100 + 1 + limit::STEPS as u64).collect::<Vec<_>>(),
                        ),
                        at: 0,
                    },
                ],
            },
            TooMany { noun: "steps", limit: limit::STEPS },
        ),
    ];
    for (command, error) in rows {
        refused(&command, &error);
    }
}

#[test]
fn what_the_method_has_no_place_for_is_refused() {
    use CommandError::{EmptyTask, Missing, TooLong};
    let map = map(1);
    let task = |text: &str| Task::new(1.into(), text);
    let cost = TouchpointField::Cost("я".repeat(limit::LINE + 1));
    let weeks = |weeks| Command::EditProject(ProjectField::Rhythm(Some(Rhythm::Weeks(weeks))));
    let rows = [
        (Command::AddTask { map, touchpoint: 1.into(), task: task(" "), at: 0 }, EmptyTask),
        (
            Command::AddTask { map, touchpoint: 9.into(), task: task("t"), at: 0 },
            Missing("touchpoint"),
        ),
        (Command::DeleteTask { map, touchpoint: 1.into(), task: 1.into() }, Missing("task")),
        (Command::DeleteAudit { map, audit: 1.into() }, Missing("audit")),
        (Command::DeleteSnapshot(1.into()), Missing("snapshot")),
        (weeks(0), CommandError::Rhythm { weeks: 0 }),
        (weeks(521), CommandError::Rhythm { weeks: 521 }),
        (
            Command::EditTouchpoints { map, touchpoints: vec![2.into()], field: cost },
            TooLong { limit: limit::LINE },
        ),
    ];
    for (command, error) in rows {
        refused(&command, &error);
    }
}
