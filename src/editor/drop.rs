//! Drop: the command that puts what is carried where it would land.

use super::{
    Carry, Editor, Landing, NewCard, Selection,
    board::{Board, END, Wanted, inbox_places, places},
    frame,
    gesture::Pending,
    group::{arrange, copied},
};
use crate::{
    command::{Command, CommandName},
    model::{Cell, Code, JourneyMap, Place, Step, StepId, Touchpoint, TouchpointId},
    scene::Source,
};
use std::{collections::BTreeSet, sync::Arc};

impl Editor {
    /// What a drop there would do; `None` where it would change nothing.
    pub(super) fn drop_of(&mut self, carried: &Carry, landing: Landing) -> Option<Pending> {
        let map = Arc::clone(self.map()?);
        match carried {
            Carry::Cards { ids, grabbed, copy: false } => {
                self.move_cards(&map, ids, *grabbed, landing)
            }
            Carry::Cards { ids, grabbed, copy: true } => {
                self.copy_cards(&map, ids, *grabbed, landing)
            }
            Carry::New(NewCard::Inbox(id)) => {
                let ids = self.inbox_group(&map, *id);
                self.place_from_inbox(&map, &ids, *id, landing)
            }
            Carry::New(card) => self.place_new(&map, card, landing),
            Carry::Header(source) => move_header(&map, *source, landing),
        }
    }

    /// A card that is not on the map yet, made at a landing.
    pub(super) fn place_new(
        &mut self,
        map: &JourneyMap,
        card: &NewCard,
        landing: Landing,
    ) -> Option<Pending> {
        let (mut commands, cell, before) = self.cell_for(map, landing)?;
        let id = self.ids.next();
        let at = |_| before;
        let place = places(map, &[Wanted { id, cell }], &BTreeSet::new(), at).pop()?.1;
        let touchpoint = touchpoint(id, card, place)?;
        commands.push(Command::AddTouchpoints { map: map.id, touchpoints: vec![touchpoint] });
        Some(Pending {
            command: together(CommandName::AddTouchpoint, commands),
            then: Selection::touchpoint(id),
            lead: Source::Touchpoint(id),
        })
    }

    /// Cards of the inbox put on the map, all into one cell.
    pub(super) fn place_from_inbox(
        &mut self,
        map: &JourneyMap,
        ids: &[TouchpointId],
        grabbed: TouchpointId,
        landing: Landing,
    ) -> Option<Pending> {
        let (mut commands, cell, before) = self.cell_for(map, landing)?;
        let wanted: Vec<_> = ids.iter().map(|&id| Wanted { id, cell }).collect();
        let leaving = ids.iter().copied().collect();
        let places = places(map, &wanted, &leaving, |_| before);
        if places.is_empty() {
            return None;
        }
        commands.push(Command::PlaceTouchpoints { map: map.id, places });
        Some(Pending {
            command: together(CommandName::MoveTouchpoint, commands),
            then: Selection::of(ids.iter().copied()),
            lead: Source::Touchpoint(grabbed),
        })
    }

    /// With one card of the inbox, the others that are selected there come along.
    pub(super) fn inbox_group(&self, map: &JourneyMap, id: TouchpointId) -> Vec<TouchpointId> {
        if !self.selection.has(id) {
            return vec![id];
        }
        let cards = map.cards_in(None).into_iter().map(|card| card.id);
        cards.filter(|&id| self.selection.has(id)).collect()
    }

    /// The cell of a landing, with the commands that make it first where it is not there yet.
    pub(super) fn cell_for(
        &mut self,
        map: &JourneyMap,
        landing: Landing,
    ) -> Option<(Vec<Command>, Cell, usize)> {
        match landing {
            Landing::Cell { cell, before } => Some((Vec::new(), cell, before)),
            Landing::NewStep { stage, at, lane } => {
                let step: StepId = self.ids.next();
                let add = Command::AddStep { map: map.id, stage, step: Step::new(step, ""), at };
                Some((vec![add], Cell { step, lane }, END))
            }
            Landing::First { step } => {
                let (commands, cell) = frame::first_cell(map, step, &self.text, &mut self.ids);
                Some((commands, cell, END))
            }
            Landing::Stage { .. } | Landing::Step { .. } | Landing::Lane { .. } => None,
        }
    }

