//! Pointer: from what the pointer does to gestures, and from a gesture's end to a command.

use super::{
    Button, Carry, Editor, Gesture, Landing, Modifiers, NewCard, PointerEvent, ScreenPoint,
    Selection,
    landing::{card_landing, header_landing},
};
use crate::{
    model::{Cell, TouchpointId},
    scene::{Hit, Part, Pin, Point, Rect, Source},
};
use std::collections::BTreeSet;

/// How far the pointer moves before a press becomes a drag, in screen points.
const DRAG_THRESHOLD: f32 = 4.0;

/// How much easier thin things are to hit: in screen points, and at most in map units, so that far
/// away a handle does not cover its card.
const SLACK: f32 = 5.0;
const MAX_SLACK: f32 = 10.0;

impl Editor {
    /// The pointer on the canvas. Positions are from the canvas's upper left corner and may be
    /// outside of it while a button is down.
    pub fn pointer(&mut self, event: PointerEvent) {
        match event {
            PointerEvent::Press { at, button, modifiers } => self.pressed(at, button, modifiers),
            PointerEvent::Move { at, modifiers } => self.moved(at, modifiers),
            PointerEvent::Release { at, button, modifiers } => self.released(at, button, modifiers),
            PointerEvent::DoubleClick { at, modifiers } => {
                self.modifiers = modifiers;
                self.cancel_gesture();
                self.double_clicked(at);
            }
            PointerEvent::Leave => {
                self.pointer = None;
                self.hover = None;
            }
        }
    }

    /// A card is taken from the library or the inbox; pointer events say where it goes.
    pub fn carry_in(&mut self, card: NewCard, at: ScreenPoint) {
        self.cancel_gesture();
        if self.refuses() {
            return;
        }
        self.hover = None;
        self.gesture =
            Gesture::Moving { carried: Carry::New(card), at, landing: None, pending: None };
        self.moved(at, self.modifiers);
    }

    /// Ends a gesture; nothing of it remains.
    pub(super) fn cancel_gesture(&mut self) {
        match std::mem::take(&mut self.gesture) {
            Gesture::Idle => {}
            Gesture::Brushing { before, .. } => self.selection = before,
            Gesture::Moving { .. }
            | Gesture::Linking { .. }
            | Gesture::Pressing { .. }
            | Gesture::Panning { .. } => self.refresh(),
        }
    }

    fn pressed(&mut self, at: ScreenPoint, button: Button, modifiers: Modifiers) {
        (self.pointer, self.modifiers) = (Some(at), modifiers);
        if self.gesture != Gesture::Idle {
            if button != Button::Primary {
                return;
            }
            // The release was lost: to another window, say.
            self.cancel_gesture();
        }
        self.history.seal();
        let hit = self.hit(at);
        self.hover = hit;
        match button {
            Button::Middle => self.gesture = Gesture::Panning { last: at },
            Button::Primary if modifiers.space => self.gesture = Gesture::Panning { last: at },
            Button::Primary => {
                let was_selected = matches!(hit, Some(Hit { source: Source::Touchpoint(id), .. })
                    if self.selection.has(id));
                self.select_pressed(hit, modifiers, was_selected);
                self.gesture = Gesture::Pressing { from: at, on: hit, modifiers, was_selected };
            }
            Button::Secondary => match hit.map(|hit| hit.source) {
                Some(Source::Touchpoint(id)) if self.selection.has(id) => {}
                Some(source) => self.selection = source.into(),
                None => self.select_ground(at),
            },
        }
    }

    /// A card that is not selected yet is selected at once, so that it can be dragged; one that is
    /// selected stays so, for the others may be meant as well.
    fn select_pressed(&mut self, hit: Option<Hit>, modifiers: Modifiers, was_selected: bool) {
        let adds = modifiers.ctrl || modifiers.shift;
        match hit {
            Some(Hit { part: Part::Handle, .. }) | None => {}
            Some(Hit { source: Source::Touchpoint(_), .. }) if was_selected => {}
            Some(Hit { source: Source::Touchpoint(id), .. }) if adds => {
                self.selection = self.selection.toggled(id);
            }
            Some(hit) => self.selection = hit.source.into(),
        }
    }

