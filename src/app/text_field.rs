//! The text of a thing on the map, edited where it stands. Enter takes it and goes on to the next,
//! Escape leaves it as it was, leaving the field takes it.

use super::{
    canvas::{Canvas, View, pin_of},
    style,
};
use crate::{
    editor::{Editor, TextEdit},
    font::Weight,
    model::limit,
    scene::{Item, Rect, Source},
    text::Text,
    theme::{Theme, Tone, type_size},
};
use egui::{
    Area, Event, FontId, Frame, Id, ImeEvent, Key, Margin, Order, Stroke, Ui, Vec2,
    text::{CCursor, CCursorRange},
};

/// The smallest type that one can still type in, in points.
const SMALLEST: f32 = 12.0;

/// The field while it is open.
#[derive(Default)]
pub struct TextField {
    open: Option<Open>,
}

struct Open {
    edit: TextEdit,
    draft: String,
    has_had_focus: bool,
    /// An input method is in the middle of a word: its keys are not ours.
    is_composing: bool,
}

/// How the field was left.
enum Leave {
    Take { next: bool },
    Restore,
}

impl TextField {
    /// Shows the field where the editor has a text open.
    pub fn ui(&mut self, ui: &Ui, editor: &mut Editor, view: View, theme: Theme, text: &Text) {
        let Some(edit) = editor.editing() else {
            self.open = None;
            return;
        };
        if self.open.as_ref().is_none_or(|open| open.edit != *edit) {
            self.open = Some(Open {
                edit: edit.clone(),
                draft: edit.text.clone(),
                has_had_focus: false,
                is_composing: false,
            });
        }
        let Some(open) = &mut self.open else { return };
        match open.ui(ui, editor, view, theme, text) {
            None => {}
            Some(Leave::Take { next }) => {
                editor.finish_text(&open.draft, next);
                give_focus_back(ui, editor);
            }
            Some(Leave::Restore) => {
                editor.cancel_text();
                give_focus_back(ui, editor);
            }
        }
    }
}

impl Open {
    fn ui(
        &mut self,
        ui: &Ui,
        editor: &Editor,
        view: View,
        theme: Theme,
        text: &Text,
    ) -> Option<Leave> {
        let source = self.edit.source;
        let place = editor.scene().text_box_of(source)?;
        let (weight, size) = type_of(editor, source, &place);
        let font = FontId::new((size * view.camera.zoom).max(SMALLEST), style::family(weight));
        let rect = view.area(pin_of(editor.scene(), source), &place).expand2(Vec2::new(4.0, 2.0));
        let width = rect.width().max(120.0);
        let id = Id::unique("text field").with(source);
        self.select_all_at_first(ui, id);
        let enter = self.take_keys(ui);

        let response = Area::new(id.with("area"))
            .order(Order::Middle)
            .fixed_pos(rect.min)
            .constrain_to(view.rect)
            .fade_in(false)
            .show(ui, |ui| {
                ui.set_clip_rect(view.rect);
                ui.set_width(width);
                let accent = Stroke::new(2.0, style::color(theme, Tone::Accent));
                Frame::new()
                    .fill(style::color(theme, Tone::Panel))
                    .stroke(accent)
                    .corner_radius(4)
                    .show(ui, |ui| {
                        egui::TextEdit::multiline(&mut self.draft)
                            .id(id)
                            .font(font)
                            .frame(Frame::NONE)
                            .margin(Margin::symmetric(4, 2))
                            .desired_rows(1)
                            .desired_width(width)
                            .min_size(Vec2::new(width, rect.height()))
                            .char_limit(limit::LINE)
                            .return_key(None)
                            .show(ui)
                            .response
                    })
                    .inner
            })
            .inner;
        let response = response.response;
        response.widget_info(|| {
            let role = egui::accesskit::Role::TextInput;
            let mut info = egui::WidgetInfo::labeled(role, true, text.canvas_text_field());
            info.current_text_value = Some(self.draft.clone());
            info
        });
        if self.draft.contains(['\n', '\r', '\t']) {
            self.draft = self.draft.replace(['\n', '\r', '\t'], " ");
        }
        if !self.has_had_focus {
            self.has_had_focus = true;
            response.request_focus();
            return None;
        }
        if let Some(leave) = enter {
            return Some(leave);
        }
        response.lost_focus().then_some(Leave::Take { next: false })
    }

    /// Enter and Escape, before the field sees them; not while an input method needs them.
    fn take_keys(&mut self, ui: &Ui) -> Option<Leave> {
        let had_ime = ui.input(|input| {
            let mut had_ime = self.is_composing;
            for event in &input.events {
                if let Event::Ime(event) = event {
                    had_ime = true;
                    self.is_composing =
                        matches!(event, ImeEvent::Preedit { text, .. } if !text.is_empty());
                }
            }
            had_ime
        });
        if had_ime || !self.has_had_focus {
            return None;
        }
        ui.input_mut(|input| {
            let any = egui::Modifiers::NONE;
            if input.consume_key(any, Key::Escape) {
                Some(Leave::Restore)
            } else if input.consume_key(egui::Modifiers::SHIFT, Key::Enter)
                || input.consume_key(egui::Modifiers::COMMAND, Key::Enter)
            {
                Some(Leave::Take { next: false })
            } else if input.consume_key(any, Key::Enter) {
                Some(Leave::Take { next: true })
            } else {
                None
            }
        })
    }

    fn select_all_at_first(&self, ui: &Ui, id: Id) {
        if self.has_had_focus {
            return;
        }
        let mut state = egui::TextEdit::load_state(ui, id).unwrap_or_default();
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(self.draft.chars().count()));
        state.cursor.set_char_range(Some(all));
        state.store(ui, id);
    }
}

/// The keyboard goes back to the map, unless the next text is open already or the user has gone
/// elsewhere.
fn give_focus_back(ui: &Ui, editor: &Editor) {
    let is_elsewhere = ui.memory(|memory| memory.focused().is_some());
    if editor.editing().is_none() && !is_elsewhere {
        ui.memory_mut(|memory| memory.request_focus(Canvas::id()));
    }
}

/// The type of the text that is edited: of the first line inside its box, else what such a thing
/// is usually set in.
fn type_of(editor: &Editor, source: Source, place: &Rect) -> (Weight, f32) {
    let scene = editor.scene();
    let (items, offset) = match source {
        Source::Touchpoint(id) => match scene.card(id) {
            Some(card) => (&card.block.items, card.rect.min),
            None => return (Weight::Regular, type_size::BODY),
        },
        _ => match scene.blocks.iter().find(|placed| placed.source == source) {
            Some(placed) => (&placed.block.items, crate::scene::Point::default() + placed.offset),
            None => return (Weight::Regular, type_size::SMALL),
        },
    };
    let by = offset - crate::scene::Point::default();
    let inside = items.iter().find_map(|item| match item {
        Item::Text(text) if place.expand(2.0).contains(text.origin + by) => Some(&text.line),
        _ => None,
    });
    match (inside, source) {
        (Some(line), _) => (line.weight, line.size),
        (None, Source::Step(_)) => (Weight::Regular, type_size::BODY),
        (None, _) => (Weight::SemiBold, type_size::LARGE),
    }
}
