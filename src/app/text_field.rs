//! The text of a thing on the map, edited where it stands. Enter takes it and goes on to the next,
//! Escape leaves it as it was, leaving the field takes it.

use super::{
    canvas::{Canvas, View, pin_of},
    style,
};
use crate::{
    editor::{Editor, TextEdit, action_lines},
    font::Weight,
    model::limit,
    scene::{Item, Rect, Source},
    text::Text,
    theme::{Theme, Tone, type_size},
};
use egui::{
    Context, Event, FontId, Frame, Id, ImeEvent, Key, Margin, Pos2, Stroke, Ui, UiBuilder, Vec2,
    text::{CCursor, CCursorRange},
};

/// The smallest type that one can still type in, in points.
const SMALLEST: f32 = 12.0;

/// The narrowest that the field gets, in points.
const NARROWEST: f32 = 120.0;

/// Around the text, which stands where it stands on the map.
const AROUND: Margin = Margin::symmetric(5, 3);

/// The field while it is open.
#[derive(Default)]
pub struct TextField {
    open: Option<Open>,
}

struct Open {
    edit: TextEdit,
    draft: String,
    has_had_focus: bool,
    /// Frames in which it asked for the focus.
    asked: u8,
    composing: Composing,
    /// Where it was in the window in the last frame.
    rect: egui::Rect,
}

/// How the field was left.
enum Leave {
    Take {
        next: bool,
    },
    /// A list was pasted: what comes after its first line.
    List(Vec<String>),
    Restore,
}

impl TextField {
    /// Whether a place of the window belongs to the field.
    pub fn covers(&self, pos: Pos2) -> bool {
        self.open.as_ref().is_some_and(|open| open.rect.contains(pos))
    }

    /// Takes what is typed, as if the field had been left.
    pub fn take(&mut self, editor: &mut Editor) {
        if let Some(open) = self.open.take_if(|open| editor.editing() == Some(&open.edit)) {
            editor.finish_text(&open.draft, false);
        }
    }