    pub(super) fn moved(&mut self, at: ScreenPoint, modifiers: Modifiers) {
        if !(at.x.is_finite() && at.y.is_finite()) {
            return;
        }
        (self.pointer, self.modifiers) = (Some(at), modifiers);
        match &self.gesture {
            Gesture::Idle => {
                self.hover = if self.camera.view.contains(at) { self.hit(at) } else { None };
            }
            Gesture::Pressing { from, on, modifiers: held, .. } => {
                let (from, on, held) = (*from, *on, *held);
                if from.distance(at) >= DRAG_THRESHOLD {
                    self.begin_drag(from, on, held);
                    self.moved(at, modifiers);
                }
            }
            Gesture::Moving { .. } => self.carry_to(at, modifiers),
            Gesture::Brushing { .. } => self.brush_to(at),
            Gesture::Panning { last } => {
                let by = (at.x - last.x, at.y - last.y);
                self.gesture = Gesture::Panning { last: at };
                self.pan(by);
            }
            Gesture::Linking { from, .. } => {
                let from = *from;
                self.link_to(from, at);
            }
        }
    }

    fn begin_drag(&mut self, from: ScreenPoint, on: Option<Hit>, modifiers: Modifiers) {
        if self.is_read_only && on.is_some() {
            // Nothing can be carried: the view comes along.
            self.gesture = Gesture::Panning { last: from };
            return;
        }
        let carried = match on {
            Some(Hit { source: Source::Touchpoint(id), part: Part::Handle }) => {
                let to = self.camera.map_from_screen(Pin::Free, from);
                self.gesture = Gesture::Linking { from: id, to, target: None, pending: None };
                return;
            }
            Some(Hit { source: Source::Touchpoint(id), .. }) => {
                let ids = self.group_of(id);
                Carry::Cards { ids, grabbed: id, copy: false }
            }
            Some(Hit {
                source: source @ (Source::Stage(_) | Source::Step(_) | Source::Lane(_)),
                ..
            }) => Carry::Header(source),
            _ => {
                let from = self.camera.map_from_screen(Pin::Free, from);
                let adds = modifiers.shift || modifiers.ctrl;
                let before = self.selection.clone();
                if !adds {
                    self.selection = Selection::Nothing;
                }
                self.gesture = Gesture::Brushing { from, to: from, before };
                return;
            }
        };
        self.gesture = Gesture::Moving { carried, at: from, landing: None, pending: None };
    }

    /// The cards that come along with one: all that are selected, in reading order.
    fn group_of(&self, id: TouchpointId) -> Vec<TouchpointId> {
        match &self.selection {
            Selection::Touchpoints(ids) if ids.contains(&id) => {
                let scene = self.base();
                let mut at: Vec<_> =
                    ids.iter().filter_map(|&id| Some((scene.card_at(id)?, id))).collect();
                at.sort_unstable();
                at.into_iter().map(|(_, id)| id).collect()
            }
            _ => vec![id],
        }
    }

    fn carry_to(&mut self, to: ScreenPoint, modifiers: Modifiers) {
        let Gesture::Moving { carried, landing: old, .. } = &self.gesture else {
            return;
        };
        let was_copy = matches!(carried, Carry::Cards { copy: true, .. });
        let (mut carried, old) = (carried.clone(), *old);
        if let Carry::Cards { copy, .. } = &mut carried {
            *copy = modifiers.ctrl;
        }
        let is_copy = matches!(carried, Carry::Cards { copy: true, .. });
        let found = self.landing_at(&carried, to);
        if found == old && is_copy == was_copy {
            if let Gesture::Moving { at, .. } = &mut self.gesture {
                *at = to;
            }
            return;
        }
        let found_pending = found.and_then(|landing| self.drop_of(&carried, landing));
        self.gesture = Gesture::Moving { carried, at: to, landing: found, pending: found_pending };
        self.refresh();
    }

    /// Where what is carried would land; outside the canvas and over headers, nowhere.
    fn landing_at(&self, carried: &Carry, at: ScreenPoint) -> Option<Landing> {
        if !self.camera.view.contains(at) || self.map().is_none() {
            return None;
        }
        let scene = self.base();
        let place = self.camera.map_from_screen(Pin::Free, at);
        let landing = match carried {
            Carry::Header(source) => return header_landing(scene, *source, place),
            Carry::Cards { ids, copy: false, .. } => {
                let ids: BTreeSet<_> = ids.iter().copied().collect();
                card_landing(scene, place, |id| !ids.contains(&id))
            }
            Carry::Cards { .. } | Carry::New(_) => card_landing(scene, place, |_| true),
        };
        let is_first = matches!(landing, Landing::First { .. });
        (is_first || self.pin_at(at) == Pin::Free).then_some(landing)
    }

    fn brush_to(&mut self, at: ScreenPoint) {
        let to_now = self.camera.map_from_screen(Pin::Free, at);
        let adds = self.modifiers.shift || self.modifiers.ctrl;
        let Gesture::Brushing { from, to, before } = &mut self.gesture else {
            return;
        };
        *to = to_now;
        let rect = Rect::between(*from, to_now);
        let kept: Vec<_> = if adds { before.touchpoints().collect() } else { Vec::new() };
        let touched: Vec<_> = self.base().cards_in(&rect).map(|card| card.id).collect();
        self.selection = Selection::of(kept.into_iter().chain(touched));
    }

