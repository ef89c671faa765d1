//! Find: where a text stands on the maps of the project. Looked for when the text or a map changes,
//! never per frame; a map that did not change keeps what was found on it.

use super::{Editor, Selection, board::Board};
use crate::{
    model::{JourneyMap, MapId, Project, TouchpointId},
    scene::Source,
};
use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

/// What is looked for, and where it stands.
#[derive(Default)]
pub(super) struct Find {
    /// As it was typed.
    text: String,
    /// Of each map of the project; empty while nothing is looked for.
    found: Vec<Found>,
    /// What was gone to last: where to go on if something else has been selected since.
    last: Option<Source>,
}

/// What was found on a map.
struct Found {
    map: Arc<JourneyMap>,
    /// In reading order.
    matches: Vec<Source>,
    /// The same, to be asked.
    all: HashSet<Source>,
}

impl Find {
    /// Follows the project. Maps are compared by pointer.
    pub(super) fn update(&mut self, project: &Project) {
        let needle = folded(self.text.trim());
        if needle.is_empty() {
            self.found.clear();
            return;
        }
        let mut known = std::mem::take(&mut self.found);
        for map in &project.maps {
            let at = known.iter().position(|found| Arc::ptr_eq(&found.map, map));
            let found = match at {
                Some(at) => known.swap_remove(at),
                None => Found::on(map, &needle),
            };
            self.found.push(found);
        }
    }

    fn on_map(&self, map: MapId) -> Option<&Found> {
        self.found.iter().find(|found| found.map.id == map)
    }
}

impl Found {
    fn on(map: &Arc<JourneyMap>, needle: &str) -> Self {
        let matches = matches(map, needle);
        let all = matches.iter().copied().collect();
        Self { map: Arc::clone(map), matches, all }
    }
}

impl Editor {
    /// Looks for a text on every map; an empty one ends it.
    pub fn find(&mut self, text: &str) {
        if self.find.text != text {
            self.find = Find { text: text.to_owned(), ..Find::default() };
            self.find.update(self.history.project());
        }
    }

    /// What is looked for, as it was typed.
    pub fn find_text(&self) -> &str {
        &self.find.text
    }

    /// What was found on the shown map, in reading order.
    pub fn matches(&self) -> &[Source] {
        let found = self.shown.and_then(|map| self.find.on_map(map));
        found.map_or(&[], |found| &found.matches)
    }

    /// Which of the matches is selected.
    pub fn match_at(&self) -> Option<usize> {
        let selected = self.selection.source()?;
        self.matches().iter().position(|found| *found == selected)
    }

    /// How much was found on each of the other maps, where something was.
    pub fn matches_elsewhere(&self) -> impl Iterator<Item = (MapId, usize)> {
        let others = self.find.found.iter().filter(|found| Some(found.map.id) != self.shown);
        others.map(|found| (found.map.id, found.matches.len())).filter(|(_, count)| *count > 0)
    }

    /// Whether something of the shown map is a match.
    pub fn is_match(&self, source: Source) -> bool {
        let found = self.shown.and_then(|map| self.find.on_map(map));
        found.is_some_and(|found| found.all.contains(&source))
    }

    /// Selects the next match, or the one before; round and round. Where the shown map has none,
    /// the next map that has some is shown.
    pub(super) fn find_next(&mut self, is_back: bool) {
        if self.matches().is_empty() {
            let Some((map, _)) = self.matches_elsewhere().next() else { return };
            self.show_map(map);
            self.find.last = None;
        }
        let matches = self.matches();
        let last = self.find.last.and_then(|last| matches.iter().position(|it| *it == last));
        let count = matches.len();
        let next = match (self.match_at().or(last), is_back) {
            (Some(at), false) => (at + 1) % count,
            (None, false) => 0,
            (Some(at), true) => (at + count - 1) % count,
            (None, true) => count - 1,
        };
        if let Some(&source) = matches.get(next) {
            self.find.last = Some(source);
            self.select(Selection::from(source));
            self.reveal_selection();
        }
    }

