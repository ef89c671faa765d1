//! Driver: an editor without a window, and a hand that presses, drags and lets go.

use super::{Action, Button, Editor, Modifiers, PointerEvent, ScreenPoint, ScreenSize, Selection};
use crate::{
    font::Fonts,
    model::{
        Cell, Code, IdSource, JourneyMap, Lane, Link, Mark, Period, Project, Rank, Role, Stage,
        Step, Touchpoint,
    },
    scene::{Pin, Point, Source},
    text::Language,
};
use std::sync::Arc;

/// Four steps (two of stage A, one of B, one of D; C has none) and three lanes. In cells by column
/// and row: 0,0 holds a, b and c; 1,0 the decision d; 2,1 e; 1,2 the friction f; 3,0 g. d leads to
/// e; i and j are in the inbox. All of it is in view, at 100 %.
pub fn sample() -> Project {
    let mut map = JourneyMap::new(1.into(), "Anna");
    for (name, id, steps) in
        [("A", 1, vec![1, 2]), ("B", 2, vec![3]), ("C", 3, vec![]), ("D", 4, vec![4])]
    {
        let mut stage = Stage::new(id.into(), name, Some(Period::Before));
        stage.steps =
            steps.into_iter().map(|id: u64| Step::new(id.into(), format!("step {id}"))).collect();
        map.stages.push(stage);
    }
    for (name, id) in [("Website", 1), ("Store", 2), ("Support", 3)] {
        map.lanes.push(Lane::new(id.into(), name, Role::Touchpoints));
    }
    let cards = [
        ("a", Some((1, 1)), None),
        ("b", Some((1, 1)), Some(Mark::Positive)),
        ("c", Some((1, 1)), None),
        ("d", Some((2, 1)), Some(Mark::Decision)),
        ("e", Some((3, 2)), Some(Mark::Positive)),
        ("f", Some((2, 3)), Some(Mark::Friction)),
        ("g", Some((4, 1)), None),
        ("i", None, None),
        ("j", None, None),
    ];
    for ((title, cell, mark), number) in cards.into_iter().zip(1..) {
        let cell =
            cell.map(|(step, lane): (u64, u64)| Cell { step: step.into(), lane: lane.into() });
        let place = map.place_at_end(cell);
        let mut card = Touchpoint::new(u64::from(number).into(), Code(number), title, place);
        card.mark = mark;
        map.touchpoints.push(Arc::new(card));
    }
    map.links.push(Arc::new(Link::new(1.into(), 4.into(), 5.into())));
    let mut other = JourneyMap::new(2.into(), "Boris");
    other.touchpoints.push(Arc::new(Touchpoint::new(
        20.into(),
        Code(20),
        "z",
        crate::model::Place::inbox(Rank::middle()),
    )));
    Project {
        title: "Shop".into(),
        maps: vec![Arc::new(map), Arc::new(other)],
        next_code: Code(21),
        ..Project::default()
    }
}

/// The card with a title.
pub fn title_of<'a>(map: &'a JourneyMap, title: &str) -> &'a Arc<Touchpoint> {
    map.touchpoints.iter().find(|card| card.title == title).expect(title)
}

