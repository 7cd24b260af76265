//! Web pages, and plain text in any encoding.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    fuzz::read(bytes, "a.txt");
    let page = [b"<html>".as_slice(), bytes].concat();
    fuzz::read(&page, "a.html");
});
