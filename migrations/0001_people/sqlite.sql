-- Who takes part: programmes, their organisations, accounts, how they sign in, and the trail of
-- what they changed.

CREATE TABLE programme (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;

CREATE TABLE organisation (
    programme_id BLOB NOT NULL REFERENCES programme (id),
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    fictional INTEGER NOT NULL,
    created INTEGER NOT NULL,
    PRIMARY KEY (programme_id, id)
) STRICT;

CREATE TABLE account (
    id BLOB PRIMARY KEY,
    programme_id BLOB NOT NULL,
    organisation_id BLOB NOT NULL,
    name TEXT NOT NULL,
    -- Folded to lower case; what a person types to sign in.
    login TEXT NOT NULL,
    language TEXT NOT NULL,
    -- A password hash in PHC form, made by the web; absent until one is chosen.
    password TEXT,
    created INTEGER NOT NULL,
    FOREIGN KEY (programme_id, organisation_id) REFERENCES organisation (programme_id, id)
) STRICT;

CREATE UNIQUE INDEX account_by_login ON account (login);

-- One-time links to sign in; only the hash of the token is kept.
CREATE TABLE link (
    hash BLOB PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES account (id),
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    used INTEGER
) STRICT;

CREATE TABLE session (
    hash BLOB PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES account (id),
    created INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    expires INTEGER NOT NULL
) STRICT;

CREATE INDEX session_by_account ON session (account_id);
CREATE INDEX session_by_expires ON session (expires);

-- Failed sign-ins by hashed login or hashed network address; they fade and never lock for good.
CREATE TABLE attempt (
    hash BLOB PRIMARY KEY,
    failures INTEGER NOT NULL,
    latest INTEGER NOT NULL
) STRICT;

-- Who did what to which item, never its content.
CREATE TABLE trail (
    programme_id BLOB NOT NULL REFERENCES programme (id),
    id BLOB NOT NULL,
    organisation_id BLOB,
    account_id BLOB,
    at INTEGER NOT NULL,
    deed TEXT NOT NULL,
    noun TEXT NOT NULL,
    item_id BLOB NOT NULL,
    PRIMARY KEY (programme_id, id)
) STRICT;

CREATE INDEX trail_by_item ON trail (programme_id, item_id, id);

-- What the program itself remembers, such as the version of the catalogue that profiles were
-- folded with.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
