//! A bucket for tests: the few requests of S3 that the store makes, answered from memory on
//! loopback. It refuses requests without a signature.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// The objects of the bucket, and parts that wait for their whole.
pub(crate) type Objects = Arc<Mutex<HashMap<String, Vec<u8>>>>;

/// Starts a server; returns its address and its objects. It ends with the test's process.
pub(crate) fn start() -> (String, Objects) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let objects = Objects::default();
    let kept = Arc::clone(&objects);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let objects = Arc::clone(&kept);
            std::thread::spawn(move || while answer(&stream, &objects).is_some() {});
        }
    });
    (address, objects)
}

/// Answers one request; `None` at the end of the connection.
fn answer(stream: &TcpStream, objects: &Objects) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader
        .read_line(&mut line)
        .ok()
        .filter(|length| *length > 0)?;
    let mut words = line.split_whitespace();
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let (mut length, mut signed) = (0, false);
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        let header = header.trim().to_ascii_lowercase();
        if header.is_empty() {
            break;
        }
        if let Some(value) = header.strip_prefix("content-length:") {
            length = value.trim().parse().ok()?;
        }
        signed |= header.starts_with("authorization: aws4-hmac-sha256");
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let mut objects = objects.lock().unwrap();
    let (status, reply) = match (method.as_str(), query) {
        _ if !signed => ("403 Forbidden", Vec::new()),
        ("POST", "uploads" | "uploads=") => (
            "200 OK",
            b"<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>".to_vec(),
        ),
        ("PUT", query) if query.contains("partNumber=") => {
            let number = query.split('&').find_map(|part| part.strip_prefix("partNumber="))?;
            objects.insert(format!("{path}#{number:0>5}"), body);
            ("200 OK", Vec::new())
        }
        ("POST", query) if query.contains("uploadId=") => {
            let mut parts: Vec<String> = objects.keys().filter(|key| key.starts_with(&format!("{path}#"))).cloned().collect();
            parts.sort();
            let whole: Vec<u8> = parts.iter().flat_map(|part| objects.remove(part).unwrap_or_default()).collect();
            objects.insert(path.to_owned(), whole);
            (
                "200 OK",
                b"<CompleteMultipartUploadResult><ETag>\"e\"</ETag></CompleteMultipartUploadResult>".to_vec(),
            )
        }
        ("PUT", _) => {
            objects.insert(path.to_owned(), body);
            ("200 OK", Vec::new())
        }
        ("GET" | "HEAD", _) => match objects.get(path) {
            Some(found) => ("200 OK", found.clone()),
            None => ("404 Not Found", Vec::new()),
        },
        _ => ("400 Bad Request", Vec::new()),
    };
    let mut stream = stream;
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Length: {}\r\nETag: \"e\"\r\nLast-Modified: Tue, 24 Nov 2026 12:00:00 GMT\r\n\r\n",
        reply.len()
    )
    .ok()?;
    if method != "HEAD" {
        stream.write_all(&reply).ok()?;
    }
    stream.flush().ok()
}
