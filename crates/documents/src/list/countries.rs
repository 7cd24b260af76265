//! Countries: ISO 3166-1 codes, names as lists write them in several languages, and a rough box
//! around each. It names the country a text states and suggests one for a misspelling; it never
//! takes a suggestion by itself.

use super::fold;
use domain::see::facility::Position;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A country or territory with a code of its own.
#[derive(Clone, PartialEq, Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code.
    pub iso2: String,
    /// ISO 3166-1 alpha-3 code.
    pub iso3: String,
    /// English name as we show it.
    pub name: String,
    /// South, west, north and east of a box around its main land; none for a few small islands.
    bounds: Option<[f64; 4]>,
}

impl Country {
    /// True if a position lies within the box, or no box is known. A box holds more than the
    /// country, so this serves for warnings only.
    pub fn may_hold(&self, position: Position) -> bool {
        // Ports and islands lie a little outside of outlines drawn at this scale.
        const MARGIN: f64 = 0.5;
        self.bounds.is_none_or(|[south, west, north, east]| {
            (south - MARGIN..=north + MARGIN).contains(&position.latitude)
                && (west - MARGIN..=east + MARGIN).contains(&position.longitude)
        })
    }
}

struct Countries {
    all: Vec<Country>,
    by_text: HashMap<String, usize>,
}

static COUNTRIES: LazyLock<Countries> = LazyLock::new(load);

fn load() -> Countries {
    let mut all = Vec::new();
    let mut by_text = HashMap::new();
    let mut reader = csv::Reader::from_reader(include_bytes!("countries.csv").as_slice());
    for record in reader.records().flatten() {
        let cell = |at| record.get(at).unwrap_or("");
        let number = |at| cell(at).parse::<f64>().ok();
        let names = [cell(2)].into_iter().chain(cell(3).split('|'));
        for text in names
            .chain([cell(0), cell(1)])
            .map(fold)
            .filter(|text| !text.is_empty())
        {
            by_text.entry(text).or_insert(all.len());
        }
        all.push(Country {
            iso2: cell(0).to_owned(),
            iso3: cell(1).to_owned(),
            name: cell(2).to_owned(),
            bounds: number(4)
                .zip(number(5))
                .zip(number(6).zip(number(7)))
                .map(|((south, west), (north, east))| [south, west, north, east]),
        });
    }
    Countries { all, by_text }
}

/// The country a text states by code or name, in any of the languages known.
pub fn find(text: &str) -> Option<&'static Country> {
    let text = text.trim();
    if text.is_empty() || text.len() > 200 {
        return None;
    }
    let folded = fold(text);
    let found = COUNTRIES.by_text.get(&folded).or_else(|| {
        // "Bangladesh (BD)", "CN - China", "The Gambia": the code or article repeats the name.
        let without = folded.strip_prefix("the ")?;
        COUNTRIES.by_text.get(without)
    });
    if let Some(at) = found {
        return COUNTRIES.all.get(*at);
    }
    let (first, rest) = folded.split_once(' ')?;
    let (front, last) = folded.rsplit_once(' ')?;
    [(first, rest), (last, front)]
        .into_iter()
        .find_map(|(code, name)| {
            let named = COUNTRIES.by_text.get(name)?;
            let coded = (code.len() <= 3).then(|| COUNTRIES.by_text.get(code))??;
            (named == coded).then(|| COUNTRIES.all.get(*named))?
        })
}

/// English name of a country by its two-letter code.
pub fn name(iso2: &str) -> Option<&'static str> {
    by_code(iso2).map(|country| country.name.as_str())
}

/// A country by its two-letter code in capitals.
pub fn by_code(iso2: &str) -> Option<&'static Country> {
    COUNTRIES.all.iter().find(|country| country.iso2 == iso2)
}

/// All countries, by code.
pub fn all() -> &'static [Country] {
    &COUNTRIES.all
}

/// The country that a misspelled name most probably means, to ask the person about it.
pub fn suggest(text: &str) -> Option<&'static Country> {
    let folded: Vec<char> = fold(text).chars().take(60).collect();
    if folded.len() < 4 {
        return None;
    }
    let most = if folded.len() < 7 { 1 } else { 2 };
    let near = COUNTRIES
        .by_text
        .iter()
        .filter(|(name, _)| name.len() > 3)
        .filter_map(|(name, at)| {
            let distance = distance(&folded, &name.chars().collect::<Vec<_>>(), most)?;
            Some((distance, *at))
        })
        .min()?;
    COUNTRIES.all.get(near.1)
}

