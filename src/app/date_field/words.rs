//! A day as the reader writes it, and what people type for one: "4 Dec", "4.12.26", "2026-12-04",
//! "12月4日", "tomorrow", "Friday", "+2w".

use crate::{message, model::Date, text::Text};
use jiff::{Span, ToSpan};

/// A day in a field, to be edited: with nothing in it that cannot be seen.
pub fn written(text: &Text, day: Date) -> String {
    plain(&message::day(text, day))
}

/// A day where there is little room: without the year where that is this one.
pub fn short(text: &Text, day: Date, today: Date) -> String {
    if day.year() == today.year() {
        plain(&text.date_short(day.day(), day.month()))
    } else {
        written(text, day)
    }
}

/// A day with its weekday, to be heard.
pub fn said(text: &Text, day: Date) -> String {
    let number = day.weekday().to_monday_one_offset();
    plain(&text.date_said(text.date_weekday(number), message::day(text, day)))
}

/// Messages mark where what is put into them begins and ends, for scripts of both directions: a
/// caret would stop there.
fn plain(words: &str) -> String {
    words.replace(['\u{2068}', '\u{2069}'], "")
}

/// The day that was meant; `None` where that cannot be known.
pub fn read(typed: &str, text: &Text, today: Date) -> Option<Date> {
    let typed = plain(typed).trim().to_lowercase();
    if let Some(date) = typed.strip_prefix(['+', '-']).and_then(|rest| {
        let span = span(rest.trim(), text)?;
        today.checked_add(if typed.starts_with('-') { -span } else { span }).ok()
    }) {
        return Some(date);
    }
    named(&typed, text, today).or_else(|| numbered(&typed, text, today))
}

/// "2w": so many days, weeks or months.
fn span(rest: &str, text: &Text) -> Option<Span> {
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, unit) = rest.split_at(end);
    let count: i64 = number.parse().ok().filter(|&count| count <= 10_000)?;
    let units = text.date_units();
    let letter = unit.trim().chars().next();
    let at = |units: &str| units.chars().position(|unit| Some(unit) == letter);
    match letter.map(|_| at(&units).or_else(|| at("dwm"))) {
        None | Some(Some(0)) => Some(count.days()),
        Some(Some(1)) => Some(count.weeks()),
        Some(Some(2)) => Some(count.months()),
        _ => None,
    }
}

/// "tomorrow"; "Friday": the next one.
fn named(typed: &str, text: &Text, today: Date) -> Option<Date> {
    for (name, days) in
        [(text.date_today(), 0), (text.date_tomorrow(), 1), (text.date_yesterday(), -1)]
    {
        if name.to_lowercase() == typed {
            return today.checked_add(days.days()).ok();
        }
    }
    let begins = |name: String| name.to_lowercase().starts_with(typed);
    let is_word = typed.chars().count() >= 2 && typed.chars().all(char::is_alphabetic);
    let number = (1..=7_i8).find(|&number| {
        is_word && (begins(text.date_weekday(number)) || begins(text.date_weekday_short(number)))
    })?;
    let ahead = (number - today.weekday().to_monday_one_offset() + 6).rem_euclid(7) + 1;
    today.checked_add(i64::from(ahead).days()).ok()
}

/// Numbers, of which one may be a month's name, in the order of the reader's own form.
fn numbered(typed: &str, text: &Text, today: Date) -> Option<Date> {
    let mut numbers: Vec<i16> = Vec::new();
    let mut month = None;
    let is_sign = |c: char| !c.is_alphanumeric() || matches!(c, '年' | '月' | '日' | '号');
    for part in parts(typed, is_sign) {
        if part.starts_with(|c: char| c.is_ascii_digit()) {
            numbers.push(part.parse().ok()?);
        } else if !matches!(part, "г" | "года" | "of") {
            month = month.xor(Some(month_of(part, text)?));
        }
    }
    let is_month_first = plain(&text.date_short(30_i8, 12_i8)).starts_with("12");
    let (year, month, day) = match (numbers.as_slice(), month) {
        (&[day], Some(month)) if day <= 31 => (None, month, day),
        (&[day, year], Some(month)) if day <= 31 => (Some(year), month, day),
        (&[year, month, day], None) if year > 31 => (Some(year), month, day),
        (&[year, day], Some(month)) | (&[day, month, year], None) => (Some(year), month, day),
        (&[month, day], None) if month <= 12 && (is_month_first || day > 12) => (None, month, day),
        (&[day, month], None) => (None, month, day),
        _ => return None,
    };
    let day_of = |year: i16| {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Date::new(year, month, day).ok()
    };
    match year {
        Some(year @ 0..=99) => day_of(year + 2000),
        Some(year) => day_of(year),
        // Without a year: the one that is nearest.
        None => {
            let years = [0, 1, -1].map(|by| day_of(today.year() + by));
            let far = |day: &Date| (*day - today).get_days().abs();
            years.into_iter().flatten().min_by_key(far)
        }
    }
}

