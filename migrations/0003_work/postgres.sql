-- Work that outlives a request, and the originals that were handed in.

CREATE TABLE job (
    id BYTEA PRIMARY KEY,
    programme_id BYTEA NOT NULL REFERENCES programme (id),
    owner_id BYTEA,
    account_id BYTEA,
    kind TEXT COLLATE "C" NOT NULL,
    payload TEXT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    attempts BIGINT NOT NULL,
    max_attempts BIGINT NOT NULL,
    run_after BIGINT NOT NULL,
    lease_owner TEXT,
    lease_until BIGINT,
    progress BIGINT NOT NULL,
    error TEXT NOT NULL,
    unique_key TEXT,
    item_id BYTEA,
    created BIGINT NOT NULL,
    finished BIGINT
);

-- Two jobs with one key never wait or run at the same time.
CREATE UNIQUE INDEX job_by_key ON job (unique_key) WHERE state IN ('queued', 'running');
CREATE INDEX job_due ON job (run_after, id) WHERE state = 'queued';
CREATE INDEX job_leased ON job (lease_until) WHERE state = 'running';
CREATE INDEX job_by_programme ON job (programme_id, id);
CREATE INDEX job_by_item ON job (programme_id, item_id);

-- Originals by the hash of their content; the bytes lie in the file storage.
CREATE TABLE file (
    hash BYTEA PRIMARY KEY,
    size BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    created BIGINT NOT NULL
);
