//! Numbers and dates in a text: digits in the styles of several languages, number words, days and
//! months. Percentages and years are recognised so that nobody takes them for a count.

use super::lexicon::{ByByte, Language};
use super::marks::{Hit, is_wide};
use std::ops::Range;

/// A number or date that a cue stands for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// A count or measure.
    Number(f64),
    /// A date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Date(String),
    /// A name, its aliases parted by `|`.
    Name(String),
}

/// The cues under which values are found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kinds {
    pub(super) number: usize,
    pub(super) date: usize,
    pub(super) percent: usize,
}

/// Adds the numbers and dates of a stretch of text to its hits.
pub(super) fn find(
    twin: &str,
    range: Range<usize>,
    language: &Language,
    kinds: Kinds,
    values: &mut Vec<Value>,
    hits: &mut Vec<Hit>,
) {
    let start = range.start;
    let Some(text) = twin.get(range) else {
        return;
    };
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let Some(character) = rest.chars().next() else {
            break;
        };
        let before = text[..at].chars().next_back();
        let joined = before.is_some_and(|c| c.is_alphanumeric() && !is_wide(c));
        let starts = character.is_ascii_digit()
            || !filed(&language.numbers, rest).is_empty()
            || !filed(&language.months, rest).is_empty();
        let found = if joined || !starts {
            None
        } else {
            date(rest, language)
                .map(|(length, date)| (length, kinds.date, Value::Date(date)))
                .or_else(|| number(rest, before, language, kinds))
        };
        match found {
            Some((length, cue, value)) => {
                values.push(value);
                hits.push(Hit {
                    cue,
                    start: start + at,
                    end: start + at + length,
                    value: Some(values.len() - 1),
                });
                at += length;
            }
            None => at += character.len_utf8(),
        }
    }
}

/// The words that may stand at the start of `rest`.
fn filed<'w, T>(words: &'w ByByte<T>, rest: &str) -> &'w [(String, T)] {
    let byte = rest.bytes().next().map(usize::from);
    byte.and_then(|byte| words.get(byte))
        .map_or(&[], Vec::as_slice)
}

fn number(
    rest: &str,
    before: Option<char>,
    language: &Language,
    kinds: Kinds,
) -> Option<(usize, usize, Value)> {
    if let Some((length, value)) = digits(rest, language.decimal_comma) {
        let after = rest[length..].trim_start();
        let percent = [
            "%",
            "per cent",
            "percent",
            "por ciento",
            "procent",
            "pour cent",
            "persen",
            "phần trăm",
            "％",
        ]
        .iter()
        .any(|word| after.starts_with(word))
            || before == Some('%');
        let joined = rest[length..].starts_with(|c: char| c.is_alphabetic() && !is_wide(c))
            || rest[length..].starts_with('/')
            || before == Some('/');
        if joined {
            return None;
        }
        let plain = rest
            .get(..length)
            .is_some_and(|digits| digits.chars().all(|c| c.is_ascii_digit()));
        if plain && length == 4 && (1950.0..2050.0).contains(&value) {
            return Some((length, kinds.date, Value::Date(rest[..4].to_owned())));
        }
        return Some((
            length,
            if percent { kinds.percent } else { kinds.number },
            Value::Number(value),
        ));
    }
    words(rest, language).map(|(length, value)| (length, kinds.number, Value::Number(value)))
}

/// Digits with separators: `1,780`, `1.340`, `1 200`, `1.5`.
fn digits(rest: &str, decimal_comma: bool) -> Option<(usize, f64)> {
    let bytes = rest.as_bytes();
    let mut end = 0;
    let mut plain = String::new();
    while let Some(byte) = bytes.get(end) {
        if byte.is_ascii_digit() {
            plain.push(char::from(*byte));
            end += 1;
        } else if matches!(byte, b',' | b'.' | b' ' | b'\'') && !plain.is_empty() {
            let group = bytes[end + 1..]
                .iter()
                .take_while(|b| b.is_ascii_digit())
                .count();
            let short = plain.len() <= 3 || plain.len().is_multiple_of(3) || end > 4;
            if group == 3 && short && !plain.contains('.') && (*byte != b' ' || plain.len() <= 3) {
                end += 1;
            } else if group > 0
                && group <= 2
                && !plain.contains('.')
                && (*byte == b'.' || (decimal_comma && *byte == b','))
            {
                plain.push('.');
                end += 1;
            } else {
                break;
            }
        } else {
            break;
        }
    }
    plain.parse().ok().map(|value| (end, value))
}

