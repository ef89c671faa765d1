//! The map for assistive technology: a list of its things in reading order (lanes; then stage,
//! step, lane, place in the cell, and after a decision where it leads; the emotion curve last).
//!
//! Only while a reader is there; and only what is in view or next to it, at most [`MOST`] cards
//! around the one that is selected: the outline reaches the rest. So far out that cards are blocks
//! of colour they have nodes all the same, because a reader does not care for the zoom.
//!
//! The keyboard's focus is the canvas's; the item that is selected is its active descendant, so
//! that a reader follows the arrows.

use super::{
    Canvas,
    name::Names,
    seen::{MOST, Seen, Thing, column_at},
    view::View,
};
use crate::{
    app::{focus, spoken},
    editor::{Editor, Selection},
    model::JourneyMap,
    scene::{Grid, Pin, Point, Rect, Source},
    text::Text,
};
use egui::{
    Id, Sense, Ui, UiBuilder,
    accesskit::{self, Role},
};
use std::{collections::HashMap, ops::Range};

/// What the nodes remember from frame to frame.
#[derive(Default)]
pub struct Nodes {
    names: Names,
    /// As it was in the last frame, to see what joined it.
    selection: Selection,
    /// The card of several that was selected last.
    latest: Option<Source>,
}

/// What an assistive technology asked for that is not the editor's.
pub enum Wish {
    ContextMenu,
}

/// Adds the nodes of this frame, as children of the canvas.
pub fn add(ui: &mut Ui, editor: &Editor, view: View, text: &Text, nodes: &mut Nodes) {
    let is_read = ui.accesskit_node_builder(Canvas::id(), |_| ()).is_some();
    let Some(map) = editor.map().filter(|_| is_read) else { return };
    nodes.names.follow(map, editor.scene(), text);
    let active = nodes.active(editor);
    let builder = UiBuilder::new()
        .scope_id(Canvas::id().with("list"))
        .max_rect(view.rect)
        .accessibility_parent(Canvas::id())
        .accessibility_role(Role::ListBox)
        .accessibility_label(map.title.as_str());
    let mut child = ui.new_child(builder);
    child.set_clip_rect(view.rect);
    child.accesskit_node_builder(child.unique_id(), |node| {
        node.set_multiselectable();
        node.set_size_of_set(editor.scene().cards.len());
        node.set_bounds(bounds(view.rect));
    });
    let seen = Seen::of(editor, active);
    let mut list = List { ui: &child, editor, map, view, text, active, is_active_there: false };
    list.lanes(&seen, &mut nodes.names);
    list.columns(&seen, &mut nodes.names);
    list.emotion(&seen, &mut nodes.names);
    if let Some(active) = active.filter(|_| list.is_active_there) {
        ui.accesskit_node_builder(Canvas::id(), |node| {
            node.set_active_descendant(id(active).accesskit_id());
        });
    }
}

/// What an assistive technology asked of a node: click and focus select it and bring it into view.
pub fn take_requests(ui: &Ui, editor: &mut Editor) -> Option<Wish> {
    use accesskit::Action;
    let mut wish = None;
    for (action, node) in focus::asked(ui) {
        let Some(thing) = thing_of(editor, node) else { continue };
        match action {
            Action::ScrollIntoView => editor.reveal(&thing.selection()),
            Action::Click | Action::Focus | Action::ShowContextMenu => {
                editor.go_to(thing.selection());
                ui.memory_mut(|memory| memory.request_focus(Canvas::id()));
                if action == Action::ShowContextMenu {
                    wish = Some(Wish::ContextMenu);
                }
            }
            _ => {}
        }
    }
    wish
}

fn id(thing: Thing) -> Id {
    match thing {
        Thing::Drawn(source) => Canvas::id().with(source),
        Thing::Cell(cell) => Canvas::id().with(cell),
    }
}

/// The thing of a node; looked for among all that the map has.
fn thing_of(editor: &Editor, node: accesskit::NodeId) -> Option<Thing> {
    let scene = editor.scene();
    let headers = scene.blocks.iter().map(|placed| placed.source);
    let cards = scene.cards.iter().map(|card| Source::Touchpoint(card.id));
    let links = scene.links.iter().map(|link| Source::Link(link.id));
    let cell = match editor.selection() {
        Selection::Cell(cell) => Some(Thing::Cell(*cell)),
        _ => None,
    };
    let drawn = headers.chain(cards).chain(links).map(Thing::Drawn);
    cell.into_iter().chain(drawn).find(|&thing| id(thing).accesskit_id() == node)
}

