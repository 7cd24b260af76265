//! Answers as they are kept: added by hand or proposed by a reading, reviewed by a person,
//! withdrawn but never deleted. Each change folds the facility's profile again in the same
//! transaction.

use crate::db::{Row, Sql, Tx};
use crate::error::{Error, Result};
use crate::params;
use crate::people::access::{Owner, admit};
use crate::people::trail::{self, Deed};
use crate::search::{self, Noun, Passage};
use crate::see::{facility, profile};
use domain::id::{AccountId, AnswerId, AuditId, FacilityId, OrganisationId, ProgrammeId};
use domain::people::access::{Action, Scope};
use domain::see::answer::{Answer, Evidence, Review, Said, Source};
use domain::see::indicator::Catalogue;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An answer to be added or proposed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Draft {
    /// Identifier of the indicator.
    pub indicator: String,
    /// What was said.
    pub said: Said,
    /// Who said it.
    pub source: Source,
    /// The day for which it was said.
    pub day: Date,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
}

/// An answer with what was done to it.
#[derive(Clone, PartialEq, Debug)]
pub struct Record {
    /// The answer.
    pub answer: Answer,
    /// Grows with every change; hand it back with the next one.
    pub version: i64,
    /// When it was entered.
    pub created: Timestamp,
    /// Who entered it; nobody if a machine proposed it.
    pub created_by: Option<AccountId>,
    /// What the machine had proposed, if a person corrected it.
    pub proposed: Option<Said>,
    /// When it was reviewed last.
    pub reviewed: Option<Timestamp>,
    /// Who reviewed it last.
    pub reviewed_by: Option<AccountId>,
}

/// What a person decides about a proposed answer.
#[derive(Clone, PartialEq, Debug)]
pub enum Decision {
    /// It stands as proposed.
    Accept,
    /// The document says something else.
    Correct {
        /// What it says.
        said: Said,
    },
    /// The document does not say so; it counts nowhere.
    Reject,
}

const COLUMNS: &str = "n.id, n.facility_id, n.indicator, n.said, n.source_kind, n.source_name, n.day, n.evidence, \
    n.review, n.owner_id, n.audit_id, n.version, n.created, n.created_by, n.proposed, n.reviewed, n.reviewed_by";

fn read_answer(row: &Row<'_>) -> Result<Answer> {
    Ok(Answer {
        id: row.get(0)?,
        facility: row.get(1)?,
        indicator: row.get(2)?,
        said: row.json(3)?,
        source: Source {
            kind: row.get(4)?,
            name: row.get(5)?,
        },
        day: row.get(6)?,
        evidence: row.json(7)?,
        review: match row.get::<String>(8)?.as_str() {
            "unreviewed" => Review::Unreviewed,
            "reviewed" => Review::Reviewed,
            "rejected" => Review::Rejected,
            other => return Err(Error::Other(format!("unknown review {other}"))),
        },
        owner: row.get(9)?,
        audit: row.get(10)?,
    })
}

fn read(row: &Row<'_>) -> Result<Record> {
    let proposed: Option<String> = row.get(14)?;
    Ok(Record {
        answer: read_answer(row)?,
        version: row.get(11)?,
        created: row.get(12)?,
        created_by: row.get(13)?,
        proposed: proposed.as_deref().map(serde_json::from_str).transpose()?,
        reviewed: row.get(15)?,
        reviewed_by: row.get(16)?,
    })
}

fn review_word(review: Review) -> &'static str {
    match review {
        Review::Unreviewed => "unreviewed",
        Review::Reviewed => "reviewed",
        Review::Rejected => "rejected",
    }
}

/// Adds an answer that a person enters; it counts as reviewed.
pub fn add(
    tx: &Tx<'_>,
    scope: &Scope,
    catalogue: &Catalogue,
    facility: FacilityId,
    draft: &Draft,
    today: Date,
    now: Timestamp,
) -> Result<AnswerId> {
    facility::find(tx, scope, Action::Write, facility)?;
    profile::check(catalogue, draft, today)?;
    let new = New {
        facility,
        audit: None,
        owner: Some(scope.organisation),
        review: Review::Reviewed,
        by: Some(scope.account),
    };
    let id = insert(tx, scope.programme, &new, draft, now)?;
    trail::enter(tx, scope, Deed::Added, "answer", id.0, now)?;
    profile::refold(tx, scope.programme, facility, catalogue, today)?;
    Ok(id)
}