    /// Shows the field where the editor has a text open.
    pub fn ui(&mut self, ui: &mut Ui, editor: &mut Editor, view: View, theme: Theme, text: &Text) {
        let Some(edit) = editor.editing() else {
            self.open = None;
            return;
        };
        if self.open.as_ref().is_none_or(|open| open.edit != *edit) {
            self.open = Some(Open {
                edit: edit.clone(),
                draft: edit.text.clone(),
                has_had_focus: false,
                asked: 0,
                composing: Composing::default(),
                rect: egui::Rect::NOTHING,
            });
        }
        let Some(open) = &mut self.open else { return };
        match open.ui(ui, editor, view, theme, text) {
            None => {}
            Some(Leave::Take { next }) => {
                editor.finish_text(&open.draft, next);
                give_focus_back(ui, editor);
            }
            Some(Leave::List(more)) => {
                editor.finish_actions(&open.draft, &more);
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
        ui: &mut Ui,
        editor: &Editor,
        view: View,
        theme: Theme,
        text: &Text,
    ) -> Option<Leave> {
        let source = self.edit.source;
        let place = editor.scene().text_box_of(source)?;
        let (weight, size) = type_of(editor, source, &place);
        let font = FontId::new((size * view.camera.zoom).max(SMALLEST), style::family(weight));
        let area = view.area(pin_of(editor.scene(), source), &place);
        let rect = area.expand2(AROUND.sum() / 2.0);
        let id = Id::unique("text field").with(source);
        let is_first = !self.has_had_focus && self.asked < 3;
        if is_first {
            self.asked += 1;
            begin(ui, id, &self.draft);
        }
        let left = if is_first { None } else { self.take_keys(ui) };
        let list = match source {
            Source::Step(_) if !is_first => take_list(ui),
            _ => None,
        };

        let rect = inside(rect, view.rect);
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
        child.set_clip_rect(view.rect);
        let response = Frame::new()
            .fill(style::color(theme, ground_of(editor, source)))
            .stroke(Stroke::new(1.0, style::color(theme, Tone::Accent)))
            .corner_radius(4)
            .show(&mut child, |ui| {
                egui::TextEdit::multiline(&mut self.draft)
                    .id(id)
                    .font(font)
                    .frame(Frame::NONE.inner_margin(AROUND))
                    .desired_rows(1)
                    .desired_width(rect.width())
                    .min_size(rect.size())
                    .char_limit(limit::LINE)
                    .return_key(None)
                    .show(ui)
                    .response
                    .response
            })
            .inner;
        self.rect = response.rect;
        // The click that opens the field takes the focus from all that it did not hit: once more.
        self.has_had_focus |= response.has_focus();
        if is_first && !self.has_had_focus {
            ui.request_repaint();
        }
        response.widget_info(|| {
            let role = egui::accesskit::Role::TextInput;
            let mut info = egui::WidgetInfo::labeled(role, true, text.canvas_text_field());
            info.current_text_value = Some(self.draft.clone());
            info
        });
        if self.draft.contains(['\n', '\r', '\t']) {
            self.draft = self.draft.replace(['\n', '\r', '\t'], " ");
        }
        if let Some(more) = list {
            return Some(Leave::List(more));
        }
        let is_left = !is_first && response.lost_focus();
        left.or(is_left.then_some(Leave::Take { next: false }))
    }

    /// Enter and Escape, before the field sees them; not while an input method needs them.
    fn take_keys(&mut self, ui: &Ui) -> Option<Leave> {
        if self.composing.has_keys(ui) {
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
}

/// Whether an input method is in the middle of a word: its keys are not ours.
#[derive(Debug, Default)]
pub struct Composing(bool);

impl Composing {
    /// Whether the keys of this frame are the input method's; asked once a frame.
    pub fn has_keys(&mut self, ui: &Ui) -> bool {
        ui.input(|input| {
            let mut has_keys = self.0;
            for event in &input.events {
                if let Event::Ime(event) = event {
                    has_keys = true;
                    self.0 = matches!(event, ImeEvent::Preedit { text, .. } if !text.is_empty());
                }
            }
            has_keys
        })
    }
}

/// Of a list that is pasted, the field gets the first line; gives the others.
pub fn take_list(ui: &Ui) -> Option<Vec<String>> {
    ui.input_mut(|input| {
        input.events.iter_mut().find_map(|event| {
            let Event::Paste(text) = event else { return None };
            let mut lines = action_lines(text).into_iter();
            let (first, more) = (lines.next()?, lines.collect::<Vec<_>>());
            (!more.is_empty()).then(|| {
                *text = first;
                more
            })
        })
    })
}

/// A field gets the keyboard, with all of its text selected.
pub fn begin(ctx: &Context, id: Id, text: &str) {
    ctx.memory_mut(|memory| memory.request_focus(id));
    let mut state = egui::TextEdit::load_state(ctx, id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ctx, id);
}

/// The keyboard goes back to the map, unless the next text is open already or the user has gone
/// elsewhere.
fn give_focus_back(ui: &Ui, editor: &Editor) {
    let is_elsewhere = ui.memory(|memory| memory.focused().is_some());
    if editor.editing().is_none() && !is_elsewhere {
        ui.memory_mut(|memory| memory.request_focus(Canvas::id()));
    }
}

/// What the text stands on.
fn ground_of(editor: &Editor, source: Source) -> Tone {
    match source {
        Source::Touchpoint(id) => editor.scene().card(id).map_or(Tone::Panel, |card| card.fill),
        Source::Stage(_) => Tone::Header,
        _ => Tone::Panel,
    }
}

/// Wide enough for a few words, and inside the canvas where it can be.
fn inside(rect: egui::Rect, canvas: egui::Rect) -> egui::Rect {
    let size = rect.size().max(Vec2::new(NARROWEST, 0.0));
    let last = (canvas.max - size - Vec2::splat(4.0)).max(canvas.min);
    egui::Rect::from_min_size(rect.min.clamp(canvas.min, last), size)
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