/// Words that multiply a small number before them: a dozen, a hundred.
const MULTIPLIERS: [f64; 2] = [12.0, 100.0];

/// Number words: `thirty-two`, `nearly two thousand`.
fn words(rest: &str, language: &Language) -> Option<(usize, f64)> {
    let mut at = 0;
    let mut end = 0;
    let mut total = 0_f64;
    let mut part = 0_f64;
    let mut any = false;
    loop {
        let here = &rest[at..];
        let Some((word, value)) = filed(&language.numbers, here).iter().find(|(word, _)| {
            here.starts_with(word.as_str())
                && (word.chars().any(is_wide)
                    || !here[word.len()..].starts_with(|c: char| c.is_alphanumeric()))
        }) else {
            break;
        };
        let value = f64::from(*value);
        let small = (1.0..10.0).contains(&part);
        if value >= 1000.0 {
            total += part.max(1.0) * value;
            part = 0.0;
        } else if small && MULTIPLIERS.contains(&value) {
            part *= value;
        } else {
            part += value;
        }
        any = true;
        at += word.len();
        end = at;
        let gap = [" and ", "-", " ve ", " y ", " et ", " "]
            .iter()
            .find(|gap| rest[at..].starts_with(**gap));
        let Some(gap) = gap else {
            if rest[at..].starts_with(|c: char| is_wide(c)) {
                continue;
            }
            break;
        };
        at += gap.len();
    }
    any.then_some((end, total + part))
}

/// A date at the start of `rest`.
fn date(rest: &str, language: &Language) -> Option<(usize, String)> {
    numeric_date(rest)
        .or_else(|| wide_date(rest))
        .or_else(|| day_first(rest, language))
        .or_else(|| month_first(rest, language))
}

fn lead(rest: &str, most: usize) -> Option<(usize, u32)> {
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    if length == 0 || length > most {
        return None;
    }
    rest[..length].parse().ok().map(|value| (length, value))
}

/// `30/6/2025`, `30.06.2025`, `2025-06-30`.
fn numeric_date(rest: &str) -> Option<(usize, String)> {
    let (one, first) = lead(rest, 4)?;
    let separator = rest[one..]
        .chars()
        .next()
        .filter(|c| matches!(c, '/' | '.' | '-'))?;
    let at = one + 1;
    let (two, second) = lead(&rest[at..], 2)?;
    if !rest[at + two..].starts_with(separator) {
        return None;
    }
    let at = at + two + 1;
    let (three, third) = lead(&rest[at..], 4)?;
    let length = at + three;
    if one == 4 {
        return iso(first, second, third).map(|date| (length, date));
    }
    if three != 4 {
        return None;
    }
    let (day, month) = if second > 12 {
        (second, first)
    } else {
        (first, second)
    };
    iso(third, month, day).map(|date| (length, date))
}

/// `2025年12月31日`.
fn wide_date(rest: &str) -> Option<(usize, String)> {
    let (one, year) = lead(rest, 4)?;
    let tail = rest[one..].strip_prefix('年')?;
    let Some((two, month)) = lead(tail, 2) else {
        return Some((one + 3, format!("{year:04}")));
    };
    let after = tail[two..].strip_prefix('月')?;
    let length = one + 3 + two + 3;
    match lead(after, 2).filter(|(three, _)| after[*three..].starts_with(['日', '号'])) {
        Some((three, day)) => iso(year, month, day).map(|date| (length + three + 3, date)),
        None => Some((length, format!("{year:04}-{month:02}"))),
    }
}

