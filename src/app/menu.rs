//! The menu bar: every action of the table under its heading, the project's title in the middle,
//! and the one main button at the right.

use super::{
    document::{Document, SavedState, file_name},
    page::Page,
    request::Request,
    style, words,
};
use crate::{
    editor::{Action, Editor, action::Menu},
    font::Weight,
    settings::{LeftView, Settings, ThemeChoice},
    text::Text,
    theme::{Theme, Tone, type_size},
};
use egui::{
    Align, Button, Color32, Context, FocusDirection, Id, Key, Layout, MenuBar, Popup, RichText,
    Role, Ui, Vec2, WidgetInfo,
    containers::menu::{MenuButton, MenuConfig, MenuState, SubMenuButton},
};
use lucide_icons::Icon;

/// What the menu bar shows.
pub struct MenuView<'a> {
    pub document: Option<&'a Document>,
    pub settings: &'a Settings,
    pub text: &'a Text,
    pub theme: Theme,
}

/// Draws the menu bar.
pub fn menu_bar(ui: &mut Ui, view: &MenuView<'_>, requests: &mut Vec<Request>) {
    let whole = ui.max_rect();
    let config = MenuConfig::new().style(style::menu);
    MenuBar::new().style(style::menu).config(config).ui(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        walk(ui);
        let mut buttons: Vec<Id> = Vec::new();
        for (menu, title) in [
            (Menu::File, view.text.menu_file()),
            (Menu::Edit, view.text.menu_edit()),
            (Menu::Map, view.text.menu_map()),
            (Menu::View, view.text.menu_view()),
            (Menu::Workshop, view.text.menu_workshop()),
            (Menu::Help, view.text.menu_help()),
        ] {
            let (button, _) = MenuButton::new(title).ui(ui, |ui| {
                ui.set_min_width(216.0);
                menu_ui(ui, menu, view, requests);
            });
            buttons.push(button.id);
        }
        ui.data_mut(|data| data.insert_temp(bar_id(), buttons));
        let left = ui.cursor().left();
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            export_button(ui, view, requests);
            commands_button(ui, view, requests);
            let right = ui.min_rect().left();
            title_ui(ui, whole, left..right, view);
        });
    });
}

/// Opens the first menu, for the keyboard.
pub fn open(ctx: &Context) {
    let buttons: Vec<Id> = ctx.data(|data| data.get_temp(bar_id())).unwrap_or_default();
    if let Some(&first) = buttons.first() {
        open_menu_of(ctx, first);
    }
}

fn open_menu_of(ctx: &Context, button: Id) {
    Popup::open_id(ctx, menu_of(button));
    ctx.memory_mut(|memory| {
        memory.request_focus(button);
        memory.move_focus(FocusDirection::None);
    });
}

/// Left and Right go from an open menu to the one beside it; a list inside a menu has them first.
fn walk(ui: &Ui) {
    let step = ui.input(|input| {
        isize::from(input.key_pressed(Key::ArrowRight))
            - isize::from(input.key_pressed(Key::ArrowLeft))
    });
    let buttons: Vec<Id> = ui.data(|data| data.get_temp(bar_id())).unwrap_or_default();
    let open = buttons.iter().position(|&button| Popup::is_id_open(ui, menu_of(button)));
    let Some(at) = open.filter(|_| step != 0) else { return };
    let has_list = buttons.get(at).is_some_and(|&button| {
        MenuState::from_id(ui, menu_of(button), |state| state.open_item.is_some())
    });
    let to = (at.cast_signed() + step).rem_euclid(buttons.len().cast_signed());
    if let Some(&button) = buttons.get(to.unsigned_abs()).filter(|_| !has_list) {
        open_menu_of(ui, button);
    }
}

fn bar_id() -> Id {
    Id::unique("menu bar")
}

/// The list that a button of the bar opens.
fn menu_of(button: Id) -> Id {
    button.with("popup")
}

