//! Ties the entries of a catalogue together after each was read alone: identifiers, topics,
//! sources, scopes. Runs again in full when an operator's own file adds entries.

use super::places::Places;
use super::{AppliesWhen, Catalogue, CatalogueError, Number};

/// Checks what entries say of each other and resolves identifiers to places.
pub(super) fn link(mut catalogue: Catalogue) -> Result<Catalogue, CatalogueError> {
    catalogue.clusters.sort_by_key(|cluster| cluster.order);
    catalogue.source_types.sort_by(|one, other| {
        (one.column, one.credibility, &one.key).cmp(&(other.column, other.credibility, &other.key))
    });
    catalogue.source_by_key = index(
        "source type",
        catalogue
            .source_types
            .iter()
            .map(|source| source.key.as_str()),
    )?;
    index(
        "topic",
        catalogue.clusters.iter().map(|cluster| cluster.id.as_str()),
    )?;
    catalogue.by_id = index(
        "indicator",
        catalogue
            .indicators
            .iter()
            .map(|indicator| indicator.id.as_str()),
    )?;
    for (number, indicator) in catalogue.indicators.iter_mut().enumerate() {
        indicator.number = number;
    }
    check_sources(&catalogue)?;
    check_indicators(&catalogue)?;
    let scopes = catalogue
        .indicators
        .iter()
        .map(|indicator| {
            indicator
                .applies_when_text
                .as_deref()
                .map(|text| AppliesWhen::parse(text, indicator.number, &catalogue))
                .transpose()
        })
        .collect::<Result<Vec<_>, _>>()?;
    for (indicator, scope) in catalogue.indicators.iter_mut().zip(scopes) {
        indicator.applies_when = scope;
    }
    catalogue.order = order(&catalogue)?;
    Ok(catalogue)
}

/// Places by identifier; a duplicate is refused.
fn index<'a>(kind: &str, ids: impl Iterator<Item = &'a str>) -> Result<Places, CatalogueError> {
    let mut places = Places::default();
    for (place, id) in ids.enumerate() {
        if places.insert(id.to_owned(), place).is_some() {
            return Err(CatalogueError::entry(
                format!("{kind} {id}"),
                "id",
                "stands twice; give the second one an id of its own, since answers hang on it.",
            ));
        }
    }
    Ok(places)
}

fn check_sources(catalogue: &Catalogue) -> Result<(), CatalogueError> {
    for source in &catalogue.source_types {
        for cluster in &source.verifies_clusters {
            known_cluster(
                catalogue,
                format!("source type {}", source.key),
                "verifies_clusters",
                cluster,
            )?;
        }
    }
    Ok(())
}

fn check_indicators(catalogue: &Catalogue) -> Result<(), CatalogueError> {
    for indicator in &catalogue.indicators {
        let entry = || format!("indicator {}", indicator.id);
        known_cluster(catalogue, entry(), "cluster", &indicator.cluster)?;
        for source in &indicator.sources {
            if catalogue.source_type(source).is_none() {
                return Err(CatalogueError::entry(
                    entry(),
                    "sources",
                    format!(
                        "no kind of source has the key {source:?}; use one of: {}, or add \
                         [source_types.{source}].",
                        keys(
                            catalogue
                                .source_types
                                .iter()
                                .map(|source| source.key.as_str())
                        )
                    ),
                ));
            }
        }
    }
    Ok(())
}

fn known_cluster(
    catalogue: &Catalogue,
    entry: String,
    key: &str,
    cluster: &str,
) -> Result<(), CatalogueError> {
    if catalogue.clusters.iter().any(|known| known.id == cluster) {
        return Ok(());
    }
    Err(CatalogueError::entry(
        entry,
        key,
        format!(
            "no topic has the id {cluster:?}; use one of: {}, or add a [[cluster]].",
            keys(catalogue.clusters.iter().map(|cluster| cluster.id.as_str()))
        ),
    ))
}

fn keys<'a>(keys: impl Iterator<Item = &'a str>) -> String {
    keys.collect::<Vec<_>>().join(", ")
}

/// Every indicator after those its scope asks about; a circle is refused.
fn order(catalogue: &Catalogue) -> Result<Vec<Number>, CatalogueError> {
    let mut order = Vec::with_capacity(catalogue.indicators.len());
    let mut placed = vec![false; catalogue.indicators.len()];
    while order.len() < catalogue.indicators.len() {
        let before = order.len();
        for indicator in &catalogue.indicators {
            let ready = indicator
                .applies_when
                .as_ref()
                .is_none_or(|scope| scope.asks().iter().all(|&other| placed[other]));
            if ready && !placed[indicator.number] {
                placed[indicator.number] = true;
                order.push(indicator.number);
            }
        }
        if order.len() == before {
            let circle: Vec<&str> = catalogue
                .indicators
                .iter()
                .filter(|indicator| !placed[indicator.number])
                .map(|indicator| indicator.id.as_str())
                .collect();
            return Err(CatalogueError::entry(
                format!("indicator {}", circle.first().unwrap_or(&"")),
                "applies_when",
                format!(
                    "goes round in a circle through {}; remove one of these conditions.",
                    circle.join(", ")
                ),
            ));
        }
    }
    Ok(order)
}
