//! Who has the keyboard: always somebody while a project is open, and always to be seen.

use super::{findings::FindingsView, outline::OutlineView, page::Page, palette::Palette, style};
use crate::theme::{FOCUS_RING, Tone};
use egui::{
    Context, Event, Id, Key, LayerId, Memory, Popup, Rect, Stroke, StrokeKind, Ui,
    accesskit::{Action, NodeId},
};
use std::collections::BTreeMap;

/// What is thinner, in points, is an edge that resizes, and no place to come into a part at.
const THINNEST: f32 = 16.0;

/// A part of the window; F6 goes from one to the next, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Region {
    Menu,
    Tabs,
    Library,
    Inbox,
    /// The map, or what is shown instead of it.
    Page,
    Inspector,
    Status,
}

/// Where the keyboard is, and where it was.
#[derive(Default)]
pub struct Focus {
    /// Before something opened over the window.
    below: Option<Id>,
    was_covered: bool,
    /// Who had the keyboard at the end of the last frame.
    last: Option<Id>,
    /// Where the parts of the window are in this frame.
    regions: BTreeMap<Region, Rect>,
    /// Who had the keyboard last in each of them.
    visited: BTreeMap<Region, Id>,
    /// The tabs, in the last frame.
    tabs: Option<Rect>,
    /// F6: on, or back with Shift.
    turns_back: Option<bool>,
}

impl Focus {
    /// Who the keys of this frame are for. Escape takes the keyboard from a widget before anybody
    /// sees the key: it was meant for that widget all the same.
    pub fn holder(&self, ctx: &Context) -> Option<Id> {
        ctx.memory(Memory::focused).or(self.last)
    }

    /// Whether a map's tab has the keyboard.
    pub fn is_on_tab(&self, ctx: &Context) -> bool {
        let rect = self.holder(ctx).and_then(|id| ctx.read_response(id)).map(|it| it.rect);
        rect.zip(self.tabs).is_some_and(|(rect, tabs)| tabs.contains(rect.center()))
    }

    /// A part of the window is there in this frame.
    pub fn region(&mut self, region: Region, rect: Rect) {
        self.regions.insert(region, rect);
    }

    /// The keyboard goes to the next part of the window when the frame is drawn.
    pub fn turn(&mut self, is_back: bool) {
        self.turns_back = Some(is_back);
    }

    /// After all of a frame is drawn: a keyboard that nobody has any more goes back to where it was
    /// before something opened over the window, else to the page that is shown, if a project is
    /// open; and its place is ringed. `is_asking`: a dialog is open, or opens now.
    pub fn keep(&mut self, ctx: &Context, page: Option<Page>, is_asking: bool) {
        // A dialog that was closed holds the keyboard for a frame longer.
        let is_closing = !is_asking && ctx.memory(|memory| memory.top_modal_layer().is_some());
        if is_closing {
            ctx.request_repaint();
        }
        let is_covered = is_asking || is_closing || Popup::is_any_open(ctx);
        if !is_covered {
            let focused = ctx.memory(Memory::focused);
            let home = page.map(Page::id);
            let to = if self.was_covered && !focused.is_some_and(|id| is_in_window(ctx, id)) {
                self.below.filter(|&id| is_in_window(ctx, id)).or(home)
            } else if focused.is_none() {
                home
            } else {
                None
            };
            if let Some(to) = to {
                ctx.memory_mut(|memory| memory.request_focus(to));
                ctx.request_repaint();
            }
            self.below = ctx.memory(Memory::focused);
            if let Some(is_back) = self.turns_back.take() {
                self.go(ctx, is_back, home);
            }
        }
        self.was_covered = is_covered;
        self.last = ctx.memory(Memory::focused);
        self.tabs = self.regions.get(&Region::Tabs).copied();
        self.regions.clear();
        ring(ctx);
    }

    fn go(&mut self, ctx: &Context, is_back: bool, home: Option<Id>) {
        let focused = ctx.memory(Memory::focused);
        let here = focused.and_then(|id| Some((self.region_of(ctx, id)?, id)));
        if let Some((region, id)) = here {
            self.visited.insert(region, id);
        }
        let mut order: Vec<Region> = self.regions.keys().copied().collect();
        if is_back {
            order.reverse();
        }
        let at = here.and_then(|(here, _)| order.iter().position(|&region| region == here));
        order.rotate_left(at.map_or(0, |at| at + 1));
        if let Some(id) = order.into_iter().find_map(|region| self.entrance(ctx, region, home)) {
            ctx.memory_mut(|memory| memory.request_focus(id));
            ctx.request_repaint();
        }
    }