    /// Shows a map, at the first match on it.
    pub fn find_on(&mut self, map: MapId) {
        self.show_map(map);
        self.find.last = None;
        self.find_next(false);
    }
}

/// Everything of a map that has a text in it, in reading order: lanes; then stage by stage its
/// steps with their cards, each followed by its links; then the inbox.
fn matches(map: &JourneyMap, needle: &str) -> Vec<Source> {
    let mut search = Search { needle, room: String::new() };
    let mut found: Vec<Source> = map
        .lanes
        .iter()
        .filter(|lane| search.is_in(&lane.name))
        .map(|lane| Source::Lane(lane.id))
        .collect();

    let mut links: BTreeMap<TouchpointId, Vec<Source>> = BTreeMap::new();
    for link in map.links.iter().filter(|link| search.is_in(&link.label)) {
        links.entry(link.from).or_default().push(Source::Link(link.id));
    }
    // Few cards match: only those are put in order.
    let matching: HashSet<TouchpointId> = map
        .touchpoints
        .iter()
        .filter(|card| {
            [&card.title, &card.notes, &card.channel, &card.owner]
                .into_iter()
                .any(|text| search.is_in(text))
                || folded(&card.code.to_string()) == needle
        })
        .map(|card| card.id)
        .collect();
    let of_card = |found: &mut Vec<Source>, id: TouchpointId| {
        if matching.contains(&id) {
            found.push(Source::Touchpoint(id));
        }
        found.extend(links.get(&id).into_iter().flatten());
    };
    let board = Board::new(map);
    let is_found = |id| matching.contains(&id) || links.contains_key(&id);
    let mut cards = board.reading_order(|card| is_found(card.id)).into_iter().peekable();
    let mut column = 0;
    for stage in &map.stages {
        if search.is_in(&stage.name) {
            found.push(Source::Stage(stage.id));
        }
        for step in &stage.steps {
            if search.is_in(&step.action) {
                found.push(Source::Step(step.id));
            }
            while let Some((_, card)) = cards.next_if(|(spot, _)| spot.column == column) {
                of_card(&mut found, card.id);
            }
            column += 1;
        }
    }
    let mut waiting: Vec<_> = map
        .touchpoints
        .iter()
        .filter(|card| card.place.cell.is_none() && is_found(card.id))
        .collect();
    waiting.sort_by(|a, b| a.place.rank.cmp(&b.place.rank));
    for card in waiting {
        of_card(&mut found, card.id);
    }
    found
}

/// Looks into one text after the other, in the same room.
struct Search<'a> {
    needle: &'a str,
    room: String,
}

impl Search<'_> {
    fn is_in(&mut self, text: &str) -> bool {
        self.room.clear();
        fold_into(text, &mut self.room);
        self.room.contains(self.needle)
    }
}

/// A text as it is compared: small letters, ё as е, wide letters and digits as narrow ones.
fn folded(text: &str) -> String {
    let mut room = String::with_capacity(text.len());
    fold_into(text, &mut room);
    room
}

