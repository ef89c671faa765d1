//! `touchline info`: what is in a project, as tables for people and as JSON for programs.

mod card;
mod numbers;
mod summary;
mod word;

use self::summary::{MapSummary, Marks, Summary};
use super::{Exit, Info, terminal};
use crate::{export::Progress, file, layout, message, text::Text};
use unicode_width::UnicodeWidthStr as _;

pub(super) fn run(info: &Info, text: &Text) -> anyhow::Result<Exit> {
    let opened =
        terminal::watched(&Progress::default(), |_| text.cli_opening(), || file::open(&info.file))
            .map_err(|error| super::unopened(&error, text))?;
    let summary = Summary::of(&opened.project, jiff::Zoned::now().date());
    terminal::print(&if info.json { json(&summary)? } else { tables(&summary, text) })?;
    Ok(Exit::Fine)
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
    let mut about = Vec::new();
    if !summary.owner.trim().is_empty() {
        about.push(vec![text.review_owner(), summary.owner.to_owned()]);
    }
    if let Some(day) = summary.review.day {
        about.push(vec![text.cli_info_review(), message::day(text, day)]);
    }
    push_table(&mut out, &about);
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
    for (name, words) in [
        (text.maps_scenario(), map.scenario),
        (text.maps_goal(), map.goal),
        (text.review_owner(), map.owner),
    ] {
        if !words.trim().is_empty() {
            facts.push(vec![name, words.to_owned()]);
        }
    }
    if let Some(state) = map.shows {
        facts.push(vec![text.maps_state(), layout::state_words(state, text)]);
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
