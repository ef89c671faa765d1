//! The checklist: the tasks of the whole project, under touchpoints, owners or days, ticked off in
//! place. What the keyboard is on is selected on its map, so that the inspector has its details.
//!
//! One widget has the keyboard, its active descendant is the task that the keyboard is on. Lines
//! are made beside the window when the project or the wish changed; only those in view are drawn.

mod bar;
mod row;

use super::{
    focus,
    job::{Latest, Worker},
    page::Page,
    request::{Pane, Request},
    style,
};
use crate::{
    command::{Command, TaskField},
    editor::Selection,
    method::checklist::{Checklist, Entry, Line, Wish},
    model::{Date, TaskId, TaskState, TouchpointId},
    theme::{Tone, type_size},
};
use egui::{
    Event, EventFilter, Key, Rect, Response, RichText, ScrollArea, Sense, Ui, UiBuilder, Vec2,
    accesskit::{Action as Asked, Role},
    style::ScrollAnimation,
};

const ROW_HEIGHT: f32 = 32.0;

/// The state of the page.
#[derive(Default)]
pub struct ChecklistPage {
    wish: Wish,
    wants_search: bool,
    latest: Latest<(u64, Wish, Date), Checklist>,
    list: Checklist,
    /// The list was made once.
    is_there: bool,
    /// The task that the keyboard is on, and the index of its line.
    cursor: Option<(TouchpointId, TaskId)>,
    at: usize,
    wants_view: bool,
}

