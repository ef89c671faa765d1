//! The whole of one file.

use super::{Code, IdSource, JourneyMap, MapId, Persona, PersonaId, Touchpoint, TouchpointId};
use std::{collections::BTreeMap, sync::Arc};

/// What a later version of the program added to a record: raw RON by key, kept byte for byte.
pub type Ext = BTreeMap<String, String>;

/// One file: personas and several journey maps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    pub title: String,
    pub notes: String,
    pub personas: Vec<Persona>,
    pub maps: Vec<Arc<JourneyMap>>,
    /// The code that the next touchpoint gets. Only grows: a code is never used twice.
    pub next_code: Code,
    /// What a later version added; kept as it is.
    pub ext: Ext,
}

impl Default for Project {
    fn default() -> Self {
        Self {
            title: String::new(),
            notes: String::new(),
            personas: Vec::new(),
            maps: Vec::new(),
            next_code: Code(1),
            ext: Ext::default(),
        }
    }
}

impl Project {
    pub fn map(&self, id: MapId) -> Option<&Arc<JourneyMap>> {
        self.maps.iter().find(|map| map.id == id)
    }

    /// A copy whose ids are all new: two projects made from one template have none in common.
    #[must_use]
    pub fn with_new_ids(&self, ids: &mut IdSource) -> Self {
        let mut project = self.clone();
        let renewed: BTreeMap<PersonaId, PersonaId> = project
            .personas
            .iter_mut()
            .map(|persona| (std::mem::replace(&mut persona.id, ids.next()), persona.id))
            .collect();
        for map in &mut project.maps {
            let mut copy = map.with_new_ids(ids);
            copy.persona = copy.persona.and_then(|id| renewed.get(&id).copied());
            *map = Arc::new(copy);
        }
        project
    }

    pub fn persona(&self, id: PersonaId) -> Option<&Persona> {
        self.personas.iter().find(|persona| persona.id == id)
    }

    /// A touchpoint of any map, with its map.
    pub fn touchpoint(&self, id: TouchpointId) -> Option<(&Arc<JourneyMap>, &Arc<Touchpoint>)> {
        self.maps.iter().find_map(|map| map.touchpoint(id).map(|card| (map, card)))
    }
}

/// How large a project may be. A file beyond a limit is refused with a message, never cut.
pub mod limit {
    /// Maps in a project.
    pub const MAPS: usize = 1_000;
    /// Personas in a project.
    pub const PERSONAS: usize = 1_000;
    /// Steps in a map.
    pub const STEPS: usize = 2_000;
    /// Stages in a map.
    pub const STAGES: usize = 1_000;
    /// Lanes in a map.
    pub const LANES: usize = 1_000;
    /// Touchpoints in a map.
    pub const TOUCHPOINTS: usize = 100_000;
    /// Links in a map.
    pub const LINKS: usize = 100_000;
    /// Characters in a title, a name, a label, an action.
    pub const LINE: usize = 1_000;
    /// Characters in notes.
    pub const NOTES: usize = 100_000;
}
