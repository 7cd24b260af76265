-- The sentences on which readings rest, by the hash of their folded words: the same sentence in
-- reports on several facilities may have been copied.

CREATE TABLE audit_sentence (
    programme_id BLOB NOT NULL,
    hash BLOB NOT NULL,
    audit_id BLOB NOT NULL,
    PRIMARY KEY (programme_id, hash, audit_id),
    FOREIGN KEY (programme_id, audit_id) REFERENCES audit (programme_id, id)
) STRICT;

CREATE INDEX audit_sentence_by_audit ON audit_sentence (programme_id, audit_id);
