//! Layout: (map, fonts, words) to [`Scene`]. The only code that decides where anything stands,
//! wraps text or picks a tone. Pure, and it cannot fail.

mod cache;
mod card;
mod cells;
mod connector;
mod curve;
mod grid;
mod ground;
mod header;
mod setting;
mod shape;
mod sheet;

pub use cache::{Cache, Shows};
pub use sheet::{Sheet, sheet, state_words};

use crate::{
    font::Fonts,
    model::{JourneyMap, LinkState},
    scene::{Block, Card, CardIndex, Grid, Pin, Placed, Rect, Scene, Size, Source, Vec2},
    text::Text,
    theme::size,
};
use cache::{CardMemory, Memory, Same, reuse};
use cells::{Addresses, Cells};
use connector::{Plan, Stop};
use grid::{Padding, Stacks};
use header::{LaneText, StepText};
use setting::{Setting, Words};
use std::{mem::take, sync::Arc};

/// Lays out a map. With a cache, only what changed is made anew.
pub fn layout(map: &JourneyMap, fonts: &Fonts, text: &Text, cache: &mut Cache) -> Scene {
    let (mut memory, shows) = (cache.take(map.id), cache.shows);
    let words = cache.words.get_or_insert_with(|| Words::new(fonts, text));
    let setting = Setting { fonts, text, words, shows };
    let scene = Layout { map, setting, memory: &mut memory }.scene();
    cache.keep(map.id, memory);
    scene
}

struct Layout<'a> {
    map: &'a JourneyMap,
    setting: Setting<'a>,
    memory: &'a mut Memory,
}

