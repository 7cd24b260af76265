//! Organisations of a programme: the facilitator who runs it and the brands that buy. What an
//! organisation may see is decided in `domain::people::access`, not here.

use crate::db::{Sql, Tx};
use crate::error::{Error, Result};
use crate::params;
use crate::people::access::{Owner, admit};
use crate::people::trail::{self, Deed};
use domain::id::OrganisationId;
use domain::people::access::{Action, OrganisationKind, Scope};
use jiff::Timestamp;
use uuid::Uuid;

/// An organisation of the programme.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Organisation {
    /// Identifier.
    pub id: OrganisationId,
    /// What it is in the programme.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: String,
    /// True for demonstration data.
    pub fictional: bool,
}

/// The word under which a kind is kept.
pub(crate) fn kind_word(kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::Facilitator => "facilitator",
        OrganisationKind::Brand => "brand",
    }
}

/// The kind behind a kept word.
pub(crate) fn kind_of(word: &str) -> Result<OrganisationKind> {
    match word {
        "facilitator" => Ok(OrganisationKind::Facilitator),
        "brand" => Ok(OrganisationKind::Brand),
        other => Err(Error::Other(format!(
            "unknown kind of organisation {other}"
        ))),
    }
}

/// Adds an organisation to the actor's programme.
pub fn add(
    tx: &Tx<'_>,
    scope: &Scope,
    kind: OrganisationKind,
    name: &str,
    fictional: bool,
    now: Timestamp,
) -> Result<OrganisationId> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 300 {
        return Err(Error::Invalid(
            "an organisation needs a name of at most 300 characters".into(),
        ));
    }
    let id = OrganisationId(Uuid::now_v7());
    tx.execute(
        "INSERT INTO organisation (programme_id, id, kind, name, fictional, created) VALUES ($1, $2, $3, $4, $5, $6)",
        params![scope.programme, id, kind_word(kind), name, fictional, now],
    )?;
    trail::enter(tx, scope, Deed::Added, "organisation", id.0, now)?;
    Ok(id)
}

/// The organisations of the actor's programme by name.
///
/// A brand sees the facilitator and itself: which other brands take part is theirs to say.
pub fn list(tx: &Tx<'_>, scope: &Scope) -> Result<Vec<Organisation>> {
    let mut sql = Sql::new(
        "SELECT o.id, o.kind, o.name, o.fictional FROM \
         (SELECT programme_id, id, kind, name, fictional, CASE WHEN kind = 'facilitator' THEN NULL ELSE id END AS owner_id \
          FROM organisation) o WHERE ",
    );
    admit(&mut sql, scope, Action::Read, "o", Owner::Column);
    let mut found = tx.query(&sql.text, &sql.parameters, |row| {
        Ok(Organisation {
            id: row.get(0)?,
            kind: kind_of(&row.get::<String>(1)?)?,
            name: row.get(2)?,
            fictional: row.get(3)?,
        })
    })?;
    found.sort_by_cached_key(|organisation| crate::text::fold(&organisation.name));
    Ok(found)
}
