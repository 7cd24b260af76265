//! From answers to a profile: places each answer in its row and column, marks what is old,
//! replaced or unreviewed, and then decides row by row. Linear in the answers but for one sort.

use super::standing::{Standing, UnknownReason, decide};
use super::{Cell, Position, Profile, Row, applies};
use crate::see::answer::{Answer, Review, Said, Value};
use crate::see::indicator::{
    Catalogue, Column, Indicator, Number, Site, SourceType, ValueType, day_number, plus_days,
};
use jiff::civil::Date;
use std::cmp::Ordering;

/// The profile that these answers of one facility give on a day.
pub fn fold<'a>(catalogue: &'a Catalogue, answers: &'a [Answer], today: Date) -> Profile<'a> {
    fold_at(catalogue, Site::default(), answers, today)
}

/// The same for a facility of which some rules need to know more: its size, the share of women.
pub fn fold_at<'a>(
    catalogue: &'a Catalogue,
    site: Site,
    answers: &'a [Answer],
    today: Date,
) -> Profile<'a> {
    let mut folding = Folding {
        catalogue,
        site,
        today,
        today_number: day_number(today),
        next_change: None,
    };
    let mut unplaced = Vec::new();
    let mut placed = folding.place(answers, &mut unplaced);
    placed.sort_unstable_by(Placed::by_source);
    let mut rows = folding.rows(&placed);
    for &number in catalogue.order() {
        let (standing, contradicted_by) = decide(rows[number].indicator, &rows[number].cells);
        let out_of_scope = applies::rules_out(rows[number].indicator, &standing, &rows);
        let row = &mut rows[number];
        if out_of_scope {
            row.standing = Standing::not_applicable(super::Why::OutOfScope);
        } else {
            row.standing = standing;
            row.contradicted_by = contradicted_by;
        }
    }
    Profile {
        catalogue,
        rows,
        unplaced,
        changes_on: folding
            .next_change
            .and_then(|day| plus_days(today, day - folding.today_number)),
    }
}

/// An answer with its place.
struct Placed<'a> {
    number: Number,
    column: Column,
    /// Place of the kind of source in the catalogue; `usize::MAX` if unknown there.
    kind: usize,
    day: i32,
    answer: &'a Answer,
}

impl Placed<'_> {
    /// Rows together, in them sources together, of each source the newest first.
    fn by_source(&self, other: &Self) -> Ordering {
        (self.number, self.column, self.kind)
            .cmp(&(other.number, other.column, other.kind))
            .then_with(|| self.answer.source.name.cmp(&other.answer.source.name))
            .then_with(|| self.answer.source.kind.cmp(&other.answer.source.kind))
            .then_with(|| (other.day, other.answer.id).cmp(&(self.day, self.answer.id)))
    }

    fn same_source(&self, other: &Self) -> bool {
        self.number == other.number && self.answer.source == other.answer.source
    }
}

struct Folding<'a> {
    catalogue: &'a Catalogue,
    site: Site,
    today: Date,
    today_number: i32,
    /// Number of the next day on which something changes by itself.
    next_change: Option<i32>,
}

