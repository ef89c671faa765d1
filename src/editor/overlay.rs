//! Overlay: what is drawn over the map on screen only, the hint for the status bar, and the
//! pointer's shape.

use super::{Carry, Cursor, Editor, Gesture, Hint, Landing, NewCard, ScreenPoint, Selection};
use crate::{
    model::{Cell, Mark, Touchpoint, TouchpointId},
    scene::{Card, Part, Point, Rect, Source},
    theme::Tone,
};
use std::sync::Arc;

/// What is drawn over the scene on screen, and only there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Overlay {
    /// Outlines of what is selected and in view, in map units. A cell has `Source::Ground`.
    pub selected: Vec<(Source, Rect)>,
    /// What the pointer is over, if it can be taken.
    pub hovered: Option<(Source, Rect)>,
    /// Where a drag would land: the place of the card, or of the header, after the drop.
    pub landing: Option<Rect>,
    /// The rubber band.
    pub brush: Option<Rect>,
    /// An outcome link being drawn, from and to.
    pub linking: Option<(Point, Point)>,
    /// Titles of the cards in the air, and the pointer; the app draws the topmost as a floating card.
    pub carried: Option<Carried>,
    /// The handle of each selected or hovered decision, in map units.
    pub handles: Vec<(TouchpointId, Point)>,
}

/// Cards in the air.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    pub title: String,
    pub count: usize,
    pub at: ScreenPoint,
    pub mark: Option<Mark>,
}

impl Editor {
    pub fn overlay(&self) -> Overlay {
        let mut overlay = Overlay { selected: self.selected_rects(), ..Overlay::default() };
        match &self.gesture {
            Gesture::Idle | Gesture::Pressing { .. } => {
                let hovered = self.hover.map(|hit| hit.source);
                overlay.hovered =
                    hovered.and_then(|source| Some((source, self.scene().rect_of(source)?)));
                overlay.handles = self.handles();
            }
            Gesture::Moving { pending, .. } => {
                let lead = pending.as_ref().map(|pending| pending.lead).or(self.grabbed());
                overlay.landing = self
                    .lands()
                    .then(|| lead.and_then(|lead| self.scene().rect_of(lead)))
                    .flatten();
                overlay.carried = self.carried();
            }
            Gesture::Brushing { from, to, .. } => overlay.brush = Some(Rect::between(*from, *to)),
            Gesture::Linking { from, to, target, .. } => {
                let card = |id| self.base().card(id);
                overlay.linking = card(*from).and_then(Card::handle).map(|start| (start, *to));
                overlay.landing = target.and_then(card).map(|card| card.rect);
            }
            Gesture::Panning { .. } => {}
        }
        overlay
    }

    /// What the pointer can do here, for the status bar.
    pub fn hint(&self) -> Hint {
        if self.editing().is_some() {
            return Hint::EditingText;
        }
        match &self.gesture {
            Gesture::Idle | Gesture::Pressing { .. } => self.hover_hint(),
            Gesture::Moving { landing, .. } => match landing.and_then(|it| self.place_name(it)) {
                Some(place) => {
                    let (title, count) = self
                        .carried()
                        .map_or_else(|| (self.header_name(), 1), |it| (it.title, it.count));
                    Hint::Landing { title, count, place }
                }
                None => Hint::NoLanding,
            },
            Gesture::Brushing { .. } => {
                Hint::Brushing { count: self.selection.touchpoints().count() }
            }
            Gesture::Panning { .. } => Hint::Panning,
            Gesture::Linking { target, .. } => {
                Hint::Linking { to: target.and_then(|id| Some(self.card(id)?.title.clone())) }
            }
        }
    }

    pub fn cursor(&self) -> Cursor {
        match &self.gesture {
            Gesture::Idle if self.modifiers.space => Cursor::Grab,
            Gesture::Idle | Gesture::Pressing { .. } => match self.hover {
                Some(hit) if hit.part == Part::Handle => Cursor::Crosshair,
                Some(hit) => match hit.source {
                    Source::Touchpoint(_)
                    | Source::Stage(_)
                    | Source::Step(_)
                    | Source::Lane(_) => Cursor::Grab,
                    Source::Link(_) => Cursor::Hand,
                    Source::Emotion | Source::Ground => Cursor::Default,
                },
                None => Cursor::Default,
            },
            Gesture::Moving { landing: None, .. } => Cursor::NotAllowed,
            Gesture::Moving { carried: Carry::Cards { copy: true, .. }, .. } => Cursor::Copy,
            Gesture::Moving { .. } | Gesture::Panning { .. } => Cursor::Grabbing,
            Gesture::Brushing { .. } => Cursor::Default,
            Gesture::Linking { .. } => Cursor::Crosshair,
        }
    }

