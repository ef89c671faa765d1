//! The command palette: every action by name, whatever the language of the interface, the ones
//! used last first.

use super::{
    App,
    choices::{Choice, Choices, ROW_HEIGHT},
    document::Document,
    menu, style,
    text_field::{Composing, begin},
};
use crate::{
    editor::{Action, action::Menu, fuzzy::Fuzzy},
    font::Weight,
    model::limit,
    settings::Settings,
    text::{Language, Text},
    theme::{Theme, Tone, type_size},
};
use egui::{
    Align2, Context, Frame, Id, Key, Margin, Modal, Modifiers, Order, RichText, TextEdit, Ui, Vec2,
};
use lucide_icons::Icon;
use std::cmp::Reverse;

const WIDTH: f32 = 560.0;
/// Below the upper edge of the window, where there is room.
const TOP: f32 = 72.0;
const FIELD_HEIGHT: f32 = 44.0;
const MOST_ROWS: u8 = 12;
/// What it counts that an action was used lately, as much as a letter more.
const USED: u32 = 16;

/// The palette while it is open.
pub struct Palette {
    typed: String,
    /// Every action; those used last first, then as in the menus.
    entries: Vec<Entry>,
    /// What is shown, as places in `entries`.
    found: Vec<usize>,
    choices: Choices,
    composing: Composing,
    is_new: bool,
}

/// An action as the palette knows it.
struct Entry {
    action: Action,
    label: String,
    /// Its English name, where the interface is in another language.
    english: String,
    menu: String,
    keys: String,
    is_used: bool,
    /// Why it cannot do anything now.
    refusal: Option<String>,
}

/// What came of a frame.
enum Outcome {
    Open,
    Closed,
    Chosen(Action),
}

impl Palette {
    /// The palette for a project, or for the start screen.
    fn new(
        document: Option<&Document>,
        settings: &Settings,
        language: Language,
        text: &Text,
    ) -> Self {
        let english = (language != Language::En).then(|| Language::En.load());
        let used = |action| settings.commands.iter().position(|name| *name == key(action));
        let mut entries: Vec<Entry> = Action::ALL
            .iter()
            .map(|&action| Entry {
                action,
                label: action.label(text),
                english: english.as_ref().map(|english| action.label(english)).unwrap_or_default(),
                menu: action.menu().map(|menu| menu_name(text, menu)).unwrap_or_default(),
                keys: action.shortcuts().first().map(ToString::to_string).unwrap_or_default(),
                is_used: used(action).is_some(),
                refusal: (!menu::is_enabled(action, document))
                    .then(|| refusal(action, document, text)),
            })
            .collect();
        entries.sort_by_key(|entry| {
            (entry.refusal.is_some(), used(entry.action).unwrap_or(usize::MAX))
        });
        let mut palette = Self {
            typed: String::new(),
            entries,
            found: Vec::new(),
            choices: Choices::default(),
            composing: Composing::default(),
            is_new: true,
        };
        palette.search();
        palette
    }

    /// The field, which has the keyboard as long as the palette is open.
    pub fn field() -> Id {
        Id::unique("palette field")
    }

    /// What was typed changed: finds and ranks.
    fn search(&mut self) {
        let mut fuzzy = Fuzzy::new(&self.typed);
        let mut found: Vec<_> = self
            .entries
            .iter()
            .enumerate()
            .filter_map(|(at, entry)| {
                let fit = fuzzy.fit(&entry.label);
                let english = fuzzy.fit(&entry.english).filter(|_| !entry.english.is_empty());
                let score = fit.iter().chain(&english).map(|fit| fit.score).max()?;
                let score = score + if entry.is_used { USED } else { 0 };
                let mut note = entry.menu.clone();
                if fit.is_none() {
                    append(&mut note, &entry.english);
                }
                append(&mut note, entry.refusal.as_deref().unwrap_or_default());
                let choice = Choice {
                    label: entry.label.clone(),
                    letters: fit.map(|fit| fit.letters).unwrap_or_default(),
                    note,
                    keys: entry.keys.clone(),
                    sign: None,
                    is_disabled: entry.refusal.is_some(),
                };
                Some(((entry.refusal.is_some(), Reverse(score)), at, choice))
            })
            .collect();
        // Stable: of equals, those used last stay first.
        found.sort_by_key(|(rank, ..)| *rank);
        self.found = found.iter().map(|(_, at, _)| *at).collect();
        self.choices.set(found.into_iter().map(|(.., choice)| choice).collect(), Some(0));
    }