/// Whether an action can do something now, with or without an open project.
pub fn is_enabled(action: Action, document: Option<&Document>) -> bool {
    match action {
        Action::New
        | Action::NewRetail
        | Action::NewTwenty
        | Action::NewBlueprint
        | Action::NewSample
        | Action::Open
        | Action::Quit
        | Action::ThemeLight
        | Action::ThemeDark
        | Action::ThemeSystem
        | Action::Palette
        | Action::LanguageSystem
        | Action::LanguageEnglish
        | Action::LanguageRussian
        | Action::LanguageChinese
        | Action::InterfaceNormal
        | Action::InterfaceLarger
        | Action::InterfaceSmaller
        | Action::Settings
        | Action::Shortcuts
        | Action::Folders
        | Action::NextRegion
        | Action::PreviousRegion
        | Action::MenuBar
        | Action::About => true,
        Action::Save
        | Action::SaveAs
        | Action::CloseProject
        | Action::ToggleLibrary
        | Action::ToggleInspector
        | Action::ShowMap
        | Action::ShowTable
        | Action::ShowChecklist
        | Action::ShowQualities
        | Action::ShowAudit
        | Action::ShowMatrix
        | Action::ShowCompare
        | Action::ShowNumbers
        | Action::ToggleMean
        | Action::ShowReviews
        | Action::Find
        | Action::SearchLibrary => document.is_some(),
        Action::EarlierVersions => document.is_some_and(|document| document.path.is_some()),
        Action::ExportPng => document.is_some_and(|document| document.editor.map().is_some()),
        _ => document.is_some_and(|document| action.is_enabled(&document.editor)),
    }
}

fn menu_ui(ui: &mut Ui, menu: Menu, view: &MenuView<'_>, requests: &mut Vec<Request>) {
    let mut before = None;
    for action in Action::ALL.iter().copied().filter(|action| action.menu() == Some(menu)) {
        // The first of those that have a menu of their own stands for it.
        let own: Option<fn(&mut Ui, &MenuView<'_>, &mut Vec<Request>)> = match action {
            Action::NewRetail => Some(template_menu),
            Action::LanguageSystem => Some(language_menu),
            Action::AddMap => Some(maps_menu),
            _ if is_template(action) || is_of_maps(action) => continue,
            _ if action.language().is_some() => continue,
            _ => None,
        };
        if before.is_some_and(|before| begins_group(before, action)) {
            ui.separator();
        }
        before = Some(action);
        if let Some(own) = own {
            own(ui, view, requests);
            continue;
        }
        action_item(ui, action, view, requests);
        if action == Action::Open {
            recent_menu(ui, view, requests);
        }
    }
}

/// Where a menu has a line between two actions.
fn begins_group(before: Action, action: Action) -> bool {
    let group = |action| match action {
        Action::New | Action::Open => 0,
        _ if is_template(action) => 0,
        Action::Save | Action::SaveAs | Action::EarlierVersions => 1,
        Action::ExportPng => 2,
        Action::CloseProject | Action::Quit => 3,
        Action::Undo | Action::Redo => 4,
        Action::Cut | Action::Copy | Action::Paste | Action::Duplicate | Action::Delete => 5,
        Action::Find | Action::FindNext | Action::FindPrevious | Action::SearchLibrary => 15,
        _ if is_of_maps(action) => match action {
            Action::NextMap | Action::PreviousMap => 18,
            Action::MoveMapLeft | Action::MoveMapRight => 19,
            _ => 6,
        },
        Action::AddStage
        | Action::AddStep
        | Action::AddLane
        | Action::AddTouchpoint
        | Action::QuickAdd => 7,
        Action::MarkPositive | Action::MarkDecision | Action::MarkFriction | Action::MarkNone => 8,
        Action::ZoomIn
        | Action::ZoomOut
        | Action::ZoomTo100
        | Action::ZoomToFit
        | Action::ZoomToSelection => 9,
        Action::ThemeLight | Action::ThemeDark | Action::ThemeSystem => 10,
        Action::LanguageSystem
        | Action::LanguageEnglish
        | Action::LanguageRussian
        | Action::LanguageChinese => 11,
        Action::ToggleLibrary
        | Action::ToggleOutline
        | Action::ToggleFindings
        | Action::ToggleInspector => 12,
        Action::InterfaceLarger | Action::InterfaceSmaller | Action::InterfaceNormal => 13,
        Action::Filter | Action::ClearFilter => 14,
        Action::Settings => 16,
        _ if Page::of(action).is_some() => 18,
        Action::ToggleMean => 19,
        _ => 17,
    };
    group(before) != group(action)
}

