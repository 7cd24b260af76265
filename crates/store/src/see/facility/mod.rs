//! Facilities as they are kept. What is known about freedom of association there is computed from
//! answers and only cached here as a summary; nobody types it.

pub mod list;
pub(crate) mod tally;

use crate::db::{Row, Sql, Tx, Value};
use crate::error::{Error, Result};
use crate::params;
use crate::people::access::{Owner, admit, require};
use crate::people::trail::{self, Deed};
use crate::search::{self, Noun, Passage};
use crate::see::standing::{Summary, Word};
use crate::text::sort_key;
use domain::id::{AccountId, FacilityId, OrganisationId};
use domain::people::access::{Action, Item, Scope};
use domain::see::facility::{Facility, Position, match_key};
use jiff::{Timestamp, civil::Date};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Longest name of a facility, in characters.
pub const MOST_NAME: usize = 300;

/// Longest address of a facility, in characters.
pub const MOST_ADDRESS: usize = 1000;

/// Longest text about its sectors, in characters.
pub const MOST_SECTOR: usize = 1000;

/// Most further columns of a facility: all that the widest list has, and a few of our own.
pub(crate) const MOST_DETAILS: usize = 1010;

/// A facility as a list or a person describes it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Draft {
    /// Name as written.
    pub name: String,
    /// Address in one line, as written.
    pub address: String,
    /// ISO 3166-1 alpha-2 code in capitals.
    pub country: String,
    /// Where it stands, if known.
    pub position: Option<Position>,
    /// Sectors, as written.
    pub sector: String,
    /// Number of workers, if known.
    pub workers: Option<u32>,
    /// Further columns of the supplier list, by name.
    pub details: Vec<(String, String)>,
    /// Open Supply Hub identifier, if known.
    pub os_id: Option<String>,
    /// True for demonstration data.
    pub fictional: bool,
}

/// A facility with its version and the summary of its profile.
#[derive(Clone, PartialEq, Debug)]
pub struct Record {
    /// The facility.
    pub facility: Facility,
    /// Grows with every change; hand it back with the next one.
    pub version: i64,
    /// When its description was changed last.
    pub updated: Timestamp,
    /// Who changed its description last.
    pub updated_by: Option<AccountId>,
    /// Summary of its profile.
    pub summary: Summary,
}

/// Columns of [`read`] over facility `f`.
pub(crate) const COLUMNS: &str = "f.id, f.name, f.address, f.country, f.latitude, f.longitude, f.sector, f.workers, \
    f.details, f.os_id, f.fictional, f.version, f.updated, f.updated_by, \
    f.union_standing, f.committee_standing, f.elected_standing, f.agreement_standing, f.grievance_standing, \
    f.newest_day, f.answers_count, f.changes_on";

/// How many columns [`COLUMNS`] names.
pub(crate) const COLUMNS_COUNT: usize = 22;

pub(crate) fn read(row: &Row<'_>) -> Result<Record> {
    let position: (Option<f64>, Option<f64>) = (row.get(4)?, row.get(5)?);
    Ok(Record {
        facility: Facility {
            id: row.get(0)?,
            name: row.get(1)?,
            address: row.get(2)?,
            country: row.get(3)?,
            position: position
                .0
                .zip(position.1)
                .and_then(|(latitude, longitude)| Position::new(latitude, longitude)),
            sector: row.get(6)?,
            workers: u32::try_from(row.get::<i64>(7)?).ok(),
            details: row.json(8)?,
            os_id: row.get(9)?,
            fictional: row.get(10)?,
        },
        version: row.get(11)?,
        updated: row.get(12)?,
        updated_by: row.get(13)?,
        summary: Summary {
            union: Word::of_code(row.get(14)?)?,
            committee: Word::of_code(row.get(15)?)?,
            elected: Word::of_code(row.get(16)?)?,
            agreement: Word::of_code(row.get(17)?)?,
            grievance: Word::of_code(row.get(18)?)?,
            newest: day(row, 19)?,
            answers: row.get(20)?,
            changes_on: day(row, 21)?,
        },
    })
}

/// A day where '' stands for none.
fn day(row: &Row<'_>, index: usize) -> Result<Option<Date>> {
    let text: String = row.get(index)?;
    if text.is_empty() {
        return Ok(None);
    }
    text.parse()
        .map(Some)
        .map_err(|error| Error::Other(format!("a stored day cannot be read: {error}")))
}

/// The item that a facility of the actor's programme is to the rules.
fn item(scope: &Scope) -> Item {
    Item {
        programme: scope.programme,
        owner: None,
    }
}

