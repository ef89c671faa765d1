//! Perform: what each action does to the project, the selection and the view.

use super::{
    Action, Editor, Gesture, Landing, NewCard, Notice, Selection,
    actions::lane_to_meet,
    board::{Board, END, Spot, inbox_places},
    drop::{to_inbox, together, touchpoint},
    frame,
    gesture::Pending,
    view::ZOOM_STEP,
    walk::Way,
};
use crate::{
    command::{Command, CommandName, MapField, TouchpointField},
    model::{Cell, IdSource, JourneyMap, Mark, Persona, StageId, Step, StepId, TouchpointId},
    scene::Source,
};
use std::{collections::BTreeSet, sync::Arc};

impl Editor {
    /// Does an editing action. Actions of the window (open, save, export …) and of its clipboard
    /// are the app's; they do nothing here and give `false`.
    pub fn perform(&mut self, action: Action) -> bool {
        match action {
            Action::Cancel => self.cancel(),
            Action::ZoomIn => self.zoom_by(ZOOM_STEP),
            Action::ZoomOut => self.zoom_by(1.0 / ZOOM_STEP),
            Action::ZoomTo100 => self.zoom_by(1.0 / self.camera.zoom),
            Action::ZoomToFit => self.fit(),
            Action::ZoomToSelection => self.zoom_to_selection(),
            action if self.lead(action) => {}
            _ => {
                self.cancel_gesture();
                return self.change(action) || self.go(action);
            }
        }
        true
    }

    /// Actions that change the project.
    fn change(&mut self, action: Action) -> bool {
        match action {
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Duplicate => self.duplicate(),
            Action::Delete => self.delete(),
            Action::AddTouchpoint => {
                if let Some(landing) = self.landing_for_new() {
                    self.begin_new_card(landing);
                }
            }
            Action::AddStep => self.add_step(false),
            Action::AddStage => self.add_stage(),
            Action::AddLane => self.add_lane(),
            Action::AddPersona => self.add_persona(),
            Action::MarkPositive => self.mark(Some(Mark::Positive)),
            Action::MarkDecision => self.mark(Some(Mark::Decision)),
            Action::MarkFriction => self.mark(Some(Mark::Friction)),
            Action::MarkNone => self.mark(None),
            Action::AddLink => self.link_selected(),
            Action::ToInbox => {
                let cards = self.selected_cards().filter(|card| card.place.cell.is_some());
                let ids: BTreeSet<_> = cards.map(|card| card.id).collect();
                if self.send_to_inbox(&ids) {
                    self.notices.push(Notice::MovedToInbox { count: ids.len() });
                }
            }
            Action::AddMap => self.add_map(),
            Action::DuplicateMap => self.duplicate_map(frame::copied_map),
            Action::DuplicateFrame => self.duplicate_map(frame::copied_frame),
            Action::DeleteMap => self.delete_map(),
            Action::MoveMapLeft => self.move_map(-1),
            Action::MoveMapRight => self.move_map(1),
            Action::MoveLeft => self.move_selected(Way::Left),
            Action::MoveRight => self.move_selected(Way::Right),
            Action::MoveUp => self.move_selected(Way::Up),
            Action::MoveDown => self.move_selected(Way::Down),
            _ => return false,
        }
        true
    }

    /// Actions that go somewhere or select.
    fn go(&mut self, action: Action) -> bool {
        match action {
            Action::SelectAll => {
                let ids: Vec<_> = self.scene().cards.iter().map(|card| card.id).collect();
                self.select(Selection::of(ids));
            }
            Action::EditText => match (&self.selection, self.selection.source()) {
                (_, Some(source)) => self.edit_text(source),
                (&Selection::Cell(cell), _) => {
                    self.begin_new_card(Landing::Cell { cell, before: END });
                }
                _ => {}
            },
            Action::NextMap => self.turn_by(1),
            Action::PreviousMap => self.turn_by(-1),
            Action::FindNext => self.find_next(false),
            Action::FindPrevious => self.find_next(true),
            Action::ClearFilter => self.clear_filter(),
            Action::WalkLeft => self.walk(Way::Left),
            Action::WalkRight => self.walk(Way::Right),
            Action::WalkUp => self.walk(Way::Up),
            Action::WalkDown => self.walk(Way::Down),
            Action::WalkFirst => self.walk_to_end(false),
            Action::WalkLast => self.walk_to_end(true),
            Action::ExtendLeft => self.extend(Way::Left),
            Action::ExtendRight => self.extend(Way::Right),
            Action::ExtendUp => self.extend(Way::Up),
            Action::ExtendDown => self.extend(Way::Down),
            _ => return false,
        }
        true
    }

