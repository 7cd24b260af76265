//! Originals: kept once, found by their content, never half.

use crate::bucket;
use std::io::Read;
use store::Error;
use store::files::{Files, Hash, Health, S3};

/// Settings for a bucket at `endpoint`.
fn settings(endpoint: &str) -> S3 {
    S3 {
        endpoint: Some(endpoint.to_owned()),
        bucket: "originals".into(),
        region: "eu-central-1".into(),
        access_key: "example".into(),
        secret_key: "example".into(),
        prefix: "amplify".into(),
    }
}

/// Runs `test` on each storage.
fn for_each_storage(test: impl Fn(&Files)) {
    let folder = tempfile::tempdir().unwrap();
    test(&Files::on_disk(folder.path()).unwrap());
    let (endpoint, _) = bucket::start();
    test(&Files::on_s3(&settings(&endpoint), folder.path()).unwrap());
}

#[test]
fn a_file_is_found_by_the_hash_of_its_content_and_kept_once() {
    for_each_storage(|files| {
        let first = files.put(&mut &b"audit"[..], 100).unwrap();
        let second = files.put(&mut &b"audit"[..], 100).unwrap();
        assert_eq!(first, second);
        assert_eq!(first.size, 5);
        assert_eq!(files.get(first.hash).unwrap(), b"audit");
        let mut text = String::new();
        files
            .open(first.hash)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, "audit");
        assert!(files.exists(first.hash).unwrap());
        assert_eq!(files.verify(first.hash).unwrap(), Health::Sound);
        let hash: Hash = first.hash.to_string().parse().unwrap();
        assert_eq!(hash, first.hash);
    });
}

#[test]
fn a_file_that_is_too_large_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::on_disk(folder.path()).unwrap();
    let refused = files.put(&mut &[0_u8; 101][..], 100);
    assert!(matches!(refused, Err(Error::Invalid(_))));
    assert_eq!(
        std::fs::read_dir(folder.path().join("incoming"))
            .unwrap()
            .count(),
        0
    );
}

#[test]
fn an_upload_that_breaks_off_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::on_disk(folder.path()).unwrap();
    let mut draft = files.draft().unwrap();
    draft.write(b"half").unwrap();
    drop(draft);
    assert_eq!(
        std::fs::read_dir(folder.path().join("incoming"))
            .unwrap()
            .count(),
        0
    );
}

#[test]
fn a_missing_and_a_damaged_file_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::on_disk(folder.path()).unwrap();
    let stored = files.put(&mut &b"report"[..], 100).unwrap();
    let name = stored.hash.to_string();
    let path = folder.path().join(&name[..2]).join(&name[2..]);
    std::fs::write(&path, b"rePort").unwrap();
    assert_eq!(files.verify(stored.hash).unwrap(), Health::Damaged);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(files.verify(stored.hash).unwrap(), Health::Missing);
    assert!(matches!(files.get(stored.hash), Err(Error::NotFound)));
}

#[test]
fn a_large_file_goes_to_the_bucket_in_parts_and_comes_back_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (endpoint, objects) = bucket::start();
    let files = Files::on_s3(&settings(&endpoint), folder.path()).unwrap();
    let content: Vec<u8> = (0..20_000_000_u32)
        .map(|number| (number % 251) as u8)
        .collect();
    let stored = files.put(&mut &content[..], u64::MAX).unwrap();
    assert_eq!(objects.lock().unwrap().len(), 1);
    assert_eq!(files.verify(stored.hash).unwrap(), Health::Sound);
    let local = files.local(stored.hash, folder.path()).unwrap();
    assert_eq!(std::fs::read(local.path()).unwrap(), content);
    drop(local);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    objects.lock().unwrap().clear();
    assert_eq!(files.verify(stored.hash).unwrap(), Health::Missing);
    assert!(matches!(files.get(stored.hash), Err(Error::NotFound)));
}

#[test]
fn a_bucket_that_is_away_is_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let nobody = std::net::TcpListener::bind(("127.0.0.1", 0))
        .unwrap()
        .local_addr()
        .unwrap();
    let files = Files::on_s3(&settings(&format!("http://{nobody}")), folder.path()).unwrap();
    let refused = files.exists(Hash([1; 32]));
    assert!(matches!(refused, Err(Error::Unavailable(_))), "{refused:?}");
    let refused = files.put(&mut &b"report"[..], 100);
    assert!(matches!(refused, Err(Error::Unavailable(_))), "{refused:?}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
