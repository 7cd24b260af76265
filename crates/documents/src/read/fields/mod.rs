//! From claims to labels. Each field has its own way to settle what a document says when its
//! sentences differ; none of them invents a value that no sentence carries.

pub(super) mod conditions;
pub(super) mod findings;
pub(super) mod labels;
pub(super) mod named;
pub(super) mod subject;
