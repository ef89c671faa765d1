use super::*;
use crate::{
    file::{Note, Repair, RepairKind, RepairedCard},
    model::{Code, Problem, ProblemKind},
    text::Language,
};
use std::{io, path::PathBuf};

fn reasons() -> Vec<Reason> {
    use Reason as R;
    vec![
        R::NoFile,
        R::Unreadable,
        R::NoFolder,
        R::Forbidden,
        R::Exists,
        R::DiskFull,
        R::ReadOnlyDisk,
        R::TooLarge,
        R::BadName,
        R::NotAFolder,
        R::Folder,
        R::InUse,
        R::Refused(Refusal::ReadOnlyFile),
        R::Refused(Refusal::LinksInCircle),
        R::Refused(Refusal::Device),
    ]
}

fn mistakes() -> Vec<Mistake> {
    use Expected as E;
    use Mistake as M;
    let expected = [
        E::List,
        E::ListEnd,
        E::YesOrNo,
        E::Comma,
        E::WholeNumber,
        E::End,
        E::Table,
        E::Colon,
        E::TableEnd,
        E::Group,
        E::Text,
        E::StraightQuotes,
        E::Word,
        E::Value,
        E::OtherCount,
        E::Other,
    ];
    let mut all = vec![
        M::NotAProject,
        M::Ends,
        M::OpenText,
        M::GoesOn,
        M::UnknownField { found: "titel".into(), possible: &["title", "notes"] },
        M::MissingField("id"),
        M::RepeatedField("title"),
        M::UnknownWord { found: "Green".into(), possible: &["Positive", "Decision"] },
        M::NumberTooLarge,
        M::TooDeep,
        M::BadEscape,
        M::OpenComment,
    ];
    all.extend(expected.map(M::Expected));
    all
}

fn problems() -> Vec<Problem> {
    use ProblemKind as P;
    let label = || "too dear".to_owned();
    let mut kinds = vec![
        P::RepeatedCode(Code(4)),
        P::CodeAhead(Code(4)),
        P::MissingPersona,
        P::EmptyTitle(Code(4)),
        P::MissingStep(Code(4)),
        P::MissingLane(Code(4)),
        P::BrokenLink { label: label() },
        P::LinkToItself(Code(4)),
        P::RepeatedLink { from: Code(4), to: Code(5) },
        P::ShareOver100 { label: label(), share: 120 },
        P::EmptyTask(Code(4)),
        P::RepeatedTask(Code(4)),
        P::Rhythm { weeks: 1234 },
    ];
    for noun in [
        "maps",
        "stages",
        "steps",
        "lanes",
        "touchpoints",
        "links",
        "personas",
        "audits",
        "snapshots",
        "tasks",
    ] {
        kinds.push(P::RepeatedId { noun, id: "000000000000abcd".into() });
        kinds.push(P::TooMany { noun, count: 12, limit: 11 });
    }
    for noun in [
        "project title",
        "persona name",
        "map title",
        "stage name",
        "customer action",
        "lane name",
        "touchpoint title",
        "channel",
        "owner",
        "link label",
        "scenario",
        "goal",
        "cost",
        "task",
        "tool",
        "auditor",
        "snapshot name",
        "note",
    ] {
        kinds.push(P::TooLong { noun, characters: 12_000, limit: 11_000 });
    }
    let problem = |kind| Problem { map: Some("First purchase".into()), kind };
    kinds.into_iter().map(problem).collect()
}

fn notes() -> Vec<Note> {
    use RepairKind as R;
    let card = || RepairedCard { code: Code(4), title: "Reviews".into() };
    let label = || "too dear".to_owned();
    let mut kinds = vec![
        R::NewCode { title: "Reviews".into(), old: Some(-3), new: Code(9) },
        R::NewCode { title: "Reviews".into(), old: None, new: Code(9) },
        R::CounterBehind { next: Code(9) },
        R::MissingPersona,
        R::EmptyTitle(Code(4)),
        R::MissingStep { card: card() },
        R::MissingLane { card: card() },
        R::MissingPlace { card: card() },
        R::Rank { card: card() },
        R::Emotion { card: card(), value: 12 },
        R::BrokenLink { label: label() },
        R::BrokenLink { label: String::new() },
        R::LinkToItself { code: Code(4), label: label() },
        R::RepeatedLink { from: Code(4), to: Code(5), label: label() },
        R::Share { label: label(), share: 120 },
        R::Score { card: card(), value: 12 },
        R::AuditScore { title: "Reviews".into(), value: 12 },
        R::EmptyTask(Code(4)),
        R::Date { text: "Reviews".into(), now: None },
        R::Date { text: "Reviews".into(), now: Some(crate::model::Date::constant(1970, 1, 1)) },
        R::Rhythm { weeks: 1234 },
    ];
    for noun in [
        "maps",
        "stages",
        "steps",
        "lanes",
        "touchpoints",
        "links",
        "personas",
        "audits",
        "snapshots",
        "tasks",
    ] {
        kinds.push(R::RepeatedId { noun, name: "x".repeat(100) });
    }
    let repaired = |kind| Note::Repaired(Repair { map: Some("First purchase".into()), kind });
    let mut notes = vec![
        Note::ChecksumDiffers,
        Note::NoHeader,
        Note::Merged,
        Note::Salvaged,
        Note::ReviewsLeftOut,
        Note::Newer { format: 7 },
        Note::Repaired(Repair { map: None, kind: R::CounterBehind { next: Code(9) } }),
    ];
    notes.extend(kinds.into_iter().map(repaired));
    notes
}

