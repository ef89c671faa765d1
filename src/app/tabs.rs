//! A tab for each map of the project: show, rename, reorder, add, duplicate, delete.

use super::{
    request::{Pane, Request},
    style,
};
use crate::{
    command::{Command, MapField},
    editor::Action,
    font::Weight,
    model::{JourneyMap, MapId, Project},
    theme::{Theme, Tone, type_size},
};
use egui::{
    Align, Color32, CursorIcon, Id, Layout, Popup, Rect, Response, Role, ScrollArea, Sense, Stroke,
    TextEdit, Ui, Vec2, WidgetInfo,
};
use lucide_icons::Icon;

/// Height of the bar in points.
pub const HEIGHT: f32 = 36.0;
const DOT: f32 = 5.0;
const PADDING: f32 = 16.0;
const MOST_WIDTH: f32 = 240.0;

/// The tabs' state: what is being renamed or dragged.
#[derive(Default)]
pub struct Tabs {
    renaming: Option<Renaming>,
}

struct Renaming {
    map: MapId,
    draft: String,
    /// The field takes the keyboard when it is first shown.
    is_new: bool,
}

impl Renaming {
    fn take(self, pane: &mut Pane<'_>) {
        let title = self.draft.trim().to_owned();
        if !title.is_empty() {
            let field = MapField::Title(title);
            pane.run(Command::EditMap { map: self.map, field });
            pane.push(Request::Seal);
        }
    }
}

impl Tabs {
    /// Opens the name of a map for editing.
    pub fn rename(&mut self, map: &JourneyMap) {
        self.renaming = Some(Renaming { map: map.id, draft: map.title.clone(), is_new: true });
    }

    /// Takes the name that is being typed, as if its field had been left.
    pub fn take_text(&mut self, pane: &mut Pane<'_>) {
        if let Some(renaming) = self.renaming.take() {
            renaming.take(pane);
        }
    }

    /// Draws the tabs.
    pub fn ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) {
        ScrollArea::horizontal().id_salt("tabs").auto_shrink([false, true]).show(ui, |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                let maps = &pane.editor.project().maps;
                let mut spans = Vec::with_capacity(maps.len());
                let mut dropped = None;
                for map in maps {
                    let rect = self.tab_ui(ui, map, pane, &mut dropped);
                    spans.push(rect);
                }
                if let Some((map, x)) = dragged(ui, maps.iter().map(|map| map.id)) {
                    drop_line(ui, &spans, x, pane.theme);
                    dropped = dropped.map(|_| (map, x));
                }
                if let Some((map, x)) = dropped {
                    move_to(pane, map, &spans, x);
                }
                ui.add_space(4.0);
                let name = pane.text.tab_add();
                if style::icon_button_here(ui, Icon::Plus, &name).clicked() {
                    pane.push(Request::Perform(Action::AddMap));
                }
            });
        });
    }

    fn tab_ui(
        &mut self,
        ui: &mut Ui,
        map: &JourneyMap,
        pane: &mut Pane<'_>,
        dropped: &mut Option<(MapId, f32)>,
    ) -> Rect {
        if self.renaming.as_ref().is_some_and(|renaming| renaming.map == map.id) {
            return self.name_ui(ui, pane);
        }
        let is_shown = pane.editor.map().is_some_and(|shown| shown.id == map.id);
        let title = title_of(map, pane);
        let response = tab(ui, map, &title, is_shown, pane);
        let rect = response.rect;
        if response.double_clicked() && !pane.editor.is_read_only() {
            self.rename(map);
        } else if response.clicked() || response.drag_started() {
            pane.push(Request::ShowMap(map.id));
        }
        if response.dragged() {
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        }
        if response.drag_stopped()
            && let Some(pos) = response.interact_pointer_pos()
        {
            *dropped = Some((map.id, pos.x));
        }
        Popup::context_menu(&response).style(style::menu).show(|ui| self.menu_ui(ui, map, pane));
        if is_shown {
            let area = Rect::from_center_size(
                egui::pos2(rect.right() - PADDING - 4.0, rect.center().y),
                Vec2::splat(24.0),
            );
            let name = pane.text.tab_menu(&title);
            let button = style::icon_button(ui, area, Icon::ChevronDown, &name);
            Popup::menu(&button).style(style::menu).show(|ui| self.menu_ui(ui, map, pane));
        }
        rect
    }

    fn name_ui(&mut self, ui: &mut Ui, pane: &mut Pane<'_>) -> Rect {
        let Some(renaming) = &mut self.renaming else {
            return Rect::NOTHING;
        };
        let field = TextEdit::singleline(&mut renaming.draft)
            .char_limit(crate::model::limit::LINE)
            .desired_width(180.0);
        let response = ui.add(field).accessible_name(pane.text.tab_name());
        if renaming.is_new {
            renaming.is_new = false;
            response.request_focus();
            return response.rect;
        }
        if response.lost_focus() || !response.has_focus() {
            let is_cancelled = ui.input(|input| input.key_pressed(egui::Key::Escape));
            if let Some(renaming) = self.renaming.take().filter(|_| !is_cancelled) {
                renaming.take(pane);
            }
        }
        response.rect
    }

    fn menu_ui(&mut self, ui: &mut Ui, map: &JourneyMap, pane: &mut Pane<'_>) {
        ui.set_min_width(184.0);
        if ui.button(pane.text.tab_rename()).clicked() {
            self.rename(map);
            ui.close();
        }
        for (label, action) in [
            (pane.text.tab_duplicate(), Action::DuplicateMap),
            (pane.text.tab_duplicate_frame(), Action::DuplicateFrame),
            (Action::MoveMapLeft.label(pane.text), Action::MoveMapLeft),
            (Action::MoveMapRight.label(pane.text), Action::MoveMapRight),
            (pane.text.tab_delete(), Action::DeleteMap),
        ] {
            if action == Action::DeleteMap {
                ui.separator();
            }
            let maps = &pane.editor.project().maps;
            let can = match action {
                Action::MoveMapLeft => maps.first().is_some_and(|first| first.id != map.id),
                Action::MoveMapRight => maps.last().is_some_and(|last| last.id != map.id),
                _ => true,
            };
            if ui.add_enabled(can, egui::Button::new(label)).clicked() {
                pane.push(Request::ShowMap(map.id));
                pane.push(Request::Perform(action));
                ui.close();
            }
        }
    }
}