    /// Ends what is under way, else selects nothing.
    fn cancel(&mut self) {
        if self.gesture != Gesture::Idle {
            self.cancel_gesture();
        } else if self.editing().is_some() {
            self.cancel_text();
        } else if self.selection == Selection::Nothing {
            self.clear_filter();
        } else {
            self.select(Selection::Nothing);
        }
    }

    fn mark(&mut self, mark: Option<Mark>) {
        let touchpoints: Vec<_> = self.selection.touchpoints().collect();
        if let Some(map) = self.shown.filter(|_| !touchpoints.is_empty()) {
            let field = TouchpointField::Mark(mark);
            self.commit(Command::EditTouchpoints { map, touchpoints, field }, None);
        }
    }

    fn delete(&mut self) {
        let Some(map) = self.map().map(Arc::clone) else {
            return;
        };
        let id = map.id;
        let on_map = |fits: &dyn Fn(Cell) -> bool| {
            map.touchpoints.iter().filter(|card| card.place.cell.is_some_and(fits)).count()
        };
        let (command, count, then) = match &self.selection {
            Selection::Touchpoints(ids) => {
                // The place of a single card stays selected: what comes next goes there.
                let only = if ids.len() == 1 { ids.first() } else { None };
                let cell = only.and_then(|&id| map.touchpoint(id)?.place.cell);
                let then = cell.map_or(Selection::Nothing, Selection::Cell);
                let touchpoints = ids.iter().copied().collect();
                (Command::DeleteTouchpoints { map: id, touchpoints }, 0, then)
            }
            &Selection::Stage(stage) => {
                let steps: BTreeSet<_> = map
                    .stage(stage)
                    .into_iter()
                    .flat_map(|it| &it.steps)
                    .map(|step| step.id)
                    .collect();
                let count = on_map(&|cell| steps.contains(&cell.step));
                (Command::DeleteStage { map: id, stage }, count, Selection::Nothing)
            }
            &Selection::Step(step) => {
                let count = on_map(&|cell| cell.step == step);
                // The next one, or the last: one goes on where one was.
                let steps: Vec<StepId> = map.columns().map(|column| column.step.id).collect();
                let at = steps.iter().position(|it| *it == step).unwrap_or_default();
                let beside = steps.get(at + 1).or(at.checked_sub(1).and_then(|at| steps.get(at)));
                let then = beside.map_or(Selection::Nothing, |&step| Selection::Step(step));
                (Command::DeleteStep { map: id, step }, count, then)
            }
            &Selection::Lane(lane) => {
                let count = on_map(&|cell| cell.lane == lane);
                (Command::DeleteLane { map: id, lane }, count, Selection::Nothing)
            }
            &Selection::Link(link) => {
                (Command::DeleteLinks { map: id, links: vec![link] }, 0, Selection::Nothing)
            }
            Selection::Nothing | Selection::Cell(_) | Selection::Project => return,
        };
        if self.commit(command, Some(then)) && count > 0 {
            self.notices.push(Notice::MovedToInbox { count });
        }
    }

    /// Sends cards to the inbox. Gives whether any was on the map.
    pub(super) fn send_to_inbox(&mut self, ids: &BTreeSet<TouchpointId>) -> bool {
        let command = self.map().and_then(|map| to_inbox(map, ids));
        command.is_some_and(|command| self.commit(command, None))
    }

