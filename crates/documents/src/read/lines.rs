//! Lines, cells and sentences: where a sentence ends, what is a key, a heading, a table's head. It
//! looks at form only and knows no cue.

use super::lexicon::Language;
use super::marks::is_wide;
use std::collections::BTreeMap;

/// Characters that mark a box, ticked or not.
pub(super) const TICKED: [&str; 9] = ["☒", "☑", "✓", "✔", "[x]", "(x)", "■", "✗", "[✓]"];
pub(super) const UNTICKED: [&str; 5] = ["☐", "□", "[ ]", "( )", "○"];

/// Lines of a block; a line that goes on in the next one is joined with it.
pub(super) fn paragraphs(text: &str) -> Vec<(usize, &str)> {
    let mut found: Vec<(usize, &str)> = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        let lead = line.len() - line.trim_start().len();
        let at = offset + lead;
        offset += line.len();
        if content.is_empty() {
            continue;
        }
        let goes_on = found.last().is_some_and(|(_, before)| {
            !has_box(before)
                && !has_box(content)
                && !before.ends_with(['.', '!', '?', ':', '。', '？', '；', ';'])
                && (content.starts_with(|c: char| {
                    c.is_lowercase() || c.is_numeric() || is_wide(c) || "(\"'“".contains(c)
                }) || before.chars().count() > 60)
                && before.chars().count() > 30
        });
        match found.last_mut() {
            Some((begin, before)) if goes_on => {
                *before = &text[*begin..at + content.len()];
            }
            _ => found.push((at, content)),
        }
    }
    found
}

/// Does a cell of a grid bear a tick?
pub(super) fn is_ticked(cell: &str) -> bool {
    let lowered = cell.trim().to_lowercase();
    lowered == "x" || TICKED.iter().any(|mark| lowered.contains(mark))
}

/// Is there a tick box in the line, or were there boxes that recognition of a scan lost?
pub(super) fn has_box(line: &str) -> bool {
    let may = line
        .bytes()
        .any(|byte| byte == b'[' || byte == b'(' || byte >= 0x80);
    let marks = UNTICKED.iter().chain(&TICKED).chain(&["[X]", "(X)"]);
    (may && marks.into_iter().any(|mark| line.contains(mark))) || has_lost_boxes(line)
}

/// "O Yes 8 No": the choices of a form beside scraps of boxes. Which one was ticked is not known.
fn has_lost_boxes(line: &str) -> bool {
    const CHOICES: [(&str, &str); 8] = [
        ("yes", "no"),
        ("sí", "no"),
        ("oui", "non"),
        ("ja", "nee"),
        ("evet", "hayır"),
        ("ya", "tidak"),
        ("có", "không"),
        ("是", "否"),
    ];
    if line.len() > 48 {
        return false;
    }
    let lowered = line.to_lowercase();
    let words: Vec<&str> = lowered
        .split([' ', '/', '|'])
        .filter(|word| !word.is_empty())
        .collect();
    CHOICES.iter().any(|(yes, no)| {
        let scrap = |word: &&str| {
            word.chars().count() <= 2 || *word == *yes || *word == *no || *word == "n.a."
        };
        words.len() > 2 && words.contains(yes) && words.contains(no) && words.iter().all(scrap)
    })
}

/// The length of the key in `key: value`.
pub(super) fn key_of(line: &str) -> Option<usize> {
    let colon = line.find([':', '：'])?;
    let key = line.get(..colon)?;
    let words = key.split_whitespace().count();
    let long = key.chars().count() > 64 || words > 8;
    let after = line[colon..].chars().nth(1);
    let time =
        after.is_some_and(|c| c.is_ascii_digit()) && key.ends_with(|c: char| c.is_ascii_digit());
    let letters = key.chars().filter(|c| c.is_alphanumeric()).count();
    (!long
        && !time
        && letters > 1
        && !key.contains(['.', '。', '；', ';', ','])
        && !key.trim().is_empty())
    .then_some(colon)
}

pub(super) fn looks_like_heading(line: &str) -> bool {
    let characters = line.chars().count();
    let closed = line.ends_with([
        '.', '!', '?', ';', '。', '？', '；', ',', '，', '"', '”', '\'',
    ]);
    let starts = line.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || is_wide(c));
    let limit = if line.chars().any(is_wide) { 30 } else { 90 };
    let words = line.split_whitespace().count();
    let speaks = line.contains(['?', '？', '。']) || line.contains(". ");
    !closed && !speaks && starts && characters < limit && words <= 12
}

pub(super) fn is_number(cell: &str) -> bool {
    !cell.is_empty()
        && cell.split_whitespace().count() <= 1
        && cell.chars().count() <= 8
        && cell.chars().any(|c| c.is_ascii_digit() || c == '-')
}

/// The roles of a header row's cells, by the words that `heads` lists; empty if it is no header.
pub(super) fn header_roles(
    cells: &[(usize, &str)],
    heads: &BTreeMap<String, Vec<String>>,
) -> Vec<String> {
    let role = |cell: &str| {
        let lowered = cell.to_lowercase();
        let known = heads.iter().find(|(_, words)| words.contains(&lowered));
        known.map(|(role, _)| role.clone()).unwrap_or_default()
    };
    let roles: Vec<String> = cells.iter().map(|(_, cell)| role(cell)).collect();
    let known = roles.iter().filter(|role| !role.is_empty()).count();
    if known >= 2 { roles } else { Vec::new() }
}