    pub(super) fn move_cards(
        &mut self,
        map: &JourneyMap,
        ids: &[TouchpointId],
        grabbed: TouchpointId,
        landing: Landing,
    ) -> Option<Pending> {
        let mut group = arrange(map, ids, grabbed, landing, &mut self.ids)?;
        if !group.has_moved {
            // Only the cell under the pointer is put in another order.
            group.wanted.retain(|card| card.cell == group.lead);
        }
        let leaving = group.wanted.iter().map(|card| card.id).collect();
        let places = places(map, &group.wanted, &leaving, |cell| group.before_in(cell));
        if places.is_empty() {
            return None;
        }
        group.commands.push(Command::PlaceTouchpoints { map: map.id, places });
        Some(Pending {
            command: together(CommandName::MoveTouchpoint, group.commands),
            then: Selection::of(ids.iter().copied()),
            lead: Source::Touchpoint(grabbed),
        })
    }

    /// Copies of some cards with the links among them, as far from the originals as the pointer.
    fn copy_cards(
        &mut self,
        map: &JourneyMap,
        ids: &[TouchpointId],
        grabbed: TouchpointId,
        landing: Landing,
    ) -> Option<Pending> {
        let mut group = arrange(map, ids, grabbed, landing, &mut self.ids)?;
        let pairs: Vec<_> =
            group.wanted.iter().map(|card| (card.id, self.ids.next::<TouchpointId>())).collect();
        let copies: Vec<_> = group
            .wanted
            .iter()
            .zip(&pairs)
            .map(|(card, &(_, id))| Wanted { id, cell: card.cell })
            .collect();
        let places = places(map, &copies, &BTreeSet::new(), |cell| group.before_in(cell));
        group.commands.extend(copied(map, &pairs, places, &mut self.ids));
        let lead = pairs.iter().find(|(from, _)| *from == grabbed)?.1;
        Some(Pending {
            command: together(CommandName::Duplicate, group.commands),
            then: Selection::of(pairs.iter().map(|&(_, to)| to)),
            lead: Source::Touchpoint(lead),
        })
    }
}

/// A touchpoint of a card that is new to the project; `None` for one that is not, or without a
/// title.
pub(super) fn touchpoint(id: TouchpointId, card: &NewCard, place: Place) -> Option<Touchpoint> {
    // The code is given by the command.
    let new = |title: &str| {
        let title = super::text_edit::one_line(title);
        (!title.is_empty()).then(|| Touchpoint::new(id, Code(0), title, place))
    };
    match card {
        NewCard::Catalog { key, title, period, control } => Some(Touchpoint {
            catalog: Some(key.clone()),
            period: Some(*period),
            control: Some(*control),
            ..new(title)?
        }),
        NewCard::Typed { title } => new(title),
        NewCard::Inbox(_) => None,
    }
}

/// Several commands under one name; a single one stays as it is, under its own.
pub(super) fn together(name: CommandName, mut commands: Vec<Command>) -> Command {
    match commands.pop() {
        Some(only) if commands.is_empty() && only.name() == name => only,
        Some(last) => {
            commands.push(last);
            Command::Together { name, commands }
        }
        None => Command::Together { name, commands },
    }
}

/// The command that puts the cards of the map into the inbox; `None` where none is on the map.
pub(super) fn to_inbox(map: &JourneyMap, ids: &BTreeSet<TouchpointId>) -> Option<Command> {
    let cards: Vec<_> = Board::new(map).spots_of(ids).into_iter().map(|(id, _)| id).collect();
    let places = inbox_places(map, cards.len());
    (!cards.is_empty()).then(|| Command::PlaceTouchpoints {
        map: map.id,
        places: cards.into_iter().zip(places).collect(),
    })
}

/// The command that puts a header in its place; `None` where it stands there already.
pub(super) fn move_header(map: &JourneyMap, header: Source, landing: Landing) -> Option<Pending> {
    let id = map.id;
    let command = match (header, landing) {
        (Source::Stage(stage), Landing::Stage { to }) => {
            let at = map.stages.iter().position(|other| other.id == stage)?;
            (at != to).then_some(Command::MoveStage { map: id, stage, to })
        }
        (Source::Lane(lane), Landing::Lane { to }) => {
            let at = map.lanes.iter().position(|other| other.id == lane)?;
            (at != to).then_some(Command::MoveLane { map: id, lane, to })
        }
        (Source::Step(step), Landing::Step { stage, at }) => {
            let column = map.column(step)?;
            ((column.stage.id, column.step_at) != (stage, at)).then_some(Command::MoveStep {
                map: id,
                step,
                stage,
                at,
            })
        }
        _ => None,
    }?;
    Some(Pending { command, then: header.into(), lead: header })
}
