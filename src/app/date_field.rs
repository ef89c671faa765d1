//! A field for a day: typed as one likes, or chosen in a calendar. Nothing changes while one types;
//! leaving the field takes what was meant, Escape leaves the day as it was.

mod calendar;
mod words;

pub use words::short;
use words::written;

use super::{
    request::{Pane, Request},
    style, typing,
};
use crate::{command::Command, model::Date, theme::Tone};
use calendar::Calendar;
use egui::{
    Align2, EventFilter, Id, Key, Popup, PopupCloseBehavior, Rect, Response, TextEdit, Ui, Vec2,
};
use lucide_icons::Icon;

const HEIGHT: f32 = 28.0;

/// A field for a day.
pub struct DateLine<'a> {
    /// Unique in the window.
    pub id: Id,
    /// For those who cannot see it.
    pub name: &'a str,
    pub value: Option<Date>,
    pub width: f32,
}

/// What is typed and not taken yet.
#[derive(Debug, Clone, Default)]
struct Draft {
    words: String,
    /// Nobody knows which day it is.
    is_wrong: bool,
}

/// Draws the field; gives the day that was chosen, which may be none.
pub fn date_ui(
    ui: &mut Ui,
    line: &DateLine<'_>,
    pane: &Pane<'_>,
) -> (Response, Option<Option<Date>>) {
    let (_, rect) = ui.allocate_space(Vec2::new(line.width, HEIGHT));
    let field = rect.with_max_x(rect.right() - HEIGHT);
    let mut draft: Option<Draft> = ui.data(|data| data.get_temp(line.id));
    if typing::was_taken(ui, line.id) {
        draft = None;
    }
    let keyboard = ui.memory(|memory| memory.has_focus(line.id));
    let opens = keyboard
        && ui.input_mut(|input| {
            input.consume_key(egui::Modifiers::NONE, Key::ArrowDown)
                || input.consume_key(egui::Modifiers::ALT, Key::ArrowDown)
        });
    let (response, mut chosen) = text_ui(ui, field, line, &mut draft, pane);
    let side = Rect::from_min_max(egui::pos2(field.right(), rect.top()), rect.max);
    let name = pane.text.date_calendar(line.name);
    let button = style::icon_button(ui, side, Icon::Calendar, &name);
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let id = popup.get_id();
    if opens && !popup.is_open() {
        Popup::open_id(ui, id);
    }
    let was_open = ui.data(|data| data.get_temp::<Calendar>(id));
    let shown = popup.show(|ui| {
        let first = || Calendar::at(line.value.unwrap_or(pane.today));
        let mut calendar = was_open.clone().unwrap_or_else(first);
        let chosen = calendar.ui(ui, id, line, pane);
        ui.data_mut(|data| data.insert_temp(id, calendar));
        chosen
    });
    match shown.map(|shown| shown.inner) {
        Some(Some(day)) => {
            chosen = Some(day);
            draft = None;
            Popup::close_id(ui, id);
            ui.data_mut(|data| data.remove::<Calendar>(id));
            ui.memory_mut(|memory| memory.request_focus(line.id));
        }
        None if was_open.is_some() => ui.data_mut(|data| data.remove::<Calendar>(id)),
        Some(None) | None => {}
    }
    ui.data_mut(|data| match draft {
        Some(draft) => {
            data.insert_temp(line.id, draft);
        }
        None => {
            data.remove::<Draft>(line.id);
        }
    });
    (response, chosen.filter(|day| *day != line.value))
}

/// Has what is typed taken before work is saved or asked about.
pub fn hold(
    ui: &Ui,
    line: &DateLine<'_>,
    pane: &Pane<'_>,
    change: impl Fn(Option<Date>) -> Command,
) {
    let draft: Option<Draft> = ui.data(|data| data.get_temp(line.id));
    let day = draft.and_then(|draft| meant(&draft.words, pane));
    let day = day.filter(|day| *day != line.value);
    let requests = day.map(|day| vec![Request::Run(change(day)), Request::Seal]);
    typing::hold(ui, line.id, requests.unwrap_or_default());
}

/// The day that is meant, which may be none; `None` where nobody knows.
fn meant(typed: &str, pane: &Pane<'_>) -> Option<Option<Date>> {
    match words::read(typed, pane.text, pane.today) {
        Some(day) => Some(Some(day)),
        None => typed.trim().is_empty().then_some(None),
    }
}

/// What is typed; gives the day where it was taken.
fn text_ui(
    ui: &mut Ui,
    area: Rect,
    line: &DateLine<'_>,
    draft: &mut Option<Draft>,
    pane: &Pane<'_>,
) -> (Response, Option<Option<Date>>) {
    let is_wrong = draft.as_ref().is_some_and(|draft| draft.is_wrong);
    let mut typed = match draft {
        Some(draft) => draft.words.clone(),
        None => line.value.map(|day| written(pane.text, day)).unwrap_or_default(),
    };
    let keys = EventFilter { horizontal_arrows: true, escape: true, ..EventFilter::default() };
    let ink = style::color(pane.theme, if is_wrong { Tone::Friction } else { Tone::Text });
    let edit = TextEdit::singleline(&mut typed)
        .id(line.id)
        .hint_text(pane.text.date_hint())
        .text_color(ink)
        .desired_width(area.width())
        .min_size(area.size())
        .align(Align2::LEFT_CENTER)
        .event_filter(keys)
        .char_limit(40);
    let mut response = ui.put(area, edit).accessible_name(line.name);
    if response.changed() {
        *draft = Some(Draft { words: typed.clone(), is_wrong: false });
    }
    if response.has_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
        *draft = None;
        response.surrender_focus();
    }
    let mut taken = None;
    if response.lost_focus()
        && let Some(draft_now) = draft
    {
        taken = meant(&typed, pane);
        draft_now.is_wrong = taken.is_none();
        if taken.is_some() {
            *draft = None;
        }
    }
    if is_wrong {
        let words = pane.text.date_wrong();
        ui.accesskit_node_builder(line.id, |node| {
            node.set_invalid(egui::accesskit::Invalid::True);
            node.set_description(words.as_str());
        });
        response = response.on_hover_text(words);
    }
    (response, taken)
}
