//! What a line says, part by part: `stage > step > title @lane #owner ~channel !mark`. Every text
//! says something; nothing is refused.

use super::Names;
use crate::{
    editor::text_edit::one_line,
    model::{JourneyMap, Mark, limit},
};
use std::ops::Range;

/// Words for the marks in each language; a beginning that fits one mark alone will do.
const MARKS: [(Mark, &[&str]); 3] = [
    (
        Mark::Positive,
        &[
            "+",
            "＋",
            "1",
            "green",
            "good",
            "positive",
            "зеленый",
            "зеленая",
            "зеленое",
            "хорошо",
            "позитив",
            "绿",
            "绿色",
            "好",
            "正面",
        ],
    ),
    (
        Mark::Decision,
        &[
            "?",
            "？",
            "2",
            "yellow",
            "decision",
            "choice",
            "желтый",
            "желтая",
            "желтое",
            "решение",
            "выбор",
            "黄",
            "黄色",
            "决策",
        ],
    ),
    (
        Mark::Friction,
        &[
            "-",
            "−",
            "－",
            "3",
            "red",
            "friction",
            "pain",
            "problem",
            "красный",
            "красная",
            "красное",
            "проблема",
            "боль",
            "红",
            "红色",
            "痛点",
            "问题",
        ],
    ),
];

/// What a part of a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Stage,
    Step,
    Title,
    Lane,
    Owner,
    Channel,
    Mark,
}

/// A part of a line, and where in the text it stands, in bytes, with its sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub kind: Kind,
    pub range: Range<usize>,
    /// Without its sign and quotes.
    pub value: String,
    /// In quotes: nothing else is meant.
    pub is_exact: bool,
}

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    pub title: String,
    pub mark: Option<Mark>,
    /// In the order of the text. Of several of a kind, the last one counts.
    pub parts: Vec<Part>,
}

impl Line {
    /// Reads a line. Names of several words go on as far as `is_known` says that they are names.
    pub fn read(text: &str, is_known: &dyn Fn(Kind, &str) -> bool) -> Self {
        let mut line = Self::default();
        let mut reader = Reader { text, at: 0, start: 0, separators: 0, plain: String::new() };
        let mut is_word_start = true;
        while let Some(c) = reader.rest().chars().next() {
            if is_word_start && reader.quoted_segment(&mut line) {
                continue;
            }
            if is_word_start && let Some(part) = reader.signed(c, is_known) {
                match part.kind {
                    Kind::Mark => line.mark = mark_of(&part.value).or(line.mark),
                    _ if part.value.is_empty() => {}
                    _ => line.parts.retain(|other| other.kind != part.kind),
                }
                reader.at = part.range.end;
                line.parts.push(part);
                reader.cut();
                continue;
            }
            let is_arrow = reader.plain.ends_with(['-', '=']);
            if is_separator(c) && !is_arrow && reader.separators < 2 {
                reader.end_segment(&mut line);
                reader.at += c.len_utf8();
                reader.start = reader.at;
                is_word_start = true;
                continue;
            }
            reader.plain.push(c);
            reader.at += c.len_utf8();
            is_word_start = c.is_whitespace();
        }
        line.title = clipped(&one_line(&reader.plain));
        if !line.title.is_empty() {
            let range = reader.start..text.len();
            let part =
                Part { kind: Kind::Title, range, value: line.title.clone(), is_exact: false };
            line.parts.push(part);
        }
        line
    }

