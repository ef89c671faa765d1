//! Outline: the shown map as the rows of a tree, in the map's order: the map, its stages, their
//! steps, the touchpoints of each lane by lane, where these lead; the lanes; and the inbox. Made
//! anew when the map or what is folded changed, never per frame.

use super::{Editor, Selection};
use crate::{
    model::{JourneyMap, LaneId, LinkId, StageId, StepId, Touchpoint, TouchpointId},
    scene::{Scene, Source},
};
use std::{collections::BTreeSet, sync::Arc};

/// What a row stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    Map,
    Stage(StageId),
    Step(StepId),
    Card(TouchpointId),
    Link(LinkId),
    /// The heading of the lanes.
    Lanes,
    Lane(LaneId),
    /// The heading of the cards without a place.
    Inbox,
}

/// One row of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    pub node: Node,
    /// How deep, from 0.
    pub level: usize,
    /// The row that it is in, by index.
    pub parent: Option<usize>,
    /// Among the rows beside it, from 0.
    pub position: usize,
    pub siblings: usize,
    /// How many rows it has inside, shown or not.
    pub children: usize,
    pub is_open: bool,
    /// Index of its stage, touchpoint, link or lane in the map; of a step, its number there.
    pub at: usize,
}

/// The rows, and what is folded.
#[derive(Default)]
pub struct Outline {
    map: Option<Arc<JourneyMap>>,
    closed: BTreeSet<Node>,
    rows: Vec<Row>,
    is_stale: bool,
}

impl Node {
    /// What is selected on the map with it. Of the map itself, nothing.
    pub fn selection(self) -> Selection {
        self.source().map_or(Selection::Nothing, Selection::from)
    }

    /// What it is on the map; `None` for the map and for headings.
    pub fn source(self) -> Option<Source> {
        match self {
            Self::Stage(id) => Some(Source::Stage(id)),
            Self::Step(id) => Some(Source::Step(id)),
            Self::Card(id) => Some(Source::Touchpoint(id)),
            Self::Link(id) => Some(Source::Link(id)),
            Self::Lane(id) => Some(Source::Lane(id)),
            Self::Map | Self::Lanes | Self::Inbox => None,
        }
    }

    /// The row of the one thing that is selected. Of several cards, the first.
    pub fn of(selection: &Selection) -> Option<Self> {
        match selection {
            Selection::Touchpoints(ids) => ids.first().map(|&id| Self::Card(id)),
            &Selection::Stage(id) => Some(Self::Stage(id)),
            &Selection::Step(id) => Some(Self::Step(id)),
            &Selection::Lane(id) => Some(Self::Lane(id)),
            &Selection::Link(id) => Some(Self::Link(id)),
            Selection::Nothing | Selection::Cell(_) | Selection::Project => None,
        }
    }
}

impl Outline {
    /// Brings the rows up to date. Gives whether they changed.
    pub fn follow(&mut self, editor: &Editor) -> bool {
        let Some(map) = editor.map() else {
            self.map = None;
            return !std::mem::take(&mut self.rows).is_empty();
        };
        let is_known = self.map.as_ref().is_some_and(|known| Arc::ptr_eq(known, map));
        if is_known && !self.is_stale {
            return false;
        }
        self.map = Some(Arc::clone(map));
        self.is_stale = false;
        self.rows = Growth::new(map, editor.base(), &self.closed).rows();
        true
    }

    /// The map that the rows are of.
    pub fn map(&self) -> Option<&Arc<JourneyMap>> {
        self.map.as_ref()
    }

    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The index of a row that is shown.
    pub fn find(&self, node: Node) -> Option<usize> {
        self.rows.iter().position(|row| row.node == node)
    }

    /// Folds or unfolds a row.
    pub fn set_open(&mut self, node: Node, is_open: bool) {
        let has_changed =
            if is_open { self.closed.remove(&node) } else { self.closed.insert(node) };
        self.is_stale |= has_changed;
    }

