//! The import itself: all rows of a list in one transaction, in batches of many rows a statement.
//! A row that says the same as a facility that is there changes nothing; what a list leaves blank
//! never erases what was known.

use super::{Counts, Outcome, RowProblem, State, find};
use crate::db::{Sql, Tx, Value};
use crate::error::{Error, Result};
use crate::params;
use crate::people::access::{Owner, admit};
use crate::people::trail::{self, Deed};
use crate::see::facility::tally::Changes;
use crate::see::facility::{self, Draft};
use crate::see::standing::Summary;
use domain::id::{FacilityId, ListId, OrganisationId};
use domain::people::access::{Action, Scope};
use domain::see::facility::Facility;
use jiff::Timestamp;
use std::collections::HashMap;

/// Rows that go to the database together.
const BATCH: usize = 250;

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
        owner: record.owner,
        now,
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
    owner: OrganisationId,
    now: Timestamp,
    counts: Counts,
    tally: Changes,
}

/// A facility that is there already, or that an earlier row of the batch brought.
struct Known {
    id: FacilityId,
    draft: Draft,
}

impl Import<'_, '_> {
    fn batch(&mut self, lines: &[Line]) -> Result<()> {
        let keys: Vec<Option<[u8; 32]>> = lines
            .iter()
            .map(|line| match &line.input {
                Input::Facility(draft) if draft.check().is_ok() => Some(draft.match_key()),
                _ => None,
            })
            .collect();
        let mut known = known(self.tx, self.scope, Action::Write, &keys)?;
        let mut new = Vec::new();
        let mut results = Vec::with_capacity(lines.len());
        for (line, key) in lines.iter().zip(&keys) {
            let (Input::Facility(draft), Some(key)) = (&line.input, key) else {
                results.push((Outcome::Failed, None, problems(line)));
                continue;
            };
            let (outcome, id) = if let Some(known) = known.get_mut(key) {
                let merged = merge(&known.draft, draft);
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
                known.insert(
                    *key,
                    Known {
                        id,
                        draft: draft.clone(),
                    },
                );
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
                std::iter::once(self.owner)
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

/// The facilities behind the keys of a batch.
fn known(
    tx: &Tx<'_>,
    scope: &Scope,
    action: Action,
    keys: &[Option<[u8; 32]>],
) -> Result<HashMap<[u8; 32], Known>> {
    let wanted: Vec<&[u8]> = keys.iter().flatten().map(<[u8; 32]>::as_slice).collect();
    if wanted.is_empty() {
        return Ok(HashMap::new());
    }
    let mut sql = Sql::new("SELECT ");
    sql.push(facility::COLUMNS)
        .push(", f.match_key FROM facility f WHERE ");
    admit(&mut sql, scope, action, "f", Owner::Nobody);
    sql.push(" AND f.match_key IN ").bind_all(wanted);
    let found = tx.query(&sql.text, &sql.parameters, |row| {
        let record = facility::read(row)?;
        let key: [u8; 32] = row.get(facility::COLUMNS_COUNT)?;
        Ok((
            key,
            Known {
                id: record.facility.id,
                draft: as_draft(record.facility),
            },
        ))
    })?;
    Ok(found.into_iter().collect())
}

/// What an import of these facilities would do, one by one; every one differs from the others.
/// Changes nothing.
pub fn preview(tx: &Tx<'_>, scope: &Scope, drafts: &[Draft]) -> Result<Vec<Outcome>> {
    let mut outcomes = Vec::with_capacity(drafts.len());
    for batch in drafts.chunks(BATCH) {
        let keys: Vec<Option<[u8; 32]>> =
            batch.iter().map(|draft| Some(draft.match_key())).collect();
        let known = known(tx, scope, Action::Read, &keys)?;
        for (draft, key) in batch.iter().zip(keys.iter().flatten()) {
            outcomes.push(match known.get(key) {
                _ if draft.check().is_err() => Outcome::Failed,
                None => Outcome::Added,
                Some(known) if merge(&known.draft, draft) == known.draft => Outcome::Unchanged,
                Some(_) => Outcome::Updated,
            });
        }
    }
    Ok(outcomes)
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

fn as_draft(facility: Facility) -> Draft {
    Draft {
        name: facility.name,
        address: facility.address,
        country: facility.country,
        position: facility.position,
        sector: facility.sector,
        workers: facility.workers,
        details: facility.details,
        os_id: facility.os_id,
        fictional: facility.fictional,
    }
}

/// What is known after a row said `new` about a facility of which `old` was known. Name, address
/// and country mean the same in both; the first writing stays.
fn merge(old: &Draft, new: &Draft) -> Draft {
    let mut merged = old.clone();
    merged.position = new.position.or(old.position);
    merged.workers = new.workers.or(old.workers);
    merged.os_id = new.os_id.clone().or_else(|| old.os_id.clone());
    if !new.sector.trim().is_empty() {
        new.sector.trim().clone_into(&mut merged.sector);
    }
    for (name, text) in &new.details {
        if let Some((_, known)) = merged.details.iter_mut().find(|(known, _)| known == name) {
            known.clone_from(text);
        } else if merged.details.len() < 200 {
            merged.details.push((name.clone(), text.clone()));
        }
    }
    merged
}
