//! Changes to lanes.

use super::{CommandError, LaneField, map, rule, touchpoint};
use crate::model::{JourneyMap, Lane, LaneId, MapId, Project, limit};

pub(super) fn add(
    project: &mut Project,
    map: MapId,
    lane: &Lane,
    at: usize,
) -> Result<(), CommandError> {
    let lanes = project.maps.iter().flat_map(|map| &map.lanes);
    rule::is_new("lane", &lane.id, lanes.map(|lane| lane.id))?;
    rule::line(&lane.name)?;
    let map = map::find(project, map)?;
    rule::count("lanes", map.lanes.len() + 1, limit::LANES)?;
    rule::put(&mut map.lanes, lane.clone(), at);
    Ok(())
}

pub(super) fn edit(
    map: &mut JourneyMap,
    id: LaneId,
    field: &LaneField,
) -> Result<(), CommandError> {
    let lane = rule::find(&mut map.lanes, |lane| lane.id == id, "lane")?;
    match field {
        LaneField::Name(name) => {
            rule::line(name)?;
            lane.name.clone_from(name);
        }
        LaneField::Role(role) => lane.role = *role,
    }
    Ok(())
}

/// Its cards go to the inbox.
pub(super) fn delete(map: &mut JourneyMap, id: LaneId) -> Result<(), CommandError> {
    touchpoint::to_inbox(map, |cell| cell.lane == id);
    rule::take(&mut map.lanes, |lane| lane.id == id, "lane").map(drop)
}
