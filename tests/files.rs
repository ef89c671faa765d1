//! Project files: what was written is read, byte for byte; what is damaged is told, never kept
//! silently; what is hostile does no harm.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

mod support;

use proptest::prelude::*;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use touchline::{
    command::{Command, LinkField, MapField, ProjectField, TouchpointField},
    file::{self, Note, OpenErrorKind},
    model::{
        Audit, CostBand, Date, FindingKind, IdSource, JourneyMap, Lane, MapState, Persona, Place,
        Project, Quality, Rank, Rhythm, Role, Score, Snapshot, Stage, Step, Task, When, limit,
    },
};

fn fixtures() -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    files.sort();
    assert!(files.len() >= 2);
    files
}

/// The fixture that has every field.
fn every_field() -> (Project, Vec<u8>) {
    let bytes = include_bytes!("fixtures/every-field.ron");
    (file::read(bytes).unwrap().project, bytes.to_vec())
}

/// Reads what may be damaged: what can be read is valid, and stays as it is when it is saved.
fn read(bytes: &[u8]) -> Option<file::Opened> {
    let opened = match file::read(bytes) {
        Ok(opened) => opened,
        Err(error) => {
            let message = error.to_string();
            assert!((10..400).contains(&message.chars().count()), "{message}");
            return None;
        }
    };
    assert_eq!(opened.project.check(), []);
    let saved = file::write(&opened.project);
    let again = file::read(&saved).unwrap();
    assert_eq!((&again.project, again.notes), (&opened.project, vec![]));
    Some(opened)
}

/// Damage is never silent: an error, or a note.
fn assert_told(bytes: &[u8], what: &str) {
    if let Some(opened) = read(bytes) {
        assert_ne!(opened.notes, [], "{what}");
    }
}

#[test]
fn every_fixture_is_saved_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in fixtures() {
        let opened = file::open(&path).unwrap();
        assert_eq!(opened.notes, [], "{}", path.display());
        assert_eq!(opened.bytes, bytes);
        assert_eq!(opened.project.check(), [], "{}", path.display());
        let copy = folder.path().join("copy.ron");
        file::save(&opened.project, &copy).unwrap();
        assert_eq!(fs::read(&copy).unwrap(), bytes, "{}", path.display());
    }
}

#[test]
fn moving_a_card_changes_its_place_and_the_header_only() {
    let (mut project, before) = every_field();
    let cells = [None, project.maps[0].touchpoints[2].place.cell];
    for cell in cells {
        let map = Arc::make_mut(&mut project.maps[0]);
        Arc::make_mut(&mut map.touchpoints[0]).place =
            Place { cell, rank: "Vk".parse::<Rank>().unwrap() };
        let after = file::write(&project);
        let (before, after) =
            (std::str::from_utf8(&before).unwrap(), String::from_utf8(after).unwrap());
        assert_eq!(before.lines().count(), after.lines().count());
        let changed: Vec<_> =
            before.lines().zip(after.lines()).filter(|(a, b)| a != b).map(|(_, b)| b).collect();
        assert_eq!(changed.len(), 2, "{changed:?}");
        assert!(changed[0].starts_with("// touchline format=1 reader=1 sum="));
        assert!(changed[1].trim().starts_with("place: "), "{changed:?}");
    }
}

#[test]
fn saving_what_is_there_already_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    let (mut project, bytes) = every_field();
    fs::write(&path, &bytes).unwrap();
    // A file that can only be read shows that nothing is written.
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    file::save(&project, &path).unwrap();
    project.title.push('!');
    let error = file::save(&project, &path).unwrap_err().to_string();
    assert!(error.starts_with("could not save: the file can only be read: "), "{error}");
    assert!(error.ends_with("map.ron"), "{error}");
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_file_from_another_system_or_a_merge_is_the_same_project() {
    let (project, bytes) = every_field();
    let text = String::from_utf8(bytes).unwrap();
    let (header, rest) = text.split_once('\n').unwrap();
    let other = header.replace("sum=", "sum=0");
    let other = &other[..other.len() - 1];
    for (text, expected) in [
        (text.replace('\n', "\r\n"), vec![]),
        (format!("\u{feff}{text}"), vec![]),
        (rest.to_owned(), vec![Note::NoHeader]),
        (format!("{other}\n{rest}"), vec![Note::ChecksumDiffers]),
        (
            format!("<<<<<<< HEAD\n{header}\n=======\n{other}\n>>>>>>> other\n{rest}"),
            vec![Note::Merged],
        ),
        (text.replace("    code", "\tcode"), vec![Note::ChecksumDiffers]),
        (text.replace("format=1", "format=3"), vec![Note::Newer { format: 3 }]),
        (
            text.replace("sum=", "later=x sum=").replace("format=1", "format=9"),
            vec![Note::Newer { format: 9 }],
        ),
    ] {
        let opened = file::read(text.as_bytes()).unwrap();
        assert_eq!(opened.project, project);
        assert_eq!(opened.notes, expected, "{}", text.lines().next().unwrap_or(""));
    }
}

