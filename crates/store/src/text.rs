//! How texts are folded before they are compared, sorted or searched: case, width and Latin
//! accents vanish, the letters of other scripts stay. What people wrote is kept beside it, verbatim.

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

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

/// The folded text for an index: no longer than an index of PostgreSQL takes.
pub(crate) fn sort_key(text: &str) -> String {
    fold(text).chars().take(200).collect()
}

/// Equal for two facilities whose name, address and country say the same letters and digits.
pub(crate) fn match_key(name: &str, address: &str, country: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in [name, address, country] {
        let mut gap = false;
        let mut buffer = [0_u8; 4];
        for letter in fold(part).chars() {
            // Combining signs of non-Latin scripts are no letters to `is_alphanumeric`, but they
            // carry the word; only what is punctuation or space is dropped.
            if letter.is_whitespace() || letter.is_ascii_punctuation() || is_punctuation(letter) {
                gap = true;
                continue;
            }
            if std::mem::take(&mut gap) {
                hash.update(b" ");
            }
            hash.update(letter.encode_utf8(&mut buffer).as_bytes());
        }
        hash.update(b"\n");
    }
    hash.finalize().into()
}

fn is_punctuation(letter: char) -> bool {
    matches!(letter,
        '\u{a0}'..='\u{bf}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
        | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}'
        | '\u{964}' | '\u{965}' | '\u{17d4}'..='\u{17d6}' | '\u{104a}' | '\u{104b}' | '\u{60c}' | '\u{61b}')
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
        assert_ne!(match_key("কি", "", "BD"), match_key("কা", "", "BD"));
    }

    #[test]
    fn full_width_letters_read_like_plain_ones() {
        assert_eq!(fold("ＡＢＣ１２"), "abc12");
    }

    #[test]
    fn punctuation_and_case_make_no_other_facility() {
        assert_eq!(
            match_key("ABC Knit Ltd.", "12, Road-3;  Dhaka", "BD"),
            match_key("abc  KNIT LTD", "12 road 3 dhaka", "BD")
        );
        assert_ne!(
            match_key("ABC", "Knit", "BD"),
            match_key("ABC Knit", "", "BD")
        );
    }
}
