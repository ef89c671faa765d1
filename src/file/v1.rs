//! The schema of the formats on disk, apart from the model in memory: what a file says, before
//! anything is put right. Numbers are wider than what is valid, so that a value out of range is
//! repaired and named instead of making the file unreadable. Format 2 has the fields of format 1
//! and more: one schema reads both.

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
    #[serde(default)]
    pub(super) owner: String,
    pub(super) rhythm: Option<Rhythm>,
    pub(super) last_review: Option<String>,
    pub(super) next_review: Option<String>,
    #[serde(default)]
    pub(super) silent: Vec<FindingKind>,
    /// Not written where it follows from the highest code.
    pub(super) next_code: Option<i64>,
    #[serde(default)]
    pub(super) personas: Vec<Persona>,
    #[serde(default)]
    pub(super) maps: Vec<Map>,
    #[serde(default)]
    pub(super) ext: Ext,
    /// At the end, as they are long and nobody reads them.
    #[serde(default)]
    pub(super) snapshots: Vec<Snapshot>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Snapshot {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) name: String,
    pub(super) date: Option<String>,
    #[serde(default)]
    pub(super) maps: Vec<Map>,
    #[serde(default)]
    pub(super) ext: Ext,
}

/// How often a project is reviewed.
#[derive(Deserialize)]
pub(super) enum Rhythm {
    Quarter,
    HalfYear,
    Year,
    Weeks(i64),
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
    pub(super) scenario: String,
    #[serde(default)]
    pub(super) goal: String,
    pub(super) state: Option<MapState>,
    #[serde(default)]
    pub(super) owner: String,
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
    pub(super) audits: Vec<Audit>,
    #[serde(default)]
    pub(super) ext: Ext,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct Audit {
    #[serde(default)]
    pub(super) id: Id,
    pub(super) date: Option<String>,
    #[serde(default)]
    pub(super) by: String,
    #[serde(default)]
    pub(super) done: bool,
    #[serde(default)]
    pub(super) entries: Vec<AuditEntry>,
    #[serde(default)]
    pub(super) ext: Ext,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AuditEntry {
    pub(super) touchpoint: Id,
    #[serde(default)]
    pub(super) title: String,
    pub(super) mark: Option<Mark>,
    pub(super) simple: Option<i64>,
    pub(super) appropriate: Option<i64>,
    pub(super) relevant: Option<i64>,
    pub(super) meaningful: Option<i64>,
    pub(super) appealing: Option<i64>,
    pub(super) personal: Option<i64>,
    #[serde(default)]
    pub(super) note: String,
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
    pub(super) qualities: Option<Qualities>,
    pub(super) impact: Option<i64>,
    pub(super) effort: Option<i64>,
    #[serde(default)]
    pub(super) cost: String,
    pub(super) cost_band: Option<CostBand>,
    pub(super) when: Option<When>,
    pub(super) grows: Option<bool>,
    #[serde(default)]
    pub(super) tasks: Vec<Task>,
    #[serde(default)]
    pub(super) ext: Ext,
}

/// On one line, so that a damaged file loses nothing else with it.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Qualities {
    pub(super) simple: Option<i64>,
    pub(super) simple_note: String,
    pub(super) appropriate: Option<i64>,
    pub(super) appropriate_note: String,
    pub(super) relevant: Option<i64>,
    pub(super) relevant_note: String,
    pub(super) meaningful: Option<i64>,
    pub(super) meaningful_note: String,
    pub(super) appealing: Option<i64>,
    pub(super) appealing_note: String,
    pub(super) personal: Option<i64>,
    pub(super) personal_note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Task {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) text: String,
    #[serde(default)]
    pub(super) owner: String,
    pub(super) due: Option<String>,
    pub(super) state: Option<TaskState>,
    #[serde(default)]
    pub(super) tool: String,
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
    /// It is meant to lead back.
    #[serde(default, rename = "loop")]
    pub(super) is_loop: bool,
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
    MapState: AsIs ToBe;
    CostBand: Free Low Medium High;
    When: Now Next Later;
    TaskState: Open Doing Done;
    FindingKind: DecisionWithoutOutcomes OutcomesOfOneMark SharesOver100 OutcomeBackwards
        ActionWithoutTouchpoint TouchpointWithoutAction FrictionWithoutOwner FrictionWithoutTask
        StageWithoutTouchpoints TaskOverdue ReviewDue RepeatedTouchpoint;
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
