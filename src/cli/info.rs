//! `touchline info`: what is in a project, as tables for people and as JSON for programs.

mod numbers;

use self::numbers::NumbersSummary;
use super::{Exit, Info, terminal};
use crate::{
    export::Progress,
    file,
    model::{
        Cell, Date, JourneyMap, Mark, Period, Project, Role, Score, Task, TaskState, Touchpoint,
    },
    text::Text,
};
use serde::Serialize;
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr as _;

/// Of the JSON. Goes up when something that was there changes or goes; additions keep it.
const SCHEMA: u32 = 1;

pub(super) fn run(info: &Info, text: &Text) -> anyhow::Result<Exit> {
    let opened =
        terminal::watched(&Progress::default(), |_| text.cli_opening(), || file::open(&info.file))
            .map_err(|error| super::unopened(&error, text))?;
    let summary = Summary::of(&opened.project, jiff::Zoned::now().date());
    terminal::print(&if info.json { json(&summary)? } else { tables(&summary, text) })?;
    Ok(Exit::Fine)
}

#[derive(Serialize)]
struct Summary<'a> {
    schema: u32,
    title: &'a str,
    maps: Vec<MapSummary<'a>>,
}

#[derive(Serialize)]
struct MapSummary<'a> {
    title: &'a str,
    persona: Option<&'a str>,
    marks: Marks,
    stages: Vec<StageSummary<'a>>,
    lanes: Vec<LaneSummary<'a>>,
    /// Column by column, in each from the top; then the inbox.
    touchpoints: Vec<TouchpointSummary<'a>>,
    links: Vec<LinkSummary<'a>>,
    numbers: NumbersSummary<'a>,
}

#[derive(Serialize, Default)]
struct Marks {
    positive: usize,
    decision: usize,
    friction: usize,
    unmarked: usize,
}

#[derive(Serialize)]
struct StageSummary<'a> {
    name: &'a str,
    period: Option<&'static str>,
    steps: Vec<StepSummary<'a>>,
}

#[derive(Serialize)]
struct StepSummary<'a> {
    /// Of the map, from 1.
    number: usize,
    action: &'a str,
}

#[derive(Serialize)]
struct LaneSummary<'a> {
    name: &'a str,
    role: &'static str,
}

#[derive(Serialize)]
struct TouchpointSummary<'a> {
    code: String,
    title: &'a str,
    mark: Option<&'static str>,
    stage: Option<&'a str>,
    /// Number of the step, as in `steps`.
    step: Option<usize>,
    lane: Option<&'a str>,
    /// In its cell, or in the inbox; from 1.
    place: usize,
    inbox: bool,
    owner: &'a str,
    /// 1 to 5.
    impact: Option<u8>,
    /// 1 to 5.
    effort: Option<u8>,
    tasks: Vec<TaskSummary<'a>>,
}

#[derive(Serialize)]
struct TaskSummary<'a> {
    text: &'a str,
    state: &'static str,
    owner: &'a str,
    /// Year, month and day.
    due: Option<String>,
    tool: &'a str,
}

impl<'a> TaskSummary<'a> {
    fn of(task: &'a Task) -> Self {
        let state = match task.state {
            TaskState::Open => "open",
            TaskState::Doing => "doing",
            TaskState::Done => "done",
        };
        let due = task.due.map(|due| due.to_string());
        Self { text: &task.text, state, owner: &task.owner, due, tool: &task.tool }
    }
}

#[derive(Serialize)]
struct LinkSummary<'a> {
    from: String,
    to: String,
    label: &'a str,
    share: Option<u8>,
    /// It is meant to lead back.
    is_loop: bool,
}

impl<'a> Summary<'a> {
    fn of(project: &'a Project, today: Date) -> Self {
        let persona = |map: &JourneyMap| Some(&*project.persona(map.persona?)?.name);
        let maps = project.maps.iter().map(|map| MapSummary::of(map, persona(map), today));
        Self { schema: SCHEMA, title: &project.title, maps: maps.collect() }
    }
}

