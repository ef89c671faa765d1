//! Who has the keyboard: always somebody while a project is open, and always to be seen.

use super::{canvas::Canvas, outline::OutlineView, style};
use crate::theme::{FOCUS_RING, Tone};
use egui::{Context, Id, Key, Popup, Stroke, StrokeKind, Ui};

/// Where the keyboard was before something opened over the window.
#[derive(Default)]
pub struct Focus {
    below: Option<Id>,
    was_covered: bool,
    /// Who had the keyboard at the end of the last frame.
    last: Option<Id>,
}

impl Focus {
    /// Who the keys of this frame are for. Escape takes the keyboard from a widget before anybody
    /// sees the key: it was meant for that widget all the same.
    pub fn holder(&self, ctx: &Context) -> Option<Id> {
        ctx.memory(egui::Memory::focused).or(self.last)
    }

    /// After all of a frame is drawn: a keyboard that nobody has any more goes back to where it was
    /// before a menu or a dialog opened, else to the map; and its place is ringed.
    pub fn keep(&mut self, ctx: &Context, has_map: bool) {
        let is_covered =
            Popup::is_any_open(ctx) || ctx.memory(|memory| memory.top_modal_layer().is_some());
        let focused = ctx.memory(egui::Memory::focused);
        if !is_covered {
            let gone = focused.is_none_or(|id| !is_drawn(ctx, id));
            if gone && self.was_covered {
                let back = self.below.filter(|&id| is_drawn(ctx, id));
                if let Some(id) = back.or(has_map.then(Canvas::id)) {
                    ctx.memory_mut(|memory| memory.request_focus(id));
                }
            } else if focused.is_none() && has_map {
                ctx.memory_mut(|memory| memory.request_focus(Canvas::id()));
            }
            self.below = ctx.memory(egui::Memory::focused);
        }
        self.was_covered = is_covered;
        self.last = ctx.memory(egui::Memory::focused);
        ring(ctx);
    }
}

/// Whether Escape was pressed in one of some widgets, which egui takes the keyboard from then.
pub fn leaves(ui: &Ui, widgets: &[Id]) -> bool {
    ui.input(|input| input.key_pressed(Key::Escape))
        && !Popup::is_any_open(ui.ctx())
        && ui.memory(|memory| widgets.iter().any(|&id| memory.had_focus_last_frame(id)))
}

fn rings_itself(id: Id) -> bool {
    id == Canvas::id() || id == OutlineView::id()
}

fn is_drawn(ctx: &Context, id: Id) -> bool {
    ctx.viewport(|viewport| viewport.this_pass.widgets.contains(id))
}

/// Around the widget that has the keyboard. The map and the outline have rings of their own.
fn ring(ctx: &Context) {
    let Some(id) = ctx.memory(egui::Memory::focused).filter(|&id| !rings_itself(id)) else {
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
