//! The import itself: all rows of a list in one transaction, in batches of many rows a statement.
//! A row that says the same as a facility that is there changes nothing; what a list leaves blank
//! never erases what was known.

use super::known::{Known, known};
use super::{Counts, Outcome, RowProblem, State, find};
use crate::db::{Sql, Tx, Value};
use crate::error::{Error, Result};
use crate::params;
use crate::people::organisation::kind_of;
use crate::people::trail::{self, Deed};
use crate::see::facility::tally::Changes;
use crate::see::facility::{self, Draft};
use crate::see::standing::Summary;
use domain::id::{FacilityId, ListId, OrganisationId};
use domain::people::access::{Action, OrganisationKind, Scope};
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};

/// Rows that go to the database together.
pub(super) const BATCH: usize = 250;

/// What a row says.
#[derive(Clone, PartialEq, Debug)]
pub enum Input {
    /// A facility.
    Facility(Draft),
    /// Nothing that can be taken; the problems say why.
    Nothing,
}

/// A row of a list, read and mapped.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// Number of the row in the file.
    pub number: u32,
    /// What it says.
    pub input: Input,
    /// What is wrong with it.
    pub problems: Vec<RowProblem>,
    /// Brands that the row names as buyers, besides the owner of the list.
    pub buyers: Vec<OrganisationId>,
}

/// Imports a list; call it in the transaction that finishes its job. A list that is imported
/// already stays as it is, so a job that runs twice imports once. [`Error::Invalid`] if the list
/// was stopped in the meantime.
pub fn import(
    tx: &Tx<'_>,
    scope: &Scope,
    id: ListId,
    lines: &[Line],
    now: Timestamp,
) -> Result<Counts> {
    let record = find(tx, scope, Action::Write, id)?;
    match record.state {
        State::Imported => return Ok(record.counts),
        State::Importing | State::Mapped => {}
        State::Uploaded | State::Failed | State::Cancelled => {
            return Err(Error::Invalid(format!(
                "the list is {} and cannot be imported",
                record.state.as_str()
            )));
        }
    }
    let mut import = Import {
        tx,
        scope,
        list: id,
        buyer: buyer(tx, scope, record.owner)?,
        now,
        taken: HashSet::new(),
        counts: Counts::default(),
        tally: Changes::default(),
    };
    for (done, batch) in (1_usize..).zip(lines.chunks(BATCH)) {
        import.batch(batch)?;
        // After 1, 4, 16 … batches.
        if done.is_power_of_two()
            && done.trailing_zeros() % 2 == 0
            && let Some(look) = tx.engine().look_at_filling_tables()
        {
            tx.batch(look)?;
        }
    }
    let Import { counts, tally, .. } = import;
    tally.write(tx, scope.programme)?;
    tx.execute(
        "UPDATE supplier_list SET state = 'imported', rows_count = $3, added = $4, updated = $5, unchanged = $6, \
         failed = $7, error = '', finished = $8, version = version + 1 WHERE programme_id = $1 AND id = $2",
        params![
            scope.programme,
            id,
            counts.rows,
            counts.added,
            counts.updated,
            counts.unchanged,
            counts.failed,
            now,
        ],
    )?;
    trail::enter(tx, scope, Deed::Imported, "list", id.0, now)?;
    Ok(counts)
}

struct Import<'t, 'c> {
    tx: &'t Tx<'c>,
    scope: &'t Scope,
    list: ListId,
    /// The owner of the list, if it buys there: who runs the programme does not.
    buyer: Option<OrganisationId>,
    now: Timestamp,
    /// Facilities that rows are about already.
    taken: HashSet<FacilityId>,
    counts: Counts,
    tally: Changes,
}

/// The owner of a list as a buyer.
fn buyer(tx: &Tx<'_>, scope: &Scope, owner: OrganisationId) -> Result<Option<OrganisationId>> {
    let kind: String = tx.query_one(
        "SELECT kind FROM organisation WHERE programme_id = $1 AND id = $2",
        params![scope.programme, owner],
        |row| row.get(0),
    )?;
    let buys = kind_of(&kind)? == OrganisationKind::Brand;
    Ok(buys.then_some(owner))
}

