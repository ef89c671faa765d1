//! One row of the findings: how it looks, and its node for assistive technology.

use super::{FindingsView, selection};
use crate::{
    app::{mark, outline::bounds, request::Pane, style},
    font::Weight,
    message::{self, FindingWords},
    method::finding::{Finding, Thing},
    model::FindingKind,
    theme::{Tone, type_size},
};
use egui::{
    Align2, Id, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    accesskit::{self, Action as Offered},
};
use lucide_icons::Icon;

/// From the panel's edges to what is written.
const EDGE: f32 = 12.0;
/// For what stands before the title.
const LEAD: f32 = 20.0;

/// The node of a row.
pub fn id(at: usize) -> Id {
    Id::unique("finding").with(at)
}

/// A finding with all that its row shows.
pub struct Look<'a> {
    pub at: usize,
    pub finding: Finding,
    pub words: &'a FindingWords,
    pub has_focus: bool,
}

impl Look<'_> {
    /// Draws it.
    pub fn ui(&self, ui: &mut Ui, rect: Rect, has_cursor: bool, pane: &Pane<'_>) -> Response {
        let details = self.details(pane);
        let response = node_ui(ui, self.at, rect, Role::ListBoxOption, |node| {
            node.set_label(self.words.sentence.as_str());
            if !details.is_empty() {
                node.set_description(details.as_str());
            }
            node.set_selected(has_cursor);
            node.add_action(Offered::Click);
            node.add_action(Offered::Focus);
        });
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let painter = ui.painter_at(rect);
        let tone = |tone| style::color(pane.theme, tone);
        let ground = rect.shrink2(Vec2::new(4.0, 1.0));
        if self.is_shown(pane) {
            painter.rect_filled(ground, 6.0, tone(Tone::AccentSoft));
        } else if response.hovered() {
            painter.rect_filled(ground, 6.0, tone(Tone::Header));
        }
        if has_cursor && self.has_focus {
            let line = Stroke::new(1.5, tone(Tone::Accent));
            painter.rect_stroke(ground, 6.0, line, StrokeKind::Inside);
        }
        let first = egui::pos2(rect.left() + EDGE, rect.top() + 14.0);
        self.paint_lead(ui, first + Vec2::new(6.0, 0.0), pane);
        let left = first.x + LEAD;
        let room = rect.right() - EDGE - left;
        let title = (style::font(Weight::Regular, type_size::BODY), tone(Tone::Text));
        style::text_in(&painter, egui::pos2(left, first.y), &self.words.thing, room, title);
        let small = (style::font(Weight::Regular, type_size::SMALL), tone(Tone::Secondary));
        style::text_in(&painter, egui::pos2(left, first.y + 17.0), &details, room, small);
        let tooltip = [self.words.sentence.as_str(), details.as_str()].join("\n");
        response.on_hover_text(tooltip.trim_end())
    }

    /// Where it is; on another map, on which.
    fn details(&self, pane: &Pane<'_>) -> String {
        let shown = pane.editor.map().map(|map| map.id);
        let other = self.finding.map.filter(|map| Some(*map) != shown);
        let other = other.and_then(|id| pane.editor.project().map(id));
        let untitled = || pane.text.untitled();
        let title =
            other.map(|map| if map.title.is_empty() { untitled() } else { map.title.clone() });
        let details = Some(self.words.details.clone()).filter(|it| !it.is_empty());
        title.into_iter().chain(details).collect::<Vec<_>>().join(" · ")
    }

    /// Whether it is what is selected now.
    fn is_shown(&self, pane: &Pane<'_>) -> bool {
        let is_here =
            self.finding.map.is_none() || self.finding.map == pane.editor.map().map(|map| map.id);
        is_here && *pane.editor.selection() == selection(self.finding.thing)
    }

    /// What stands before the title: the card's mark, or what kind of thing it is.
    fn paint_lead(&self, ui: &Ui, center: Pos2, pane: &Pane<'_>) {
        let icon = match self.finding.thing {
            Thing::Touchpoint(_) => {
                return mark::paint(ui.painter(), center, 9.0, self.words.mark, pane.theme);
            }
            Thing::Project => Icon::CalendarClock,
            Thing::Stage(_) => Icon::Columns3,
            Thing::Step(_) => Icon::Footprints,
            Thing::Task(..) => Icon::SquareCheck,
            Thing::Link(_) => Icon::CornerUpLeft,
        };
        let ink = style::color(pane.theme, Tone::Secondary);
        let font = style::icon_font(type_size::BODY + 1.5);
        ui.painter().text(center, Align2::CENTER_CENTER, char::from(icon), font, ink);
    }
}

/// Draws the heading above the findings of a kind.
pub fn heading_ui(
    ui: &mut Ui,
    at: usize,
    rect: Rect,
    (kind, count): (FindingKind, usize),
    pane: &Pane<'_>,
) -> Response {
    let name = message::finding_kind(pane.text, kind);
    let response = node_ui(ui, at, rect, Role::Heading, |node| {
        node.set_label(pane.text.findings_group(name.as_str(), count));
    });
    if ui.is_rect_visible(rect) {
        let painter = ui.painter_at(rect);
        let ink = style::color(pane.theme, Tone::Secondary);
        let middle = rect.bottom() - 12.0;
        let number = style::font(Weight::Regular, type_size::SMALL);
        let right = egui::pos2(rect.right() - EDGE, middle);
        let number = painter.text(right, Align2::RIGHT_CENTER, count, number, ink);
        let left = egui::pos2(rect.left() + EDGE, middle);
        let font = style::font(Weight::SemiBold, type_size::SMALL);
        style::text_in(&painter, left, &name, number.left() - 8.0 - left.x, (font, ink));
    }
    response
}

/// A row's node inside that of the list, and its answer to the pointer.
fn node_ui(
    ui: &mut Ui,
    at: usize,
    rect: Rect,
    role: Role,
    fill: impl FnOnce(&mut accesskit::Node),
) -> Response {
    let builder = UiBuilder::new()
        .scope_id(id(at))
        .max_rect(rect)
        .accessibility_parent(FindingsView::id())
        .accessibility_role(role);
    let child = ui.new_child(builder);
    child.accesskit_node_builder(child.unique_id(), |node| {
        node.set_bounds(bounds(rect));
        fill(node);
    });
    child.interact(rect, id(at).with("click"), Sense::CLICK)
}
