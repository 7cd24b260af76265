//! What the workspace may depend on, read from `cargo metadata` and `Cargo.lock`.
//!
//! These tests hold the direction of the crates and keep out what must never be
//! linked in. They look at manifests only, never at code.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// Which crates of the workspace each crate may use. All others are refused.
const DIRECTION: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("documents", &["domain"]),
    ("store", &["domain"]),
    ("amplify", &["domain", "documents", "store"]),
    ("xtask", &[]),
];

/// The database drivers: only `store` may name them.
const DRIVERS: &[&str] = &["rusqlite", "postgres", "r2d2", "r2d2_postgres"];

/// TLS and cryptography come from rustls with ring, never from these.
const FORBIDDEN: &[&str] = &[
    "openssl",
    "openssl-sys",
    "native-tls",
    "aws-lc-rs",
    "aws-lc-sys",
];

/// Licences that a program under the AGPL, version 3 or later, may link.
const LICENCES: &[&str] = &[
    "0BSD",
    "AGPL-3.0-or-later",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "bzip2-1.0.6",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(root())
        .output()
        .unwrap_or_else(|error| panic!("`{program}` did not start: {error}"));
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The packages in use on this platform.
fn metadata() -> Value {
    let about = output("rustc", &["-vV"]);
    let host = about
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap_or_else(|| panic!("rustc names no host: {about}"));
    let text = output(
        env!("CARGO"),
        &[
            "metadata",
            "--format-version=1",
            "--locked",
            "--filter-platform",
            host,
        ],
    );
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("cargo metadata: {error}"))
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// What each crate of the workspace names in its manifest, of any kind.
fn manifests(metadata: &Value) -> BTreeMap<String, BTreeSet<String>> {
    let members: BTreeSet<&str> = list(metadata, "workspace_members")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    list(metadata, "packages")
        .iter()
        .filter(|package| members.contains(text(package, "id")))
        .map(|package| {
            let names = list(package, "dependencies")
                .iter()
                .map(|dependency| text(dependency, "name").to_owned())
                .collect();
            (text(package, "name").to_owned(), names)
        })
        .collect()
}

#[test]
fn crates_point_one_way() {
    let manifests = manifests(&metadata());
    let rules: BTreeMap<&str, &[&str]> = DIRECTION.iter().copied().collect();
    for (name, uses) in &manifests {
        let Some(allowed) = rules.get(name.as_str()) else {
            panic!("the crate `{name}` has no line in DIRECTION: say what it may use");
        };
        // A crate's tests may name the crate itself, to switch on what only tests need.
        let others = uses.iter().filter(|used| *used != name);
        for used in others.filter(|used| manifests.contains_key(*used)) {
            assert!(
                allowed.contains(&used.as_str()),
                "`{name}` must not depend on `{used}`: the direction is \
                 amplify -> {{store, documents}} -> domain"
            );
        }
    }
}

#[test]
fn only_the_store_knows_a_database() {
    for (name, uses) in manifests(&metadata())
        .iter()
        .filter(|(name, _)| *name != "store")
    {
        for driver in DRIVERS {
            assert!(
                !uses.contains(*driver),
                "`{name}` names the database driver `{driver}`: only `store` holds SQL"
            );
        }
    }
}

#[test]
fn no_forbidden_crate_is_in_the_lock_file() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock"))
        .unwrap_or_else(|error| panic!("Cargo.lock: {error}"));
    for name in FORBIDDEN {
        assert!(
            !lock.contains(&format!("name = \"{name}\"")),
            "`{name}` has come in; `cargo tree --target all -i {name}` says through which crate"
        );
    }
}

#[test]
fn every_crate_has_a_licence_that_fits() {
    let metadata = metadata();
    let refused: Vec<String> = list(&metadata, "packages")
        .iter()
        .filter(|package| !licence_fits(text(package, "license")))
        .map(|package| format!("{} ({})", text(package, "name"), package["license"]))
        .collect();
    assert!(
        refused.is_empty(),
        "licences to look at: {}",
        refused.join(", ")
    );
}

/// Whether an SPDX expression can be met with the licences in the list.
fn licence_fits(expression: &str) -> bool {
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let fits = either(&mut rest);
    fits && rest.is_empty()
}

fn either(words: &mut &[&str]) -> bool {
    let mut fits = both(words);
    while let ["OR", rest @ ..] = *words {
        *words = rest;
        fits |= both(words);
    }
    fits
}

fn both(words: &mut &[&str]) -> bool {
    let mut fits = single(words);
    while let ["AND", rest @ ..] = *words {
        *words = rest;
        fits &= single(words);
    }
    fits
}

fn single(words: &mut &[&str]) -> bool {
    match *words {
        ["(", rest @ ..] => {
            *words = rest;
            let fits = either(words);
            if let [")", rest @ ..] = *words {
                *words = rest;
                return fits;
            }
            false
        }
        [name, "WITH", exception, rest @ ..] => {
            *words = rest;
            LICENCES.contains(name)
                || LICENCES.contains(&format!("{name} WITH {exception}").as_str())
        }
        [name, rest @ ..] => {
            *words = rest;
            LICENCES.contains(name)
        }
        [] => false,
    }
}

#[test]
fn licence_expressions_are_read_as_spdx_means_them() {
    assert!(licence_fits("MIT OR Apache-2.0"));
    assert!(licence_fits("MIT/Apache-2.0"));
    assert!(licence_fits("GPL-2.0-only OR MIT"));
    assert!(licence_fits("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(licence_fits(
        "Apache-2.0 WITH LLVM-exception OR GPL-2.0-only"
    ));
    assert!(!licence_fits("MIT AND GPL-2.0-only"));
    assert!(!licence_fits("(MIT AND Proprietary) AND Apache-2.0"));
    assert!(!licence_fits(""));
}
