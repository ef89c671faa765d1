//! Limits: files with more in them than anybody made by hand. What is over a limit is refused with
//! the figure, or brought back up to the limit; nothing panics, nothing takes for ever, and no
//! message is longer than a screen. Prints how long each took.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops at the first surprise and prints its figures"
)]

#[path = "support/effort.rs"]
mod effort;

use std::{
    ops::Range,
    sync::Arc,
    time::{Duration, Instant},
};
use touchline::{
    file::{self, Opened},
    model::{Cell, Code, JourneyMap, Lane, Link, Place, Project, Rank, Role, Stage, Step, limit},
};

/// A message is a screen at most.
const LONGEST: usize = 600;

/// A map with so many touchpoints, in cells of ten, a link between each two neighbours.
fn large(cards: usize) -> Project {
    let mut ids = 0_u64;
    let mut id = || {
        ids += 1;
        ids
    };
    let mut map = JourneyMap::new(id().into(), "Large");
    let mut stage = Stage::new(id().into(), "One", None);
    stage.steps = (0..100).map(|_| Step::new(id().into(), "Does something")).collect();
    map.lanes = (0..10).map(|_| Lane::new(id().into(), "Lane", Role::Touchpoints)).collect();
    let rank: Rank = Rank::spread(None, None, 1).remove(0);
    for number in 0..cards {
        let step = stage.steps[number / 10 % stage.steps.len()].id;
        let cell = Some(Cell { step, lane: map.lanes[number % 10].id });
        let place = Place { cell, rank: rank.clone() };
        let code = Code(u32::try_from(number + 1).unwrap());
        let title = format!("Touchpoint {number}");
        map.touchpoints.push(Arc::new(touchline::model::Touchpoint::new(
            id().into(),
            code,
            title,
            place,
        )));
    }
    map.stages.push(stage);
    map.links = map
        .touchpoints
        .windows(2)
        .map(|ends| Arc::new(Link::new(id().into(), ends[0].id, ends[1].id)))
        .collect();
    let next_code = Code(u32::try_from(cards + 1).unwrap());
    Project { maps: vec![Arc::new(map)], next_code, ..Project::default() }
}

fn count(opened: &Opened) -> usize {
    opened.project.maps.iter().map(|map| map.touchpoints.len()).sum()
}

/// Opens and salvages some bytes: what was opened or what was said, and how many touchpoints came
/// back.
fn tried(name: &str, bytes: &[u8]) -> (Result<Opened, String>, usize) {
    let begin = Instant::now();
    let opened = file::read(bytes);
    let opening = begin.elapsed();
    let begin = Instant::now();
    let salvaged = file::salvage_bytes(bytes.to_vec());
    let salvaging = begin.elapsed();
    let back = salvaged.as_ref().map_or(0, count);
    for told in [
        opened.as_ref().err().map(ToString::to_string),
        salvaged.as_ref().err().map(ToString::to_string),
    ] {
        let length = told.as_ref().map_or(0, |told| told.chars().count());
        assert!(length < LONGEST, "{name}: {length} characters");
    }
    for opened in opened.iter().chain(&salvaged) {
        assert_eq!(opened.project.check(), [], "{name}");
        for note in &opened.notes {
            assert!(note.to_string().chars().count() < LONGEST, "{name}: {note}");
        }
    }
    let said = match &opened {
        Ok(opened) => format!("opened, {} notes", opened.notes.len()),
        Err(error) => error.to_string().chars().take(100).collect(),
    };
    println!(
        "{name}: {} KB: {said}: {}; salvage: {back} touchpoints, {}",
        bytes.len() / 1000,
        seconds(opening),
        seconds(salvaging),
    );
    (opened.map_err(|error| error.to_string()), back)
}

fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}

#[test]
fn a_large_file_that_is_damaged_comes_back_but_for_what_was_hit() {
    let cards = effort::of(2_000, 20_000, limit::TOUCHPOINTS);
    let project = large(cards);
    assert_eq!(project.check(), []);
    let whole = file::write(&project);
    let (opened, back) = tried("whole", &whole);
    assert_eq!(opened.unwrap().project, project);
    assert_eq!(back, cards);
    let text = String::from_utf8(whole).unwrap();
    let middle = text.len() / 2;
    let at = |sign: char| middle + text[middle..].find(sign).unwrap();
    for (name, sign) in [("a bracket lost", ')'), ("a quote lost", '"'), ("a comma lost", ',')] {
        let mut damaged = text.clone();
        damaged.remove(at(sign));
        let (opened, back) = tried(name, damaged.as_bytes());
        assert!(opened.is_err() && back + 1 >= cards, "{name}: {back} of {cards}");
    }
    let cut = tried("cut in its middle", &text.as_bytes()[..middle]).1;
    assert!(cut * 10 >= cards * 5, "{cut} of {cards}");
    // Every link leads nowhere: each is a repair, and each is said in a line.
    let unlinked = text.replace("from: \"", "from: \"f");
    let unlinked = unlinked.replace("from: \"f0", "from: \"f");
    let (opened, _) = tried("every link broken", unlinked.as_bytes());
    assert!(opened.unwrap().notes.len() > 1);
}

