-- What can be searched: pieces of text that people wrote or documents say, verbatim and folded
-- (case, width, Latin accents). `number` is made in the program from the random part of a UUID; it
-- ties a piece to its entry in the index.

CREATE TABLE passage (
    number INTEGER PRIMARY KEY,
    programme_id BLOB NOT NULL REFERENCES programme (id),
    owner_id BLOB,
    -- What it is a piece of: facility, audit or answer.
    noun TEXT NOT NULL,
    item_id BLOB NOT NULL,
    page INTEGER,
    text TEXT NOT NULL,
    folded TEXT NOT NULL
) STRICT;

CREATE INDEX passage_by_item ON passage (programme_id, item_id);

-- Finds three letters and more anywhere in a word, which scripts without spaces need. Shorter
-- words it would silently ignore; they are looked for with LIKE.
CREATE VIRTUAL TABLE passage_index USING fts5 (
    folded,
    content = '',
    contentless_delete = 1,
    tokenize = 'trigram case_sensitive 1'
);
