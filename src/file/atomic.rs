//! Writing a file whole or not at all.

use std::{io, path::Path};

/// Writes `bytes` to a temporary file beside `path`, syncs, and renames it over `path`. On any
/// error what was at `path` is as it was. Follows symbolic links, keeps permissions where it can.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_with(path, |out| out.write_all(bytes))
}

/// The same, for a writer that streams.
pub fn write_with(
    path: &Path,
    fill: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> io::Result<()> {
    let _ = (path, fill);
    todo!()
}
