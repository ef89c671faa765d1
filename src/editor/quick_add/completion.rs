//! What the part of a line at the caret could be going to say.

use super::{
    Kind, Line, Names,
    line::{is_known, is_separator, mark_of},
};
use crate::{
    editor::{NewCard, fuzzy::Fuzzy},
    model::{JourneyMap, Mark},
};
use std::{cmp::Reverse, ops::Range};

/// More are not offered.
const MOST: usize = 8;
/// Of the catalogue.
const MOST_ENTRIES: usize = 5;

/// One way to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// [`Kind::Title`] is an entry of the catalogue.
    pub kind: Kind,
    pub label: String,
    /// The parts of the label that were typed, in bytes.
    pub letters: Vec<Range<usize>>,
    pub mark: Option<Mark>,
    /// What is replaced, in bytes of the line.
    pub range: Range<usize>,
    /// What stands there then.
    pub insert: String,
}

/// What could be meant at a place of a line, in bytes, the likeliest first.
pub fn completions(text: &str, caret: usize, map: &JourneyMap, names: &Names) -> Vec<Completion> {
    let (Some(before), Some(after)) = (text.get(..caret), text.get(caret..)) else {
        return Vec::new();
    };
    if let Some(found) = signed(text, before, caret, map, names) {
        return found;
    }
    let line = Line::read(before, &|kind, name| is_known(map, names, kind, name));
    // What is typed since the last part, up to the caret.
    let start =
        line.parts.iter().filter(|part| part.kind != Kind::Title).map(|part| part.range.end);
    let start = start.max().unwrap_or(0);
    let plain = before.get(start..).unwrap_or_default();
    let lead = plain.len()
        - plain.trim_start_matches(|c: char| c.is_whitespace() || is_separator(c)).len();
    let range = start + lead..caret;
    let typed = before.get(range.clone()).unwrap_or_default();
    let has_separator = after.contains('>');
    let mut offer = Offer { typed, range, found: Vec::new() };
    let stage = line.part(Kind::Stage);
    // A stage or a step stands before everything else of its own.
    let is_first =
        line.parts.iter().all(|part| matches!(part.kind, Kind::Stage | Kind::Step | Kind::Title));
    if stage.is_none() && is_first && !typed.is_empty() {
        let stages = map.stages.iter().map(|stage| stage.name.as_str());
        offer.segment(Kind::Stage, stages, has_separator);
    } else if let Some(stage) = stage.filter(|_| is_first && line.part(Kind::Step).is_none()) {
        let stage = super::plan::stage_named(stage, map);
        let actions = stage.into_iter().flat_map(|stage| &stage.steps);
        offer.segment(Kind::Step, actions.map(|step| step.action.as_str()), has_separator);
    }
    if !has_separator && offer.typed.chars().count() > usize::from(offer.typed.is_ascii()) {
        offer.entries(&names.entries);
    }
    offer.found.truncate(MOST);
    offer.found
}

/// Where the caret is behind a sign.
fn signed(
    text: &str,
    before: &str,
    caret: usize,
    map: &JourneyMap,
    names: &Names,
) -> Option<Vec<Completion>> {
    let signs = ['@', '＠', '#', '＃', '~', '～', '!', '！'];
    let is_begin =
        |at: usize| before.get(..at).is_some_and(|it| !it.ends_with(|c: char| !c.is_whitespace()));
    let (at, sign) = before.char_indices().rfind(|&(at, c)| signs.contains(&c) && is_begin(at))?;
    let typed = before.get(at + sign.len_utf8()..)?;
    let kind = match sign {
        '@' | '＠' => Kind::Lane,
        '#' | '＃' => Kind::Owner,
        '~' | '～' => Kind::Channel,
        _ => Kind::Mark,
    };
    // A name of several words may be half typed; a word that was finished is behind us.
    let is_open = typed.strip_prefix(['"', '“', '«', '「']);
    if is_open.is_none() && typed.contains(char::is_whitespace)
        || typed.contains(['>', '＞', '》'])
        || is_open.is_some_and(|inside| inside.contains(['"', '”', '»', '」']))
    {
        return None;
    }
    // The rest of the word goes too.
    let rest = text.get(caret..)?;
    let end = caret + rest.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(rest.len());
    let typed = is_open.unwrap_or(typed);
    let mut offer = Offer { typed, range: at..end, found: Vec::new() };
    match kind {
        Kind::Lane => offer.signed(kind, sign, map.lanes.iter().map(|lane| lane.name.as_str())),
        Kind::Owner => offer.signed(kind, sign, names.owners.iter().map(String::as_str)),
        Kind::Channel => offer.signed(kind, sign, names.channels.iter().map(String::as_str)),
        _ => offer.marks(sign, names),
    }
    offer.found.truncate(MOST);
    Some(offer.found)
}

