-- Work that outlives a request, and the originals that were handed in.

CREATE TABLE job (
    id BLOB PRIMARY KEY,
    programme_id BLOB NOT NULL REFERENCES programme (id),
    owner_id BLOB,
    account_id BLOB,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    max_attempts INTEGER NOT NULL,
    run_after INTEGER NOT NULL,
    lease_owner TEXT,
    lease_until INTEGER,
    progress INTEGER NOT NULL,
    error TEXT NOT NULL,
    unique_key TEXT,
    item_id BLOB,
    created INTEGER NOT NULL,
    finished INTEGER
) STRICT;

-- Two jobs with one key never wait or run at the same time.
CREATE UNIQUE INDEX job_by_key ON job (unique_key) WHERE state IN ('queued', 'running');
CREATE INDEX job_due ON job (run_after, id) WHERE state = 'queued';
CREATE INDEX job_leased ON job (lease_until) WHERE state = 'running';
CREATE INDEX job_by_programme ON job (programme_id, id);
CREATE INDEX job_by_item ON job (programme_id, item_id);

-- Originals by the hash of their content; the bytes lie in the file storage.
CREATE TABLE file (
    hash BLOB PRIMARY KEY,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;
