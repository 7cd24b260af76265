//! The catalogue of indicators: the questions that may be asked of a facility, who may answer
//! them, and when an answer is unfavourable. It comes from a text that people of the field edit;
//! a [`Catalogue`] that exists has been checked. It never holds an answer.

mod link;
mod parse;
mod places;
mod rule;
mod scope;
mod value;

pub use crate::content::ContentError as CatalogueError;
pub use rule::{Mark, Polarity, Rule, Site, Tone};
pub(crate) use rule::{day_number, plus_days};
pub use scope::AppliesWhen;
pub use value::ValueError;

use crate::see::answer::Value;
use places::Places;
use serde::{Deserialize, Serialize};

/// Place of an indicator in the catalogue; rows of a profile stand in the same order.
pub type Number = usize;

/// Which kind of value answers an indicator.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ValueType {
    /// Yes or no.
    Bool,
    /// One of the options.
    Enum,
    /// Several names, or several of the options.
    List,
    /// 0 to 100.
    Percent,
    /// A whole number from 0.
    Count,
    /// A number from 0.
    Ratio,
    /// A day.
    Date,
    /// Free words.
    Text,
}

/// How heavy an unfavourable answer weighs. The order is the weight.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Describes the situation; never a breach by itself.
    Context,
    /// Good practice is missing.
    Low,
    /// Structure or process is weak.
    Medium,
    /// The right exists on paper and its exercise is blocked.
    High,
    /// Retaliation, violence, or a denial of the right itself.
    Critical,
}

/// On whose side a source stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Workers, their union, their elected representatives.
    Worker,
    /// Inspectors, assessors, auditors, desk research.
    Independent,
    /// A document that somebody saw.
    Document,
    /// The management.
    Employer,
    /// The buyer.
    Brand,
}

/// What a kind of source may settle.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verifies {
    /// Every indicator (those that need the workers' side: only if it is the workers' side).
    Always,
    /// Indicators that do not need the workers' side.
    WithoutWorkerSide,
    /// None, except on the topics of `verifies_clusters`.
    Never,
}

/// Where the answers of a source stand in the table "What we know, and from whom".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// Workers and their representatives.
    Workers,
    /// Trade unions.
    Union,
    /// Inspectors and assessors.
    Inspector,
    /// Audits and documents.
    Audit,
    /// The management.
    Management,
    /// Brands and desk research.
    Other,
}

impl Column {
    /// All columns from left to right.
    pub const ALL: [Column; 6] = [
        Column::Workers,
        Column::Union,
        Column::Inspector,
        Column::Audit,
        Column::Management,
        Column::Other,
    ];

    /// The word that stands for the column in texts and data.
    pub fn word(self) -> &'static str {
        match self {
            Column::Workers => "workers",
            Column::Union => "union",
            Column::Inspector => "inspector",
            Column::Audit => "audit",
            Column::Management => "management",
            Column::Other => "other",
        }
    }
}

/// A kind of source.
#[derive(Clone, PartialEq, Debug)]
pub struct SourceType {
    /// Key, such as `worker_survey`; an answer's `source.kind`.
    pub key: String,
    /// Who speaks, in English.
    pub label: String,
    /// On whose side.
    pub side: Side,
    /// 1 is closest to the workers' own experience. Orders answers, never outvotes one.
    pub credibility: u8,
    /// Shown as a count or summary, never with a name.
    pub confidential: bool,
    /// What it may settle.
    pub verifies: Verifies,
    /// Topics it knows at first hand and may settle although it says `never`.
    pub verifies_clusters: Vec<String>,
    /// Its column.
    pub column: Column,
}

impl SourceType {
    /// May a reviewed, fresh answer of this kind of source settle the indicator?
    ///
    /// Where the workers' side is required, only the workers' side may. Elsewhere also an
    /// inspector, an assessor or a document, and anyone on a topic known at first hand. An audit
    /// or the management never may.
    pub fn may_verify(&self, indicator: &Indicator) -> bool {
        if indicator.worker_side_required {
            return self.side == Side::Worker && self.verifies == Verifies::Always;
        }
        match self.verifies {
            Verifies::Always | Verifies::WithoutWorkerSide => true,
            Verifies::Never => self.verifies_clusters.contains(&indicator.cluster),
        }
    }
}

/// A topic of the catalogue.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cluster {
    /// Key, such as `bargain`.
    pub id: String,
    /// Order on pages.
    pub order: u32,
    /// Title in English.
    pub title: String,
}

/// What a weight means and how fast to respond.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeverityText {
    /// The weight.
    pub severity: Severity,
    /// What it means, in English.
    pub label: String,
    /// What to do about it, in English.
    pub response: String,
}

