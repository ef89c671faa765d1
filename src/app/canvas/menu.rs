//! The context menu: what can be done with what was clicked.

use super::view::{View, pin_of};
use crate::{
    app::style,
    editor::{Action, Editor, Selection},
    text::Text,
};
use egui::{Button, Popup, PopupCloseBehavior, Pos2, Response, Ui, Vec2};

/// The menu of what is selected. A secondary click opens it there; the menu key beside what is
/// selected.
#[derive(Default)]
pub struct ContextMenu {
    is_asked_for: bool,
    /// Its first item is to get the keyboard as soon as it is there.
    wants_focus: bool,
    /// Where a key has opened it.
    at: Option<Pos2>,
}

impl ContextMenu {
    /// Opens it in the next frame, for the keyboard.
    pub fn open(&mut self) {
        self.is_asked_for = true;
    }

    /// Shows it while it is open. The click that opens it has selected what is under it.
    pub fn ui(
        &mut self,
        response: &Response,
        editor: &Editor,
        view: View,
        text: &Text,
    ) -> Option<Action> {
        let id = Popup::default_response_id(response);
        if std::mem::take(&mut self.is_asked_for) {
            self.wants_focus = true;
            self.at = Some(beside_selection(editor, view));
            Popup::open_id(&response.ctx, id);
        } else if response.secondary_clicked() {
            self.at = None;
        }
        let close = if response.secondary_clicked() {
            // Elsewhere on the map: it opens again there, instead of only closing.
            PopupCloseBehavior::IgnoreClicks
        } else {
            PopupCloseBehavior::CloseOnClick
        };
        let mut popup = Popup::context_menu(response).close_behavior(close).style(style::menu);
        if let Some(at) = self.at {
            popup = popup.at_position(at);
        }
        let mut chosen = None;
        popup.show(|ui| {
            ui.set_min_width(216.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, group) in groups(editor.selection()).iter().enumerate() {
                if index > 0 {
                    ui.separator();
                }
                for &action in *group {
                    let item = item(ui, action, editor, text);
                    if item.enabled() && std::mem::take(&mut self.wants_focus) {
                        item.request_focus();
                    }
                    if item.clicked() {
                        chosen = Some(action);
                        ui.close();
                    }
                }
            }
        });
        chosen
    }
}

/// Where the keyboard's menu opens: beside the first of what is selected, else in the middle.
fn beside_selection(editor: &Editor, view: View) -> Pos2 {
    let overlay = editor.overlay();
    let selected = overlay.selected.first();
    let area = selected.map(|(source, rect)| view.area(pin_of(editor.scene(), *source), rect));
    view.rect.clamp(area.unwrap_or(view.rect).center())
}

fn item(ui: &mut Ui, action: Action, editor: &Editor, text: &Text) -> Response {
    let label = action.label(text);
    let mut button = Button::new(&label).min_size(Vec2::new(0.0, 28.0));
    if let Some(shortcut) = action.shortcuts().first() {
        button = button.shortcut_text(shortcut.to_string());
    }
    ui.add_enabled(action.is_enabled(editor), button).accessible_name(label)
}

fn groups(selection: &Selection) -> &'static [&'static [Action]] {
    use Action::{
        AddLane, AddStage, AddStep, AddTouchpoint, Copy, Cut, Delete, Duplicate, EditText,
        MarkDecision, MarkFriction, MarkNone, MarkPositive, MoveDown, MoveLeft, MoveRight, MoveUp,
        Paste, SelectAll, ToInbox, ZoomTo100, ZoomToFit, ZoomToSelection,
    };
    match selection {
        Selection::Touchpoints(_) => &[
            &[EditText],
            &[MarkPositive, MarkDecision, MarkFriction, MarkNone],
            &[Cut, Copy, Paste, Duplicate],
            &[ToInbox, Delete],
            &[ZoomToSelection],
        ],
        Selection::Stage(_) => {
            &[&[EditText], &[AddStep, AddStage], &[MoveLeft, MoveRight], &[Delete]]
        }
        Selection::Step(_) => {
            &[&[EditText], &[AddStep, AddTouchpoint], &[MoveLeft, MoveRight], &[Delete]]
        }
        Selection::Lane(_) => &[&[EditText], &[AddLane], &[MoveUp, MoveDown], &[Delete]],
        Selection::Link(_) => &[&[EditText], &[Delete]],
        Selection::Cell(_) => &[&[AddTouchpoint, Paste], &[AddStep, AddLane], &[ZoomToFit]],
        Selection::Nothing | Selection::Project => {
            &[&[AddStage, AddStep, AddLane], &[Paste, SelectAll], &[ZoomToFit, ZoomTo100]]
        }
    }
}
