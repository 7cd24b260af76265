//! Sentences that stand word for word in reports on several facilities. Keeps hashes only; which
//! sentences of a document matter is decided by whoever reads it.

use crate::db::{Sql, Tx};
use crate::error::Result;
use crate::params;
use crate::people::access::{Owner, admit};
use crate::text::fold;
use domain::id::AuditId;
use domain::people::access::{Action, Scope};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Fewest letters of a sentence that counts: shorter ones ("There is no union.") are said alike
/// by anyone.
const SHORTEST: usize = 60;

/// The hash of a sentence, by its folded words alone; `None` if it is too short to say anything.
pub fn hash(sentence: &str) -> Option<[u8; 32]> {
    let folded = fold(sentence);
    (folded.chars().count() >= SHORTEST).then(|| Sha256::digest(folded.as_bytes()).into())
}

/// Keeps the sentences of an audit in place of those kept before; call it in the transaction that
/// keeps its reading.
pub fn keep(tx: &Tx<'_>, scope: &Scope, audit: AuditId, sentences: &[&str]) -> Result<()> {
    tx.execute(
        "DELETE FROM audit_sentence WHERE programme_id = $1 AND audit_id = $2",
        params![scope.programme, audit],
    )?;
    for hash in sentences.iter().filter_map(|sentence| hash(sentence)) {
        tx.execute(
            "INSERT INTO audit_sentence (programme_id, hash, audit_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            params![scope.programme, &hash, audit],
        )?;
    }
    Ok(())
}

/// In how many audits of other facilities each sentence of this audit stands, as far as the actor
/// may see those; sentences that stand in no other are left out.
pub fn reused(tx: &Tx<'_>, scope: &Scope, audit: AuditId) -> Result<BTreeMap<[u8; 32], u32>> {
    let mut sql = Sql::new(
        "SELECT mine.hash, count(DISTINCT u.id) FROM audit_sentence mine \
         JOIN audit m ON m.programme_id = mine.programme_id AND m.id = mine.audit_id \
         JOIN audit_sentence other ON other.programme_id = mine.programme_id AND other.hash = mine.hash \
         JOIN audit u ON u.programme_id = other.programme_id AND u.id = other.audit_id WHERE ",
    );
    admit(&mut sql, scope, Action::Read, "u", Owner::Column);
    sql.push(" AND u.facility_id IS NOT NULL AND (m.facility_id IS NULL OR u.facility_id <> m.facility_id)");
    sql.push(" AND mine.programme_id = ").bind(scope.programme);
    sql.push(" AND mine.audit_id = ")
        .bind(audit)
        .push(" GROUP BY mine.hash");
    let rows: Vec<([u8; 32], u32)> = tx.query(&sql.text, &sql.parameters, |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    Ok(rows.into_iter().collect())
}