/// One part of a machine reading that answers an indicator.
#[derive(Clone, PartialEq, Debug)]
pub struct Reads {
    /// Fields of the reading in the order in which they are asked, such as `union`, `finding.ID`.
    pub fields: Vec<String>,
    /// What each label means for this indicator. Empty: the label itself is the value.
    pub meanings: Vec<(String, Value)>,
}

/// One question.
#[derive(Clone, PartialEq, Debug)]
pub struct Indicator {
    /// Its place in the catalogue.
    pub number: Number,
    /// Identifier, such as `union.present`; answers hang on it.
    pub id: String,
    /// Key of its topic.
    pub cluster: String,
    /// The question in English.
    pub question: String,
    /// Which values answer it.
    pub value_type: ValueType,
    /// The possible values of an enum or list; best first for an enum.
    pub options: Vec<String>,
    /// What a number counts.
    pub unit: Option<String>,
    /// Kinds of sources to ask, best first.
    pub sources: Vec<String>,
    /// ILO instruments on the topic.
    pub ilo: Vec<String>,
    /// Public frameworks on the same topic.
    pub maps: Vec<String>,
    /// Weight of an unfavourable answer.
    pub severity: Severity,
    /// When an answer is unfavourable.
    pub rule: Option<Rule>,
    /// The same in English words.
    pub negative_when: Option<String>,
    /// What to do first, in English.
    pub follow_up: String,
    /// Routes that help, such as `C`.
    pub routes: Vec<String>,
    /// The result of a route that this question measures.
    pub route_result: Option<String>,
    /// Ask only where this holds.
    pub applies_when: Option<AppliesWhen>,
    /// Only the workers' side can verify it.
    pub worker_side_required: bool,
    /// An unfavourable answer is shown at once.
    pub zero_tolerance: bool,
    /// Groups to look at separately.
    pub disaggregate: Vec<String>,
    /// Older answers are no longer fresh.
    pub max_age_days: u32,
    /// One of the indicators an audit is expected to examine.
    pub core: bool,
    /// The parts of a machine reading that answer it.
    pub reads: Option<Reads>,
    /// The text of `applies_when`; parsed again whenever the catalogue grows.
    applies_when_text: Option<String>,
}

/// The checked catalogue.
#[derive(Clone, PartialEq, Debug)]
pub struct Catalogue {
    id: String,
    version: String,
    default_max_age_days: u32,
    clusters: Vec<Cluster>,
    severities: Vec<SeverityText>,
    source_types: Vec<SourceType>,
    indicators: Vec<Indicator>,
    by_id: Places,
    source_by_key: Places,
    /// Numbers in an order in which every indicator comes after those its scope asks about.
    order: Vec<Number>,
}

impl Catalogue {
    /// Reads and checks a catalogue.
    pub fn parse(text: &str) -> Result<Self, CatalogueError> {
        parse::catalogue(text)
    }

    /// Adds an operator's own file: further topics, kinds of sources and indicators, checked like
    /// the catalogue itself. What exists cannot be replaced: a duplicate id is refused, since
    /// answers hang on it.
    pub fn with_own(self, text: &str) -> Result<Self, CatalogueError> {
        parse::with_own(self, text)
    }

    /// Name of the catalogue.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Version; with an own file both versions, joined by a plus sign.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Topics in page order.
    pub fn clusters(&self) -> &[Cluster] {
        &self.clusters
    }

    /// Indicators in catalogue order; `indicators()[n].number == n`.
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// Kinds of sources by column from left to right, in each the closest to the workers first.
    pub fn source_types(&self) -> &[SourceType] {
        &self.source_types
    }

    /// What the weights mean, heaviest first.
    pub fn severities(&self) -> &[SeverityText] {
        &self.severities
    }

    /// The indicator with this identifier.
    pub fn get(&self, id: &str) -> Option<&Indicator> {
        self.by_id.get(id).map(|&number| &self.indicators[number])
    }

    /// The kind of source with this key.
    pub fn source_type(&self, key: &str) -> Option<&SourceType> {
        self.source_by_key
            .get(key)
            .map(|&place| &self.source_types[place])
    }

    /// The indicators an audit is expected to examine.
    pub fn core(&self) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(|indicator| indicator.core)
    }

    /// The indicators of a topic, in catalogue order.
    pub fn of_cluster<'a>(&'a self, cluster: &'a str) -> impl Iterator<Item = &'a Indicator> {
        self.indicators
            .iter()
            .filter(move |indicator| indicator.cluster == cluster)
    }

    /// Numbers in an order in which scopes can be decided one after the other.
    pub(crate) fn order(&self) -> &[Number] {
        &self.order
    }

    /// Place of a kind of source in [`Catalogue::source_types`].
    pub(crate) fn source_number(&self, key: &str) -> Option<usize> {
        self.source_by_key.get(key).copied()
    }
}
