//! What single cells mean: numbers of workers, coordinates, and cells that say nothing. A value
//! that is not plain is told apart from one that is; nothing is rounded or made up.

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

/// Digits of all scripts as 0 to 9, compatibility forms made plain.
fn plain_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    const ZEROS: [char; 8] = [
        '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}', '\u{1040}', '\u{17e0}', '\u{ed0}',
    ];
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

/// Which coordinate a cell holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Axis {
    /// North and south.
    Latitude,
    /// East and west.
    Longitude,
}

/// Degrees of one coordinate: decimal with point or comma, or degrees, minutes and seconds, with
/// or without the letter of a direction. The letter tells the axis.
pub(super) fn degrees(text: &str) -> Option<(f64, Option<Axis>)> {
    let plain = plain_digits(text);
    let mut rest = plain.trim();
    if rest.is_empty() || rest.len() > 60 {
        return None;
    }
    let mut direction = None;
    for end in [rest.chars().next_back()?, rest.chars().next()?] {
        let found = match end.to_ascii_uppercase() {
            'N' => Some((1.0, Axis::Latitude)),
            'S' => Some((-1.0, Axis::Latitude)),
            'E' | 'O' => Some((1.0, Axis::Longitude)),
            'W' => Some((-1.0, Axis::Longitude)),
            _ => None,
        };
        if found.is_some() && direction.is_none() {
            direction = found;
            rest = rest
                .strip_suffix(end)
                .or_else(|| rest.strip_prefix(end))?
                .trim();
        }
    }
    let negative = rest.starts_with(['-', '−']);
    let unsigned = rest.trim_start_matches(['-', '−', '+']).trim();
    let marks = ['°', 'º', '˚', '\'', '’', '′', '"', '”', '″', ' ', ':'];
    let parts: Vec<&str> = unsigned
        .split(marks)
        .filter(|part| !part.is_empty())
        .collect();
    let mut total = 0.0;
    let mut unit = 1.0;
    for (index, part) in parts.iter().enumerate() {
        let number = decimal(part)?;
        let is_last = index + 1 == parts.len();
        let fits = (index == 0 || number < 60.0) && (is_last || number.fract() == 0.0);
        if !fits || index > 2 {
            return None;
        }
        total += number / unit;
        unit *= 60.0;
    }
    if parts.is_empty() {
        return None;
    }
    let sign = if negative { -1.0 } else { 1.0 };
    Some(match direction {
        Some((way, axis)) => (total * sign * way, Some(axis)),
        None => (total * sign, None),
    })
}

/// Digits with at most one point or comma between.
fn decimal(text: &str) -> Option<f64> {
    let marks = text
        .bytes()
        .filter(|byte| matches!(byte, b'.' | b','))
        .count();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits == 0 || marks > 1 || digits + marks != text.len() {
        return None;
    }
    text.replace(',', ".").parse().ok()
}

/// Latitude and longitude written in one cell, not checked for range.
pub(super) fn coordinates(text: &str) -> Option<(f64, f64)> {
    let text = text.trim().trim_matches(['(', ')', '[', ']']).trim();
    if text.len() > 100 {
        return None;
    }
    let halves = || {
        [";", "|", "/", ", ", " "]
            .into_iter()
            .filter_map(|between| text.split_once(between))
            .chain(
                // "23.8,90.4": one comma that stands between two decimal points.
                (text.matches(',').count() == 1 && text.contains('.'))
                    .then(|| text.split_once(','))
                    .flatten(),
            )
            .chain(after_direction(text))
    };
    halves().find_map(|(first, second)| {
        let second = second.trim().trim_start_matches([',', ';']).trim();
        let (first, axis) = degrees(first.trim_end_matches([',', ';']))?;
        let (second, other) = degrees(second)?;
        match (axis, other) {
            (Some(Axis::Longitude), Some(Axis::Latitude)) => Some((second, first)),
            (Some(first_axis), Some(second_axis)) if first_axis == second_axis => None,
            _ => Some((first, second)),
        }
    })
}

/// Cuts "23°48'36"N 90°24'0"E" after the letter of the first direction.
fn after_direction(text: &str) -> Option<(&str, &str)> {
    let at = text.find(['N', 'S', 'n', 's']).filter(|at| *at > 0)?;
    Some(text.split_at(at + 1))
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
    fn coordinates_are_read_with_points_commas_and_degrees() {
        let near = |text: &str, latitude: f64, longitude: f64| {
            let (read, other) = coordinates(text).unwrap_or_else(|| panic!("{text}"));
            assert!(
                (read - latitude).abs() < 1e-6 && (other - longitude).abs() < 1e-6,
                "{text}"
            );
        };
        for text in [
            "23.81, 90.41",
            "23.81,90.41",
            "23,81; 90,41",
            "23.81 90.41",
            "(23.81, 90.41)",
            "23.81° N, 90.41° E",
            "90.41E 23.81N",
            "23,81, 90,41",
            "23.81N90.41E",
        ] {
            near(text, 23.81, 90.41);
        }
        near("23°48'36\"N 90°24'36\"E", 23.81, 90.41);
        near("-6.2, 106.8", -6.2, 106.8);
        near("12.5S, 77.0W", -12.5, -77.0);
        for text in [
            "Dhaka, Bangladesh",
            "1216",
            "",
            "23.8",
            "12, Road 5",
            "1.2.3, 4.5.6",
        ] {
            assert_eq!(coordinates(text), None, "{text}");
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