    /// Puts a card where it is most likely wanted: the selected cell, else the inbox (Enter in the
    /// library, a line typed there).
    #[expect(clippy::needless_pass_by_value, reason = "handed over, as to `carry_in`")]
    pub fn put(&mut self, card: NewCard) {
        self.cancel_gesture();
        let Some(map) = self.map().map(Arc::clone) else {
            return;
        };
        let landing = match (self.landing_at_selection(&map), &card) {
            (Some(landing), _) => landing,
            // Where nothing is selected: the beginning of its period, else of the map, to be moved
            // on from there.
            (None, NewCard::Inbox(id)) => {
                let period = map.touchpoint(*id).and_then(|card| card.period);
                let mut stages = map.stages.iter().filter(|stage| stage.period == period);
                let step =
                    stages.find_map(|stage| stage.steps.first()).filter(|_| period.is_some());
                let cell = step.zip(lane_to_meet(&map));
                let cell = cell.map(|(step, lane)| Cell { step: step.id, lane });
                let first = || Board::new(&map).cell(Spot { column: 0, row: 0 });
                let first = cell.or_else(first);
                first.map_or(Landing::First { step: None }, |cell| Landing::Cell {
                    cell,
                    before: END,
                })
            }
            (None, NewCard::Catalog { .. } | NewCard::Typed { .. }) => {
                if self.put_in_inbox(&card) {
                    self.notices.push(Notice::PutInInbox { count: 1 });
                }
                return;
            }
        };
        let pending = match &card {
            NewCard::Inbox(id) => self.place_from_inbox(&map, &[*id], *id, landing),
            card => self.place_new(&map, card, landing),
        };
        if let Some(pending) = pending {
            self.commit(pending.command, Some(pending.then));
            self.reveal_selection();
        }
    }

    /// A new card with a title, after what is selected, as one step.
    pub fn add_titled(&mut self, title: String) {
        self.cancel_gesture();
        let Some((map, landing)) = self.map().map(Arc::clone).zip(self.landing_for_new()) else {
            return;
        };
        if let Some(pending) = self.place_new(&map, &NewCard::Typed { title }, landing) {
            self.commit(pending.command, Some(pending.then));
            self.reveal_selection();
        }
    }

    /// A new card at the end of the inbox, also where it is still carried. Gives whether it is there.
    pub fn put_in_inbox(&mut self, card: &NewCard) -> bool {
        self.cancel_gesture();
        let Some(map) = self.map().map(Arc::clone) else {
            return false;
        };
        let place = inbox_places(&map, 1).pop();
        let id = self.ids.next();
        let Some(card) = place.and_then(|place| touchpoint(id, card, place)) else {
            return false;
        };
        let command = Command::AddTouchpoints { map: map.id, touchpoints: vec![card] };
        self.commit(command, None)
    }

    /// A step after what is selected, with its customer action in edit.
    pub(super) fn add_step(&mut self, is_next: bool) {
        let Some(map) = self.map().map(Arc::clone) else {
            return;
        };
        let step = Step::new(self.ids.next(), "");
        let lead = Source::Step(step.id);
        let command = if let Some((stage, at)) = self.end_of_selected_step(&map) {
            Command::AddStep { map: map.id, stage, step, at }
        } else {
            let mut stage = frame::new_stage(&map, &self.text, &mut self.ids);
            stage.steps.push(step);
            Command::AddStage { map: map.id, stage, at: 0 }
        };
        let pending = Pending { command, then: lead.into(), lead };
        self.begin_new(pending, String::new(), is_next);
    }

    /// A stage with one step after the selected one, with its name in edit.
    fn add_stage(&mut self) {
        let Some(map) = self.map().map(Arc::clone) else {
            return;
        };
        let mut stage = frame::new_stage(&map, &self.text, &mut self.ids);
        stage.steps.push(Step::new(self.ids.next(), ""));
        let selected = match &self.selection {
            &Selection::Stage(id) => Some(id),
            _ => self.selected_step(&map).and_then(|id| Some(map.column(id)?.stage.id)),
        };
        let after = selected.and_then(|id| map.stages.iter().position(|it| it.id == id));
        let at = after.map_or(map.stages.len(), |at| at + 1);
        let (lead, name) = (Source::Stage(stage.id), stage.name.clone());
        let command = Command::AddStage { map: map.id, stage, at };
        self.begin_new(Pending { command, then: lead.into(), lead }, name, false);
    }

