//! The names of the cards and links of a map, kept while the map is the same.

use super::seen::Thing;
use crate::{
    app::{spoken, words},
    model::{JourneyMap, Link, Touchpoint, TouchpointId},
    scene::{Card, ColumnSpan, Grid, Scene, Source},
    text::Text,
};
use std::{collections::HashMap, ops::Range, sync::Arc};

/// What is said of a thing.
#[derive(Clone)]
pub struct Words {
    pub name: Arc<str>,
    pub details: Arc<str>,
}

/// The names, and where their things are in the map.
#[derive(Default)]
pub struct Names {
    map: Option<Arc<JourneyMap>>,
    /// With what is pending: a new step counts before it is made.
    scene: Option<Arc<Scene>>,
    /// Which words they are made of.
    text: usize,
    at: HashMap<TouchpointId, usize>,
    /// Of each card, its links as indices of the map's.
    links: HashMap<TouchpointId, Vec<usize>>,
    of_card: HashMap<TouchpointId, Arc<str>>,
    words: HashMap<Thing, Words>,
    /// Of the emotion curve, by column.
    points: HashMap<usize, Option<String>>,
    /// Of the columns that are seen.
    emotion: Option<(Range<usize>, Arc<str>)>,
}

impl Names {
    /// Forgets what was about another state of the map, or in another language.
    pub fn follow(&mut self, map: &Arc<JourneyMap>, scene: &Arc<Scene>, text: &Text) {
        let text = std::ptr::from_ref(text).addr();
        let is_same_map = self.map.as_ref().is_some_and(|known| Arc::ptr_eq(known, map));
        let is_same_scene = self.scene.as_ref().is_some_and(|known| Arc::ptr_eq(known, scene));
        if self.text == text && is_same_map && is_same_scene {
            return;
        }
        self.scene = Some(Arc::clone(scene));
        self.text = text;
        self.of_card.clear();
        self.words.clear();
        self.points.clear();
        self.emotion = None;
        if is_same_map {
            return;
        }
        self.map = Some(Arc::clone(map));
        self.at.clear();
        self.at.extend(map.touchpoints.iter().enumerate().map(|(at, card)| (card.id, at)));
        self.links.clear();
        for (at, link) in map.links.iter().enumerate() {
            self.links.entry(link.from).or_default().push(at);
        }
    }

    /// "T4 Reviews, friction, Buy, step 2, Website; 2 outcomes".
    pub fn of_card(&mut self, card: &Card, grid: &Grid, text: &Text) -> Arc<str> {
        if let Some(name) = self.of_card.get(&card.id) {
            return Arc::clone(name);
        }
        let name: Arc<str> = self.make(card, grid, text).unwrap_or_default().into();
        self.of_card.insert(card.id, Arc::clone(&name));
        name
    }

    fn make(&self, card: &Card, grid: &Grid, text: &Text) -> Option<String> {
        let map = self.map.as_ref()?;
        let touchpoint = self.touchpoint(card.id)?;
        let at = card.rect.center();
        let column = grid.columns.partition_point(|column| column.x.end < at.x);
        let row = grid.rows.partition_point(|row| row.y.end < at.y);
        let place = || {
            let column = grid.columns.get(column)?;
            let (stage, lane) = (map.stage(column.stage)?, map.lane(grid.rows.get(row)?.lane)?);
            Some(spoken::place(text, stage, column.number, lane))
        };
        let outcomes = self.links.get(&card.id).map_or(0, Vec::len);
        Some(spoken::card(text, touchpoint, &place().unwrap_or_default(), outcomes))
    }

    fn touchpoint(&self, id: TouchpointId) -> Option<&Arc<Touchpoint>> {
        self.map.as_ref()?.touchpoints.get(*self.at.get(&id)?)
    }

    /// The links that start at a card, as indices of the map's.
    pub fn links_of(&self, card: TouchpointId) -> &[usize] {
        self.links.get(&card).map(Vec::as_slice).unwrap_or_default()
    }

    /// What a link is called, and where it leads.
    pub fn of_link(&mut self, link: &Link, text: &Text) -> Words {
        let thing = Thing::Drawn(Source::Link(link.id));
        let cards = self.touchpoint(link.from).zip(self.touchpoint(link.to));
        let cards = cards.map(|(from, to)| (Arc::clone(from), Arc::clone(to)));
        self.of(thing, || {
            let way = cards.map(|(from, to)| spoken::link_details(text, &from, &to));
            (spoken::link(text, link), way.unwrap_or_default())
        })
    }

    /// What a thing is called and what belongs to it: made when it is first asked for, since words
    /// cost more than all else that a node needs.
    pub fn of(&mut self, thing: Thing, make: impl FnOnce() -> (String, String)) -> Words {
        let words = self.words.entry(thing).or_insert_with(|| {
            let (name, details) = make();
            Words { name: name.into(), details: details.into() }
        });
        words.clone()
    }

    /// The point of the emotion curve over a column's cards, in words.
    fn point(&self, number: usize, cards: &[TouchpointId], text: &Text) -> Option<String> {
        let cards = cards.iter().filter_map(|&id| self.touchpoint(id)?.counted_emotion());
        let (sum, count) = cards.fold((0.0, 0.0), |(sum, count), it| (sum + it, count + 1.0));
        let mean = (count > 0.0).then(|| words::signed_mean(text, sum / count))?;
        Some(text.reader_emotion_step(number, mean))
    }

    /// The points of the emotion curve over some columns: "step 1: +1, step 3: −0.5".
    pub fn emotion(
        &mut self,
        columns: Range<usize>,
        all: &[ColumnSpan],
        cards_of: impl Fn(usize) -> Vec<TouchpointId>,
        text: &Text,
    ) -> Arc<str> {
        if let Some((_, words)) = self.emotion.as_ref().filter(|(known, _)| *known == columns) {
            return Arc::clone(words);
        }
        let mut points = Vec::new();
        for at in columns.clone() {
            if !self.points.contains_key(&at) {
                let column = all.get(at).filter(|column| column.step.is_some());
                let point = column.and_then(|it| self.point(it.number, &cards_of(at), text));
                self.points.insert(at, point);
            }
            points.extend(self.points.get(&at).and_then(Clone::clone));
        }
        let words: Arc<str> = points.join(", ").into();
        self.emotion = Some((columns, Arc::clone(&words)));
        words
    }
}
