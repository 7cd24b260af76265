//! Acting on what is known: routes and the actions of their playbook.

pub mod route;
