//! The context menu: what can be done with what was clicked.

use crate::{
    editor::{Action, Editor, Selection},
    text::Text,
};
use egui::{Button, Popup, PopupCloseBehavior, Response, Ui, Vec2};

/// Shows the menu after a secondary click. The click itself has selected what is under it.
pub fn ui(response: &Response, editor: &Editor, text: &Text) -> Option<Action> {
    let mut chosen = None;
    let close = if response.secondary_clicked() {
        // Elsewhere on the map: it opens again there, instead of only closing.
        PopupCloseBehavior::IgnoreClicks
    } else {
        PopupCloseBehavior::CloseOnClick
    };
    Popup::context_menu(response).close_behavior(close).show(|ui| {
        ui.set_min_width(216.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, group) in groups(editor.selection()).iter().enumerate() {
            if index > 0 {
                ui.separator();
            }
            for &action in *group {
                if item(ui, action, editor, text) {
                    chosen = Some(action);
                    ui.close();
                }
            }
        }
    });
    chosen
}

fn item(ui: &mut Ui, action: Action, editor: &Editor, text: &Text) -> bool {
    let label = action.label(text);
    let mut button = Button::new(&label).min_size(Vec2::new(0.0, 28.0));
    if let Some(shortcut) = action.shortcuts().first() {
        button = button.shortcut_text(shortcut.to_string());
    }
    ui.add_enabled(action.is_enabled(editor), button).accessible_name(label).clicked()
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
