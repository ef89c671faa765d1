//! The map in the window: paints the scene, turns egui's events into pointer events of the editor,
//! and floats the zoom control and the mini-map over it.
//!
//! Other panels take `&Editor` and push requests; the canvas feeds the pointer straight to the
//! editor, because what it paints in this frame depends on it.

mod input;
mod invitation;
mod lesson;
mod menu;
mod motion;
mod name;
mod node;
mod overlay;
mod paint;
mod seen;
mod view;
mod zoom_control;

pub use zoom_control::floating;

use super::{minimap::MiniMap, painter::lettering::Lettering, style, text_field::TextField};
use crate::{
    editor::{Action, Editor, Gesture, ScreenPoint, ScreenSize, Selection},
    text::Text,
    theme::{Theme, Tone},
};
use egui::{Id, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui};
use lesson::Lesson;
use menu::ContextMenu;
use motion::Motion;
use node::Wish;
pub use view::{View, pin_of};

/// What painting the map remembers from frame to frame.
pub struct Canvas {
    /// Where it was in the window in the last frame.
    rect: Rect,
    pointer: input::Pointer,
    lettering: Lettering,
    motion: Motion,
    nodes: node::Nodes,
    mini_map: MiniMap,
    text_field: TextField,
    menu: ContextMenu,
    pub lesson: Lesson,
    is_focused_by_key: bool,
    /// How far up zoom control and mini-map reach from the lower edge, in points.
    pub floor: f32,
    /// Whether things slide to their new places.
    pub slides: bool,
}

impl Default for Canvas {
    fn default() -> Self {
        Self {
            rect: Rect::NOTHING,
            pointer: input::Pointer::default(),
            lettering: Lettering::default(),
            motion: Motion::default(),
            nodes: node::Nodes::default(),
            mini_map: MiniMap::default(),
            text_field: TextField::default(),
            menu: ContextMenu::default(),
            lesson: Lesson::default(),
            is_focused_by_key: false,
            floor: 0.0,
            slides: true,
        }
    }
}

impl Canvas {
    /// The widget that has the keyboard while the map is being worked on.
    pub fn id() -> Id {
        Id::unique("canvas")
    }

    /// Opens the menu of what is selected, for the keyboard.
    pub fn open_menu(&mut self) {
        self.menu.open();
    }

    /// Takes the text that is being typed on the map, before something ends the work on it.
    pub fn take_text(&mut self, editor: &mut Editor) {
        self.text_field.take(editor);
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
        editor.set_view(ScreenSize { width: self.rect.width(), height: self.rect.height() });
        let response = ui.interact(self.rect, Self::id(), Sense::click_and_drag());
        let name =
            || egui::WidgetInfo::labeled(egui::accesskit::Role::Canvas, true, text.canvas_name());
        response.widget_info(name);
        let field = &self.text_field;
        self.pointer.take(ui, &response, editor, |pos| field.covers(pos));
        if let Some(Wish::ContextMenu) = node::take_requests(ui, editor) {
            self.menu.open();
        }
        if *editor.gesture() != Gesture::Idle {
            let seconds = ui.input(|input| input.stable_dt.min(0.1));
            if editor.tick(seconds) {
                ui.request_repaint();
            }
        }

        let view = View { camera: *editor.camera(), rect: self.rect };
        self.motion.follow(ui, editor, self.slides);
        paint::paint(ui, editor, view, theme, text, (&mut self.lettering, &self.motion));
        self.show_focus(ui, &response, editor, theme);
        node::add(ui, editor, view, text, &mut self.nodes);

        self.text_field.ui(ui, editor, view, theme, text);
        self.floor = 0.0;
        let mut chosen = invitation::ui(ui, editor, view, theme, text);
        chosen = chosen.or(self.lesson.ui(ui, editor, view, theme, text));
        if editor.map().is_some() {
            let (zoomed, control) = zoom_control::ui(ui, editor, self.rect, text);
            chosen = chosen.or(zoomed);
            let free = self.rect.with_min_x(control.right());
            let mini_map = self.mini_map.ui(ui, editor, free, theme, text);
            let top = mini_map.map_or(control.top(), |rect| rect.top().min(control.top()));
            self.floor = self.rect.bottom() - top;
        }
        chosen.or(self.menu.ui(&response, editor, view, text))
    }

    /// Somebody who came here with Tab sees where the keyboard is; with something selected, its
    /// ring says so.
    fn show_focus(&mut self, ui: &Ui, response: &Response, editor: &Editor, theme: Theme) {
        let has_pointer = ui.input(|input| input.pointer.any_pressed() || input.pointer.any_down());
        if response.gained_focus() {
            self.is_focused_by_key = !has_pointer;
        } else if has_pointer {
            self.is_focused_by_key = false;
        }
        let is_bare = *editor.selection() == Selection::Nothing;
        if self.is_focused_by_key && is_bare && response.has_focus() {
            let line = Stroke::new(2.0, style::color(theme, Tone::Accent));
            ui.painter().rect_stroke(self.rect, 0, line, StrokeKind::Inside);
        }
    }
}
