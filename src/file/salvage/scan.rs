//! Finds records and their fields in a text that may be damaged anywhere.

/// A record has fewer fields; what has more is none.
const MOST_FIELDS: usize = 100;

/// What a record can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noun {
    Project,
    Persona,
    Map,
    Stage,
    Step,
    Lane,
    Touchpoint,
    Task,
    Link,
    Audit,
    Entry,
}

/// A record as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record<'a> {
    /// What the list is of that it seems to stand in.
    pub(super) list: Noun,
    pub(super) fields: Vec<Field<'a>>,
}

/// A field of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field<'a> {
    pub(super) name: &'a str,
    /// As RON. A text without its last quote has been given one.
    pub(super) value: String,
}

impl Noun {
    pub(super) const IN_LISTS: [Noun; 10] = [
        Self::Persona,
        Self::Map,
        Self::Stage,
        Self::Step,
        Self::Lane,
        Self::Touchpoint,
        Self::Task,
        Self::Link,
        Self::Audit,
        Self::Entry,
    ];

    fn of_list(name: &str) -> Option<Self> {
        Some(match name {
            "personas" => Self::Persona,
            "maps" => Self::Map,
            "stages" => Self::Stage,
            "steps" => Self::Step,
            "lanes" => Self::Lane,
            "touchpoints" => Self::Touchpoint,
            "tasks" => Self::Task,
            "links" => Self::Link,
            "audits" => Self::Audit,
            "entries" => Self::Entry,
            _ => return None,
        })
    }

    /// What it stands in.
    pub(super) fn parent(self) -> Self {
        match self {
            Self::Project | Self::Persona | Self::Map => Self::Project,
            Self::Stage | Self::Lane | Self::Touchpoint | Self::Link | Self::Audit => Self::Map,
            Self::Step => Self::Stage,
            Self::Task => Self::Touchpoint,
            Self::Entry => Self::Audit,
        }
    }

    /// How deep it stands in the project.
    fn level(self) -> u8 {
        match self {
            Self::Project => 0,
            Self::Persona | Self::Map => 1,
            Self::Stage | Self::Lane | Self::Touchpoint | Self::Link | Self::Audit => 2,
            Self::Step | Self::Task | Self::Entry => 3,
        }
    }
}

/// The records of a text in its order, the project first.
pub(super) fn records(text: &str) -> Vec<Record<'_>> {
    let mut scan = Scan {
        text,
        at: 0,
        list: Noun::Project,
        is_between: false,
        records: vec![Record { list: Noun::Project, fields: Vec::new() }],
        open: vec![0],
        unclosed: Vec::new(),
    };
    while scan.step() {}
    scan.records
}

/// What maps were at reviews, each as the text of a record of its own, where this program wrote it;
/// `None` where there is none. It is left out of the records.
pub(super) fn past(text: &str) -> Option<Vec<&str>> {
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').map(|line| {
        at += line.len();
        (at - line.len(), line.trim_end())
    });
    let begins = |(_, line): (usize, _)| {
        let (indent, rest) = str::split_once(line, "snapshots: [")?;
        indent.trim().is_empty().then_some((indent, rest))
    };
    let (indent, rest) = lines.find_map(begins)?;
    if rest.starts_with(']') {
        return None;
    }
    let bracket = |line: &str, sign| {
        line.strip_prefix(indent).and_then(|line| line.strip_prefix("  ")) == Some(sign)
    };
    let mut begun = None;
    let mut found = Vec::new();
    for (at, line) in lines {
        if bracket(line, "(") {
            begun = Some(at);
        } else if bracket(line, "),") {
            let end = at + line.len() - 1;
            found.extend(begun.take().and_then(|begin| text.get(begin..end)));
        }
    }
    Some(found)
}

