//! The mini-map at the lower right: the whole map in small, and what of it is in view. Shown while
//! the map is larger than the view.

use super::{canvas, style};
use crate::{
    editor::Editor,
    scene::{Point, Scene, Size},
    text::Text,
    theme::{Theme, Tone},
};
use egui::{
    Area, Color32, CursorIcon, Id, Mesh, Order, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui,
    Vec2,
};
use std::sync::Arc;

/// The largest that it gets, in points.
const LARGEST: Vec2 = Vec2::new(176.0, 104.0);

/// Around the map inside its frame.
const MARGIN: f32 = 5.0;

/// The blocks of the last scene, ready to be painted again.
#[derive(Default)]
pub struct MiniMap {
    made_of: Option<(Arc<Scene>, Theme, Rect)>,
    mesh: Arc<Mesh>,
}

impl MiniMap {
    /// Shows it over the canvas; a click or a drag moves the view.
    pub fn ui(&mut self, ui: &Ui, editor: &mut Editor, canvas: Rect, theme: Theme, text: &Text) {
        let scene = Arc::clone(editor.scene());
        if !is_larger(editor, scene.size) {
            return;
        }
        let scale = (LARGEST.x / scene.size.width).min(LARGEST.y / scene.size.height);
        let size = Vec2::new(scene.size.width * scale, scene.size.height * scale).ceil()
            + Vec2::splat(MARGIN * 2.0);
        Area::new(Id::unique("mini-map"))
            .order(Order::Middle)
            .fixed_pos((canvas.right_bottom() - size - Vec2::splat(13.0)).round())
            .constrain(false)
            .fade_in(false)
            .show(ui, |ui| {
                canvas::floating(ui).show(ui, |ui| {
                    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
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
                    self.follow(&scene, theme, rect, scale);
                    ui.painter().add(Shape::Mesh(Arc::clone(&self.mesh)));
                    let frame = in_view(editor, origin, scale).intersect(rect.shrink(1.0));
                    let accent = Stroke::new(1.5, style::color(theme, Tone::Accent));
                    ui.painter().rect_stroke(frame, 2, accent, StrokeKind::Inside);
                });
            });
    }

    fn follow(&mut self, scene: &Arc<Scene>, theme: Theme, rect: Rect, scale: f32) {
        let is_same = self.made_of.as_ref().is_some_and(|(made_of, made_for, made_at)| {
            Arc::ptr_eq(made_of, scene) && *made_for == theme && *made_at == rect
        });
        if is_same {
            return;
        }
        let color = |tone| style::color(theme, tone);
        let origin = rect.min + Vec2::splat(MARGIN);
        let place = |p: Point| Pos2::new(origin.x + p.x * scale, origin.y + p.y * scale);
        let mut mesh = Mesh::default();
        for row in scene.grid.rows.iter().skip(1) {
            let from = place(Point::new(0.0, row.y.start));
            let to = place(Point::new(scene.size.width, row.y.start));
            mesh.add_colored_rect(Rect::from_min_max(from, to + Vec2::Y * 0.5), color(Tone::Line));
        }
        for card in &scene.cards {
            let tint: Color32 = color(card.fill).lerp_to_gamma(color(card.mark), 0.72);
            let block = Rect::from_min_max(place(card.rect.min), place(card.rect.max));
            mesh.add_colored_rect(block, tint);
        }
        self.mesh = Arc::new(mesh);
        self.made_of = Some((Arc::clone(scene), theme, rect));
    }
}

/// Whether something of the map is out of view.
fn is_larger(editor: &Editor, map: Size) -> bool {
    let camera = editor.camera();
    let (width, height) = (map.width * camera.zoom, map.height * camera.zoom);
    map.width > 0.0
        && map.height > 0.0
        && (width > camera.view.width + 1.0 || height > camera.view.height + 1.0)
}

fn in_view(editor: &Editor, origin: Pos2, scale: f32) -> Rect {
    let visible = editor.camera().visible();
    Rect::from_min_size(
        origin + Vec2::new(visible.min.x, visible.min.y) * scale,
        Vec2::new(visible.width(), visible.height()) * scale,
    )
}
