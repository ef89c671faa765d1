//! View: how the camera of the shown map is moved.

use super::{Camera, Editor, Gesture, ScreenPoint, ScreenSize, Selection, camera::Bounds};
use crate::{
    model::MapId,
    scene::{Point, Rect, Size},
};

/// How near to the view's edge a drag scrolls, in screen points.
const EDGE: f32 = 36.0;

/// How fast at most, in screen points a second.
const SCROLL_SPEED: f32 = 1_200.0;

/// By how much one step of zooming enlarges.
pub(super) const ZOOM_STEP: f32 = 1.25;

/// The zoom below which titles are not read any more.
const READABLE: f32 = 0.5;

impl Editor {
    /// The canvas's size in screen points, each frame.
    pub fn set_view(&mut self, size: ScreenSize) {
        let known = size.width > 0.0 && size.height > 0.0;
        if known && size != self.camera.view {
            let bounds = self.bounds();
            let fitted = self.fitted.filter(|(camera, _)| *camera == self.camera);
            self.camera.resize(size, &bounds);
            if let Some((_, smallest)) = fitted {
                self.fit_from(smallest);
            }
        }
        if known && self.fits_next {
            self.fits_next = false;
            self.fit_from(READABLE);
        }
    }

    /// Shows another map of the project, as it was seen last.
    pub fn show_map(&mut self, map: MapId) {
        if self.shown == Some(map) || self.project().map(map).is_none() {
            return;
        }
        self.cancel_gesture();
        self.cancel_text();
        self.history.seal();
        self.selection = Selection::Nothing;
        self.turn_to(Some(map));
        self.refresh();
        self.view_of_shown_map();
    }

    /// The camera of the shown map is put away, that of another is taken up.
    pub(super) fn turn_to(&mut self, map: Option<MapId>) {
        if self.shown == map {
            return;
        }
        if let Some(old) = self.shown {
            self.cameras.insert(old, self.camera);
        }
        self.shown = map;
        self.hover = None;
    }

    /// After a change of map: its own view, or the whole of it when it is seen for the first time.
    pub(super) fn view_of_shown_map(&mut self) {
        let view = self.camera.view;
        if let Some(camera) = self.shown.and_then(|map| self.cameras.remove(&map)) {
            self.camera = camera;
            self.set_view(view);
        } else if view.width > 0.0 {
            self.fit_from(READABLE);
        } else {
            self.fits_next = true;
        }
    }

    /// Moves the view by so many screen points.
    pub fn pan(&mut self, by: (f32, f32)) {
        let bounds = self.bounds();
        self.camera.pan(by, &bounds);
        self.view_moved();
    }

    /// Zooms by a factor; what is at `at` stays there.
    pub fn zoom(&mut self, factor: f32, at: ScreenPoint) {
        let bounds = self.bounds();
        self.camera.zoom_at(factor, at, &bounds);
        self.view_moved();
    }

    /// The middle of the view goes to a place of the map (mini-map).
    pub fn look_at(&mut self, center: Point) {
        let bounds = self.bounds();
        self.camera.look_at(center, &bounds);
        self.view_moved();
    }

    pub(super) fn fit(&mut self) {
        self.fit_from(Camera::MIN_ZOOM);
    }

    /// The whole map, or its beginning where the whole would be smaller than that.
    fn fit_from(&mut self, smallest: f32) {
        let bounds = self.bounds();
        self.camera.fit(&bounds);
        if self.camera.zoom < smallest {
            let factor = smallest / self.camera.zoom;
            self.camera.zoom_at(factor, ScreenPoint::default(), &bounds);
        }
        self.fitted = Some((self.camera, smallest));
        self.view_moved();
    }

    /// Zooms by a factor around what is selected and seen, else around the middle of the view.
    pub(super) fn zoom_by(&mut self, factor: f32) {
        let view = self.camera.view;
        let seen = self.camera.visible();
        let selected = self.selection_rect().map(|rect| rect.center());
        let at = match selected.filter(|&center| seen.contains(center)) {
            Some(center) => self.camera.screen_from_map(crate::scene::Pin::Free, center),
            None => ScreenPoint::new(view.width / 2.0, view.height / 2.0),
        };
        let bounds = self.bounds();
        self.camera.zoom_at(factor, at, &bounds);
        self.camera.fill_view(&bounds);
        self.view_moved();
    }

    pub(super) fn zoom_to_selection(&mut self) {
        if let Some(rect) = self.selection_rect() {
            let bounds = self.bounds();
            self.camera.show(&rect, &bounds);
            self.view_moved();
        }
    }

    /// Moves the view as little as is needed for what is selected to be in it.
    pub(super) fn reveal_selection(&mut self) {
        let rect = self.selection_rect();
        self.reveal_rect(rect);
    }

