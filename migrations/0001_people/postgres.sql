-- Who takes part: programmes, their organisations, accounts, how they sign in, and the trail of
-- what they changed.

CREATE TABLE programme (
    id BYTEA PRIMARY KEY,
    name TEXT NOT NULL,
    created BIGINT NOT NULL
);

CREATE TABLE organisation (
    programme_id BYTEA NOT NULL REFERENCES programme (id),
    id BYTEA NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    name TEXT NOT NULL,
    fictional BIGINT NOT NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (programme_id, id)
);

CREATE TABLE account (
    id BYTEA PRIMARY KEY,
    programme_id BYTEA NOT NULL,
    organisation_id BYTEA NOT NULL,
    name TEXT NOT NULL,
    -- Folded to lower case; what a person types to sign in.
    login TEXT COLLATE "C" NOT NULL,
    language TEXT NOT NULL,
    -- A password hash in PHC form, made by the web; absent until one is chosen.
    password TEXT,
    created BIGINT NOT NULL,
    FOREIGN KEY (programme_id, organisation_id) REFERENCES organisation (programme_id, id)
);

CREATE UNIQUE INDEX account_by_login ON account (login);

-- One-time links to sign in; only the hash of the token is kept.
CREATE TABLE link (
    hash BYTEA PRIMARY KEY,
    account_id BYTEA NOT NULL REFERENCES account (id),
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    used BIGINT
);

CREATE TABLE session (
    hash BYTEA PRIMARY KEY,
    account_id BYTEA NOT NULL REFERENCES account (id),
    created BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    expires BIGINT NOT NULL
);

CREATE INDEX session_by_account ON session (account_id);
CREATE INDEX session_by_expires ON session (expires);

-- Failed sign-ins by hashed login or hashed network address; they fade and never lock for good.
CREATE TABLE attempt (
    hash BYTEA PRIMARY KEY,
    failures BIGINT NOT NULL,
    latest BIGINT NOT NULL
);

-- Who did what to which item, never its content.
CREATE TABLE trail (
    programme_id BYTEA NOT NULL REFERENCES programme (id),
    id BYTEA NOT NULL,
    organisation_id BYTEA,
    account_id BYTEA,
    at BIGINT NOT NULL,
    deed TEXT NOT NULL,
    noun TEXT NOT NULL,
    item_id BYTEA NOT NULL,
    PRIMARY KEY (programme_id, id)
);

CREATE INDEX trail_by_item ON trail (programme_id, item_id, id);

-- What the program itself remembers, such as the version of the catalogue that profiles were
-- folded with.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
