//! The one lesson: under a selected card, how a touchpoint is marked. Shown until somebody has done
//! it, then never again.

use super::{view::View, zoom_control::floating};
use crate::{
    app::{mark, style},
    editor::{Action, Editor, Gesture},
    model::Mark,
    scene::Pin,
    text::Text,
    theme::{Theme, Tone},
};
use egui::{Area, Atom, Button, Id, IdSalt, Margin, Order, Rect, RichText, Ui, Vec2};

/// Whether it is still to be given.
#[derive(Default)]
pub struct Lesson {
    /// The person has not marked anything yet.
    pub is_wanted: bool,
    /// It was shown for the map that is open.
    is_shown: bool,
    /// It was shown, and then something was marked.
    pub is_learnt: bool,
}

impl Lesson {
    /// Shows it while no card is marked; gives what was chosen.
    pub fn ui(
        &mut self,
        ui: &Ui,
        editor: &Editor,
        view: View,
        theme: Theme,
        text: &Text,
    ) -> Option<Action> {
        if !self.is_wanted || self.is_learnt {
            return None;
        }
        let map = editor.map()?;
        if map.touchpoints.iter().any(|card| card.mark.is_some()) {
            self.is_learnt = self.is_shown;
            return None;
        }
        let is_busy = !matches!(editor.gesture(), Gesture::Idle | Gesture::Pressing { .. });
        if is_busy || editor.editing().is_some() {
            return None;
        }
        let mut selected = editor.selection().touchpoints();
        let card = selected.find_map(|id| editor.scene().card(id))?;
        self.is_shown = true;
        below(ui, view.area(Pin::Free, &card.rect), view.rect, theme, text)
    }
}

fn below(ui: &Ui, card: Rect, canvas: Rect, theme: Theme, text: &Text) -> Option<Action> {
    let mut chosen = None;
    let area = Area::new(Id::unique("lesson"))
        .order(Order::Middle)
        .fixed_pos((card.left_bottom() + Vec2::new(0.0, 8.0)).round())
        .constrain_to(canvas.shrink(8.0))
        .fade_in(false);
    area.show(ui, |ui| {
        floating(ui).inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(4.0);
            let words = RichText::new(text.canvas_mark_it());
            ui.label(words.color(style::color(theme, Tone::Secondary)));
            ui.horizontal(|ui| {
                for (mark, action) in [
                    (Mark::Positive, Action::MarkPositive),
                    (Mark::Decision, Action::MarkDecision),
                    (Mark::Friction, Action::MarkFriction),
                ] {
                    if mark_button(ui, mark, action, theme, text) {
                        chosen = Some(action);
                    }
                }
            });
        });
    });
    chosen
}

/// A mark with its name and its key.
fn mark_button(ui: &mut Ui, mark: Mark, action: Action, theme: Theme, text: &Text) -> bool {
    let key = action.shortcuts().first().map(ToString::to_string).unwrap_or_default();
    let key = RichText::new(key).color(style::color(theme, Tone::Secondary));
    let shape = IdSalt::new("shape of a mark");
    let room = Atom::custom(shape, Vec2::splat(12.0));
    let drawn = Button::new((room, mark::name(text, Some(mark)), key)).atom_ui(ui);
    if let Some(rect) = drawn.rect(shape) {
        mark::paint(ui.painter(), rect.center(), 10.0, Some(mark), theme);
    }
    drawn.response.accessible_name(action.label(text)).clicked()
}
