//! One tile of the picture, and how items are painted on it: one flat `match`.

use super::{
    glyph::{Glyphs, PlacedGlyph},
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
        if !Self::shows(&rect.expand(half)) {
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
        let at = |p: &Point| view.point(*p, sharp.as_ref());
        let Some(bounds) = bounds(steps, at) else { return };
        let width = stroke.map_or(0.0, |stroke| stroke.width * self.scale);
        if !Self::shows(&bounds.expand(width)) {
            return;
        }
        let path = straightened(steps, at);
        if let Some(tone) = fill {
            self.fill(path.clone(), FillRule::Winding, &self.color(tone));
        }
        if let Some(stroke) = stroke {
            self.stroke(path, &stroke);
        }
    }

    fn text(&mut self, view: &View, text: &Text, glyphs: &mut Glyphs<'_>) {
        let size = text.line.size * self.scale;
        let origin = view.point(text.origin, None);
        // No glyph reaches further than two em from its origin.
        let line = Rect::new(origin.x, origin.y, text.line.width * self.scale, 0.0);
        if !Self::shows(&line.expand(2.0 * size)) {
            return;
        }
        let color = self.theme.color(text.tone);
        for run in &text.line.runs {
            for glyph in &run.glyphs {
                let at = (origin.x + glyph.x * self.scale, origin.y - glyph.y * self.scale);
                if let Some(placed) = glyphs.place(run.face, glyph.id, size, at) {
                    self.blend(&placed, color);
                }
            }
        }
    }

    /// Blends a colour over what of a mask is in the tile.
    fn blend(&mut self, glyph: &PlacedGlyph, color: Color) {
        let Color([red, green, blue, opacity]) = color;
        let mask = &*glyph.coverage;
        let left = i64::from(glyph.x) + i64::from(mask.left);
        let top = i64::from(glyph.y) + i64::from(mask.top);
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
                for (below, above) in pixel.iter_mut().zip([red, green, blue]) {
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
    fn shows(bounds: &Rect) -> bool {
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
    fn point(&self, p: Point, sharp: Option<&Stroke>) -> Point {
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
        Rect { min: self.point(rect.min, Some(sharp)), max: self.point(rect.max, Some(sharp)) }
    }

    fn sharp(&self, at: f32, stroke: &Stroke) -> f32 {
        let width = stroke.width * self.scale;
        let odd = width <= 1.0 || width.round().rem_euclid(2.0) == 1.0;
        if odd { at.floor() + 0.5 } else { at.round() }
    }
}

/// Whether a path runs along the axes, its corners square or round.
fn runs_along_axes(steps: &[PathStep]) -> bool {
    let mut pen = Point::default();
    steps.iter().all(|step| match *step {
        PathStep::MoveTo(p) => {
            pen = p;
            true
        }
        PathStep::LineTo(p) => {
            let from = std::mem::replace(&mut pen, p);
            from.x == p.x || from.y == p.y
        }
        PathStep::CurveTo(a, b, p) => {
            let from = std::mem::replace(&mut pen, p);
            (from.x == a.x && b.y == p.y) || (from.y == a.y && b.x == p.x)
        }
        PathStep::Close => false,
    })
}

/// A path of straight pieces that no eye tells from the curves. The rasteriser has curves too, but
/// cuts them at the border of a tile so coarsely that it shows.
fn straightened(steps: &[PathStep], at: impl Fn(&Point) -> Point) -> PathBuilder {
    let mut path = PathBuilder::new();
    let mut pen = Point::default();
    for step in steps {
        match step {
            PathStep::MoveTo(p) => {
                pen = at(p);
                path.move_to(pen.x, pen.y);
            }
            PathStep::LineTo(p) => {
                pen = at(p);
                path.line_to(pen.x, pen.y);
            }
            PathStep::CurveTo(a, b, p) => {
                let to = at(p);
                push_curve(&mut path, [pen, at(a), at(b), to]);
                pen = to;
            }
            PathStep::Close => path.close(),
        }
    }
    path
}

/// A cubic curve as straight pieces, from where the path is.
fn push_curve(path: &mut PathBuilder, curve: [Point; 4]) {
    /// How far the pieces may be from the curve, in pixels.
    const TOLERANCE: f32 = 0.04;
    const MOST: f32 = 256.0;
    let [from, a, b, to] = curve;
    let bend = |a: Point, b: Point, c: Point| (a.x - 2.0 * b.x + c.x).hypot(a.y - 2.0 * b.y + c.y);
    let bend = bend(from, a, b).max(bend(a, b, to));
    let pieces = (0.75 * bend / TOLERANCE).sqrt().ceil().clamp(1.0, MOST);
    let mut piece = 1.0;
    while piece < pieces {
        let p = on_curve(curve, piece / pieces);
        path.line_to(p.x, p.y);
        piece += 1.0;
    }
    path.line_to(to.x, to.y);
}

/// The point of a cubic curve at `t`, 0 to 1.
fn on_curve([from, a, b, to]: [Point; 4], t: f32) -> Point {
    let s = 1.0 - t;
    let weights = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
    let sum = |[from, a, b, to]: [f32; 4]| {
        weights[0] * from + weights[1] * a + weights[2] * b + weights[3] * to
    };
    Point::new(sum([from.x, a.x, b.x, to.x]), sum([from.y, a.y, b.y, to.y]))
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
    /// From the corner to the handles of the curve that is nearly a quarter of a circle.
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
    let corners = [
        [(right - r, top), (right - h, top), (right, top + h), (right, top + r)],
        [(right, bottom - r), (right, bottom - h), (right - h, bottom), (right - r, bottom)],
        [(left + r, bottom), (left + h, bottom), (left, bottom - h), (left, bottom - r)],
        [(left, top + r), (left, top + h), (left + h, top), (left + r, top)],
    ];
    path.move_to(left + r, top);
    for corner in corners.map(|corner| corner.map(|(x, y)| Point::new(x, y))) {
        path.line_to(corner[0].x, corner[0].y);
        push_curve(path, corner);
    }
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
