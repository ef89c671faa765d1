//! The canonical text of a project: fixed order of fields, a line for each small value, a block
//! for each touchpoint, defaults not written. `ron` has no way to say which records are lines and
//! which are blocks, so that the text is written here and read there.

use super::{fragment::Fragment, v1};
use crate::model::{
    Audit, Date, Ext, Feasibility, JourneyMap, Lane, Link, Persona, Place, Project, Qualities,
    Quality, Review, Rhythm, Role, Score, Snapshot, Stage, Step, Task, TaskState, Touchpoint,
};
use std::{fmt::Display, sync::Arc};

/// The oldest format that has a place for all of it: without the method it is the first, so that
/// files from before it are not written anew, and older readers keep them.
pub(super) fn format(project: &Project) -> u32 {
    let is_plain = project.owner.is_empty()
        && project.review == Review::default()
        && project.silent.is_empty()
        && project.snapshots.is_empty()
        && project.maps.iter().all(|map| is_plain_map(map));
    if is_plain { 1 } else { 2 }
}

fn is_plain_map(map: &JourneyMap) -> bool {
    let is_plain_card = |card: &Touchpoint| {
        let is_free = card.feasibility == Feasibility::default();
        is_free && card.qualities.is_empty() && card.tasks.is_empty()
    };
    let texts = [&map.scenario, &map.goal, &map.owner];
    texts.iter().all(|text| text.is_empty())
        && map.state.is_none()
        && map.audits.is_empty()
        && map.links.iter().all(|link| !link.is_loop)
        && map.touchpoints.iter().all(|card| is_plain_card(card))
}

/// The project without its header line.
pub(super) fn project(project: &Project) -> String {
    let cards =
        project.maps.iter().map(|map| map.touchpoints.len() + map.links.len()).sum::<usize>();
    let mut text = String::with_capacity(1024 + cards * 256);
    record(&mut text, Shape::Block(0), |fields| {
        fields.text("title", &project.title);
        fields.text("notes", &project.notes);
        fields.text("owner", &project.owner);
        fields.maybe("rhythm", project.review.rhythm.map(rhythm));
        fields.date("last_review", project.review.last);
        fields.date("next_review", project.review.next);
        if !project.silent.is_empty() {
            let kinds: Vec<_> =
                project.silent.iter().map(|&it| v1::FindingKind::word(it)).collect();
            fields.value("silent", format!("[{}]", kinds.join(", ")));
        }
        if project.next_code.0 != highest_code(project) + 1 {
            fields.value("next_code", project.next_code.0);
        }
        fields.list("personas", &project.personas, false, persona);
        fields.list("maps", &project.maps, true, |fields, map| journey_map(fields, map));
        fields.ext(&project.ext);
        fields.list("snapshots", &project.snapshots, true, |fields, it| snapshot(fields, it));
    });
    text.push('\n');
    text
}

/// A fragment without its first line.
pub(super) fn fragment(fragment: &Fragment) -> String {
    let mut text = String::new();
    record(&mut text, Shape::Block(0), |fields| {
        fields.list("cards", &fragment.cards, true, |fields, card| {
            fields.maybe("at", card.at.map(|(column, row)| format!("({column}, {row})")));
            fields.record("card", |fields| touchpoint(fields, &card.touchpoint, None));
        });
        fields.list("links", &fragment.links, false, link);
    });
    text.push('\n');
    text
}

fn highest_code(project: &Project) -> u32 {
    let cards = project.maps.iter().flat_map(|map| &map.touchpoints);
    cards.map(|card| card.code.0).max().unwrap_or(0)
}

fn rhythm(rhythm: Rhythm) -> String {
    match rhythm {
        Rhythm::Quarter => "Quarter".into(),
        Rhythm::HalfYear => "HalfYear".into(),
        Rhythm::Year => "Year".into(),
        Rhythm::Weeks(weeks) => format!("Weeks({weeks})"),
    }
}

