//! The mini-map at the lower right: the whole map in small, and what of it is in view. Shown while
//! the map is larger than the view and there is room for it.

use super::{canvas, style};
use crate::{
    editor::{Editor, Gesture},
    scene::{Point, Scene, Size},
    text::Text,
    theme::{Theme, Tone},
};
use egui::{
    Area, Color32, ColorImage, Context, CursorIcon, Id, Order, Pos2, Rect, Sense, Stroke,
    StrokeKind, TextureHandle, TextureOptions, Ui, Vec2,
};
use std::sync::Arc;

/// The largest that it gets, in points.
const LARGEST: Vec2 = Vec2::new(176.0, 104.0);

/// Around the map inside its frame.
const MARGIN: f32 = 5.0;

/// Between it and the edges of the canvas, in points.
const GAP: f32 = 13.0;

/// The last scene in small, as a picture: thousands of cards cost one rectangle a frame.
#[derive(Default)]
pub struct MiniMap {
    made_of: Option<(Arc<Scene>, Theme, [usize; 2])>,
    picture: Option<TextureHandle>,
}

impl MiniMap {
    /// Shows it in the lower right of what is free of the canvas; a click or a drag moves the view.
    /// Gives where it stands.
    pub fn ui(
        &mut self,
        ui: &Ui,
        editor: &mut Editor,
        free: Rect,
        theme: Theme,
        text: &Text,
    ) -> Option<Rect> {
        let scene = Arc::clone(editor.scene());
        if !is_larger(editor, scene.size) {
            return None;
        }
        let scale = (LARGEST.x / scene.size.width).min(LARGEST.y / scene.size.height);
        let size = Vec2::new(scene.size.width * scale, scene.size.height * scale).ceil()
            + Vec2::splat(MARGIN * 2.0);
        if !has_room(free.size(), size) {
            return None;
        }
        let area = Area::new(Id::unique("mini-map"))
            .order(Order::Middle)
            .fixed_pos((free.right_bottom() - size - Vec2::splat(GAP)).round())
            .constrain(false)
            .fade_in(false)
            .show(ui, |ui| {
                canvas::floating(ui).show(ui, |ui| {
                    // Keys move the view on the map itself: no stop for Tab.
                    let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK | Sense::DRAG);
                    response.widget_info(|| {
                        let role = egui::accesskit::Role::Image;
                        egui::WidgetInfo::labeled(role, true, text.canvas_mini_map())
                    });
                    let origin = rect.min + Vec2::splat(MARGIN);
                    if let Some(at) = response.interact_pointer_pos()
                        && response.is_pointer_button_down_on()
                    {
                        let place = (at - origin) / scale;
                        editor.look_at(Point::new(place.x, place.y));
                    }
                    response.on_hover_cursor(CursorIcon::PointingHand);
                    // A drag changes little at this size, and many times a second.
                    let is_dragged = matches!(editor.gesture(), Gesture::Moving { .. });
                    if self.picture.is_none() || !is_dragged {
                        self.follow(ui, &scene, theme, scale);
                    }
                    if let Some(picture) = &self.picture {
                        let inner = Rect::from_min_max(origin, rect.max - Vec2::splat(MARGIN));
                        egui::Image::new((picture.id(), inner.size())).paint_at(ui, inner);
                    }
                    let frame = in_view(editor, origin, scale).intersect(rect.shrink(1.0));
                    let accent = Stroke::new(1.5, style::color(theme, Tone::Accent));
                    ui.painter().rect_stroke(frame, 2, accent, StrokeKind::Inside);
                });
            });
        Some(area.response.rect)
    }

    fn follow(&mut self, ctx: &Context, scene: &Arc<Scene>, theme: Theme, scale: f32) {
        let scale = scale * ctx.pixels_per_point();
        let size = [scene.size.width, scene.size.height].map(|side| pixel(side * scale).max(1));
        let is_same = self.made_of.as_ref().is_some_and(|(made_of, made_for, made_in)| {
            Arc::ptr_eq(made_of, scene) && *made_for == theme && *made_in == size
        });
        if is_same {
            return;
        }
        let image = draw(scene, theme, scale, size);
        match &mut self.picture {
            Some(picture) => picture.set(image, TextureOptions::LINEAR),
            None => {
                let picture = ctx.load_texture("mini-map", image, TextureOptions::LINEAR);
                self.picture = Some(picture);
            }
        }
        self.made_of = Some((Arc::clone(scene), theme, size));
    }
}

