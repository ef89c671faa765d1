//! Layout: (map, fonts, words) to [`Scene`]. The only code that decides where anything stands,
//! wraps text or picks a tone. Pure, and it cannot fail.

use crate::{
    font::Fonts,
    model::{JourneyMap, Project},
    scene::{Block, Scene, Size},
    text::Text,
};
use std::sync::Arc;

/// What the last layout made, by what it was made from: blocks of things that did not change are
/// taken from here. Forget it when fonts or language change.
#[derive(Default)]
pub struct Cache {
    _todo: (),
}

/// Lays out a map. With a cache, only what changed is made anew.
pub fn layout(map: &JourneyMap, fonts: &Fonts, text: &Text, cache: &mut Cache) -> Scene {
    let _ = (map, fonts, text, cache);
    todo!()
}

/// A map as it is handed out: a frame with title, persona and a legend of the marks around the
/// same scene that the screen shows.
pub struct Sheet {
    /// Of the whole picture, in map units.
    pub size: Size,
    pub scene: Arc<Scene>,
    /// Where the scene's origin is.
    pub scene_offset: crate::scene::Vec2,
    /// Title, persona, legend; in the sheet's coordinates.
    pub frame: Block,
}

/// Lays out the sheet of one map of a project.
pub fn sheet(
    project: &Project,
    map: &JourneyMap,
    scene: Arc<Scene>,
    fonts: &Fonts,
    text: &Text,
) -> Sheet {
    let _ = (project, map, scene, fonts, text);
    todo!()
}
