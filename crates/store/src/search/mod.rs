//! Full-text search over facilities, the texts of audits, and the evidence of answers, in every
//! script: what is found contains each word of the query somewhere, also inside longer words. The
//! engines only find candidates; rank and highlights are the same on both. Never shows what the
//! actor may not see.

mod index;
mod rank;

pub(crate) use index::{Passage, add, filter, of_text, remove};
pub use rank::Hit;

use crate::db::{Sql, Tx};
use crate::error::Result;
use crate::people::access::{Owner, admit};
use domain::id::FacilityId;
use domain::people::access::{Action, Scope};
use uuid::Uuid;

/// Pieces of text that are looked at for one query; more would not change the first pages.
const CANDIDATES: u32 = 400;

/// Longest query, in letters.
const LONGEST: usize = 200;

/// What a piece of text belongs to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Noun {
    /// Name, address and columns of a facility.
    Facility,
    /// The text of an audit.
    Audit,
    /// The evidence of an answer.
    Answer,
}

impl Noun {
    /// The word that is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Noun::Facility => "facility",
            Noun::Audit => "audit",
            Noun::Answer => "answer",
        }
    }

    fn of_word(word: &str) -> Result<Noun> {
        [Noun::Facility, Noun::Audit, Noun::Answer]
            .into_iter()
            .find(|noun| noun.as_str() == word)
            .ok_or_else(|| crate::Error::Other(format!("unknown kind of passage {word}")))
    }
}

/// A piece of text that holds every word of the query.
struct Candidate {
    noun: Noun,
    item: Uuid,
    page: Option<u32>,
    text: String,
}

/// What is found for `query`, the best first, at most `limit` items.
pub fn find(tx: &Tx<'_>, scope: &Scope, query: &str, limit: usize) -> Result<Vec<Hit>> {
    let query: String = query.chars().take(LONGEST).collect();
    let words = words(&query);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new("SELECT p.noun, p.item_id, p.page, p.text FROM passage p WHERE ");
    admit(&mut sql, scope, Action::Read, "p", Owner::Column);
    filter(&mut sql, tx.engine(), "p", &words);
    sql.push(" LIMIT ").bind(CANDIDATES);
    let candidates = tx.query(&sql.text, &sql.parameters, |row| {
        Ok(Candidate {
            noun: Noun::of_word(&row.get::<String>(0)?)?,
            item: row.get(1)?,
            page: row.get(2)?,
            text: row.get(3)?,
        })
    })?;
    let mut hits = rank::rank(candidates, &words, limit);
    for hit in &mut hits {
        name(tx, scope, hit)?;
    }
    hits.retain(|hit| !hit.title.is_empty());
    Ok(hits)
}

/// The folded words of a query.
pub(crate) fn words(query: &str) -> Vec<String> {
    let mut words: Vec<String> = crate::text::fold(query)
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.dedup();
    words.truncate(12);
    words
}

/// Adds what a hit is called and which facility it is about.
fn name(tx: &Tx<'_>, scope: &Scope, hit: &mut Hit) -> Result<()> {
    let (mut sql, owner) = match hit.noun {
        Noun::Facility => (
            Sql::new("SELECT t.name, t.id, t.name FROM facility t WHERE "),
            Owner::Nobody,
        ),
        Noun::Audit => (
            Sql::new(
                "SELECT t.name, f.id, f.name FROM audit t \
                 LEFT JOIN facility f ON f.programme_id = t.programme_id AND f.id = t.facility_id WHERE ",
            ),
            Owner::Column,
        ),
        Noun::Answer => (
            Sql::new(
                "SELECT t.indicator, f.id, f.name FROM answer t \
                 JOIN facility f ON f.programme_id = t.programme_id AND f.id = t.facility_id WHERE t.withdrawn IS NULL AND ",
            ),
            Owner::Column,
        ),
    };
    admit(&mut sql, scope, Action::Read, "t", owner);
    sql.push(" AND t.id = ").bind(hit.item);
    let found: Option<(String, Option<FacilityId>, Option<String>)> =
        tx.query_maybe(&sql.text, &sql.parameters, |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
    if let Some((title, facility, facility_name)) = found {
        hit.title = title;
        hit.facility = facility.zip(facility_name);
    }
    Ok(())
}
