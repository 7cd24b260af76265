//! Accounts: the first one, made when a database is new, and how each signs in: by a one-time
//! link, or by a password whose hash the web makes. No secret is kept readable.

use crate::db::{Row, Tx};
use crate::error::{Error, Result};
use crate::params;
use crate::people::organisation::{kind_of, kind_word};
use domain::id::{AccountId, OrganisationId, ProgrammeId};
use domain::people::access::{OrganisationKind, Scope};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// An account and the scope in which it acts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Account {
    /// Identifier.
    pub id: AccountId,
    /// The person's name as shown.
    pub name: String,
    /// What the person types to sign in, in lower case.
    pub login: String,
    /// Language of pages, such as `en`.
    pub language: String,
    /// Has a password been chosen?
    pub has_password: bool,
    /// What the account may reach.
    pub scope: Scope,
}

/// What the first start puts into an empty database.
#[derive(Clone, Copy, Debug)]
pub struct Founding<'a> {
    /// Name of the programme.
    pub programme: &'a str,
    /// Name of the organisation that runs it.
    pub organisation: &'a str,
    /// Name of the first account.
    pub account: &'a str,
    /// What the first account types to sign in.
    pub login: &'a str,
    /// Language of the first account.
    pub language: &'a str,
    /// True for demonstration data.
    pub fictional: bool,
}

/// Columns of [`read`], over account `a` joined with organisation `o`.
pub(crate) const COLUMNS: &str = "a.id, a.name, a.login, a.language, a.password IS NOT NULL, a.organisation_id, a.programme_id, o.kind";

/// The join that [`COLUMNS`] needs.
pub(crate) const TABLES: &str =
    "account a JOIN organisation o ON o.programme_id = a.programme_id AND o.id = a.organisation_id";

pub(crate) fn read(row: &Row<'_>) -> Result<Account> {
    let id = row.get(0)?;
    Ok(Account {
        id,
        name: row.get(1)?,
        login: row.get(2)?,
        language: row.get(3)?,
        has_password: row.get(4)?,
        scope: Scope {
            account: id,
            organisation: row.get(5)?,
            programme: row.get(6)?,
            kind: kind_of(&row.get::<String>(7)?)?,
        },
    })
}

/// Lays programme, facilitator and first account if there is no account yet; two servers that
/// start together lay them once.
pub fn first_start(
    tx: &Tx<'_>,
    founding: &Founding<'_>,
    now: Timestamp,
) -> Result<Option<Account>> {
    if tx
        .query_maybe("SELECT 1 FROM account LIMIT 1", &[], |_| Ok(()))?
        .is_some()
    {
        return Ok(None);
    }
    let programme = ProgrammeId(Uuid::now_v7());
    let organisation = OrganisationId(Uuid::now_v7());
    let account = AccountId(Uuid::now_v7());
    tx.execute(
        "INSERT INTO programme (id, name, created) VALUES ($1, $2, $3)",
        params![programme, founding.programme, now],
    )?;
    tx.execute(
        "INSERT INTO organisation (programme_id, id, kind, name, fictional, created) VALUES ($1, $2, $3, $4, $5, $6)",
        params![
            programme,
            organisation,
            kind_word(OrganisationKind::Facilitator),
            founding.organisation,
            founding.fictional,
            now,
        ],
    )?;
    tx.execute(
        "INSERT INTO account (id, programme_id, organisation_id, name, login, language, created) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            account,
            programme,
            organisation,
            founding.account,
            founding.login.trim().to_lowercase(),
            founding.language,
            now,
        ],
    )?;
    by_id(tx, account).map(Some)
}

/// Name of the actor's programme.
pub fn programme_name(tx: &Tx<'_>, scope: &Scope) -> Result<String> {
    tx.query_one(
        "SELECT name FROM programme WHERE id = $1",
        params![scope.programme],
        |row| row.get(0),
    )
}

/// An account by identifier; for sign-in and for the actor's own account.
pub fn by_id(tx: &Tx<'_>, id: AccountId) -> Result<Account> {
    let sql = format!("SELECT {COLUMNS} FROM {TABLES} WHERE a.id = $1");
    tx.query_one(&sql, params![id], read)
}

/// An account by what a person types to sign in, with its password hash.
pub fn by_login(tx: &Tx<'_>, login: &str) -> Result<Option<(Account, Option<String>)>> {
    let sql = format!("SELECT {COLUMNS}, a.password FROM {TABLES} WHERE a.login = $1");
    tx.query_maybe(&sql, params![login.trim().to_lowercase()], |row| {
        Ok((read(row)?, row.get(8)?))
    })
}

/// The account that was made first: the one an operator's command signs in.
pub fn first(tx: &Tx<'_>) -> Result<Account> {
    let sql = format!("SELECT {COLUMNS} FROM {TABLES} ORDER BY a.created, a.id LIMIT 1");
    tx.query_one(&sql, &[], read)
}