/// A place on the canvas, by what is there.
#[derive(Debug, Clone, Copy)]
pub enum At<'a> {
    Screen(ScreenPoint),
    Map(Point),
    /// The middle of a card.
    Card(&'a str),
    /// So far down on a card, from 0 to 1.
    Part(&'a str, f32),
    /// On a decision's handle.
    Handle(&'a str),
    /// In a cell, below its cards; columns as drawn, with one for a stage without steps.
    Cell(usize, usize),
    /// So far right of a column's right edge; in a row.
    Gap(usize, usize, f32),
    /// The middle of a header or anything else.
    Header(Source),
}

impl From<ScreenPoint> for At<'_> {
    fn from(at: ScreenPoint) -> Self {
        Self::Screen(at)
    }
}

/// A hand on the canvas of an editor.
pub struct Hand {
    pub editor: Editor,
    /// Where it is.
    now: ScreenPoint,
    modifiers: Modifiers,
}

impl Hand {
    pub fn new() -> Self {
        Self::on(sample())
    }

    pub fn on(project: Project) -> Self {
        let fonts = Arc::new(Fonts::bundled());
        let text = Arc::new(Language::En.load());
        let mut editor = Editor::new(project, fonts, text, IdSource::seeded(1));
        editor.set_view(ScreenSize { width: 3000.0, height: 2000.0 });
        Self { editor, now: ScreenPoint::default(), modifiers: Modifiers::default() }
    }

    /// A place in screen points.
    pub fn at<'a>(&self, place: impl Into<At<'a>>) -> ScreenPoint {
        let scene = self.editor.scene();
        let cards = |column: usize| scene.grid.columns[column].cards.clone();
        let low = |row: usize| scene.grid.rows[row].y.end - 3.0;
        let rect = |title| scene.card(self.id(title)).expect("is on the map").rect;
        let (pin, at) = match place.into() {
            At::Screen(at) => return at,
            At::Map(at) => (Pin::Free, at),
            At::Card(title) => (Pin::Free, rect(title).center()),
            At::Part(title, part) => {
                let rect = rect(title);
                let y = rect.min.y + rect.height() * part;
                (Pin::Free, Point::new(rect.center().x, y))
            }
            At::Handle(title) => {
                let rect = rect(title);
                (Pin::Free, Point::new(rect.max.x, rect.center().y))
            }
            At::Cell(column, row) => {
                let cards = cards(column);
                (Pin::Free, Point::new(f32::midpoint(cards.start, cards.end), low(row)))
            }
            At::Gap(column, row, right) => {
                let x = scene.grid.columns[column].x.end + right;
                (Pin::Free, Point::new(x, low(row)))
            }
            At::Header(source) => {
                let rect = scene.rect_of(source).expect("is drawn");
                let pin = match source {
                    Source::Stage(_) => Pin::Top,
                    Source::Lane(_) => Pin::Left,
                    _ => Pin::Free,
                };
                (pin, rect.center())
            }
        };
        self.editor.camera().screen_from_map(pin, at)
    }

    pub fn id(&self, title: &str) -> crate::model::TouchpointId {
        title_of(self.editor.map().expect("a map"), title).id
    }

    // What the hand does.

    pub fn with(&mut self, modifiers: Modifiers) -> &mut Self {
        self.modifiers = modifiers;
        self
    }

    pub fn press<'a>(&mut self, at: impl Into<At<'a>>) -> &mut Self {
        self.press_with(at, Button::Primary)
    }

    pub fn press_with<'a>(&mut self, at: impl Into<At<'a>>, button: Button) -> &mut Self {
        let at = self.at(at);
        self.now = at;
        let modifiers = self.modifiers;
        self.editor.pointer(PointerEvent::Press { at, button, modifiers });
        self
    }

    /// In several moves, as a hand does.
    pub fn drag_to<'a>(&mut self, to: impl Into<At<'a>>) -> &mut Self {
        let (from, to) = (self.now, self.at(to));
        for part in [0.1, 0.5, 0.9, 1.0] {
            self.now =
                ScreenPoint::new(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
            let modifiers = self.modifiers;
            self.editor.pointer(PointerEvent::Move { at: self.now, modifiers });
        }
        self
    }

    pub fn release(&mut self) -> &mut Self {
        let (at, modifiers) = (self.now, self.modifiers);
        self.editor.pointer(PointerEvent::Release { at, button: Button::Primary, modifiers });
        self
    }

    pub fn drag<'a>(&mut self, from: impl Into<At<'a>>, to: impl Into<At<'a>>) -> &mut Self {
        let to = self.at(to);
        self.press(from).drag_to(to).release()
    }

    pub fn click<'a>(&mut self, at: impl Into<At<'a>>) -> &mut Self {
        self.press(at).release()
    }

    pub fn double_click<'a>(&mut self, at: impl Into<At<'a>>) -> &mut Self {
        let at = self.at(at);
        let modifiers = self.modifiers;
        self.click(at).press(at);
        self.editor.pointer(PointerEvent::DoubleClick { at, modifiers });
        self.release()
    }

    pub fn perform(&mut self, actions: &[Action]) -> &mut Self {
        for &action in actions {
            self.editor.perform(action);
        }
        self
    }

    pub fn select(&mut self, titles: &str) -> &mut Self {
        let ids: Vec<_> = titles.chars().map(|title| self.id(&title.to_string())).collect();
        self.editor.select(Selection::of(ids));
        self
    }

    // What came of it.

    /// The map as text: for each column the cells from top to bottom with `/` between them, then
    /// `|` for the next column and `||` for the next stage; after `;` the inbox.
    pub fn map(&self) -> String {
        let map = self.editor.map().expect("a map");
        let titles = |cell| -> String {
            map.cards_in(cell).iter().map(|card| card.title.as_str()).collect()
        };
        let stages = map.stages.iter().map(|stage| {
            let steps = stage.steps.iter().map(|step| {
                let cell = |lane: &Lane| titles(Some(Cell { step: step.id, lane: lane.id }));
                map.lanes.iter().map(cell).collect::<Vec<_>>().join("/")
            });
            steps.collect::<Vec<_>>().join("|")
        });
        format!("{};{}", stages.collect::<Vec<_>>().join("||"), titles(None))
    }

    /// The titles of what is selected, in the order of their making.
    pub fn selected(&self) -> String {
        self.editor.selected_cards().map(|card| card.title.as_str()).collect()
    }

    /// Whether all is as in the sample, and nothing is kept for undo.
    pub fn is_untouched(&self) -> bool {
        *self.editor.project() == sample() && self.editor.undo_name().is_none()
    }
}

/// How the sample reads in [`Hand::map`].
pub const SAMPLE: &str = "abc//|d//f||/e/||||g//;ij";