/// One action as an item of a menu.
pub fn action_item(ui: &mut Ui, action: Action, view: &MenuView<'_>, requests: &mut Vec<Request>) {
    let editor = view.document.map(|document| &document.editor);
    let label = match action {
        Action::Undo => editor
            .and_then(Editor::undo_name)
            .map(|name| view.text.menu_undo_step(words::step(view.text, name))),
        Action::Redo => editor
            .and_then(Editor::redo_name)
            .map(|name| view.text.menu_redo_step(words::step(view.text, name))),
        _ => None,
    }
    .unwrap_or_else(|| match action.language() {
        // Under the heading "Language", each by its own name.
        Some(Some(language)) => language.language_name().to_owned(),
        _ => action.label(view.text),
    });
    let is_on = is_on(action, view);
    let mut button = match is_on {
        Some(is_on) => {
            let ink = if is_on { Color32::PLACEHOLDER } else { Color32::TRANSPARENT };
            Button::new((style::icon(Icon::Check).color(ink), &label))
        }
        None => Button::new(&label),
    };
    if let Some(shortcut) = action.shortcuts().first() {
        let tone = style::color(view.theme, Tone::Secondary);
        button = button.shortcut_text(RichText::new(shortcut.to_string()).color(tone));
    }
    let enabled = is_enabled(action, view.document);
    let response = ui.add_enabled(enabled, button);
    response.widget_info(|| match is_on {
        Some(is_on) => WidgetInfo::selected(Role::MenuItemCheckBox, enabled, is_on, &label),
        None => WidgetInfo::labeled(Role::MenuItem, enabled, &label),
    });
    if response.clicked() {
        requests.push(Request::Perform(action));
        // A click closes the menu by itself, Enter does not.
        ui.close();
    }
}

/// Whether something that is on or off is on.
fn is_on(action: Action, view: &MenuView<'_>) -> Option<bool> {
    if let Some(language) = action.language() {
        return Some(view.settings.language == language);
    }
    if let Some(page) = Page::of(action) {
        return view.document.map(|document| document.page == page);
    }
    let theme = match action {
        Action::ToggleLibrary => return Some(view.settings.shows(LeftView::Library)),
        Action::ToggleOutline => return Some(view.settings.shows(LeftView::Outline)),
        Action::ToggleFindings => return Some(view.settings.shows(LeftView::Findings)),
        Action::ToggleInspector => return Some(view.settings.inspector.is_open),
        Action::ToggleMean => return Some(view.settings.shows_mean),
        Action::ThemeSystem => ThemeChoice::System,
        Action::ThemeLight => ThemeChoice::Always(Theme::Light),
        Action::ThemeDark => ThemeChoice::Always(Theme::Dark),
        _ => return None,
    };
    Some(view.settings.theme == theme)
}

/// The languages. The sign beside the word is for those who cannot read the word.
fn language_menu(ui: &mut Ui, view: &MenuView<'_>, requests: &mut Vec<Request>) {
    let label = view.text.menu_language();
    let button = SubMenuButton::new((style::icon(Icon::Languages), &label));
    let (response, _) = button.ui(ui, |ui| {
        ui.set_min_width(176.0);
        for action in Action::ALL.iter().copied().filter(|it| it.language().is_some()) {
            action_item(ui, action, view, requests);
        }
    });
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, &label));
}

/// Whether an action begins a project from a template: these have a menu of their own.
fn is_template(action: Action) -> bool {
    (Action::NewRetail..=Action::NewSample).contains(&action)
}

fn template_menu(ui: &mut Ui, view: &MenuView<'_>, requests: &mut Vec<Request>) {
    let label = view.text.menu_template();
    let (response, _) = SubMenuButton::new(&label).ui(ui, |ui| {
        ui.set_min_width(216.0);
        for action in Action::ALL.iter().copied().filter(|action| is_template(*action)) {
            action_item(ui, action, view, requests);
        }
    });
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, &label));
}

/// Whether an action is about whole maps: these have a menu of their own.
fn is_of_maps(action: Action) -> bool {
    (Action::AddMap..=Action::MoveMapRight).contains(&action)
}