impl<'a> MapSummary<'a> {
    fn of(map: &'a JourneyMap, persona: Option<&'a str>, today: Date) -> Self {
        let mut numbers = 1..;
        let stages = map.stages.iter().map(|stage| StageSummary {
            name: &stage.name,
            period: stage.period.map(period_word),
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
            .map(|lane| LaneSummary { name: &lane.name, role: role_word(lane.role) });
        let codes: BTreeMap<_, _> = map.touchpoints.iter().map(|it| (it.id, it.code)).collect();
        let code = |id| codes.get(id).map(ToString::to_string).unwrap_or_default();
        let links = map.links.iter().map(|link| LinkSummary {
            from: code(&link.from),
            to: code(&link.to),
            label: &link.label,
            share: link.share,
            is_loop: link.is_loop,
        });
        Self {
            title: &map.title,
            persona,
            marks: Marks::of(map),
            stages: stages.collect(),
            lanes: lanes.collect(),
            touchpoints: touchpoints(map),
            links: links.collect(),
            numbers: NumbersSummary::of(map, today),
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

fn touchpoints(map: &JourneyMap) -> Vec<TouchpointSummary<'_>> {
    let columns: BTreeMap<_, _> = map
        .columns()
        .zip(1..)
        .map(|(column, number)| (column.step.id, (number, column.stage)))
        .collect();
    let lanes: BTreeMap<_, _> =
        map.lanes.iter().zip(0..).map(|(lane, at)| (lane.id, (at, lane))).collect();
    let spot = |cell: Cell| Some((columns.get(&cell.step)?, lanes.get(&cell.lane)?));
    // By column and lane, the inbox last, and in each place by rank.
    let mut places: BTreeMap<(usize, usize), Vec<&Touchpoint>> = BTreeMap::new();
    for touchpoint in &map.touchpoints {
        let place = touchpoint.place.cell.and_then(spot);
        let place = place.map_or((usize::MAX, 0), |((number, _), (lane, _))| (*number, *lane));
        places.entry(place).or_default().push(touchpoint);
    }
    let in_order = places.into_values().flat_map(|mut cards| {
        cards.sort_by(|a, b| a.place.rank.cmp(&b.place.rank));
        cards.into_iter().zip(1..)
    });
    let summaries = in_order.map(|(touchpoint, place)| {
        let spot = touchpoint.place.cell.and_then(spot);
        TouchpointSummary {
            code: touchpoint.code.to_string(),
            title: &touchpoint.title,
            mark: touchpoint.mark.map(mark_word),
            stage: spot.map(|((_, stage), _)| &*stage.name),
            step: spot.map(|((number, _), _)| *number),
            lane: spot.map(|(_, (_, lane))| &*lane.name),
            place,
            inbox: spot.is_none(),
            owner: &touchpoint.owner,
            impact: touchpoint.feasibility.impact.map(Score::value),
            effort: touchpoint.feasibility.effort.map(Score::value),
            tasks: touchpoint.tasks.iter().map(TaskSummary::of).collect(),
        }
    });
    summaries.collect()
}

fn mark_word(mark: Mark) -> &'static str {
    match mark {
        Mark::Positive => "positive",
        Mark::Decision => "decision",
        Mark::Friction => "friction",
    }
}

fn period_word(period: Period) -> &'static str {
    match period {
        Period::Before => "before",
        Period::During => "during",
        Period::After => "after",
        Period::Service => "service",
    }
}

fn role_word(role: Role) -> &'static str {
    match role {
        Role::Touchpoints => "touchpoints",
        Role::FrontStage => "front stage",
        Role::BackStage => "back stage",
        Role::Support => "support",
        Role::Custom => "custom",
    }
}

fn json(summary: &Summary<'_>) -> anyhow::Result<String> {
    let mut text = serde_json::to_string_pretty(summary)?;
    // JSON leaves some characters as they are that a terminal obeys.
    let commands = |c: char| c != '\n' && terminal::is_command(c);
    if text.contains(commands) {
        let escaped = text.chars().map(|c| {
            let code = u32::from(c);
            if commands(c) { format!("\\u{code:04x}") } else { c.to_string() }
        });
        text = escaped.collect();
    }
    text.push('\n');
    Ok(text)
}

fn tables(summary: &Summary<'_>, text: &Text) -> String {
    let mut out = String::new();
    let title = if summary.title.is_empty() { text.untitled() } else { summary.title.to_owned() };
    out.push_str(&terminal::printable(&title));
    out.push('\n');
    for (map, number) in summary.maps.iter().zip(1_u64..) {
        out.push('\n');
        let title = if map.title.is_empty() { text.untitled() } else { map.title.to_owned() };
        out.push_str(&terminal::printable(&text.cli_info_map(number, title)));
        out.push('\n');
        push_table(&mut out, &facts(map, text));
        if !map.touchpoints.is_empty() {
            out.push('\n');
            push_table(&mut out, &rows(map, text));
        }
    }
    out
}

/// What there is to say about a map as a whole.
fn facts(map: &MapSummary<'_>, text: &Text) -> Vec<Vec<String>> {
    let steps = map.stages.iter().map(|stage| stage.steps.len()).sum::<usize>();
    let inbox = map.touchpoints.iter().filter(|touchpoint| touchpoint.inbox).count();
    let names = |names: Vec<&str>| match names.len() {
        0 => "0".to_owned(),
        count => format!("{count}: {}", names.join(", ")),
    };
    let Marks { positive, decision, friction, unmarked } = map.numbers.marks;
    let mut facts = Vec::new();
    if let Some(persona) = map.persona {
        facts.push(vec![text.cli_info_persona(), persona.to_owned()]);
    }
    facts.extend([
        vec![text.cli_info_stages(), names(map.stages.iter().map(|stage| stage.name).collect())],
        vec![text.cli_info_steps(), steps.to_string()],
        vec![text.cli_info_lanes(), names(map.lanes.iter().map(|lane| lane.name).collect())],
        vec![
            text.cli_info_touchpoints(),
            text.cli_info_count(inbox as u64, map.touchpoints.len() as u64),
        ],
        vec![
            text.cli_info_marks(),
            text.cli_info_mark_counts(
                positive as u64,
                decision as u64,
                friction as u64,
                unmarked as u64,
            ),
        ],
        vec![text.cli_info_links(), map.links.len().to_string()],
    ]);
    facts.extend(map.numbers.facts(text));
    facts
}

/// The touchpoints of a map, under the names of the columns.
fn rows(map: &MapSummary<'_>, text: &Text) -> Vec<Vec<String>> {
    let head = vec![
        text.cli_info_code(),
        text.cli_info_mark(),
        text.cli_info_stage(),
        text.cli_info_step(),
        text.cli_info_lane(),
        text.cli_info_title(),
    ];
    let rows = map.touchpoints.iter().map(|touchpoint| {
        let stage = touchpoint.stage.map_or_else(|| text.cli_info_inbox(), str::to_owned);
        vec![
            touchpoint.code.clone(),
            touchpoint.mark.map(|mark| text.cli_info_mark_name(mark)).unwrap_or_default(),
            stage,
            touchpoint.step.map(|step| step.to_string()).unwrap_or_default(),
            touchpoint.lane.unwrap_or_default().to_owned(),
            touchpoint.title.to_owned(),
        ]
    });
    std::iter::once(head).chain(rows).collect()
}

/// Columns under each other, whatever script they are in.
pub(super) fn push_table(out: &mut String, rows: &[Vec<String>]) {
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| terminal::printable(cell)).collect()).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|at| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.width()).max())
        .map(Option::unwrap_or_default)
        .collect();
    for row in &rows {
        let mut line = String::from(" ");
        for (cell, &width) in row.iter().zip(&widths) {
            line.push(' ');
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width - cell.width() + 1));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
}
