//! Where the view stands. Screen points and map points are different types.

use crate::scene::{Pin, Point, Rect, Size};

/// A place on the canvas, in screen points from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ScreenPoint {
    pub x: f32,
    pub y: f32,
}

/// A size in screen points.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ScreenSize {
    pub width: f32,
    pub height: f32,
}

/// What part of the map is seen, and how large.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// Screen points per map unit.
    pub zoom: f32,
    /// The place of the map at the canvas's upper left corner.
    pub origin: Point,
    /// Of the canvas.
    pub view: ScreenSize,
    /// Width of the lane headers and height of the stage headers, in map units.
    header: Size,
}

/// What pinned headers may cover of the view, at most, each way. Enlarged beyond that they are cut
/// short, at their far edge: a name's beginning tells more than its end.
const HEADER_SHARE: f32 = 0.4;

/// So much of the map stays in view, however far one pans: screen points.
const KEPT_IN_VIEW: f32 = 64.0;

/// Around what is brought into view: screen points.
const MARGIN: f32 = 24.0;

impl ScreenPoint {
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// How far apart two places are.
    pub fn distance(self, other: Self) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite()
    }
}

impl ScreenSize {
    /// Whether a place is on the canvas.
    pub fn contains(self, p: ScreenPoint) -> bool {
        (0.0..=self.width).contains(&p.x) && (0.0..=self.height).contains(&p.y)
    }

    fn is_known(self) -> bool {
        self.width > 0.0 && self.height > 0.0
    }
}

impl Default for Camera {
    fn default() -> Self {
        Self {
            zoom: 1.0,
            origin: Point::default(),
            view: ScreenSize::default(),
            header: Size::default(),
        }
    }
}

impl Camera {
    pub const MIN_ZOOM: f32 = 0.02;
    pub const MAX_ZOOM: f32 = 8.0;

    /// Where a place of the map is on the canvas. Pinned things stay at the canvas's edge once the
    /// map is scrolled past it.
    pub fn screen_from_map(&self, pin: Pin, p: Point) -> ScreenPoint {
        let origin = self.origin_of(pin);
        ScreenPoint::new((p.x - origin.x) * self.zoom, (p.y - origin.y) * self.zoom)
    }

    /// Which place of the map is at a point of the canvas, for things with this pin.
    pub fn map_from_screen(&self, pin: Pin, p: ScreenPoint) -> Point {
        let origin = self.origin_of(pin);
        Point::new(p.x / self.zoom + origin.x, p.y / self.zoom + origin.y)
    }

    /// What of the map is in view.
    pub fn visible(&self) -> Rect {
        let (width, height) = (self.view.width / self.zoom, self.view.height / self.zoom);
        Rect::new(self.origin.x, self.origin.y, width, height)
    }

    /// How far to the right and down the pinned headers reach on the canvas.
    pub fn header_edge(&self) -> ScreenPoint {
        let kept = self.kept_header();
        let edge = |header: f32, origin: f32, kept: f32| (header - origin).max(kept) * self.zoom;
        ScreenPoint::new(
            edge(self.header.width, self.origin.x, kept.width),
            edge(self.header.height, self.origin.y, kept.height),
        )
    }

    /// What pinned headers cover wherever the view is, in map units.
    pub fn kept_header(&self) -> Size {
        let kept = |header: f32, view: f32| header.min(view * HEADER_SHARE / self.zoom);
        if !self.view.is_known() {
            return self.header;
        }
        Size::new(
            kept(self.header.width, self.view.width),
            kept(self.header.height, self.view.height),
        )
    }

    /// The place of the map that things with this pin have at the canvas's upper left corner: a
    /// pinned thing never leaves by the edge it is pinned to.
    fn origin_of(&self, pin: Pin) -> Point {
        let Point { x, y } = self.origin;
        match pin {
            Pin::Free => Point::new(x, y),
            Pin::Top => Point::new(x, y.min(0.0)),
            Pin::Left => Point::new(x.min(0.0), y),
            Pin::Corner => Point::new(x.min(0.0), y.min(0.0)),
        }
    }