    /// A lane below the selected one, with its name in edit.
    fn add_lane(&mut self) {
        let Some(map) = self.map().map(Arc::clone) else {
            return;
        };
        let lane = frame::new_lane(&map, &self.text, &mut self.ids);
        let selected = match &self.selection {
            Selection::Lane(id) => Some(*id),
            Selection::Cell(cell) => Some(cell.lane),
            _ => self.selected_cards().find_map(|card| Some(card.place.cell?.lane)),
        };
        let after = selected.and_then(|id| map.lanes.iter().position(|it| it.id == id));
        let at = after.map_or(map.lanes.len(), |at| at + 1);
        let (lead, name) = (Source::Lane(lane.id), lane.name.clone());
        let command = Command::AddLane { map: map.id, lane, at };
        self.begin_new(Pending { command, then: lead.into(), lead }, name, false);
    }

    /// Where a step after the selected one goes; `None` in a map without stages.
    fn end_of_selected_step(&self, map: &JourneyMap) -> Option<(StageId, usize)> {
        if let Selection::Stage(id) = &self.selection {
            return map.stage(*id).map(|stage| (stage.id, stage.steps.len()));
        }
        let selected = self.selected_step(map).and_then(|id| map.column(id));
        selected.map(|column| (column.stage.id, column.step_at + 1)).or_else(|| {
            let last = map.stages.last()?;
            Some((last.id, last.steps.len()))
        })
    }

    fn selected_step(&self, map: &JourneyMap) -> Option<StepId> {
        match &self.selection {
            Selection::Step(id) => Some(*id),
            Selection::Cell(cell) => Some(cell.step),
            Selection::Touchpoints(ids) => {
                let board = Board::new(map);
                board.spots_of(ids).last().and_then(|&(_, spot)| Some(board.cell(spot)?.step))
            }
            _ => None,
        }
    }

    /// A persona, who is the shown map's if it has none yet.
    fn add_persona(&mut self) {
        let name = self.text.new_persona(self.project().personas.len() + 1);
        let persona = Persona::new(self.ids.next(), name);
        let field = MapField::Persona(Some(persona.id));
        let mut commands = vec![Command::AddPersona(persona)];
        if let Some(map) = self.map().filter(|map| map.persona.is_none()) {
            commands.push(Command::EditMap { map: map.id, field });
        }
        self.commit(together(CommandName::AddPersona, commands), Some(Selection::Project));
    }

    fn add_map(&mut self) {
        let title = self.text.new_map(self.project().maps.len() + 1);
        let map = frame::new_map(title, &self.text, &mut self.ids);
        self.add_and_show(map, Vec::new());
    }

    /// A copy of the shown map beside it, on the same stages.
    fn duplicate_map(&mut self, copied: fn(&JourneyMap, String, &mut IdSource) -> JourneyMap) {
        if let Some(map) = self.map().map(Arc::clone) {
            let title = self.text.copied_map(&map.title);
            let copy = copied(&map, title, &mut self.ids);
            self.add_and_show(copy, frame::share_stages(&map));
        }
    }

    fn add_and_show(&mut self, map: JourneyMap, mut commands: Vec<Command>) {
        let id = map.id;
        let at = self.map_at().map_or(self.project().maps.len(), |at| at + 1);
        commands.push(Command::AddMap { map: Arc::new(map), at });
        if self.commit(together(CommandName::AddMap, commands), None) {
            self.show_map(id);
        }
    }

    fn delete_map(&mut self) {
        let Some((id, at)) = self.shown.zip(self.map_at()) else {
            return;
        };
        let maps = &self.project().maps;
        let beside = maps.get(at + 1).or(at.checked_sub(1).and_then(|at| maps.get(at)));
        let beside = beside.map(|map| map.id);
        if self.commit(Command::DeleteMap(id), Some(Selection::Nothing))
            && let Some(beside) = beside
        {
            self.show_map(beside);
        }
    }

    fn move_map(&mut self, by: isize) {
        let to = self.map_at().and_then(|at| at.checked_add_signed(by));
        let to = to.filter(|&to| to < self.project().maps.len());
        if let Some((map, to)) = self.shown.zip(to) {
            self.commit(Command::MoveMap { map, to }, None);
        }
    }

    /// Shows the map that is so many tabs further, round and round.
    fn turn_by(&mut self, by: isize) {
        let maps = &self.project().maps;
        let at = self.map_at().map(|at| at.cast_signed() + by);
        let at = at.and_then(|at| at.checked_rem_euclid(maps.len().cast_signed()));
        let map = at.and_then(|at| maps.get(at.unsigned_abs()));
        if let Some(id) = map.map(|map| map.id) {
            self.show_map(id);
        }
    }
}
