//! Every repair, by its sentence; what comes out is valid and stays as it is.

use crate::{
    file::{self, Note},
    model::Project,
};

/// A map with one step, one lane, and what a case is about.
fn map(rest: &str) -> String {
    format!(
        "(maps: [(id: \"00000000000000aa\", title: \"M\", stages: [(id: \"00000000000000b1\", \
         name: \"S\", steps: [(id: \"00000000000000c1\")])], lanes: [(id: \
         \"00000000000000d1\")], {rest})])"
    )
}

fn card(id: u32, rest: &str) -> String {
    format!("(id: \"{id:016x}\", {rest})")
}

fn link(id: u32, from: u32, to: u32, rest: &str) -> String {
    format!("(id: \"{id:016x}\", from: \"{from:016x}\", to: \"{to:016x}\", {rest})")
}

/// Reads a text, finds the repairs as expected, and nothing more to repair afterwards.
fn check(text: &str, expected: &[&str]) -> Project {
    let opened = file::read(text.as_bytes()).unwrap_or_else(|e| panic!("{text}: {e}"));
    let sentence = |note: &Note| match note {
        Note::Repaired(repair) => Some(repair.to_string()),
        _ => None,
    };
    let repairs: Vec<_> = opened.notes.iter().filter_map(sentence).collect();
    assert_eq!(repairs, expected, "{text}");
    assert_eq!(opened.project.check(), [], "{text}");
    let again = file::read(text.as_bytes()).map(|again| again.project);
    assert_eq!(again.as_ref(), Ok(&opened.project), "the same file gives the same project");
    let saved = file::read(&file::write(&opened.project)).unwrap();
    assert_eq!((&saved.project, saved.notes), (&opened.project, vec![]), "{text}");
    opened.project
}

#[test]
fn a_card_is_never_dropped() {
    let placed = |place: &str| {
        let rest = format!("code: 1, title: \"A\", place: {place}");
        map(&format!("touchpoints: [{}]", card(1, &rest)))
    };
    let (step, lane) = ("00000000000000c1", "00000000000000d1");
    for (place, expected) in [
        (
            format!("Cell(\"00000000000000ff\", \"{lane}\", \"V\")"),
            "map “M”: touchpoint T1 “A” was on a step that is missing; it is in the inbox now",
        ),
        (
            format!("Cell(\"{step}\", \"00000000000000ff\", \"V\")"),
            "map “M”: touchpoint T1 “A” was in a lane that is missing; it is in the inbox now",
        ),
        (
            format!("Cell(\"{step}\", \"{lane}\", \"0\")"),
            "map “M”: the order of touchpoint T1 “A” in its place could not be read; it was \
             given one",
        ),
    ] {
        let project = check(&placed(&place), &[expected]);
        assert_eq!(project.maps[0].touchpoints.len(), 1);
    }
    check(
        &map(&format!("touchpoints: [{}]", card(1, "code: 1, title: \"A\""))),
        &["map “M”: touchpoint T1 “A” had no place; it is in the inbox now"],
    );
}

#[test]
fn values_out_of_range_are_replaced() {
    let inbox = |rest: &str| {
        let rest = format!("place: Inbox(\"V\"), {rest}");
        map(&format!("touchpoints: [{}]", card(1, &rest)))
    };
    check(
        &inbox("code: 1, title: \" \""),
        &["map “M”: touchpoint T1 had no title; it is called “Untitled” now"],
    );
    check(
        &inbox("code: 1, title: \"A\", emotion: -3"),
        &["map “M”: touchpoint T1 “A” had the emotion -3, which is not between −2 and +2; it \
           has none now"],
    );
    check(&inbox("title: \"A\""), &["map “M”: touchpoint “A” had no code; it has T1 now"]);
    for code in ["0", "-1", "1000000000", "9223372036854775807"] {
        let sentence = format!(
            "map “M”: the code T{code} of touchpoint “A” could not be kept; the code is T1 now"
        );
        check(&inbox(&format!("title: \"A\", code: {code}")), &[&sentence]);
    }
    let project = check(&inbox("title: \"A\", code: 999999999"), &[]);
    assert_eq!(project.next_code.0, 1_000_000_000);
    check(
        &map("persona: \"0000000000000009\""),
        &["map “M”: its persona is not in the project; the map has no persona now"],
    );
}

