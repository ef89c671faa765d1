//! One tile of the picture, and how items are painted on it: one flat `match`.

use super::{
    glyph::{Coverage, Glyphs},
    order::Part,
};
use crate::{
    scene::{Item, PathStep, Point, Rect, Stroke, Text, Vec2},
    theme::{Color, Theme, Tone},
};
use tiny_skia::{FillRule, Paint, Path, PathBuilder, Pixmap, StrokeDash, Transform};

/// Pixels of a tile. Small enough to stay in the processor's cache while it is painted.
pub(super) const WIDTH: u32 = 2048;
pub(super) const HEIGHT: u32 = 64;
const ROW_BYTES: usize = WIDTH as usize * 4;

/// A tile being painted. It is opaque from the start: whatever comes is blended over it.
pub(super) struct Tile {
    pixels: Pixmap,
    scale: f32,
    theme: Theme,
    /// The tile's upper left corner in the picture, in pixels.
    left: f32,
    top: f32,
}

impl Tile {
    pub(super) fn new(scale: f32, theme: Theme) -> Option<Self> {
        Some(Self { pixels: Pixmap::new(WIDTH, HEIGHT)?, scale, theme, left: 0.0, top: 0.0 })
    }

    /// Starts the tile whose upper left corner is there, in pixels.
    #[expect(clippy::cast_precision_loss, reason = "sides are far below 2^24")]
    pub(super) fn begin(&mut self, left: u32, top: u32) {
        (self.left, self.top) = (left as f32, top as f32);
        let Color([r, g, b, _]) = self.theme.color(Tone::Canvas);
        self.pixels.fill(tiny_skia::Color::from_rgba8(r, g, b, 255));
    }

    /// Paints the items of a part, or what the tile shows of them.
    pub(super) fn paint(&mut self, part: &Part<'_>, glyphs: &mut Glyphs<'_>) {
        let view = View { scale: self.scale, left: self.left, top: self.top, offset: part.offset };
        for item in part.items {
            match item {
                Item::Rect { rect, radius, fill, stroke } => {
                    self.rect(
                        view.rect(rect, stroke.as_ref()),
                        radius * self.scale,
                        *fill,
                        *stroke,
                    );
                }
                Item::Path { path, fill, stroke } => self.path(&view, path, *fill, *stroke),
                Item::Text(text) => self.text(&view, text, glyphs),
            }
        }
    }

    /// Copies the tile as RGB to its place in the rows of the picture; what is outside is left out.
    pub(super) fn copy_rows(&self, left: u32, width: u32, rows: &mut [u8]) {
        let columns = WIDTH.min(width - left) as usize;
        let from_rows = self.pixels.data().chunks_exact(ROW_BYTES);
        for (from, to) in from_rows.zip(rows.chunks_exact_mut(width as usize * 3)) {
            let to = to.chunks_exact_mut(3).skip(left as usize).take(columns);
            for (to, from) in to.zip(from.chunks_exact(4)) {
                if let (Some(to), Some(from)) = (to.first_chunk_mut::<3>(), from.first_chunk()) {
                    *to = *from;
                }
            }
        }
    }

    fn rect(&mut self, rect: Rect, radius: f32, fill: Option<Tone>, stroke: Option<Stroke>) {
        let half = stroke.map_or(0.0, |stroke| stroke.width * self.scale / 2.0);
        if !self.shows(&rect.expand(half)) {
            return;
        }
        if let Some(tone) = fill {
            let paint = self.color(tone);
            if radius > 0.0 {
                let mut path = PathBuilder::new();
                push_rounded(&mut path, &rect, radius);
                self.fill(path, FillRule::Winding, &paint);
            } else if let Some(rect) = skia_rect(&rect) {
                self.pixels.fill_rect(rect, &paint, Transform::identity(), None);
            }
        }
        let Some(stroke) = stroke else { return };
        if stroke.dash.is_some() {
            let mut path = PathBuilder::new();
            push_rounded(&mut path, &rect, radius);
            self.stroke(path, &stroke);
            return;
        }
        // A ring, which needs no stroker.
        let mut ring = PathBuilder::new();
        push_rounded(&mut ring, &rect.expand(half), if radius > 0.0 { radius + half } else { 0.0 });
        if rect.width() > 2.0 * half && rect.height() > 2.0 * half {
            push_rounded(&mut ring, &rect.expand(-half), (radius - half).max(0.0));
        }
        self.fill(ring, FillRule::EvenOdd, &self.color(stroke.tone));
    }