/// `31 December 2021`, `31 de marzo de 2023`, `May 2014`.
fn day_first(rest: &str, language: &Language) -> Option<(usize, String)> {
    let (one, day) = lead(rest, 2)?;
    let mut at = one;
    at += skip(
        &rest[at..],
        &[
            "st ", "nd ", "rd ", "th ", "er ", ". ", " de ", " tháng ", " of ", " ",
        ],
    )?;
    let (length, month) = month(&rest[at..], language)?;
    at += length;
    at += skip(&rest[at..], &[", ", " del ", " de ", " năm ", " of ", " "])?;
    let (length, year) = lead(&rest[at..], 4).filter(|(length, _)| *length == 4)?;
    iso(year, month, day).map(|date| (at + length, date))
}

/// `December 31, 2021`, `December 2021`.
fn month_first(rest: &str, language: &Language) -> Option<(usize, String)> {
    let (length, month) = month(rest, language)?;
    let mut at = length + skip(&rest[length..], &[" de ", " del ", " năm ", " of ", " "])?;
    let (two, first) = lead(&rest[at..], 4)?;
    if two == 4 {
        return Some((at + two, format!("{first:04}-{month:02}")));
    }
    at += two;
    at += skip(&rest[at..], &["st, ", "nd, ", "rd, ", "th, ", ", ", " "])?;
    let (length, year) = lead(&rest[at..], 4).filter(|(length, _)| *length == 4)?;
    iso(year, month, first).map(|date| (at + length, date))
}

fn skip(rest: &str, options: &[&str]) -> Option<usize> {
    options
        .iter()
        .find(|option| rest.starts_with(**option))
        .map(|option| option.len())
}

fn month(rest: &str, language: &Language) -> Option<(usize, u32)> {
    filed(&language.months, rest)
        .iter()
        .find(|(word, _)| {
            rest.starts_with(word.as_str())
                && !rest[word.len()..].starts_with(char::is_alphanumeric)
        })
        .map(|(word, month)| (word.len(), u32::from(*month)))
}

fn iso(year: u32, month: u32, day: u32) -> Option<String> {
    let fits = (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::super::Lexicon;
    use super::*;

    fn values(code: &str, text: &str) -> Vec<Value> {
        let lexicon = Lexicon::new().unwrap();
        let language = lexicon
            .languages
            .iter()
            .find(|language| language.code == code)
            .unwrap();
        let (mut values, mut hits) = (Vec::new(), Vec::new());
        let kinds = Kinds {
            number: 0,
            date: 1,
            percent: 2,
        };
        find(text, 0..text.len(), language, kinds, &mut values, &mut hits);
        values
    }

    fn number(code: &str, text: &str) -> f64 {
        match values(code, text).first() {
            Some(Value::Number(number)) => *number,
            other => panic!("{text} gives {other:?}"),
        }
    }

    #[test]
    fn figures_are_read_in_the_style_of_each_language() {
        for (code, text, wanted) in [
            ("en", "1,780", 1780.0),
            ("es", "1.340", 1340.0),
            ("fr", "2 750", 2750.0),
            ("en", "1.5", 1.5),
            ("nl", "2,5", 2.5),
            ("zh", "员工356人", 356.0),
        ] {
            assert!((number(code, text) - wanted).abs() < 1e-9, "{text}");
        }
    }

    #[test]
    fn number_words_add_up() {
        for (text, wanted) in [
            ("thirty-two", 32.0),
            ("nearly two thousand", 2000.0),
            ("two hundred and fifty", 250.0),
            ("a dozen", 12.0),
            ("three dozen", 36.0),
        ] {
            assert!((number("en", text) - wanted).abs() < 1e-9, "{text}");
        }
        assert!((number("tr", "iki yüz elli") - 250.0).abs() < 1e-9);
    }

    #[test]
    fn dates_come_in_many_forms_and_years_are_no_counts() {
        for (code, text, wanted) in [
            ("en", "31 december 2021", "2021-12-31"),
            ("en", "december 31, 2021", "2021-12-31"),
            ("en", "may 2023", "2023-05"),
            ("es", "31 de marzo de 2023", "2023-03-31"),
            ("vi", "30/6/2025", "2025-06-30"),
            ("zh", "2025年12月31日", "2025-12-31"),
            ("en", "2019", "2019"),
        ] {
            assert_eq!(
                values(code, text),
                [Value::Date(wanted.to_owned())],
                "{text}"
            );
        }
    }
}
