//! The settings: what is remembered for all projects and can be chosen. And where files are kept.

use super::{
    dialog::{Answer, close_button, modal},
    request::Request,
    style,
};
use crate::{
    editor::Action,
    settings::{MotionChoice, Settings, ThemeChoice},
    text::Text,
    theme::{Theme, Tone, type_size},
};
use egui::{Align, Button, Context, Label, Layout, RichText, Ui, Vec2};
use lucide_icons::Icon;
use std::path::{Path, PathBuf};

/// Of the names at the left.
const NAMES: f32 = 136.0;

/// Draws the settings; each choice is in force at once.
pub fn ui(ctx: &Context, settings: &Settings, text: &Text, requests: &mut Vec<Request>) -> Answer {
    modal(ctx, &text.settings_title(), 480.0, |ui| {
        row(ui, text.settings_theme(), |ui| {
            for (choice, action, words) in [
                (ThemeChoice::System, Action::ThemeSystem, text.settings_theme_system()),
                (
                    ThemeChoice::Always(Theme::Light),
                    Action::ThemeLight,
                    text.settings_theme_light(),
                ),
                (ThemeChoice::Always(Theme::Dark), Action::ThemeDark, text.settings_theme_dark()),
            ] {
                choice_ui(ui, settings.theme == choice, words, Request::Perform(action), requests);
            }
        });
        row(ui, text.settings_language(), |ui| {
            for action in [
                Action::LanguageSystem,
                Action::LanguageEnglish,
                Action::LanguageRussian,
                Action::LanguageChinese,
            ] {
                let language = action.language().flatten();
                let words = match language {
                    None => text.settings_language_system(),
                    Some(language) => language.language_name().to_owned(),
                };
                let is_chosen = settings.language == language;
                choice_ui(ui, is_chosen, words, Request::Perform(action), requests);
            }
        });
        row(ui, text.settings_interface(), |ui| scale_ui(ui, settings, text, requests));
        row(ui, text.settings_motion(), |ui| {
            for choice in MotionChoice::ALL {
                let words = match choice {
                    MotionChoice::System => text.settings_motion_system(),
                    MotionChoice::On => text.settings_motion_on(),
                    MotionChoice::Off => text.settings_motion_off(),
                };
                let is_chosen = settings.motion == choice;
                choice_ui(ui, is_chosen, words, Request::Motion(choice), requests);
            }
        });
        row(ui, String::new(), |ui| note(ui, text.settings_motion_note()));
        ui.add_space(4.0);
        note(ui, text.settings_note());
        if ui.button(text.settings_folders()).clicked() {
            requests.push(Request::Perform(Action::Folders));
        }
        close_button(ui, text)
    })
}

/// Draws where the program keeps what is not a project.
pub fn folders_ui(ctx: &Context, folders: &Folders, text: &Text) -> Answer {
    modal(ctx, &text.folders_title(), 480.0, |ui| {
        for (name, path) in [
            (text.folders_settings(), folders.settings.as_deref()),
            (text.folders_data(), folders.data.as_deref()),
        ] {
            folder_ui(ui, &name, path, text);
        }
        note(ui, text.folders_note());
        close_button(ui, text)
    })
}

/// Where the program keeps what is not a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    pub settings: Option<PathBuf>,
    pub data: Option<PathBuf>,
}

fn folder_ui(ui: &mut Ui, name: &str, path: Option<&Path>, text: &Text) {
    style::section(ui, name);
    let Some(path) = path else {
        note(ui, text.folders_none());
        return;
    };
    let path = path.display().to_string();
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let copy = ui.button(text.folders_copy());
            // Two of these: each is named by what it copies.
            if copy.accessible_name(format!("{}: {name}", text.folders_copy())).clicked() {
                ui.ctx().copy_text(path.clone());
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(&path).truncate().selectable(true)).on_hover_text(&path);
            });
        });
    });
    ui.add_space(4.0);
}

/// A setting: its name at the left, its choices beside it.
fn row(ui: &mut Ui, name: String, add: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let names = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(Vec2::new(NAMES, 28.0), names, |ui| {
            ui.set_min_width(NAMES);
            ui.add(Label::new(name).truncate());
        });
        add(ui);
    });
}

fn choice_ui(
    ui: &mut Ui,
    is_chosen: bool,
    words: String,
    request: Request,
    requests: &mut Vec<Request>,
) {
    if ui.add(Button::selectable(is_chosen, words)).clicked() {
        requests.push(request);
    }
}

fn scale_ui(ui: &mut Ui, settings: &Settings, text: &Text, requests: &mut Vec<Request>) {
    let mut step = |ui: &mut Ui, icon, action: Action, is_larger| {
        ui.add_enabled_ui(settings.next_scale(is_larger).is_some(), |ui| {
            if style::icon_button_here(ui, icon, &action.label(text)).clicked() {
                requests.push(Request::Perform(action));
            }
        });
    };
    step(ui, Icon::Minus, Action::InterfaceSmaller, false);
    let words = text.settings_interface_percent(settings.interface_scale);
    let normal = Button::new(words).frame_when_inactive(false).min_size(Vec2::new(64.0, 28.0));
    let name = Action::InterfaceNormal.label(text);
    let is_chosen = ui.add(normal).on_hover_text(name).clicked();
    step(ui, Icon::Plus, Action::InterfaceLarger, true);
    if is_chosen {
        requests.push(Request::Perform(Action::InterfaceNormal));
    }
}

fn note(ui: &mut Ui, words: String) {
    let ink = style::color(style::theme(ui.ctx()), Tone::Secondary);
    ui.add(Label::new(RichText::new(words).size(type_size::SMALL).color(ink)).wrap());
}