    fn path(
        &mut self,
        view: &View,
        steps: &[PathStep],
        fill: Option<Tone>,
        stroke: Option<Stroke>,
    ) {
        // Lines along the axes are put onto whole pixels, as rectangles are.
        let sharp = stroke.filter(|_| fill.is_none() && runs_along_axes(steps));
        let at = |p: &Point| view.point(p, sharp.as_ref());
        let Some(bounds) = bounds(steps, at) else { return };
        let width = stroke.map_or(0.0, |stroke| stroke.width * self.scale);
        if !self.shows(&bounds.expand(width)) {
            return;
        }
        let mut path = PathBuilder::new();
        for step in steps {
            match step {
                PathStep::MoveTo(p) => {
                    let p = at(p);
                    path.move_to(p.x, p.y);
                }
                PathStep::LineTo(p) => {
                    let p = at(p);
                    path.line_to(p.x, p.y);
                }
                PathStep::CurveTo(a, b, p) => {
                    let (a, b, p) = (at(a), at(b), at(p));
                    path.cubic_to(a.x, a.y, b.x, b.y, p.x, p.y);
                }
                PathStep::Close => path.close(),
            }
        }
        if let Some(tone) = fill {
            self.fill(path.clone(), FillRule::Winding, &self.color(tone));
        }
        if let Some(stroke) = stroke {
            self.stroke(path, &stroke);
        }
    }

    fn text(&mut self, view: &View, text: &Text, glyphs: &mut Glyphs<'_>) {
        let size = text.line.size * self.scale;
        let origin = view.point(&text.origin, None);
        // No glyph reaches further than two em from its origin.
        let line = Rect::new(origin.x, origin.y, text.line.width * self.scale, 0.0);
        if !self.shows(&line.expand(2.0 * size)) {
            return;
        }
        let color = self.theme.color(text.tone);
        for run in &text.line.runs {
            for glyph in &run.glyphs {
                let at = (origin.x + glyph.x * self.scale, origin.y - glyph.y * self.scale);
                if let Some(placed) = glyphs.place(run.face, glyph.id, size, at) {
                    self.blend(&placed.coverage, placed.x, placed.y, color);
                }
            }
        }
    }

    /// Blends a colour over what of a mask is in the tile.
    fn blend(&mut self, mask: &Coverage, x: i32, y: i32, Color([r, g, b, opacity]): Color) {
        let left = i64::from(x) + i64::from(mask.left);
        let top = i64::from(y) + i64::from(mask.top);
        let skip_columns = usize::try_from(-left).unwrap_or(0);
        let skip_rows = usize::try_from(-top).unwrap_or(0);
        let first_byte = usize::try_from(left).unwrap_or(0).saturating_mul(4);
        let first_row = usize::try_from(top).unwrap_or(0);
        let rows = self.pixels.data_mut().chunks_exact_mut(ROW_BYTES).skip(first_row);
        for (row, alphas) in rows.zip(mask.alpha.chunks_exact(mask.width as usize).skip(skip_rows))
        {
            let pixels = row.get_mut(first_byte..).unwrap_or_default().chunks_exact_mut(4);
            for (pixel, &alpha) in pixels.zip(alphas.iter().skip(skip_columns)) {
                let alpha = over_255(u32::from(alpha) * u32::from(opacity));
                if alpha == 0 {
                    continue;
                }
                for (below, above) in pixel.iter_mut().zip([r, g, b]) {
                    *below = mix(*below, above, alpha);
                }
            }
        }
    }

    fn fill(&mut self, path: PathBuilder, rule: FillRule, paint: &Paint<'_>) {
        // A path without area is not filled; asking for it is only a warning in the log.
        let has_area =
            |path: &Path| path.bounds().width() > 0.001 && path.bounds().height() > 0.001;
        if let Some(path) = path.finish().filter(has_area) {
            self.pixels.fill_path(&path, paint, rule, Transform::identity(), None);
        }
    }

    fn stroke(&mut self, path: PathBuilder, stroke: &Stroke) {
        let Some(path) = path.finish() else { return };
        let how = tiny_skia::Stroke {
            width: stroke.width * self.scale,
            line_join: tiny_skia::LineJoin::Round,
            dash: stroke.dash.and_then(|(dash, gap)| {
                StrokeDash::new(vec![dash * self.scale, gap * self.scale], 0.0)
            }),
            ..Default::default()
        };
        let paint = self.color(stroke.tone);
        self.pixels.stroke_path(&path, &paint, &how, Transform::identity(), None);
    }