/// A project without the method is what it was before there was one, for older readers too; any
/// field of the method needs a reader that knows it.
#[test]
fn a_file_says_the_oldest_format_that_has_a_place_for_all_of_it() {
    let header = |project: &Project| {
        let bytes = file::write(project);
        String::from_utf8(bytes).unwrap().lines().next().unwrap().to_owned()
    };
    let (plain, _) = every_field();
    assert!(header(&plain).starts_with("// touchline format=1 reader=1 sum="));
    let map = &plain.maps[0];
    let (map, card, link) = (map.id, map.touchpoints[0].id, map.links[0].id);
    let of_card = |field| Command::EditTouchpoints { map, touchpoints: vec![card], field };
    let of_map = |field| Command::EditMap { map, field };
    let mut ids = IdSource::seeded(9);
    let day = Date::constant(2026, 11, 23);
    let commands = [
        Command::EditProject(ProjectField::Owner("Anna".into())),
        Command::EditProject(ProjectField::Rhythm(Some(Rhythm::Weeks(6)))),
        Command::EditProject(ProjectField::LastReview(Some(day))),
        Command::EditProject(ProjectField::NextReview(Some(day))),
        Command::EditProject(ProjectField::Finding(FindingKind::ReviewDue, false)),
        of_map(MapField::Scenario("s".into())),
        of_map(MapField::Goal("g".into())),
        of_map(MapField::State(Some(MapState::ToBe))),
        of_map(MapField::Owner("o".into())),
        of_card(TouchpointField::Score(Quality::Simple, Score::new(3))),
        of_card(TouchpointField::QualityNote(Quality::Personal, "n".into())),
        of_card(TouchpointField::Impact(Score::new(5))),
        of_card(TouchpointField::Effort(Score::new(1))),
        of_card(TouchpointField::Cost("20".into())),
        of_card(TouchpointField::CostBand(Some(CostBand::Free))),
        of_card(TouchpointField::When(Some(When::Later))),
        of_card(TouchpointField::Grows(Some(false))),
        Command::AddTask { map, touchpoint: card, task: Task::new(ids.next(), "t"), at: 0 },
        Command::EditLink { map, link, field: LinkField::IsLoop(true) },
        Command::AddAudit { map, audit: Audit::new(ids.next(), day, "b").into() },
        Command::AddSnapshot(Snapshot::of(&plain.maps, ids.next(), "n", day).into()),
    ];
    for command in commands {
        let mut project = plain.clone();
        command.apply(&mut project).unwrap();
        assert!(header(&project).starts_with("// touchline format=2 reader=2"), "{command:?}");
        let opened = file::read(&file::write(&project)).unwrap();
        assert_eq!((opened.project, opened.notes), (project, vec![]), "{command:?}");
    }
}

#[test]
fn a_newer_file_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("newer.ron");
    let content = "// touchline format=7 reader=7 sum=00000000\n{\"what\": nobody knows";
    fs::write(&path, content).unwrap();
    let error = file::open(&path).unwrap_err();
    assert_eq!(error.kind, OpenErrorKind::Newer { format: 7 });
    assert!(error.to_string().ends_with("newer.ron"));
    assert_eq!(fs::read_to_string(&path).unwrap(), content);
}

#[test]
fn a_file_that_is_cut_or_emptied_anywhere_is_told() {
    let (_, bytes) = every_field();
    for at in 0..bytes.len() {
        assert_told(&bytes[..at], &format!("cut at {at}"));
        let mut hole = bytes.clone();
        hole[at..(at + 512).min(bytes.len())].fill(0);
        assert_told(&hole, &format!("hole at {at}"));
        let mut tail = bytes.clone();
        tail.drain(at..(at + 512).min(bytes.len()));
        assert_told(&tail, &format!("lost at {at}"));
    }
}