    /// Unfolds what a thing of the map is in. Gives whether something was folded.
    pub fn unfold_to(&mut self, node: Node) -> bool {
        let Some(map) = &self.map else { return false };
        let before = self.closed.len();
        let card = match node {
            Node::Card(id) => map.touchpoint(id),
            Node::Link(id) => map.link(id).and_then(|link| map.touchpoint(link.from)),
            _ => None,
        };
        let step = match node {
            Node::Step(id) => Some(id),
            _ => card.and_then(|card| Some(card.place.cell?.step)),
        };
        let stage = step.and_then(|step| map.column(step)).map(|column| column.stage.id);
        let mut open = vec![Node::Map];
        match node {
            Node::Lane(_) => open.push(Node::Lanes),
            Node::Link(_) => open.extend(card.map(|card| Node::Card(card.id))),
            _ => {}
        }
        if card.is_some_and(|card| card.place.cell.is_none()) {
            open.push(Node::Inbox);
        }
        if !matches!(node, Node::Step(_)) {
            open.extend(step.map(Node::Step));
        }
        open.extend(stage.map(Node::Stage));
        self.closed.retain(|closed| !open.contains(closed));
        let has_changed = self.closed.len() < before;
        self.is_stale |= has_changed;
        has_changed
    }
}

/// The rows while they are made.
struct Growth<'a> {
    map: &'a JourneyMap,
    scene: &'a Scene,
    closed: &'a BTreeSet<Node>,
    /// Of each card of the scene, its index in the map.
    touchpoints: Vec<usize>,
    /// By the card that they start at, then in the map's order.
    links: Vec<(TouchpointId, usize)>,
    rows: Vec<Row>,
}

impl<'a> Growth<'a> {
    fn new(map: &'a JourneyMap, scene: &'a Scene, closed: &'a BTreeSet<Node>) -> Self {
        let links = map.links.iter().enumerate();
        let mut links: Vec<_> = links.map(|(at, link)| (link.from, at)).collect();
        links.sort_unstable();
        let touchpoints = scene.index.touchpoints(scene.cards.len());
        Self { map, scene, closed, touchpoints, links, rows: Vec::new() }
    }

    fn rows(mut self) -> Vec<Row> {
        let map = self.map;
        let inside = map.stages.len() + 1;
        let root = self.push(Node::Map, None, (0, 2), inside, 0);
        if self.is_open(root) {
            let mut column = 0;
            for (at, stage) in map.stages.iter().enumerate() {
                let steps = stage.steps.len();
                let row = self.push(Node::Stage(stage.id), Some(root), (at, inside), steps, at);
                if self.is_open(row) {
                    for (at, step) in stage.steps.iter().enumerate() {
                        self.step(step.id, row, (at, steps), column + at);
                    }
                }
                // A stage without steps has a column too.
                column += steps.max(1);
            }
            self.lanes(root, (inside - 1, inside));
        }
        self.inbox();
        self.rows
    }

    fn step(&mut self, id: StepId, parent: usize, place: (usize, usize), column: usize) {
        let cells = (0..self.map.lanes.len()).map(|row| self.scene.grid.cards_of(column, row));
        let cards: Vec<usize> = cells.flatten().collect();
        let row = self.push(Node::Step(id), Some(parent), place, cards.len(), column + 1);
        if !self.is_open(row) {
            return;
        }
        for (position, card) in cards.iter().enumerate() {
            if let Some(&at) = self.touchpoints.get(*card) {
                self.card(at, row, (position, cards.len()));
            }
        }
    }

    fn card(&mut self, at: usize, parent: usize, place: (usize, usize)) {
        let Some(id) = self.map.touchpoints.get(at).map(|card| card.id) else { return };
        let first = self.links.partition_point(|(from, _)| *from < id);
        let links = self.links.get(first..).unwrap_or_default();
        let links: Vec<_> = links.iter().take_while(|(from, _)| *from == id).copied().collect();
        let row = self.push(Node::Card(id), Some(parent), place, links.len(), at);
        if !self.is_open(row) {
            return;
        }
        for (position, (_, at)) in links.iter().enumerate() {
            if let Some(link) = self.map.links.get(*at) {
                self.push(Node::Link(link.id), Some(row), (position, links.len()), 0, *at);
            }
        }
    }

    fn lanes(&mut self, parent: usize, place: (usize, usize)) {
        let count = self.map.lanes.len();
        let row = self.push(Node::Lanes, Some(parent), place, count, 0);
        if self.is_open(row) {
            for (at, lane) in self.map.lanes.iter().enumerate() {
                self.push(Node::Lane(lane.id), Some(row), (at, count), 0, at);
            }
        }
    }

    fn inbox(&mut self) {
        let cards = self.map.touchpoints.iter().enumerate();
        let mut cards: Vec<(usize, &Arc<Touchpoint>)> =
            cards.filter(|(_, card)| card.place.cell.is_none()).collect();
        cards.sort_by(|(_, a), (_, b)| a.place.rank.cmp(&b.place.rank));
        let row = self.push(Node::Inbox, None, (1, 2), cards.len(), 0);
        if self.is_open(row) {
            for (position, (at, _)) in cards.iter().enumerate() {
                self.card(*at, row, (position, cards.len()));
            }
        }
    }