impl<'a> Folding<'a> {
    /// Finds row, column and day of each answer that counts.
    fn place(&mut self, answers: &'a [Answer], unplaced: &mut Vec<&'a Answer>) -> Vec<Placed<'a>> {
        let mut placed = Vec::with_capacity(answers.len());
        for answer in answers {
            if answer.review == Review::Rejected {
                continue;
            }
            let Some(indicator) = self.catalogue.get(&answer.indicator) else {
                unplaced.push(answer);
                continue;
            };
            let day = day_number(answer.day);
            if day > self.today_number {
                self.changes(day);
                continue;
            }
            let kind = self.catalogue.source_number(&answer.source.kind);
            placed.push(Placed {
                number: indicator.number,
                column: kind.map_or(Column::Other, |kind| {
                    self.catalogue.source_types()[kind].column
                }),
                kind: kind.unwrap_or(usize::MAX),
                day,
                answer,
            });
        }
        // Unplaced answers come in any order; the profile must not depend on it.
        unplaced.sort_unstable_by_key(|answer| answer.id);
        placed
    }

    /// Rows with their cells; the standings are still open.
    fn rows(&mut self, placed: &[Placed<'a>]) -> Vec<Row<'a>> {
        let mut rest = placed;
        self.catalogue
            .indicators()
            .iter()
            .map(|indicator| {
                let of_row = rest
                    .iter()
                    .take_while(|answer| answer.number == indicator.number)
                    .count();
                let (row, after) = rest.split_at(of_row);
                rest = after;
                Row {
                    indicator,
                    cells: self.cells(indicator, row),
                    standing: Standing::unknown(UnknownReason::NotAsked),
                    contradicted_by: Vec::new(),
                }
            })
            .collect()
    }

    fn cells(&mut self, indicator: &Indicator, row: &[Placed<'a>]) -> Vec<Cell<'a>> {
        let mut cells = Vec::with_capacity(row.len());
        let (mut newer, mut newer_reviewed) = (false, false);
        for (at, placed) in row.iter().enumerate() {
            if at == 0 || !placed.same_source(&row[at - 1]) {
                (newer, newer_reviewed) = (false, false);
            }
            let reviewed = placed.answer.review == Review::Reviewed;
            let stale_on = placed
                .day
                .saturating_add(max_age(indicator))
                .saturating_add(1);
            self.changes(stale_on);
            let position = self.position(indicator, placed.answer);
            cells.push(Cell {
                answer: placed.answer,
                source_type: self.source_type(placed.kind),
                column: placed.column,
                position,
                aged: stale_on <= self.today_number,
                unreviewed: !reviewed,
                superseded: newer_reviewed || (newer && !reviewed),
            });
            newer = true;
            newer_reviewed |= reviewed;
        }
        cells.sort_by(|one, other| {
            one.column.cmp(&other.column).then_with(|| {
                (other.answer.day, other.answer.id).cmp(&(one.answer.day, one.answer.id))
            })
        });
        cells
    }

    fn source_type(&self, kind: usize) -> Option<&'a SourceType> {
        self.catalogue.source_types().get(kind)
    }

    /// What an answer comes to. The options `unknown` and `not_applicable` mean the same as the
    /// state of that name; a value of another type than the question's (the catalogue may have
    /// changed since) is as good as unknown.
    fn position(&mut self, indicator: &Indicator, answer: &'a Answer) -> Position<'a> {
        let value = match &answer.said {
            Said::Answered { value } => value,
            Said::Unknown => return Position::Unknown,
            Said::Refused => return Position::Refused,
            Said::NotApplicable => return Position::NotApplicable,
        };
        match (indicator.value_type, value) {
            (ValueType::Enum, Value::Choice(option)) if option == "unknown" => Position::Unknown,
            (ValueType::Enum, Value::Choice(option)) if option == "not_applicable" => {
                Position::NotApplicable
            }
            (ValueType::Bool, Value::Bool(_))
            | (ValueType::Enum, Value::Choice(_))
            | (ValueType::List, Value::List(_))
            | (ValueType::Percent, Value::Percent(_))
            | (ValueType::Count | ValueType::Ratio, Value::Number(_))
            | (ValueType::Date, Value::Date(_))
            | (ValueType::Text, Value::Text(_)) => {
                if let Some(day) = indicator
                    .rule
                    .as_ref()
                    .and_then(|rule| rule.turns_on(value))
                {
                    self.changes(day_number(day));
                }
                Position::Value {
                    value,
                    polarity: indicator.polarity(value, self.site, self.today),
                }
            }
            _ => Position::Unknown,
        }
    }

    /// Notes that something changes on a day, if that day is still to come.
    fn changes(&mut self, day: i32) {
        if day > self.today_number && self.next_change.is_none_or(|next| day < next) {
            self.next_change = Some(day);
        }
    }
}

fn max_age(indicator: &Indicator) -> i32 {
    i32::try_from(indicator.max_age_days).unwrap_or(i32::MAX)
}