#[test]
fn the_counter_of_codes_is_never_behind() {
    let text = |counter: &str, codes: [u32; 3]| {
        let cards: Vec<_> = (1..)
            .zip(codes)
            .map(|(id, code)| {
                card(id, &format!("code: {code}, title: \"A{id}\", place: Inbox(\"V\")"))
            })
            .collect();
        map(&format!("touchpoints: [{}]", cards.join(", "))).replacen(
            '(',
            &format!("({counter}"),
            1,
        )
    };
    assert_eq!(check(&text("", [1, 2, 7]), &[]).next_code.0, 8);
    assert_eq!(check(&text("next_code: 9, ", [1, 2, 7]), &[]).next_code.0, 9);
    let behind = "the counter of codes did not fit the touchpoints; the next code is T8 now";
    for counter in ["next_code: 7, ", "next_code: 0, ", "next_code: 4294967296, "] {
        assert_eq!(check(&text(counter, [1, 2, 7]), &[behind]).next_code.0, 8);
    }
    let merged = check(
        &text("next_code: 9, ", [8, 8, 8]),
        &[
            "map “M”: the code T8 of touchpoint “A2” could not be kept; the code is T9 now",
            "map “M”: the code T8 of touchpoint “A3” could not be kept; the code is T10 now",
        ],
    );
    assert_eq!(merged.next_code.0, 11);
}

#[test]
fn links_that_lead_nowhere_are_removed() {
    let linked = |links: &[String]| {
        let a = card(1, "code: 1, title: \"A\", place: Inbox(\"V\")");
        let b = card(2, "code: 2, title: \"B\", place: Inbox(\"V\")");
        map(&format!("touchpoints: [{a}, {b}], links: [{}]", links.join(", ")))
    };
    check(
        &linked(&[link(1, 1, 3, "label: \"too dear\""), link(2, 3, 1, "")]),
        &[
            "map “M”: the link “too dear” led from or to a touchpoint that is missing; it was \
             removed",
            "map “M”: a link led from or to a touchpoint that is missing; it was removed",
        ],
    );
    check(
        &linked(&[link(1, 1, 1, "")]),
        &["map “M”: a link led from T1 to itself; it was removed"],
    );
    let project = check(
        &linked(&[link(1, 1, 2, ""), link(2, 1, 2, ""), link(3, 2, 1, "share: 101")]),
        &[
            "map “M”: a link led from T1 to T2 a second time; it was removed",
            "map “M”: a link had a share of 101 %, which is not between 0 and 100 %; it has \
             none now",
        ],
    );
    assert_eq!(project.maps[0].links.len(), 2);
}

#[test]
fn repeated_ids_are_made_new_and_references_follow_inside_their_map() {
    let part = |codes: [u32; 2]| {
        let cards = codes.map(|code| {
            let place = "Cell(\"00000000000000c1\", \"00000000000000d1\", \"V\")";
            card(code % 2, &format!("code: {code}, title: \"A{code}\", place: {place}"))
        });
        let links = link(1, 0, 1, "");
        map(&format!("touchpoints: [{}], links: [{links}]", cards.join(", ")))
    };
    let (first, second) = (part([2, 3]), part([4, 5]));
    let both = format!("{}, {}", &first[..first.len() - 2], &second["(maps: [".len()..]);
    let new = |noun: &str, name: &str| {
        format!("map “M”: two {noun} had the same id; the later one, “{name}”, has a new id")
    };
    let project = check(
        &both,
        &[
            &new("maps", "M"),
            &new("stages", "S"),
            &new("steps", ""),
            &new("lanes", ""),
            &new("touchpoints", "A4"),
            &new("touchpoints", "A5"),
            &new("links", ""),
        ]
        .each_ref()
        .map(|sentence| sentence.as_str()),
    );
    let later = &project.maps[1];
    let arrow = &later.links[0];
    assert_eq!((arrow.from, arrow.to), (later.touchpoints[0].id, later.touchpoints[1].id));
    let cell = later.touchpoints[0].place.cell.unwrap();
    assert_eq!((cell.step, cell.lane), (later.stages[0].steps[0].id, later.lanes[0].id));

    // In one map, references go to the first.
    let cards = [1, 1, 2].map(|id| card(id, "title: \"A\", place: Inbox(\"V\")")).join(", ");
    let links = link(1, 1, 2, "");
    let text = map(&format!("touchpoints: [{cards}], links: [{links}]"));
    let project = file::read(text.as_bytes()).unwrap().project;
    let only = &project.maps[0];
    assert_eq!(only.links[0].from, only.touchpoints[0].id);
    assert_ne!(only.touchpoints[0].id, only.touchpoints[1].id);
}