    fn ui(&mut self, ctx: &Context, text: &Text, theme: Theme) -> Outcome {
        let window = ctx.content_rect();
        let width = WIDTH.min(window.width() - 32.0);
        let top = TOP.min((window.height() * 0.1).round());
        let room = window.height() - top - FIELD_HEIGHT - 32.0;
        let area = Modal::default_area(Id::unique("palette"))
            .anchor(Align2::CENTER_TOP, Vec2::new(0.0, top))
            .order(Order::Foreground)
            .accessible_name(text.palette_title());
        let frame = Frame::window(&ctx.global_style()).inner_margin(Margin::ZERO);
        let modal = Modal::new(Id::unique("palette")).area(area).frame(frame).show(ctx, |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            let (field, outcome) = self.field_ui(ui, text, theme);
            ui.painter().hline(
                ui.max_rect().x_range(),
                ui.cursor().top(),
                ui.visuals().window_stroke,
            );
            let rows = (room / ROW_HEIGHT).floor().min(f32::from(MOST_ROWS));
            let height = ROW_HEIGHT * rows.max(1.0);
            let clicked = Frame::new().inner_margin(8).show(ui, |ui| {
                if self.choices.is_empty() {
                    let words = RichText::new(text.palette_nothing());
                    ui.add_space(4.0);
                    ui.label(words.color(style::color(theme, Tone::Secondary)));
                    ui.add_space(4.0);
                }
                self.choices.ui(ui, field, text.palette_list(), height, theme)
            });
            match (outcome, clicked.inner) {
                (Outcome::Open, Some(at)) => self.choose(at),
                (outcome, _) => outcome,
            }
        });
        match modal.inner {
            Outcome::Open if modal.should_close() => Outcome::Closed,
            outcome => outcome,
        }
    }

    fn field_ui(&mut self, ui: &mut Ui, text: &Text, theme: Theme) -> (Id, Outcome) {
        let id = Self::field();
        let mut outcome = Outcome::Open;
        if !self.composing.has_keys(ui) {
            self.choices.keys(ui, Some(usize::from(MOST_ROWS) - 1));
            let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
            if pressed(Modifiers::NONE, Key::Enter)
                && let Some(at) = self.choices.at()
            {
                outcome = self.choose(at);
            } else if pressed(Modifiers::COMMAND, Key::K) {
                outcome = Outcome::Closed;
            }
        }
        let secondary = style::color(theme, Tone::Secondary);
        let field = TextEdit::singleline(&mut self.typed)
            .id(id)
            .prefix(style::icon(Icon::Search).color(secondary))
            .hint_text(text.palette_hint())
            .font(style::font(Weight::Regular, type_size::LARGE))
            .frame(Frame::new().inner_margin(Margin::symmetric(20, 0)))
            .desired_width(f32::INFINITY)
            .min_size(Vec2::new(0.0, FIELD_HEIGHT))
            .align(Align2::LEFT_CENTER)
            // Enter is taken above, and Tab has nowhere to go.
            .return_key(None)
            .lock_focus(true)
            .char_limit(limit::LINE);
        let response = ui.add(field).accessible_name(text.palette_title());
        if std::mem::take(&mut self.is_new) {
            begin(ui, id, "");
        }
        if self.typed.contains('\t') {
            self.typed = self.typed.replace('\t', "");
        }
        if response.changed() {
            self.search();
        }
        (id, outcome)
    }

    fn choose(&self, at: usize) -> Outcome {
        let entry = self.found.get(at).and_then(|&at| self.entries.get(at));
        match entry.filter(|entry| entry.refusal.is_none()) {
            Some(entry) => Outcome::Chosen(entry.action),
            None => Outcome::Open,
        }
    }
}

impl App {
    pub(super) fn open_palette(&mut self) {
        let document = self.document.as_ref();
        self.palette = Some(Palette::new(document, &self.settings, self.language, &self.text));
    }