    fn is_open(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(|row| row.is_open)
    }

    /// Adds a row; gives its index.
    fn push(
        &mut self,
        node: Node,
        parent: Option<usize>,
        (position, siblings): (usize, usize),
        children: usize,
        at: usize,
    ) -> usize {
        let level = parent.and_then(|parent| self.rows.get(parent)).map_or(0, |it| it.level + 1);
        let is_open = children > 0 && !self.closed.contains(&node);
        self.rows.push(Row { node, level, parent, position, siblings, children, is_open, at });
        self.rows.len() - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::{Action, driver::Hand};

    /// The rows, a letter each, by what they are called.
    fn drawn(outline: &Outline) -> String {
        let map = outline.map().expect("a map");
        let rows = outline.rows().iter().map(|row| {
            let name = match row.node {
                Node::Map => map.title.clone(),
                Node::Stage(_) => map.stages[row.at].name.clone(),
                Node::Step(_) => row.at.to_string(),
                Node::Card(_) => map.touchpoints[row.at].title.clone(),
                Node::Link(_) => "→".to_owned(),
                Node::Lanes => "Lanes".to_owned(),
                Node::Lane(_) => map.lanes[row.at].name.clone(),
                Node::Inbox => "Inbox".to_owned(),
            };
            format!("{}{name}", " ".repeat(row.level))
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    const WHOLE: &str = "Anna\n A\n  1\n   a\n   b\n   c\n  2\n   d\n    →\n   f\n B\n  3\n   e\n C\n \
                         D\n  5\n   g\n Lanes\n  Website\n  Store\n  Support\nInbox\n i\n j";

    #[test]
    fn the_map_is_a_tree_in_its_order() {
        let hand = Hand::new();
        let mut outline = Outline::default();
        assert!(outline.follow(&hand.editor));
        assert_eq!(drawn(&outline), WHOLE);
        assert!(!outline.follow(&hand.editor), "nothing changed");
        let rows = outline.rows();
        for (at, row) in rows.iter().enumerate() {
            let parent = row.parent.map(|parent| &rows[parent]);
            assert_eq!(row.level, parent.map_or(0, |it| it.level + 1));
            assert!(row.parent.is_none_or(|parent| parent < at));
            let beside = rows.iter().filter(|other| other.parent == row.parent);
            assert_eq!(beside.clone().count(), row.siblings, "{:?}", row.node);
            let before = beside.clone().position(|other| other == row);
            assert_eq!(before, Some(row.position), "{:?}", row.node);
            let inside = rows.iter().filter(|other| other.parent == Some(at));
            assert_eq!(inside.count(), row.children, "{:?}", row.node);
        }
    }

    #[test]
    fn it_follows_what_is_edited() {
        let mut hand = Hand::new();
        let mut outline = Outline::default();
        outline.follow(&hand.editor);
        hand.select("a");
        hand.perform(&[Action::MoveDown, Action::Delete]);
        assert!(outline.follow(&hand.editor));
        assert_eq!(drawn(&outline), WHOLE.replace("\n   a", ""));
        hand.perform(&[Action::Undo, Action::Undo]);
        outline.follow(&hand.editor);
        assert_eq!(drawn(&outline), WHOLE);
    }

    #[test]
    fn what_is_folded_opens_for_what_is_selected() {
        let hand = Hand::new();
        let mut outline = Outline::default();
        outline.follow(&hand.editor);
        let link = hand.editor.map().expect("a map").links[0].id;
        let stage = outline.rows()[1].node;
        let card = Node::Card(hand.id("d"));
        for node in [Node::Map, stage, card, Node::Inbox] {
            outline.set_open(node, false);
        }
        outline.follow(&hand.editor);
        assert_eq!(drawn(&outline), "Anna\nInbox");
        assert!(outline.unfold_to(Node::Link(link)));
        outline.follow(&hand.editor);
        let folded = WHOLE.replace("\n i\n j", "");
        assert_eq!(drawn(&outline), folded);
        assert!(!outline.unfold_to(Node::Link(link)));
        assert!(outline.unfold_to(Node::Card(hand.id("i"))));
        outline.follow(&hand.editor);
        assert_eq!(drawn(&outline), WHOLE);
    }
}
