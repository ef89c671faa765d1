//! Changes to the snapshots that reviews keep.

use super::{CommandError, map, rule};
use crate::model::{Project, Snapshot, SnapshotId, limit};
use std::sync::Arc;

pub(super) fn add(project: &mut Project, snapshot: &Arc<Snapshot>) -> Result<(), CommandError> {
    rule::is_new("snapshot", &snapshot.id, project.snapshots.iter().map(|it| it.id))?;
    rule::count("snapshots", project.snapshots.len() + 1, limit::SNAPSHOTS)?;
    project.snapshots.push(Arc::clone(snapshot));
    map::check(project)
}

pub(super) fn rename(
    project: &mut Project,
    id: SnapshotId,
    name: &str,
) -> Result<(), CommandError> {
    rule::line(name)?;
    let snapshot = rule::find(&mut project.snapshots, |it| it.id == id, "snapshot")?;
    name.clone_into(&mut Arc::make_mut(snapshot).name);
    Ok(())
}