#[test]
fn what_the_method_cannot_read_is_named_and_the_rest_stays() {
    let inbox = |rest: &str| {
        let rest = format!("place: Inbox(\"V\"), code: 1, title: \"A\", {rest}");
        map(&format!("touchpoints: [{}]", card(1, &rest)))
    };
    let score = "map “M”: touchpoint T1 “A” had a rating of 6, which is not between 1 and 5; it \
                 has none now";
    let project = check(&inbox("impact: 6, effort: 2"), &[score]);
    assert_eq!(project.maps[0].touchpoints[0].feasibility.effort.unwrap().value(), 2);
    let project =
        check(&inbox("qualities: (simple: 6, simple_note: \"n\", personal: 1)"), &[score]);
    assert_eq!(project.maps[0].touchpoints[0].qualities.iter().count(), 2);
    let task = |id: u32, rest: &str| format!("(id: \"{id:016x}\", {rest})");
    let project = check(
        &inbox(&format!(
            "tasks: [{}, {}, {}]",
            task(1, "text: \"a\", due: \"2026-02-30\""),
            task(1, "text: \"b\", due: \"2026-02-28\""),
            task(2, "")
        )),
        &[
            "map “M”: the date “2026-02-30” could not be read; it was removed",
            "map “M”: two tasks had the same id; the later one, “b”, has a new id",
            "map “M”: a task of T1 had no text; it is called “Untitled” now",
        ],
    );
    assert_eq!(project.maps[0].touchpoints[0].tasks.len(), 3);
    let audit = "(id: \"00000000000000e1\", date: \"soon\", by: \"Ann\", entries: [(touchpoint: \
                 \"00000000000000ff\", title: \"Gone\", simple: 9, personal: 5)])";
    let project = check(
        &map(&format!("audits: [{audit}]")),
        &[
            "map “M”: in an audit, “Gone” had a rating of 9, which is not between 1 and 5; it has \
             none now",
            "map “M”: the date “soon” could not be read; it is 1970-01-01 now",
        ],
    );
    assert_eq!(project.maps[0].audits[0].entries[0].title, "Gone");
    check(
        "(rhythm: Weeks(0), next_review: \"2026-13-01\")",
        &[
            "a review every 0 weeks is not possible; the project has no rhythm now",
            "the date “2026-13-01” could not be read; it was removed",
        ],
    );
}

/// What a snapshot speaks of may be gone: a persona, a lane. Its ids are those of the maps.
#[test]
fn a_snapshot_is_a_world_of_its_own() {
    let whole = map("persona: \"0000000000000009\"");
    let maps = &whole["(maps: [".len()..whole.len() - 2];
    let snapshot = format!(
        "(id: \"00000000000000f1\", name: \"Autumn\", date: \"2026-11-23\", maps: [{maps}])"
    );
    let text = format!(
        "(maps: [{}], snapshots: [{snapshot}])",
        &map("")["(maps: [".len()..][..map("").len() - 10]
    );
    let project = check(&text, &[]);
    let past = &project.snapshots[0].maps[0];
    assert_eq!((past.id, past.persona), (project.maps[0].id, Some(9.into())));
}
