//! The trail: who did what to which item, and when. Entries are made in the transaction of the
//! change itself; they never carry content and are never changed.

use crate::db::{Sql, Tx};
use crate::error::Result;
use crate::params;
use crate::people::access::{Owner, admit};
use domain::id::{AccountId, OrganisationId};
use domain::people::access::{Action, Scope};
use jiff::Timestamp;
use uuid::Uuid;

/// What was done.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Deed {
    /// Something new was entered.
    Added,
    /// Something was changed.
    Changed,
    /// A list was imported.
    Imported,
    /// A machine's proposal was accepted.
    Accepted,
    /// A machine's proposal was corrected.
    Corrected,
    /// A machine's proposal was rejected.
    Rejected,
    /// Something was taken back.
    Withdrawn,
    /// An audit was given to a facility.
    Assigned,
    /// Work was stopped before its end.
    Cancelled,
}

impl Deed {
    /// The word that is kept.
    pub fn word(self) -> &'static str {
        match self {
            Deed::Added => "added",
            Deed::Changed => "changed",
            Deed::Imported => "imported",
            Deed::Accepted => "accepted",
            Deed::Corrected => "corrected",
            Deed::Rejected => "rejected",
            Deed::Withdrawn => "withdrawn",
            Deed::Assigned => "assigned",
            Deed::Cancelled => "cancelled",
        }
    }
}

/// One entry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// By which account.
    pub account: Option<AccountId>,
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// What was done, see [`Deed::word`].
    pub deed: String,
    /// To what kind of item, such as `facility`.
    pub noun: String,
}

/// Enters what the actor did.
pub(crate) fn enter(
    tx: &Tx<'_>,
    scope: &Scope,
    deed: Deed,
    noun: &str,
    item: Uuid,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "INSERT INTO trail (programme_id, id, organisation_id, account_id, at, deed, noun, item_id) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            scope.programme,
            Uuid::now_v7(),
            scope.organisation,
            scope.account,
            now,
            deed.word(),
            noun,
            item,
        ],
    )?;
    Ok(())
}

/// The latest entries about one item, newest first.
pub fn of_item(tx: &Tx<'_>, scope: &Scope, item: Uuid, limit: u32) -> Result<Vec<Entry>> {
    let mut sql = Sql::new(
        "SELECT t.at, t.account_id, t.organisation_id, t.deed, t.noun FROM trail t WHERE ",
    );
    admit(&mut sql, scope, Action::Read, "t", Owner::Nobody);
    sql.push(" AND t.item_id = ").bind(item);
    sql.push(" ORDER BY t.id DESC LIMIT ").bind(limit);
    tx.query(&sql.text, &sql.parameters, |row| {
        Ok(Entry {
            at: row.get(0)?,
            account: row.get(1)?,
            organisation: row.get(2)?,
            deed: row.get(3)?,
            noun: row.get(4)?,
        })
    })
}

/// The error for a change of an item against an older version than `version`, with who changed
/// it last.
pub(crate) fn stale(tx: &Tx<'_>, scope: &Scope, item: Uuid, version: i64) -> crate::Error {
    match of_item(tx, scope, item, 1).as_deref() {
        Ok([latest, ..]) => crate::Error::stale(version, latest.account, Some(latest.at)),
        _ => crate::Error::stale(version, None, None),
    }
}