    /// What is carried, for a card that floats at the pointer; `None` for a header.
    fn carried(&self) -> Option<Carried> {
        let Gesture::Moving { carried, at, .. } = &self.gesture else {
            return None;
        };
        let of = |title: &str, count, mark| {
            Some(Carried { title: title.to_owned(), count, at: *at, mark })
        };
        match carried {
            Carry::Cards { ids, grabbed, .. } => {
                let card = self.card(*grabbed)?;
                of(&card.title, ids.len(), card.mark)
            }
            Carry::New(NewCard::Inbox(id)) => {
                let card = self.card(*id)?;
                let count = self.map().map_or(1, |map| self.inbox_group(map, *id).len());
                of(&card.title, count, card.mark)
            }
            Carry::New(NewCard::Catalog { title, .. } | NewCard::Typed { title }) => {
                of(title, 1, None)
            }
            Carry::Header(_) => None,
        }
    }

    fn grabbed(&self) -> Option<Source> {
        match &self.gesture {
            Gesture::Moving { carried: Carry::Cards { grabbed, .. }, .. } => {
                Some(Source::Touchpoint(*grabbed))
            }
            Gesture::Moving { carried: Carry::Header(source), .. } => Some(*source),
            _ => None,
        }
    }

    fn lands(&self) -> bool {
        matches!(self.gesture, Gesture::Moving { landing: Some(_), .. })
    }

    fn card(&self, id: TouchpointId) -> Option<&Arc<Touchpoint>> {
        self.map()?.touchpoint(id)
    }

    /// Found through the grid: what is out of view costs nothing.
    fn selected_rects(&self) -> Vec<(Source, Rect)> {
        let scene = self.scene();
        match &self.selection {
            Selection::Nothing | Selection::Project => Vec::new(),
            Selection::Touchpoints(ids) => {
                let seen = self.camera().visible();
                scene
                    .cards_in(&seen)
                    .filter(|card| ids.contains(&card.id))
                    .map(|card| (Source::Touchpoint(card.id), card.rect))
                    .collect()
            }
            Selection::Cell(cell) => {
                self.cell_rect(*cell).map(|rect| (Source::Ground, rect)).into_iter().collect()
            }
            Selection::Stage(_) | Selection::Step(_) | Selection::Lane(_) | Selection::Link(_) => {
                let source = self.selection.source();
                let rect = source.and_then(|source| scene.rect_of(source));
                source.zip(rect).into_iter().collect()
            }
        }
    }

    /// Where a cell of the shown map is.
    pub(super) fn cell_rect(&self, cell: Cell) -> Option<Rect> {
        let grid = &self.scene().grid;
        grid.cell_rect(grid.column_of(cell.step)?, grid.row_of(cell.lane)?)
    }

    fn handles(&self) -> Vec<(TouchpointId, Point)> {
        let hovered = match self.hover.map(|hit| hit.source) {
            Some(Source::Touchpoint(id)) => Some(id),
            _ => None,
        };
        self.scene()
            .cards_in(&self.camera().visible())
            .filter(|card| card.mark == Tone::Decision)
            .filter(|card| hovered == Some(card.id) || self.selection.has(card.id))
            .filter_map(|card| Some((card.id, card.handle()?)))
            .collect()
    }

    fn hover_hint(&self) -> Hint {
        let Some(hit) = self.hover else {
            return Hint::Canvas;
        };
        match hit.source {
            _ if hit.part == Part::Handle => Hint::OverHandle,
            Source::Touchpoint(id) => self.card(id).map_or(Hint::Canvas, |card| Hint::OverCard {
                title: card.title.clone(),
                mark: card.mark,
            }),
            Source::Stage(_) | Source::Step(_) | Source::Lane(_) => Hint::OverHeader,
            Source::Link(_) => Hint::OverLink,
            Source::Emotion | Source::Ground => Hint::Canvas,
        }
    }

    /// The header that is carried, by name.
    fn header_name(&self) -> String {
        self.grabbed().and_then(|source| self.text_of(source)).unwrap_or_default()
    }

    /// Where something would land, in words; `None` where the map does not have the place.
    fn place_name(&self, landing: Landing) -> Option<String> {
        let (map, text) = (self.map()?, &self.text);
        let lane_name = |id| map.lane(id).map(|lane| lane.name.as_str());
        let stage_name = |id| map.stage(id).map(|stage| stage.name.as_str());
        Some(match landing {
            Landing::Cell { cell, .. } => {
                let step = map.columns().position(|column| column.step.id == cell.step)?;
                text.place_cell(lane_name(cell.lane)?, step + 1)
            }
            Landing::NewStep { stage, lane, .. } => {
                text.place_new_step(stage_name(stage)?, lane_name(lane)?)
            }
            Landing::First { .. } => text.place_first(),
            Landing::Stage { to } => text.place_stage(to + 1),
            Landing::Step { stage, at } => text.place_step(at + 1, stage_name(stage)?),
            Landing::Lane { to } => text.place_lane(to + 1),
        })
    }
}