/// Where a new answer belongs.
pub(crate) struct New {
    pub(crate) facility: FacilityId,
    pub(crate) audit: Option<AuditId>,
    pub(crate) owner: Option<OrganisationId>,
    pub(crate) review: Review,
    pub(crate) by: Option<AccountId>,
}

/// Inserts the row; the caller checks, folds and keeps the trail.
pub(crate) fn insert(
    tx: &Tx<'_>,
    programme: ProgrammeId,
    new: &New,
    draft: &Draft,
    now: Timestamp,
) -> Result<AnswerId> {
    let id = AnswerId(Uuid::now_v7());
    let evidence: Vec<Evidence> = draft
        .evidence
        .iter()
        .map(|evidence| placed(evidence, new.audit))
        .collect();
    tx.execute(
        "INSERT INTO answer (programme_id, id, facility_id, audit_id, owner_id, indicator, said, source_kind, \
         source_name, day, evidence, review, version, created, created_by, reviewed, reviewed_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, $13, $14, $15, $14)",
        params![
            programme,
            id,
            new.facility,
            new.audit,
            new.owner,
            &draft.indicator,
            serde_json::to_string(&draft.said)?,
            &draft.source.kind,
            draft.source.name.trim(),
            draft.day,
            serde_json::to_string(&evidence)?,
            review_word(new.review),
            now,
            new.by,
            new.by.map(|_| now),
        ],
    )?;
    make_findable(tx, programme, id, new.owner, &evidence)?;
    Ok(id)
}

/// Puts the words of the evidence into the search.
fn make_findable(
    tx: &Tx<'_>,
    programme: ProgrammeId,
    id: AnswerId,
    owner: Option<OrganisationId>,
    evidence: &[Evidence],
) -> Result<()> {
    let passages: Vec<Passage> = evidence
        .iter()
        .filter_map(|evidence| match evidence {
            Evidence::Quote { text, page, .. } => Some((text, *page)),
            Evidence::Note { text } => Some((text, None)),
            Evidence::Link { .. } => None,
        })
        .map(|(text, page)| Passage {
            owner,
            noun: Noun::Answer,
            item: id.0,
            page,
            text: text.clone(),
        })
        .collect();
    search::add(tx, programme, &passages)
}

/// A quote of an audit names the audit.
fn placed(evidence: &Evidence, audit: Option<AuditId>) -> Evidence {
    match evidence {
        Evidence::Quote {
            audit: None,
            text,
            page,
            range,
        } => Evidence::Quote {
            audit,
            text: text.clone(),
            page: *page,
            range: *range,
        },
        other => other.clone(),
    }
}

/// Every answer that counts towards a facility's profile, whoever owns it: the fold must not
/// depend on who looks. Nothing of it leaves the store but the folded profile.
pub(crate) fn counting(
    tx: &Tx<'_>,
    programme: ProgrammeId,
    facility: FacilityId,
) -> Result<Vec<Answer>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM answer n WHERE n.programme_id = $1 AND n.facility_id = $2 \
         AND n.withdrawn IS NULL AND n.review <> 'rejected'"
    );
    tx.query(&sql, params![programme, facility], read_answer)
}

/// The answers about a facility that the actor may see, without those that were withdrawn.
pub fn of_facility(tx: &Tx<'_>, scope: &Scope, facility: FacilityId) -> Result<Vec<Answer>> {
    let mut sql = Sql::new("SELECT ");
    sql.push(COLUMNS).push(" FROM answer n WHERE ");
    admit(&mut sql, scope, Action::Read, "n", Owner::Column);
    sql.push(" AND n.withdrawn IS NULL AND n.facility_id = ")
        .bind(facility);
    sql.push(" ORDER BY n.indicator, n.day DESC, n.id DESC");
    tx.query(&sql.text, &sql.parameters, read_answer)
}

/// The answers that a reading of an audit proposed, in the order of the reading.
pub fn of_audit(tx: &Tx<'_>, scope: &Scope, audit: AuditId) -> Result<Vec<Record>> {
    let mut sql = Sql::new("SELECT ");
    sql.push(COLUMNS).push(" FROM answer n WHERE ");
    admit(&mut sql, scope, Action::Read, "n", Owner::Column);
    sql.push(" AND n.withdrawn IS NULL AND n.audit_id = ")
        .bind(audit);
    sql.push(" ORDER BY n.id");
    tx.query(&sql.text, &sql.parameters, read)
}

