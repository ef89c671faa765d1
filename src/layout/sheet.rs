//! The sheet: a map as it is handed out, with title, persona and a legend.

use super::{
    setting::{Drawing, whole},
    shape,
};
use crate::{
    font::{Fonts, Weight},
    model::{JourneyMap, MapState, Mark, Project},
    scene::{Block, Item, PathStep, Point, Rect, Scene, Size, Vec2},
    text::Text,
    theme::{Tone, size, type_size},
};
use std::{collections::BTreeSet, sync::Arc};

/// A map as it is handed out: a frame with title, persona and a legend of the marks around the
/// same scene that the screen shows.
pub struct Sheet {
    /// Of the whole picture, in map units.
    pub size: Size,
    pub scene: Arc<Scene>,
    /// Where the scene's origin is.
    pub scene_offset: Vec2,
    /// Title, persona, legend; in the sheet's coordinates.
    pub frame: Block,
}

/// Between the map and the legend.
const LEGEND_GAP: f32 = 20.0;

/// Lays out the sheet of one map of a project.
pub fn sheet(
    project: &Project,
    map: &JourneyMap,
    scene: Arc<Scene>,
    fonts: &Fonts,
    text: &Text,
) -> Sheet {
    let margin = size::SHEET_MARGIN;
    let content = scene.size.width.max(size::SHEET_MIN_CONTENT);
    let mut heading = Drawing::default();
    let bottom = draw_heading(&mut heading, project, map, (fonts, text), content);
    let scene_offset = Vec2::new(margin, bottom + 24.0);
    let legend_top = scene_offset.y + scene.size.height + LEGEND_GAP;
    let bottom = draw_legend(&mut heading, map, fonts, text, Point::new(margin, legend_top));
    let size = Size::new(content + margin * 2.0, bottom + margin);

    let mut frame = Drawing::default();
    frame.fill(Rect::new(0.0, 0.0, size.width, size.height), 0.0, Tone::Panel);
    let area = Rect::new(scene_offset.x, scene_offset.y, scene.size.width, scene.size.height);
    frame.fill(area, 0.0, Tone::Canvas);
    // The map ends in a line of its own; the other three sides are the sheet's.
    let (left, top, right) = (area.min.x - 0.5, area.min.y - 0.5, area.max.x + 0.5);
    let path = vec![
        PathStep::MoveTo(Point::new(left, area.max.y)),
        PathStep::LineTo(Point::new(left, top)),
        PathStep::LineTo(Point::new(right, top)),
        PathStep::LineTo(Point::new(right, area.max.y)),
    ];
    frame.0.push(Item::Path { path, fill: None, stroke: Some(whole(Tone::Line, 1.0)) });
    frame.0.append(&mut heading.0);
    let frame = frame.block(Rect::new(0.0, 0.0, size.width, size.height));
    Sheet { size, scene, scene_offset, frame }
}

/// Title and persona, the project's title above them, and below what the map is for and when it was
/// reviewed. Gives the lower edge.
fn draw_heading(
    drawing: &mut Drawing,
    project: &Project,
    map: &JourneyMap,
    (fonts, text): (&Fonts, &Text),
    width: f32,
) -> f32 {
    let x = size::SHEET_MARGIN;
    let mut y = size::SHEET_MARGIN;
    let persona = map.persona.and_then(|id| project.persona(id)).map_or("", |p| p.name.as_str());
    let state = map.state.map(|state| state_words(state, text)).unwrap_or_default();
    let whose = joined(&[persona, &state], " · ");
    let reviewed = project
        .review
        .last
        .map(|day| text.sheet_reviewed(text.day(day.day(), day.month(), day.year().to_string())));
    let project_title = if project.title == map.title { "" } else { &project.title };
    for (words, weight, font_size, tone, lines) in [
        (project_title, Weight::Medium, type_size::BODY, Tone::Secondary, 1),
        (map.title.as_str(), Weight::SemiBold, type_size::SHEET_TITLE, Tone::Text, 2),
        (&whose, Weight::Regular, type_size::LARGE, Tone::Secondary, 1),
        (&purpose(map, text), Weight::Regular, type_size::BODY, Tone::Secondary, 3),
        (reviewed.as_deref().unwrap_or(""), Weight::Regular, type_size::BODY, Tone::Secondary, 1),
    ] {
        let lines = fonts.wrap(words, weight, font_size, width, lines);
        if !lines.is_empty() {
            y = drawing.lines(fonts, &lines, Point::new(x, y), tone) + 4.0;
        }
    }
    y
}

/// Whether a map shows what is or what is meant to be, in words.
pub fn state_words(state: MapState, text: &Text) -> String {
    match state {
        MapState::AsIs => text.map_as_is(),
        MapState::ToBe => text.map_to_be(),
    }
}

/// Scenario, goal and owner, as far as they are said.
fn purpose(map: &JourneyMap, text: &Text) -> String {
    let said = |words: &str, sentence: fn(&Text, &str) -> String| match words.trim() {
        "" => String::new(),
        words => sentence(text, words),
    };
    let scenario = said(&map.scenario, |text, words| text.sheet_scenario(words));
    let goal = said(&map.goal, |text, words| text.sheet_goal(words));
    let owner = said(&map.owner, |text, words| text.sheet_owner(words));
    joined(&[&scenario, &goal, &owner], "   ·   ")
}

fn joined(parts: &[&str], between: &str) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.trim().is_empty()).collect();
    parts.join(between)
}

/// What the shapes mean: those that occur. Gives the lower edge; without any, that of the map.
fn draw_legend(
    drawing: &mut Drawing,
    map: &JourneyMap,
    fonts: &Fonts,
    text: &Text,
    at: Point,
) -> f32 {
    let line_height = fonts.line_height(type_size::BODY);
    let middle = at.y + line_height / 2.0;
    let placed = || map.touchpoints.iter().filter(|card| card.place.cell.is_some());
    let marks: BTreeSet<Option<Mark>> = placed().map(|card| card.mark).collect();
    let has_star = placed().any(|card| card.moment_of_truth);
    if marks.is_empty() {
        return at.y - LEGEND_GAP;
    }
    let mut x = at.x;
    let mut entry = |symbol: Item, word: &str| {
        let line = Arc::new(fonts.line(word, Weight::Regular, type_size::BODY));
        drawing.0.push(symbol);
        drawing.line(fonts, &line, Point::new(x + 18.0, at.y), Tone::Secondary);
        x += 18.0 + line.width + 24.0;
        Point::new(x + 6.0, middle)
    };
    let mut place = Point::new(at.x + 6.0, middle);
    let words = [
        (Some(Mark::Positive), text.sheet_positive()),
        (Some(Mark::Decision), text.sheet_decision()),
        (Some(Mark::Friction), text.sheet_friction()),
        (None, text.sheet_unmarked()),
    ];
    for (mark, word) in words.iter().filter(|(mark, _)| marks.contains(mark)) {
        place = entry(shape::symbol(*mark, place, 5.5, None), word);
    }
    if has_star {
        entry(shape::star(place, 6.5, Tone::Accent), &text.sheet_moment_of_truth());
    }
    at.y + line_height
}
