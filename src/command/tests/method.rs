//! What the steps of the method do to a project.

use super::*;
use crate::model::Scores;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn task(id: u64, text: &str) -> Task {
    Task::new(id.into(), text)
}

/// The checklist of the first card: each task by its text, state and owner.
fn checklist(commands: &[Command]) -> String {
    let mut project = project();
    for command in commands {
        assert_eq!(command.apply(&mut project), Ok(()), "{command:?}");
        assert_eq!(project.check(), [], "{command:?}");
    }
    let tasks = &project.maps[0].touchpoints[0].tasks;
    let line = |task: &Task| format!("{}:{:?}:{}", task.text, task.state, task.owner);
    tasks.iter().map(line).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_checklist_is_written_ordered_and_ticked_off() {
    let (map, touchpoint) = (map(1), TouchpointId::from(1));
    let add = |id, at| Command::AddTask { map, touchpoint, task: task(id, &format!("t{id}")), at };
    let edit = |id: u64, field| Command::EditTask { map, touchpoint, task: id.into(), field };
    let three = [add(1, 0), add(2, 9), add(3, 1)];
    let then = |command: Command| checklist(&[&three[..], &[command]].concat());
    assert_eq!(checklist(&three), "t1:Open: t3:Open: t2:Open:");
    assert_eq!(then(edit(3, TaskField::State(TaskState::Done))), "t1:Open: t3:Done: t2:Open:");
    assert_eq!(then(edit(2, TaskField::Owner("Ann".into()))), "t1:Open: t3:Open: t2:Open:Ann");
    let to_front = Command::MoveTask { map, touchpoint, task: 2.into(), to: 0 };
    assert_eq!(then(to_front), "t2:Open: t1:Open: t3:Open:");
    assert_eq!(then(Command::DeleteTask { map, touchpoint, task: 1.into() }), "t3:Open: t2:Open:");
}

#[test]
fn a_task_is_overdue_after_its_day_until_it_is_done() {
    let mut task = task(1, "t");
    assert!(!task.is_overdue(day("2026-11-23")));
    task.due = Some(day("2026-11-23"));
    assert!(!task.is_overdue(day("2026-11-23")) && task.is_overdue(day("2026-11-24")));
    task.state = TaskState::Done;
    assert!(!task.is_overdue(day("2026-11-24")));
}

#[test]
fn a_card_that_is_not_changed_keeps_its_pointer() {
    let (map, touchpoint) = (map(1), TouchpointId::from(1));
    let before = done(&Command::AddTask { map, touchpoint, task: task(1, "t"), at: 0 });
    for command in [
        Command::EditTask { map, touchpoint, task: 1.into(), field: TaskField::Due(None) },
        Command::EditTouchpoints {
            map,
            touchpoints: vec![touchpoint],
            field: TouchpointField::Score(Quality::Simple, None),
        },
    ] {
        let mut after = before.clone();
        command.apply(&mut after).unwrap();
        assert!(Arc::ptr_eq(&before.maps[0], &after.maps[0]), "{command:?}");
    }
}

#[test]
fn an_audit_has_one_entry_for_each_touchpoint() {
    let map = map(1);
    let audit = Audit::new(7.into(), day("2026-11-23"), "Ann");
    let entry = |touchpoint: u64, note: &str| {
        let entry = AuditEntry {
            touchpoint: touchpoint.into(),
            title: "Card".into(),
            mark: Some(Mark::Friction),
            scores: Scores::default(),
            note: note.into(),
        };
        Command::EditAudit { map, audit: 7.into(), field: AuditField::Entry(entry) }
    };
    let mut project = done(&Command::AddAudit { map, audit: audit.into() });
    for command in [entry(1, "a"), entry(2, "b"), entry(1, "c")] {
        command.apply(&mut project).unwrap();
    }
    let notes = project.maps[0].audits[0].entries.iter().map(|entry| entry.note.as_str());
    assert_eq!(notes.collect::<Vec<_>>(), ["c", "b"]);
    // What was seen is still known when its touchpoint is gone.
    let touchpoints = vec![1.into(), 2.into()];
    Command::DeleteTouchpoints { map, touchpoints }.apply(&mut project).unwrap();
    assert_eq!(project.maps[0].audits[0].entries.len(), 2);
    assert_eq!(project.check(), []);
}

#[test]
fn a_snapshot_keeps_the_maps_without_their_audits() {
    let map = map(1);
    let audit = Audit::new(7.into(), day("2026-11-23"), "Ann");
    let mut project = done(&Command::AddAudit { map, audit: audit.into() });
    let snapshot = Snapshot::of(&project.maps, 8.into(), "Autumn", day("2026-11-23"));
    Command::AddSnapshot(snapshot.into()).apply(&mut project).unwrap();
    Command::DeletePersona(1.into()).apply(&mut project).unwrap();
    Command::DeleteMap(map).apply(&mut project).unwrap();
    assert_eq!(project.check(), []);
    let kept = &project.snapshots[0].maps;
    assert_eq!((show(&kept[0]).as_str(), kept[0].audits.len()), (START, 0));
    assert_eq!(kept[1].persona, Some(1.into()));
    let again = Snapshot { name: "Again".into(), ..Snapshot::clone(&project.snapshots[0]) };
    let refused = Command::AddSnapshot(again.into()).apply(&mut project);
    assert_eq!(refused, Err(CommandError::Repeated("snapshot")));
}

#[test]
fn kinds_of_findings_are_switched_off_and_on_again() {
    let show = |shown| Command::EditProject(ProjectField::Finding(FindingKind::ReviewDue, shown));
    let mut project = done(&show(false));
    assert!(project.silent.contains(&FindingKind::ReviewDue));
    show(true).apply(&mut project).unwrap();
    assert_eq!(project, super::project());
}
