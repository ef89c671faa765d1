//! What is in a project, as JSON: names that stay, and `null` for what is not known.

use super::{
    card::{TouchpointSummary, touchpoints},
    numbers::NumbersSummary,
    word,
};
use crate::{
    method::{audit::judged, walk::walk},
    model::{Date, JourneyMap, MapState, Mark, Project, Review, Rhythm},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// Goes up when something that was there changes or goes; additions keep it.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
pub struct Summary<'a> {
    schema: u32,
    pub title: &'a str,
    pub owner: &'a str,
    pub review: ReviewSummary,
    /// The maps as they were at each review.
    snapshots: Vec<SnapshotSummary<'a>>,
    pub maps: Vec<MapSummary<'a>>,
}

/// When the project is looked at again.
#[derive(Serialize)]
pub struct ReviewSummary {
    rhythm: Option<&'static str>,
    /// Of a rhythm in weeks.
    weeks: Option<u16>,
    last: Option<String>,
    next: Option<String>,
    #[serde(skip)]
    pub day: Option<Date>,
}

#[derive(Serialize)]
struct SnapshotSummary<'a> {
    name: &'a str,
    date: String,
}

#[derive(Serialize)]
pub struct MapSummary<'a> {
    pub title: &'a str,
    pub persona: Option<&'a str>,
    pub scenario: &'a str,
    pub goal: &'a str,
    state: Option<&'static str>,
    #[serde(skip)]
    pub shows: Option<MapState>,
    pub owner: &'a str,
    /// In the inbox too.
    marks: Marks,
    pub stages: Vec<StageSummary<'a>>,
    pub lanes: Vec<LaneSummary<'a>>,
    /// Column by column, in each from the top; then the inbox.
    pub touchpoints: Vec<TouchpointSummary<'a>>,
    pub links: Vec<LinkSummary<'a>>,
    pub numbers: NumbersSummary<'a>,
    audits: Vec<AuditSummary<'a>>,
}

#[derive(Serialize)]
struct AuditSummary<'a> {
    date: String,
    by: &'a str,
    done: bool,
    /// How many of the touchpoints on the map.
    judged: usize,
}

#[derive(Serialize, Default)]
pub struct Marks {
    pub positive: usize,
    pub decision: usize,
    pub friction: usize,
    pub unmarked: usize,
}

#[derive(Serialize)]
pub struct StageSummary<'a> {
    pub name: &'a str,
    period: Option<&'static str>,
    pub steps: Vec<StepSummary<'a>>,
}

#[derive(Serialize)]
pub struct StepSummary<'a> {
    /// Of the map, from 1.
    number: usize,
    action: &'a str,
}

#[derive(Serialize)]
pub struct LaneSummary<'a> {
    pub name: &'a str,
    role: &'static str,
}

#[derive(Serialize)]
pub struct LinkSummary<'a> {
    from: String,
    to: String,
    label: &'a str,
    share: Option<u8>,
    /// It is meant to lead back.
    is_loop: bool,
}

impl<'a> Summary<'a> {
    /// What is said of a project, on a day.
    pub fn of(project: &'a Project, today: Date) -> Self {
        let persona = |map: &JourneyMap| Some(&*project.persona(map.persona?)?.name);
        let maps = project.maps.iter().map(|map| MapSummary::of(map, persona(map), today));
        let snapshots = project.snapshots.iter();
        let snapshots =
            snapshots.map(|it| SnapshotSummary { name: &it.name, date: it.date.to_string() });
        Self {
            schema: SCHEMA,
            title: &project.title,
            owner: &project.owner,
            review: ReviewSummary::of(&project.review),
            snapshots: snapshots.collect(),
            maps: maps.collect(),
        }
    }
}

impl ReviewSummary {
    fn of(review: &Review) -> Self {
        let weeks = match review.rhythm {
            Some(Rhythm::Weeks(weeks)) => Some(weeks),
            _ => None,
        };
        Self {
            rhythm: review.rhythm.map(word::rhythm),
            weeks,
            last: review.last.map(|day| day.to_string()),
            next: review.next.map(|day| day.to_string()),
            day: review.next,
        }
    }
}

impl<'a> MapSummary<'a> {
    fn of(map: &'a JourneyMap, persona: Option<&'a str>, today: Date) -> Self {
        let mut numbers = 1..;
        let stages = map.stages.iter().map(|stage| StageSummary {
            name: &stage.name,
            period: stage.period.map(word::period),
            steps: stage
                .steps
                .iter()
                .zip(&mut numbers)
                .map(|(step, number)| StepSummary { number, action: &step.action })
                .collect(),
        });
        let lanes = map
            .lanes
            .iter()
            .map(|lane| LaneSummary { name: &lane.name, role: word::role(lane.role) });
        let codes: BTreeMap<_, _> = map.touchpoints.iter().map(|it| (it.id, it.code)).collect();
        let code = |id| codes.get(id).map(ToString::to_string).unwrap_or_default();
        let links = map.links.iter().map(|link| LinkSummary {
            from: code(&link.from),
            to: code(&link.to),
            label: &link.label,
            share: link.share,
            is_loop: link.is_loop,
        });
        let stops = walk(map);
        let audits = map.audits.iter().map(|audit| AuditSummary {
            date: audit.date.to_string(),
            by: &audit.by,
            done: audit.is_done,
            judged: judged(&stops, audit),
        });
        Self {
            title: &map.title,
            persona,
            scenario: &map.scenario,
            goal: &map.goal,
            state: map.state.map(word::state),
            shows: map.state,
            owner: &map.owner,
            marks: Marks::of(map),
            stages: stages.collect(),
            lanes: lanes.collect(),
            touchpoints: touchpoints(map),
            links: links.collect(),
            numbers: NumbersSummary::of(map, today),
            audits: audits.collect(),
        }
    }
}

impl Marks {
    fn of(map: &JourneyMap) -> Self {
        let mut marks = Self::default();
        for touchpoint in &map.touchpoints {
            match touchpoint.mark {
                Some(Mark::Positive) => marks.positive += 1,
                Some(Mark::Decision) => marks.decision += 1,
                Some(Mark::Friction) => marks.friction += 1,
                None => marks.unmarked += 1,
            }
        }
        marks
    }
}
