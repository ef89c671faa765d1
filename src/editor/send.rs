//! Sending cards to a place that is chosen by its name: a stage, a step, a lane, the inbox.

use super::{
    Editor, Landing, Selection,
    actions::lane_to_meet,
    board::{Board, END, Wanted, places},
    drop::{to_inbox, together},
};
use crate::{
    command::{Command, CommandName},
    model::{Cell, JourneyMap, LaneId, StageId, StepId, TouchpointId},
};
use std::{collections::BTreeSet, sync::Arc};

/// Where cards are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination {
    /// To the first step of a stage, each in its lane, but for those that stand in it already. A
    /// stage without steps gets one.
    Stage(StageId),
    /// To a step, each in its lane; out of the inbox, in the first lane where customers meet
    /// something.
    Step(StepId),
    /// To a lane, each at its step; out of the inbox, at the first step of the map.
    Lane(LaneId),
    Inbox,
}

impl Editor {
    /// Sends cards of the shown map to the end of their new cells, as one step of the history.
    /// Those that stand there already stay as they are.
    pub fn send(&mut self, ids: &BTreeSet<TouchpointId>, to: Destination) {
        self.cancel_gesture();
        self.cancel_text();
        let Some(map) = self.map().map(Arc::clone) else { return };
        let command = match to {
            Destination::Inbox => to_inbox(&map, ids),
            Destination::Lane(lane) => {
                let first = map.columns().next().map(|column| column.step.id);
                let cell = |from: Option<Cell>| {
                    Some(Cell { step: from.map(|cell| cell.step).or(first)?, lane })
                };
                sent(&map, ids, Vec::new(), cell)
            }
            Destination::Step(step) => to_step(&map, ids, Vec::new(), step),
            Destination::Stage(id) => {
                let Some(stage) = map.stage(id) else { return };
                let stands_there = |cell: Cell| stage.steps.iter().any(|it| it.id == cell.step);
                let cards = map.touchpoints.iter().filter(|card| ids.contains(&card.id));
                let coming = cards.filter(|card| !card.place.cell.is_some_and(stands_there));
                let coming = coming.map(|card| card.id).collect();
                match (stage.steps.first(), lane_to_meet(&map)) {
                    (Some(step), _) => to_step(&map, &coming, Vec::new(), step.id),
                    (None, Some(lane)) => {
                        let landing = Landing::NewStep { stage: id, at: 0, lane };
                        self.cell_for(&map, landing)
                            .and_then(|(first, cell, _)| to_step(&map, &coming, first, cell.step))
                    }
                    (None, None) => None,
                }
            }
        };
        if let Some(command) = command {
            self.commit(command, Some(Selection::of(ids.iter().copied())));
        }
    }
}

fn to_step(
    map: &JourneyMap,
    ids: &BTreeSet<TouchpointId>,
    first: Vec<Command>,
    step: StepId,
) -> Option<Command> {
    let meets = lane_to_meet(map);
    let cell =
        |from: Option<Cell>| Some(Cell { step, lane: from.map(|cell| cell.lane).or(meets)? });
    sent(map, ids, first, cell)
}

/// The command that puts cards, in reading order and those of the inbox last, where `cell` says of
/// where they are. `first` is what has to be made before.
fn sent(
    map: &JourneyMap,
    ids: &BTreeSet<TouchpointId>,
    mut first: Vec<Command>,
    cell: impl Fn(Option<Cell>) -> Option<Cell>,
) -> Option<Command> {
    let board = Board::new(map);
    let placed = board.reading_order(|card| ids.contains(&card.id));
    let waiting = map.cards_in(None).into_iter().filter(|card| ids.contains(&card.id));
    let cards = placed.into_iter().map(|(_, card)| card).chain(waiting);
    let wanted = cards.filter_map(|card| {
        let to = cell(card.place.cell)?;
        (card.place.cell != Some(to)).then_some(Wanted { id: card.id, cell: to })
    });
    let wanted: Vec<_> = wanted.collect();
    let leaving = wanted.iter().map(|card| card.id).collect();
    let places = places(map, &wanted, &leaving, |_| END);
    (!places.is_empty()).then(|| {
        first.push(Command::PlaceTouchpoints { map: map.id, places });
        together(CommandName::MoveTouchpoint, first)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::driver::Hand;

    #[test]
    fn cards_are_sent_to_a_place_by_its_name_and_undo_brings_them_back_at_once() {
        let (stage, step) =
            (|it: u64| Destination::Stage(it.into()), |it: u64| Destination::Step(it.into()));
        let lane = |it: u64| Destination::Lane(it.into());
        for (cards, to, expected) in [
            ("d", Destination::Inbox, "abc//|//f||/e/||||g//;ijd"),
            ("b", step(2), "ac//|db//f||/e/||||g//;ij"),
            ("ab", lane(2), "c/ab/|d//f||/e/||||g//;ij"),
            ("i", step(1), "abci//|d//f||/e/||||g//;j"),
            ("ji", lane(3), "abc//ij|d//f||/e/||||g//;"),
            // What stands there already stays where it is.
            ("adi", stage(1), "abci//|d//f||/e/||||g//;j"),
            ("ae", stage(1), "abc/e/|d//f||//||||g//;ij"),
            ("c", lane(1), "abc//|d//f||/e/||||g//;ij"),
            // A stage without steps gets one.
            ("ef", stage(3), "abc//|d//||//||/e/f||g//;ij"),
        ] {
            let mut hand = Hand::new();
            let before = hand.map();
            let ids = cards.chars().map(|title| hand.id(&title.to_string())).collect();
            hand.editor.send(&ids, to);
            assert_eq!(hand.map(), expected, "{cards} {to:?}");
            if expected != before {
                assert_eq!(hand.editor.selection(), &Selection::of(ids), "{cards} {to:?}");
                hand.editor.perform(crate::editor::Action::Undo);
            }
            assert_eq!(hand.map(), before, "{cards} {to:?}");
        }
    }
}
