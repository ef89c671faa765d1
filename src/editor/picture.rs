//! Picture: the laid-out scene of each map that was shown, and of what is pending on it. Made when
//! the map or what is pending changed, never per frame.

use crate::{
    command::Command,
    font::Fonts,
    layout::{Cache, Shows, layout},
    model::{JourneyMap, MapId, Project},
    scene::Scene,
    text::Text,
};
use std::{collections::BTreeMap, sync::Arc};

/// The scenes of a project's maps.
pub(super) struct Pictures {
    fonts: Arc<Fonts>,
    text: Arc<Text>,
    shows: Shows,
    of: BTreeMap<MapId, Picture>,
    /// Of a project without maps.
    empty: Arc<Scene>,
}

struct Picture {
    map: Arc<JourneyMap>,
    /// Without what is pending: where a drag looks for its target, so that it cannot flicker.
    base: Arc<Scene>,
    /// With what is pending.
    preview: Option<Arc<Scene>>,
    cache: Cache,
}

impl Pictures {
    pub fn new(fonts: Arc<Fonts>, text: Arc<Text>, shows: Shows) -> Self {
        Self { fonts, text, shows, of: BTreeMap::new(), empty: Arc::default() }
    }

    /// What cards show.
    pub fn shows(&self) -> Shows {
        self.shows
    }

    /// Cards show something else: every map is to be laid out again.
    pub fn show(&mut self, shows: Shows) {
        self.shows = shows;
        self.of.clear();
    }

    /// Brings a map's scene up to date with the project.
    pub fn update(&mut self, project: &Project, shown: Option<MapId>) {
        self.of.retain(|&id, _| project.map(id).is_some());
        let Some(map) = shown.and_then(|id| project.map(id)) else {
            return;
        };
        if let Some(picture) = self.of.get_mut(&map.id) {
            picture.preview = None;
            if !Arc::ptr_eq(&picture.map, map) {
                picture.base = Arc::new(layout(map, &self.fonts, &self.text, &mut picture.cache));
                picture.map = Arc::clone(map);
            }
        } else {
            let mut cache = Cache::showing(self.shows);
            let base = Arc::new(layout(map, &self.fonts, &self.text, &mut cache));
            let picture = Picture { map: Arc::clone(map), base, preview: None, cache };
            self.of.insert(map.id, picture);
        }
    }

    /// Shows what a command would make of the map that is shown.
    pub fn preview(&mut self, project: &Project, shown: Option<MapId>, command: &Command) {
        let Some(picture) = shown.and_then(|id| self.of.get_mut(&id)) else {
            return;
        };
        let mut changed = project.clone();
        let applied = command.apply(&mut changed);
        let map = shown.and_then(|id| changed.map(id));
        picture.preview = match (applied, map) {
            (Ok(()), Some(map)) => {
                Some(Arc::new(layout(map, &self.fonts, &self.text, &mut picture.cache)))
            }
            _ => None,
        };
    }

    /// The scene of a map, with what is pending.
    pub fn scene(&self, shown: Option<MapId>) -> &Arc<Scene> {
        let picture = shown.and_then(|id| self.of.get(&id));
        picture.map_or(&self.empty, |it| it.preview.as_ref().unwrap_or(&it.base))
    }

    /// The scene of a map, without what is pending.
    pub fn base(&self, shown: Option<MapId>) -> &Arc<Scene> {
        shown.and_then(|id| self.of.get(&id)).map_or(&self.empty, |picture| &picture.base)
    }
}
