//! Short messages over the map, each with a way to act on it, read aloud by screen readers.

use super::{announce::live_node, request::Request, style};
use crate::{
    editor::Action,
    text::Text,
    theme::{Theme, Tone, type_size},
};
use egui::{Align2, Area, Frame, Id, Order, RichText, Sense, Ui, UiBuilder, Vec2};
use lucide_icons::Icon;
use std::time::Duration;

/// How long a message stays, in seconds; one that can be acted on stays longer.
const SHORT: f64 = 5.0;
const LONG: f64 = 9.0;
/// More are not shown at once.
const MOST: usize = 3;
/// Above the lower edge of the window: clear of the status bar.
const ABOVE: f32 = 44.0;

/// The messages that are shown.
#[derive(Default)]
pub struct Toasts {
    shown: Vec<Toast>,
    made: u64,
}

struct Toast {
    number: u64,
    words: String,
    offer: Option<Offer>,
    /// Something went wrong: a screen reader says it at once.
    is_urgent: bool,
    /// In egui's time; `None` until it is first shown.
    until: Option<f64>,
}

/// What a message offers to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// Only as long as the project is in this state: later it would undo something else.
    Undo(u64),
    /// Puts a text on the clipboard.
    CopyPath(String),
}

impl Toasts {
    /// Says something.
    pub fn say(&mut self, words: String, offer: Option<Offer>) {
        self.push(words, offer, false);
    }

    /// Says what did not work.
    pub fn warn(&mut self, words: String) {
        self.push(words, None, true);
    }

    fn push(&mut self, words: String, offer: Option<Offer>, is_urgent: bool) {
        self.made += 1;
        // The same again (a step refused at each key) is one message that stays longer.
        self.shown.retain(|toast| toast.words != words);
        self.shown.push(Toast { number: self.made, words, offer, is_urgent, until: None });
        let over = self.shown.len().saturating_sub(MOST);
        self.shown.drain(..over);
    }

    /// Draws them over the lower edge of `ui`'s rectangle, above what is `below` there.
    pub fn ui(
        &mut self,
        ui: &Ui,
        below: f32,
        revision: Option<u64>,
        text: &Text,
        theme: Theme,
        requests: &mut Vec<Request>,
    ) {
        let now = ui.input(|input| input.time);
        for toast in &mut self.shown {
            let stays = if toast.offer.is_some() { LONG } else { SHORT };
            toast.until.get_or_insert(now + stays);
            if matches!(toast.offer, Some(Offer::Undo(of)) if Some(of) != revision) {
                toast.offer = None;
            }
        }
        self.shown.retain(|toast| toast.until.is_none_or(|until| now < until));
        let Some(next) = self.shown.iter().filter_map(|toast| toast.until).reduce(f64::min) else {
            return;
        };
        ui.ctx().request_repaint_after(Duration::from_secs_f64((next - now).max(0.01)));
        let mut closed = None;
        let at = ui.max_rect().center_bottom() - Vec2::new(0.0, ABOVE + below);
        Area::new(Id::unique("toasts"))
            .order(Order::Foreground)
            .pivot(Align2::CENTER_BOTTOM)
            .fixed_pos(at)
            .show(ui.ctx(), |ui| {
                for toast in &self.shown {
                    if toast_ui(ui, toast, text, theme, requests) {
                        closed = Some(toast.number);
                    }
                }
            });
        self.shown.retain(|toast| Some(toast.number) != closed);
    }
}

/// Draws one; gives whether it is done with.
fn toast_ui(
    ui: &mut Ui,
    toast: &Toast,
    text: &Text,
    theme: Theme,
    requests: &mut Vec<Request>,
) -> bool {
    let tone = |tone| style::color(theme, tone);
    let mut done = false;
    let frame = Frame::popup(ui.style())
        .fill(tone(Tone::Text))
        .stroke(egui::Stroke::NONE)
        .corner_radius(8)
        .inner_margin(egui::Margin::symmetric(16, 8));
    let ink = tone(Tone::Panel);
    ui.scope_builder(UiBuilder::new().id_salt(toast.number).sense(Sense::hover()), |ui| {
        frame.show(ui, |ui| {
            ui.horizontal(|ui| {
                let label = ui.label(RichText::new(&toast.words).color(ink).size(type_size::BODY));
                live_node(ui.ctx(), label.id, &toast.words, toast.is_urgent);
                let button = |ui: &mut Ui, words: String| {
                    let words = RichText::new(words).color(ink).underline();
                    ui.add(egui::Button::new(words).frame(false)).clicked()
                };
                match &toast.offer {
                    Some(Offer::Undo(_)) if button(ui, text.toast_undo()) => {
                        requests.push(Request::Perform(Action::Undo));
                        done = true;
                    }
                    Some(Offer::CopyPath(path)) if button(ui, text.toast_copy_path()) => {
                        ui.ctx().copy_text(path.clone());
                        done = true;
                    }
                    _ => {}
                }
                let close = egui::Button::new(style::icon(Icon::X).color(ink)).frame(false);
                if ui.add(close).accessible_name(text.toast_close()).clicked() {
                    done = true;
                }
            });
        });
    });
    done
}
