//! A card in the air: where it would go, what that changes, and how it is put back. What is shown
//! meanwhile is the plan after the very command that letting go runs.

use super::{Board, Cell, MARGIN, MatrixPage, tile};
use crate::{
    app::request::{Pane, Request},
    command::{Command, CommandName, TouchpointField},
    method::feasibility::{Plan, Planned},
    model::{MapId, Score, TouchpointId},
};
use egui::{CursorIcon, Key, LayerId, Order, Rect, Ui, Vec2};

/// A card that is dragged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drag {
    pub map: MapId,
    pub card: TouchpointId,
    pub target: Option<Target>,
}

/// Where it would go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Cell(Cell),
    /// Back to those without values.
    Waiting,
}

impl Drag {
    /// What letting it go would do; `None` where there is no place for it.
    pub fn command(self) -> Option<Command> {
        let (impact, effort) = match self.target? {
            Target::Cell((impact, effort)) => (Some(impact), Some(effort)),
            Target::Waiting => (None, None),
        };
        Some(place(self.map, self.card, impact, effort))
    }
}

/// A card gets both values in one step.
pub fn place(
    map: MapId,
    card: TouchpointId,
    impact: Option<Score>,
    effort: Option<Score>,
) -> Command {
    let edit = |field| Command::EditTouchpoints { map, touchpoints: vec![card], field };
    let fields = [TouchpointField::Impact(impact), TouchpointField::Effort(effort)];
    Command::Together { name: CommandName::PlanTouchpoint, commands: fields.map(edit).to_vec() }
}

impl MatrixPage {
    /// Takes a card up.
    pub(super) fn take_up(&mut self, it: &Planned) {
        self.drag = Some(Drag { map: it.map, card: it.card.id, target: None });
    }

    /// Escape puts it back; letting it go is the change.
    pub(super) fn follow_drag(&mut self, ui: &Ui, board: &Board, side: Rect, pane: &mut Pane<'_>) {
        let Some(drag) = &mut self.drag else {
            return;
        };
        let (at, is_down, is_escaped) = ui.input(|input| {
            let pointer = &input.pointer;
            (pointer.latest_pos(), pointer.primary_down(), input.key_pressed(Key::Escape))
        });
        if is_escaped {
            self.put_back(ui.ctx());
            return;
        }
        drag.target = at.and_then(|at| match board.cell_at(at) {
            Some(cell) => Some(Target::Cell(cell)),
            None if side.contains(at) => Some(Target::Waiting),
            None => None,
        });
        let cursor = if drag.target.is_some() { CursorIcon::Grabbing } else { CursorIcon::NoDrop };
        ui.ctx().set_cursor_icon(cursor);
        if !is_down {
            if let Some(command) = drag.command() {
                pane.run(command);
                pane.push(Request::Seal);
            }
            self.drag = None;
        }
    }

    /// Ends a drag without a change. Gives whether there was one.
    pub fn put_back(&mut self, ctx: &egui::Context) -> bool {
        if self.drag.take().is_some() {
            ctx.stop_dragging();
            return true;
        }
        false
    }

    /// The card under the pointer.
    pub(super) fn ghost_ui(&self, ui: &Ui, plan: &Plan, pane: &Pane<'_>) {
        let Some((drag, at)) = self.drag.zip(ui.ctx().pointer_latest_pos()) else {
            return;
        };
        let mut all = plan.ranked.iter().chain(&plan.waiting);
        let Some(it) = all.find(|it| it.card.id == drag.card) else {
            return;
        };
        let size = Vec2::new(tile::WIDTH, tile::HEIGHT);
        let rect = Rect::from_min_size(at - Vec2::new(MARGIN, tile::HEIGHT / 2.0), size);
        let layer = LayerId::new(Order::Tooltip, egui::Id::unique("matrix ghost"));
        let ghost = ui.ctx().layer_painter(layer);
        let shadow = ui.visuals().popup_shadow.as_shape(rect, tile::RADIUS);
        ghost.add(shadow);
        tile::paint(&ghost, rect, it, tile::Look::Lifted, pane);
    }
}
