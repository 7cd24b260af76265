//! How texts are folded before they are compared, sorted or searched: case, width and Latin
//! accents vanish, the letters of other scripts stay. What people wrote is kept beside it, verbatim.

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