    fn link_to(&mut self, from: TouchpointId, at: ScreenPoint) {
        let to = self.camera.map_from_screen(Pin::Free, at);
        let target = match self.base().hit(Pin::Free, to, 0.0) {
            Some(Hit { source: Source::Touchpoint(id), .. })
                if id != from && self.pin_at(at) == Pin::Free && self.camera.view.contains(at) =>
            {
                Some(id)
            }
            _ => None,
        };
        self.aim(from, to, target);
    }

    fn released(&mut self, at: ScreenPoint, button: Button, modifiers: Modifiers) {
        if button == Button::Secondary {
            return;
        }
        // It ends where it is let go, not where it was last seen.
        self.moved(at, modifiers);
        let is_middle = button == Button::Middle;
        if is_middle && !matches!(self.gesture, Gesture::Panning { .. }) {
            return;
        }
        match std::mem::take(&mut self.gesture) {
            Gesture::Pressing { on, modifiers, was_selected, .. } => {
                self.clicked(at, on, modifiers, was_selected);
            }
            Gesture::Moving { pending, .. } | Gesture::Linking { pending, .. } => match pending {
                Some(pending) => {
                    self.commit(pending.command, Some(pending.then));
                }
                None => self.refresh(),
            },
            Gesture::Idle | Gesture::Brushing { .. } | Gesture::Panning { .. } => {}
        }
        self.moved(at, modifiers);
    }

    /// A press that did not become a drag.
    fn clicked(
        &mut self,
        at: ScreenPoint,
        on: Option<Hit>,
        modifiers: Modifiers,
        was_selected: bool,
    ) {
        let adds = modifiers.ctrl || modifiers.shift;
        match on {
            Some(Hit { source: Source::Touchpoint(id), .. }) if was_selected && adds => {
                self.selection = self.selection.toggled(id);
            }
            Some(Hit { source: source @ Source::Touchpoint(_), .. }) if !adds => {
                self.selection = source.into();
            }
            None if !adds => self.select_ground(at),
            _ => {}
        }
    }

    /// The cell at a place, where nothing else is.
    fn select_ground(&mut self, at: ScreenPoint) {
        self.selection = self.cell_at(at).map_or(Selection::Nothing, Selection::Cell);
    }

    fn double_clicked(&mut self, at: ScreenPoint) {
        match self.hit(at) {
            Some(hit) => self.edit_text(hit.source),
            None if self.pin_at(at) == Pin::Free => {
                let place = self.camera.map_from_screen(Pin::Free, at);
                let landing = match (self.cell_at(at), self.base().grid.cell_at(place)) {
                    (Some(cell), _) => Landing::Cell { cell, before: super::board::END },
                    (None, Some(_)) => card_landing(self.base(), place, |_| true),
                    (None, None) => match card_landing(self.base(), place, |_| true) {
                        first @ Landing::First { .. } => first,
                        _ => return,
                    },
                };
                self.begin_new_card(landing);
            }
            None => {}
        }
    }

    /// The cell of the shown map at a point of the canvas, headers apart.
    pub(super) fn cell_at(&self, at: ScreenPoint) -> Option<Cell> {
        if self.pin_at(at) != Pin::Free {
            return None;
        }
        let grid = &self.base().grid;
        let (column, row) = grid.cell_at(self.camera.map_from_screen(Pin::Free, at))?;
        Some(Cell { step: grid.columns.get(column)?.step?, lane: grid.rows.get(row)?.lane })
    }

    /// What can be taken at a point of the canvas.
    pub(super) fn hit(&self, at: ScreenPoint) -> Option<Hit> {
        let pin = self.pin_at(at);
        let slack = (SLACK / self.camera.zoom).min(MAX_SLACK);
        let hit = self.scene().hit(pin, self.camera.map_from_screen(pin, at), slack)?;
        (!matches!(hit.source, Source::Emotion | Source::Ground)).then_some(hit)
    }

    /// Which headers cover a point of the canvas.
    fn pin_at(&self, at: ScreenPoint) -> Pin {
        let edge = self.camera.header_edge();
        let start = self.camera.screen_from_map(Pin::Corner, Point::default());
        match ((start.x..edge.x).contains(&at.x), (start.y..edge.y).contains(&at.y)) {
            (true, true) => Pin::Corner,
            (true, false) => Pin::Left,
            (false, true) => Pin::Top,
            (false, false) => Pin::Free,
        }
    }
}
