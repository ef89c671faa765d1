//! An audit of the shown map begins.

use super::Editor;
use crate::{
    command::Command,
    model::{Audit, Date},
};
use std::sync::Arc;

impl Editor {
    /// Adds an audit to the shown map, in which nothing is judged yet.
    pub fn begin_audit(&mut self, by: String, date: Date) {
        let Some(map) = self.map().map(|map| map.id) else { return };
        let audit = Arc::new(Audit::new(self.ids.next(), date, by));
        self.commit(Command::AddAudit { map, audit }, None);
    }
}