/// Sentences and clauses of a line, with their offsets.
pub(super) fn sentences<'t>(line: &'t str, languages: &[&Language]) -> Vec<(usize, &'t str)> {
    let mut found = Vec::new();
    let mut begin = 0;
    let mut characters = line.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let end = at + character.len_utf8();
        let next = characters.peek().map(|(_, next)| *next);
        let stops = match character {
            '。' | '！' | '？' | '；' => true,
            '.' | '!' | '?' => {
                next.is_none_or(char::is_whitespace) && !abbreviates(line, at, character, languages)
            }
            ';' => next.is_none_or(char::is_whitespace),
            _ => false,
        };
        let turns = character == ',' && CONTRASTS.iter().any(|word| line[end..].starts_with(word));
        if stops || turns {
            add(&mut found, line, begin, end);
            begin = end;
        }
    }
    add(&mut found, line, begin, line.len());
    found
}

/// Words after a comma at which another thought begins.
const CONTRASTS: [&str; 14] = [
    " but ",
    " although ",
    " though ",
    " whereas ",
    " yet ",
    " however",
    " pero ",
    " aunque ",
    " mais ",
    " maar ",
    " ancak ",
    " tetapi ",
    " namun ",
    " nhưng ",
];

fn add<'t>(found: &mut Vec<(usize, &'t str)>, line: &'t str, begin: usize, end: usize) {
    let Some(piece) = line.get(begin..end) else {
        return;
    };
    let content = piece.trim();
    if content.chars().any(char::is_alphanumeric) {
        found.push((begin + piece.len() - piece.trim_start().len(), content));
    }
}

/// Does the full stop belong to an abbreviation, an initial or a number?
fn abbreviates(line: &str, at: usize, character: char, languages: &[&Language]) -> bool {
    if character != '.' {
        return false;
    }
    let before = &line[..at];
    let word_start = before
        .rfind(|c: char| c.is_whitespace() || c == '(')
        .map_or(0, |space| space + 1);
    let Some(word) = before.get(word_start..) else {
        return false;
    };
    let lowered = word.to_lowercase();
    let last = line[at + 1..].trim().is_empty();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let dotted = word.contains('.') && word.chars().all(|c| c.is_uppercase() || c == '.');
    let after_lower = line[at + 1..].trim_start().starts_with(char::is_lowercase);
    let number = !word.is_empty() && word_start == 0 && word.chars().all(|c| c.is_ascii_digit());
    let known = languages
        .iter()
        .any(|language| language.abbreviations.contains(&lowered));
    !last && (initial || number || known || ((dotted || lowered.len() <= 3) && after_lower))
}

/// The parts of a cell: lines of boxes each by itself, other lines together.
pub(super) fn cell_parts(text: &str) -> Vec<(usize, &str)> {
    let mut parts: Vec<(usize, &str)> = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        let at = offset + line.len() - line.trim_start().len();
        offset += line.len();
        if content.is_empty() {
            continue;
        }
        match parts.last_mut() {
            Some((begin, before)) if !has_box(before) && !has_box(content) => {
                *before = &text[*begin..at + content.len()];
            }
            _ => parts.push((at, content)),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_and_the_number_of_a_line_end_no_sentence() {
        let line = "2. Star, S.A. runs a mill. J. Doe left; a union remains.";
        let found: Vec<&str> = sentences(line, &[])
            .into_iter()
            .map(|(_, sentence)| sentence)
            .collect();
        assert_eq!(
            found,
            [
                "2. Star, S.A. runs a mill.",
                "J. Doe left;",
                "a union remains."
            ]
        );
    }

    #[test]
    fn a_contrast_opens_a_new_clause_and_chinese_stops_end_sentences() {
        let found = sentences("A box hangs there, but nobody opens it.", &[]);
        assert_eq!(found.len(), 2);
        assert_eq!(
            sentences("工厂没有工会。员工代表由投票选出。", &[]).len(),
            2
        );
    }

    #[test]
    fn a_key_is_short_and_a_time_of_day_is_none() {
        assert_eq!(key_of("Trade union: none"), Some(11));
        assert_eq!(key_of("In: 10:30"), Some(2));
        assert_eq!(key_of("The visit began at 10:30"), None);
        assert_eq!(key_of("They said that the manager. had: no"), None);
    }

    #[test]
    fn wrapped_lines_are_joined_and_boxes_stay_by_themselves() {
        let wrapped =
            "The committee was elected in May by all of the workers of\nboth shifts.\n\u{2610} Yes";
        let found: Vec<&str> = paragraphs(wrapped)
            .into_iter()
            .map(|(_, line)| line)
            .collect();
        assert_eq!(found.len(), 2);
        assert!(found[0].ends_with("both shifts."));
        assert_eq!(
            cell_parts("\u{2610} Yes \u{2612} No\nNone was\nformed.").len(),
            2
        );
    }

    #[test]
    fn choices_whose_boxes_a_scan_lost_are_choices_still() {
        assert!(has_box("O Yes 8 No O N/A"));
        assert!(has_box("[X] Yes"));
        assert!(!has_box("Yes, there is no union"));
        assert!(!has_box("No"));
    }

    #[test]
    fn a_head_of_a_table_is_known_by_its_words() {
        let heads = super::super::Lexicon::new().unwrap().heads;
        let head = [(0, "Question"), (9, "Answer"), (17, "Note")];
        assert_eq!(header_roles(&head, &heads), ["question", "answer", "note"]);
        assert!(header_roles(&[(0, "Is there a union?"), (9, "Yes")], &heads).is_empty());
    }
}