#[test]
fn every_flipped_bit_is_told() {
    let (_, bytes) = every_field();
    let mut damaged = bytes.clone();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            damaged[at] ^= 1 << bit;
            assert_told(&damaged, &format!("bit {bit} of byte {at}"));
            damaged[at] = bytes[at];
        }
    }
}

#[test]
fn a_carriage_return_is_told_unless_it_is_of_a_line_end() {
    let (project, bytes) = every_field();
    for at in 0..=bytes.len() {
        let mut changed = bytes.clone();
        changed.insert(at, b'\r');
        if bytes.get(at) != Some(&b'\n') {
            assert_told(&changed, &format!("at byte {at}"));
        } else if let Some(opened) = read(&changed) {
            assert_eq!((opened.project, opened.notes), (project.clone(), vec![]), "at byte {at}");
        }
    }
}

#[test]
fn hostile_texts_are_refused_in_words() {
    let deep = |open: &str, close: &str| {
        format!("(ext: {{\"k\": {}{}}})", open.repeat(100_000), close.repeat(100_000))
    };
    let long = "x".repeat(20 << 20);
    for text in [
        "(",
        "[",
        "{",
        "\"",
        "/*",
        "//",
        "#![",
        "r#\"",
        "b\"",
        "'",
        "Some(",
        "\\",
        "…",
        "-",
        "0x",
        "(title: r###\"",
        "(title: b\"x\")",
        "(title: '\\u{110000}')",
        "(title: \"\\u{d800}\")",
        "(next_code: NaN)",
        "(next_code: inf)",
        "(next_code: 1e999)",
        "(next_code: -0.0)",
        "(next_code: 340282366920938463463374607431768211456)",
        "(maps: {})",
        "(maps: [[]])",
        "(maps: None)",
        "(ext: {1: 2})",
        "(personas: [(id: \"ABCDEF0123456789\")])",
        "#![enable(everything)]\n()",
        "{\"title\": \"x\"}",
        "<html></html>",
        "%PDF-1.4",
        "PK\u{3}\u{4}",
    ] {
        assert!(read(text.as_bytes()).is_none(), "{text}");
    }
    for text in [
        "[".repeat(1_000_000),
        "(".repeat(1_000_000),
        deep("[", "]"),
        deep("(", ")"),
        deep("Some(", ")"),
        deep("{0:", "}"),
        format!("({long}: 1)"),
        format!("(title: \"{long}\")"),
        format!("(title: \"{long}"),
        format!("(personas: [(id: \"{long}\")])"),
        format!("/*{long}"),
    ] {
        assert!(read(text.as_bytes()).is_none(), "{}", &text[..60]);
    }
}

#[test]
fn what_is_larger_than_a_project_may_be_is_refused_with_the_figures() {
    let id = |n: usize| (n as u64 + 1).into();
    let with_map = |change: &dyn Fn(&mut JourneyMap)| {
        let mut map = JourneyMap::new(1.into(), "M");
        change(&mut map);
        Project { maps: vec![Arc::new(map)], ..Project::default() }
    };
    let long = "長".repeat(limit::LINE + 1);
    for (project, figures) in [
        (with_map(&|map| map.title.clone_from(&long)), "1001 characters"),
        (with_map(&|map| map.notes = "x".repeat(limit::NOTES + 1)), "100001 characters"),
        (
            with_map(&|map| {
                map.stages = (0..=limit::STAGES).map(|n| Stage::new(id(n), "", None)).collect();
            }),
            "1001 stages",
        ),
        (
            with_map(&|map| {
                let mut stage = Stage::new(1.into(), "", None);
                stage.steps =
                    (0..=limit::STEPS).map(|n| Step::new((n as u64).into(), "")).collect();
                map.stages.push(stage);
            }),
            "2001 steps",
        ),
        (
            with_map(&|map| {
                map.lanes = (0..=limit::LANES)
                    .map(|n| Lane::new((n as u64).into(), "", Role::Custom))
                    .collect();
            }),
            "1001 lanes",
        ),
        (
            Project {
                personas: (0..=limit::PERSONAS)
                    .map(|n| Persona::new((n as u64).into(), ""))
                    .collect(),
                ..Project::default()
            },
            "1001 personas",
        ),
    ] {
        let bytes = file::write(&project);
        let error = file::read(&bytes).unwrap_err();
        assert!(matches!(error.kind, OpenErrorKind::Limit(_)), "{error}");
        let message = error.to_string();
        assert!(message.contains(figures) && message.chars().count() < 250, "{message}");
        // What could not be opened again is not saved.
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.ron");
        assert!(file::save(&project, &path).unwrap_err().to_string().contains(figures));
        assert!(!path.exists());
    }
}