fn snapshot(fields: &mut Fields, snapshot: &Snapshot) {
    fields.id("id", snapshot.id);
    fields.text("name", &snapshot.name);
    fields.date("date", Some(snapshot.date));
    fields.list("maps", &snapshot.maps, true, |fields, map| journey_map(fields, map));
    fields.ext(&snapshot.ext);
}

fn persona(fields: &mut Fields, persona: &Persona) {
    fields.id("id", persona.id);
    fields.text("name", &persona.name);
    fields.text("notes", &persona.notes);
    fields.ext(&persona.ext);
}

fn journey_map(fields: &mut Fields, map: &JourneyMap) {
    fields.id("id", map.id);
    fields.text("title", &map.title);
    if let Some(persona) = map.persona {
        fields.id("persona", persona);
    }
    fields.text("scenario", &map.scenario);
    fields.text("goal", &map.goal);
    fields.maybe("state", map.state.map(v1::MapState::word));
    fields.text("owner", &map.owner);
    fields.text("notes", &map.notes);
    fields.list("stages", &map.stages, true, stage);
    fields.list("lanes", &map.lanes, false, lane);
    fields.list("touchpoints", &map.touchpoints, true, |fields, card: &Arc<Touchpoint>| {
        touchpoint(fields, card, Some(&card.place));
    });
    fields.list("links", &map.links, false, |fields, item: &Arc<Link>| link(fields, item));
    fields.list("audits", &map.audits, true, |fields, item: &Arc<Audit>| audit(fields, item));
    fields.ext(&map.ext);
}

fn audit(fields: &mut Fields, audit: &Audit) {
    fields.id("id", audit.id);
    fields.date("date", Some(audit.date));
    fields.text("by", &audit.by);
    fields.flag("done", audit.is_done);
    fields.list("entries", &audit.entries, false, |fields, entry| {
        fields.id("touchpoint", entry.touchpoint);
        fields.text("title", &entry.title);
        fields.maybe("mark", entry.mark.map(v1::Mark::word));
        for (quality, score) in &entry.scores.0 {
            fields.value(quality_name(*quality).0, score.value());
        }
        fields.text("note", &entry.note);
    });
    fields.ext(&audit.ext);
}

/// What a quality is called in the file, and its note.
fn quality_name(quality: Quality) -> (&'static str, &'static str) {
    match quality {
        Quality::Simple => ("simple", "simple_note"),
        Quality::Appropriate => ("appropriate", "appropriate_note"),
        Quality::Relevant => ("relevant", "relevant_note"),
        Quality::Meaningful => ("meaningful", "meaningful_note"),
        Quality::Appealing => ("appealing", "appealing_note"),
        Quality::Personal => ("personal", "personal_note"),
    }
}

fn stage(fields: &mut Fields, stage: &Stage) {
    fields.id("id", stage.id);
    fields.text("name", &stage.name);
    fields.maybe("period", stage.period.map(v1::Period::word));
    fields.maybe_text("shared", stage.shared.as_deref());
    fields.list("steps", &stage.steps, false, step);
    fields.ext(&stage.ext);
}

fn step(fields: &mut Fields, step: &Step) {
    fields.id("id", step.id);
    fields.text("action", &step.action);
    fields.ext(&step.ext);
}

fn lane(fields: &mut Fields, lane: &Lane) {
    fields.id("id", lane.id);
    fields.text("name", &lane.name);
    if lane.role != Role::default() {
        fields.value("role", v1::Role::word(lane.role));
    }
    fields.ext(&lane.ext);
}

