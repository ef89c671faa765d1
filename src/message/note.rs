//! What there is to say about a file that was opened, and about a project that is not valid.

use crate::{
    file::{Note, Repair, RepairKind, RepairedCard, brief},
    model::{Problem, ProblemKind, Rhythm},
    text::Text,
};

/// Something about an opened file.
pub fn note(text: &Text, note: &Note) -> String {
    match note {
        Note::ChecksumDiffers => text.note_checksum(),
        Note::NoHeader => text.note_no_header(),
        Note::Salvaged => text.note_salvaged(),
        Note::ReviewsLeftOut => text.note_reviews_left_out(),
        Note::Merged => text.note_merged(),
        Note::Newer { format } => text.note_newer(*format),
        Note::Repaired(Repair { map, kind }) => in_map(text, map.as_deref(), repair(text, kind)),
    }
}

/// A broken invariant of a project.
pub fn problem(text: &Text, problem: &Problem) -> String {
    in_map(text, problem.map.as_deref(), broken(text, &problem.kind))
}

/// Something in a map, with the map's title before it.
pub(super) fn in_map(text: &Text, map: Option<&str>, what: String) -> String {
    match map {
        Some(map) => text.message_in_map(brief(map), what),
        None => what,
    }
}

fn repair(text: &Text, kind: &RepairKind) -> String {
    match kind {
        RepairKind::RepeatedId { noun, name } => text.repair_repeated_id(noun, brief(name)),
        RepairKind::NewCode { title, old: Some(old), new } => {
            text.repair_code(format!("T{old}"), brief(title), new.to_string())
        }
        RepairKind::NewCode { title, old: None, new } => {
            text.repair_no_code(brief(title), new.to_string())
        }
        RepairKind::CounterBehind { next } => text.repair_counter(next.to_string()),
        RepairKind::MissingPersona => text.repair_persona(),
        RepairKind::EmptyTitle(code) => text.repair_title(code.to_string()),
        RepairKind::MissingStep { card } => text.repair_step(named_card(text, card)),
        RepairKind::MissingLane { card } => text.repair_lane(named_card(text, card)),
        RepairKind::MissingPlace { card } => text.repair_place(named_card(text, card)),
        RepairKind::Rank { card } => text.repair_rank(named_card(text, card)),
        RepairKind::Emotion { card, value } => {
            text.repair_emotion(named_card(text, card), value.to_string())
        }
        RepairKind::BrokenLink { label } => text.repair_broken_link(named_link(text, label)),
        RepairKind::LinkToItself { code, label } => {
            text.repair_link_to_itself(named_link(text, label), code.to_string())
        }
        RepairKind::RepeatedLink { from, to, label } => {
            text.repair_repeated_link(named_link(text, label), from.to_string(), to.to_string())
        }
        RepairKind::Share { label, share } => {
            text.repair_share(named_link(text, label), share.to_string())
        }
        RepairKind::Score { card, value } => {
            text.repair_score(named_card(text, card), value.to_string())
        }
        RepairKind::AuditScore { title, value } => {
            text.repair_audit_score(brief(title), value.to_string())
        }
        RepairKind::EmptyTask(code) => text.repair_task(code.to_string()),
        RepairKind::Date { text: date, now: None } => text.repair_date(brief(date)),
        RepairKind::Date { text: date, now: Some(now) } => {
            text.repair_date_now(brief(date), now.to_string())
        }
        RepairKind::Rhythm { weeks } => text.repair_rhythm(weeks.to_string()),
    }
}

fn named_card(text: &Text, card: &RepairedCard) -> String {
    text.repair_card(card.code.to_string(), brief(&card.title))
}

/// A link in a sentence, by its label where it has one.
fn named_link(text: &Text, label: &str) -> String {
    if label.is_empty() { text.repair_link() } else { text.repair_link_named(brief(label)) }
}

fn broken(text: &Text, kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::RepeatedId { noun, id } => text.problem_repeated_id(noun, id),
        ProblemKind::RepeatedCode(code) => text.problem_repeated_code(code.to_string()),
        ProblemKind::CodeAhead(code) => text.problem_code_ahead(code.to_string()),
        ProblemKind::MissingPersona => text.problem_persona(),
        ProblemKind::EmptyTitle(code) => text.problem_title(code.to_string()),
        ProblemKind::MissingStep(code) => text.problem_step(code.to_string()),
        ProblemKind::MissingLane(code) => text.problem_lane(code.to_string()),
        ProblemKind::BrokenLink { label } => text.problem_broken_link(brief(label)),
        ProblemKind::LinkToItself(code) => text.problem_link_to_itself(code.to_string()),
        ProblemKind::RepeatedLink { from, to } => {
            text.problem_repeated_link(from.to_string(), to.to_string())
        }
        ProblemKind::ShareOver100 { label, share } => {
            text.problem_share(brief(label), share.to_string())
        }
        ProblemKind::EmptyTask(code) => text.problem_task(code.to_string()),
        ProblemKind::RepeatedTask(code) => text.problem_repeated_task(code.to_string()),
        ProblemKind::Rhythm { weeks } => {
            text.problem_rhythm(weeks.to_string(), Rhythm::MOST_WEEKS.to_string())
        }
        ProblemKind::TooMany { noun, count, limit } => text.problem_too_many(*count, noun, *limit),
        ProblemKind::TooLong { noun, characters, limit } => {
            // Translations choose by it, and a choice has no spaces in it.
            let key = noun.replace(' ', "-");
            text.problem_too_long(key, *characters, *limit)
        }
    }
}