    /// Selects something and moves the view as little as is needed for it to be in it.
    pub fn go_to(&mut self, selection: Selection) {
        self.select(selection);
        self.reveal_selection();
    }

    /// Moves the view as little as is needed for something to be in it, whatever is selected.
    pub fn reveal(&mut self, selection: &Selection) {
        let rect = self.rect_of(selection);
        self.reveal_rect(rect);
    }

    fn reveal_rect(&mut self, rect: Option<Rect>) {
        if let Some(rect) = rect {
            let bounds = self.bounds();
            self.camera.reveal(&rect, &bounds);
            self.view_moved();
        }
    }

    /// What is selected, as one rectangle of the map; `None` where nothing of it is drawn.
    fn selection_rect(&self) -> Option<Rect> {
        self.rect_of(&self.selection)
    }

    fn rect_of(&self, selection: &Selection) -> Option<Rect> {
        let (scene, middle) = (self.scene(), self.camera.visible().center());
        let header = || selection.source().and_then(|source| scene.rect_of(source));
        match selection {
            Selection::Cell(cell) => self.cell_rect(*cell),
            Selection::Touchpoints(ids) => {
                let rects = ids.iter().filter_map(|&id| Some(scene.card(id)?.rect));
                rects.reduce(|all, rect| all.union(&rect))
            }
            // Headers are pinned: only the side that scrolls counts.
            Selection::Stage(_) => header().map(|rect| Rect {
                min: Point::new(rect.min.x, middle.y),
                max: Point::new(rect.max.x, middle.y),
            }),
            Selection::Lane(_) => header().map(|rect| Rect {
                min: Point::new(middle.x, rect.min.y),
                max: Point::new(middle.x, rect.max.y),
            }),
            Selection::Step(_) | Selection::Link(_) => header(),
            Selection::Nothing | Selection::Project => None,
        }
    }

    /// What a camera must know of the shown map.
    pub(super) fn bounds(&self) -> Bounds {
        let scene = self.base();
        Bounds { size: scene.size, header: Size::new(scene.grid.left, scene.grid.top) }
    }

    /// Under a pointer that stood still, the map has moved.
    fn view_moved(&mut self) {
        match self.pointer {
            Some(at) if self.gesture == Gesture::Idle => self.hover = self.hit(at),
            _ => {}
        }
    }

    /// Time goes on while a drag is at the view's edge: scrolls. Gives whether another frame is
    /// wanted. `seconds` since the last call.
    pub fn tick(&mut self, seconds: f32) -> bool {
        let view = self.camera.view;
        let (at, goes_beyond) = match (&self.gesture, self.pointer) {
            (Gesture::Moving { at, .. }, _) => (*at, false),
            (Gesture::Linking { .. }, Some(at)) => (at, false),
            (Gesture::Brushing { .. }, Some(at)) => (at, true),
            _ => return false,
        };
        if !(goes_beyond || view.contains(at)) {
            return false;
        }
        let edge = self.camera.header_edge();
        let pull = (pull(at.x, edge.x, view.width), pull(at.y, edge.y, view.height));
        // A frame that took long does not throw the view away.
        let way = SCROLL_SPEED * seconds.clamp(0.0, 0.1);
        let before = self.camera.origin;
        self.scroll_within_map((-pull.0 * way, -pull.1 * way));
        if self.camera.origin == before {
            return false;
        }
        self.moved(at, self.modifiers);
        true
    }

    /// Scrolls, but not beyond the map's edges: there is nothing to drop on.
    fn scroll_within_map(&mut self, by: (f32, f32)) {
        let bounds = self.bounds();
        let seen = self.camera.visible();
        let before = self.camera.origin;
        self.camera.pan(by, &bounds);
        let within = |now: f32, before: f32, shown: f32, size: f32| {
            let low = before.min(0.0);
            let high = before.max(size - shown);
            now.clamp(low.min(high), high)
        };
        let origin = self.camera.origin;
        self.camera.origin = Point::new(
            within(origin.x, before.x, seen.width(), bounds.size.width),
            within(origin.y, before.y, seen.height(), bounds.size.height),
        );
    }
}

/// How strongly an edge pulls, −1 to 1: 0 away from both edges. `start` and `end` of the view.
fn pull(at: f32, start: f32, end: f32) -> f32 {
    if end - start < 3.0 * EDGE {
        return 0.0;
    }
    let to_start = ((start + EDGE - at) / EDGE).clamp(0.0, 1.0);
    let to_end = ((at - (end - EDGE)) / EDGE).clamp(0.0, 1.0);
    to_end - to_start
}
