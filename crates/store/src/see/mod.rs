//! Seeing: facilities, supplier lists, audits, answers and the standings computed from them.

pub mod answer;
pub mod audit;
pub mod facility;
pub mod list;
pub mod profile;
pub mod sentence;
pub mod standing;

/// What went wrong with a file, for people: a key of the message catalogue and its arguments.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Problem {
    /// Key of the text.
    pub code: String,
    /// Arguments of the text, by name.
    #[serde(default)]
    pub args: Vec<(String, String)>,
}