/// Names of accounts of the actor's programme, for "changed by".
pub fn name_of(tx: &Tx<'_>, scope: &Scope, id: AccountId) -> Result<Option<String>> {
    tx.query_maybe(
        "SELECT name FROM account WHERE programme_id = $1 AND id = $2",
        params![scope.programme, id],
        |row| row.get(0),
    )
}

/// Keeps a new password hash and ends every session and open link of the account.
pub fn set_password(tx: &Tx<'_>, account: AccountId, hash: &str, now: Timestamp) -> Result<()> {
    changed(tx.execute(
        "UPDATE account SET password = $2 WHERE id = $1",
        params![account, hash],
    )?)?;
    tx.execute(
        "UPDATE link SET used = $2 WHERE account_id = $1 AND used IS NULL",
        params![account, now],
    )?;
    tx.execute(
        "DELETE FROM session WHERE account_id = $1",
        params![account],
    )?;
    Ok(())
}

/// Changes the language of the account's pages.
pub fn set_language(tx: &Tx<'_>, account: AccountId, language: &str) -> Result<()> {
    changed(tx.execute(
        "UPDATE account SET language = $2 WHERE id = $1",
        params![account, language],
    )?)
}

/// Changes the name of the account as shown.
pub fn set_name(tx: &Tx<'_>, account: AccountId, name: &str) -> Result<()> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 200 {
        return Err(Error::Invalid("a name has 1 to 200 characters".into()));
    }
    changed(tx.execute(
        "UPDATE account SET name = $2 WHERE id = $1",
        params![account, name],
    )?)
}

fn changed(rows: u64) -> Result<()> {
    if rows == 0 {
        Err(Error::NotFound)
    } else {
        Ok(())
    }
}

/// Keeps a one-time link for the account; `hash` is the SHA-256 of its token.
pub fn add_link(
    tx: &Tx<'_>,
    account: AccountId,
    hash: &[u8; 32],
    expires: Timestamp,
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "INSERT INTO link (hash, account_id, created, expires) VALUES ($1, $2, $3, $4)",
        params![hash, account, now, expires],
    )?;
    Ok(())
}

/// Spends a one-time link. [`Error::NotFound`] if it is unknown, spent or too old.
pub fn spend_link(tx: &Tx<'_>, hash: &[u8; 32], now: Timestamp) -> Result<Account> {
    let account = tx.query_one(
        "UPDATE link SET used = $2 WHERE hash = $1 AND used IS NULL AND expires > $2 RETURNING account_id",
        params![hash, now],
        |row| row.get(0),
    )?;
    by_id(tx, account)
}

/// Failures that are forgiven before a pause is asked for.
const FREE: i64 = 5;

/// The longest pause after failed sign-ins.
const LONGEST: SignedDuration = SignedDuration::from_mins(15);

/// Failures older than this are forgotten.
const FADES: SignedDuration = SignedDuration::from_hours(12);

/// How long to wait before the next try to sign in under `key` (the hash of a login or of a
/// network address); `None` if a try is free. Never longer than a quarter of an hour.
pub fn pause(tx: &Tx<'_>, key: &[u8; 32], now: Timestamp) -> Result<Option<SignedDuration>> {
    let found: Option<(i64, Timestamp)> = tx.query_maybe(
        "SELECT failures, latest FROM attempt WHERE hash = $1",
        params![key],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(found.and_then(|(failures, latest)| {
        if failures < FREE || now.duration_since(latest) > FADES {
            return None;
        }
        let doublings = u32::try_from(failures - FREE).unwrap_or(u32::MAX).min(10);
        let pause = SignedDuration::from_secs(2_i64.pow(doublings)).min(LONGEST);
        let left = pause - now.duration_since(latest);
        left.is_positive().then_some(left)
    }))
}

/// Counts a failed sign-in under `key`.
pub fn failed(tx: &Tx<'_>, key: &[u8; 32], now: Timestamp) -> Result<()> {
    let old = now.checked_sub(FADES).unwrap_or(Timestamp::MIN);
    tx.execute("DELETE FROM attempt WHERE latest < $1", params![old])?;
    tx.execute(
        "INSERT INTO attempt (hash, failures, latest) VALUES ($1, 1, $2) \
         ON CONFLICT (hash) DO UPDATE SET failures = attempt.failures + 1, latest = excluded.latest",
        params![key, now],
    )?;
    Ok(())
}

/// Forgets the failures under `key` after a good sign-in.
pub fn succeeded(tx: &Tx<'_>, key: &[u8; 32]) -> Result<()> {
    tx.execute("DELETE FROM attempt WHERE hash = $1", params![key])?;
    Ok(())
}
