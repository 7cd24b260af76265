//! Which language a text is written in: by its script first, then by its commonest small words.
//! Mixed documents get the language of their greater part.

use super::lexicon::{Language, Lexicon};
use super::marks::is_wide;
use std::collections::HashSet;

/// Bytes of a text up to which cues help to tell the language.
const FEW: usize = 600;

/// The languages of a text, the main one first; a second one only if it fills much of the text.
pub(super) fn detect<'a>(lexicon: &'a Lexicon, twin: &str) -> Vec<&'a Language> {
    let sample = sample(twin);
    let wide = sample
        .chars()
        .filter(|character| is_wide(*character))
        .count();
    let mut scores: Vec<(usize, &Language)> = lexicon
        .languages
        .iter()
        .map(|language| {
            let words = count(sample, &language.words) * 6;
            let letters = sample
                .chars()
                .filter(|letter| language.letters.contains(*letter))
                .count()
                * 3;
            // A few lines hold few small words; there the field's own words decide.
            let cues = if sample.len() < FEW {
                language.finder.find(sample).len()
            } else {
                0
            };
            let score = if language.code == "zh" {
                wide * 3
            } else {
                words + letters + cues
            };
            (score, language)
        })
        .collect();
    scores.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let Some(((best, first), rest)) = scores.split_first() else {
        return Vec::new();
    };
    if *best == 0 {
        return lexicon.languages.iter().take(1).collect();
    }
    let mut found = vec![*first];
    found.extend(
        rest.iter()
            .filter(|(score, language)| score * 3 > *best && language.code == "en")
            .map(|(_, language)| *language),
    );
    found
}

fn sample(twin: &str) -> &str {
    let mut end = twin.len().min(8_000);
    while !twin.is_char_boundary(end) {
        end -= 1;
    }
    &twin[..end]
}

fn count(sample: &str, words: &HashSet<String>) -> usize {
    sample
        .split(|character: char| !character.is_alphabetic())
        .filter(|word| words.contains(*word))
        .count()
}
