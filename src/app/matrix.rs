//! The priority matrix: impact against effort. A card that is dragged, or moved with the arrows,
//! gets the values of the place that it comes to. Beside it the cards without values, and all
//! others by priority.

mod board;
mod drag;
mod head;
mod list;
mod tile;

use self::{board::Board, drag::Drag, list::List};
use super::{
    page::Page,
    request::{Pane, Request},
    style,
};
use crate::{
    editor::Selection,
    method::feasibility::{Filter, Plan, Planned},
    model::{JourneyMap, MapId, Project, Score, TouchpointId},
    theme::{Tone, type_size},
};
use egui::{Align2, Id, Key, Rect, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo};
use std::sync::Arc;

/// Above the matrix: what it can be filtered by.
const HEAD: f32 = 48.0;
const MARGIN: f32 = 16.0;

/// Impact and effort.
type Cell = (Score, Score);

/// The page's state.
#[derive(Default)]
pub struct MatrixPage {
    filter: Filter,
    /// The cards of all maps, not of the shown one alone.
    shows_all: bool,
    /// Only what is in this cell is listed.
    listed: Option<Cell>,
    drag: Option<Drag>,
    plan: Option<(Source, Arc<Plan>)>,
    /// As it was in the last frame.
    selection: Selection,
    waiting: List,
    ranked: List,
}

/// What a plan was made from.
#[derive(PartialEq)]
struct Source {
    revision: u64,
    map: Option<MapId>,
    filter: Filter,
    shows_all: bool,
    drag: Option<Drag>,
}

impl MatrixPage {
    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        let rect = ui.available_rect_before_wrap();
        let home = ui.interact(rect, Page::Matrix.id(), Sense::FOCUSABLE);
        home.widget_info(|| WidgetInfo::labeled(Role::Group, true, Page::Matrix.name(pane.text)));
        if !maps(self.shows_all, pane).any(|map| !map.touchpoints.is_empty()) {
            self.drag = None;
            empty_ui(ui, rect, pane);
            return;
        }
        let (head, below) = rect.split_top_bottom_at_y(rect.top() + HEAD);
        let side = (below.width() * 0.32).clamp(200.0, 320.0);
        let (left, right) = below.split_left_right_at_x(below.right() - side);
        let board = Board::new(left.with_min_x(left.left() + MARGIN));
        self.follow_drag(ui, &board, right, pane);
        let plan = self.plan(pane);
        let is_new = self.selection != *pane.editor.selection();
        if is_new {
            self.selection = pane.editor.selection().clone();
        }
        self.head_ui(&mut child(ui, head.shrink2(egui::vec2(MARGIN, 0.0))), &plan, pane);
        self.board_ui(&mut child(ui, left), &board, &plan, pane);
        self.side_ui(&mut child(ui, right), &plan, is_new, pane);
        self.ghost_ui(ui, &plan, pane);
        let is_arrow = |key| ui.input(|input| input.key_pressed(key));
        let arrows = [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight];
        if home.has_focus() && arrows.into_iter().any(is_arrow) {
            enter(ui, &plan, pane);
        }
    }

    /// The plan with what is being dragged, made again when something of it changed.
    fn plan(&mut self, pane: &Pane<'_>) -> Arc<Plan> {
        let source = Source {
            revision: pane.editor.revision(),
            map: pane.editor.map().map(|map| map.id),
            filter: self.filter,
            shows_all: self.shows_all,
            drag: self.drag,
        };
        if let Some((_, plan)) = self.plan.as_ref().filter(|(known, _)| *known == source) {
            return Arc::clone(plan);
        }
        let plan = match self.drag.and_then(Drag::command) {
            Some(command) => {
                let mut project: Project = pane.editor.project().clone();
                // What is refused changes nothing: the plan is as it was.
                command.apply(&mut project).ok();
                let shown = source.map.filter(|_| !self.shows_all);
                let fits = |map: &&Arc<JourneyMap>| shown.is_none_or(|id| id == map.id);
                Plan::of(project.maps.iter().filter(fits), self.filter)
            }
            None => Plan::of(maps(self.shows_all, pane), self.filter),
        };
        let plan = Arc::new(plan);
        self.plan = Some((source, Arc::clone(&plan)));
        plan
    }
}

/// The arrows lead from the page to the selected card, else to the first.
fn enter(ui: &Ui, plan: &Plan, pane: &Pane<'_>) {
    let all = || plan.ranked.iter().chain(&plan.waiting);
    let selected = all().find(|it| pane.editor.selection().has(it.card.id));
    if let Some(it) = selected.or_else(|| all().next()) {
        ui.memory_mut(|memory| memory.request_focus(tile::id(it.card.id)));
    }
}

/// The maps whose cards are shown.
fn maps<'a>(shows_all: bool, pane: &Pane<'a>) -> impl Iterator<Item = &'a Arc<JourneyMap>> {
    let editor = pane.editor;
    let all = shows_all.then_some(&editor.project().maps);
    let shown = editor.map().filter(|_| !shows_all);
    all.into_iter().flatten().chain(shown)
}

/// A part of the page.
fn child(ui: &mut Ui, rect: Rect) -> Ui {
    ui.new_child(UiBuilder::new().max_rect(rect).id_salt(rect.min.x.to_bits()))
}

fn empty_ui(ui: &mut Ui, rect: Rect, pane: &Pane<'_>) {
    let width = rect.width().min(360.0);
    let area = Align2::CENTER_CENTER.align_size_within_rect(egui::vec2(width, 48.0), rect);
    let ink = style::color(pane.theme, Tone::Secondary);
    let words = RichText::new(pane.text.matrix_empty()).size(type_size::LARGE).color(ink);
    child(ui, area).vertical_centered(|ui| ui.label(words));
}

/// Selects a card, of whichever map.
fn select(it: &Planned, pane: &mut Pane<'_>) {
    if !pane.editor.selection().has(it.card.id) {
        pane.push(Request::ShowMap(it.map));
        pane.push(Request::Select(Selection::touchpoint(it.card.id)));
    }
}

/// The widget of a card in the list.
fn row_id(card: TouchpointId) -> Id {
    Id::unique("matrix row").with(card)
}