    fn region_of(&self, ctx: &Context, id: Id) -> Option<Region> {
        let at = ctx.viewport(|it| it.this_pass.widgets.get(id).map(|it| it.rect.center()))?;
        // The inbox is inside the library, and what floats is over the map: the smallest counts.
        let around = self.regions.iter().filter(|(_, rect)| rect.contains(at));
        let smallest = around.min_by(|(_, a), (_, b)| a.area().total_cmp(&b.area()));
        smallest.map(|(&region, _)| region)
    }

    /// Where one comes into a part of the window: where one was last, else its first widget.
    fn entrance(&self, ctx: &Context, region: Region, home: Option<Id>) -> Option<Id> {
        if region == Region::Page {
            return home;
        }
        let is_here = |id: Id| self.region_of(ctx, id) == Some(region);
        let visited = self.visited.get(&region).copied();
        if let Some(id) = visited.filter(|&id| is_in_window(ctx, id) && is_here(id)) {
            return Some(id);
        }
        let widgets: Vec<Id> = ctx.viewport(|viewport| {
            let widgets = viewport.this_pass.widgets.get_layer(LayerId::background());
            let widgets = widgets.filter(|widget| {
                let size = widget.interact_rect.size();
                let is_control = widget.sense.is_focusable() && widget.sense.senses_click();
                widget.enabled && is_control && size.min_elem() >= THINNEST
            });
            widgets.map(|widget| widget.id).collect()
        });
        widgets.into_iter().find(|&id| is_here(id))
    }
}

/// Whether Escape was pressed in one of some widgets, which egui takes the keyboard from then.
pub fn leaves(ui: &Ui, widgets: &[Id]) -> bool {
    ui.input(|input| input.key_pressed(Key::Escape))
        && !Popup::is_any_open(ui.ctx())
        && ui.memory(|memory| widgets.iter().any(|&id| memory.had_focus_last_frame(id)))
}

/// Draws what scrolls; what gets the keyboard in it comes into view.
pub fn followed(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let layer = ui.layer_id();
    let before = ui.ctx().viewport(|it| it.this_pass.widgets.get_layer(layer).count());
    content(ui);
    let Some(id) = ui.memory(Memory::focused) else { return };
    let is_new = !ui.memory(|memory| memory.had_focus_last_frame(id));
    let found = ui.ctx().viewport(|it| {
        let widgets = &it.this_pass.widgets;
        widgets.order(id).filter(|(of, at)| *of == layer && *at >= before)?;
        widgets.get(id).map(|widget| widget.rect)
    });
    if let Some(rect) = found.filter(|rect| is_new && !ui.clip_rect().contains_rect(*rect)) {
        ui.scroll_to_rect(rect, None);
    }
}

/// Whether a widget is drawn in this frame, and not in something that floats over the window.
fn is_in_window(ctx: &Context, id: Id) -> bool {
    let layer = ctx.viewport(|it| it.this_pass.widgets.get(id).map(|widget| widget.layer_id));
    layer == Some(LayerId::background())
}

/// What an assistive technology asked for in this frame, and of which node. Widgets of the toolkit
/// have been told already; this is for lists that draw their rows themselves.
pub fn asked(ui: &Ui) -> Vec<(Action, NodeId)> {
    ui.input(|input| {
        let asked = input.events.iter().filter_map(|event| match event {
            Event::AccessKitActionRequest(request) => Some((request.action, request.target_node)),
            _ => None,
        });
        asked.collect()
    })
}

fn rings_itself(id: Id) -> bool {
    // Nothing but the palette can have it while it is open.
    let lists = [OutlineView::id(), FindingsView::id(), Palette::field()];
    id == Page::Map.id() || Page::has(id) || lists.contains(&id)
}

/// Around the widget that has the keyboard. Pages and the lists at the left have rings of their own.
fn ring(ctx: &Context) {
    let Some(id) = ctx.memory(Memory::focused).filter(|&id| !rings_itself(id)) else {
        return;
    };
    let Some(widget) = ctx.viewport(|viewport| viewport.this_pass.widgets.get(id).copied()) else {
        return;
    };
    let line = Stroke::new(FOCUS_RING, style::color(style::theme(ctx), Tone::Accent));
    ctx.layer_painter(widget.layer_id).with_clip_rect(widget.interact_rect).rect_stroke(
        widget.rect,
        6.0,
        line,
        StrokeKind::Inside,
    );
}
