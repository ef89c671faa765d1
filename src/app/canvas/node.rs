//! The map for assistive technology: a node for each card, step, stage and lane in view.
//!
//! Only while a reader is there, and not for cards that are painted as blocks of colour.

use super::{Canvas, paint, view::View};
use crate::{
    editor::{Editor, Selection},
    model::{JourneyMap, Mark, TouchpointId},
    scene::{Card, Grid, Pin, Scene, Source},
    text::Text,
};
use egui::{
    Event, Id, Rect, Sense, Ui, UiBuilder,
    accesskit::{self, Role},
};
use std::{collections::HashMap, sync::Arc};

/// The cards' names, kept while the map is the same.
#[derive(Default)]
pub struct Names {
    map: Option<Arc<JourneyMap>>,
    places: HashMap<TouchpointId, usize>,
    of_card: HashMap<TouchpointId, Arc<str>>,
}

/// Adds the nodes of this frame, as children of the canvas.
pub fn add(ui: &mut Ui, editor: &Editor, view: View, text: &Text, names: &mut Names) {
    let is_read = ui.accesskit_node_builder(Canvas::id(), |_| ()).is_some();
    let Some(map) = editor.map().filter(|_| is_read) else { return };
    names.follow(map);
    let builder = UiBuilder::new().max_rect(view.rect).accessibility_parent(Canvas::id());
    ui.scope_builder(builder, |ui| {
        ui.set_clip_rect(view.rect);
        headers(ui, editor, view, text);
        let scene = editor.scene();
        let selected =
            |id| matches!(editor.selection(), Selection::Touchpoints(ids) if ids.contains(&id));
        let is_far = paint::is_far(view.camera.zoom);
        let mut active = None;
        for card in scene.cards_in(&view.camera.visible()) {
            let is_selected = selected(card.id);
            if is_far && !is_selected {
                continue;
            }
            let source = Source::Touchpoint(card.id);
            let name = names.of(card, &scene.grid, text);
            node(ui, source, view.area(Pin::Free, &card.rect), &name, is_selected);
            if is_selected {
                active = active.or(Some(id(source)));
            }
        }
        if let Some(active) = active {
            ui.accesskit_node_builder(Canvas::id(), |node| {
                node.set_active_descendant(active.accesskit_id());
            });
        }
    });
}

/// What an assistive technology asked of a node: click and focus both select.
pub fn take_requests(ui: &Ui, editor: &mut Editor) {
    let wanted: Vec<_> = ui.input(|input| {
        let requests = input.events.iter().filter_map(|event| match event {
            Event::AccessKitActionRequest(request) => Some(request),
            _ => None,
        });
        let is_ours =
            |action| matches!(action, accesskit::Action::Click | accesskit::Action::Focus);
        requests.filter(|request| is_ours(request.action)).map(|r| r.target_node).collect()
    });
    for node in wanted {
        let is_wanted = |source: &Source| id(*source).accesskit_id() == node;
        let scene = editor.scene();
        let headers = scene.blocks.iter().map(|placed| placed.source);
        let cards = scene.cards.iter().map(|card| Source::Touchpoint(card.id));
        let Some(source) = headers.chain(cards).find(is_wanted) else { continue };
        if let Some(selection) = selection_of(source) {
            editor.select(selection);
            ui.memory_mut(|memory| memory.request_focus(Canvas::id()));
        }
    }
}

fn headers(ui: &mut Ui, editor: &Editor, view: View, text: &Text) {
    let Some(map) = editor.map() else { return };
    for placed in &editor.scene().blocks {
        let rect = view.area(placed.pin, &placed.bounds());
        if !rect.intersects(view.rect) {
            continue;
        }
        let Some(name) = header_name(map, editor.scene(), placed.source, text) else { continue };
        let is_selected = selection_of(placed.source).as_ref() == Some(editor.selection());
        node(ui, placed.source, rect, &name, is_selected);
    }
}

fn header_name(map: &JourneyMap, scene: &Scene, source: Source, text: &Text) -> Option<String> {
    match source {
        Source::Stage(id) => Some(text.canvas_stage_name(&map.stage(id)?.name)),
        Source::Lane(id) => Some(text.canvas_lane_name(&map.lane(id)?.name)),
        Source::Step(id) => {
            let number = scene.grid.columns.iter().position(|column| column.step == Some(id))? + 1;
            let action = &map.column(id)?.step.action;
            Some(text.canvas_step_name(number, action).trim_end().to_owned())
        }
        _ => None,
    }
}

fn selection_of(source: Source) -> Option<Selection> {
    match source {
        Source::Stage(id) => Some(Selection::Stage(id)),
        Source::Step(id) => Some(Selection::Step(id)),
        Source::Lane(id) => Some(Selection::Lane(id)),
        Source::Touchpoint(id) => Some(Selection::touchpoint(id)),
        Source::Link(id) => Some(Selection::Link(id)),
        Source::Emotion | Source::Ground => None,
    }
}

fn id(source: Source) -> Id {
    Canvas::id().with(source)
}

fn node(ui: &Ui, source: Source, rect: Rect, name: &str, is_selected: bool) {
    let id = id(source);
    // Senses nothing: the pointer is the canvas's.
    let rect = ui.interact(rect, id, Sense::hover()).rect;
    ui.accesskit_node_builder(id, |node| {
        node.set_role(Role::ListItem);
        node.set_label(name);
        node.set_selected(is_selected);
        node.set_bounds(accesskit::Rect {
            x0: rect.min.x.into(),
            y0: rect.min.y.into(),
            x1: rect.max.x.into(),
            y1: rect.max.y.into(),
        });
        node.add_action(accesskit::Action::Click);
        node.add_action(accesskit::Action::Focus);
    });
}

impl Names {
    fn follow(&mut self, map: &Arc<JourneyMap>) {
        if self.map.as_ref().is_some_and(|known| Arc::ptr_eq(known, map)) {
            return;
        }
        self.map = Some(Arc::clone(map));
        self.of_card.clear();
        self.places.clear();
        self.places.extend(map.touchpoints.iter().enumerate().map(|(at, card)| (card.id, at)));
    }

    /// "T4 Reviews, friction, Buy, step 2, Website".
    fn of(&mut self, card: &Card, grid: &Grid, text: &Text) -> Arc<str> {
        if let Some(name) = self.of_card.get(&card.id) {
            return Arc::clone(name);
        }
        let name: Arc<str> = self.make(card, grid, text).unwrap_or_default().into();
        self.of_card.insert(card.id, Arc::clone(&name));
        name
    }

    fn make(&self, card: &Card, grid: &Grid, text: &Text) -> Option<String> {
        let map = self.map.as_ref()?;
        let touchpoint = map.touchpoints.get(*self.places.get(&card.id)?)?;
        let at = card.rect.center();
        let column = grid.columns.partition_point(|column| column.x.end < at.x);
        let row = grid.rows.partition_point(|row| row.y.end < at.y);
        let place = || {
            let stage = map.stage(grid.columns.get(column)?.stage)?;
            let lane = map.lane(grid.rows.get(row)?.lane)?;
            Some(text.canvas_card_place(&stage.name, column + 1, &lane.name))
        };
        let code = touchpoint.code.to_string();
        let mark = match touchpoint.mark {
            None => text.canvas_mark_none(),
            Some(Mark::Positive) => text.canvas_mark_positive(),
            Some(Mark::Decision) => text.canvas_mark_decision(),
            Some(Mark::Friction) => text.canvas_mark_friction(),
        };
        let place = place().unwrap_or_default();
        Some(text.canvas_card_name(&code, &touchpoint.title, &mark, &place))
    }
}