impl Draft {
    /// What keeps this draft from being stored, if anything does.
    pub(crate) fn check(&self) -> Result<()> {
        let short = |text: &str, most: usize| text.chars().count() <= most;
        let problem = if self.name.trim().is_empty() {
            "a facility needs a name"
        } else if !short(&self.name, MOST_NAME) {
            "the name of a facility has at most 300 characters"
        } else if !short(&self.address, MOST_ADDRESS) {
            "the address of a facility has at most 1000 characters"
        } else if self.country.len() != 2 || !self.country.bytes().all(|b| b.is_ascii_uppercase()) {
            "the country of a facility is a code of two capitals, such as BD"
        } else if !short(&self.sector, MOST_SECTOR) {
            "the sector of a facility has at most 1000 characters"
        } else if self.details.len() > MOST_DETAILS {
            "a facility has at most 1010 further columns"
        } else {
            return Ok(());
        };
        Err(Error::Invalid(problem.into()))
    }

    /// What a facility is found by: its name on the first line, then all else that is said of it.
    fn passage(&self, id: FacilityId) -> Passage {
        let mut text = format!("{}\n{}", self.name.trim(), self.address.trim());
        for part in self
            .os_id
            .iter()
            .chain(std::iter::once(&self.sector))
            .chain(self.details.iter().map(|(_, text)| text))
        {
            if !part.trim().is_empty() && text.len() + part.len() < 4000 {
                text.push('\n');
                text.push_str(part.trim());
            }
        }
        Passage {
            owner: None,
            noun: Noun::Facility,
            item: id.0,
            page: None,
            text,
        }
    }

    /// The hash of the domain's key: of one length, however long the address is.
    pub(crate) fn match_key(&self) -> [u8; 32] {
        Sha256::digest(match_key(&self.name, &self.address, &self.country)).into()
    }
}

/// Adds a facility. [`Error::Duplicate`] if one with the same name, address and country exists.
pub fn add(tx: &Tx<'_>, scope: &Scope, draft: &Draft, now: Timestamp) -> Result<FacilityId> {
    require(scope, Action::Write, &item(scope))?;
    draft.check()?;
    if exact_duplicate(tx, scope, draft)?.is_some() {
        return Err(Error::Duplicate(format!(
            "a facility with the name, address and country of {}",
            draft.name.trim()
        )));
    }
    let id = insert(tx, scope, draft, now)?;
    let mut changes = tally::Changes::default();
    changes.added(&draft.country, &Summary::default());
    changes.write(tx, scope.programme)?;
    trail::enter(tx, scope, Deed::Added, "facility", id.0, now)?;
    Ok(id)
}

/// Inserts the row; the caller has checked the draft and keeps tally and trail.
fn insert(tx: &Tx<'_>, scope: &Scope, draft: &Draft, now: Timestamp) -> Result<FacilityId> {
    let id = FacilityId(Uuid::now_v7());
    insert_many(tx, scope, &[(id, draft.match_key(), draft.clone())], now)?;
    Ok(id)
}

/// Inserts rows with their keys; the caller has checked the drafts and keeps tally and trail.
pub(crate) fn insert_many(
    tx: &Tx<'_>,
    scope: &Scope,
    rows: &[(FacilityId, [u8; 32], Draft)],
    now: Timestamp,
) -> Result<()> {
    let unknown = Word::Unknown.code();
    let mut sql = Sql::new(
        "INSERT INTO facility (programme_id, id, name, address, country, latitude, longitude, sector, workers, \
         details, os_id, fictional, version, created, updated, updated_by, name_key, match_key, \
         union_standing, committee_standing, elected_standing, agreement_standing, grievance_standing, \
         newest_day, answers_count, changes_on) VALUES ",
    );
    for (position, (id, key, draft)) in rows.iter().enumerate() {
        sql.push(if position > 0 { ", " } else { "" });
        sql.bind_all([
            Value::from(scope.programme),
            Value::from(*id),
            Value::from(draft.name.trim()),
            Value::from(draft.address.trim()),
            Value::from(&draft.country),
            Value::from(draft.position.map(|position| position.latitude)),
            Value::from(draft.position.map(|position| position.longitude)),
            Value::from(draft.sector.trim()),
            Value::from(draft.workers.map_or(-1, i64::from)),
            Value::from(serde_json::to_string(&draft.details)?),
            Value::from(draft.os_id.as_deref()),
            Value::from(draft.fictional),
            Value::from(1_i64),
            Value::from(now),
            Value::from(now),
            Value::from(scope.account),
            Value::from(sort_key(&draft.name)),
            Value::from(key),
            Value::from(unknown),
            Value::from(unknown),
            Value::from(unknown),
            Value::from(unknown),
            Value::from(unknown),
            Value::from(""),
            Value::from(0_i64),
            Value::from(""),
        ]);
    }
    if rows.is_empty() {
        return Ok(());
    }
    tx.execute(&sql.text, &sql.parameters)?;
    let passages: Vec<Passage> = rows
        .iter()
        .map(|(id, _, draft)| draft.passage(*id))
        .collect();
    search::add(tx, scope.programme, &passages)
}