/// The cards as blocks of colour and the borders of the lanes, in so many pixels.
fn draw(scene: &Scene, theme: Theme, scale: f32, size: [usize; 2]) -> ColorImage {
    let color = |tone| style::color(theme, tone);
    let mut image = ColorImage::filled(size, color(Tone::Panel));
    for row in scene.grid.rows.iter().skip(1) {
        let y = row.y.start;
        fill(&mut image, [0.0, y, scene.size.width, y].map(|x| x * scale), color(Tone::Line));
    }
    for card in &scene.cards {
        let rect = [card.rect.min.x, card.rect.min.y, card.rect.max.x, card.rect.max.y];
        let tint = color(card.fill).lerp_to_gamma(color(card.mark), 0.72);
        fill(&mut image, rect.map(|x| x * scale), tint);
    }
    image
}

/// Fills a rectangle (left, top, right, bottom in pixels), at least one pixel of it.
fn fill(image: &mut ColorImage, [left, top, right, bottom]: [f32; 4], color: Color32) {
    let [width, height] = image.size;
    let (left, top) = (pixel(left), pixel(top));
    let right = pixel(right).max(left + 1).min(width);
    for y in top..pixel(bottom).max(top + 1).min(height) {
        let line = image.pixels.get_mut(y * width + left..y * width + right);
        line.into_iter().flatten().for_each(|pixel| *pixel = color);
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and no place of the map is negative"
)]
fn pixel(x: f32) -> usize {
    x.round() as usize
}

/// Whether something of the map is out of view.
fn is_larger(editor: &Editor, map: Size) -> bool {
    let camera = editor.camera();
    let (width, height) = (map.width * camera.zoom, map.height * camera.zoom);
    map.width > 0.0
        && map.height > 0.0
        && (width > camera.view.width + 1.0 || height > camera.view.height + 1.0)
}

/// Whether something so large stands free of all edges.
fn has_room(free: Vec2, size: Vec2) -> bool {
    let needed = size + Vec2::splat(GAP * 2.0);
    free.x >= needed.x && free.y >= needed.y
}

fn in_view(editor: &Editor, origin: Pos2, scale: f32) -> Rect {
    let visible = editor.camera().visible();
    Rect::from_min_size(
        origin + Vec2::new(visible.min.x, visible.min.y) * scale,
        Vec2::new(visible.width(), visible.height()) * scale,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_left_out_where_it_would_touch_an_edge() {
        let size = Vec2::new(176.0, 104.0);
        for (free, expected) in [
            (Vec2::new(800.0, 600.0), true),
            (Vec2::new(202.0, 130.0), true),
            (Vec2::new(201.0, 600.0), false),
            (Vec2::new(800.0, 129.0), false),
            (Vec2::new(-20.0, 600.0), false),
        ] {
            assert_eq!(has_room(free, size), expected, "{free:?}");
        }
    }

    #[test]
    fn a_block_is_filled_to_the_edge_and_never_beyond() {
        let filled = |rect: [f32; 4]| {
            let mut image = ColorImage::filled([4, 3], Color32::BLACK);
            fill(&mut image, rect, Color32::WHITE);
            image.pixels.iter().filter(|&&pixel| pixel == Color32::WHITE).count()
        };
        for (rect, expected) in [
            ([0.0, 0.0, 4.0, 3.0], 12),
            ([1.0, 1.0, 3.0, 2.0], 2),
            // Smaller than a pixel is one pixel.
            ([2.1, 1.1, 2.2, 1.2], 1),
            ([3.0, 2.0, 900.0, 900.0], 1),
            ([9.0, 9.0, 12.0, 12.0], 0),
        ] {
            assert_eq!(filled(rect), expected, "{rect:?}");
        }
    }
}