struct Scan<'a> {
    text: &'a str,
    /// In bytes; always at the beginning of a character.
    at: usize,
    /// The list that was entered last.
    list: Noun,
    /// Between two records of it.
    is_between: bool,
    records: Vec<Record<'a>>,
    /// Those whose end was not seen, from the outermost.
    open: Vec<usize>,
    /// Where brackets stand that are not closed on the line at hand, as far as was looked.
    unclosed: Vec<usize>,
}

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// One thing further; `false` at the end.
    fn step(&mut self) -> bool {
        let rest = self.rest();
        let Some(next) = rest.chars().next() else {
            return false;
        };
        match next {
            '/' if rest.starts_with("//") => self.at += rest.find('\n').unwrap_or(rest.len()),
            '"' => self.at += text_end(rest).0,
            '(' => {
                self.at += 1;
                self.begin();
            }
            ')' => {
                self.at += 1;
                self.end();
            }
            ']' => {
                self.at += 1;
                self.is_between = false;
            }
            _ if is_word(next) => self.word(),
            _ => self.at += next.len_utf8(),
        }
        true
    }

    fn begin(&mut self) {
        if self.list == Noun::Project {
            // The project's own bracket.
            return;
        }
        self.is_between = false;
        self.close_to(self.list.level());
        self.open.push(self.records.len());
        self.records.push(Record { list: self.list, fields: Vec::new() });
    }

    /// A record cannot stand in one of its own level: the end of that one was lost.
    fn close_to(&mut self, level: u8) {
        while let Some(&last) = self.open.last()
            && self.records.get(last).is_some_and(|record| record.list.level() >= level)
        {
            self.open.pop();
        }
    }

    fn end(&mut self) {
        // Before the outer record ends, the list does.
        if !self.is_between
            && self.open.len() > 1
            && let Some(record) = self.open.pop().and_then(|at| self.records.get(at))
        {
            self.list = record.list;
            self.is_between = true;
        }
    }

    /// A name of a field with its value, or a word that says nothing.
    fn word(&mut self) {
        let rest = self.rest();
        let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(length);
        self.at += length;
        let Some(value) = after.trim_start().strip_prefix(':') else {
            return;
        };
        let on_its_line = value.trim_start_matches(' ').len();
        let value = value.trim_start();
        let is_on_next_line = value.len() < on_its_line;
        self.at = self.text.len() - value.len();
        if name == "snapshots" && value.starts_with('[') {
            // The end of a project: what its maps were at reviews (`past`). They have the ids of the
            // maps above, which they would be taken for.
            self.at = self.text.len();
            return;
        }
        if let Some(list) = Noun::of_list(name).filter(|_| value.starts_with('[')) {
            self.list = list;
            self.is_between = true;
            self.at += 1;
            return;
        }
        if is_on_next_line && value.starts_with(['(', '[']) {
            // A record of its own.
            return;
        }
        let (value, length) = self.value_of(value);
        self.at += length;
        let Some(value) = value else {
            return;
        };
        self.is_between = false;
        let record = self.open.last().and_then(|&at| self.records.get_mut(at));
        if let Some(record) = record
            && record.fields.len() < MOST_FIELDS
            && !record.fields.iter().any(|field| field.name == name)
        {
            record.fields.push(Field { name, value });
        }
    }

    /// The value that the text at hand begins with, if it is one, and how far it goes.
    fn value_of(&mut self, text: &str) -> (Option<String>, usize) {
        if text.starts_with('"') {
            let (end, is_whole) = text_end(text);
            let found = text.get(..end).unwrap_or("");
            if is_whole {
                return (Some(found.to_owned()), end);
            }
            let inner = found.trim_end().trim_end_matches([',', '\\']);
            return (Some(format!("{inner}\"")), end);
        }
        let word = text.find(|c| !is_word(c)).unwrap_or(text.len());
        let after = text.get(word..).unwrap_or("");
        let length = match after.chars().next() {
            // A small record or list ends on its line; else it is the next record, or a list whose
            // name was damaged.
            Some('(' | '[') if word == 0 => match self.bracket_end_here(after) {
                Some(length) => length,
                None => return (None, 0),
            },
            Some('(' | '{') => match bracket_end(after) {
                Ok(length) => word + length,
                // What is left of the line makes no sense any more.
                Err(_) => return (None, text.find('\n').unwrap_or(text.len())),
            },
            _ if word == 0 => return (None, 0),
            _ => word,
        };
        (text.get(..length).map(str::to_owned), length)
    }

    /// The same of the bracket at hand. A line is not walked again for each bracket in it that was
    /// never closed: a hostile one has millions.
    fn bracket_end_here(&mut self, text: &str) -> Option<usize> {
        if self.unclosed.binary_search(&self.at).is_ok() {
            return None;
        }
        let unclosed =
            bracket_end(text).map_err(|open| open.iter().map(|at| self.at + at).collect());
        unclosed.map_err(|unclosed| self.unclosed = unclosed).ok()
    }
}

/// The length of what stands in brackets, with them. On one line: where a bracket was lost, the
/// rest of the file would be in it. Where the line does not close it, all those that are open at
/// its end, in their order.
fn bracket_end(text: &str) -> Result<usize, Vec<usize>> {
    let line = text.lines().next().unwrap_or("");
    let mut open = Vec::new();
    let mut at = 0;
    while let Some(next) = line.get(at..).and_then(|rest| rest.chars().next()) {
        match next {
            '(' | '[' | '{' => open.push(at),
            ')' | ']' | '}' => drop(open.pop()),
            _ => {}
        }
        at += if next == '"' { text_end(&line[at..]).0 } else { next.len_utf8() };
        if open.is_empty() {
            return Ok(at);
        }
    }
    Err(open)
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+' | '.')
}

/// Where a text in quotes ends, and whether with a quote: a line end ends it too, as what this
/// program writes has none in its texts.
fn text_end(text: &str) -> (usize, bool) {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '\n' => return (at, false),
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return (at + 1, true),
            _ => {}
        }
    }
    (text.len(), false)
}