    /// Draws the palette, if it is open, and asks for what was chosen.
    pub(super) fn palette_ui(&mut self, ctx: &Context, theme: Theme) {
        let Some(palette) = &mut self.palette else {
            return;
        };
        let outcome = palette.ui(ctx, &self.text, theme);
        if matches!(outcome, Outcome::Open) {
            return;
        }
        self.palette = None;
        if let Outcome::Chosen(action) = outcome {
            self.settings.remember_command(key(action));
            self.requests.push(super::Request::Perform(action));
        }
        ctx.request_repaint();
    }
}

/// What an action is remembered by.
fn key(action: Action) -> String {
    format!("{action:?}")
}

pub fn menu_name(text: &Text, menu: Menu) -> String {
    match menu {
        Menu::File => text.menu_file(),
        Menu::Edit => text.menu_edit(),
        Menu::Map => text.menu_map(),
        Menu::View => text.menu_view(),
        Menu::Workshop => text.menu_workshop(),
        Menu::Help => text.menu_help(),
    }
}

/// Why an action cannot do anything now.
fn refusal(action: Action, document: Option<&Document>, text: &Text) -> String {
    use Action as A;
    if document.is_none() {
        return text.palette_no_project();
    }
    if document.is_some_and(|document| document.editor.map().is_none()) {
        return text.palette_no_map();
    }
    match action {
        A::Undo => text.palette_no_undo(),
        A::Redo => text.palette_no_redo(),
        A::NextMap | A::PreviousMap | A::MoveMapLeft | A::MoveMapRight => text.palette_no_way(),
        A::AddLink => text.palette_no_decision(),
        A::SelectAll => text.palette_no_cards(),
        A::Cut
        | A::Copy
        | A::Duplicate
        | A::MarkPositive
        | A::MarkDecision
        | A::MarkFriction
        | A::MarkNone
        | A::ToInbox => text.palette_no_selected_card(),
        _ => text.palette_no_selection(),
    }
}

fn append(note: &mut String, more: &str) {
    if !note.is_empty() && !more.is_empty() {
        note.push_str(" · ");
    }
    note.push_str(more);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(palette: &Palette) -> Vec<&str> {
        palette.found.iter().map(|&at| palette.entries[at].label.as_str()).collect()
    }

    fn palette(settings: &Settings, language: Language) -> Palette {
        Palette::new(None, settings, language, &language.load())
    }

    #[test]
    fn every_action_has_an_entry_in_every_language() {
        for &language in Language::iter() {
            let text = language.load();
            let mut palette = palette(&Settings::default(), language);
            assert_eq!(palette.found.len(), Action::ALL.len(), "{language:?}");
            for action in Action::ALL {
                for name in [action.label(&text), action.label(&Language::En.load())] {
                    palette.typed = name.clone();
                    palette.search();
                    let found = palette.found.iter().map(|&at| palette.entries[at].action);
                    assert!(found.into_iter().any(|it| it == *action), "{language:?}: {name}");
                }
            }
        }
    }

    #[test]
    fn what_cannot_be_done_is_last_with_the_reason() {
        let mut palette = palette(&Settings::default(), Language::En);
        let disabled: Vec<_> =
            palette.found.iter().map(|&at| palette.entries[at].refusal.is_some()).collect();
        assert!(disabled.is_sorted());
        palette.typed = "save".to_owned();
        palette.search();
        let at = palette.found[0];
        assert_eq!(palette.entries[at].refusal.as_deref(), Some("open a project first"));
        assert!(matches!(palette.choose(0), Outcome::Open), "nothing happens");
    }

    #[test]
    fn what_was_used_last_is_first() {
        let mut settings = Settings::default();
        for action in [Action::About, Action::ThemeDark, Action::Save, Action::About] {
            settings.remember_command(key(action));
        }
        let mut palette = palette(&settings, Language::En);
        assert_eq!(labels(&palette)[..3], ["About Touchline", "Dark theme", "New"]);
        palette.typed = "theme".to_owned();
        palette.search();
        assert_eq!(labels(&palette)[0], "Dark theme");
    }
}
