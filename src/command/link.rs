//! Changes to the links between touchpoints.

use super::{CommandError, LinkField, map, rule};
use crate::model::{JourneyMap, Link, LinkId, MapId, Project, TouchpointId, limit};
use std::{collections::HashSet, sync::Arc};

pub(super) fn add(project: &mut Project, map: MapId, links: &[Link]) -> Result<(), CommandError> {
    let ids: HashSet<LinkId> = links.iter().map(|link| link.id).collect();
    let mut there = project.maps.iter().flat_map(|map| &map.links);
    if ids.len() < links.len() || there.any(|link| ids.contains(&link.id)) {
        return Err(CommandError::Repeated("link"));
    }
    let map = map::find(project, map)?;
    rule::count("links", map.links.len() + links.len(), limit::LINKS)?;
    let cards: HashSet<TouchpointId> = map.touchpoints.iter().map(|card| card.id).collect();
    let mut pairs: HashSet<_> = map.links.iter().map(|link| (link.from, link.to)).collect();
    for link in links {
        if !cards.contains(&link.from) || !cards.contains(&link.to) {
            return Err(CommandError::Missing("touchpoint"));
        }
        if link.from == link.to {
            return Err(CommandError::LinkToItself);
        }
        if !pairs.insert((link.from, link.to)) {
            return Err(CommandError::RepeatedLink);
        }
        rule::line(&link.label)?;
        rule::share(link.share)?;
        map.links.push(Arc::new(link.clone()));
    }
    Ok(())
}

pub(super) fn edit(
    map: &mut JourneyMap,
    id: LinkId,
    field: &LinkField,
) -> Result<(), CommandError> {
    let old = map.link(id).ok_or(CommandError::Missing("link"))?;
    let mut link = Link::clone(old);
    match field {
        LinkField::Label(label) => {
            rule::line(label)?;
            link.label.clone_from(label);
        }
        LinkField::Share(share) => {
            rule::share(*share)?;
            link.share = *share;
        }
        LinkField::IsLoop(is_loop) => link.is_loop = *is_loop,
        LinkField::To(to) => link.to = leads_to(map, old, *to)?,
    }
    if link != **old {
        *rule::find(&mut map.links, |link| link.id == id, "link")? = Arc::new(link);
    }
    Ok(())
}

pub(super) fn delete(map: &mut JourneyMap, links: &[LinkId]) -> Result<(), CommandError> {
    let ids: HashSet<LinkId> = links.iter().copied().collect();
    let before = map.links.len();
    map.links.retain(|link| !ids.contains(&link.id));
    let is_all = before - map.links.len() == ids.len();
    if is_all { Ok(()) } else { Err(CommandError::Missing("link")) }
}

/// The new end of a link, if it may lead there.
fn leads_to(map: &JourneyMap, link: &Link, to: TouchpointId) -> Result<TouchpointId, CommandError> {
    if map.touchpoint(to).is_none() {
        return Err(CommandError::Missing("touchpoint"));
    }
    if link.from == to {
        return Err(CommandError::LinkToItself);
    }
    let is_other = |other: &Link| other.id != link.id && (other.from, other.to) == (link.from, to);
    if map.links.iter().any(|other| is_other(other)) {
        return Err(CommandError::RepeatedLink);
    }
    Ok(to)
}