impl ChecklistPage {
    /// The field to search the tasks gets the keyboard.
    pub fn focus_search(&mut self) {
        self.wants_search = true;
    }

    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>, worker: &Worker) {
        self.bar_ui(ui, pane);
        self.follow(pane, worker);
        let rect = ui.available_rect_before_wrap();
        let home = ui.interact(rect, Page::Checklist.id(), Sense::FOCUSABLE);
        ui.accesskit_node_builder(home.id, |node| {
            node.set_role(Role::List);
            node.set_label(pane.text.action_show_checklist());
        });
        self.take_keys(ui, &home, pane);
        self.take_requests(ui, pane);
        self.lines_ui(ui, &home, pane);
        if self.is_there && self.list.lines.is_empty() {
            let words = match self.list.count {
                0 => pane.text.checklist_empty(),
                _ => pane.text.checklist_nothing(),
            };
            let mut child = ui.new_child(UiBuilder::new().max_rect(rect.shrink(24.0)));
            let ink = style::color(pane.theme, Tone::Secondary);
            child.label(RichText::new(words).size(type_size::BODY).color(ink));
        }
    }

    /// Brings the list up to date, as soon as it is made.
    fn follow(&mut self, pane: &Pane<'_>, worker: &Worker) {
        let state = (pane.editor.revision(), self.wish.clone(), pane.today);
        let made = self.latest.follow(state, worker, || {
            let (project, wish) = (pane.editor.project().clone(), self.wish.clone());
            let today = pane.today;
            move || Checklist::of(&project, &wish, today)
        });
        let Some(list) = made else { return };
        (self.list, self.is_there) = (list, true);
        let found = self.list.lines.iter().position(
            |line| matches!(line, Line::Task(it) if Some((it.card.id, it.task.id)) == self.cursor),
        );
        let at = found.unwrap_or(self.at).min(self.list.lines.len().saturating_sub(1));
        self.at = self.task_from(at, true).or(self.task_from(at, false)).unwrap_or(0);
        self.cursor = self.entry(self.at).map(|it| (it.card.id, it.task.id));
    }

    fn entry(&self, at: usize) -> Option<&Entry> {
        match self.list.lines.get(at)? {
            Line::Task(entry) => Some(entry),
            Line::Heading { .. } => None,
        }
    }

    /// The first line from here on, or back, that is a task.
    fn task_from(&self, at: usize, is_on: bool) -> Option<usize> {
        if is_on {
            (at..self.list.lines.len()).find(|&at| self.entry(at).is_some())
        } else {
            (0..=at).rev().find(|&at| self.entry(at).is_some())
        }
    }

    fn go_to(&mut self, at: usize, pane: &mut Pane<'_>) {
        let Some(entry) = self.entry(at) else { return };
        let (map, card, task) = (entry.map.id, entry.card.id, entry.task.id);
        (self.at, self.cursor, self.wants_view) = (at, Some((card, task)), true);
        pane.push(Request::ShowMap(map));
        pane.push(Request::Select(Selection::touchpoint(card)));
    }

    /// Ticks a task off, or opens it again.
    fn tick(&mut self, at: usize, pane: &mut Pane<'_>) {
        let Some(entry) = self.entry(at) else { return };
        // As it is now: the list may be that of a moment ago.
        let card = pane.editor.project().touchpoint(entry.card.id);
        let task = card.and_then(|(_, card)| card.tasks.iter().find(|it| it.id == entry.task.id));
        let Some(is_done) = task.map(|task| task.state == TaskState::Done) else { return };
        let field = TaskField::State(if is_done { TaskState::Open } else { TaskState::Done });
        let (map, touchpoint, task) = (entry.map.id, entry.card.id, entry.task.id);
        pane.run(Command::EditTask { map, touchpoint, task, field });
        pane.push(Request::Seal);
    }

    fn take_keys(&mut self, ui: &Ui, home: &Response, pane: &mut Pane<'_>) {
        if !home.has_focus() {
            return;
        }
        let filter = EventFilter { vertical_arrows: true, escape: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(home.id, filter));
        let last = self.list.lines.len().saturating_sub(1);
        let page = row::index(home.rect.height()).max(2) - 1;
        let mut is_selected =
            self.cursor.is_some_and(|(card, _)| pane.editor.selection().has(card));
        for event in ui.input(|input| input.events.clone()) {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { continue };
            if modifiers.any() {
                continue;
            }
            let to = match key {
                // The first key only selects what it is on.
                Key::ArrowDown | Key::ArrowUp if !is_selected => Some(self.at),
                Key::ArrowDown => self.task_from(self.at + 1, true),
                Key::ArrowUp => self.at.checked_sub(1).and_then(|at| self.task_from(at, false)),
                Key::PageDown => self.task_from((self.at + page).min(last), false),
                Key::PageUp => self.task_from(self.at.saturating_sub(page), true),
                Key::Home => self.task_from(0, true),
                Key::End => self.task_from(last, false),
                Key::Enter => Some(self.at),
                Key::Space => {
                    self.tick(self.at, pane);
                    None
                }
                _ => None,
            };
            if let Some(to) = to {
                is_selected = true;
                self.go_to(to, pane);
            }
        }
    }

    /// What an assistive technology asked of a task.
    fn take_requests(&mut self, ui: &Ui, pane: &mut Pane<'_>) {
        for (action, target) in focus::asked(ui) {
            let is_it = |line: &Line| match line {
                Line::Task(it) => row::id(it).accesskit_id() == target,
                Line::Heading { .. } => false,
            };
            let Some(at) = self.list.lines.iter().position(is_it) else { continue };
            match action {
                Asked::Click => self.tick(at, pane),
                Asked::Focus => self.go_to(at, pane),
                _ => {}
            }
            take_keyboard(ui);
        }
    }

    fn lines_ui(&mut self, ui: &mut Ui, home: &Response, pane: &mut Pane<'_>) {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let count = self.list.lines.len();
        let area = ScrollArea::vertical().id_salt("checklist").auto_shrink(false);
        area.show_viewport(ui, |ui, view| {
            let origin = ui.max_rect().min;
            let width = view.width();
            ui.allocate_space(Vec2::new(width, row::height(count)));
            let place = |at: usize| {
                let min = origin + Vec2::new(0.0, row::height(at));
                Rect::from_min_size(min, Vec2::new(width, ROW_HEIGHT))
            };
            if std::mem::take(&mut self.wants_view) {
                // With the heading above it, if that is the line before.
                let rect = place(self.at).union(place(self.at.saturating_sub(1)));
                ui.scroll_to_rect_animation(rect, None, ScrollAnimation::none());
            }
            let first = row::index(view.top());
            for at in first..(row::index(view.bottom()) + 1).min(count) {
                self.line_ui(ui, at, place(at), home.has_focus(), pane);
            }
        });
        let active = self.entry(self.at).map(row::id);
        if let Some(active) = active.filter(|id| ui.ctx().has_accesskit_node(*id)) {
            ui.accesskit_node_builder(home.id, |node| {
                node.set_active_descendant(active.accesskit_id());
            });
        }
    }

    fn line_ui(&mut self, ui: &mut Ui, at: usize, rect: Rect, focus: bool, pane: &mut Pane<'_>) {
        let Some(line) = self.list.lines.get(at).cloned() else { return };
        match line {
            Line::Heading { heading, done, count } => {
                row::heading_ui(ui, rect, &heading, (done, count), pane);
            }
            Line::Task(entry) => {
                let is_at = at == self.at;
                let click =
                    row::task_ui(ui, rect, &entry, self.wish.grouping, is_at && focus, pane);
                let Some(pos) = click.interact_pointer_pos().filter(|_| click.clicked()) else {
                    return;
                };
                take_keyboard(ui);
                self.go_to(at, pane);
                self.wants_view = false;
                if pos.x < rect.left() + row::BOX {
                    self.tick(at, pane);
                }
            }
        }
    }
}

/// The page gets the keyboard, and in the next frame also the arrows.
fn take_keyboard(ui: &Ui) {
    ui.memory_mut(|memory| memory.request_focus(Page::Checklist.id()));
    ui.request_repaint();
}
