//! Cards slide to their new places, so that the eye can follow a move by keyboard, an undo or a new
//! step. On screen only: scene, hit tests and nodes are where the cards will stand. What was dragged
//! is there already, and does not slide.

use super::paint::is_far;
use crate::{
    editor::{Editor, Gesture},
    model::TouchpointId,
    scene::{Rect, Scene, Source, Vec2},
};
use egui::Context;
use std::{collections::HashMap, sync::Arc};

/// In seconds.
const DURATION: f64 = 0.16;

/// The slides under way.
#[derive(Default)]
pub struct Motion {
    shown: Option<Arc<Scene>>,
    /// Nothing was being dragged or written in the last frame.
    was_still: bool,
    /// How far each card came from, in map units.
    from: HashMap<TouchpointId, Vec2>,
    since: f64,
    /// How much of the way is left, 1 to 0.
    left: f32,
}

impl Motion {
    /// Looks at what changed since the last frame; asks for another one while something slides.
    pub fn follow(&mut self, ctx: &Context, editor: &Editor, may_slide: bool) {
        let now = ctx.input(|input| input.time);
        let is_still = *editor.gesture() == Gesture::Idle && editor.editing().is_none();
        let scene = editor.scene();
        if let Some(before) = self.shown.replace(Arc::clone(scene))
            && !Arc::ptr_eq(&before, scene)
        {
            let explains = may_slide && is_still && self.was_still;
            let explains = explains && !is_far(editor.camera().zoom);
            self.from = if explains { self.ways(&before, editor) } else { HashMap::new() };
            self.since = now;
        }
        self.was_still = is_still;
        if self.from.is_empty() {
            return;
        }
        #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
        let done = ((now - self.since) / DURATION).clamp(0.0, 1.0) as f32;
        self.left = (1.0 - done).powi(3);
        if done < 1.0 {
            ctx.request_repaint();
        } else {
            self.from.clear();
        }
    }

    /// How far from its place a card is drawn, in map units.
    pub fn offset(&self, card: TouchpointId) -> Vec2 {
        let Vec2 { x, y } = self.from.get(&card).copied().unwrap_or_default();
        Vec2 { x: x * self.left, y: y * self.left }
    }

    /// Where a thing is drawn.
    pub fn shown_at(&self, source: Source, rect: &Rect) -> Rect {
        match source {
            Source::Touchpoint(card) => {
                let by = self.offset(card);
                Rect { min: rect.min + by, max: rect.max + by }
            }
            _ => *rect,
        }
    }

    /// From where each card in view comes, if that was near: across more than the view nobody
    /// follows it.
    fn ways(&self, before: &Scene, editor: &Editor) -> HashMap<TouchpointId, Vec2> {
        let visible = editor.camera().visible();
        let mut ways = HashMap::new();
        for card in editor.scene().cards_in(&visible) {
            let Some(old) = before.card(card.id) else { continue };
            let old = old.rect.min + self.offset(card.id);
            let way = old - card.rect.min;
            let is_near = way.x.abs() < visible.width() && way.y.abs() < visible.height();
            if is_near && way.x.abs().max(way.y.abs()) > 0.5 {
                ways.insert(card.id, way);
            }
        }
        ways
    }
}
