//! One row of the outline: how it looks, and its node for assistive technology.

use super::bounds;
use crate::{
    app::{mark, spoken, style, words},
    editor::outline::{Node, Row},
    font::Weight,
    model::{JourneyMap, Link, Touchpoint},
    text::Text,
    theme::{Theme, Tone, type_size},
};
use egui::{
    Align2, Color32, Id, Painter, Pos2, Rect, Response, Role, Shape, Stroke, StrokeKind, Ui,
    UiBuilder, Vec2, accesskit::Action as Offered,
};
use lucide_icons::Icon;
use std::{collections::HashMap, sync::Arc};

/// From level to level, in points.
const INDENT: f32 = 12.0;
/// From the panel's edge to the first arrow.
const EDGE: f32 = 8.0;
/// For the arrow, and for what stands before the title.
const ICON: f32 = 20.0;
const GAP: f32 = 8.0;
/// The least that is still a piece of a lane's name.
const NARROWEST: f32 = 40.0;

/// A row with all that its look depends on.
pub struct Look<'a> {
    pub map: &'a JourneyMap,
    pub text: &'a Text,
    pub theme: Theme,
    pub row: Row,
    pub is_selected: bool,
    pub has_cursor: bool,
    pub has_focus: bool,
}

/// The node of a row.
pub fn id(node: Node) -> Id {
    Id::unique("outline row").with(node)
}

/// What a row's title begins with, for those who type it; `None` for headings.
pub fn title<'a>(map: &'a JourneyMap, row: &Row) -> Option<&'a str> {
    Some(match row.node {
        Node::Map => &map.title,
        Node::Stage(_) => &map.stages.get(row.at)?.name,
        Node::Step(id) => &map.column(id)?.step.action,
        Node::Card(_) => &map.touchpoints.get(row.at)?.title,
        Node::Link(_) => &map.links.get(row.at)?.label,
        Node::Lane(_) => &map.lanes.get(row.at)?.name,
        Node::Lanes | Node::Inbox => return None,
    })
}

/// Makes the node of a row inside that of its parent. What the row holds goes into the child.
/// Words are kept in `spoken` until the map changes: they cost more than all else here.
pub fn node_ui(
    ui: &mut Ui,
    rect: Rect,
    parent: Id,
    look: &Look<'_>,
    spoken: &mut HashMap<Node, (Arc<str>, Arc<str>)>,
) -> Ui {
    let builder = UiBuilder::new()
        .scope_id(id(look.row.node))
        .max_rect(rect)
        .accessibility_parent(parent)
        .accessibility_role(Role::TreeItem);
    let child = ui.new_child(builder);
    child.accesskit_node_builder(child.unique_id(), |node| {
        let words = spoken.entry(look.row.node).or_insert_with(|| {
            let (name, details) = look.spoken();
            (name.into(), details.into())
        });
        let (name, details) = (&*words.0, words.1.to_string());
        node.set_label(name);
        let Row { level, position, children, is_open, .. } = look.row;
        node.set_level(level);
        node.set_position_in_set(position);
        node.set_selected(look.is_selected);
        node.set_bounds(bounds(rect));
        let mut details = details;
        if children > 0 {
            node.set_size_of_set(children);
            node.set_expanded(is_open);
            node.add_action(if is_open { Offered::Collapse } else { Offered::Expand });
            // AccessKit's bridge to AT-SPI does not know of folding.
            if cfg!(target_os = "linux") && !is_open {
                details = [details, look.text.outline_folded()].join(", ");
            }
        }
        let details = details.trim_start_matches(", ");
        if !details.is_empty() {
            node.set_description(details);
        }
        for action in [Offered::Click, Offered::Focus, Offered::ScrollIntoView] {
            node.add_action(action);
        }
    });
    child
}

/// Where the text of a row is edited: around where it is written.
pub fn text_area(rect: Rect, level: usize, has_lead: bool) -> Rect {
    let lead = if has_lead { ICON } else { 0.0 };
    let left = rect.left() + indent(level) + ICON + lead - 3.0;
    Rect::from_min_max(egui::pos2(left, rect.top() + 1.0), rect.max - Vec2::new(8.0, 1.0))
}

/// What stands before the title of a card that is not there yet.
pub fn paint_new(ui: &Ui, rect: Rect, level: usize, theme: Theme) {
    let middle = rect.left() + indent(level) + ICON + ICON / 2.0 - 2.0;
    mark::paint(ui.painter(), egui::pos2(middle, rect.center().y), 9.0, None, theme);
}

fn indent(level: usize) -> f32 {
    EDGE + INDENT * u8::try_from(level).map_or(0.0, f32::from)
}

