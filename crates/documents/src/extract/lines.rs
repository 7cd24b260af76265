//! What the words of a line alone say about it: whether it looks like a heading, begins an item of
//! a list, or ends a sentence. Formats that carry such things as marks do not ask here.

/// Longest heading, in characters.
const HEADING: usize = 110;

/// True if a line opens like an item of a list: a bullet, or a letter or number in brackets.
pub(super) fn is_item(line: &str) -> bool {
    let mut characters = line.trim_start().chars();
    match characters.next() {
        Some(
            '•' | '▪' | '●' | '◦' | '‣' | '·' | '■' | '□' | '➢' | '✓' | '\u{F0B7}' | '\u{F0A7}',
        ) => true,
        Some('-' | '–' | '—' | '*') => characters.next() == Some(' '),
        Some('(') => {
            let inside: String = characters.take(5).collect();
            inside
                .split_once(')')
                .is_some_and(|(mark, _)| is_mark(mark))
        }
        Some(first) if first.is_ascii_alphanumeric() => {
            let start: String = std::iter::once(first).chain(characters.take(4)).collect();
            start.split_once(')').is_some_and(|(mark, rest)| {
                is_mark(mark) && (rest.is_empty() || rest.starts_with(' '))
            })
        }
        _ => false,
    }
}

/// `1`, `12`, `a`, `iv`.
fn is_mark(mark: &str) -> bool {
    let digits = mark.len() <= 2 && mark.bytes().all(|byte| byte.is_ascii_digit());
    let letter = mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_alphabetic());
    let roman = mark.len() <= 4 && mark.bytes().all(|byte| b"ivxIVX".contains(&byte));
    !mark.is_empty() && (digits || letter || roman)
}

/// True if a sentence or an announcement ends here.
pub(super) fn ends_sentence(line: &str) -> bool {
    let bare = line
        .trim_end()
        .trim_end_matches(['"', '”', '’', '\'', ')', '»', ']', '」', '）']);
    bare.ends_with([
        '.', '!', '?', ':', ';', '…', '。', '！', '？', '：', '；', '।', '။', '។',
    ])
}

/// True if a line goes on from the one before it, as far as its first letter says.
pub(super) fn goes_on(line: &str) -> bool {
    line.trim_start()
        .chars()
        .next()
        .is_some_and(|first| first.is_lowercase() || matches!(first, ',' | ';' | ')' | '，' | '。'))
}

/// True if a line that stands alone reads like a heading: numbered, or all in capitals.
pub(super) fn is_heading(line: &str) -> bool {
    let line = line.trim();
    let length = line.chars().count();
    if !(3..=HEADING).contains(&length) || ends_like_prose(line) {
        return false;
    }
    is_numbered(line) || is_capitals(line)
}

fn ends_like_prose(line: &str) -> bool {
    line.ends_with(['.', ';', ',', '?', '!', '。', '；', '，', '？'])
}

/// `2. Freedom of association`, `3.1 Wages`, `PA 5: Fair remuneration`.
fn is_numbered(line: &str) -> bool {
    let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
    let starts_word = rest
        .trim_start()
        .chars()
        .next()
        .is_some_and(char::is_uppercase);
    let number = first.trim_end_matches(['.', ':', ')']);
    let digits = !number.is_empty()
        && number.len() <= 8
        && number.starts_with(|first: char| first.is_ascii_digit())
        && number
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
    if digits {
        // A bare number before words may be a count or a date; a dot makes it a section.
        return starts_word && first.contains('.');
    }
    let (second, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    first.len() <= 10
        && first.starts_with(char::is_uppercase)
        && second.ends_with([':', '.'])
        && second.starts_with(|first: char| first.is_ascii_digit())
        && rest.starts_with(char::is_uppercase)
}

fn is_capitals(line: &str) -> bool {
    let letters = || line.chars().filter(|character| character.is_alphabetic());
    letters().count() >= 6
        && letters().all(|letter| !letter.is_lowercase())
        && letters().any(char::is_uppercase)
}