fn open_errors() -> Vec<OpenError> {
    use OpenErrorKind as O;
    let mut kinds = vec![
        O::Folder,
        O::NotAFile,
        O::TooLarge { bytes: 999 << 20 },
        O::Empty,
        O::Lost,
        O::Utf16,
        O::NotUtf8 { line: 1234, column: 5 },
        O::MergeMarker { line: 1234 },
        O::Newer { format: 7 },
        O::Limit(problems().remove(0)),
    ];
    kinds.extend(reasons().into_iter().map(O::System));
    let syntax = |mistake| O::Syntax { line: 1234, column: 5, mistake };
    kinds.extend(mistakes().into_iter().map(syntax));
    let path = PathBuf::from("/home/anna/map.ron");
    kinds.into_iter().map(|kind| OpenError { path: Some(path.clone()), kind }).collect()
}

fn save_errors() -> Vec<SaveError> {
    use SaveErrorKind as S;
    let mut kinds = vec![
        S::Changed,
        S::Unreadable(OpenErrorKind::TooLarge { bytes: 999 << 20 }),
        S::Differs,
        S::NoCopy(Reason::DiskFull),
        S::NotKept(Reason::DiskFull),
        S::Torn(Reason::DiskFull),
    ];
    kinds.extend(reasons().into_iter().map(S::System));
    let path = PathBuf::from("/home/anna/map.ron");
    kinds.into_iter().map(|kind| SaveError { path: path.clone(), kind }).collect()
}

fn refusals() -> Vec<CommandError> {
    use CommandError as C;
    let mut all = vec![
        C::EmptyTitle,
        C::EmptyTask,
        C::Rhythm { weeks: 1234 },
        C::LinkToItself,
        C::RepeatedLink,
        C::ShareOver100,
        C::TooLong { limit: 11_000 },
    ];
    for noun in [
        "map",
        "stage",
        "step",
        "lane",
        "touchpoint",
        "link",
        "persona",
        "task",
        "audit",
        "snapshot",
    ] {
        all.extend([C::Missing(noun), C::Repeated(noun)]);
    }
    for noun in [
        "maps",
        "stages",
        "steps",
        "lanes",
        "touchpoints",
        "links",
        "personas",
        "codes",
        "audits",
        "snapshots",
        "tasks",
        "entries",
    ] {
        all.push(C::TooMany { noun, limit: 11_000 });
    }
    all
}

fn export_errors() -> Vec<ExportError> {
    vec![
        ExportError::Scale { scale: 9.5, min: 0.1, max: 8.0 },
        ExportError::TooLarge { width: 123_456, height: 234_567, fits: 0.5 },
        ExportError::NoScaleFits,
        ExportError::Cancelled,
        ExportError::Write(io::ErrorKind::StorageFull.into()),
    ]
}

/// Everything that is said, in a language; with its English form.
fn said(language: Language) -> Vec<(String, String)> {
    fn all<T: ToString>(
        errors: Vec<T>,
        words: impl Fn(&T) -> String,
    ) -> impl Iterator<Item = (String, String)> {
        errors.into_iter().map(move |error| (words(&error), error.to_string()))
    }
    let text = &language.load();
    let mut said = Vec::new();
    said.extend(all(open_errors(), |error| open(text, error)));
    said.extend(all(save_errors(), |error| save(text, error)));
    said.extend(all(notes(), |it| note(text, it)));
    said.extend(all(problems(), |it| problem(text, it)));
    said.extend(all(refusals(), |error| refusal(text, error)));
    said.extend(all(export_errors().drain(..4).collect(), |error| export(text, error)));
    said
}

#[test]
fn in_english_a_message_is_what_the_error_says_itself() {
    for (words, english) in said(Language::En) {
        assert_eq!(words, english);
    }
}

#[test]
fn in_every_language_a_message_is_its_own_and_says_all_that_the_error_knows() {
    let facts = ["1234", "/home/anna/map.ron", "120", "T4", "T5", "T9", "Reviews", "too dear"];
    for language in Language::iter().copied().filter(|it| *it != Language::En) {
        let said = said(language);
        for (words, english) in &said {
            assert_ne!(words, english, "{language}");
            for fact in facts {
                assert_eq!(words.contains(fact), english.contains(fact), "{fact} in “{words}”");
            }
            let first = words.chars().next().unwrap_or_default();
            assert!(!first.is_uppercase() || words.starts_with('T'), "{words}");
            assert!(!words.ends_with(['.', '。']), "{words}");
        }
        let text = language.load();
        for word in reasons() {
            assert!(!reason(&text, &word).contains("you"), "{word}");
        }
    }
}

#[test]
fn what_the_system_said_while_writing_is_put_into_words() {
    let full = || ExportError::Write(io::ErrorKind::StorageFull.into());
    for (language, words) in [
        (Language::En, "could not write: the disk is full"),
        (Language::Ru, "не удалось записать: на диске нет места"),
        (Language::Zh, "无法写入：磁盘已满"),
    ] {
        assert_eq!(export(&language.load(), &full()), words);
    }
}

#[test]
fn a_sentence_begins_large_and_ends_with_a_stop() {
    assert_eq!(sentence(&Language::En.load(), "a link"), "A link.");
    assert_eq!(sentence(&Language::Ru.load(), "точке нужно"), "Точке нужно.");
    assert_eq!(sentence(&Language::Zh.load(), "已有这条连线"), "已有这条连线。");
}