/// So many fields of different names.
fn numbered(count: usize) -> String {
    repeated(0..count, |number| format!("a{number}: 1, "))
}

fn repeated(numbers: Range<usize>, record: impl Fn(usize) -> String) -> String {
    numbers.map(record).collect::<Vec<_>>().concat()
}

#[test]
fn too_many_of_anything_are_brought_back_up_to_the_limit() {
    for (over, noun) in [(limit::MAPS, "maps"), (limit::PERSONAS, "personas")] {
        let records = repeated(0..over + 200, |n| format!("(id: \"{n:016x}\"),\n"));
        let text = format!("({noun}: [{records}])");
        let (opened, _) = tried(noun, text.as_bytes());
        assert!(opened.unwrap_err().contains(&(over + 200).to_string()), "{noun}");
        let back = file::salvage_bytes(text.into_bytes()).unwrap().project;
        assert_eq!(if noun == "maps" { back.maps.len() } else { back.personas.len() }, over);
    }
    for (limit, noun, fields) in [
        (limit::STAGES, "stages", ""),
        (limit::LANES, "lanes", ""),
        (limit::STEPS, "steps", ""),
        (limit::TOUCHPOINTS, "touchpoints", "title: \"x\""),
        (limit::LINKS, "links", "from: \"0000000000000001\", to: \"0000000000000002\""),
    ] {
        let few = limit <= effort::of(2_000, 2_000, limit);
        if !few {
            println!("{noun}: not tested over {limit}; TOUCHLINE_EFFORT=long does");
            continue;
        }
        let record = |n| format!("(id: \"{n:016x}\", {fields}),\n");
        // Some in each of several lists, so that no list is over the limit by itself.
        let half = repeated(0..limit * 3 / 4, record);
        let rest = repeated(limit..limit * 7 / 4, record);
        let text = if noun == "steps" {
            let stage = |id, steps: &str| format!("(id: \"{id:016x}\", steps: [{steps}]),");
            let stages = stage(1, &half) + &stage(2, &rest);
            format!("(maps: [(id: \"0000000000000001\", stages: [{stages}])])")
        } else {
            format!("(maps: [(id: \"0000000000000001\", {noun}: [{half}{rest}])])")
        };
        let (opened, _) = tried(noun, text.as_bytes());
        // Links that lead nowhere go before they are counted.
        assert!(noun == "links" || opened.is_err(), "{noun}");
        let back = file::salvage_bytes(text.into_bytes()).unwrap().project;
        let map = &back.maps[0];
        let found = match noun {
            "stages" => map.stages.len(),
            "lanes" => map.lanes.len(),
            "steps" => map.columns().count(),
            "touchpoints" => map.touchpoints.len(),
            _ => continue,
        };
        assert_eq!(found, limit, "{noun}");
    }
}

#[test]
fn hostile_shapes_take_no_time_and_no_screen() {
    let size = effort::of(200_000, 2_000_000, 20_000_000);
    let filled = |unit: &str| unit.repeat(size / unit.len());
    let long = filled("長");
    for (name, text) in [
        ("brackets", filled("[")),
        ("brackets round", filled("(")),
        ("fields in fields", filled("a: (b: [")),
        ("lists in lists", format!("(maps: {}", filled("[("))),
        ("empty records", format!("(maps: [{}])", filled("(),"))),
        ("records without an end", format!("(maps: [(touchpoints: [{}", filled("(title: \"x\","))),
        ("names of lists", filled("touchpoints: [ ")),
        ("quotes", filled("\"")),
        ("quotes and backslashes", filled("\"\\")),
        ("values without an end", filled("a: {")),
        ("comments", filled("// \n")),
        ("comments in comments", filled("/*")),
        ("a word", filled("x")),
        ("a long title", format!("(title: \"{long}\")")),
        (
            "a long variant",
            format!(
                "(maps: [(id: \"0000000000000001\", touchpoints: [(id: \"0000000000000001\", mark: {})])])",
                filled("G")
            ),
        ),
        ("a long field name", format!("({}: 1)", filled("n"))),
        ("a long id", format!("(maps: [(id: \"{long}\")])")),
        ("a long map of extras", format!("(ext: {{{}}})", filled("\"a\": [1],"))),
        ("digits", format!("(maps: [(id: 1, touchpoints: [(code: {})])])", filled("9"))),
        ("field after field", format!("(maps: [({})])", numbered(size / 10))),
        ("line ends", filled("\r\n")),
        ("conflicts", filled("<<<<<<< a\n=======\n>>>>>>> b\n")),
        ("zeros", filled("\0")),
    ] {
        let (opened, _) = tried(name, text.as_bytes());
        assert!(opened.is_err(), "{name}");
    }
}