/// An answer.
pub fn get(tx: &Tx<'_>, scope: &Scope, id: AnswerId) -> Result<Record> {
    find(tx, scope, Action::Read, id)
}

fn find(tx: &Tx<'_>, scope: &Scope, action: Action, id: AnswerId) -> Result<Record> {
    let mut sql = Sql::new("SELECT ");
    sql.push(COLUMNS).push(" FROM answer n WHERE ");
    admit(&mut sql, scope, action, "n", Owner::Column);
    sql.push(" AND n.withdrawn IS NULL AND n.id = ").bind(id);
    tx.query_one(&sql.text, &sql.parameters, read)
}

/// An answer to change, if `version` still stands.
fn current(tx: &Tx<'_>, scope: &Scope, id: AnswerId, version: i64) -> Result<Record> {
    let record = find(tx, scope, Action::Write, id)?;
    if record.version == version {
        return Ok(record);
    }
    Err(Error::stale(
        record.version,
        record.reviewed_by.or(record.created_by),
        Some(record.reviewed.unwrap_or(record.created)),
    ))
}

/// Reviews an answer of an audit; `version` is the one that was read. The second of two officers
/// who decide at once gets [`Error::Conflict`] with who was first. Returns the new version.
#[expect(
    clippy::too_many_arguments,
    reason = "who, what, which version, by which rules, when"
)]
pub fn review(
    tx: &Tx<'_>,
    scope: &Scope,
    catalogue: &Catalogue,
    id: AnswerId,
    version: i64,
    decision: &Decision,
    today: Date,
    now: Timestamp,
) -> Result<i64> {
    let record = current(tx, scope, id, version)?;
    let (deed, review, said) = match decision {
        Decision::Accept => (Deed::Accepted, Review::Reviewed, None),
        Decision::Correct { said } => (Deed::Corrected, Review::Reviewed, Some(said)),
        Decision::Reject => (Deed::Rejected, Review::Rejected, None),
    };
    let answer = &record.answer;
    if let Some(said) = said {
        let draft = Draft {
            indicator: answer.indicator.clone(),
            said: said.clone(),
            source: answer.source.clone(),
            day: answer.day,
            evidence: Vec::new(),
        };
        profile::check(catalogue, &draft, today)?;
    }
    let proposed = match said {
        Some(_) => Some(record.proposed.as_ref().unwrap_or(&answer.said)),
        None => record.proposed.as_ref(),
    };
    tx.execute(
        "UPDATE answer SET review = $3, said = $4, proposed = $5, reviewed = $6, reviewed_by = $7, version = version + 1 \
         WHERE programme_id = $1 AND id = $2",
        params![
            scope.programme,
            id,
            review_word(review),
            serde_json::to_string(said.unwrap_or(&answer.said))?,
            proposed.map(serde_json::to_string).transpose()?,
            now,
            scope.account,
        ],
    )?;
    search::remove(tx, scope.programme, id.0)?;
    if review != Review::Rejected {
        make_findable(tx, scope.programme, id, answer.owner, &answer.evidence)?;
    }
    trail::enter(tx, scope, deed, "answer", id.0, now)?;
    profile::refold(tx, scope.programme, answer.facility, catalogue, today)?;
    Ok(version + 1)
}

/// Takes an answer back; it counts nowhere from now on. `version` is the one that was read.
pub fn withdraw(
    tx: &Tx<'_>,
    scope: &Scope,
    catalogue: &Catalogue,
    id: AnswerId,
    version: i64,
    today: Date,
    now: Timestamp,
) -> Result<()> {
    let record = current(tx, scope, id, version)?;
    tx.execute(
        "UPDATE answer SET withdrawn = $3, version = version + 1 WHERE programme_id = $1 AND id = $2",
        params![scope.programme, id, now],
    )?;
    search::remove(tx, scope.programme, id.0)?;
    trail::enter(tx, scope, Deed::Withdrawn, "answer", id.0, now)?;
    profile::refold(
        tx,
        scope.programme,
        record.answer.facility,
        catalogue,
        today,
    )
}
