//! How the window looks: type, colours and spaces from [`crate::theme`], given to egui once, and
//! again when the theme or the fonts change.

use crate::{
    font::{Face, FaceData, Fonts, Weight},
    theme::{Color, DISABLED_OPACITY, Theme, Tone, type_size},
};
use egui::{
    Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, RichText, Shadow,
    Stroke, TextStyle, Vec2,
    epaint::text::{FontTweak, VariationCoords},
    style::ScrollStyle,
};
use lucide_icons::{Icon, LUCIDE_FONT_BYTES};
use std::sync::Arc;

const ICONS: &str = "lucide";
const HAN: &str = "han";

/// The family of a weight. Each falls back to the icons and to the Chinese face.
pub fn family(weight: Weight) -> FontFamily {
    FontFamily::Name(family_name(weight).into())
}

/// The font of a weight in a size.
pub fn font(weight: Weight, size: f32) -> FontId {
    FontId::new(size, family(weight))
}

/// An icon as text.
pub fn icon(icon: Icon) -> RichText {
    RichText::new(char::from(icon)).family(family(Weight::Regular))
}

/// The font of an icon that is painted by hand.
pub fn icon_font(size: f32) -> FontId {
    font(Weight::Regular, size)
}

/// A colour for egui.
pub fn color(theme: Theme, tone: Tone) -> Color32 {
    let Color([r, g, b, a]) = theme.color(tone);
    Color32::from_rgba_unmultiplied(r, g, b, a)
}

/// A count as a length or a part: exact up to 16 million.
#[expect(clippy::cast_precision_loss, reason = "a place on the screen")]
pub fn number(count: usize) -> f32 {
    count as f32
}

/// The one main button of a dialog.
pub fn main_button(ui: &egui::Ui, label: String) -> egui::Button<'static> {
    let theme = theme(ui.ctx());
    let label = RichText::new(label)
        .font(font(Weight::SemiBold, type_size::BODY))
        .color(color(theme, Tone::OnAccent));
    egui::Button::new(label)
        .fill(color(theme, Tone::Accent))
        .stroke(Stroke::NONE)
        .min_size(Vec2::new(80.0, 28.0))
}

/// A button that is only an icon, at a place; named for those who cannot see it.
pub fn icon_button(ui: &mut egui::Ui, at: egui::Rect, icon_: Icon, name: &str) -> egui::Response {
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(at));
    child.spacing_mut().button_padding = Vec2::ZERO;
    let ink = color(theme(ui.ctx()), Tone::Secondary);
    let button = egui::Button::new(icon(icon_).color(ink)).frame_when_inactive(false);
    child.put(at, button).accessible_name(name).on_hover_text(name)
}

/// The same, in the flow of the layout.
pub fn icon_button_here(ui: &mut egui::Ui, icon: Icon, name: &str) -> egui::Response {
    let (_, rect) = ui.allocate_space(Vec2::splat(28.0));
    icon_button(ui, rect, icon, name)
}

/// A heading above a part of a dialog or a panel.
pub fn section(ui: &mut egui::Ui, words: &str) {
    let ink = color(theme(ui.ctx()), Tone::Text);
    ui.label(RichText::new(words).font(font(Weight::SemiBold, type_size::BODY)).color(ink));
}

/// Paints one line of text, cut off where there is no more room.
pub fn text_in(
    painter: &egui::Painter,
    left_center: egui::Pos2,
    words: &str,
    room: f32,
    (font, ink): (FontId, Color32),
) {
    let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let galley = painter.layout_job(job);
    let at = egui::pos2(left_center.x, left_center.y - galley.size().y / 2.0);
    painter.galley(at, galley, ink);
}

/// How the items of a menu look.
pub fn menu(style: &mut egui::Style) {
    egui::containers::menu::menu_style(style);
    style.spacing.button_padding = Vec2::new(10.0, 4.0);
    style.spacing.item_spacing.y = 0.0;
}

/// An arrow that points down, for what opens a list.
pub fn arrow(ui: &egui::Ui, rect: egui::Rect, visuals: &egui::style::WidgetVisuals, _open: bool) {
    ui.painter().text(
        rect.center(),
        egui::Align2::CENTER_CENTER,
        char::from(Icon::ChevronDown),
        icon_font(type_size::BODY),
        visuals.fg_stroke.color,
    );
}

/// The palette that the window is shown in now.
pub fn theme(ctx: &egui::Context) -> Theme {
    match ctx.theme() {
        egui::Theme::Light => Theme::Light,
        egui::Theme::Dark => Theme::Dark,
    }
}

fn family_name(weight: Weight) -> &'static str {
    match weight {
        Weight::Regular => "regular",
        Weight::Medium => "medium",
        Weight::SemiBold => "semibold",
    }
}

/// Everything that does not change while the program runs.
pub fn set_up(ctx: &egui::Context) {
    ctx.options_mut(|options| {
        options.zoom_with_keyboard = false;
        options.quit_shortcuts.clear();
        // What desktops use; egui's 0.3 s are short for a slow hand or a slow machine.
        options.input_options.max_double_click_delay = 0.5;
        // Where the system does not say: what the product shows first.
        options.fallback_theme = egui::Theme::Light;
    });
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(egui_theme(theme), style(theme));
    }
}

