//! Lines of text as egui draws them: laid out once, drawn many times, sharp at rest.
//!
//! A line is laid out unwrapped at the size that it has on screen. While the zoom changes, sizes
//! are taken in steps and what is there is scaled, so that the glyph atlas stays small; at rest
//! every line is made sharp, some in each frame, so that no frame pays for all.

use crate::{app::style, font::Line};
use egui::{
    Color32, Context, Galley, Pos2, Rect,
    epaint::TextShape,
    text::{LayoutJob, LayoutSection, TextFormat},
};
use std::{collections::HashMap, sync::Arc};

/// Smaller text, in points on screen, is left out: nobody could read it.
pub const SMALLEST: f32 = 4.0;

/// Larger text is drawn from this size, scaled: the atlas holds no glyph larger than 1024 pixels.
const LARGEST: f32 = 160.0;

/// Lines that may be laid out in one frame where there was none to show.
const NEW_EACH_FRAME: usize = 128;

/// Lines that may be made sharp in one frame.
const SHARPENED_EACH_FRAME: usize = 60;

/// Seconds without a change of zoom after which the view is at rest.
const REST_AFTER: f64 = 0.12;

/// Lines kept; beyond it, those that were not drawn in the last frame go.
const KEPT: usize = 4_000;

/// How far a line may be scaled while zooming before it is laid out anew.
const SCALED_WITHOUT_HARM: std::ops::Range<f32> = 0.7..1.45;

/// The lines that were drawn lately, ready to be drawn again.
#[derive(Default)]
pub struct Lettering {
    lines: HashMap<*const Line, Drawn>,
    /// A text that egui lays out in every pass. When it becomes another galley, egui has dropped
    /// its glyph atlas, and every galley kept here points at nothing.
    witness: Option<Arc<Galley>>,
    pixels_per_point: f32,
    zoom: f32,
    zoomed_at: f64,
    is_zooming: bool,
    frame: u64,
    may_be_new: usize,
    may_be_sharpened: usize,
    is_waiting: bool,
}

/// A line as it was laid out, its baseline at y = 0.
struct Drawn {
    /// Keeps the address that it is found by.
    _line: Arc<Line>,
    /// In points, as laid out.
    size: f32,
    galley: Arc<Galley>,
    /// The same scaled to another size.
    scaled: Option<(f32, Arc<Galley>)>,
    frame: u64,
}

impl Lettering {
    /// Begins a frame at a zoom.
    pub fn begin(&mut self, ctx: &Context, zoom: f32) {
        let witness = ctx.fonts_mut(|fonts| {
            let font = style::font(crate::font::Weight::Regular, 8.0);
            fonts.layout_no_wrap("witness".to_owned(), font, Color32::PLACEHOLDER)
        });
        let same = self.witness.as_ref().is_some_and(|known| Arc::ptr_eq(known, &witness));
        let pixels_per_point = ctx.pixels_per_point();
        if !same || (self.pixels_per_point - pixels_per_point).abs() > f32::EPSILON {
            self.lines.clear();
        }
        self.witness = Some(witness);
        self.pixels_per_point = pixels_per_point;

        let now = ctx.input(|input| input.time);
        if (self.zoom - zoom).abs() > f32::EPSILON {
            let is_first = self.frame == 0;
            self.zoom = zoom;
            self.zoomed_at = if is_first { f64::NEG_INFINITY } else { now };
        }
        self.is_zooming = now - self.zoomed_at < REST_AFTER;
        self.frame += 1;
        self.may_be_new = NEW_EACH_FRAME;
        self.may_be_sharpened = SHARPENED_EACH_FRAME;
        self.is_waiting = false;
    }

