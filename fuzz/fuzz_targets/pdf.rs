//! PDFs without any installed program, and our own work on what `pdftotext` prints. A panic inside
//! the parser of others is caught in the program as well, so it is no finding here; a crash of the
//! process, a run without end and a broken promise are.
#![no_main]

use documents::extract;
use libfuzzer_sys::fuzz_target;
use std::panic;
use std::sync::Once;

static QUIET: Once = Once::new();

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"%PDF") {
        let mut stopping = None;
        QUIET.call_once(|| stopping = Some(panic::take_hook()));
        if let Some(stop) = stopping {
            panic::set_hook(Box::new(move |panic| {
                let ours = panic
                    .location()
                    .is_some_and(|place| !place.file().contains("registry"));
                if ours {
                    stop(panic);
                }
            }));
        }
        fuzz::read(bytes, "a.pdf");
    } else {
        let printed = String::from_utf8_lossy(bytes);
        fuzz::check(extract::from_printed(&printed, &fuzz::limits()));
    }
});
