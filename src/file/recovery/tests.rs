use super::*;
use crate::{file::disk::RealDisk, model::IdSource};

fn project(title: &str) -> Project {
    Project { title: title.to_owned(), ..Project::default() }
}

/// A folder of its own, and recovery in it.
fn place() -> (tempfile::TempDir, Recovery) {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::on(std::sync::Arc::new(RealDisk), Some(folder.path().join("data")));
    (folder, Recovery::new(files))
}

/// Work that a program left when it died.
fn leave(recovery: &Recovery, project: &Project, about: &About) {
    recovery.begin().unwrap().unwrap().write(project, about).unwrap();
}

fn titles(recovery: &Recovery) -> Vec<String> {
    recovery.left().iter().map(|left| left.open().unwrap().project.title).collect()
}

#[test]
fn work_is_found_after_its_program_died_and_not_before() {
    let (_folder, recovery) = place();
    let about = About { title: "two\nlines".into(), ..About::default() };
    let mut slot = recovery.begin().unwrap().unwrap();
    slot.write(&project("a"), &about).unwrap();
    slot.write(&project("b"), &about).unwrap();
    assert!(recovery.left().is_empty(), "its window lives");
    drop(slot);
    assert_eq!(titles(&recovery), ["b"]);
    assert_eq!(titles(&recovery), ["b"], "looking at it takes nothing away");
    let left = recovery.left().remove(0);
    assert_eq!((left.about.title.as_str(), left.standing()), ("two", Standing::NeverSaved));
    let held = left.hold().unwrap().unwrap();
    assert!(recovery.left().is_empty(), "somebody has it now");
    assert!(left.hold().unwrap().is_none(), "only one can have it");
    held.discard().unwrap();
    assert_eq!(fs::read_dir(recovery.folder().unwrap()).unwrap().count(), 0);
}

#[test]
fn all_that_was_left_is_offered_the_latest_first() {
    let (_folder, recovery) = place();
    for title in ["a", "b", "c"] {
        leave(&recovery, &project(title), &About::default());
        std::thread::sleep(Duration::from_millis(15));
    }
    assert_eq!(titles(&recovery), ["c", "b", "a"]);
}

#[test]
fn work_that_is_in_its_file_is_put_away_and_other_work_knows_how_it_stands() {
    let (folder, recovery) = place();
    let path = folder.path().join("карта = 图.ron");
    let write = |title: &str| super::super::save(&project(title), &path).unwrap();
    write("old");
    let base = Some(Fingerprint::of(&fs::read(&path).unwrap()));
    let about = About { path: Some(path.clone()), base, title: "t".into() };
    leave(&recovery, &project("mine"), &about);
    let standing = || recovery.left().first().map(Left::standing);
    assert_eq!(standing(), Some(Standing::Ahead));
    assert_eq!(recovery.left()[0].about, about);
    assert!(recovery.left()[0].is_of(&path) && !recovery.left()[0].is_of(folder.path()));
    write("theirs");
    assert_eq!(standing(), Some(Standing::Stale));
    fs::remove_file(&path).unwrap();
    assert_eq!(standing(), Some(Standing::Gone));
    write("mine");
    assert_eq!(standing(), None);
    assert_eq!(fs::read_dir(recovery.folder().unwrap()).unwrap().count(), 0);
}

#[test]
fn nothing_unseen_is_deleted() {
    let (_folder, recovery) = place();
    leave(&recovery, &project("a"), &About::default());
    let left = recovery.left().remove(0);
    for (name, damage) in [(ABOUT, "\0\0"), (OWNER, "nobody"), (WORK, "(no project")] {
        fs::write(left.folder.join(name), damage).unwrap();
        assert_eq!(recovery.left().len(), 1, "{name}");
    }
    assert!(left.open().is_err());
    fs::remove_file(left.folder.join(ABOUT)).unwrap();
    assert_eq!(recovery.left().len(), 1);
    // A stranger's file in the folder is nobody's work.
    fs::write(recovery.folder().unwrap().join("note.txt"), "x").unwrap();
    assert_eq!(recovery.left().len(), 1);
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_look_into_the_folder() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, recovery) = place();
    leave(&recovery, &project("a"), &About::default());
    let left = recovery.left().remove(0);
    for folder in [&recovery.folder().unwrap(), &left.folder] {
        let mode = fs::metadata(folder).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700, "{}", folder.display());
    }
}

#[cfg(unix)]
#[test]
fn a_slot_whose_work_cannot_be_looked_at_stays_however_old_it_is() {
    let (_folder, recovery) = place();
    leave(&recovery, &project("a"), &About::default());
    let folder = recovery.left()[0].folder().to_owned();
    let work = folder.join(WORK);
    fs::remove_file(&work).unwrap();
    std::os::unix::fs::symlink(&work, &work).unwrap();
    fs::File::open(&folder).unwrap().set_modified(SystemTime::now() - 2 * EMPTY).unwrap();
    assert!(recovery.left().is_empty());
    assert!(folder.join(ABOUT).is_file());
}

#[test]
fn a_slot_without_work_goes_when_it_is_old() {
    let (_folder, recovery) = place();
    drop(recovery.begin().unwrap());
    assert!(recovery.left().is_empty());
    let folder = recovery.folder().unwrap();
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "it may be new");
    let slot = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    let long_ago = SystemTime::now() - EMPTY * 2;
    fs::File::open(&slot).unwrap().set_modified(long_ago).unwrap();
    assert!(recovery.left().is_empty());
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
}

#[test]
fn a_large_project_is_kept_whole() {
    let (_folder, recovery) = place();
    let mut ids = IdSource::seeded(3);
    let mut large = project("large");
    for at in 0..50 {
        let map = crate::model::JourneyMap::new(ids.next(), format!("Карта {at}"));
        large.maps.push(std::sync::Arc::new(map));
    }
    leave(&recovery, &large, &About::default());
    assert_eq!(recovery.left()[0].open().unwrap().project, large);
}