    /// Ends the frame: drops what is too much, and asks for another frame while lines wait to be
    /// made sharp.
    pub fn end(&mut self, ctx: &Context) {
        if self.lines.len() > KEPT {
            let frame = self.frame;
            self.lines.retain(|_, drawn| drawn.frame == frame);
        }
        if !self.is_waiting {
            return;
        }
        if self.is_zooming && self.may_be_new > 0 {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(REST_AFTER));
        } else {
            ctx.request_repaint();
        }
    }

    /// The line at a size in points with the left end of its baseline at a place; `None` where it
    /// would be too small to read, or has to wait for the next frame.
    pub fn shape(
        &mut self,
        ctx: &Context,
        line: &Arc<Line>,
        zoom: f32,
        baseline: Pos2,
        color: Color32,
    ) -> Option<TextShape> {
        let size = line.size * zoom;
        if size < SMALLEST || line.text.is_empty() {
            return None;
        }
        let galley = self.galley(ctx, line, size)?;
        Some(TextShape::new(baseline, galley, color))
    }

    fn galley(&mut self, ctx: &Context, line: &Arc<Line>, size: f32) -> Option<Arc<Galley>> {
        let wanted = if self.is_zooming { step(size) } else { size.min(LARGEST) };
        let frame = self.frame;
        let known = self.lines.get_mut(&Arc::as_ptr(line));
        let (is_new, is_needed) = match &known {
            None => (true, true),
            Some(drawn) if is_same(drawn.size, wanted) => (false, false),
            Some(drawn) => {
                (false, !self.is_zooming || !SCALED_WITHOUT_HARM.contains(&(size / drawn.size)))
            }
        };
        let left = if is_new { &mut self.may_be_new } else { &mut self.may_be_sharpened };
        let may_lay_out = is_needed && *left > 0;
        if may_lay_out {
            *left -= 1;
            let galley = lay_out(ctx, line, wanted);
            let drawn =
                Drawn { _line: Arc::clone(line), size: wanted, galley, scaled: None, frame };
            self.is_waiting |= self.is_zooming && !is_same(wanted, size);
            let drawn = self.lines.entry(Arc::as_ptr(line)).insert_entry(drawn).into_mut();
            return Some(drawn.at(size));
        }
        self.is_waiting |= is_needed || self.is_zooming;
        let drawn = known?;
        drawn.frame = frame;
        Some(drawn.at(size))
    }
}

impl Drawn {
    fn at(&mut self, size: f32) -> Arc<Galley> {
        if is_same(self.size, size) {
            self.scaled = None;
            return Arc::clone(&self.galley);
        }
        match &self.scaled {
            Some((scaled_to, galley)) if is_same(*scaled_to, size) => Arc::clone(galley),
            _ => {
                let galley = Arc::new(scale(&self.galley, size / self.size));
                self.scaled = Some((size, Arc::clone(&galley)));
                galley
            }
        }
    }
}

/// Sizes while zooming: a quarter of an octave apart.
fn step(size: f32) -> f32 {
    ((size.log2() * 4.0).round() / 4.0).exp2().min(LARGEST)
}

fn is_same(a: f32, b: f32) -> bool {
    (a - b).abs() < 1e-3
}

/// Lays a line out, unwrapped, with every glyph on one baseline at y = 0. (By itself egui centres
/// faces of different heights on each other, which no exporter does.)
fn lay_out(ctx: &Context, line: &Line, size: f32) -> Arc<Galley> {
    let text: String = line.text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let format = TextFormat::simple(style::font(line.weight, size), Color32::PLACEHOLDER);
    let job = LayoutJob {
        sections: vec![LayoutSection {
            leading_space: 0.0,
            byte_range: egui::text::ByteIndex(0)..egui::text::ByteIndex(text.len()),
            format,
        }],
        text,
        break_on_newline: false,
        round_output_to_gui: false,
        ..LayoutJob::default()
    };
    let mut galley = Galley::clone(&ctx.fonts_mut(|fonts| fonts.layout_job(job)));
    for placed in &mut galley.rows {
        let row_top = std::mem::take(&mut placed.pos.y);
        let row = Arc::make_mut(&mut placed.row);
        let vertices = &mut row.visuals.mesh.vertices;
        let starts = row.glyphs.iter().map(|glyph| glyph.first_vertex as usize);
        let ends = starts.clone().skip(1).chain([vertices.len()]);
        for ((start, end), glyph) in starts.zip(ends).zip(&row.glyphs) {
            for vertex in vertices.get_mut(start..end).into_iter().flatten() {
                vertex.pos.y -= row_top + glyph.pos.y;
            }
        }
        // Only needed for selecting text, and heavy to copy when scaled.
        row.glyphs = Vec::new();
        row.visuals.mesh_bounds = row.visuals.mesh.calc_bounds();
    }
    galley.mesh_bounds = bounds(&galley);
    Arc::new(galley)
}

fn scale(galley: &Galley, by: f32) -> Galley {
    let mut galley = galley.clone();
    for placed in &mut galley.rows {
        placed.pos = (placed.pos.to_vec2() * by).to_pos2();
        let row = Arc::make_mut(&mut placed.row);
        for vertex in &mut row.visuals.mesh.vertices {
            vertex.pos = (vertex.pos.to_vec2() * by).to_pos2();
        }
        row.visuals.mesh_bounds = row.visuals.mesh_bounds * by;
    }
    galley.mesh_bounds = bounds(&galley);
    galley
}

fn bounds(galley: &Galley) -> Rect {
    galley.rows.iter().fold(Rect::NOTHING, |all, placed| {
        all.union(placed.row.visuals.mesh_bounds.translate(placed.pos.to_vec2()))
    })
}
