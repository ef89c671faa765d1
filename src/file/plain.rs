//! What is there at a path, and small text files of the program's own, such as its settings.

use super::{atomic, disk::RealDisk};
use std::{
    ffi::OsString,
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

/// More than this is no settings file.
const TEXT_LIMIT: u64 = 1 << 20;

/// A small text file; `None` where there is none. What is no text in it is read as U+FFFD.
pub fn read_text(path: &Path) -> io::Result<Option<String>> {
    match fs::metadata(path) {
        Ok(about) if about.is_file() => {}
        // A pipe would hold the program up.
        Ok(_) => return Err(io::Error::other("this is not a file")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    }
    let mut bytes = Vec::new();
    let read = fs::File::open(path)?.take(TEXT_LIMIT + 1).read_to_end(&mut bytes)?;
    if read as u64 > TEXT_LIMIT {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge));
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// Writes a small text file whole or not at all; makes the folder where there is none.
pub fn write_text(path: &Path, text: &str) -> io::Result<()> {
    atomic::make_folders(&RealDisk, atomic::folder_of(path))?;
    atomic::write(&RealDisk, path, text.as_bytes())
}

/// Renames a file that cannot be used, so that it is not overwritten; gives its new path.
pub fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let mut name = OsString::from(path);
    name.push(".broken");
    let aside = PathBuf::from(name);
    fs::rename(path, &aside)?;
    Ok(aside)
}

/// Whether there is a file (or anything else) at a path.
pub fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether two paths lead to the same file, which is there.
pub fn is_same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// Whether there is a folder at a path.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// The folders in a folder, and its files with an extension; folders first, each by name.
/// At most `limit` entries.
pub fn list(folder: &Path, extension: &str, limit: usize) -> io::Result<Vec<(PathBuf, bool)>> {
    let mut entries: Vec<(PathBuf, bool)> = fs::read_dir(folder)?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| {
            !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
        })
        .map(|path| {
            let is_folder = path.is_dir();
            (path, is_folder)
        })
        .filter(|(path, is_folder)| {
            *is_folder
                || path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
        })
        .take(limit)
        .collect();
    entries.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_file_is_none_and_a_folder_an_error() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        assert_eq!(read_text(&folder.path().join("none"))?, None);
        assert!(read_text(folder.path()).is_err());
        Ok(())
    }

    #[test]
    fn listing_puts_folders_first_and_leaves_out_other_files() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        for name in ["b.ron", "a.RON", "c.png", ".hidden.ron"] {
            fs::write(folder.path().join(name), "")?;
        }
        fs::create_dir(folder.path().join("z"))?;
        let names: Vec<_> = list(folder.path(), "ron", 100)?
            .into_iter()
            .filter_map(|(path, _)| {
                path.file_name().map(|name| name.to_string_lossy().into_owned())
            })
            .collect();
        assert_eq!(names, ["z", "a.RON", "b.ron"]);
        Ok(())
    }

    #[test]
    fn setting_aside_keeps_the_file() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("settings");
        fs::write(&path, "x")?;
        let aside = set_aside(&path)?;
        assert!(!exists(&path));
        assert_eq!(fs::read_to_string(aside)?, "x");
        Ok(())
    }
}