impl Import<'_, '_> {
    fn batch(&mut self, lines: &[Line]) -> Result<()> {
        let rows: Vec<Option<(&Draft, [u8; 32])>> = lines
            .iter()
            .map(|line| match &line.input {
                Input::Facility(draft) if draft.check().is_ok() => Some((draft, draft.match_key())),
                _ => None,
            })
            .collect();
        let mut known = known(self.tx, self.scope, Action::Write, &rows, &mut self.taken)?;
        let mut new = Vec::new();
        let mut results = Vec::with_capacity(lines.len());
        for (line, row) in lines.iter().zip(&rows) {
            let Some((draft, key)) = row else {
                results.push((Outcome::Failed, None, problems(line)));
                continue;
            };
            let (outcome, id) = if let Some(known) = known.get_mut(key) {
                let merged = known.merged(draft);
                if merged == known.draft {
                    (Outcome::Unchanged, known.id)
                } else if new.contains(&known.id) {
                    // Its row is written at the end of the batch, with all that was said.
                    known.draft = merged;
                    (Outcome::Updated, known.id)
                } else {
                    facility::rewrite(self.tx, self.scope, known.id, &merged, self.now)?;
                    known.draft = merged;
                    (Outcome::Updated, known.id)
                }
            } else {
                let id = FacilityId(uuid::Uuid::now_v7());
                new.push(id);
                known.insert(*key, Known::new(id, (*draft).clone()));
                self.tally.added(&draft.country, &Summary::default());
                (Outcome::Added, id)
            };
            results.push((outcome, Some(id), problems(line)));
        }
        self.insert_facilities(&new, known)?;
        self.insert_sourcing(lines, &results)?;
        self.insert_rows(lines, &results)
    }

    fn insert_facilities(&self, new: &[FacilityId], known: HashMap<[u8; 32], Known>) -> Result<()> {
        let rows: Vec<(FacilityId, [u8; 32], Draft)> = known
            .into_iter()
            .filter(|(_, known)| new.contains(&known.id))
            .map(|(key, known)| (known.id, key, known.draft))
            .collect();
        facility::insert_many(self.tx, self.scope, &rows, self.now)
    }

    fn insert_sourcing(
        &self,
        lines: &[Line],
        results: &[(Outcome, Option<FacilityId>, String)],
    ) -> Result<()> {
        let since = jiff::tz::Offset::UTC.to_datetime(self.now).date();
        let pairs: std::collections::BTreeSet<(OrganisationId, FacilityId)> = lines
            .iter()
            .zip(results)
            .filter_map(|(line, (_, facility, _))| Some((line, (*facility)?)))
            .flat_map(|(line, facility)| {
                self.buyer
                    .into_iter()
                    .chain(line.buyers.iter().copied())
                    .map(move |owner| (owner, facility))
            })
            .collect();
        let rows = pairs.into_iter().map(|(owner, facility)| {
            params![self.scope.programme, owner, facility, self.list, since].to_vec()
        });
        insert(
            self.tx,
            "INSERT INTO sourcing (programme_id, owner_id, facility_id, list_id, since) VALUES ",
            rows,
            " ON CONFLICT (programme_id, owner_id, facility_id) DO NOTHING",
        )
    }

    fn insert_rows(
        &mut self,
        lines: &[Line],
        results: &[(Outcome, Option<FacilityId>, String)],
    ) -> Result<()> {
        for (outcome, _, _) in results {
            self.counts.rows += 1;
            *match outcome {
                Outcome::Added => &mut self.counts.added,
                Outcome::Updated => &mut self.counts.updated,
                Outcome::Unchanged => &mut self.counts.unchanged,
                Outcome::Failed => &mut self.counts.failed,
            } += 1;
        }
        let rows = lines
            .iter()
            .zip(results)
            .map(|(line, (outcome, facility, problems))| {
                params![
                    self.scope.programme,
                    self.list,
                    line.number,
                    outcome.as_str(),
                    *facility,
                    problems.as_str(),
                ]
                .to_vec()
            });
        insert(
            self.tx,
            "INSERT INTO list_row (programme_id, list_id, number, outcome, facility_id, problems) VALUES ",
            rows,
            " ON CONFLICT (programme_id, list_id, number) DO UPDATE SET outcome = excluded.outcome, \
             facility_id = excluded.facility_id, problems = excluded.problems",
        )
    }
}

/// Inserts many rows with one statement.
pub(crate) fn insert<'v>(
    tx: &Tx<'_>,
    head: &str,
    rows: impl Iterator<Item = Vec<Value<'v>>>,
    tail: &str,
) -> Result<()> {
    let mut sql = Sql::new(head);
    let mut any = false;
    for row in rows {
        sql.push(if any { ", " } else { "" });
        sql.bind_all(row);
        any = true;
    }
    if any {
        sql.push(tail);
        tx.execute(&sql.text, &sql.parameters)?;
    }
    Ok(())
}

/// The problems of a line as JSON; a draft that cannot be kept says so, however it came here.
fn problems(line: &Line) -> String {
    let mut problems = line.problems.clone();
    if let Input::Facility(draft) = &line.input
        && draft.check().is_err()
    {
        problems.push(RowProblem {
            column: None,
            letter: None,
            code: "row-not-kept".into(),
            args: Vec::new(),
            error: true,
        });
    }
    serde_json::to_string(&problems).unwrap_or_else(|_| "[]".into())
}
