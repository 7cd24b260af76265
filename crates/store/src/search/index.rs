//! What goes into the index and how it is asked. Every text is kept verbatim beside its folded
//! form; the index of SQLite holds only the folded one.

use super::Noun;
use crate::db::{Sql, Tx, Value};
use crate::dialect::Engine;
use crate::error::Result;
use crate::params;
use crate::see::list::insert;
use crate::text::fold;
use domain::id::{OrganisationId, ProgrammeId};
use std::ops::Range;
use uuid::Uuid;

/// Longest piece of text, in bytes; longer texts are cut at line ends and blanks.
const LONGEST: usize = 1200;

/// Rows that go to the database together.
const BATCH: usize = 200;

/// A piece of text to be found.
pub(crate) struct Passage {
    pub(crate) owner: Option<OrganisationId>,
    pub(crate) noun: Noun,
    pub(crate) item: Uuid,
    pub(crate) page: Option<u32>,
    pub(crate) text: String,
}

/// Adds pieces of text to the index.
pub(crate) fn add(tx: &Tx<'_>, programme: ProgrammeId, passages: &[Passage]) -> Result<()> {
    for batch in passages.chunks(BATCH) {
        let rows: Vec<(i64, String, &Passage)> = batch
            .iter()
            .map(|passage| (number(), fold(&passage.text), passage))
            .collect();
        insert(
            tx,
            "INSERT INTO passage (number, programme_id, owner_id, noun, item_id, page, text, folded) VALUES ",
            rows.iter().map(|(number, folded, passage)| {
                params![
                    *number,
                    programme,
                    passage.owner,
                    passage.noun.as_str(),
                    passage.item,
                    passage.page,
                    &passage.text,
                    folded,
                ]
                .to_vec()
            }),
            "",
        )?;
        if tx.engine() == Engine::Sqlite {
            insert(
                tx,
                "INSERT INTO passage_index (rowid, folded) VALUES ",
                rows.iter()
                    .map(|(number, folded, _)| params![*number, folded].to_vec()),
                "",
            )?;
        }
    }
    Ok(())
}

/// A number for a passage: the random part of a fresh UUID, never negative.
fn number() -> i64 {
    let (_, random) = Uuid::now_v7().as_u64_pair();
    (random & 0x3fff_ffff_ffff_ffff).cast_signed()
}

/// Takes what belongs to an item out of the index.
pub(crate) fn remove(tx: &Tx<'_>, programme: ProgrammeId, item: Uuid) -> Result<()> {
    if tx.engine() == Engine::Sqlite {
        tx.execute(
            "DELETE FROM passage_index WHERE rowid IN \
             (SELECT number FROM passage WHERE programme_id = $1 AND item_id = $2)",
            params![programme, item],
        )?;
    }
    tx.execute(
        "DELETE FROM passage WHERE programme_id = $1 AND item_id = $2",
        params![programme, item],
    )?;
    Ok(())
}

/// Appends the condition that passage `table` holds every one of the folded `words`.
pub(crate) fn filter(sql: &mut Sql<'_>, engine: Engine, table: &str, words: &[String]) {
    let long = |word: &&String| word.chars().count() >= 3;
    if engine == Engine::Sqlite && words.iter().any(|word| long(&word)) {
        let query = words
            .iter()
            .filter(long)
            .map(|word| format!("\"{}\"", word.replace('"', "\"\"")))
            .collect::<Vec<_>>()
            .join(" AND ");
        sql.push(" AND ").push(table);
        sql.push(".number IN (SELECT rowid FROM passage_index WHERE passage_index MATCH ");
        sql.bind(query).push(")");
    }
    for word in words {
        if engine == Engine::Postgres || !long(&word) {
            let pattern = format!("%{}%", escape(word));
            sql.push(" AND ").push(table).push(".folded LIKE ");
            sql.bind(Value::from(pattern)).push(" ESCAPE '!'");
        }
    }
}

/// Makes the signs of a LIKE pattern plain.
fn escape(text: &str) -> String {
    text.replace('!', "!!")
        .replace('%', "!%")
        .replace('_', "!_")
}

/// Cuts a text into pieces; `pages` are its byte ranges, if it has pages.
pub(crate) fn of_text(
    text: &str,
    pages: &[Range<usize>],
    owner: Option<OrganisationId>,
    noun: Noun,
    item: Uuid,
) -> Vec<Passage> {
    let whole = 0..text.len();
    let with_number = pages.len() > 1;
    let pages = if pages.is_empty() {
        std::slice::from_ref(&whole)
    } else {
        pages
    };
    let mut passages = Vec::new();
    for (position, page) in pages.iter().enumerate() {
        let mut rest = text.get(page.clone()).unwrap_or("");
        while !rest.trim().is_empty() {
            let cut = cut(rest);
            let (piece, after) = rest.split_at(cut);
            rest = after;
            if !piece.trim().is_empty() {
                passages.push(Passage {
                    owner,
                    noun,
                    item,
                    page: with_number
                        .then(|| u32::try_from(position + 1).ok())
                        .flatten(),
                    text: piece.trim().to_owned(),
                });
            }
        }
    }
    passages
}

/// Where to cut the next piece off: at a line end, else at a blank, else between letters.
fn cut(text: &str) -> usize {
    if text.len() <= LONGEST {
        return text.len();
    }
    let end = text.floor_char_boundary(LONGEST);
    let head = &text[..end];
    head.rfind('\n')
        .or_else(|| head.rfind(char::is_whitespace))
        .filter(|at| *at > LONGEST / 2)
        .map_or(end, |at| text.ceil_char_boundary(at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn cutting_loses_no_word(text in "([a-zক-হ]{1,9}[ \n]){0,600}") {
            let passages = of_text(&text, &[], None, Noun::Audit, Uuid::nil());
            let joined: Vec<&str> = passages.iter().flat_map(|passage| passage.text.split_whitespace()).collect();
            let words: Vec<&str> = text.split_whitespace().collect();
            prop_assert_eq!(joined, words);
            prop_assert!(passages.iter().all(|passage| passage.text.len() <= LONGEST));
        }
    }
}