impl Nodes {
    /// What the keyboard is on: what is selected, or the card that was selected last.
    fn active(&mut self, editor: &Editor) -> Option<Thing> {
        let selection = editor.selection();
        if *selection != self.selection {
            let joined = selection.touchpoints().find(|&id| !self.selection.has(id));
            let joined = joined.map(Source::Touchpoint);
            let is_left = matches!(self.latest, Some(Source::Touchpoint(id)) if selection.has(id));
            self.latest = joined.or(self.latest.filter(|_| is_left));
            self.selection = selection.clone();
        }
        let first = || selection.touchpoints().next().map(Source::Touchpoint);
        match selection {
            &Selection::Cell(cell) => Some(Thing::Cell(cell)),
            Selection::Touchpoints(_) => self.latest.or_else(first).map(Thing::Drawn),
            _ => selection.source().map(Thing::Drawn),
        }
    }
}

/// The nodes while they are written.
struct List<'a> {
    ui: &'a Ui,
    editor: &'a Editor,
    map: &'a JourneyMap,
    view: View,
    text: &'a Text,
    active: Option<Thing>,
    /// A node that is not there must not be pointed at.
    is_active_there: bool,
}

/// One node.
struct Entry<'a> {
    thing: Thing,
    rect: egui::Rect,
    name: &'a str,
    details: &'a str,
    /// Among all cards.
    position: Option<usize>,
}

