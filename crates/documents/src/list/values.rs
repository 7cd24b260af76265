//! What single cells mean: numbers of workers, and cells that say nothing. A value that is not
//! plain is told apart from one that is; nothing is rounded or made up.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// Text of a cell for storing: one line, without control characters and signs of no width, white
/// space single. Joiners that shape letters of Asian scripts stay.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let plain = text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) && !text.contains("  ");
    if plain {
        return Cow::Borrowed(text.trim());
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.chars() {
        match letter {
            '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{ad}'
            | '\u{feff}'
            | '\u{2060}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{fffd}' => {}
            '\n' if !cleaned.is_empty() && !cleaned.ends_with([',', ';']) => {
                // Lines of an address become its parts.
                cleaned.push(',');
                gap = true;
            }
            letter if letter.is_whitespace() || letter.is_control() => gap = true,
            letter => {
                if gap && !cleaned.is_empty() {
                    cleaned.push(' ');
                }
                gap = false;
                cleaned.push(letter);
            }
        }
    }
    if cleaned.ends_with(',') {
        cleaned.pop();
    }
    Cow::Owned(cleaned)
}

/// True for cells that say nothing: "N/A", "-", "nil".
pub(super) fn says_nothing(text: &str) -> bool {
    const WORDS: [&str; 17] = [
        "n/a",
        "na",
        "n.a.",
        "n.a",
        "#n/a",
        "nil",
        "none",
        "null",
        "unknown",
        "not available",
        "not applicable",
        "tbd",
        "tbc",
        "x",
        "nvt",
        "n.v.t.",
        "k.a.",
    ];
    let text = text.trim();
    text.chars()
        .all(|letter| matches!(letter, '-' | '–' | '—' | '.' | '_' | '/' | '?' | '*' | ' '))
        || (text.len() <= 16 && WORDS.iter().any(|word| text.eq_ignore_ascii_case(word)))
}

/// A number of workers as a list writes it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Workers {
    /// A plain number.
    Exact(u32),
    /// "approx. 300", "300+".
    About(u32),
    /// "500-1000": no number at all, so none is taken.
    Range(u32, u32),
}

/// Reads a number of workers; none if the text holds anything else.
pub(super) fn workers(text: &str) -> Option<Workers> {
    const AROUND: [&str; 14] = [
        "approximately",
        "approx.",
        "approx",
        "about",
        "around",
        "circa",
        "ca.",
        "ca",
        "over",
        "more than",
        "less than",
        "up to",
        "min.",
        "max.",
    ];
    const COUNTED: [&str; 8] = [
        "workers",
        "employees",
        "persons",
        "people",
        "pers.",
        "pax",
        "staff",
        "werknemers",
    ];
    let plain = plain_digits(text).to_lowercase();
    let mut rest = plain.trim();
    let mut about = false;
    for word in COUNTED {
        rest = rest.strip_suffix(word).unwrap_or(rest).trim_end();
    }
    for word in AROUND {
        if let Some(after) = rest.strip_prefix(word) {
            (rest, about) = (after.trim_start(), true);
        }
    }
    let signs = ['~', '±', '>', '<', '≈', '≥', '≤', '='];
    let trimmed = rest
        .trim_start_matches(signs)
        .trim_end_matches(['+', '~'])
        .trim();
    about |= trimmed.len() != rest.len();
    if let Some(number) = whole(trimmed) {
        return Some(if about {
            Workers::About(number)
        } else {
            Workers::Exact(number)
        });
    }
    let (low, high) = ["-", "–", "—", " to ", "~", " tot ", " bis "]
        .into_iter()
        .find_map(|between| trimmed.split_once(between))?;
    let (low, high) = (whole(low.trim())?, whole(high.trim())?);
    (low < high).then_some(Workers::Range(low, high))
}

/// A whole number whose thousands may be grouped by comma, point, space or apostrophe.
fn whole(text: &str) -> Option<u32> {
    // What programs write for a whole number kept as a fraction.
    let text = text
        .strip_suffix(".0")
        .or_else(|| text.strip_suffix(".00"))
        .unwrap_or(text);
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    let sign = text.chars().find(|letter| !letter.is_ascii_digit())?;
    if !matches!(sign, ',' | '.' | ' ' | '\'' | '’' | '\u{a0}' | '\u{202f}') {
        return None;
    }
    let mut groups = text.split(sign);
    let first = groups.next()?;
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    if first.is_empty() || first.len() > 3 || !digits(first) {
        return None;
    }
    let rest: Vec<&str> = groups.collect();
    let (last, inner) = rest.split_last()?;
    // India groups by two above the thousands: 1,20,000.
    let grouped = last.len() == 3
        && digits(last)
        && inner
            .iter()
            .all(|group| matches!(group.len(), 2 | 3) && digits(group));
    grouped.then(|| format!("{first}{}", rest.concat()).parse().ok())?
}

/// The zero of each script whose digits lists are written with.
const ZEROS: [char; 8] = [
    '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}', '\u{1040}', '\u{17e0}', '\u{ed0}',
];

/// Digits of all scripts as 0 to 9, compatibility forms made plain.
pub(super) fn plain_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let digit = |letter: char| {
        let zero = ZEROS.iter().find(|zero| {
            (**zero..=char::from_u32(**zero as u32 + 9).unwrap_or(**zero)).contains(&letter)
        })?;
        char::from_digit(letter as u32 - *zero as u32, 10)
    };
    Cow::Owned(
        text.nfkc()
            .map(|letter| digit(letter).unwrap_or(letter))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_workers_are_read_as_people_write_them() {
        for (text, number) in [
            ("1200", 1200),
            ("1,200", 1200),
            ("1.200", 1200),
            ("1 200", 1200),
            ("1'200", 1200),
            ("1200.0", 1200),
            ("1,20,000", 120_000),
            ("১২০০", 1200),
            ("១២០០", 1200),
            ("１２００", 1200),
            ("350 workers", 350),
            ("0", 0),
        ] {
            assert_eq!(workers(text), Some(Workers::Exact(number)), "{text}");
        }
        for text in [
            "approx. 300",
            "ca. 300",
            "~300",
            "300+",
            ">300",
            "about 300 workers",
        ] {
            assert_eq!(workers(text), Some(Workers::About(300)), "{text}");
        }
        for text in ["500-1000", "500 – 1,000", "500 to 1000", "501~1000"] {
            assert!(
                matches!(workers(text), Some(Workers::Range(500 | 501, 1000))),
                "{text}"
            );
        }
        for text in [
            "many",
            "-5",
            "1,2",
            "12.5",
            "99999999999",
            "",
            "1000-500",
            "3 lines of 40",
        ] {
            assert_eq!(workers(text), None, "{text}");
        }
    }

    #[test]
    fn cells_that_say_nothing_are_blank_and_others_are_not() {
        for text in ["N/A", "n/a", "-", "--", "nil", "—", "", " ? ", "Unknown"] {
            assert!(says_nothing(text), "{text}");
        }
        for text in ["NAM", "None Such Ltd", "0", "নাম"] {
            assert!(!says_nothing(text), "{text}");
        }
    }

    #[test]
    fn cleaning_keeps_letters_and_drops_what_cannot_be_seen() {
        assert_eq!(
            clean("  Plot 7\n\nSavar,\r\nDhaka\u{200b} "),
            "Plot 7, Savar, Dhaka"
        );
        assert_eq!(clean("A\u{0}B\tC"), "A B C");
        assert_eq!(clean("ক্ষ\u{200d}"), "ক্ষ\u{200d}");
    }
}