    /// Moves the view by so many screen points.
    pub(super) fn pan(&mut self, by: (f32, f32), bounds: &Bounds) {
        if by.0.is_finite() && by.1.is_finite() {
            self.origin.x -= by.0 / self.zoom;
            self.origin.y -= by.1 / self.zoom;
            self.keep_in_view(bounds);
        }
    }

    /// Zooms by a factor; what is at `at` stays there.
    pub(super) fn zoom_at(&mut self, factor: f32, at: ScreenPoint, bounds: &Bounds) {
        if !(factor.is_finite() && factor > 0.0 && at.is_finite()) {
            return;
        }
        let kept = self.map_from_screen(Pin::Free, at);
        self.zoom = (self.zoom * factor).clamp(Self::MIN_ZOOM, Self::MAX_ZOOM);
        self.origin = Point::new(kept.x - at.x / self.zoom, kept.y - at.y / self.zoom);
        self.keep_in_view(bounds);
    }

    /// Shows the whole map, never above 100 %.
    pub(super) fn fit(&mut self, bounds: &Bounds) {
        if self.view.is_known() && bounds.size.width > 0.0 && bounds.size.height > 0.0 {
            let across = self.view.width / bounds.size.width;
            let down = self.view.height / bounds.size.height;
            self.zoom = across.min(down).clamp(Self::MIN_ZOOM, 1.0);
        } else {
            self.zoom = 1.0;
        }
        self.origin = Point::default();
        self.header = bounds.header;
    }

    /// Shows a part of the map as large as fits, beside the headers, never above 200 %.
    pub(super) fn show(&mut self, rect: &Rect, bounds: &Bounds) {
        if !self.view.is_known() {
            return;
        }
        let room = |view: f32, header: f32, part: f32| {
            // Headers grow with the zoom: they take their share of the room.
            (view - 2.0 * MARGIN).max(1.0) / (part + header).max(1.0)
        };
        let across = room(self.view.width, bounds.header.width, rect.width());
        let down = room(self.view.height, bounds.header.height, rect.height());
        self.zoom = across.min(down).clamp(Self::MIN_ZOOM, 2.0);
        self.header = bounds.header;
        let (center, kept) = (rect.center(), self.kept_header());
        self.origin = Point::new(
            center.x - f32::midpoint(self.view.width / self.zoom, kept.width),
            center.y - f32::midpoint(self.view.height / self.zoom, kept.height),
        );
        self.keep_in_view(bounds);
    }

    /// Moves as little as is needed for a part of the map to be in view, beside the headers.
    pub(super) fn reveal(&mut self, rect: &Rect, bounds: &Bounds) {
        if !self.view.is_known() {
            return;
        }
        let margin = MARGIN / self.zoom;
        self.header = bounds.header;
        let (seen, kept) = (self.visible(), self.kept_header());
        self.origin.x += shift(
            (rect.min.x - margin, rect.max.x + margin),
            (seen.min.x + kept.width, seen.max.x),
        );
        self.origin.y += shift(
            (rect.min.y - margin, rect.max.y + margin),
            (seen.min.y + kept.height, seen.max.y),
        );
        // Headers stay in sight: there is nothing to show before the map's own start.
        if seen.min.x >= 0.0 {
            self.origin.x = self.origin.x.max(0.0);
        }
        if seen.min.y >= 0.0 {
            self.origin.y = self.origin.y.max(0.0);
        }
        self.keep_in_view(bounds);
    }

    /// The middle of the view goes to a place of the map.
    pub(super) fn look_at(&mut self, center: Point, bounds: &Bounds) {
        if center.x.is_finite() && center.y.is_finite() {
            self.origin = Point::new(
                center.x - self.view.width / self.zoom / 2.0,
                center.y - self.view.height / self.zoom / 2.0,
            );
            self.keep_in_view(bounds);
        }
    }