impl List<'_> {
    fn grid(&self) -> &Grid {
        &self.editor.scene().grid
    }

    fn lanes(&mut self, seen: &Seen, names: &mut Names) {
        for row in self.editor.scene().grid.rows.get(seen.rows.clone()).unwrap_or_default() {
            let Some(lane) = self.map.lane(row.lane) else { continue };
            let rect = area(0.0..self.grid().left, row.y.clone());
            let (thing, text) = (Thing::Drawn(Source::Lane(lane.id)), self.text);
            let words = names.of(thing, || {
                (text.canvas_lane_name(&lane.name), crate::app::words::role(text, lane.role))
            });
            self.write(&Entry {
                thing,
                rect: self.view.area(Pin::Left, &rect),
                name: &words.name,
                details: &words.details,
                position: None,
            });
        }
    }

    fn columns(&mut self, seen: &Seen, names: &mut Names) {
        let scene = self.editor.scene();
        let drawn = scene.links.iter().filter(|link| link.bounds.overlaps(&seen.area));
        let links: HashMap<_, _> = drawn.take(MOST).map(|link| (link.id, link.bounds)).collect();
        let mut stage = None;
        let mut cards = seen.cards.iter().copied().peekable();
        let mut seen_columns = seen.columns.clone();
        // A card that is far away: by itself.
        while let Some(card) = cards.next_if(|&at| column_at(scene, at) < Some(seen_columns.start))
        {
            self.card(card, &links, names);
        }
        for at in &mut seen_columns {
            let Some(column) = scene.grid.columns.get(at) else { continue };
            if stage != Some(column.stage) {
                stage = Some(column.stage);
                self.stage(at, names);
            }
            self.step(at, names);
            self.empty_cell(at);
            while let Some(card) = cards.next_if(|&card| column_at(scene, card) == Some(at)) {
                self.card(card, &links, names);
            }
        }
        for card in cards {
            self.card(card, &links, names);
        }
    }

    fn stage(&mut self, column: usize, names: &mut Names) {
        let grid = self.grid();
        let Some(id) = grid.columns.get(column).map(|column| column.stage) else { return };
        let span = grid.stages.iter().find(|span| span.stage == id);
        let Some((span, stage)) = span.zip(self.map.stage(id)) else { return };
        let rect = area(span.x.clone(), 0.0..grid.top);
        let first = grid.columns.partition_point(|column| column.x.end <= span.x.start);
        let columns = first..first + stage.steps.len().max(1);
        let thing = Thing::Drawn(Source::Stage(id));
        let words = names.of(thing, || {
            let cards = columns.map(|column| self.count(column)).sum();
            let details = spoken::stage_details(self.text, stage, cards);
            (self.text.canvas_stage_name(&stage.name), details)
        });
        self.write(&Entry {
            thing,
            rect: self.view.area(Pin::Top, &rect),
            name: &words.name,
            details: &words.details,
            position: None,
        });
    }

    fn step(&mut self, at: usize, names: &mut Names) {
        let Some(column) = self.grid().columns.get(at) else { return };
        let Some(id) = column.step else { return };
        let stage = self.map.stage(column.stage);
        let Some(step) = stage.and_then(|stage| stage.steps.get(column.step_at)) else { return };
        if step.id != id {
            return;
        }
        let rect = area(column.cards.clone(), self.grid().top..self.grid().actions_bottom);
        let thing = Thing::Drawn(Source::Step(id));
        let words = names.of(thing, || {
            let details = spoken::step_details(self.text, step, self.count(at));
            (spoken::step(self.text, column.number, step), details)
        });
        self.write(&Entry {
            thing,
            rect: self.view.area(Pin::Free, &rect),
            name: &words.name,
            details: &words.details,
            position: None,
        });
    }

    /// How many cards a column has.
    fn count(&self, column: usize) -> usize {
        let Some(last) = self.grid().rows.len().checked_sub(1) else { return 0 };
        let (first, last) = (self.grid().cards_of(column, 0), self.grid().cards_of(column, last));
        last.end.saturating_sub(first.start)
    }

    /// The cell that is selected, if it is in this column.
    fn empty_cell(&mut self, at: usize) {
        let &Selection::Cell(cell) = self.editor.selection() else { return };
        let Some(column) = self.grid().columns.get(at) else { return };
        if column.step != Some(cell.step) {
            return;
        }
        let parts = self.map.stage(column.stage).zip(self.map.lane(cell.lane));
        let row = self.grid().row_of(cell.lane);
        let rect = row.and_then(|row| self.grid().cell_rect(at, row));
        let Some(((stage, lane), rect)) = parts.zip(rect) else { return };
        let cards = row.map_or(0, |row| self.grid().cards_of(at, row).len());
        let place = spoken::place(self.text, stage, column.number, lane);
        let (name, details) = match cards {
            0 => (self.text.reader_empty_cell(place), String::new()),
            cards => (place, self.text.status_touchpoints(cards)),
        };
        self.write(&Entry {
            thing: Thing::Cell(cell),
            rect: self.view.area(Pin::Free, &rect),
            name: &name,
            details: &details,
            position: None,
        });
    }

    /// A card, and after it where it leads.
    fn card(&mut self, at: usize, links: &HashMap<crate::model::LinkId, Rect>, names: &mut Names) {
        let scene = self.editor.scene();
        let Some(card) = scene.cards.get(at) else { return };
        let name = names.of_card(card, &scene.grid, self.text);
        if name.is_empty() {
            // It is being made: the field with its title stands for it.
            return;
        }
        self.write(&Entry {
            thing: Thing::Drawn(Source::Touchpoint(card.id)),
            rect: self.view.area(Pin::Free, &card.rect),
            name: &name,
            details: "",
            position: Some(at),
        });
        let leads: Vec<_> = names.links_of(card.id).to_vec();
        for link in leads.into_iter().filter_map(|at| self.map.links.get(at)) {
            let Some(bounds) = links.get(&link.id) else { continue };
            let words = names.of_link(link, self.text);
            self.write(&Entry {
                thing: Thing::Drawn(Source::Link(link.id)),
                rect: self.view.area(Pin::Free, bounds),
                name: &words.name,
                details: &words.details,
                position: None,
            });
        }
    }

    fn emotion(&mut self, seen: &Seen, names: &mut Names) {
        let scene = self.editor.scene();
        let Some(rect) = scene.rect_of(Source::Emotion).filter(|it| it.overlaps(&seen.area)) else {
            return;
        };
        let rows = scene.grid.rows.len();
        let cards_of = |column| {
            let cells = (0..rows).flat_map(|row| scene.grid.cards_of(column, row));
            cells.filter_map(|at| Some(scene.cards.get(at)?.id)).collect()
        };
        let columns = &scene.grid.columns;
        let details = names.emotion(seen.columns.clone(), columns, cards_of, self.text);
        let node = Canvas::id().with(Source::Emotion);
        let rect = self.ui.interact(self.view.area(Pin::Free, &rect), node, Sense::hover()).rect;
        self.ui.accesskit_node_builder(node, |node| {
            node.set_role(Role::ListBoxOption);
            node.set_label(self.text.reader_emotion_curve());
            node.set_description(&*details);
            node.set_bounds(bounds(rect));
        });
    }

    fn write(&mut self, entry: &Entry<'_>) {
        use accesskit::Action;
        let id = id(entry.thing);
        // Senses nothing: the pointer is the canvas's.
        let rect = self.ui.interact(entry.rect, id, Sense::hover()).rect;
        let is_selected = match entry.thing {
            Thing::Drawn(Source::Touchpoint(id)) => self.editor.selection().has(id),
            thing => thing.selection() == *self.editor.selection(),
        };
        let written = self.ui.accesskit_node_builder(id, |node| {
            node.set_role(Role::ListBoxOption);
            node.set_label(entry.name);
            if !entry.details.is_empty() {
                node.set_description(entry.details);
            }
            if let Some(position) = entry.position {
                node.set_position_in_set(position);
            }
            node.set_selected(is_selected);
            node.set_bounds(bounds(rect));
            for action in
                [Action::Click, Action::Focus, Action::ScrollIntoView, Action::ShowContextMenu]
            {
                node.add_action(action);
            }
        });
        self.is_active_there |= written.is_some() && self.active == Some(entry.thing);
    }
}

fn area(x: Range<f32>, y: Range<f32>) -> Rect {
    Rect { min: Point::new(x.start, y.start), max: Point::new(x.end, y.end) }
}

fn bounds(rect: egui::Rect) -> accesskit::Rect {
    accesskit::Rect {
        x0: rect.min.x.into(),
        y0: rect.min.y.into(),
        x1: rect.max.x.into(),
        y1: rect.max.y.into(),
    }
}
