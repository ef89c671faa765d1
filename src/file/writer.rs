//! The canonical text of a project: fixed order of fields, a line for each small value, a block
//! for each touchpoint, defaults not written. `ron` has no way to say which records are lines and
//! which are blocks, so that the text is written here and read there.

use super::{fragment::Fragment, v1};
use crate::model::{
    Ext, JourneyMap, Lane, Link, Persona, Place, Project, Role, Stage, Step, Touchpoint,
};
use std::{fmt::Display, sync::Arc};

/// The project without its header line.
pub(super) fn project(project: &Project) -> String {
    let cards =
        project.maps.iter().map(|map| map.touchpoints.len() + map.links.len()).sum::<usize>();
    let mut text = String::with_capacity(1024 + cards * 256);
    record(&mut text, Shape::Block(0), |fields| {
        fields.text("title", &project.title);
        fields.text("notes", &project.notes);
        if project.next_code.0 != highest_code(project) + 1 {
            fields.value("next_code", project.next_code.0);
        }
        fields.list("personas", &project.personas, false, persona);
        fields.list("maps", &project.maps, true, |fields, map| journey_map(fields, map));
        fields.ext(&project.ext);
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
    fields.text("notes", &map.notes);
    fields.list("stages", &map.stages, true, stage);
    fields.list("lanes", &map.lanes, false, lane);
    fields.list("touchpoints", &map.touchpoints, true, |fields, card: &Arc<Touchpoint>| {
        touchpoint(fields, card, Some(&card.place));
    });
    fields.list("links", &map.links, false, |fields, item: &Arc<Link>| link(fields, item));
    fields.ext(&map.ext);
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
    if card.moment_of_truth {
        fields.value("moment_of_truth", true);
    }
    fields.text("owner", &card.owner);
    fields.maybe_text("catalog", card.catalog.as_deref());
    fields.text("notes", &card.notes);
    fields.ext(&card.ext);
}

fn link(fields: &mut Fields, link: &Link) {
    fields.id("id", link.id);
    fields.id("from", link.from);
    fields.id("to", link.to);
    fields.text("label", &link.label);
    fields.maybe("share", link.share);
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
