//! Originals: kept once, found by their content, never half.

use std::io::Read;
use store::Error;
use store::files::{Files, Hash, Health};

/// Runs `test` on each storage.
fn for_each_storage(test: impl Fn(&Files)) {
    let folder = tempfile::tempdir().unwrap();
    test(&Files::on_disk(folder.path()).unwrap());
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
