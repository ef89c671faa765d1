//! What is drawn over the scene on screen and never exported: rings around what is selected, where
//! a drag would land, the rubber band, cards in the air.

use super::{
    motion::Motion,
    paint::is_far,
    view::{View, pin_of},
};
use crate::{
    app::{
        mark,
        painter::{rounding, stroke},
        style,
    },
    editor::gesture::Carry,
    editor::{Carried, Editor, Gesture, Overlay},
    font::Weight,
    model::LinkId,
    scene::{Pin, Source},
    text::Text,
    theme::{Theme, Tone, size, type_size},
};
use egui::{
    Align2, Color32, Context, CornerRadius, Painter, Pos2, Rect, Shadow, Shape, Stroke, StrokeKind,
    Vec2,
    text::{LayoutJob, TextFormat},
};

/// Of a ring and of a landing box, in points.
const RING: f32 = 2.0;

/// Around what was found, in points.
const HALO: f32 = 4.0;

/// Radius of a decision's handle, in points.
const HANDLE: f32 = 5.0;

/// What the overlay is painted with.
pub struct Brush<'a> {
    pub view: View,
    pub theme: Theme,
    pub text: &'a Text,
    pub painter: &'a Painter,
    pub motion: &'a Motion,
}

impl Brush<'_> {
    /// What lies on the map and goes under the headers.
    pub fn on_map(&self, editor: &Editor, overlay: &Overlay) {
        if let Some(landing) = &overlay.landing
            && landing_pin(editor) == Pin::Free
        {
            self.landing(self.view.area(Pin::Free, landing));
        }
        self.found_on_map(editor);
        self.rings(editor, overlay, |pin| pin == Pin::Free);
        if let Some((from, to)) = overlay.linking {
            self.linking(self.view.place(Pin::Free, from), self.view.place(Pin::Free, to));
        }
        if !is_far(self.view.camera.zoom) {
            for (_, at) in &overlay.handles {
                self.handle(self.view.place(Pin::Free, *at));
            }
        }
        if let Some(brush) = &overlay.brush {
            let rect = self.view.area(Pin::Free, brush);
            let fill = self.color(Tone::Accent).gamma_multiply(0.08);
            let line = Stroke::new(1.0, self.color(Tone::Accent));
            self.painter.rect(rect, 2, fill, line, StrokeKind::Inside);
        }
    }

    /// What lies on the headers, and cards in the air.
    pub fn above(&self, editor: &Editor, overlay: &Overlay) {
        let pin = landing_pin(editor);
        if let Some(landing) = overlay.landing.as_ref().filter(|_| pin != Pin::Free) {
            // The header stands there already: its name stays to be read.
            let fill = self.color(Tone::Accent).gamma_multiply(0.12);
            self.landing_box(self.seen(pin, landing), fill);
        }
        self.found_in_headers(editor);
        self.rings(editor, overlay, |pin| pin != Pin::Free);
        if let Some(carried) = &overlay.carried {
            self.carried(carried);
        }
    }

    /// A soft halo around cards and links that were found; from afar, [`super::paint`] has it.
    fn found_on_map(&self, editor: &Editor) {
        if editor.matches().is_empty() || is_far(self.view.camera.zoom) {
            return;
        }
        let halo = self.halo();
        let (scene, visible) = (editor.scene(), self.view.camera.visible());
        let links = scene.links.iter().filter(|link| link.bounds.overlaps(&visible));
        for link in links.filter(|link| editor.is_match(Source::Link(link.id))) {
            self.along_link(editor, link.id, halo);
        }
        for card in scene.cards_in(&visible) {
            let source = Source::Touchpoint(card.id);
            if editor.is_match(source) {
                self.ring(editor, source, self.view.area(Pin::Free, &card.rect), halo);
            }
        }
    }

    fn found_in_headers(&self, editor: &Editor) {
        if editor.matches().is_empty() {
            return;
        }
        for placed in &editor.scene().blocks {
            if editor.is_match(placed.source) {
                let rect = self.view.area(placed.pin, &placed.bounds());
                self.ring(editor, placed.source, rect, self.halo());
            }
        }
    }

    fn halo(&self) -> Stroke {
        Stroke::new(HALO, self.color(Tone::Accent).gamma_multiply(0.3))
    }

    fn rings(&self, editor: &Editor, overlay: &Overlay, is_wanted: impl Fn(Pin) -> bool) {
        // What is in the air is shown by where it would land.
        if matches!(editor.gesture(), Gesture::Moving { .. }) {
            return;
        }
        let accent = self.color(Tone::Accent);
        let selected = Stroke::new(RING, accent);
        let hovered = Stroke::new(1.5, accent.gamma_multiply(0.5));
        let is_new =
            |thing: &&(Source, _)| overlay.selected.iter().all(|(known, _)| *known != thing.0);
        let rings = overlay.hovered.iter().filter(is_new).map(|thing| (thing, hovered));
        for ((source, rect), stroke) in rings.chain(overlay.selected.iter().map(|s| (s, selected)))
        {
            let pin = pin_of(editor.scene(), *source);
            if is_wanted(pin) {
                let rect = self.motion.shown_at(*source, rect);
                self.ring(editor, *source, self.seen(pin, &rect), stroke);
            }
        }
    }

    /// Where a thing is drawn: headers may be cut short.
    fn seen(&self, pin: Pin, rect: &crate::scene::Rect) -> Rect {
        let area = self.view.area(pin, rect);
        if pin == Pin::Free { area } else { area.intersect(self.view.clip(pin)) }
    }

    fn ring(&self, editor: &Editor, source: Source, rect: Rect, stroke: Stroke) {
        match source {
            Source::Link(id) => self.along_link(editor, id, stroke),
            Source::Touchpoint(_) => {
                let radius = rounding(size::CARD_RADIUS * self.view.camera.zoom + RING);
                self.painter.rect_stroke(rect.expand(RING), radius, stroke, StrokeKind::Outside);
            }
            // An empty cell: inside, so that its neighbours stay out of it.
            Source::Ground => {
                self.painter.rect_stroke(rect.shrink(3.0), 6, stroke, StrokeKind::Inside);
            }
            Source::Stage(_) | Source::Step(_) | Source::Lane(_) | Source::Emotion => {
                self.painter.rect_stroke(rect.shrink(1.0), 4, stroke, StrokeKind::Inside);
            }
        }
    }

    /// A link is no box: its way is traced, and its label ringed.
    fn along_link(&self, editor: &Editor, id: LinkId, stroke: Stroke) {
        let Some(link) = editor.scene().links.iter().find(|link| link.id == id) else { return };
        let way = link.route.iter().map(|&p| self.view.place(Pin::Free, p)).collect();
        let trace = Stroke::new(stroke.width + 3.0, stroke.color.gamma_multiply(0.4));
        self.painter.add(Shape::line(way, trace));
        if let Some(label) = &link.label {
            let rect = self.view.area(Pin::Free, label).expand(1.0);
            // As the label's own corners: one of several lines is no capsule.
            let round = rounding(size::LABEL_HEIGHT / 2.0 * self.view.camera.zoom + 1.0);
            self.painter.rect_stroke(rect, round, stroke, StrokeKind::Outside);
        }
    }

    /// A place for cards: an opaque box that says so.
    fn landing(&self, rect: Rect) {
        let rect = rect.expand2(Vec2::new(
            (6.0 - rect.width()).max(0.0) / 2.0,
            (6.0 - rect.height()).max(0.0) / 2.0,
        ));
        let accent = self.color(Tone::Accent);
        self.landing_box(rect, self.color(Tone::AccentSoft));
        if rect.width() > 72.0 && rect.height() > 24.0 {
            let at = Pos2::new(rect.center().x, (rect.top() + 20.0).min(rect.center().y));
            let zoom = self.view.camera.zoom.clamp(0.8, 1.5);
            let font = style::font(Weight::Regular, type_size::BODY * zoom);
            let words = self.text.canvas_drop_here();
            self.painter.text(at, Align2::CENTER_CENTER, words, font, accent);
        }
    }

    fn landing_box(&self, rect: Rect, fill: Color32) {
        let radius = size::CARD_RADIUS * self.view.camera.zoom;
        self.painter.rect_filled(rect, rounding(radius), fill);
        let outline = stroke::rounded(rect.shrink(0.75), radius);
        let dash = Stroke::new(1.5, self.color(Tone::Accent));
        self.painter.extend(Shape::dashed_line(&outline, dash, 5.0, 4.0));
    }

    fn linking(&self, from: Pos2, to: Pos2) {
        let stroke = Stroke::new(2.0, self.color(Tone::Accent));
        self.painter.line_segment([from, to], stroke);
        let way = (to - from).normalized();
        if way.is_finite() {
            let (back, side) = (to - way * 9.0, way.rot90() * 5.0);
            let head = vec![to, back + side, back - side];
            self.painter.add(Shape::convex_polygon(head, stroke.color, Stroke::NONE));
        }
    }

    fn handle(&self, at: Pos2) {
        let ring = Stroke::new(2.0, self.color(Tone::Decision));
        self.painter.circle(at, HANDLE, self.color(Tone::Panel), ring);
        let arm = HANDLE - 2.5;
        let plus = Stroke::new(1.5, self.color(Tone::Decision));
        self.painter.line_segment([at - Vec2::X * arm, at + Vec2::X * arm], plus);
        self.painter.line_segment([at - Vec2::Y * arm, at + Vec2::Y * arm], plus);
    }

    fn carried(&self, carried: &Carried) {
        let at = self.view.rect.min + Vec2::new(carried.at.x, carried.at.y);
        let ctx = self.painter.ctx();
        let galley = title(ctx, &carried.title, self.color(Tone::Text));
        let rect = Rect::from_min_size(
            // Below the pointer, so that the place it would land in stays in sight.
            at + Vec2::new(-20.0, 8.0),
            Vec2::new((galley.size().x + 46.0).max(120.0), 40.0),
        );
        let card = CornerRadius::same(8);
        let color = self.color(Tone::Shadow);
        let shadow = Shadow { offset: [0, 6], blur: 18, spread: 0, color };
        self.painter.add(shadow.as_shape(rect, card));
        let line = Stroke::new(1.0, self.color(Tone::Line));
        if carried.count > 1 {
            let behind = rect.translate(Vec2::new(4.0, 4.0));
            self.painter.rect(behind, card, self.color(Tone::Card), line, StrokeKind::Inside);
        }
        self.painter.rect(rect, card, self.color(Tone::Card), line, StrokeKind::Inside);
        let mark_at = rect.left_center() + Vec2::new(18.0, 0.0);
        mark::paint(self.painter, mark_at, 11.0, carried.mark, self.theme);
        let text_at = Pos2::new(rect.left() + 32.0, rect.center().y - galley.size().y / 2.0);
        self.painter.galley(text_at, galley, self.color(Tone::Text));
        if carried.count > 1 {
            let badge = rect.right_top();
            self.painter.circle_filled(badge, 10.0, self.color(Tone::Accent));
            let font = style::font(Weight::SemiBold, type_size::SMALL);
            let count = carried.count.to_string();
            let on_accent = self.color(Tone::OnAccent);
            self.painter.text(badge, Align2::CENTER_CENTER, count, font, on_accent);
        }
    }

    fn color(&self, tone: Tone) -> Color32 {
        style::color(self.theme, tone)
    }
}

/// Headers are put down among headers, cards on the map.
fn landing_pin(editor: &Editor) -> Pin {
    match editor.gesture() {
        Gesture::Moving { carried: Carry::Header(source), .. } => pin_of(editor.scene(), *source),
        _ => Pin::Free,
    }
}

fn title(ctx: &Context, title: &str, color: Color32) -> std::sync::Arc<egui::Galley> {
    let font = style::font(Weight::SemiBold, type_size::BODY);
    let mut job = LayoutJob::single_section(title.to_owned(), TextFormat::simple(font, color));
    job.wrap = egui::text::TextWrapping::truncate_at_width(220.0);
    ctx.fonts_mut(|fonts| fonts.layout_job(job))
}
