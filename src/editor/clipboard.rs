//! Copy, cut, paste and duplicate. Cards go as text, with the links among them and their places
//! relative to each other; any other text becomes cards in the inbox, one a line.

use super::{
    Editor, Landing, NewCard, Notice, Selection,
    actions::action_lines,
    board::{Board, END, Wanted, inbox_places, places},
    drop::{together, touchpoint},
    group::{add_steps, copied},
};
use crate::{
    command::{Command, CommandError, CommandName},
    file::fragment::{self, Fragment, FragmentCard},
    model::{
        Cell, JourneyMap, Link, Place, Rank, StageId, StepId, Touchpoint, TouchpointId, limit,
    },
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// More lines of foreign text than this are no list of cards.
pub(super) const PASTED_LINES: usize = 1_000;

impl Editor {
    /// The selected cards as text for the clipboard; `None` where none is selected.
    pub fn copy(&mut self) -> Option<String> {
        let map = self.map()?;
        let fragment = fragment_of(map, &self.selection.touchpoints().collect());
        let count = fragment.cards.len();
        (count > 0).then(|| {
            self.notices.push(Notice::Copied { count });
            fragment::write(&fragment)
        })
    }

    /// As copy, and deletes them.
    pub fn cut(&mut self) -> Option<String> {
        let text = self.copy()?;
        self.cancel_gesture();
        let map = self.shown?;
        let touchpoints: Vec<_> = self.selection.touchpoints().collect();
        let cell = self.selected_cards().find_map(|card| card.place.cell);
        let commands = vec![Command::DeleteTouchpoints { map, touchpoints }];
        let then = cell.map_or(Selection::Nothing, Selection::Cell);
        self.commit(Command::Together { name: CommandName::Cut, commands }, Some(then));
        Some(text)
    }

    /// Text from the clipboard: cards, or each line of any other text as a card in the inbox.
    pub fn paste(&mut self, text: &str) {
        self.cancel_gesture();
        self.cancel_text();
        let Some(map) = self.map().map(Arc::clone) else {
            return;
        };
        match fragment::read(text) {
            Some(fragment) => self.paste_cards(&map, &fragment),
            None => match self.selection {
                Selection::Step(step) => self.paste_actions(&map, step, text),
                _ => self.paste_lines(&map, text),
            },
        }
    }

    /// A list pasted onto a step is what the customer does: its action, if it has none yet, and
    /// those of new steps after it.
    fn paste_actions(&mut self, map: &JourneyMap, step: StepId, text: &str) {
        let own = map.column(step).map(|column| column.step.action.trim().to_owned());
        let own = own.filter(|action| !action.is_empty());
        let lines: Vec<_> = own.into_iter().chain(action_lines(text)).collect();
        self.write_actions(step, &lines);
    }

    fn paste_cards(&mut self, map: &JourneyMap, fragment: &Fragment) {
        let ids: BTreeMap<TouchpointId, TouchpointId> =
            fragment.cards.iter().map(|card| (card.touchpoint.id, self.ids.next())).collect();
        let Some((mut commands, mut found)) = self.places_for(map, fragment, &ids) else {
            return;
        };
        let touchpoints: Vec<_> = fragment
            .cards
            .iter()
            .filter_map(|card| {
                let id = *ids.get(&card.touchpoint.id)?;
                Some(Touchpoint { id, place: found.remove(&id)?, ..card.touchpoint.clone() })
            })
            .collect();
        let count = touchpoints.len();
        let then = Selection::of(touchpoints.iter().map(|card| card.id));
        commands.push(Command::AddTouchpoints { map: map.id, touchpoints });
        let links: Vec<_> = fragment
            .links
            .iter()
            .filter_map(|link| {
                let (&from, &to) = (ids.get(&link.from)?, ids.get(&link.to)?);
                Some(Link { id: self.ids.next(), from, to, ..link.clone() })
            })
            .collect();
        commands.push(Command::AddLinks { map: map.id, links });
        if self.commit(Command::Together { name: CommandName::Paste, commands }, Some(then)) {
            self.notices.push(Notice::Pasted { count });
            self.reveal_selection();
        }
    }

    /// A place for each card of a fragment, with the commands that make missing steps. Beyond the
    /// map's right edge the last stage grows; below its last lane, cards stand in the last lane.
    fn places_for(
        &mut self,
        map: &JourneyMap,
        fragment: &Fragment,
        ids: &BTreeMap<TouchpointId, TouchpointId>,
    ) -> Option<(Vec<Command>, BTreeMap<TouchpointId, Place>)> {
        let new_id = |card: &FragmentCard| ids.get(&card.touchpoint.id).copied();
        let waiting: Vec<_> =
            fragment.cards.iter().filter(|card| card.at.is_none()).filter_map(new_id).collect();
        let mut found: BTreeMap<_, _> =
            waiting.iter().copied().zip(inbox_places(map, waiting.len())).collect();
        let across = fragment.cards.iter().filter_map(|card| Some(card.at?.0 + 1)).max();
        let Some(across) = across else {
            return Some((Vec::new(), found));
        };
        let landing = self.landing_for_new()?;
        let (mut commands, start, before) = self.cell_for(map, landing)?;
        let board = Board::new(map);
        let first = board.steps().iter().position(|&step| step == start.step);
        let mut steps = first.map_or_else(
            || vec![start.step],
            |at| board.steps().iter().skip(at).copied().collect(),
        );
        let (stage, at) = end_of_steps(map, &commands, *steps.last()?)?;
        let more: Vec<_> = (steps.len()..across).map(|_| self.ids.next()).collect();
        commands.extend(add_steps(map, stage, at, more.iter().copied()));
        steps.extend(more);
        let row = board.lanes().iter().position(|&lane| lane == start.lane).unwrap_or(0);
        let cell = |(right, down): (usize, usize)| {
            let last = board.lanes().len().saturating_sub(1);
            let lane = board.lanes().get(row.saturating_add(down).min(last));
            Some(Cell { step: *steps.get(right)?, lane: *lane.unwrap_or(&start.lane) })
        };
        let wanted: Vec<_> = fragment
            .cards
            .iter()
            .filter_map(|card| Some(Wanted { id: new_id(card)?, cell: cell(card.at?)? }))
            .collect();
        let at = |cell| if cell == start { before } else { END };
        found.extend(places(map, &wanted, &BTreeSet::new(), at));
        Some((commands, found))
    }

    fn paste_lines(&mut self, map: &JourneyMap, text: &str) {
        let titles: Vec<_> = text.lines().map(without_bullet).filter(|it| !it.is_empty()).collect();
        if titles.is_empty() {
            return;
        }
        if titles.len() > PASTED_LINES {
            let error = CommandError::TooMany { noun: "lines", limit: PASTED_LINES };
            self.notices.push(Notice::Refused(error));
            return;
        }
        let places = inbox_places(map, titles.len());
        let touchpoints: Vec<_> = titles
            .into_iter()
            .zip(places)
            .filter_map(|(line, place)| card_of_line(self.ids.next(), line, place))
            .collect();
        let count = touchpoints.len();
        let then = Selection::of(touchpoints.iter().map(|card| card.id));
        let commands = vec![Command::AddTouchpoints { map: map.id, touchpoints }];
        if self.commit(Command::Together { name: CommandName::Paste, commands }, Some(then)) {
            self.notices.push(Notice::PutInInbox { count });
        }
    }

    /// A copy of each selected card directly after it, with the links among them.
    pub(super) fn duplicate(&mut self) {
        let Some(map) = self.map().map(Arc::clone) else {
            return;
        };
        let ids: BTreeSet<_> = self.selection.touchpoints().collect();
        let mut by_place: BTreeMap<Option<Cell>, Vec<&Touchpoint>> = BTreeMap::new();
        let cells: BTreeSet<_> = self.selected_cards().map(|card| card.place.cell).collect();
        for card in map.touchpoints.iter().filter(|card| cells.contains(&card.place.cell)) {
            by_place.entry(card.place.cell).or_default().push(card);
        }
        let (mut pairs, mut places) = (Vec::new(), Vec::new());
        for (cell, cards) in &mut by_place {
            cards.sort_by(|a, b| a.place.rank.cmp(&b.place.rank));
            for (at, card) in cards.iter().enumerate().filter(|(_, card)| ids.contains(&card.id)) {
                let after = cards.get(at + 1).map(|next| &next.place.rank);
                let rank = Rank::between(Some(&card.place.rank), after);
                let id = self.ids.next::<TouchpointId>();
                pairs.push((card.id, id));
                places.push((id, Place { cell: *cell, rank }));
            }
        }
        if pairs.is_empty() {
            return;
        }
        let then = Selection::of(pairs.iter().map(|&(_, to)| to));
        let commands = copied(&map, &pairs, places, &mut self.ids);
        self.commit(together(CommandName::Duplicate, commands), Some(then));
        self.reveal_selection();
    }

    /// Where a new card goes: at what is selected, else under the pointer, else in view.
    pub(super) fn landing_for_new(&self) -> Option<Landing> {
        let map = self.map()?;
        let under_pointer = || {
            let cell = self.cell_at(self.pointer?)?;
            Some(Landing::Cell { cell, before: END })
        };
        self.landing_at_selection(map)
            .or_else(under_pointer)
            .or_else(|| Some(self.landing_in_view()))
    }

    /// Where a new card goes when something of the map is selected: in the cell, after the last
    /// card, under the header.
    pub(super) fn landing_at_selection(&self, map: &JourneyMap) -> Option<Landing> {
        let first_lane = map.lanes.first().map(|lane| lane.id);
        match &self.selection {
            Selection::Cell(cell) => Some(Landing::Cell { cell: *cell, before: END }),
            Selection::Touchpoints(ids) => {
                let board = Board::new(map);
                let &(id, spot) = board.spots_of(ids).last()?;
                let cell = board.cell(spot)?;
                let at = map.cards_in(Some(cell)).iter().position(|card| card.id == id)?;
                Some(Landing::Cell { cell, before: at + 1 })
            }
            Selection::Step(step) => {
                let lane = first_lane?;
                Some(Landing::Cell { cell: Cell { step: *step, lane }, before: END })
            }
            Selection::Stage(id) => {
                let lane = first_lane?;
                Some(match map.stage(*id)?.steps.first() {
                    Some(step) => Landing::Cell { cell: Cell { step: step.id, lane }, before: END },
                    None => Landing::NewStep { stage: *id, at: 0, lane },
                })
            }
            Selection::Lane(lane) => {
                let step = map.columns().next()?.step.id;
                Some(Landing::Cell { cell: Cell { step, lane: *lane }, before: END })
            }
            Selection::Nothing | Selection::Link(_) | Selection::Project => None,
        }
    }
}

/// The cards of a map as a fragment, in reading order; those of the inbox come last.
fn fragment_of(map: &JourneyMap, ids: &BTreeSet<TouchpointId>) -> Fragment {
    let board = Board::new(map);
    let placed = board.reading_order(|card| ids.contains(&card.id));
    let left = placed.iter().map(|(spot, _)| spot.column).min().unwrap_or(0);
    let top = placed.iter().map(|(spot, _)| spot.row).min().unwrap_or(0);
    let placed = placed.into_iter().map(|(spot, card)| FragmentCard {
        touchpoint: card.as_ref().clone(),
        at: Some((spot.column - left, spot.row - top)),
    });
    let waiting = map.cards_in(None).into_iter().filter(|card| ids.contains(&card.id));
    let waiting = waiting.map(|card| FragmentCard { touchpoint: card.as_ref().clone(), at: None });
    let inside = map.links.iter().filter(|it| ids.contains(&it.from) && ids.contains(&it.to));
    Fragment {
        cards: placed.chain(waiting).collect(),
        links: inside.map(|link| link.as_ref().clone()).collect(),
    }
}

/// The stage that a step ends, and the index after the step, also where it is just being made.
pub(super) fn end_of_steps(
    map: &JourneyMap,
    commands: &[Command],
    step: StepId,
) -> Option<(StageId, usize)> {
    let made = commands.iter().find_map(|command| match command {
        Command::AddStage { stage, .. } => Some((stage.id, stage.steps.len())),
        Command::AddStep { stage, at, .. } => Some((*stage, at + 1)),
        _ => None,
    });
    made.or_else(|| map.column(step).map(|column| (column.stage.id, column.step_at + 1)))
}

/// A card of one line of text. What is too long for a title is kept whole in the notes.
fn card_of_line(id: TouchpointId, line: &str, place: Place) -> Option<Touchpoint> {
    let title: String = line.chars().take(limit::LINE).collect();
    let is_cut = title.len() < line.len();
    let mut card = touchpoint(id, &NewCard::Typed { title }, place)?;
    if is_cut {
        card.notes = line.chars().take(limit::NOTES).collect();
    }
    Some(card)
}

/// A line of a list without what marks it as one: bullets, numbers, check boxes.
pub(super) fn without_bullet(line: &str) -> &str {
    const BULLETS: [char; 9] = ['-', '*', '+', '•', '–', '—', '·', '◦', '▪'];
    let mut rest = line.trim();
    if let Some(after) = rest.strip_prefix(BULLETS)
        && (after.is_empty()
            || after.starts_with(char::is_whitespace)
            || rest.starts_with(['•', '·', '◦', '▪']))
    {
        rest = after.trim_start();
    } else if let Some((number, after)) = rest.split_once(['.', ')'])
        && (1..=3).contains(&number.len())
        && number.bytes().all(|digit| digit.is_ascii_digit())
        && (after.is_empty() || after.starts_with(char::is_whitespace))
    {
        rest = after.trim_start();
    }
    for mark in ["[ ]", "[x]", "[X]"] {
        if let Some(after) = rest.strip_prefix(mark) {
            return after.trim_start();
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_lose_their_bullets() {
        for (line, expected) in [
            ("  Queue ", "Queue"),
            ("- Queue", "Queue"),
            ("•Queue", "Queue"),
            ("* [x] Queue", "Queue"),
            ("12. Queue", "Queue"),
            ("3) Queue", "Queue"),
            ("-", ""),
            ("-5 degrees", "-5 degrees"),
            ("3.5 stars", "3.5 stars"),
            ("2026. A year", "2026. A year"),
            ("E-mail", "E-mail"),
        ] {
            assert_eq!(without_bullet(line), expected, "{line}");
        }
    }
}