struct Offer<'a> {
    typed: &'a str,
    range: Range<usize>,
    found: Vec<Completion>,
}

impl Offer<'_> {
    fn push(
        &mut self,
        kind: Kind,
        found: Vec<(&str, Vec<Range<usize>>)>,
        insert: impl Fn(&str) -> String,
    ) {
        self.found.extend(found.into_iter().map(|(label, letters)| Completion {
            kind,
            label: label.to_owned(),
            letters,
            mark: None,
            range: self.range.clone(),
            insert: insert(label),
        }));
    }

    fn signed<'n>(&mut self, kind: Kind, sign: char, names: impl Iterator<Item = &'n str>) {
        let found = ranked(self.typed, names);
        self.push(kind, found, |name| format!("{sign}{} ", in_quotes(name, false)));
    }

    /// A stage or a step, with the separator behind it where there is none yet.
    fn segment<'n>(
        &mut self,
        kind: Kind,
        names: impl Iterator<Item = &'n str>,
        has_separator: bool,
    ) {
        let found = ranked(self.typed, names);
        let end = if has_separator { "" } else { " > " };
        self.push(kind, found, |name| format!("{}{end}", in_quotes(name, true)));
    }

    fn entries(&mut self, entries: &[NewCard]) {
        let titles = entries.iter().filter_map(|card| match card {
            NewCard::Catalog { title, .. } => Some(title.as_str()),
            NewCard::Typed { .. } | NewCard::Inbox(_) => None,
        });
        let mut found = ranked(self.typed, titles);
        found.truncate(MOST_ENTRIES);
        self.push(Kind::Title, found, |title| format!("{title} "));
    }

    fn marks(&mut self, sign: char, names: &Names) {
        let mut fuzzy = Fuzzy::new(self.typed);
        for (mark, name, word) in &names.marks {
            let fit = fuzzy.fit(name).map(|fit| fit.letters);
            let is_meant = mark_of(self.typed) == Some(*mark) || fuzzy.fit(word).is_some();
            if fit.is_some() || is_meant {
                self.found.push(Completion {
                    kind: Kind::Mark,
                    label: name.clone(),
                    letters: fit.unwrap_or_default(),
                    mark: Some(*mark),
                    range: self.range.clone(),
                    insert: format!("{sign}{word} "),
                });
            }
        }
    }
}

/// The names that fit what was typed, the best first, with what was typed of each. Letters that
/// are strewn over a name are no fit.
fn ranked<'a>(
    typed: &str,
    names: impl Iterator<Item = &'a str>,
) -> Vec<(&'a str, Vec<Range<usize>>)> {
    let typed = typed.trim();
    let pieces = typed.split_whitespace().count() + 1;
    let mut fuzzy = Fuzzy::new(typed);
    let mut found: Vec<_> = names
        .filter(|name| !name.trim().is_empty())
        .filter_map(|name| Some((fuzzy.fit(name)?, name)))
        .filter(|(fit, _)| fit.letters.len() <= pieces)
        .collect();
    found.sort_by_key(|(fit, _)| Reverse(fit.score));
    found.into_iter().map(|(fit, name)| (name, fit.letters)).collect()
}

/// A name as a line takes it back: in quotes where it would be read as something else.
fn in_quotes(name: &str, is_segment: bool) -> String {
    let is_plain = if is_segment {
        !name.contains([
            '>', '＞', '》', '"', '@', '#', '~', '!', '＠', '＃', '～', '！', '“', '„', '«', '「',
        ]) && !name.ends_with(['-', '='])
            && name.parse::<usize>().is_err()
            && name.trim() != "+"
    } else {
        name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '\''))
            && name.starts_with(char::is_alphabetic)
    };
    if is_plain {
        return name.to_owned();
    }
    // Whatever closes is not inside.
    let quotes = [('"', '"'), ('“', '”'), ('«', '»'), ('「', '」')];
    let fitting = quotes.into_iter().find(|(_, close)| !name.contains(*close));
    let (open, close) = fitting.unwrap_or(('"', '"'));
    format!("{open}{name}{close}")
}