/// Number of letters to change, add, drop or swap with their neighbour, if at most `most`.
fn distance(left: &[char], right: &[char], most: usize) -> Option<usize> {
    if left.len().abs_diff(right.len()) > most {
        return None;
    }
    let mut older: Vec<usize> = Vec::new();
    let mut before: Vec<usize> = (0..=right.len()).collect();
    for (row, letter) in left.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, other) in right.iter().enumerate() {
            let mut cost = (before[column] + usize::from(letter != other))
                .min(before[column + 1] + 1)
                .min(line[column] + 1);
            let swapped =
                row > 0 && column > 0 && left[row - 1] == *other && right[column - 1] == *letter;
            if swapped {
                cost = cost.min(older[column - 1] + 1);
            }
            line.push(cost);
        }
        older = std::mem::replace(&mut before, line);
    }
    before.last().copied().filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Option<&'static str> {
        find(text).map(|country| country.iso2.as_str())
    }

    #[test]
    fn names_and_codes_of_many_spellings_are_found() {
        for (text, iso2) in [
            ("BD", "BD"),
            ("bgd", "BD"),
            (" Bangladesh ", "BD"),
            ("বাংলাদেশ", "BD"),
            ("Viet Nam", "VN"),
            ("VIETNAM", "VN"),
            ("Việt Nam", "VN"),
            ("越南", "VN"),
            ("Türkiye", "TR"),
            ("Turkey", "TR"),
            ("TURKIYE", "TR"),
            ("P.R. China", "CN"),
            ("China (Mainland)", "CN"),
            ("中国", "CN"),
            ("Hong Kong SAR", "HK"),
            ("Burma", "MM"),
            ("Korea, Republic of", "KR"),
            ("កម្ពុជា", "KH"),
            ("Kamboja", "KH"),
            ("USA", "US"),
            ("U.S.A.", "US"),
            ("Côte d’Ivoire", "CI"),
            ("The Netherlands", "NL"),
            ("CN - China", "CN"),
            ("Bangladesh (BD)", "BD"),
            ("Myanmar (Burma)", "MM"),
        ] {
            assert_eq!(code(text), Some(iso2), "{text}");
        }
        assert_eq!(code("Dhaka"), None);
        assert_eq!(code(""), None);
    }

    #[test]
    fn a_misspelling_is_suggested_and_never_taken() {
        assert!(find("Bangladsh").is_none());
        for (text, iso2) in [
            ("Bangladsh", "BD"),
            ("Indonsia", "ID"),
            ("Vietnma", "VN"),
            ("Cambodai", "KH"),
        ] {
            assert_eq!(
                suggest(text).map(|country| country.iso2.as_str()),
                Some(iso2),
                "{text}"
            );
        }
        assert!(suggest("Factory").is_none());
    }

    #[test]
    fn every_row_of_the_file_is_loaded_and_no_spelling_means_two_countries() {
        let rows = include_str!("countries.csv").lines().count() - 1;
        assert_eq!(all().len(), rows);
        assert_eq!(rows, 249);
        let mut seen: HashMap<String, String> = HashMap::new();
        let mut reader = csv::Reader::from_reader(include_bytes!("countries.csv").as_slice());
        for record in reader.records() {
            let record = record.unwrap();
            let texts = [&record[0], &record[1], &record[2]]
                .into_iter()
                .chain(record[3].split('|'));
            for text in texts.filter(|text| !text.is_empty()) {
                let other = seen.insert(fold(text), record[0].to_owned());
                assert!(other.is_none_or(|other| other == record[0]), "{text}");
            }
        }
    }

    #[test]
    fn a_box_tells_far_from_near() {
        let bangladesh = by_code("BD").unwrap();
        assert!(bangladesh.may_hold(Position::new(23.8, 90.4).unwrap()));
        assert!(!bangladesh.may_hold(Position::new(52.0, 5.0).unwrap()));
        assert_eq!(name("TR"), Some("Türkiye"));
    }
}
