//! Findings for any project: each is about something that is there, and can be said.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "support/mod.rs"]
mod support;

use touchline::{
    message,
    method::finding::{Finding, Thing, findings},
    model::{Date, FindingKind, Project},
    text::Language,
};

const TODAY: Date = Date::constant(2027, 6, 1);

fn is_there(project: &Project, finding: &Finding) -> bool {
    let Some(map) = finding.map else {
        return finding.thing == Thing::Project;
    };
    let Some(map) = project.map(map) else { return false };
    match finding.thing {
        Thing::Project => false,
        Thing::Stage(id) => map.stage(id).is_some(),
        Thing::Step(id) => map.column(id).is_some(),
        Thing::Touchpoint(id) => map.touchpoint(id).is_some(),
        Thing::Task(id, task) => {
            map.touchpoint(id).is_some_and(|card| card.tasks.iter().any(|it| it.id == task))
        }
        Thing::Link(id) => map.link(id).is_some(),
    }
}

#[test]
fn every_finding_is_about_something_that_is_there() {
    let texts: Vec<_> = Language::iter().map(Language::load).collect();
    let mut kinds = std::collections::BTreeSet::new();
    for seed in 0..300 {
        let mut project = support::project(seed);
        let silent = std::mem::take(&mut project.silent);
        let all = findings(&project, TODAY);
        for (at, finding) in all.iter().enumerate() {
            assert!(is_there(&project, finding), "seed {seed}: {finding:?}");
            assert!(!all[..at].contains(finding), "seed {seed}: twice {finding:?}");
            for text in &texts {
                let words = message::finding(text, &project, finding);
                let is_said = !words.thing.is_empty() && words.sentence.contains(&words.thing);
                let is_task = matches!(finding.thing, Thing::Task(..) | Thing::Project);
                assert!(is_said || is_task, "seed {seed}: {words:?}");
                assert!(!words.sentence.is_empty(), "seed {seed}: {finding:?}");
            }
            kinds.insert(finding.kind);
        }
        let shown: Vec<_> = all.iter().filter(|it| !silent.contains(&it.kind)).copied().collect();
        project.silent = silent;
        assert_eq!(findings(&project, TODAY), shown, "seed {seed}");
    }
    assert_eq!(kinds.len(), FindingKind::ALL.len(), "every kind is tried: {kinds:?}");
}