/// A facility.
pub fn get(tx: &Tx<'_>, scope: &Scope, id: FacilityId) -> Result<Record> {
    find(tx, scope, Action::Read, id)
}

pub(crate) fn find(tx: &Tx<'_>, scope: &Scope, action: Action, id: FacilityId) -> Result<Record> {
    let mut sql = Sql::new("SELECT ");
    sql.push(COLUMNS).push(" FROM facility f WHERE ");
    admit(&mut sql, scope, action, "f", Owner::Nobody);
    sql.push(" AND f.id = ").bind(id);
    tx.query_one(&sql.text, &sql.parameters, read)
}

/// Changes the description of a facility; `version` is the one that was read. Returns the new
/// version. The `fictional` mark stays as it was.
pub fn update(
    tx: &Tx<'_>,
    scope: &Scope,
    id: FacilityId,
    version: i64,
    draft: &Draft,
    now: Timestamp,
) -> Result<i64> {
    draft.check()?;
    let before = find(tx, scope, Action::Write, id)?;
    if before.version != version {
        return Err(Error::stale(
            before.version,
            before.updated_by,
            Some(before.updated),
        ));
    }
    if exact_duplicate(tx, scope, draft)?.is_some_and(|other| other != id) {
        return Err(Error::Duplicate(format!(
            "another facility with the name, address and country of {}",
            draft.name.trim()
        )));
    }
    rewrite(tx, scope, id, draft, now)?;
    let mut changes = tally::Changes::default();
    changes.moved(
        (&before.facility.country, &before.summary),
        (&draft.country, &before.summary),
    );
    changes.write(tx, scope.programme)?;
    trail::enter(tx, scope, Deed::Changed, "facility", id.0, now)?;
    Ok(version + 1)
}

/// Rewrites the description; the caller has checked draft and right, and keeps tally and trail.
pub(crate) fn rewrite(
    tx: &Tx<'_>,
    scope: &Scope,
    id: FacilityId,
    draft: &Draft,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "UPDATE facility SET name = $3, address = $4, country = $5, latitude = $6, longitude = $7, sector = $8, \
         workers = $9, details = $10, os_id = $11, updated = $12, updated_by = $13, name_key = $14, match_key = $15, \
         version = version + 1 WHERE programme_id = $1 AND id = $2",
        params![
            scope.programme,
            id,
            draft.name.trim(),
            draft.address.trim(),
            &draft.country,
            draft.position.map(|position| position.latitude),
            draft.position.map(|position| position.longitude),
            draft.sector.trim(),
            draft.workers.map_or(-1, i64::from),
            serde_json::to_string(&draft.details)?,
            draft.os_id.as_deref(),
            now,
            scope.account,
            sort_key(&draft.name),
            &draft.match_key(),
        ],
    )?;
    search::remove(tx, scope.programme, id.0)?;
    search::add(tx, scope.programme, &[draft.passage(id)])
}

/// The facility whose name, address and country say the same, if there is one.
pub fn exact_duplicate(tx: &Tx<'_>, scope: &Scope, draft: &Draft) -> Result<Option<FacilityId>> {
    let mut sql = Sql::new("SELECT f.id FROM facility f WHERE ");
    admit(&mut sql, scope, Action::Read, "f", Owner::Nobody);
    let key = draft.match_key();
    sql.push(" AND f.match_key = ").bind(key.as_slice());
    tx.query_maybe(&sql.text, &sql.parameters, |row| row.get(0))
}

/// The brands that buy from a facility, as far as the actor may know, by name.
pub fn buyers(tx: &Tx<'_>, scope: &Scope, id: FacilityId) -> Result<Vec<(OrganisationId, String)>> {
    let mut sql = Sql::new(
        "SELECT o.id, o.name FROM sourcing s \
         JOIN organisation o ON o.programme_id = s.programme_id AND o.id = s.owner_id WHERE ",
    );
    admit(&mut sql, scope, Action::Read, "s", Owner::Column);
    sql.push(" AND s.facility_id = ").bind(id);
    let mut buyers: Vec<(OrganisationId, String)> =
        tx.query(&sql.text, &sql.parameters, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    buyers.sort_by_cached_key(|(_, name)| crate::text::fold(name));
    Ok(buyers)
}

/// Notes that an organisation buys from a facility. Does nothing if that is known already.
pub fn source(
    tx: &Tx<'_>,
    scope: &Scope,
    owner: OrganisationId,
    id: FacilityId,
    since: Date,
) -> Result<()> {
    find(tx, scope, Action::Write, id)?;
    require(
        scope,
        Action::Write,
        &Item {
            programme: scope.programme,
            owner: Some(owner),
        },
    )?;
    tx.execute(
        "INSERT INTO sourcing (programme_id, owner_id, facility_id, since) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (programme_id, owner_id, facility_id) DO NOTHING",
        params![scope.programme, owner, id, since],
    )?;
    Ok(())
}
