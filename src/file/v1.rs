//! The schema of format 1 on disk, apart from the model in memory: what a file says, before
//! anything is put right. Numbers are wider than what is valid, so that a value out of range is
//! repaired and named instead of making the file unreadable.

use ron::{Options, error::SpannedResult, extensions::Extensions, value::RawValue};
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error, MapAccess, Visitor},
};
use std::{collections::BTreeMap, fmt};

/// Reads the records of a text. The recursion limit of `ron` stays on: nesting cannot exhaust the
/// stack.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> SpannedResult<T> {
    // An optional value is written as the value alone.
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text)
}

/// The whole file.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct Project {
    #[serde(default)]
    pub(super) title: String,
    #[serde(default)]
    pub(super) notes: String,
    /// Not written where it follows from the highest code.
    pub(super) next_code: Option<i64>,
    #[serde(default)]
    pub(super) personas: Vec<Persona>,
    #[serde(default)]
    pub(super) maps: Vec<Map>,
    #[serde(default)]
    pub(super) ext: Ext,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Persona {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) notes: String,
    #[serde(default)]
    pub(super) ext: Ext,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct Map {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) title: String,
    pub(super) persona: Option<Id>,
    #[serde(default)]
    pub(super) notes: String,
    #[serde(default)]
    pub(super) stages: Vec<Stage>,
    #[serde(default)]
    pub(super) lanes: Vec<Lane>,
    #[serde(default)]
    pub(super) touchpoints: Vec<Touchpoint>,
    #[serde(default)]
    pub(super) links: Vec<Link>,
    #[serde(default)]
    pub(super) ext: Ext,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct Stage {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) name: String,
    pub(super) period: Option<Period>,
    pub(super) shared: Option<String>,
    #[serde(default)]
    pub(super) steps: Vec<Step>,
    #[serde(default)]
    pub(super) ext: Ext,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) action: String,
    #[serde(default)]
    pub(super) ext: Ext,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lane {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) name: String,
    pub(super) role: Option<Role>,
    #[serde(default)]
    pub(super) ext: Ext,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Touchpoint {
    pub(super) id: Id,
    pub(super) code: Option<i64>,
    #[serde(default)]
    pub(super) title: String,
    pub(super) place: Option<Place>,
    pub(super) mark: Option<Mark>,
    pub(super) emotion: Option<i64>,
    #[serde(default)]
    pub(super) channel: String,
    pub(super) control: Option<Control>,
    pub(super) period: Option<Period>,
    #[serde(default)]
    pub(super) moment_of_truth: bool,
    #[serde(default)]
    pub(super) owner: String,
    pub(super) catalog: Option<String>,
    #[serde(default)]
    pub(super) notes: String,
    #[serde(default)]
    pub(super) ext: Ext,
}

/// Where a touchpoint stands; the last text is its rank there.
#[derive(Deserialize)]
pub(super) enum Place {
    /// On a step and in a lane.
    Cell(Id, Id, String),
    Inbox(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Link {
    pub(super) id: Id,
    pub(super) from: Id,
    pub(super) to: Id,
    #[serde(default)]
    pub(super) label: String,
    pub(super) share: Option<i64>,
    #[serde(default)]
    pub(super) ext: Ext,
}

/// What the clipboard holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fragment {
    #[serde(default)]
    pub(super) cards: Vec<FragmentCard>,
    #[serde(default)]
    pub(super) links: Vec<Link>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FragmentCard {
    pub(super) at: Option<(usize, usize)>,
    pub(super) card: Touchpoint,
}

/// The words of the file for the values of an enum of the model, which may be renamed there but
/// never here.
macro_rules! words {
    ($($name:ident: $($value:ident)*;)*) => {$(
        #[derive(Deserialize, Clone, Copy)]
        pub(super) enum $name {
            $($value,)*
        }

        impl $name {
            /// The word in the file.
            pub(super) fn word(value: crate::model::$name) -> &'static str {
                match value {
                    $(crate::model::$name::$value => stringify!($value),)*
                }
            }
        }

        impl From<$name> for crate::model::$name {
            fn from(value: $name) -> Self {
                match value {
                    $($name::$value => Self::$value,)*
                }
            }
        }
    )*};
}

words! {
    Mark: Positive Decision Friction;
    Control: Direct Indirect;
    Period: Before During After Service;
    Role: Touchpoints FrontStage BackStage Support Custom;
}

/// An id of any noun: 16 hexadecimal digits in quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Id(pub(super) u64);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Digits;

        impl Visitor<'_> for Digits {
            type Value = Id;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Id, E> {
                // Ids of all nouns have the same text form.
                match text.parse::<crate::model::MapId>() {
                    Ok(id) => Ok(Id(id.into())),
                    Err(error) => Err(E::custom(error)),
                }
            }
        }

        deserializer.deserialize_str(Digits)
    }
}

/// What a later version added, each value as the text it had in the file.
#[derive(Default)]
pub(super) struct Ext(pub(super) crate::model::Ext);

impl<'de> Deserialize<'de> for Ext {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;

        impl<'de> Visitor<'de> for Entries {
            type Value = Ext;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("additions by key")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ext, A::Error> {
                let mut entries = BTreeMap::new();
                while let Some((key, value)) = map.next_entry::<String, Box<RawValue>>()? {
                    let value = Box::<str>::from(value).into_string();
                    if entries.insert(key, value).is_some() {
                        return Err(A::Error::custom("the same key stands here twice"));
                    }
                }
                Ok(Ext(entries))
            }
        }

        deserializer.deserialize_map(Entries)
    }
}