    /// The canvas has another size: its middle stays where it is. A map that begins at the view's
    /// edge goes on doing so.
    pub(super) fn resize(&mut self, view: ScreenSize, bounds: &Bounds) {
        if self.view.is_known() {
            let across = (self.view.width - view.width) / self.zoom / 2.0;
            let down = (self.view.height - view.height) / self.zoom / 2.0;
            if self.origin.x != 0.0 {
                self.origin.x += across;
            }
            if self.origin.y != 0.0 {
                self.origin.y += down;
            }
        }
        self.view = view;
        self.keep_in_view(bounds);
    }

    /// No empty room beyond the map's end while some of its start is out of view.
    pub(super) fn fill_view(&mut self, bounds: &Bounds) {
        let last = |size: f32, view: f32| (size - view / self.zoom).max(0.0);
        self.origin.x = self.origin.x.min(last(bounds.size.width, self.view.width));
        self.origin.y = self.origin.y.min(last(bounds.size.height, self.view.height));
    }

    /// The map cannot be lost from view.
    pub(super) fn keep_in_view(&mut self, bounds: &Bounds) {
        self.header = bounds.header;
        let header = self.kept_header();
        let kept = KEPT_IN_VIEW / self.zoom;
        let limit = |origin: f32, view: f32, header: f32, size: f32| {
            let low = kept - view / self.zoom;
            let high = size - header - kept;
            origin.clamp(low.min(0.0), high.max(0.0))
        };
        self.origin.x = limit(self.origin.x, self.view.width, header.width, bounds.size.width);
        self.origin.y = limit(self.origin.y, self.view.height, header.height, bounds.size.height);
    }
}

/// What a camera must know of a map.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Bounds {
    pub size: Size,
    /// Width of the lane headers and height of the stage headers.
    pub header: Size,
}

