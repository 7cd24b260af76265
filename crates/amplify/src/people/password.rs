//! Passwords: argon2id with the library's recommended cost, and a floor for new ones.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};

/// Fewest characters of a new password; length protects better than rules about signs
/// (NIST SP 800-63B).
pub(crate) const SHORTEST: usize = 12;

/// Longest password that is hashed, so that nobody keeps the server busy with a novel.
pub(crate) const LONGEST: usize = 512;

/// The text that is stored for a password.
pub(crate) fn hash(password: &str) -> anyhow::Result<String> {
    Argon2::default()
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|error| anyhow::anyhow!("hashing a password: {error}"))
}

/// Does the password belong to the stored text? A missing account is checked against a stand-in
/// so that the answer takes as long.
pub(crate) fn matches(password: &str, stored: Option<&str>) -> bool {
    const STAND_IN: &str = "$argon2id$v=19$m=19456,t=2,p=1$c3RhbmRpbnN0YW5kaW4$8ePBTc1XzbzIQGRxTJb6s6WcTBWFN6I0vSp3Ppvc1a0";
    let known = stored.unwrap_or(STAND_IN);
    let verified = PasswordHash::new(known).is_ok_and(|parsed| {
        Argon2::default()
            .verify_password(password.as_bytes(), &parsed)
            .is_ok()
    });
    verified && stored.is_some()
}

#[cfg(test)]
mod tests {
    use super::{hash, matches};

    #[test]
    fn only_the_right_password_matches() {
        let stored = hash("a long enough sentence").unwrap();
        assert!(stored.starts_with("$argon2id$"), "{stored}");
        assert!(matches("a long enough sentence", Some(&stored)));
        assert!(!matches("a long enough sentenc", Some(&stored)));
        assert!(!matches("a long enough sentence", None));
        assert!(!matches("", Some("not a hash")));
    }
}