/// Gives egui the faces of `fonts`.
pub fn set_fonts(ctx: &egui::Context, fonts: &Fonts) {
    let mut definitions = FontDefinitions::empty();
    let mut fallback = vec![ICONS.to_owned()];
    definitions
        .font_data
        .insert(ICONS.to_owned(), Arc::new(FontData::from_static(LUCIDE_FONT_BYTES)));
    if let Some(han) = fonts.face(Face::Han) {
        let data = font_data(han);
        definitions.font_data.insert(HAN.to_owned(), Arc::new(data));
        fallback.push(HAN.to_owned());
    }
    for weight in Weight::ALL {
        let name = family_name(weight).to_owned();
        let mut chain = Vec::new();
        if let Some(face) = fonts.face(Face::Plex(weight)) {
            let data = font_data(face);
            definitions.font_data.insert(name.clone(), Arc::new(data));
            chain.push(name);
        }
        chain.extend(fallback.iter().cloned());
        if weight == Weight::Regular {
            definitions.families.insert(FontFamily::Proportional, chain.clone());
            definitions.families.insert(FontFamily::Monospace, chain.clone());
        }
        definitions.families.insert(family(weight), chain);
    }
    ctx.set_fonts(definitions);
}

fn font_data(face: &FaceData) -> FontData {
    let tweak = FontTweak {
        coords: VariationCoords::new(face.axes.iter().map(|(tag, value)| (tag, *value))),
        ..FontTweak::default()
    };
    FontData::from_blob(face.bytes.clone(), face.index).tweak(tweak)
}

/// A palette as egui names it.
pub fn egui_theme(theme: Theme) -> egui::Theme {
    match theme {
        Theme::Light => egui::Theme::Light,
        Theme::Dark => egui::Theme::Dark,
    }
}

fn style(theme: Theme) -> egui::Style {
    let regular = |size| font(Weight::Regular, size);
    let mut style = egui::Style {
        text_styles: [
            (TextStyle::Small, regular(type_size::SMALL)),
            (TextStyle::Body, regular(type_size::BODY)),
            (TextStyle::Button, regular(type_size::BODY)),
            (TextStyle::Monospace, regular(type_size::BODY)),
            (TextStyle::Heading, font(Weight::SemiBold, type_size::TITLE)),
        ]
        .into(),
        visuals: visuals(theme),
        animation_time: 0.0,
        compact_menu_style: false,
        ..egui::Style::default()
    };
    style.interaction.selectable_labels = false;
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(8.0, 8.0);
    spacing.button_padding = Vec2::new(12.0, 4.0);
    spacing.interact_size = Vec2::new(28.0, 28.0);
    spacing.menu_margin = Margin::same(4);
    spacing.menu_spacing = 0.0;
    spacing.window_margin = Margin::same(20);
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 10.0;
    spacing.icon_spacing = 8.0;
    spacing.indent = 16.0;
    spacing.combo_width = 0.0;
    spacing.tooltip_width = 320.0;
    spacing.scroll = ScrollStyle::floating();
    style
}

fn visuals(theme: Theme) -> egui::Visuals {
    let tone = |tone| color(theme, tone);
    let mut visuals = match theme {
        Theme::Light => egui::Visuals::light(),
        Theme::Dark => egui::Visuals::dark(),
    };
    visuals.panel_fill = tone(Tone::Panel);
    visuals.window_fill = tone(Tone::Panel);
    visuals.window_stroke = Stroke::new(1.0, tone(Tone::Line));
    visuals.window_corner_radius = CornerRadius::same(12);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.window_shadow =
        Shadow { offset: [0, 8], blur: 28, spread: 0, color: tone(Tone::Shadow) };
    visuals.popup_shadow =
        Shadow { offset: [0, 4], blur: 16, spread: 0, color: tone(Tone::Shadow) };
    visuals.extreme_bg_color = tone(Tone::Panel);
    visuals.text_edit_bg_color = Some(tone(Tone::Panel));
    visuals.faint_bg_color = tone(Tone::Band);
    visuals.code_bg_color = tone(Tone::Header);
    visuals.hyperlink_color = tone(Tone::Accent);
    visuals.warn_fg_color = tone(Tone::Decision);
    visuals.error_fg_color = tone(Tone::Friction);
    visuals.weak_text_color = Some(tone(Tone::Secondary));
    visuals.selection.bg_fill = tone(Tone::AccentSoft);
    visuals.selection.stroke = Stroke::new(1.0, tone(Tone::Accent));
    visuals.text_cursor.blink = false;
    visuals.text_cursor.stroke = Stroke::new(1.5, tone(Tone::Accent));
    visuals.disabled_alpha = DISABLED_OPACITY;
    visuals.striped = false;
    visuals.widgets = widgets(theme);
    visuals
}

fn widgets(theme: Theme) -> egui::style::Widgets {
    let tone = |tone| color(theme, tone);
    let widget = |fill: Tone, line: Tone, text: Tone| egui::style::WidgetVisuals {
        bg_fill: tone(fill),
        weak_bg_fill: tone(fill),
        bg_stroke: Stroke::new(1.0, tone(line)),
        corner_radius: CornerRadius::same(6),
        fg_stroke: Stroke::new(1.0, tone(text)),
        expansion: 0.0,
    };
    egui::style::Widgets {
        noninteractive: widget(Tone::Panel, Tone::Line, Tone::Text),
        inactive: widget(Tone::Panel, Tone::Line, Tone::Text),
        hovered: widget(Tone::Header, Tone::Quiet, Tone::Text),
        active: widget(Tone::Header, Tone::Accent, Tone::Text),
        open: widget(Tone::Header, Tone::Line, Tone::Text),
    }
}