impl Layout<'_> {
    fn scene(mut self) -> Scene {
        let columns = cells::columns(self.map);
        let addresses = Addresses::new(&columns, self.map);
        self.memory.refresh_cards(self.map, addresses, &self.setting);
        let rows = self.map.lanes.len();
        let cells = Cells::new(columns.len(), rows, &self.memory.cards);

        self.memory.refresh_links(self.map, &self.setting);
        let height_of = |at: u32| self.card(at).map_or(0.0, |card| card.face.height);
        let stacks = Stacks::new(&cells, height_of);
        let positions = cells.positions(self.map.touchpoints.len());
        let mut plan = Plan::new(&cells, self.stops(&cells, &stacks, &positions));
        let paddings = plan.paddings();

        let step_texts = self.step_texts();
        let lane_texts = self.lane_texts();
        let mut grid = self.rows(&stacks, &paddings, &step_texts, &lane_texts);
        let gaps = plan.gaps(&grid, columns.len(), &paddings, &self.memory.links);
        grid.columns = grid::columns(&columns, &gaps);
        grid.stages = grid::stages(&grid.columns);

        let cards = self.cards(&grid, &cells, &stacks, &paddings);
        let links = plan.connectors(&grid, &paddings, &mut self.memory.links, &self.setting);
        let size = map_size(&grid);
        let blocks = self.blocks(&grid, &cells, size, &step_texts, &lane_texts);
        let index = CardIndex::new(self.memory.ids.clone(), positions);
        grid.cells = cells.ranges;
        Scene { size, blocks, cards, links, grid, index }
    }

    fn card(&self, at: u32) -> Option<&CardMemory> {
        self.memory.cards.get(at as usize)
    }

    /// The two cards of each link that is drawn, with its index.
    fn stops(
        &self,
        cells: &Cells,
        stacks: &Stacks,
        positions: &[u32],
    ) -> impl Iterator<Item = (usize, Stop, Stop)> {
        let stop = |touchpoint: usize| {
            let card = *positions.get(touchpoint)? as usize;
            let &(top, height) = stacks.cards.get(card)?;
            let cell = self.memory.cards.get(touchpoint)?.cell as usize;
            Some(Stop { card, column: cell / cells.rows, row: cell % cells.rows, top, height })
        };
        self.memory.links.iter().enumerate().filter_map(move |(at, link)| {
            let (from, to) = link.ends.filter(|_| link.state != LinkState::Waiting)?;
            Some((at, stop(from)?, stop(to)?))
        })
    }

    fn step_texts(&mut self) -> Vec<Arc<StepText>> {
        let mut before = take(&mut self.memory.step_texts);
        let texts = self.map.columns().zip(1..).map(|(column, number)| {
            let key = (column.step.action.clone(), number);
            let make = || Arc::new(StepText::new(column.step, number, &self.setting));
            reuse(&mut before, &mut self.memory.step_texts, column.step.id, key, make)
        });
        texts.collect()
    }

    fn lane_texts(&mut self) -> Vec<Arc<LaneText>> {
        let mut before = take(&mut self.memory.lane_texts);
        let texts = self.map.lanes.iter().map(|lane| {
            let key = (lane.name.clone(), lane.role);
            let make = || Arc::new(LaneText::new(lane, &self.setting));
            reuse(&mut before, &mut self.memory.lane_texts, lane.id, key, make)
        });
        texts.collect()
    }

    /// The grid without its columns, which are as wide as the links between the rows need.
    fn rows(
        &self,
        stacks: &Stacks,
        paddings: &[Padding],
        step_texts: &[Arc<StepText>],
        lane_texts: &[Arc<LaneText>],
    ) -> Grid {
        let top = size::STAGE_HEADER_HEIGHT;
        let actions = step_texts.iter().map(|text| text.height);
        let actions_height = actions.fold(size::ACTIONS_MIN_HEIGHT, f32::max);
        let actions_bottom = top + (actions_height / 4.0).ceil() * 4.0;
        let needs: Vec<f32> = lane_texts.iter().map(|text| text.height).collect();
        Grid {
            left: size::LANE_HEADER_WIDTH,
            top,
            actions_bottom,
            rows: grid::rows(&self.map.lanes, stacks, &needs, paddings, actions_bottom),
            ..Grid::default()
        }
    }

    fn cards(
        &self,
        grid: &Grid,
        cells: &Cells,
        stacks: &Stacks,
        paddings: &[Padding],
    ) -> Vec<Card> {
        let mut cards = Vec::with_capacity(cells.order.len());
        let mut stacks = stacks.cards.iter();
        for (column_at, column) in grid.columns.iter().enumerate() {
            for ((row_at, row), padding) in grid.rows.iter().enumerate().zip(paddings) {
                let in_cell = cells.order.get(cells.at(column_at, row_at)).unwrap_or_default();
                let in_cell = in_cell.iter().filter_map(|&at| self.card(at));
                for (card, (top, height)) in in_cell.zip(&mut stacks) {
                    let y = row.y.start + padding.above + top;
                    cards.push(Card {
                        id: card.id,
                        rect: Rect::new(column.cards.start, y, size::CARD_WIDTH, *height),
                        fill: card.face.fill,
                        mark: card.face.mark,
                        block: card.face.block.clone(),
                    });
                }
            }
        }
        cards
    }

    /// Everything but cards and links, in the order of drawing.
    fn blocks(
        &mut self,
        grid: &Grid,
        cells: &Cells,
        map: Size,
        step_texts: &[Arc<StepText>],
        lane_texts: &[Arc<LaneText>],
    ) -> Vec<Placed> {
        let mut blocks = Blocks::default();
        let ground = ground::free(grid, &self.map.lanes, map, &self.setting);
        blocks.add(Source::Ground, Pin::Free, Vec2::default(), Arc::new(ground));
        self.add_steps(&mut blocks, grid, cells, step_texts);
        self.add_emotion(&mut blocks, grid, cells, map);
        self.add_lanes(&mut blocks, grid, lane_texts);
        blocks.add(Source::Ground, Pin::Top, Vec2::default(), Arc::new(ground::top(grid, map)));
        self.add_stages(&mut blocks, grid);
        blocks.add(Source::Ground, Pin::Corner, Vec2::default(), Arc::new(ground::corner(grid)));
        blocks.0
    }

    fn add_steps(
        &mut self,
        blocks: &mut Blocks,
        grid: &Grid,
        cells: &Cells,
        texts: &[Arc<StepText>],
    ) {
        let mut before = take(&mut self.memory.steps);
        let height = grid.actions_bottom - grid.top;
        let steps = grid.columns.iter().enumerate().filter_map(|(at, c)| Some((at, c, c.step?)));
        for ((at, column, step), text) in steps.zip(texts) {
            let area = Size::new(column.x.end - column.x.start, height);
            let is_matched = text.is_empty() || !cells.is_column_empty(at);
            let key = (Same(text.clone()), is_matched, area.width, height);
            let make = || Arc::new(header::step(text, is_matched, area, &self.setting));
            let block = reuse(&mut before, &mut self.memory.steps, step, key, make);
            let offset = Vec2::new(column.x.start, grid.top);
            blocks.add(Source::Step(step), Pin::Free, offset, block);
        }
    }

    fn add_emotion(&self, blocks: &mut Blocks, grid: &Grid, cells: &Cells, map: Size) {
        let mut points = Vec::new();
        for (at, column) in grid.columns.iter().enumerate() {
            let first = cells.at(at, 0).start;
            let end = cells.rows.checked_sub(1).map_or(first, |last| cells.at(at, last).end);
            let cards = cells.order.get(first..end).unwrap_or_default();
            let cards = cards.iter().filter_map(|&at| self.card(at));
            let (mut sum, mut count) = (0.0, 0.0);
            for emotion in cards.filter_map(|card| card.emotion) {
                sum += emotion;
                count += 1.0;
            }
            if count > 0.0 {
                points.push((f32::midpoint(column.cards.start, column.cards.end), sum / count));
            }
        }
        let band = ground::band(grid.rows.len());
        let offset = Vec2::new(0.0, map.height - size::EMOTION_HEIGHT);
        let curve = curve::curve(&points, grid.left, map.width, band);
        blocks.add(Source::Emotion, Pin::Free, offset, Arc::new(curve));
        let header = header::emotion(band, &self.setting);
        blocks.add(Source::Emotion, Pin::Left, offset, Arc::new(header));
    }

    fn add_lanes(&mut self, blocks: &mut Blocks, grid: &Grid, texts: &[Arc<LaneText>]) {
        let actions = header::actions(grid.actions_bottom - grid.top, &self.setting);
        let offset = Vec2::new(0.0, grid.top);
        blocks.add(Source::Ground, Pin::Left, offset, Arc::new(actions));
        let mut before = take(&mut self.memory.lanes);
        for ((at, row), text) in grid.rows.iter().enumerate().zip(texts) {
            let (height, band) = (row.y.end - row.y.start, ground::band(at));
            let key = (Same(text.clone()), height, band);
            let make = || Arc::new(header::lane(text, height, band, &self.setting));
            let block = reuse(&mut before, &mut self.memory.lanes, row.lane, key, make);
            blocks.add(Source::Lane(row.lane), Pin::Left, Vec2::new(0.0, row.y.start), block);
        }
        let lines = ground::left(grid, &self.map.lanes);
        blocks.add(Source::Ground, Pin::Left, Vec2::default(), Arc::new(lines));
    }

    fn add_stages(&mut self, blocks: &mut Blocks, grid: &Grid) {
        let mut before = take(&mut self.memory.stages);
        for (stage, span) in self.map.stages.iter().zip(&grid.stages) {
            let width = span.x.end - span.x.start;
            let key = (stage.name.clone(), stage.period, width);
            let make = || Arc::new(header::stage(stage, width, &self.setting));
            let block = reuse(&mut before, &mut self.memory.stages, stage.id, key, make);
            blocks.add(Source::Stage(stage.id), Pin::Top, Vec2::new(span.x.start, 0.0), block);
        }
    }
}

#[derive(Default)]
struct Blocks(Vec<Placed>);

impl Blocks {
    fn add(&mut self, source: Source, pin: Pin, offset: Vec2, block: Arc<Block>) {
        self.0.push(Placed { source, pin, offset, block });
    }
}

/// A map without stages is as wide as one step, so that there is something to drop on.
fn map_size(grid: &Grid) -> Size {
    let least = grid.left + size::CARD_WIDTH + size::STEP_GAP;
    let width = grid.columns.last().map_or(least, |column| column.x.end);
    let rows_bottom = grid.rows.last().map_or(grid.actions_bottom, |row| row.y.end);
    Size::new(width, rows_bottom + size::EMOTION_HEIGHT)
}

#[cfg(test)]
mod tests;
