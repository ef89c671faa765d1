//! Identity: random 64-bit numbers, one type for each noun, never shown and never changed.

use std::{collections::BTreeMap, fmt, str::FromStr};

/// Makes new ids. Seedable, so that tests are repeatable; the ids it makes are carried in the
/// `Command` that uses them, so that redo gives the same ids again.
#[derive(Debug, Clone)]
pub struct IdSource(fastrand::Rng);

impl IdSource {
    /// A source that is different in every run of the program.
    pub fn random() -> Self {
        Self(fastrand::Rng::new())
    }

    /// A source that gives the same ids for the same seed.
    pub fn seeded(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// The next id, of whatever noun is asked for.
    #[expect(clippy::should_implement_trait, reason = "gives ids of several types, without end")]
    pub fn next<T: From<u64>>(&mut self) -> T {
        T::from(self.0.u64(1..))
    }
}

/// A text that is not 16 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an id is 16 digits from 0-9 and a-f")]
pub struct ParseIdError;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl From<u64> for $name {
            fn from(value: u64) -> Self {
                Self(value)
            }
        }

        impl From<$name> for u64 {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:016x}", self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({:016x})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, ParseIdError> {
                let digits = text.len() == 16
                    && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
                if !digits {
                    return Err(ParseIdError);
                }
                u64::from_str_radix(text, 16).map(Self).map_err(|_| ParseIdError)
            }
        }
    )*};
}

id! {
    /// Which journey map.
    MapId;
    /// Which persona.
    PersonaId;
    /// Which stage of a map.
    StageId;
    /// Which step of a stage.
    StepId;
    /// Which lane of a map.
    LaneId;
    /// Which touchpoint; unlike its [`Code`](super::Code), never shown.
    TouchpointId;
    /// Which link between two touchpoints.
    LinkId;
    /// Which task of a touchpoint.
    TaskId;
    /// Which audit of a map.
    AuditId;
    /// Which snapshot of a project.
    SnapshotId;
}

/// New ids in place of old ones: the same for the same everywhere, so that what refers to something
/// still does.
pub(super) struct Renewal<'a> {
    ids: &'a mut IdSource,
    known: BTreeMap<u64, u64>,
}

impl<'a> Renewal<'a> {
    pub(super) fn new(ids: &'a mut IdSource) -> Self {
        Self { ids, known: BTreeMap::new() }
    }

    /// The new id of whatever noun.
    pub(super) fn of<T: From<u64> + Into<u64>>(&mut self, old: T) -> T {
        T::from(*self.known.entry(old.into()).or_insert_with(|| self.ids.next()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_form_is_sixteen_digits_and_reads_back() {
        let id = TouchpointId::from(0x2a);
        assert_eq!(id.to_string(), "000000000000002a");
        assert_eq!(id.to_string().parse(), Ok(id));
        for bad in ["", "2a", "000000000000002A", "00000000000000+a", "0000000000000002a"] {
            assert_eq!(bad.parse::<TouchpointId>(), Err(ParseIdError), "{bad}");
        }
    }

    #[test]
    fn same_seed_same_ids() {
        let (mut a, mut b) = (IdSource::seeded(7), IdSource::seeded(7));
        assert_eq!(a.next::<StepId>(), b.next::<StepId>());
    }
}
