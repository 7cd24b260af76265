//! Sessions: who is signed in. The token itself stays with the browser; only its hash is kept, so
//! a stolen database opens no session.

use crate::db::Tx;
use crate::error::Result;
use crate::params;
use crate::people::account::{self, Account};
use domain::id::AccountId;
use jiff::{SignedDuration, Timestamp};

/// An open session.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Session {
    /// Who is signed in, and with which scope.
    pub account: Account,
    /// Secret that the forms of this session carry.
    pub csrf: [u8; 32],
    /// When it ends.
    pub expires: Timestamp,
    /// When it was last noted as used; see [`touch`].
    pub seen: Timestamp,
}

/// Opens a session; `hash` is the SHA-256 of its token.
pub fn open(
    tx: &Tx<'_>,
    account: AccountId,
    hash: &[u8; 32],
    csrf: &[u8; 32],
    expires: Timestamp,
    now: Timestamp,
) -> Result<()> {
    tx.execute("DELETE FROM session WHERE expires <= $1", params![now])?;
    tx.execute(
        "INSERT INTO session (hash, account_id, csrf, created, seen, expires) VALUES ($1, $2, $3, $4, $4, $5)",
        params![hash, account, csrf, now, expires],
    )?;
    Ok(())
}

/// The session under this hash, if it is open.
pub fn find(tx: &Tx<'_>, hash: &[u8; 32], now: Timestamp) -> Result<Option<Session>> {
    let sql = format!(
        "SELECT {}, s.csrf, s.expires, s.seen FROM session s, {} WHERE s.hash = $1 AND s.expires > $2 AND a.id = s.account_id",
        account::COLUMNS,
        account::TABLES
    );
    tx.query_maybe(&sql, params![hash, now], |row| {
        Ok(Session {
            account: account::read(row)?,
            csrf: row.get(8)?,
            expires: row.get(9)?,
            seen: row.get(10)?,
        })
    })
}

impl Session {
    /// Is it time to note that the session is in use? Not at every page: a note is a write.
    pub fn wants_touch(&self, now: Timestamp) -> bool {
        now.duration_since(self.seen) > SignedDuration::from_mins(10)
    }
}

/// Notes that a session is in use and moves its end.
pub fn touch(tx: &Tx<'_>, hash: &[u8; 32], expires: Timestamp, now: Timestamp) -> Result<()> {
    tx.execute(
        "UPDATE session SET seen = $2, expires = $3 WHERE hash = $1",
        params![hash, now, expires],
    )?;
    Ok(())
}

/// Ends a session.
pub fn close(tx: &Tx<'_>, hash: &[u8; 32]) -> Result<()> {
    tx.execute("DELETE FROM session WHERE hash = $1", params![hash])?;
    Ok(())
}

/// Ends all sessions of an account.
pub fn close_all(tx: &Tx<'_>, account: AccountId) -> Result<()> {
    tx.execute(
        "DELETE FROM session WHERE account_id = $1",
        params![account],
    )?;
    Ok(())
}
