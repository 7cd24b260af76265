//! Foreign bytes in, our own files out. [`extract`] turns an uploaded file into a
//! [`text::Document`]; [`read`] turns that text into labels with verbatim quotes; [`list`] reads
//! supplier lists; [`sheet`] writes tables. This crate knows no database and no web, and no input
//! makes it panic.

pub mod extract;
pub mod list;
pub mod read;
pub mod sheet;
pub mod text;
