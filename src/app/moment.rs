//! A moment in the reader's words: today and yesterday by name, else by date; by the clock of this
//! machine.

use crate::{message, text::Text};
use jiff::{Timestamp, tz::TimeZone};
use std::time::SystemTime;

/// When something was, seen from now.
pub fn moment(text: &Text, then: SystemTime, now: SystemTime) -> String {
    in_zone(text, then, now, &TimeZone::system())
}

/// The same inside a sentence.
pub fn in_sentence(text: &Text, then: SystemTime, now: SystemTime) -> String {
    let words = moment(text, then, now);
    let mut characters = words.chars();
    let first = characters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(characters).collect()
}

fn in_zone(text: &Text, then: SystemTime, now: SystemTime, zone: &TimeZone) -> String {
    let local = |time| Timestamp::try_from(time).map(|it| it.to_zoned(zone.clone()));
    let (Ok(then), Ok(now)) = (local(then), local(now)) else {
        return String::new();
    };
    let time = format!("{:02}:{:02}", then.hour(), then.minute());
    let (today, day) = (now.date(), then.date());
    if day == today {
        text.moment_today(time)
    } else if today.yesterday().is_ok_and(|yesterday| day == yesterday) {
        text.moment_yesterday(time)
    } else {
        text.moment_date(message::day(text, day), time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use std::time::{Duration, UNIX_EPOCH};

    #[test]
    fn a_sentence_goes_on_in_small_letters() {
        let now = SystemTime::now();
        for (language, begins) in
            [(Language::En, "today, "), (Language::Ru, "сегодня, "), (Language::Zh, "今天 ")]
        {
            let words = in_sentence(&language.load(), now, now);
            assert!(words.starts_with(begins), "{words}");
        }
    }

    #[test]
    fn days_are_those_of_the_clock_on_the_wall() {
        // 23 November 2026, 03:30 in Shanghai; still the 22nd in London.
        let now = UNIX_EPOCH + Duration::from_mins(29_922_930);
        let zone = TimeZone::fixed(jiff::tz::offset(8));
        for (language, hours, words) in [
            (Language::En, 0, "Today, 03:30"),
            (Language::En, 3, "Today, 00:30"),
            (Language::En, 4, "Yesterday, 23:30"),
            (Language::En, 28, "21 Nov 2026, 23:30"),
            (Language::Ru, 28, "21 ноября 2026, 23:30"),
            (Language::Zh, 28, "2026年11月21日 23:30"),
            (Language::Zh, 24 * 80, "2026年9月4日 03:30"),
            (Language::Ru, 24 * 80, "4 сентября 2026, 03:30"),
        ] {
            let then = now - Duration::from_hours(hours);
            let found = in_zone(&language.load(), then, now, &zone);
            assert_eq!(found.replace(['\u{2068}', '\u{2069}'], ""), words);
        }
    }
}
