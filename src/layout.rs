//! Layout: (map, fonts, words) to [`Scene`]. The only code that decides where anything stands,
//! wraps text or picks a tone. Pure, and it cannot fail.

mod cache;
mod card;
mod cells;
mod curve;
mod grid;
mod ground;
mod header;
mod setting;
mod shape;
mod sheet;

pub use cache::Cache;
pub use sheet::{Sheet, sheet};

use crate::{
    font::Fonts,
    model::JourneyMap,
    scene::{Block, Card, CardIndex, Grid, Pin, Placed, Rect, Scene, Size, Source, Vec2},
    text::Text,
    theme::size,
};
use cache::{Memory, Same, reuse};
use cells::{Addresses, Cells, Column};
use grid::Padding;
use header::{LaneText, StepText};
use setting::{Setting, Words};
use std::{mem::take, sync::Arc};

/// Lays out a map. With a cache, only what changed is made anew.
pub fn layout(map: &JourneyMap, fonts: &Fonts, text: &Text, cache: &mut Cache) -> Scene {
    let mut memory = cache.take(map.id);
    let words = cache.words.get_or_insert_with(|| Words::new(fonts, text));
    let scene = Layout { map, setting: Setting { fonts, words }, memory: &mut memory }.scene();
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
        let cell_of = self.memory.cards.iter().map(|card| card.cell);
        let rows = self.map.lanes.len();
        let cells = Cells::new(columns.len(), rows, cell_of, &self.map.touchpoints);

        let gaps = vec![size::STEP_GAP; columns.len()];
        let paddings = vec![Padding::default(); rows];
        let step_texts = self.step_texts();
        let lane_texts = self.lane_texts();
        let grid = self.grid(&columns, &cells, &gaps, &paddings, &step_texts, &lane_texts);

        let index =
            CardIndex::new(self.memory.ids.clone(), cells.positions(self.map.touchpoints.len()));
        let cards = self.cards(&grid, &cells, &paddings);
        let size = map_size(&grid);
        let blocks = self.blocks(&grid, &cells, size, &step_texts, &lane_texts);
        let grid = Grid { cells: cells.ranges, ..grid };
        Scene { size, blocks, cards, links: Vec::new(), grid, index }
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

    fn grid(
        &self,
        columns: &[Column],
        cells: &Cells,
        gaps: &[f32],
        paddings: &[Padding],
        step_texts: &[Arc<StepText>],
        lane_texts: &[Arc<LaneText>],
    ) -> Grid {
        let top = size::STAGE_HEADER_HEIGHT;
        let actions = step_texts.iter().map(|text| text.height);
        let actions_height = actions.fold(size::ACTIONS_MIN_HEIGHT, f32::max);
        let actions_bottom = top + (actions_height / 4.0).ceil() * 4.0;
        let needs: Vec<f32> = lane_texts.iter().map(|text| text.height).collect();
        let height_of = |card: usize| self.face_height(cells, card);
        let columns = grid::columns(columns, gaps);
        Grid {
            left: size::LANE_HEADER_WIDTH,
            top,
            actions_bottom,
            stages: grid::stages(&columns),
            rows: grid::rows(&self.map.lanes, cells, height_of, &needs, paddings, actions_bottom),
            columns,
            cells: Vec::new(),
        }
    }

    fn face_height(&self, cells: &Cells, card: usize) -> f32 {
        let touchpoint = cells.order.get(card).map(|&at| at as usize);
        touchpoint.and_then(|at| self.memory.cards.get(at)).map_or(0.0, |card| card.face.height)
    }

    fn cards(&self, grid: &Grid, cells: &Cells, paddings: &[Padding]) -> Vec<Card> {
        let mut cards = Vec::with_capacity(cells.order.len());
        for (column_at, column) in grid.columns.iter().enumerate() {
            for ((row_at, row), padding) in grid.rows.iter().enumerate().zip(paddings) {
                let mut y = row.y.start + padding.above;
                let in_cell = cells.order.get(cells.at(column_at, row_at)).unwrap_or_default();
                for card in in_cell.iter().filter_map(|&at| self.memory.cards.get(at as usize)) {
                    let face = &card.face;
                    cards.push(Card {
                        id: card.source.id,
                        rect: Rect::new(column.cards.start, y, size::CARD_WIDTH, face.height),
                        fill: face.fill,
                        mark: face.mark,
                        block: face.block.clone(),
                    });
                    y += face.height + size::CARD_GAP;
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
            let cards = cards.iter().filter_map(|&at| self.memory.cards.get(at as usize));
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
