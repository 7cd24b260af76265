//! Forms that may fail: what was typed, and what is wrong with it, so that a page can show the
//! form again with nothing lost.

use serde::Serialize;

/// One thing that is wrong with a form.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Fault {
    /// Name of the field, also its `id` on the page.
    pub(crate) field: String,
    /// What to do, in the reader's language.
    pub(crate) message: String,
}

/// Everything that is wrong with a form.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Faults(pub(crate) Vec<Fault>);

impl Faults {
    /// Notes a fault of a field.
    pub(crate) fn add(&mut self, field: &str, message: String) {
        self.0.push(Fault { field: field.to_owned(), message });
    }

    /// Is the form in order?
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first fault of a field, for the words beside it.
    pub(crate) fn of(&self, field: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|fault| fault.field == field)
            .map(|fault| fault.message.as_str())
    }
}
