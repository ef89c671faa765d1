use super::*;
use crate::{file, model::Project};

const FILE: &[u8] = include_bytes!("../../../tests/fixtures/every-field.ron");
const METHOD: &[u8] = include_bytes!("../../../tests/fixtures/method.ron");

fn salvaged(bytes: &[u8]) -> Project {
    let opened = salvage_bytes(bytes.to_vec()).unwrap();
    assert_eq!(opened.project.check(), []);
    assert_eq!(opened.notes[0], Note::Salvaged);
    opened.project
}

fn counts(project: &Project) -> [usize; 4] {
    let sum = |count: fn(&crate::model::JourneyMap) -> usize| {
        project.maps.iter().map(|map| count(map)).sum()
    };
    [
        sum(|map| map.touchpoints.len()),
        sum(|map| map.stages.len()),
        sum(|map| map.columns().count()),
        sum(|map| map.lanes.len()),
    ]
}

#[test]
fn a_whole_file_comes_back_whole() {
    let project = file::read(FILE).unwrap().project;
    assert_eq!(salvaged(FILE), project);
    let text = std::str::from_utf8(FILE).unwrap();
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(salvaged(&wide), project);
    for seed in 0..30 {
        let project = random(seed);
        assert_eq!(salvaged(&file::write(&project)), project, "{seed}");
    }
}

/// A project from the fixture, with its texts changed.
fn random(seed: u64) -> Project {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut project = file::read(FILE).unwrap().project;
    let map = std::sync::Arc::make_mut(&mut project.maps[0]);
    for card in &mut map.touchpoints {
        let card = std::sync::Arc::make_mut(card);
        let texts = ["(a: [1], \"b\": {", ") ] }", "steps: [(", "\\\" \n id: \"x\"", "//", "'r#\""];
        card.notes = texts[random.usize(..texts.len())].to_owned();
        card.title = format!("{} {}", texts[random.usize(..texts.len())], card.title);
    }
    project
}

#[test]
fn tasks_ratings_audits_and_what_reviews_kept_come_back() {
    let project = file::read(METHOD).unwrap().project;
    assert!(!project.snapshots.is_empty());
    assert_eq!(salvaged(METHOD), project);
    let notes = |bytes: &[u8]| salvage_bytes(bytes.to_vec()).unwrap().notes;
    assert_eq!(notes(METHOD), [Note::Salvaged]);
    // What a review kept comes back whole or not at all, and that is said.
    let text = std::str::from_utf8(METHOD).unwrap();
    let (before, past) = text.split_once("snapshots: [").unwrap();
    for damaged in [past.replacen("name: \"", "name: ", 1), past.replace('\n', " ")] {
        let damaged = format!("{before}snapshots: [{damaged}");
        assert_eq!(notes(damaged.as_bytes()), [Note::Salvaged, Note::ReviewsLeftOut]);
        let found = salvaged(damaged.as_bytes());
        assert_eq!(found.snapshots.len(), 0);
        assert_eq!(found.maps, project.maps);
    }
    // A text that speaks of them is not where they begin.
    let mut talkative = project.clone();
    "see snapshots: [ in the file".clone_into(&mut talkative.notes);
    assert_eq!(salvaged(&file::write(&talkative)), talkative);
}

#[test]
fn what_one_place_of_damage_costs() {
    one_place_of_damage(FILE, 11);
    one_place_of_damage(METHOD, 53);
}

fn one_place_of_damage(file: &[u8], step: usize) {
    let whole = counts(&file::read(file).unwrap().project);
    let mut worst = [0; 4];
    for at in (0..file.len()).step_by(step) {
        for (length, fill) in [(1, b'!'), (1, b'"'), (1, b'('), (1, b')'), (16, 0)] {
            let mut bytes = file.to_vec();
            bytes[at..(at + length).min(file.len())].fill(fill);
            let found = counts(&salvaged(&bytes));
            for (worst, (whole, found)) in worst.iter_mut().zip(whole.iter().zip(found)) {
                *worst = whole.saturating_sub(found).max(*worst);
            }
        }
    }
    assert!(worst[0] <= 1 && worst[1] <= 1, "of {whole:?} (touchpoints first), {worst:?} lost");
}

#[test]
fn the_beginning_of_a_file_that_was_cut_comes_back() {
    let text = std::str::from_utf8(FILE).unwrap();
    for at in (0..text.len()).filter(|&at| text.is_char_boundary(at)) {
        let part = &text[..at];
        let found = salvaged(part.as_bytes());
        let begun = part.matches("\n          code: ").count();
        assert!(counts(&found)[0] >= begun, "{at}: {:?} of {begun}", counts(&found));
    }
}

#[test]
fn lines_of_a_merge_bring_both_sides() {
    let text = std::str::from_utf8(FILE).unwrap();
    let title = text.lines().find(|line| line.contains("    title: \"")).unwrap();
    let both = format!("<<<<<<< a\n{title}\n=======\n          title: \"Theirs\",\n>>>>>>> b");
    let merged = text.replacen(title, &both, 1);
    assert!(file::read(merged.as_bytes()).is_err());
    assert_eq!(counts(&salvaged(merged.as_bytes())), counts(&salvaged(FILE)));
}

#[test]
fn what_is_no_project_has_nothing_in_it_and_takes_no_time() {
    for text in ["", "hello", "\u{0}\u{0}\u{0}", "(((((", "<html>a: b</html>", "PK\u{3}\u{4}"] {
        assert_eq!(counts(&salvaged(text.as_bytes())), [0; 4], "{text}");
    }
    for text in ["a: {", "touchpoints: [(title: \"x\"", "a: b(", "\"", "(", "x: \"\\"] {
        salvaged(text.repeat(20_000).as_bytes());
    }
}
