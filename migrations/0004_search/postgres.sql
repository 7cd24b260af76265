-- What can be searched: pieces of text that people wrote or documents say, verbatim and folded
-- (case, width, Latin accents). `number` is made in the program from the random part of a UUID; it
-- ties a piece to its entry in the index.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE passage (
    number BIGINT PRIMARY KEY,
    programme_id BYTEA NOT NULL REFERENCES programme (id),
    owner_id BYTEA,
    -- What it is a piece of: facility, audit or answer.
    noun TEXT NOT NULL,
    item_id BYTEA NOT NULL,
    page BIGINT,
    text TEXT NOT NULL,
    folded TEXT NOT NULL
);

CREATE INDEX passage_by_item ON passage (programme_id, item_id);

-- Finds three letters and more anywhere in a word, which scripts without spaces need.
CREATE INDEX passage_by_text ON passage USING gin (folded gin_trgm_ops);