    fn color(&self, tone: Tone) -> Paint<'static> {
        let Color([r, g, b, a]) = self.theme.color(tone);
        let mut paint = Paint::default();
        paint.set_color_rgba8(r, g, b, a);
        paint
    }

    /// Whether something in pixels from the tile's corner is in the tile.
    #[expect(clippy::cast_precision_loss, reason = "a tile is small")]
    fn shows(&self, bounds: &Rect) -> bool {
        bounds.overlaps(&Rect::new(0.0, 0.0, WIDTH as f32, HEIGHT as f32).expand(1.0))
    }
}

/// From the coordinates of a part to pixels from the tile's corner.
struct View {
    scale: f32,
    left: f32,
    top: f32,
    offset: Vec2,
}

impl View {
    /// With a stroke: put where the stroke is sharp.
    fn point(&self, p: &Point, sharp: Option<&Stroke>) -> Point {
        let (x, y) = ((p.x + self.offset.x) * self.scale, (p.y + self.offset.y) * self.scale);
        let (x, y) = match sharp {
            Some(stroke) => (self.sharp(x, stroke), self.sharp(y, stroke)),
            None => (x, y),
        };
        Point::new(x - self.left, y - self.top)
    }

    /// Rectangles stand on whole pixels, or if their outline is an odd number of pixels wide, on
    /// the middle of pixels: as on the screen.
    fn rect(&self, rect: &Rect, stroke: Option<&Stroke>) -> Rect {
        let whole = Stroke { tone: Tone::Line, width: 2.0 / self.scale, dash: None };
        let sharp = stroke.unwrap_or(&whole);
        Rect { min: self.point(&rect.min, Some(sharp)), max: self.point(&rect.max, Some(sharp)) }
    }

    fn sharp(&self, at: f32, stroke: &Stroke) -> f32 {
        let width = stroke.width * self.scale;
        let odd = width <= 1.0 || width.round().rem_euclid(2.0) == 1.0;
        if odd { at.floor() + 0.5 } else { at.round() }
    }
}

/// Whether a path is straight pieces, each along an axis.
fn runs_along_axes(steps: &[PathStep]) -> bool {
    let along = |a: &Point, b: &Point| a.x == b.x || a.y == b.y;
    steps.windows(2).all(|pair| match pair {
        [PathStep::MoveTo(a) | PathStep::LineTo(a), PathStep::LineTo(b)] => along(a, b),
        [_, PathStep::MoveTo(_)] => true,
        _ => false,
    })
}

fn bounds(steps: &[PathStep], at: impl Fn(&Point) -> Point) -> Option<Rect> {
    let points = steps.iter().flat_map(|step| match step {
        PathStep::MoveTo(p) | PathStep::LineTo(p) => [Some(p), None, None],
        PathStep::CurveTo(a, b, p) => [Some(a), Some(b), Some(p)],
        PathStep::Close => [None, None, None],
    });
    points.flatten().map(|p| Rect { min: at(p), max: at(p) }).reduce(|a, b| a.union(&b))
}

fn skia_rect(rect: &Rect) -> Option<tiny_skia::Rect> {
    tiny_skia::Rect::from_ltrb(rect.min.x, rect.min.y, rect.max.x, rect.max.y)
}

/// A rectangle with equal corners, as a closed piece of a path.
fn push_rounded(path: &mut PathBuilder, rect: &Rect, radius: f32) {
    /// Handles of a cubic curve that is nearly a quarter of a circle, from its ends.
    const HANDLE: f32 = 0.447_715;
    let (left, top, right, bottom) = (rect.min.x, rect.min.y, rect.max.x, rect.max.y);
    let r = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
    if r <= 0.0 {
        path.move_to(left, top);
        path.line_to(right, top);
        path.line_to(right, bottom);
        path.line_to(left, bottom);
        path.close();
        return;
    }
    let h = r * HANDLE;
    path.move_to(left + r, top);
    path.line_to(right - r, top);
    path.cubic_to(right - h, top, right, top + h, right, top + r);
    path.line_to(right, bottom - r);
    path.cubic_to(right, bottom - h, right - h, bottom, right - r, bottom);
    path.line_to(left + r, bottom);
    path.cubic_to(left + h, bottom, left, bottom - h, left, bottom - r);
    path.line_to(left, top + r);
    path.cubic_to(left, top + h, left + h, top, left + r, top);
    path.close();
}

/// A product of two bytes, as a part of 255, rounded.
fn over_255(product: u32) -> u32 {
    (product + 128 + ((product + 128) >> 8)) >> 8
}

#[expect(clippy::cast_possible_truncation, reason = "between two bytes")]
fn mix(below: u8, above: u8, alpha: u32) -> u8 {
    over_255(u32::from(above) * alpha + u32::from(below) * (255 - alpha)) as u8
}
