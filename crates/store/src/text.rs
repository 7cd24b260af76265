//! How texts are folded before they are compared, sorted or searched: case, width and Latin
//! accents vanish, the letters of other scripts stay. What people wrote is kept beside it, verbatim.

use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower case, compatibility forms and Latin accents folded, white space collapsed.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    let mut put = |folded: &mut String, letter: char| {
        if letter.is_whitespace() || letter.is_control() {
            gap = true;
            return;
        }
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        folded.push(letter);
    };
    if text.is_ascii() {
        for letter in text.chars() {
            put(&mut folded, letter.to_ascii_lowercase());
        }
        return folded;
    }
    // Only the accents of Latin, Greek and Cyrillic go; the vowel signs of Bangla, Khmer and
    // their like are letters of their own.
    for letter in text
        .nfkd()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .nfc()
    {
        match letter {
            'đ' | 'Đ' | 'ð' | 'Ð' => put(&mut folded, 'd'),
            'ł' | 'Ł' => put(&mut folded, 'l'),
            'ø' | 'Ø' => put(&mut folded, 'o'),
            'ı' => put(&mut folded, 'i'),
            'ß' | 'ẞ' => ['s', 's'].into_iter().for_each(|l| put(&mut folded, l)),
            'æ' | 'Æ' => ['a', 'e'].into_iter().for_each(|l| put(&mut folded, l)),
            'œ' | 'Œ' => ['o', 'e'].into_iter().for_each(|l| put(&mut folded, l)),
            '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' => {}
            letter => letter.to_lowercase().for_each(|l| put(&mut folded, l)),
        }
    }
    folded
}

/// Where a piece of folded text came from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Origin {
    /// First byte of the piece in the folded text.
    pub(crate) folded: usize,
    /// The bytes of the original that it stands for.
    pub(crate) original: Range<usize>,
}

/// Folds letter by letter and says where each piece came from, for highlights. A letter and the
/// marks on it are one piece.
pub(crate) fn fold_with_places(text: &str) -> (String, Vec<Origin>) {
    let mut folded = String::with_capacity(text.len());
    let mut origins = Vec::with_capacity(text.len());
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        let mut end = start + letter.len_utf8();
        while let Some((at, mark)) = letters
            .peek()
            .copied()
            .filter(|(_, mark)| is_combining_mark(*mark))
        {
            end = at + mark.len_utf8();
            letters.next();
        }
        let piece = &text[start..end];
        if letter.is_whitespace() || letter.is_control() {
            if !folded.is_empty() && !folded.ends_with(' ') {
                origins.push(Origin {
                    folded: folded.len(),
                    original: start..end,
                });
                folded.push(' ');
            }
            continue;
        }
        let folded_piece = fold(piece);
        if !folded_piece.is_empty() {
            origins.push(Origin {
                folded: folded.len(),
                original: start..end,
            });
            folded.push_str(&folded_piece);
        }
    }
    (folded, origins)
}

/// The folded text for an index: no longer than an index of PostgreSQL takes.
pub(crate) fn sort_key(text: &str) -> String {
    fold(text).chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_is_found_with_and_without_accents() {
        assert_eq!(fold("Công ty TNHH Đồng  Nai"), "cong ty tnhh dong nai");
    }

    #[test]
    fn signs_of_bangla_and_khmer_stay() {
        let bangla = "ইউনিয়ন";
        assert_eq!(fold(bangla), bangla.nfkc().collect::<String>());
        assert_eq!(fold("សហជីព"), "សហជីព");
    }

    #[test]
    fn full_width_letters_read_like_plain_ones() {
        assert_eq!(fold("ＡＢＣ１２"), "abc12");
    }
}