    /// The part of a kind that counts, if it says anything.
    pub fn part(&self, kind: Kind) -> Option<&Part> {
        self.parts.iter().rfind(|part| part.kind == kind && !part.value.is_empty())
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// Of the segment: the text between two separators.
    start: usize,
    separators: usize,
    /// Of the segment, what is no part of its own.
    plain: String,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// A part was taken out: the words before and behind it have one space between them.
    fn cut(&mut self) {
        self.plain.truncate(self.plain.trim_end().len());
        if !self.rest().starts_with(char::is_whitespace) {
            self.plain.push(' ');
        }
    }

    /// At a separator: what stands before it is a stage, or a step.
    fn end_segment(&mut self, line: &mut Line) {
        let value = clipped(&one_line(&std::mem::take(&mut self.plain)));
        if value.is_empty() && self.separators == 0 {
            // A line that begins with one has no stage: the others are part of the title.
            self.separators = 2;
            return;
        }
        self.push_segment(line, value, self.start..self.at, false);
    }

    fn push_segment(
        &mut self,
        line: &mut Line,
        value: String,
        range: Range<usize>,
        is_exact: bool,
    ) {
        let kind = if self.separators == 0 { Kind::Stage } else { Kind::Step };
        self.separators += 1;
        line.parts.push(Part { kind, range, value, is_exact });
    }

    /// A stage or step in quotes, with the separator behind it.
    fn quoted_segment(&mut self, line: &mut Line) -> bool {
        if self.separators >= 2 || !self.plain.trim().is_empty() {
            return false;
        }
        let Some((value, len)) = quoted(self.rest()) else {
            return false;
        };
        let behind = self.rest().get(len..).unwrap_or_default();
        let space = behind.len() - behind.trim_start().len();
        let Some(separator) = behind.trim_start().chars().next().filter(|c| is_separator(*c))
        else {
            return false;
        };
        let range = self.at..self.at + len;
        let value = clipped(&one_line(value));
        self.push_segment(line, value, range, true);
        self.plain.clear();
        self.at += len + space + separator.len_utf8();
        self.start = self.at;
        true
    }

    /// A part that begins with a sign, if one begins here.
    fn signed(&self, sign: char, is_known: &dyn Fn(Kind, &str) -> bool) -> Option<Part> {
        let kind = match sign {
            '@' | '＠' => Kind::Lane,
            '#' | '＃' => Kind::Owner,
            '~' | '～' => Kind::Channel,
            '!' | '！' => Kind::Mark,
            _ => return None,
        };
        let from = self.at + sign.len_utf8();
        let rest = self.text.get(from..)?;
        if kind != Kind::Mark
            && let Some((value, len)) = quoted(rest)
        {
            let value = clipped(&one_line(value));
            return Some(Part { kind, range: self.at..from + len, value, is_exact: true });
        }
        let word = rest.find(|c: char| c.is_whitespace() || is_separator(c)).unwrap_or(rest.len());
        let value = rest.get(..word)?;
        let is_at_end = rest.trim().is_empty();
        let is_meant = match kind {
            // Being typed, or understood.
            _ if value.is_empty() => is_at_end,
            Kind::Mark => mark_of(value).is_some(),
            // "#1" is a rank, not a person.
            Kind::Owner => value.starts_with(char::is_alphabetic),
            _ => true,
        };
        if !is_meant {
            return None;
        }
        let len = if kind == Kind::Mark { word } else { longest(rest, word, kind, is_known) };
        let value = clipped(&one_line(rest.get(..len)?));
        Some(Part { kind, range: self.at..from + len, value, is_exact: false })
    }
}

/// As many words as are a known name, at least the first.
fn longest(rest: &str, word: usize, kind: Kind, is_known: &dyn Fn(Kind, &str) -> bool) -> usize {
    const MOST_WORDS: usize = 8;
    let end = rest.find(is_separator).unwrap_or(rest.len());
    let rest = rest.get(..end).unwrap_or_default();
    let ends = rest.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let ends: Vec<usize> =
        ends.chain([rest.len()]).filter(|&at| at > word).take(MOST_WORDS).collect();
    let is_name = |&&end: &&usize| rest.get(..end).is_some_and(|name| is_known(kind, name.trim()));
    ends.iter().rev().find(is_name).copied().unwrap_or(word)
}

/// Whether a name is one of the map or the project.
pub(super) fn is_known(map: &JourneyMap, names: &Names, kind: Kind, name: &str) -> bool {
    let name = folded(name);
    let mut known: Box<dyn Iterator<Item = &String>> = match kind {
        Kind::Lane => Box::new(map.lanes.iter().map(|lane| &lane.name)),
        Kind::Owner => Box::new(names.owners.iter()),
        Kind::Channel => Box::new(names.channels.iter()),
        Kind::Stage | Kind::Step | Kind::Title | Kind::Mark => return false,
    };
    known.any(|known| folded(known) == name)
}

/// The mark that a word, or its beginning, means; `None` where it could be several or none.
pub fn mark_of(word: &str) -> Option<Mark> {
    let word = folded(word);
    let fits = |words: &[&str]| words.iter().any(|known| known.starts_with(&*word));
    let mut fitting = MARKS.iter().filter(|(_, words)| !word.is_empty() && fits(words));
    let (mark, _) = fitting.next()?;
    fitting.next().is_none().then_some(*mark)
}

/// As names are compared: small letters, one space, and few type the dots of ё.
pub(super) fn folded(name: &str) -> String {
    one_line(name).to_lowercase().replace('ё', "е").split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn is_separator(c: char) -> bool {
    matches!(c, '>' | '＞' | '》')
}

/// A text in quotes at the beginning, without them, and its length with them.
fn quoted(text: &str) -> Option<(&str, usize)> {
    let open = text.chars().next()?;
    let close = match open {
        '"' => '"',
        '“' | '„' => '”',
        '«' => '»',
        '「' => '」',
        _ => return None,
    };
    let inside = text.get(open.len_utf8()..)?;
    let end = inside.find(close)?;
    Some((inside.get(..end)?, open.len_utf8() + end + close.len_utf8()))
}

/// As long as the file takes it.
fn clipped(text: &str) -> String {
    text.chars().take(limit::LINE).collect()
}