fn touchpoint(fields: &mut Fields, card: &Touchpoint, place: Option<&Place>) {
    fields.id("id", card.id);
    fields.value("code", card.code.0);
    fields.text("title", &card.title);
    if let Some(Place { cell, rank }) = place {
        fields.value(
            "place",
            match cell {
                Some(cell) => format!("Cell(\"{}\", \"{}\", \"{rank}\")", cell.step, cell.lane),
                None => format!("Inbox(\"{rank}\")"),
            },
        );
    }
    fields.maybe("mark", card.mark.map(v1::Mark::word));
    fields.maybe("emotion", card.emotion.map(crate::model::Emotion::value));
    fields.text("channel", &card.channel);
    fields.maybe("control", card.control.map(v1::Control::word));
    fields.maybe("period", card.period.map(v1::Period::word));
    fields.flag("moment_of_truth", card.moment_of_truth);
    fields.text("owner", &card.owner);
    fields.maybe_text("catalog", card.catalog.as_deref());
    fields.text("notes", &card.notes);
    if !card.qualities.is_empty() {
        fields.line("qualities", |fields| qualities(fields, &card.qualities));
    }
    let feasibility = &card.feasibility;
    fields.maybe("impact", feasibility.impact.map(Score::value));
    fields.maybe("effort", feasibility.effort.map(Score::value));
    fields.text("cost", &feasibility.cost);
    fields.maybe("cost_band", feasibility.cost_band.map(v1::CostBand::word));
    fields.maybe("when", feasibility.when.map(v1::When::word));
    fields.maybe("grows", feasibility.grows);
    fields.list("tasks", &card.tasks, false, task);
    fields.ext(&card.ext);
}

fn qualities(fields: &mut Fields, qualities: &Qualities) {
    for (quality, rating) in qualities.iter() {
        let (score, note) = quality_name(quality);
        fields.maybe(score, rating.score.map(Score::value));
        fields.text(note, &rating.note);
    }
}

fn task(fields: &mut Fields, task: &Task) {
    fields.id("id", task.id);
    fields.text("text", &task.text);
    fields.text("owner", &task.owner);
    fields.date("due", task.due);
    if task.state != TaskState::default() {
        fields.value("state", v1::TaskState::word(task.state));
    }
    fields.text("tool", &task.tool);
    fields.ext(&task.ext);
}

fn link(fields: &mut Fields, link: &Link) {
    fields.id("id", link.id);
    fields.id("from", link.from);
    fields.id("to", link.to);
    fields.text("label", &link.label);
    fields.maybe("share", link.share);
    fields.flag("loop", link.is_loop);
    fields.ext(&link.ext);
}

/// How a record stands in the text.
#[derive(Clone, Copy)]
enum Shape {
    /// All in one line.
    Line,
    /// Each field in a line of its own, indented by so many levels and one more.
    Block(usize),
}

fn record(text: &mut String, shape: Shape, fill: impl FnOnce(&mut Fields)) {
    text.push('(');
    let mut fields = Fields { text, shape, first: true };
    fill(&mut fields);
    fields.end();
}

/// The fields of one record, in the order in which they are given.
struct Fields<'a> {
    text: &'a mut String,
    shape: Shape,
    first: bool,
}

