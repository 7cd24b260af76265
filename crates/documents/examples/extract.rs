//! Prints what is extracted from files, one JSON object a line: `cargo run -p documents --example
//! extract -- FILE...`. With `--blocks` it prints the blocks for the eye; with `--no-tools` it uses
//! no installed program, and with `--child` it reads in a process of its own.

use documents::extract::{self, Limits, Tools};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut command = std::env::args_os().skip(1);
    if command
        .next()
        .is_some_and(|first| first == extract::child::COMMAND)
    {
        return ExitCode::from(extract::child::main(command));
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let flag = |name: &str| arguments.iter().any(|argument| argument == name);
    let limits = Limits {
        tools: if flag("--no-tools") {
            Tools::None
        } else {
            Tools::Installed
        },
        child: std::env::current_exe().ok().filter(|_| flag("--child")),
        ..Limits::default()
    };
    for path in arguments
        .iter()
        .filter(|argument| !argument.starts_with("--"))
    {
        let result = extract::extract(Path::new(path), path, &limits);
        match (&result, flag("--blocks")) {
            (Ok(document), true) => {
                println!("== {path} {:?} {:?}", document.pages, document.notes);
                for block in &document.blocks {
                    println!(
                        "{:>4} {:?} {:?}",
                        document.page_of(block.range.start),
                        block.kind,
                        &document.text[block.range.clone()]
                    );
                }
            }
            (result, _) => println!("{}", serde_json::json!({"file": path, "result": result})),
        }
    }
    ExitCode::SUCCESS
}
