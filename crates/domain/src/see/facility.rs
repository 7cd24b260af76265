//! Facilities: production sites, with the columns that supplier lists carry. Nothing here says
//! what is known about freedom of association; that is the profile's.

use crate::id::FacilityId;
use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A production site.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Facility {
    /// Identifier; never changes.
    pub id: FacilityId,
    /// Name as the list or person wrote it.
    pub name: String,
    /// Address in one line, as written.
    pub address: String,
    /// ISO 3166-1 alpha-2 code in capitals.
    pub country: String,
    /// Where it stands, if known: latitude -90 to 90 and longitude -180 to 180, WGS 84 degrees.
    pub position: Option<Position>,
    /// Sectors, as written.
    pub sector: String,
    /// Number of workers, if known.
    pub workers: Option<u32>,
    /// Further columns of the supplier list, by name (parent company, processing type, product …).
    pub details: Vec<(String, String)>,
    /// Open Supply Hub identifier, if known.
    pub os_id: Option<String>,
    /// True for demonstration data; shown beside the name.
    pub fictional: bool,
}

/// A point on the globe in WGS 84 degrees.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Position {
    /// -90 to 90.
    pub latitude: f64,
    /// -180 to 180.
    pub longitude: f64,
}

impl Position {
    /// A position, if both numbers are finite and in range.
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        ((-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude)).then_some(
            Position {
                latitude,
                longitude,
            },
        )
    }
}

/// The key by which two rows of supplier lists are the same facility without any doubt: name,
/// address and country, compared without case, width, punctuation and spacing. Letters with and
/// without accents stay different, and so do legal forms: judging those is matching, not this.
pub fn match_key(name: &str, address: &str, country: &str) -> String {
    let mut key = String::with_capacity(name.len() + address.len() + country.len() + 2);
    for (position, part) in [name, address, country].into_iter().enumerate() {
        if position > 0 {
            key.push('|');
        }
        let start = key.len();
        let mut gap = false;
        for letter in part.nfkc().flat_map(char::to_lowercase) {
            // Combining marks carry vowels in Bangla, Khmer and Burmese, so they are kept.
            if letter.is_alphanumeric() || is_combining_mark(letter) {
                if gap && key.len() > start {
                    key.push(' ');
                }
                gap = false;
                key.push(letter);
            } else if !is_invisible(letter) {
                gap = true;
            }
        }
    }
    key
}

/// True for characters without width that web pages and office programs leave in copied text.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::match_key;
    use proptest::prelude::*;

    #[test]
    fn case_width_punctuation_and_spacing_do_not_matter() {
        assert_eq!(
            match_key("Padma  Knit Co.,LTD.", "Plot 7;\nSavar", "BD"),
            match_key("padma knit co. ltd", " plot 7, Savar ", "bd"),
        );
        assert_eq!(
            match_key("\u{ff21}\u{ff22}\u{ff23} Fashion", "", "CN"),
            match_key("ABC\u{200b} fashion", "-", "CN"),
        );
    }

    #[test]
    fn letters_numbers_and_fields_do_matter() {
        let key = match_key("Unit 1", "Dhaka", "BD");
        assert_ne!(key, match_key("Unit 2", "Dhaka", "BD"));
        assert_ne!(key, match_key("Unit", "1 Dhaka", "BD"));
        assert_ne!(key, match_key("Unit 1", "Dhaka", "IN"));
        // The two differ in a vowel sign only.
        assert_ne!(
            match_key("\u{995}\u{9be}", "", "BD"),
            match_key("\u{995}\u{9bf}", "", "BD")
        );
    }

    proptest! {
        #[test]
        fn the_key_of_a_key_is_itself(name in ".{0,40}", address in ".{0,40}") {
            let key = match_key(&name, &address, "BD");
            let (first, rest) = key.split_once('|').unwrap_or_default();
            let second = rest.split('|').next().unwrap_or_default();
            prop_assert_eq!(match_key(first, second, "bd"), key);
        }
    }
}