/// Runs of digits and runs of letters.
fn parts(typed: &str, is_sign: impl Fn(char) -> bool) -> Vec<&str> {
    let mut parts = Vec::new();
    for word in typed.split(is_sign).filter(|word| !word.is_empty()) {
        let digits = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
        let (number, letters) = word.split_at(digits);
        parts.extend([number, letters].into_iter().filter(|part| !part.is_empty()));
    }
    parts
}

/// The month that a word is the beginning of, in any of its forms.
fn month_of(word: &str, text: &Text) -> Option<i16> {
    let least = 3.min(word.chars().count());
    let fits = |name: String| {
        let name = name.to_lowercase();
        name.split(|c: char| !c.is_alphabetic()).any(|name| {
            !name.is_empty() && {
                let is_start = name.starts_with(word) && least == 3;
                is_start || (name.chars().count() >= 3 && word == name)
            }
        })
    };
    let forms = |month: i8| {
        [text.date_month(month), text.day(1_i8, month, String::new()), text.date_short(1_i8, month)]
    };
    (1..=12_i8).find(|&month| forms(month).into_iter().any(fits)).map(i16::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn what_people_type_for_a_day_is_understood() {
        let today: Date = "2026-11-23".parse().unwrap();
        for (language, typed, expected) in [
            (Language::En, "2026-12-04", "2026-12-04"),
            (Language::En, "4 Dec", "2026-12-04"),
            (Language::En, "4 december 2027", "2027-12-04"),
            (Language::En, "Dec 4", "2026-12-04"),
            (Language::En, "Dec 4, 2027", "2027-12-04"),
            (Language::En, "4dec", "2026-12-04"),
            (Language::En, "4/12", "2026-12-04"),
            (Language::En, "12/24", "2026-12-24"),
            (Language::En, "4.12.26", "2026-12-04"),
            (Language::En, "4 Jan", "2027-01-04"),
            (Language::En, "4 Sep", "2026-09-04"),
            (Language::En, "today", "2026-11-23"),
            (Language::En, "Tomorrow", "2026-11-24"),
            (Language::En, "fri", "2026-11-27"),
            (Language::En, "Monday", "2026-11-30"),
            (Language::En, "+2w", "2026-12-07"),
            (Language::En, "+ 3 days", "2026-11-26"),
            (Language::En, "+10", "2026-12-03"),
            (Language::En, "-1m", "2026-10-23"),
            (Language::En, "29 Feb 2028", "2028-02-29"),
            (Language::En, "29 Feb 2027", ""),
            (Language::En, "31 Nov", ""),
            (Language::En, "soon", ""),
            (Language::En, "4", ""),
            (Language::En, "+2x", ""),
            (Language::En, "", ""),
            (Language::Ru, "4 декабря", "2026-12-04"),
            (Language::Ru, "4 дек. 2027 г.", "2027-12-04"),
            (Language::Ru, "5 мая", "2027-05-05"),
            (Language::Ru, "май 5", "2027-05-05"),
            (Language::Ru, "04.12.2026", "2026-12-04"),
            (Language::Ru, "завтра", "2026-11-24"),
            (Language::Ru, "пт", "2026-11-27"),
            (Language::Ru, "+2н", "2026-12-07"),
            (Language::Ru, "+1 месяц", "2026-12-23"),
            (Language::Ru, "+2w", "2026-12-07"),
            (Language::Zh, "2026年12月4日", "2026-12-04"),
            (Language::Zh, "12月4日", "2026-12-04"),
            (Language::Zh, "12/4", "2026-12-04"),
            (Language::Zh, "2026/12/4", "2026-12-04"),
            (Language::Zh, "明天", "2026-11-24"),
            (Language::Zh, "星期五", "2026-11-27"),
            (Language::Zh, "+2周", "2026-12-07"),
        ] {
            let found = read(typed, &language.load(), today).map(|day| day.to_string());
            assert_eq!(found.unwrap_or_default(), expected, "{language:?}: {typed}");
        }
    }

    #[test]
    fn every_day_is_understood_as_it_is_written() {
        let today: Date = "2026-11-23".parse().unwrap();
        for language in Language::iter() {
            let text = language.load();
            for day in today.series(7.days()).take(60) {
                assert_eq!(read(&written(&text, day), &text, today), Some(day), "{language:?}");
                if day.year() == today.year() {
                    assert_eq!(read(&short(&text, day, today), &text, today), Some(day));
                }
                assert!(!said(&text, day).contains('\u{2068}'));
            }
        }
    }
}