/// How far a view must move to show `part`; where the part is larger, some of it is enough.
fn shift(part: (f32, f32), view: (f32, f32)) -> f32 {
    let is_larger = part.1 - part.0 > view.1 - view.0;
    if is_larger && part.0 < view.1 && view.0 < part.1 {
        0.0
    } else if part.0 < view.0 || is_larger {
        part.0 - view.0
    } else if part.1 > view.1 {
        part.1 - view.1
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Bounds =
        Bounds { size: Size::new(2000.0, 1000.0), header: Size::new(100.0, 40.0) };

    fn camera(zoom: f32, x: f32, y: f32) -> Camera {
        let view = ScreenSize { width: 800.0, height: 600.0 };
        Camera { zoom, origin: Point::new(x, y), view, header: BOUNDS.header }
    }

    #[test]
    fn pinned_things_stay_at_the_edge_once_the_map_is_scrolled_past_it() {
        let p = Point::new(30.0, 20.0);
        for (pin, x, y, expected) in [
            (Pin::Free, 100.0, 50.0, (-140.0, -60.0)),
            (Pin::Top, 100.0, 50.0, (-140.0, 40.0)),
            (Pin::Left, 100.0, 50.0, (60.0, -60.0)),
            (Pin::Corner, 100.0, 50.0, (60.0, 40.0)),
            // Before its start, they move with the map.
            (Pin::Corner, -10.0, -5.0, (80.0, 50.0)),
            (Pin::Top, -10.0, -5.0, (80.0, 50.0)),
        ] {
            let camera = camera(2.0, x, y);
            let at = camera.screen_from_map(pin, p);
            assert_eq!((at.x, at.y), expected, "{pin:?} at {x}, {y}");
            let back = camera.map_from_screen(pin, at);
            assert!((back - p).x.abs() < 1e-3 && (back - p).y.abs() < 1e-3, "{pin:?}");
        }
    }

    #[test]
    fn zooming_keeps_what_is_under_the_pointer() {
        let mut camera = camera(1.0, 300.0, 200.0);
        let at = ScreenPoint::new(400.0, 300.0);
        let before = camera.map_from_screen(Pin::Free, at);
        for factor in [1.3, 0.5, 2.0] {
            camera.zoom_at(factor, at, &BOUNDS);
            let after = camera.map_from_screen(Pin::Free, at);
            assert!((after.x - before.x).abs() < 0.01 && (after.y - before.y).abs() < 0.01);
        }
    }

    #[test]
    fn nothing_takes_the_map_out_of_view() {
        for by in [(1e9, 1e9), (-1e9, -1e9), (f32::NAN, 0.0), (f32::INFINITY, 0.0)] {
            for zoom in [Camera::MIN_ZOOM, 0.5, 1.0, Camera::MAX_ZOOM] {
                let mut camera = camera(zoom, 0.0, 0.0);
                camera.pan(by, &BOUNDS);
                let map = Rect::new(0.0, 0.0, BOUNDS.size.width, BOUNDS.size.height);
                assert!(camera.visible().overlaps(&map), "{by:?} at {zoom}: {camera:?}");
                camera.zoom_at(f32::NAN, ScreenPoint::default(), &BOUNDS);
                camera.zoom_at(1e30, ScreenPoint::new(1e9, 0.0), &BOUNDS);
                assert!(camera.visible().overlaps(&map), "{by:?} at {zoom}: {camera:?}");
            }
        }
    }

    #[test]
    fn fit_shows_all_and_never_enlarges() {
        let mut camera = camera(3.0, 500.0, 500.0);
        camera.fit(&BOUNDS);
        assert_eq!((camera.zoom, camera.origin), (0.4, Point::default()));
        camera.fit(&Bounds { size: Size::new(200.0, 100.0), ..BOUNDS });
        assert_eq!(camera.zoom, 1.0);
        camera.fit(&Bounds::default());
        assert_eq!(camera.zoom, 1.0);
    }

    #[test]
    fn revealing_moves_as_little_as_is_needed() {
        for (rect, expected) in [
            // In view: stays.
            (Rect::new(400.0, 300.0, 100.0, 60.0), (200.0, 100.0)),
            // Under the lane headers.
            (Rect::new(250.0, 300.0, 100.0, 60.0), (126.0, 100.0)),
            // Beyond the right edge.
            (Rect::new(1000.0, 300.0, 100.0, 60.0), (324.0, 100.0)),
            // At the very start of the map: no empty space before it.
            (Rect::new(110.0, 44.0, 100.0, 60.0), (0.0, 0.0)),
        ] {
            let mut camera = camera(1.0, 200.0, 100.0);
            camera.reveal(&rect, &BOUNDS);
            assert_eq!((camera.origin.x, camera.origin.y), expected, "{rect:?}");
        }
    }

    #[test]
    fn headers_leave_most_of_the_view_to_the_map() {
        for (zoom, x, y, expected) in [
            // As they are.
            (1.0, 0.0, 0.0, (100.0, 40.0)),
            (2.0, 500.0, 300.0, (200.0, 80.0)),
            // Cut short once the map is scrolled past their end.
            (8.0, 0.0, 0.0, (800.0, 320.0)),
            (8.0, 10.0, 5.0, (720.0, 280.0)),
            (8.0, 500.0, 300.0, (320.0, 240.0)),
            // Before their start they move with the map.
            (8.0, -10.0, -5.0, (880.0, 360.0)),
        ] {
            let edge = camera(zoom, x, y).header_edge();
            assert_eq!((edge.x, edge.y), expected, "{zoom} at {x}, {y}");
        }
    }

    #[test]
    fn a_resized_view_keeps_its_middle() {
        let mut camera = camera(1.0, 500.0, 200.0);
        let middle = camera.visible().center();
        camera.resize(ScreenSize { width: 600.0, height: 500.0 }, &BOUNDS);
        assert_eq!(camera.visible().center(), middle);
    }
}