/// The tab itself: a dot for the persona, the title.
fn tab(ui: &mut Ui, map: &JourneyMap, title: &str, is_shown: bool, pane: &Pane<'_>) -> Response {
    let tone = |tone| style::color(pane.theme, tone);
    let (weight, ink) =
        if is_shown { (Weight::SemiBold, Tone::Text) } else { (Weight::Regular, Tone::Secondary) };
    let font = style::font(weight, type_size::BODY);
    let mut job = egui::text::LayoutJob::simple_singleline(title.to_owned(), font, tone(ink));
    job.wrap = egui::text::TextWrapping::truncate_at_width(MOST_WIDTH);
    let galley = ui.painter().layout_job(job);
    let dot = persona_color(pane.editor.project(), map, pane.theme);
    let lead = if dot.is_some() { DOT * 2.0 + 8.0 } else { 0.0 };
    let options = if is_shown { 28.0 } else { 0.0 };
    let width = PADDING * 2.0 + lead + galley.size().x + options;
    let (_, rect) = ui.allocate_space(Vec2::new(width, HEIGHT));
    let response = ui.interact(rect, tab_id(map.id), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_shown, title));
    let painter = ui.painter();
    if is_shown {
        painter.rect_filled(rect, 0.0, tone(Tone::Canvas));
        let line = Rect::from_min_size(rect.min, Vec2::new(rect.width(), 2.0));
        painter.rect_filled(line, 0.0, tone(Tone::Accent));
    } else if response.hovered() || response.has_focus() {
        painter.rect_filled(rect, 0.0, tone(Tone::Header));
    }
    let left = rect.left() + PADDING;
    if let Some(dot) = dot {
        painter.circle_filled(egui::pos2(left + DOT, rect.center().y), DOT, dot);
    }
    let at = egui::pos2(left + lead, rect.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, tone(Tone::Text));
    response
}

/// The colour of a map's persona; `None` where it has none.
pub fn persona_color(project: &Project, map: &JourneyMap, theme: Theme) -> Option<Color32> {
    let persona = map.persona?;
    let at = project.personas.iter().position(|other| other.id == persona)?;
    let [r, g, b, a] = theme.persona(at).0;
    Some(Color32::from_rgba_unmultiplied(r, g, b, a))
}

fn tab_id(map: MapId) -> Id {
    Id::unique("tab").with(map)
}

fn title_of(map: &JourneyMap, pane: &Pane<'_>) -> String {
    if map.title.trim().is_empty() { pane.text.untitled() } else { map.title.clone() }
}

/// Which tab is in the air, and where the pointer is.
fn dragged(ui: &Ui, maps: impl Iterator<Item = MapId>) -> Option<(MapId, f32)> {
    let id = ui.ctx().dragged_id().or_else(|| ui.ctx().drag_stopped_id())?;
    let x = ui.ctx().pointer_latest_pos()?.x;
    maps.into_iter().find(|&map| tab_id(map) == id).map(|map| (map, x))
}

/// In which gap between tabs a place is.
fn gap_at(spans: &[Rect], x: f32) -> usize {
    spans.iter().filter(|span| span.center().x < x).count()
}

fn drop_line(ui: &Ui, spans: &[Rect], x: f32, theme: Theme) {
    let gap = gap_at(spans, x);
    let at = match gap.checked_sub(1).and_then(|before| spans.get(before)) {
        Some(before) => before.right_top(),
        None => match spans.first() {
            Some(first) => first.left_top(),
            None => return,
        },
    };
    let line = Stroke::new(2.0, style::color(theme, Tone::Accent));
    ui.painter().vline(at.x, at.y..=at.y + HEIGHT, line);
}

fn move_to(pane: &mut Pane<'_>, map: MapId, spans: &[Rect], x: f32) {
    let Some(from) = pane.editor.project().maps.iter().position(|other| other.id == map) else {
        return;
    };
    let gap = gap_at(spans, x);
    let to = if gap > from { gap - 1 } else { gap };
    if to != from {
        pane.run(Command::MoveMap { map, to });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_falls_into_the_gap_that_is_nearest() {
        let spans: Vec<Rect> = [0.0, 100.0, 200.0]
            .map(|x| Rect::from_min_size(egui::pos2(x, 0.0), Vec2::new(100.0, HEIGHT)))
            .to_vec();
        for (x, gap) in [(-5.0, 0), (40.0, 0), (60.0, 1), (199.0, 2), (260.0, 3)] {
            assert_eq!(gap_at(&spans, x), gap, "{x}");
        }
    }
}
