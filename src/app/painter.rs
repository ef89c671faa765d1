//! The scene on screen: one flat `match` over its items, as in the exporters. Knows nothing of
//! journeys.

pub mod lettering;
pub mod stroke;

use crate::{
    app::style,
    scene::{Block, Item, PathStep, Point, Rect},
    theme::{Theme, Tone},
};
use egui::{
    Color32, Context, CornerRadius, Mesh, Pos2, Shape, StrokeKind,
    epaint::{PathShape, PathStroke, RectShape},
};
use lettering::Lettering;

/// Paints blocks at a zoom into a list of shapes.
pub struct Painter<'a> {
    pub ctx: &'a Context,
    pub lettering: &'a mut Lettering,
    pub theme: Theme,
    /// Points on screen per map unit.
    pub zoom: f32,
    /// 1 for what is painted as it is; less lets it fade into the canvas.
    pub strength: f32,
    /// What can be seen; the rest need not be painted.
    pub clip: egui::Rect,
    pub shapes: Vec<Shape>,
}

/// Things smaller than this on screen, in points, are left out.
const SMALLEST: f32 = 0.8;

impl Painter<'_> {
    /// A block whose own origin is at a place of the window.
    pub fn block(&mut self, block: &Block, origin: Pos2) {
        self.block_sliding(block, origin, 0.0);
    }

    /// The same, with its first line so many map units further to the right.
    pub fn block_sliding(&mut self, block: &Block, origin: Pos2, slide: f32) {
        // Outlines reach over the edge.
        if !self.clip.intersects(self.rect(&block.bounds, origin).expand(4.0)) {
            return;
        }
        let mut slide = Some(slide * self.zoom);
        for item in &block.items {
            let by = if matches!(item, Item::Text(_)) { slide.take() } else { None };
            self.item(item, origin + egui::vec2(by.unwrap_or(0.0), 0.0));
        }
    }

    fn item(&mut self, item: &Item, origin: Pos2) {
        match item {
            Item::Rect { rect, radius, fill, stroke } => {
                let rect = self.rect(rect, origin);
                if rect.width().max(rect.height()) < SMALLEST {
                    return;
                }
                let dash = stroke.as_ref().and_then(|stroke| stroke.dash);
                let whole = stroke.as_ref().filter(|_| dash.is_none());
                // A radius of half the size means round, whatever it is rounded to.
                let is_round = radius * self.zoom * 2.0 + 0.1 >= rect.width().min(rect.height());
                let corner = if is_round {
                    CornerRadius::same(u8::MAX)
                } else {
                    rounding(radius * self.zoom)
                };
                self.shapes.push(Shape::Rect(RectShape::new(
                    rect,
                    corner,
                    fill.map_or(Color32::TRANSPARENT, |tone| self.color(tone)),
                    whole.map_or(egui::Stroke::NONE, |stroke| self.stroke(stroke)),
                    StrokeKind::Middle,
                )));
                if let (Some(stroke), Some(dash)) = (stroke, dash) {
                    let outline = stroke::rounded(rect, radius * self.zoom);
                    self.dashes(&outline, stroke, dash);
                }
            }
            Item::Path { path, fill, stroke } => {
                for (points, is_closed) in self.flatten(path, origin) {
                    self.line(points, is_closed, *fill, stroke.as_ref());
                }
            }
            Item::Text(text) => {
                let baseline = self.place(text.origin, origin);
                let color = self.color(text.tone);
                let line = &text.line;
                self.shapes.extend(
                    self.lettering
                        .shape(self.ctx, line, self.zoom, baseline, color)
                        .map(Shape::Text),
                );
            }
        }
    }

    fn line(
        &mut self,
        points: Vec<Pos2>,
        is_closed: bool,
        fill: Option<Tone>,
        stroke: Option<&crate::scene::Stroke>,
    ) {
        let bounds = egui::Rect::from_points(&points);
        if points.len() < 2
            || bounds.width().max(bounds.height()) < SMALLEST
            || !self.clip.intersects(bounds.expand(4.0))
        {
            return;
        }
        if let Some((stroke, dash)) = stroke.and_then(|stroke| Some((stroke, stroke.dash?))) {
            self.dashes(&points, stroke, dash);
            return;
        }
        let fill = fill.map_or(Color32::TRANSPARENT, |tone| self.color(tone));
        let stroke = stroke.map_or(egui::Stroke::NONE, |stroke| self.stroke(stroke));
        if fill != Color32::TRANSPARENT && !stroke::is_convex(&points) {
            self.shapes.push(Shape::mesh(stroke::fan(&points, fill)));
            let edge = if stroke.is_empty() { egui::Stroke::new(0.5, fill) } else { stroke };
            self.shapes.push(Shape::closed_line(points, edge));
            return;
        }
        self.shapes.push(match points.as_slice() {
            // A single straight piece is put on whole pixels.
            &[a, b] if !is_closed => Shape::LineSegment { points: [a, b], stroke },
            _ => Shape::Path(PathShape {
                points,
                closed: is_closed || fill != Color32::TRANSPARENT,
                fill,
                stroke: PathStroke::from(stroke),
            }),
        });
    }

    fn dashes(&mut self, points: &[Pos2], stroke: &crate::scene::Stroke, dash: (f32, f32)) {
        let (on, off) = (dash.0 * self.zoom, dash.1 * self.zoom);
        let stroke = self.stroke(stroke);
        let pixel = 1.0 / self.ctx.pixels_per_point();
        stroke::dashed(points, stroke, (on, off), self.clip, pixel, &mut self.shapes);
    }

    fn flatten(&self, path: &[PathStep], origin: Pos2) -> Vec<(Vec<Pos2>, bool)> {
        let mut pieces: Vec<(Vec<Pos2>, bool)> = Vec::new();
        for step in path {
            if let PathStep::MoveTo(p) = step {
                pieces.push((vec![self.place(*p, origin)], false));
                continue;
            }
            let Some((points, is_closed)) = pieces.last_mut() else { continue };
            match step {
                PathStep::MoveTo(_) => {}
                PathStep::LineTo(p) => points.push(self.place(*p, origin)),
                PathStep::CurveTo(a, b, end) => {
                    let handles = [*a, *b, *end].map(|p| self.place(p, origin));
                    stroke::curve(points, handles);
                }
                PathStep::Close => {
                    *is_closed = true;
                    // Ends where it began: egui closes by itself.
                    if points.len() > 2
                        && points
                            .first()
                            .zip(points.last())
                            .is_some_and(|(first, last)| first.distance(*last) < 0.01)
                    {
                        points.pop();
                    }
                }
            }
        }
        pieces
    }

    /// Many rectangles of one colour each in a single mesh, on whole pixels.
    pub fn blocks(&mut self, blocks: impl Iterator<Item = (egui::Rect, Color32)>) {
        let pixels = self.ctx.pixels_per_point();
        let whole = |x: f32| (x * pixels).round() / pixels;
        let mut mesh = Mesh::default();
        for (rect, color) in blocks {
            let min = Pos2::new(whole(rect.min.x), whole(rect.min.y));
            let max = Pos2::new(
                whole(rect.max.x).max(min.x + 1.0 / pixels),
                whole(rect.max.y).max(min.y + 1.0 / pixels),
            );
            mesh.add_colored_rect(egui::Rect { min, max }, color);
        }
        if !mesh.is_empty() {
            self.shapes.push(Shape::mesh(mesh));
        }
    }

    /// Where a place of a block is in the window.
    pub fn place(&self, p: Point, origin: Pos2) -> Pos2 {
        Pos2::new(origin.x + p.x * self.zoom, origin.y + p.y * self.zoom)
    }

    pub fn rect(&self, rect: &Rect, origin: Pos2) -> egui::Rect {
        egui::Rect { min: self.place(rect.min, origin), max: self.place(rect.max, origin) }
    }

    pub fn color(&self, tone: Tone) -> Color32 {
        let color = style::color(self.theme, tone);
        if self.strength < 1.0 {
            let ground = style::color(self.theme, Tone::Canvas);
            return ground.lerp_to_gamma(color, self.strength);
        }
        color
    }

    fn stroke(&self, stroke: &crate::scene::Stroke) -> egui::Stroke {
        // Far away, lines stay thin but do not vanish.
        let width = (stroke.width * self.zoom).max(stroke.width.min(0.7));
        egui::Stroke::new(width, self.color(stroke.tone))
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and a radius is not negative"
)]
/// A radius in points for egui.
pub fn rounding(radius: f32) -> CornerRadius {
    CornerRadius::same(radius.round() as u8)
}