impl Look<'_> {
    /// The place of the arrow that folds.
    pub fn arrow(&self, rect: Rect) -> Rect {
        let left = rect.left() + indent(self.row.level);
        Rect::from_min_size(egui::pos2(left, rect.top()), Vec2::new(ICON, rect.height()))
    }

    /// Where the text is edited.
    pub fn text_area(&self, rect: Rect) -> Rect {
        let has_lead = !matches!(self.row.node, Node::Stage(_) | Node::Lane(_));
        text_area(rect, self.row.level, has_lead)
    }

    /// Paints it; without a response, all but its text, which is being edited.
    pub fn paint(&self, ui: &Ui, rect: Rect, response: Option<&Response>) {
        let painter = ui.painter_at(rect);
        let tone = |tone| style::color(self.theme, tone);
        let ground = rect.shrink2(Vec2::new(4.0, 1.0));
        if self.is_selected {
            painter.rect_filled(ground, 6.0, tone(Tone::AccentSoft));
        } else if response.is_some_and(Response::hovered) {
            painter.rect_filled(ground, 6.0, tone(Tone::Header));
        }
        if self.has_cursor && self.has_focus && response.is_some() {
            let line = Stroke::new(1.5, tone(Tone::Accent));
            painter.rect_stroke(ground, 6.0, line, StrokeKind::Inside);
        }
        if self.row.children > 0 {
            let icon = if self.row.is_open { Icon::ChevronDown } else { Icon::ChevronRight };
            let ink = tone(Tone::Secondary);
            paint_icon(&painter, self.arrow(rect).center(), icon, ink);
        }
        let lead = egui::pos2(self.arrow(rect).right() + ICON / 2.0 - 2.0, rect.center().y);
        let has_lead = self.paint_lead(&painter, lead);
        let Some(response) = response else { return };
        let left = self.arrow(rect).right() + if has_lead { ICON + 2.0 } else { 2.0 };
        let area =
            Rect::from_min_max(egui::pos2(left, rect.top()), rect.max - Vec2::new(12.0, 0.0));
        let is_whole = self.paint_words(&painter, area);
        if !is_whole && response.hovered() {
            response.clone().on_hover_text(self.tooltip());
        }
    }

    /// What stands before the title; gives whether something does.
    fn paint_lead(&self, painter: &Painter, center: Pos2) -> bool {
        let ink = style::color(self.theme, Tone::Secondary);
        match self.row.node {
            Node::Map => paint_icon(painter, center, Icon::Map, ink),
            Node::Lanes => paint_icon(painter, center, Icon::Rows3, ink),
            Node::Inbox => paint_icon(painter, center, Icon::Inbox, ink),
            Node::Link(_) if self.link().is_some_and(|link| link.is_loop) => {
                paint_icon(painter, center, Icon::RotateCcw, ink);
            }
            Node::Link(_) => paint_icon(painter, center, Icon::CornerDownRight, ink),
            Node::Step(_) => self.paint_number(painter, center),
            Node::Card(_) => {
                let mark = self.card().and_then(|card| card.mark);
                mark::paint(painter, center, 9.0, mark, self.theme);
            }
            Node::Stage(_) | Node::Lane(_) => return false,
        }
        true
    }

    /// A step's number in its ring: dashed, as on the map, while nothing is matched to its action.
    fn paint_number(&self, painter: &Painter, center: Pos2) {
        let ink = style::color(self.theme, Tone::Secondary);
        let line = Stroke::new(1.0, style::color(self.theme, Tone::Quiet));
        if self.row.children > 0 {
            painter.circle_stroke(center, 8.5, line);
        } else {
            let points: Vec<Pos2> = (0..=32_u8)
                .map(|at| {
                    let turn = f32::from(at) / 32.0 * std::f32::consts::TAU;
                    center + Vec2::angled(turn) * 8.5
                })
                .collect();
            painter.extend(Shape::dashed_line(&points, line, 3.0, 2.5));
        }
        let size = if self.row.at < 100 { type_size::SMALL } else { type_size::SMALL - 2.0 };
        let font = style::font(Weight::Medium, size);
        painter.text(center, Align2::CENTER_CENTER, self.row.at, font, ink);
    }

    /// The title, and at the right what belongs to it. Gives whether all of it could be read.
    fn paint_words(&self, painter: &Painter, area: Rect) -> bool {
        let (title, weight, tone) = self.title();
        let (more, is_short) = self.more();
        let ink = style::color(self.theme, Tone::Secondary);
        let small = style::font(Weight::Regular, type_size::SMALL);
        let title_ink = style::color(self.theme, tone);
        let title_font = style::font(weight, type_size::BODY);
        let middle = area.center().y;
        let write = |x: f32, galley: Arc<egui::Galley>, ink| {
            painter.galley(egui::pos2(x, middle - galley.size().y / 2.0), galley, ink);
        };
        // A share or a number always has its place; a lane's name what the title leaves.
        let mut room = area.width();
        if is_short && !more.is_empty() {
            let (more, _) = galley(painter, more.clone(), small.clone(), ink, room / 2.0);
            room -= more.size().x + GAP;
            write(area.right() - more.size().x, more, ink);
        }
        let (title, mut is_whole) = galley(painter, title, title_font, title_ink, room);
        let rest = room - title.size().x - GAP;
        write(area.left(), title, title_ink);
        if !is_short && !more.is_empty() {
            let is_wide = rest >= NARROWEST;
            let (more, is_read) = galley(painter, more, small, ink, rest.max(0.0));
            is_whole &= is_wide && is_read;
            if is_wide {
                write(area.right() - more.size().x, more, ink);
            }
        }
        is_whole
    }

    fn tooltip(&self) -> String {
        let (title, _, _) = self.title();
        let (more, _) = self.more();
        if more.is_empty() { title } else { format!("{title}\n{more}") }
    }

    fn title(&self) -> (String, Weight, Tone) {
        let text = self.text;
        let own = title(self.map, &self.row).unwrap_or_default().to_owned();
        match self.row.node {
            Node::Map if own.is_empty() => (text.untitled(), Weight::SemiBold, Tone::Text),
            Node::Map | Node::Stage(_) => (own, Weight::SemiBold, Tone::Text),
            Node::Step(_) if own.is_empty() => {
                (text.outline_no_action(), Weight::Regular, Tone::Secondary)
            }
            Node::Link(_) => {
                let to = self.link().and_then(|link| self.map.touchpoint(link.to));
                let to = to.map(|card| spoken::short_card(card)).unwrap_or_default();
                let words = if own.is_empty() { to } else { format!("{own} → {to}") };
                (words, Weight::Regular, Tone::Secondary)
            }
            Node::Lanes => (text.outline_lanes(), Weight::SemiBold, Tone::Text),
            Node::Inbox => (text.inbox(), Weight::SemiBold, Tone::Text),
            Node::Step(_) | Node::Card(_) | Node::Lane(_) => (own, Weight::Regular, Tone::Text),
        }
    }

    /// What stands at the right: a card's lane, a link's share, how many are inside; and whether it
    /// is only a number.
    fn more(&self) -> (String, bool) {
        let words = match self.row.node {
            Node::Card(_) => self.lane().map(str::to_owned),
            Node::Link(_) => {
                let share = self.link().and_then(|link| link.share);
                share.map(|share| self.text.reader_link_share(share))
            }
            Node::Lane(_) => {
                self.map.lanes.get(self.row.at).map(|lane| words::role(self.text, lane.role))
            }
            Node::Inbox | Node::Lanes => Some(self.row.children.to_string()),
            Node::Map | Node::Stage(_) | Node::Step(_) => None,
        };
        let is_short = !matches!(self.row.node, Node::Card(_) | Node::Lane(_));
        (words.unwrap_or_default(), is_short)
    }

    fn card(&self) -> Option<&Arc<Touchpoint>> {
        self.map.touchpoints.get(self.row.at)
    }

    fn link(&self) -> Option<&Arc<Link>> {
        self.map.links.get(self.row.at)
    }

    fn lane(&self) -> Option<&str> {
        let cell = self.card()?.place.cell?;
        self.map.lane(cell.lane).map(|lane| lane.name.as_str())
    }

    /// Name and details for those who hear them.
    fn spoken(&self) -> (String, String) {
        let (map, text, row) = (self.map, self.text, &self.row);
        let counted = |name: String| (name, text.status_touchpoints(row.children));
        let words = match row.node {
            Node::Map => Some((self.title().0, text.outline_stages(map.stages.len()))),
            Node::Stage(_) => map.stages.get(row.at).map(|stage| {
                let period = stage.period.map(|period| words::period(text, period));
                let steps = text.reader_steps(stage.steps.len());
                let details = period.into_iter().chain([steps]).collect::<Vec<_>>().join(", ");
                (text.canvas_stage_name(&stage.name), details)
            }),
            Node::Step(id) => map.column(id).map(|column| {
                let details = spoken::step_details(text, column.step, row.children);
                (spoken::step(text, row.at, column.step), details)
            }),
            Node::Card(_) => self.card().map(|card| {
                let lane = self.lane().unwrap_or_default();
                (spoken::card(text, card, lane, row.children), String::new())
            }),
            Node::Link(_) => self.link().and_then(|link| {
                let (from, to) = (map.touchpoint(link.from)?, map.touchpoint(link.to)?);
                Some((spoken::link(text, link), spoken::link_details(text, from, to)))
            }),
            Node::Lane(_) => map
                .lanes
                .get(row.at)
                .map(|lane| (text.canvas_lane_name(&lane.name), words::role(text, lane.role))),
            Node::Lanes => Some((text.outline_lanes(), row.children.to_string())),
            Node::Inbox => Some(counted(text.inbox())),
        };
        words.unwrap_or_default()
    }
}

fn paint_icon(painter: &Painter, center: Pos2, icon: Icon, ink: Color32) {
    let font = style::icon_font(type_size::BODY + 1.5);
    painter.text(center, Align2::CENTER_CENTER, char::from(icon), font, ink);
}

/// One line, cut off where it does not fit; and whether it is whole.
fn galley(
    painter: &Painter,
    words: String,
    font: egui::FontId,
    ink: Color32,
    room: f32,
) -> (Arc<egui::Galley>, bool) {
    let mut job = egui::text::LayoutJob::simple_singleline(words, font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let galley = painter.layout_job(job);
    let is_whole = !galley.elided;
    (galley, is_whole)
}
