//! Audits: a walk through the map one touchpoint at a time, the list of those that were made, and
//! two of them side by side.

mod begin;
mod list;
pub mod page_part;
mod report;
mod walk;

use self::{begin::Begin, report::Report, walk::Walk};
use super::{
    inspector::field::Fields,
    page::Page,
    request::{Pane, Request},
    style,
};
use crate::{
    editor::Action,
    model::{Audit, AuditId, JourneyMap, MapId},
    theme::{FOCUS_RING, Tone},
};
use egui::{Key, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};
use std::sync::Arc;

/// The page's state.
#[derive(Default)]
pub struct AuditPage {
    map: Option<MapId>,
    view: View,
    begin: Begin,
    fields: Fields,
    /// The two that are to be laid side by side.
    pair: Option<(AuditId, AuditId)>,
    /// What the list says of the audits, and of which map.
    known: Option<Known>,
    /// In which frame the page had the keyboard last, and in which one Escape took it from a widget.
    focused: Option<u64>,
    escaped: Option<u64>,
    /// This one is to be deleted, if that is confirmed.
    leaving: Option<AuditId>,
}

/// What the list says, made anew when the map changes.
struct Known {
    map: Arc<JourneyMap>,
    stops: usize,
    /// The latest first, with how many each has judged.
    audits: Vec<(Arc<Audit>, usize)>,
}

/// What the page shows.
#[derive(Default)]
enum View {
    #[default]
    List,
    Walk(Walk),
    Report(Report),
}

/// What was asked for on the page.
#[derive(Debug, Clone, Copy)]
enum Turn {
    List,
    Resume(AuditId),
    Look(AuditId),
    Compare(AuditId, AuditId),
}

impl AuditPage {
    /// Whether a walk is under way, which wants all of the attention.
    pub fn is_walking(&self) -> bool {
        matches!(self.view, View::Walk(_))
    }

    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        let rect = ui.available_rect_before_wrap();
        let home = ui.interact(rect, Page::Audit.id(), Sense::FOCUSABLE);
        let name = pane.text.action_show_audit();
        home.widget_info(|| WidgetInfo::labeled(Role::Group, true, &name));
        let Some(map) = pane.editor.map().cloned() else {
            page_part::empty_ui(ui, &pane.text.audit_empty_map(), None, pane);
            return;
        };
        self.follow(&map);
        let enters = self.enters(ui);
        if let Some(audit) = self.begin.begun(&map) {
            self.turn(ui, &map, Turn::Resume(audit));
        }
        let turn = match &mut self.view {
            View::List => {
                if home.has_focus() {
                    let line = Stroke::new(FOCUS_RING, style::color(pane.theme, Tone::Accent));
                    ui.painter().rect_stroke(rect.shrink(2.0), 6.0, line, StrokeKind::Inside);
                }
                self.list_ui(ui, &map, enters, pane)
            }
            View::Walk(walk) => walk.ui(ui, &map, &mut self.fields, pane),
            View::Report(report) => report.ui(ui, &map, pane),
        };
        self.fields.end(pane);
        if let Some(turn) = turn {
            self.turn(ui, &map, turn);
        }
    }

    /// Whether the keyboard came to the page in this frame, and not because a widget was left.
    fn enters(&mut self, ui: &Ui) -> bool {
        let frame = ui.ctx().cumulative_frame_nr();
        let is_just = |at: Option<u64>| at.is_some_and(|at| at + 1 >= frame);
        let has_focus = ui.memory(|memory| memory.has_focus(Page::Audit.id()));
        let escapes = ui.input(|input| input.key_pressed(Key::Escape));
        let is_left = escapes || is_just(self.escaped);
        let is_new = has_focus && !is_just(self.focused) && !is_left;
        self.focused = has_focus.then_some(frame);
        self.escaped = escapes.then_some(frame);
        is_new
    }

    /// Another map is shown, or what was shown is gone (undo): back to the list.
    fn follow(&mut self, map: &JourneyMap) {
        let has = |id: AuditId| map.audits.iter().any(|audit| audit.id == id);
        let is_there = match &self.view {
            View::List => true,
            View::Walk(walk) => has(walk.audit()),
            View::Report(report) => report.audits().into_iter().flatten().all(has),
        };
        if self.map != Some(map.id) || !is_there {
            *self = Self { map: Some(map.id), ..Self::default() };
        }
        self.pair = self.pair.filter(|&(a, b)| has(a) && has(b));
        self.leaving = self.leaving.filter(|&id| has(id));
    }

    fn turn(&mut self, ui: &Ui, map: &JourneyMap, turn: Turn) {
        self.view = match turn {
            Turn::List => View::List,
            Turn::Resume(id) => View::Walk(Walk::new(id)),
            Turn::Look(id) => View::Report(Report::of(id, None)),
            Turn::Compare(a, b) => {
                let (before, after) = in_time(map, a, b);
                View::Report(Report::of(after, Some(before)))
            }
        };
        ui.memory_mut(|memory| memory.request_focus(Page::Audit.id()));
        ui.request_repaint();
    }
}

/// Two audits, the earlier one first.
fn in_time(map: &JourneyMap, a: AuditId, b: AuditId) -> (AuditId, AuditId) {
    let key = |id: AuditId| {
        let at = map.audits.iter().position(|audit| audit.id == id);
        at.map(|at| (map.audits.get(at).map(|audit| audit.date), at))
    };
    if key(a) <= key(b) { (a, b) } else { (b, a) }
}

/// Back to the map, where what is selected is to be seen.
fn to_map(pane: &mut Pane<'_>) {
    pane.push(Request::Perform(Action::ShowMap));
}
