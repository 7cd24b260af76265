//! Which facility a row of a list is about, and what is known of it after the row. The preview and
//! the import decide by the same functions; nothing here writes.

use super::Outcome;
use super::import::BATCH;
use crate::db::{Sql, Tx, Value};
use crate::error::Result;
use crate::people::access::{Owner, admit};
use crate::see::facility::{self, Draft};
use domain::id::FacilityId;
use domain::people::access::{Action, Scope};
use domain::see::facility::Facility;
use std::collections::{HashMap, HashSet};

/// A facility that is there already, or that an earlier row of the batch brought.
pub(super) struct Known {
    pub(super) id: FacilityId,
    pub(super) draft: Draft,
    /// True if it is known by its identifier and the list writes name or address in another way.
    renamed: bool,
}

impl Known {
    /// A facility that a row brings.
    pub(super) fn new(id: FacilityId, draft: Draft) -> Known {
        Known {
            id,
            draft,
            renamed: false,
        }
    }

    /// What is known after the row `new`.
    pub(super) fn merged(&self, new: &Draft) -> Draft {
        let mut merged = merge(&self.draft, new);
        // Without an address the new name alone might be another facility's.
        if self.renamed && !new.address.trim().is_empty() {
            new.name.trim().clone_into(&mut merged.name);
            new.address.trim().clone_into(&mut merged.address);
        }
        merged
    }
}

/// The facilities that a batch is about, by the keys of its rows. A facility has the name, address
/// and country of the row, or else its Open Supply Hub identifier in the same country; `taken` are
/// those that rows are about already, so that no two rows claim one by its identifier.
pub(super) fn known(
    tx: &Tx<'_>,
    scope: &Scope,
    action: Action,
    rows: &[Option<(&Draft, [u8; 32])>],
    taken: &mut HashSet<FacilityId>,
) -> Result<HashMap<[u8; 32], Known>> {
    let keys: Vec<&[u8]> = rows
        .iter()
        .flatten()
        .map(|(_, key)| key.as_slice())
        .collect();
    let found = look_up(tx, scope, action, ("match_key", keys))?;
    let mut known: HashMap<[u8; 32], Known> = found.into_iter().collect();
    taken.extend(known.values().map(|known| known.id));
    let others: Vec<(&Draft, [u8; 32], &str)> = rows
        .iter()
        .flatten()
        .filter(|(_, key)| !known.contains_key(key))
        .filter_map(|(draft, key)| Some((*draft, *key, draft.os_id.as_deref()?)))
        .collect();
    let identifiers: Vec<&str> = others.iter().map(|(_, _, os_id)| *os_id).collect();
    let mut by_os_id: HashMap<String, Known> = HashMap::new();
    for (_, facility) in look_up(tx, scope, action, ("os_id", identifiers))? {
        if let Some(os_id) = facility.draft.os_id.clone() {
            by_os_id.entry(os_id).or_insert(facility);
        }
    }
    for (draft, key, os_id) in others {
        let same = by_os_id.get(os_id).is_some_and(|found| {
            found.draft.country == draft.country && !taken.contains(&found.id)
        });
        if let Some(mut found) = by_os_id.remove(os_id).filter(|_| same) {
            taken.insert(found.id);
            found.renamed = true;
            known.insert(key, found);
        }
    }
    Ok(known)
}

/// The facilities whose `column` has one of these values, with their keys, the oldest first.
fn look_up<'v, V: Into<Value<'v>>>(
    tx: &Tx<'_>,
    scope: &Scope,
    action: Action,
    (column, values): (&str, Vec<V>),
) -> Result<Vec<([u8; 32], Known)>> {
    if values.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new("SELECT ");
    sql.push(facility::COLUMNS)
        .push(", f.match_key FROM facility f WHERE ");
    admit(&mut sql, scope, action, "f", Owner::Nobody);
    sql.push(" AND f.")
        .push(column)
        .push(" IN ")
        .bind_all(values);
    sql.push(" ORDER BY f.id");
    tx.query(&sql.text, &sql.parameters, |row| {
        let record = facility::read(row)?;
        let known = Known::new(record.facility.id, as_draft(record.facility));
        Ok((row.get(facility::COLUMNS_COUNT)?, known))
    })
}

/// What an import of these facilities would do, one by one; every one differs from the others.
/// Changes nothing.
pub fn preview(tx: &Tx<'_>, scope: &Scope, drafts: &[Draft]) -> Result<Vec<Outcome>> {
    let mut outcomes = Vec::with_capacity(drafts.len());
    let mut taken = HashSet::new();
    for batch in drafts.chunks(BATCH) {
        let rows: Vec<Option<(&Draft, [u8; 32])>> = batch
            .iter()
            .map(|draft| Some((draft, draft.match_key())))
            .collect();
        let known = known(tx, scope, Action::Read, &rows, &mut taken)?;
        for (draft, key) in rows.iter().flatten() {
            outcomes.push(match known.get(key) {
                _ if draft.check().is_err() => Outcome::Failed,
                None => Outcome::Added,
                Some(known) if known.merged(draft) == known.draft => Outcome::Unchanged,
                Some(_) => Outcome::Updated,
            });
        }
    }
    Ok(outcomes)
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
        } else if merged.details.len() < facility::MOST_DETAILS {
            merged.details.push((name.clone(), text.clone()));
        }
    }
    merged
}
