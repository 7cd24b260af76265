//! Running headers and footers: lines at the edge of the page that come again on others. They are
//! kept once and out of the way, since else they would cut sentences that go over a page break.

use super::layout::Unit;
use crate::text::BlockKind;
use std::collections::HashMap;

/// How much of the page's height counts as its edge, on each side.
const EDGE: f32 = 0.12;
/// Longest text, in bytes, that is taken for a header or footer.
const LENGTH: usize = 240;
/// How many blocks at the top and at the bottom are looked at.
const DEPTH: usize = 3;

/// Marks repeated headers and footers and moves the first of each to the top of its page; those
/// that come again are dropped.
pub(super) fn settle(pages: &mut [(f32, Vec<Unit>)]) {
    let mut counts: HashMap<(bool, String), usize> = HashMap::new();
    for (height, units) in pages.iter() {
        let mut seen = Vec::new();
        for index in edges(units, *height) {
            let key = key(&units[index], *height);
            if !seen.contains(&key) {
                *counts.entry(key.clone()).or_default() += 1;
                seen.push(key);
            }
        }
    }
    let needed = (pages.len() / 3).max(2);
    let mut kept: Vec<(bool, String)> = Vec::new();
    for (height, units) in pages.iter_mut() {
        let found: Vec<usize> = edges(units, *height)
            .into_iter()
            .filter(|&index| {
                counts
                    .get(&key(&units[index], *height))
                    .is_some_and(|count| *count >= needed)
            })
            .collect();
        let mut margins = Vec::new();
        for &index in found.iter().rev() {
            let mut unit = units.remove(index);
            let key = key(&unit, *height);
            if !kept.contains(&key) {
                kept.push(key);
                unit.kind = BlockKind::Margin;
                margins.insert(0, unit);
            }
        }
        units.splice(0..0, margins);
    }
}

/// The blocks at the edges of a page, counted from the outside until one is no candidate.
fn edges(units: &[Unit], height: f32) -> Vec<usize> {
    let fits =
        |unit: &Unit| unit.text.len() <= LENGTH && !unit.text.contains(['☐', '☒', '☑', '□', '■']);
    let top = units
        .iter()
        .take(DEPTH)
        .take_while(|unit| fits(unit) && unit.bottom < height * EDGE)
        .count();
    let bottom = units[top..]
        .iter()
        .rev()
        .take(DEPTH)
        .take_while(|unit| fits(unit) && unit.top > height * (1.0 - EDGE))
        .count();
    (0..top).chain(units.len() - bottom..units.len()).collect()
}

/// Where it stands and what it says, but for page numbers.
fn key(unit: &Unit, height: f32) -> (bool, String) {
    let mut text = String::new();
    for character in unit.text.chars() {
        let masked = if character.is_numeric() {
            '0'
        } else {
            character
        };
        if !(masked == '0' && text.ends_with('0')) {
            text.push(masked);
        }
    }
    (unit.top < height * 0.5, text)
}
