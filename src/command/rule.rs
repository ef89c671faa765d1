//! What every change must respect: limits, ids that are there once, positions in lists.

use super::CommandError;
use crate::model::limit;

/// A text of one line is not too long.
pub(super) fn line(text: &str) -> Result<(), CommandError> {
    length(text, limit::LINE)
}

/// Notes are not too long.
pub(super) fn notes(text: &str) -> Result<(), CommandError> {
    length(text, limit::NOTES)
}

fn length(text: &str, limit: usize) -> Result<(), CommandError> {
    // Bytes are never fewer than characters: most texts need no count.
    if text.len() > limit && text.chars().count() > limit {
        return Err(CommandError::TooLong { limit });
    }
    Ok(())
}

/// So many of something are possible.
pub(super) fn count(noun: &'static str, count: usize, limit: usize) -> Result<(), CommandError> {
    if count > limit { Err(CommandError::TooMany { noun, limit }) } else { Ok(()) }
}

/// A share is at most 100 %.
pub(super) fn share(share: Option<u8>) -> Result<(), CommandError> {
    if share.is_some_and(|share| share > 100) { Err(CommandError::ShareOver100) } else { Ok(()) }
}

/// An id that is about to come into the project is not there yet.
pub(super) fn is_new<T: PartialEq>(
    noun: &'static str,
    id: &T,
    mut there: impl Iterator<Item = T>,
) -> Result<(), CommandError> {
    if there.any(|other| other == *id) { Err(CommandError::Repeated(noun)) } else { Ok(()) }
}

/// The item of a list.
pub(super) fn find<'a, T>(
    items: &'a mut [T],
    is_it: impl Fn(&T) -> bool,
    noun: &'static str,
) -> Result<&'a mut T, CommandError> {
    items.iter_mut().find(|item| is_it(item)).ok_or(CommandError::Missing(noun))
}

/// Takes the item out of a list.
pub(super) fn take<T>(
    items: &mut Vec<T>,
    is_it: impl Fn(&T) -> bool,
    noun: &'static str,
) -> Result<T, CommandError> {
    let at = items.iter().position(is_it).ok_or(CommandError::Missing(noun))?;
    Ok(items.remove(at))
}

/// Puts an item into a list; after its end means at its end.
pub(super) fn put<T>(items: &mut Vec<T>, item: T, at: usize) {
    items.insert(at.min(items.len()), item);
}

/// Moves an item inside its list; `to` is its index afterwards.
pub(super) fn shift<T>(
    items: &mut Vec<T>,
    is_it: impl Fn(&T) -> bool,
    to: usize,
    noun: &'static str,
) -> Result<(), CommandError> {
    let item = take(items, is_it, noun)?;
    put(items, item, to);
    Ok(())
}
