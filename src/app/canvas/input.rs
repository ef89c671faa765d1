//! egui's events as pointer events of the editor.

use crate::editor::{Button, Cursor, Editor, Gesture, Modifiers, PointerEvent, ScreenPoint};
use egui::{CursorIcon, Event, EventFilter, Key, PointerButton, Pos2, Response, Ui};

/// What the pointer was doing on the canvas in the last frame.
#[derive(Default)]
pub struct Pointer {
    /// The button that was pressed on the canvas and is still down.
    held: Option<Button>,
    is_inside: bool,
    at: Pos2,
    modifiers: Modifiers,
}

impl Pointer {
    /// Hands this frame's events to the editor, in their order. `is_covered` tells places that
    /// belong to something over the map.
    pub fn take(
        &mut self,
        ui: &Ui,
        response: &Response,
        editor: &mut Editor,
        is_covered: impl Fn(Pos2) -> bool,
    ) {
        keep_keys(ui, response);
        let origin = response.rect.min;
        let at = |pos: Pos2| ScreenPoint { x: pos.x - origin.x, y: pos.y - origin.y };
        let is_over = response.contains_pointer();
        let has_space = ui.input(|input| input.key_down(Key::Space)) && response.has_focus();
        let events = ui.input(|input| input.events.clone());
        // Quick clicks may come in one frame: the second release is the double click.
        let last_release = events.iter().rposition(|event| {
            matches!(
                event,
                Event::PointerButton { button: PointerButton::Primary, pressed: false, .. }
            )
        });
        for (index, event) in events.into_iter().enumerate() {
            let is_busy = self.held.is_some() || is_carrying(editor);
            match event {
                Event::PointerMoved(pos) if is_busy || is_over => {
                    self.is_inside = true;
                    self.at = pos;
                    let modifiers = modifiers(ui.input(|input| input.modifiers), has_space);
                    self.modifiers = modifiers;
                    editor.pointer(PointerEvent::Move { at: at(pos), modifiers });
                }
                Event::PointerButton { pos, button, pressed, modifiers: keys } => {
                    let Some(button) = known_button(button) else { continue };
                    let modifiers = modifiers(keys, has_space);
                    self.at = pos;
                    let is_ours = is_over && response.rect.contains(pos) && !is_covered(pos);
                    if pressed && is_ours && self.held.is_none() {
                        self.held = Some(button);
                        response.request_focus();
                        editor.pointer(PointerEvent::Press { at: at(pos), button, modifiers });
                    } else if !pressed && (self.held == Some(button) || is_carrying(editor)) {
                        self.held = None;
                        editor.pointer(PointerEvent::Release { at: at(pos), button, modifiers });
                        // A double click soon after a click elsewhere counts as a third one.
                        let is_double = response.double_clicked() || response.triple_clicked();
                        if last_release == Some(index) && is_double {
                            editor.pointer(PointerEvent::DoubleClick { at: at(pos), modifiers });
                        }
                    }
                }
                _ => {}
            }
        }
        if self.is_inside && !is_over && self.held.is_none() && !is_carrying(editor) {
            self.is_inside = false;
            editor.pointer(PointerEvent::Leave);
        }
        if is_over {
            wheel(ui, editor, at(self.at));
        }
        self.follow_keys(ui, has_space, editor, at(self.at));
        if is_carrying(editor) && !response.has_focus() {
            // Begun in the library: from here on, Escape belongs to the drag.
            response.request_focus();
        }
        if is_over || self.held.is_some() || is_carrying(editor) {
            ui.set_cursor_icon(cursor_icon(editor.cursor()));
        }
    }

    /// A key that changes what the pointer means (Ctrl copies, Space pans) counts as a move.
    fn follow_keys(&mut self, ui: &Ui, has_space: bool, editor: &mut Editor, at: ScreenPoint) {
        let now = modifiers(ui.input(|input| input.modifiers), has_space);
        if self.is_inside && now != self.modifiers {
            self.modifiers = now;
            editor.pointer(PointerEvent::Move { at, modifiers: now });
        }
    }
}

/// Arrows and Escape belong to the map while it has the focus; Tab leaves it.
fn keep_keys(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let filter = EventFilter {
            tab: false,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
}

/// The wheel pans (Shift: sideways, which egui has seen to); Ctrl and the wheel, or two fingers,
/// zoom at the pointer.
fn wheel(ui: &Ui, editor: &mut Editor, at: ScreenPoint) {
    let (scroll, zoom) = ui.input(|input| (input.smooth_scroll_delta, input.zoom_delta()));
    if (zoom - 1.0).abs() > f32::EPSILON {
        editor.zoom(zoom, at);
    }
    if scroll != egui::Vec2::ZERO {
        editor.pan((scroll.x, scroll.y));
    }
}

fn is_carrying(editor: &Editor) -> bool {
    matches!(editor.gesture(), Gesture::Moving { .. })
}

fn modifiers(keys: egui::Modifiers, space: bool) -> Modifiers {
    Modifiers { ctrl: keys.command, shift: keys.shift, alt: keys.alt, space }
}

fn known_button(button: PointerButton) -> Option<Button> {
    match button {
        PointerButton::Primary => Some(Button::Primary),
        PointerButton::Middle => Some(Button::Middle),
        PointerButton::Secondary => Some(Button::Secondary),
        PointerButton::Extra1 | PointerButton::Extra2 => None,
    }
}

fn cursor_icon(cursor: Cursor) -> CursorIcon {
    match cursor {
        Cursor::Default => CursorIcon::Default,
        Cursor::Hand => CursorIcon::PointingHand,
        Cursor::Grab => CursorIcon::Grab,
        Cursor::Grabbing => CursorIcon::Grabbing,
        Cursor::Crosshair => CursorIcon::Crosshair,
        Cursor::Text => CursorIcon::Text,
        Cursor::NotAllowed => CursorIcon::NotAllowed,
        Cursor::Copy => CursorIcon::Copy,
    }
}
