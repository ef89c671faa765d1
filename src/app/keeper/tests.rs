use super::*;
use crate::file::{Files, disk::RealDisk};

fn work(title: &str) -> Work {
    let project = Project { title: title.to_owned(), ..Project::default() };
    Work { project, about: about(None, None, title) }
}

fn seen(document: u64, revision: u64) -> Seen {
    Seen { document, revision, base: None }
}

fn kept(keeper: Keeper) -> Vec<String> {
    let recovery = keeper.recovery().clone();
    drop(keeper);
    let left = recovery.left();
    left.iter().map(|left| left.open().map(|it| it.project.title).unwrap_or_default()).collect()
}

fn recovery_in(folder: &Path) -> Recovery {
    Recovery::new(Files::on(Arc::new(RealDisk), Some(folder.join("data"))))
}

fn place() -> (tempfile::TempDir, Recovery) {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
    let recovery = recovery_in(folder.path());
    (folder, recovery)
}

#[test]
fn work_is_due_after_a_rest_and_never_later_than_the_limit() {
    let start = Instant::now();
    let mut due = Due::default();
    due.edited(start);
    assert_eq!(due.wait(start), REST);
    // Somebody who types on and on.
    let mut now = start;
    for _ in 0..20 {
        now += REST / 4;
        due.edited(now);
    }
    assert_eq!(due.wait(now), start + LIMIT - now);
    assert_eq!(due.wait(start + LIMIT * 2), Duration::ZERO);
    due.at_once = true;
    assert_eq!(due.wait(start), Duration::ZERO);
}

#[test]
fn the_newest_work_is_kept_and_what_is_saved_or_given_up_is_not() {
    let (_folder, recovery) = place();
    let mut keeper = Keeper::new(recovery.clone());
    for (revision, title) in [(1, "a"), (2, "b"), (3, "c")] {
        keeper.see(seen(1, revision), || work(title));
    }
    keeper.see(seen(1, 3), || panic!("this state is known"));
    assert!(keeper.flush(LIMIT));
    assert_eq!(kept(keeper), ["c"]);

    let mut keeper = Keeper::new(recovery.clone());
    let left = recovery.left().remove(0);
    keeper.adopt(left.hold().ok().flatten().unwrap_or_else(|| panic!("nobody has it")));
    keeper.see(seen(2, 0), || work("d"));
    keeper.leave().unwrap();
    assert_eq!(kept(keeper), ["d"], "in the slot that was there");

    let mut keeper = Keeper::new(recovery);
    keeper.see(seen(1, 1), || work("e"));
    keeper.flush(LIMIT);
    keeper.see_saved(seen(1, 1), None);
    keeper.see_saved(seen(1, 2), None);
    assert_eq!(kept(keeper), ["d"]);
}

#[test]
fn work_that_cannot_be_kept_is_said_once() {
    let (folder, _) = place();
    let file = folder.path().join("file");
    assert!(std::fs::write(&file, "x").is_ok());
    let mut keeper = Keeper::new(recovery_in(&file));
    keeper.see(seen(1, 1), || work("a"));
    assert!(!keeper.flush(Duration::from_millis(300)));
    assert!(!keeper.is_keeping());
    assert_eq!(keeper.take_trouble(), Some(Reason::NotAFolder));
    keeper.see(seen(1, 2), || work("b"));
    keeper.flush(Duration::from_millis(300));
    assert_eq!(keeper.take_trouble(), None);
    keeper.forget();
}

#[test]
fn another_process_can_go_on_with_what_is_handed_over() {
    let (_folder, recovery) = place();
    let mut keeper = Keeper::new(recovery.clone());
    let path = Path::new("map.ron");
    keeper.see_saved(seen(1, 0), Some(path));
    assert_eq!(keeper.handle().hand_over(LIMIT).as_deref(), Some(path), "nothing to keep");
    keeper.see(seen(1, 1), || work("a"));
    assert_eq!(keeper.handle().hand_over(LIMIT), None);
    assert_eq!(recovery.left().len(), 1);
    drop(keeper);
}