fn fold_into(text: &str, room: &mut String) {
    /// From a wide sign to the narrow one.
    const WIDE: u32 = 0xFEE0;
    for c in text.chars() {
        let c = match c {
            'a'..='z' | ' ' => {
                room.push(c);
                continue;
            }
            'ё' | 'Ё' => 'е',
            '\u{3000}' => ' ',
            '！'..='～' => char::from_u32(u32::from(c) - WIDE).unwrap_or(c),
            c => c,
        };
        room.extend(c.to_lowercase());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        command::{Command, LinkField, TouchpointField},
        editor::{
            Action,
            driver::{Hand, sample, title_of},
        },
    };

    /// What is found, in words: cards by title, all else by kind.
    fn found(hand: &Hand) -> String {
        let map = hand.editor.map().unwrap();
        let word = |source: &Source| match source {
            Source::Touchpoint(id) => map.touchpoint(*id).unwrap().title.clone(),
            other => format!("{other:?}").split('(').next().unwrap().to_lowercase(),
        };
        hand.editor.matches().iter().map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn texts_are_compared_without_case_ё_and_width() {
        for (text, needle, expected) in [
            ("Reviews on our site", "REVIEW", true),
            ("Приём заказа", "прием", true),
            ("ПРИЁМ ЗАКАЗА", "приём", true),
            ("прием", "Приём", true),
            ("Ｔ４　客服ＡＰＰ", "t4 客服app", true),
            ("客服热线", "热线", true),
            ("Billing", "bill ", true),
            ("Billing", "pay", false),
        ] {
            let needle = folded(needle.trim());
            let mut search = Search { needle: &needle, room: String::new() };
            assert_eq!(search.is_in(text), expected, "{needle} in {text}");
        }
    }

    #[test]
    fn everything_with_a_text_is_found_in_reading_order() {
        let mut hand = Hand::new();
        let map = hand.editor.map().unwrap().id;
        let (d, i) = (hand.id("d"), hand.id("i"));
        let edit = |id, field| Command::EditTouchpoints { map, touchpoints: vec![id], field };
        hand.editor.run(edit(d, TouchpointField::Notes("a step too far".into())));
        hand.editor.run(edit(i, TouchpointField::Owner("Step by Stephen".into())));
        let link = hand.editor.map().unwrap().links[0].id;
        let field = LinkField::Label("next step".into());
        hand.editor.run(Command::EditLink { map, link, field });
        for (text, expected) in [
            ("", ""),
            ("  ", ""),
            ("step", "step step d link step step i"),
            ("step 3", "step"),
            ("Website", "lane"),
            ("t4", "d"),
            ("T8", "i"),
            ("nothing of it", ""),
        ] {
            hand.editor.find(text);
            assert_eq!(found(&hand), expected, "{text}");
        }
    }

    #[test]
    fn next_and_previous_go_round_and_on_from_where_one_was() {
        let mut hand = Hand::new();
        hand.editor.find("step");
        let at = |hand: &Hand| hand.editor.match_at();
        assert_eq!(at(&hand), None);
        for (action, expected) in [
            (Action::FindNext, 0),
            (Action::FindNext, 1),
            (Action::FindPrevious, 0),
            (Action::FindPrevious, 3),
            (Action::FindNext, 0),
        ] {
            hand.perform(&[action]);
            assert_eq!(at(&hand), Some(expected), "{action:?}");
        }
        hand.select("g");
        assert_eq!(at(&hand), None);
        hand.perform(&[Action::FindNext]);
        assert_eq!(at(&hand), Some(1), "goes on after the one before");
    }

    #[test]
    fn what_is_found_follows_the_project_and_the_shown_map() {
        let mut hand = Hand::new();
        hand.editor.find("z");
        assert_eq!(found(&hand), "");
        let elsewhere: Vec<_> = hand.editor.matches_elsewhere().collect();
        assert_eq!(elsewhere, [(2.into(), 1)]);
        hand.perform(&[Action::FindNext]);
        assert_eq!(found(&hand), "z", "the other map is shown");
        assert_eq!(hand.editor.match_at(), Some(0));

        hand.perform(&[Action::PreviousMap]);
        let map = hand.editor.map().unwrap().id;
        let touchpoints = vec![hand.id("e")];
        let field = TouchpointField::Title("Zebra".into());
        hand.editor.run(Command::EditTouchpoints { map, touchpoints, field });
        assert_eq!(found(&hand), "Zebra");
        assert!(hand.editor.is_match(Source::Touchpoint(hand.id("Zebra"))));
        hand.perform(&[Action::Undo]);
        assert_eq!(found(&hand), "");
    }

    #[test]
    fn finding_changes_nothing_of_the_project() {
        let mut hand = Hand::new();
        hand.editor.find("step");
        hand.perform(&[Action::FindNext, Action::FindNext]);
        assert!(hand.is_untouched());
        assert_eq!(title_of(&sample().maps[0], "a").title, "a");
    }
}