fn maps_menu(ui: &mut Ui, view: &MenuView<'_>, requests: &mut Vec<Request>) {
    let label = view.text.menu_maps();
    let (response, _) = SubMenuButton::new(&label).ui(ui, |ui| {
        ui.set_min_width(216.0);
        let mut before = None;
        for action in Action::ALL.iter().copied().filter(|action| is_of_maps(*action)) {
            if before.is_some_and(|before| begins_group(before, action)) {
                ui.separator();
            }
            before = Some(action);
            action_item(ui, action, view, requests);
        }
    });
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, &label));
}

fn recent_menu(ui: &mut Ui, view: &MenuView<'_>, requests: &mut Vec<Request>) {
    SubMenuButton::new(view.text.menu_recent()).ui(ui, |ui| {
        ui.set_min_width(216.0);
        if view.settings.recent.is_empty() {
            ui.add_enabled(false, Button::new(view.text.menu_recent_none()));
            return;
        }
        for recent in &view.settings.recent {
            let item = ui.add(Button::new(file_name(&recent.path)));
            if item.on_hover_text(recent.path.display().to_string()).clicked() {
                requests.push(Request::Open(recent.path.clone()));
                ui.close();
            }
        }
        ui.separator();
        if ui.button(view.text.menu_recent_clear()).clicked() {
            requests.push(Request::ClearRecent);
            ui.close();
        }
    });
}

fn export_button(ui: &mut Ui, view: &MenuView<'_>, requests: &mut Vec<Request>) {
    if view.document.is_none() {
        return;
    }
    let button = style::main_button(ui, view.text.menu_export()).frame(true);
    if ui.add_enabled(is_enabled(Action::ExportPng, view.document), button).clicked() {
        requests.push(Request::Perform(Action::ExportPng));
    }
}

fn commands_button(ui: &mut Ui, view: &MenuView<'_>, requests: &mut Vec<Request>) {
    let secondary = style::color(view.theme, Tone::Secondary);
    let label = view.text.menu_commands();
    let mut button = Button::new(RichText::new(&label).color(secondary))
        .fill(style::color(view.theme, Tone::Band))
        .min_size(Vec2::new(0.0, 28.0))
        .frame(true);
    if let Some(shortcut) = Action::Palette.shortcuts().first() {
        let keys = RichText::new(shortcut.to_string()).size(type_size::SMALL).color(secondary);
        button = button.shortcut_text(keys);
    }
    if ui.add(button).accessible_name(label).clicked() {
        requests.push(Request::Perform(Action::Palette));
    }
}

/// The title in the middle of the window; moved aside where the menus leave no room for that.
fn title_ui(ui: &mut Ui, whole: egui::Rect, free: std::ops::Range<f32>, view: &MenuView<'_>) {
    let Some(document) = view.document else {
        return;
    };
    let tone = |tone| style::color(view.theme, tone);
    let font = style::font(Weight::Medium, type_size::BODY);
    let room = (free.end - free.start - 48.0).max(0.0);
    let mut job = egui::text::LayoutJob::simple_singleline(
        document.title(view.text),
        font,
        tone(Tone::Secondary),
    );
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let galley = ui.painter().layout_job(job);
    let width = galley.size().x;
    let left = (whole.center().x - width / 2.0)
        .clamp(free.start + 16.0, (free.end - width - 32.0).max(free.start + 16.0));
    let at = egui::pos2(left, whole.center().y - galley.size().y / 2.0);
    let rect = egui::Rect::from_min_size(at, galley.size());
    let response = ui.interact(rect, ui.scope_id().with("title"), egui::Sense::hover());
    let title = document.title(view.text);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &title));
    ui.painter().galley(at, galley, tone(Tone::Text));
    if document.saved_state() == SavedState::Unsaved {
        let dot = egui::pos2(rect.right() + 16.0, rect.center().y);
        ui.painter().circle_filled(dot, 4.0, tone(Tone::Quiet));
        let area = egui::Rect::from_center_size(dot, Vec2::splat(16.0));
        let words = view.text.menu_unsaved();
        let response = ui.interact(area, ui.scope_id().with("unsaved"), egui::Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        response.on_hover_text(words);
    }
}

/// Every action that has a key, with its keys in words.
pub fn shortcut_table() -> impl Iterator<Item = (Action, String)> {
    Action::ALL.iter().copied().filter_map(|action| {
        let keys: Vec<String> = action.shortcuts().iter().map(ToString::to_string).collect();
        (!keys.is_empty()).then(|| (action, keys.join(", ")))
    })
}
