//! The whole of one file.

use super::{
    Code, FindingKind, IdSource, JourneyMap, MapId, Persona, PersonaId, Review, Snapshot,
    SnapshotId, Touchpoint, TouchpointId, id::Renewal,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// What a later version of the program added to a record: raw RON by key, kept byte for byte.
pub type Ext = BTreeMap<String, String>;

/// One file: personas and several journey maps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    pub title: String,
    pub notes: String,
    /// Who looks after the project.
    pub owner: String,
    pub review: Review,
    /// The kinds of findings that are not shown.
    pub silent: BTreeSet<FindingKind>,
    pub personas: Vec<Persona>,
    pub maps: Vec<Arc<JourneyMap>>,
    /// The code that the next touchpoint gets. Only grows: a code is never used twice.
    pub next_code: Code,
    /// The maps as they were at each review, in the order of their making.
    pub snapshots: Vec<Arc<Snapshot>>,
    /// What a later version added; kept as it is.
    pub ext: Ext,
}

impl Default for Project {
    fn default() -> Self {
        Self {
            title: String::new(),
            notes: String::new(),
            owner: String::new(),
            review: Review::default(),
            silent: BTreeSet::new(),
            personas: Vec::new(),
            maps: Vec::new(),
            next_code: Code(1),
            snapshots: Vec::new(),
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
        let mut renewal = Renewal::new(ids);
        let mut project = self.clone();
        for persona in &mut project.personas {
            persona.id = renewal.of(persona.id);
        }
        let mut renewed = |maps: &[Arc<JourneyMap>]| -> Vec<Arc<JourneyMap>> {
            let map = |map: &Arc<JourneyMap>| {
                let mut copy = map.renewed(&mut renewal);
                copy.persona = copy.persona.map(|id| renewal.of(id));
                Arc::new(copy)
            };
            maps.iter().map(map).collect()
        };
        project.maps = renewed(&self.maps);
        for snapshot in &mut project.snapshots {
            let maps = renewed(&snapshot.maps);
            *snapshot = Arc::new(Snapshot { maps, ..Snapshot::clone(snapshot) });
        }
        for snapshot in &mut project.snapshots {
            Arc::make_mut(snapshot).id = renewal.of(snapshot.id);
        }
        project
    }

    pub fn persona(&self, id: PersonaId) -> Option<&Persona> {
        self.personas.iter().find(|persona| persona.id == id)
    }

    pub fn snapshot(&self, id: SnapshotId) -> Option<&Arc<Snapshot>> {
        self.snapshots.iter().find(|snapshot| snapshot.id == id)
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
    /// Tasks of a touchpoint.
    pub const TASKS: usize = 1_000;
    /// Audits of a map.
    pub const AUDITS: usize = 1_000;
    /// Snapshots in a project.
    pub const SNAPSHOTS: usize = 1_000;
    /// Characters in a title, a name, a label, an action.
    pub const LINE: usize = 1_000;
    /// Characters in notes.
    pub const NOTES: usize = 100_000;
}