impl Fields<'_> {
    fn name(&mut self, name: &str) {
        match self.shape {
            Shape::Line if self.first => {}
            Shape::Line => self.text.push_str(", "),
            Shape::Block(depth) => {
                self.text.push_str(if self.first { "\n" } else { ",\n" });
                indent(self.text, depth + 1);
            }
        }
        self.first = false;
        self.text.push_str(name);
        self.text.push_str(": ");
    }

    fn end(self) {
        if let Shape::Block(depth) = self.shape {
            self.text.push_str(if self.first { "\n" } else { ",\n" });
            indent(self.text, depth);
        }
        self.text.push(')');
    }

    /// A value that needs no quotes.
    fn value(&mut self, name: &str, value: impl Display) {
        self.name(name);
        self.text.push_str(&value.to_string());
    }

    fn maybe(&mut self, name: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.value(name, value);
        }
    }

    /// Where it is so.
    fn flag(&mut self, name: &str, is_so: bool) {
        self.maybe(name, is_so.then_some(true));
    }

    fn date(&mut self, name: &str, date: Option<Date>) {
        if let Some(date) = date {
            self.id(name, date);
        }
    }

    fn id(&mut self, name: &str, id: impl Display) {
        self.name(name);
        self.text.push('"');
        self.text.push_str(&id.to_string());
        self.text.push('"');
    }

    /// A text, where it is not empty.
    fn text(&mut self, name: &str, value: &str) {
        self.maybe_text(name, Some(value).filter(|value| !value.is_empty()));
    }

    fn maybe_text(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.name(name);
            quote(self.text, value);
        }
    }

    fn record(&mut self, name: &str, fill: impl FnOnce(&mut Fields)) {
        self.name(name);
        let shape = match self.shape {
            Shape::Line => Shape::Line,
            Shape::Block(depth) => Shape::Block(depth + 1),
        };
        record(self.text, shape, fill);
    }

    /// A record in one line.
    fn line(&mut self, name: &str, fill: impl FnOnce(&mut Fields)) {
        self.name(name);
        record(self.text, Shape::Line, fill);
    }

    /// A list, where it is not empty: each item a line or a block of its own.
    fn list<T>(
        &mut self,
        name: &str,
        items: &[T],
        blocks: bool,
        mut fill: impl FnMut(&mut Fields, &T),
    ) {
        let Shape::Block(depth) = self.shape else { return };
        if items.is_empty() {
            return;
        }
        self.name(name);
        self.text.push_str("[\n");
        for item in items {
            indent(self.text, depth + 2);
            let shape = if blocks { Shape::Block(depth + 2) } else { Shape::Line };
            record(self.text, shape, |fields| fill(fields, item));
            self.text.push_str(",\n");
        }
        indent(self.text, depth + 1);
        self.text.push(']');
    }

    /// What a later version added, as it was.
    fn ext(&mut self, ext: &Ext) {
        if ext.is_empty() {
            return;
        }
        self.name("ext");
        self.text.push('{');
        for (at, (key, value)) in ext.iter().enumerate() {
            if at > 0 {
                self.text.push_str(", ");
            }
            quote(self.text, key);
            self.text.push_str(": ");
            self.text.push_str(value);
        }
        self.text.push('}');
    }
}

fn indent(text: &mut String, levels: usize) {
    for _ in 0..levels {
        text.push_str("  ");
    }
}

/// A text in quotes, on one line whatever is in it.
pub(super) fn quote(text: &mut String, value: &str) {
    text.push('"');
    let mut rest = value;
    while let Some(at) = rest.find(|c: char| c == '"' || c == '\\' || c.is_control()) {
        let (plain, special) = rest.split_at(at);
        text.push_str(plain);
        let mut chars = special.chars();
        if let Some(c) = chars.next() {
            match c {
                '"' => text.push_str("\\\""),
                '\\' => text.push_str("\\\\"),
                '\n' => text.push_str("\\n"),
                '\r' => text.push_str("\\r"),
                '\t' => text.push_str("\\t"),
                _ => text.extend(c.escape_unicode()),
            }
        }
        rest = chars.as_str();
    }
    text.push_str(rest);
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_is_one_line_and_reads_back() {
        for value in [
            "",
            "plain",
            "Öffnen, Открыть, 打开, 🙂",
            "a \"quoted\" word",
            "back\\slash",
            "two\nlines\r\nand\ttabs",
            "\u{0}\u{1}\u{7f}\u{85}\u{9f}",
            "// no comment /* none */",
            "r#\"raw\"#",
            "\u{feff}mark",
            "line\u{2028}separator",
        ] {
            let mut text = String::new();
            quote(&mut text, value);
            assert!(!text.contains(['\n', '\r', '\0']), "{text}");
            assert_eq!(ron::from_str::<String>(&text).as_deref(), Ok(value), "{text}");
        }
    }
}