#[test]
fn only_files_are_opened_and_the_message_ends_with_the_path() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("folder.ron")).unwrap();
    fs::write(at("empty.ron"), "").unwrap();
    fs::write(at("latin1.ron"), b"(\n  title: \"caf\xE9\",\n)\n").unwrap();
    fs::write(at("conflict.ron"), "(\n<<<<<<< a\n=======\n>>>>>>> b\n)\n").unwrap();
    fs::File::create(at("huge.ron")).unwrap().set_len(600 << 20).unwrap();
    for (name, words) in [
        ("missing.ron", "there is no such file: "),
        ("folder.ron", "this is a folder; "),
        ("empty.ron", "the file is empty; "),
        ("empty.ron/x.ron", "not a folder: "),
        ("latin1.ron", "line 2, column 14: this is not UTF-8 text; "),
        ("conflict.ron", "line 2: the file was merged "),
        ("huge.ron", "the file has 600 MB; a project file has at most 512 MB: "),
    ] {
        let message = file::open(&at(name)).unwrap_err().to_string();
        assert!(message.contains(words), "{message}");
        assert!(message.ends_with(&format!(": {}", at(name).display())), "{message}");
    }
}

#[cfg(unix)]
#[test]
fn devices_and_pipes_neither_hold_up_nor_are_replaced() {
    use std::os::unix::fs::FileTypeExt;
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.ron");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for path in [Path::new("/dev/zero"), Path::new("/dev/null"), &pipe] {
        assert_eq!(file::open(path).unwrap_err().kind, OpenErrorKind::NotAFile);
        let error = file::save(&Project::default(), path).unwrap_err().to_string();
        assert!(error.contains("a device or a pipe"), "{error}");
        let there = fs::metadata(path).unwrap().file_type();
        assert!(there.is_char_device() || there.is_fifo());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(seed: u64) {
        let project = support::project(seed);
        prop_assert_eq!(project.check(), []);
        let bytes = file::write(&project);
        let opened = file::read(&bytes).map_err(|e| TestCaseError::fail(e.to_string()))?;
        prop_assert_eq!(&opened.project, &project);
        prop_assert_eq!(opened.notes, []);
        prop_assert_eq!(file::write(&opened.project), bytes);
    }

    /// A person, a merge or a disk changed some lines and words: an error or a valid project, and
    /// no card is lost where its block is still there.
    #[test]
    fn what_was_changed_by_others_is_valid_or_refused(seed: u64, changes in 1..6) {
        let mut random = fastrand::Rng::with_seed(seed);
        let text = String::from_utf8(file::write(&support::project(seed))).unwrap();
        let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
        for _ in 0..changes {
            let [at, other] = [(); 2].map(|()| random.usize(..lines.len()));
            match random.u8(..5) {
                0 => { lines.remove(at); }
                1 => { let copy = lines[other].clone(); lines.insert(at, copy); }
                2 => lines.swap(at, other),
                3 => {
                    let digit = random.digit(10).to_string();
                    let found = random.digit(10);
                    lines[at] = lines[at].replace(found, &digit);
                }
                _ => {
                    let copied = lines[other].split(' ').next_back().unwrap_or("").to_owned();
                    lines[at] = lines[at].replace(['"', 'V'], copied.trim_end());
                }
            }
            if lines.is_empty() { break; }
        }
        let changed = lines.concat();
        if let Some(opened) = read(changed.as_bytes()) {
            // A title may have moved to a map; a code is a card's own.
            let blocks = changed.matches("\n          code: ").count();
            let cards: usize = opened.project.maps.iter().map(|map| map.touchpoints.len()).sum();
            prop_assert!(cards >= blocks, "{} of {} cards", cards, blocks);
            if changed != text {
                prop_assert_ne!(opened.notes, []);
            }
        }
    }

    #[test]
    fn bytes_of_any_kind_are_harmless(bytes: Vec<u8>) {
        read(&bytes);
        read(String::from_utf8_lossy(&bytes).as_bytes());
    }
}
