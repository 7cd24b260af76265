-- What is seen: facilities, who buys from them, supplier lists, audits, answers and standings.
-- Where a number or a day may be unknown and lists sort by it, unknown is -1 or '': both engines
-- then sort alike.

CREATE TABLE facility (
    programme_id BLOB NOT NULL REFERENCES programme (id),
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    country TEXT NOT NULL,
    latitude REAL,
    longitude REAL,
    sector TEXT NOT NULL,
    workers INTEGER NOT NULL,
    details TEXT NOT NULL,
    os_id TEXT,
    fictional INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    updated_by BLOB,
    -- The name folded (case, accents, spaces) for sorting and finding.
    name_key TEXT NOT NULL,
    -- Hash of the folded name, address and country: the exact-duplicate check.
    match_key BLOB NOT NULL,
    -- Summary of the profile, rewritten with every answer: codes of store::see::standing.
    union_standing INTEGER NOT NULL,
    committee_standing INTEGER NOT NULL,
    elected_standing INTEGER NOT NULL,
    agreement_standing INTEGER NOT NULL,
    grievance_standing INTEGER NOT NULL,
    newest_day TEXT NOT NULL,
    answers_count INTEGER NOT NULL,
    -- The day on which the profile changes by age alone; '' if it never does.
    changes_on TEXT NOT NULL,
    PRIMARY KEY (programme_id, id)
) STRICT;

CREATE UNIQUE INDEX facility_by_match ON facility (programme_id, match_key);
-- One index for each order of the list. Each carries the columns that lists filter by, so that a
-- page is found without touching the rows that it leaves out.
CREATE INDEX facility_by_name ON facility (programme_id, name_key, id, country, union_standing, committee_standing, elected_standing, agreement_standing, grievance_standing, newest_day);
CREATE INDEX facility_by_country ON facility (programme_id, country, name_key, id, union_standing, committee_standing, elected_standing, agreement_standing, grievance_standing, newest_day);
CREATE INDEX facility_by_workers ON facility (programme_id, workers, id, country, union_standing, committee_standing, elected_standing, agreement_standing, grievance_standing, newest_day);
CREATE INDEX facility_by_newest ON facility (programme_id, newest_day, id, country, union_standing, committee_standing, elected_standing, agreement_standing, grievance_standing);
CREATE INDEX facility_by_union ON facility (programme_id, union_standing, name_key, id, country, committee_standing, elected_standing, agreement_standing, grievance_standing, newest_day);
CREATE INDEX facility_by_change ON facility (changes_on, programme_id, id) WHERE changes_on <> '';

-- How many facilities stand where, as differences: the sum over all rows of a group is exact, and
-- two writers never change the same row. Tidied up from time to time.
CREATE TABLE facility_tally (
    programme_id BLOB NOT NULL REFERENCES programme (id),
    id BLOB NOT NULL,
    country TEXT NOT NULL,
    union_standing INTEGER NOT NULL,
    committee_standing INTEGER NOT NULL,
    elected_standing INTEGER NOT NULL,
    agreement_standing INTEGER NOT NULL,
    grievance_standing INTEGER NOT NULL,
    facilities INTEGER NOT NULL,
    PRIMARY KEY (programme_id, id)
) STRICT;

CREATE TABLE supplier_list (
    programme_id BLOB NOT NULL REFERENCES programme (id),
    id BLOB NOT NULL,
    owner_id BLOB NOT NULL,
    file_hash BLOB NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    state TEXT NOT NULL,
    header TEXT NOT NULL,
    mapping TEXT NOT NULL,
    rows_count INTEGER NOT NULL,
    added INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    error TEXT NOT NULL,
    version INTEGER NOT NULL,
    created INTEGER NOT NULL,
    created_by BLOB NOT NULL,
    finished INTEGER,
    PRIMARY KEY (programme_id, id),
    FOREIGN KEY (programme_id, owner_id) REFERENCES organisation (programme_id, id)
) STRICT;

-- How the columns of a header were mapped the last time.
CREATE TABLE list_mapping (
    programme_id BLOB NOT NULL REFERENCES programme (id),
    signature TEXT NOT NULL,
    mapping TEXT NOT NULL,
    updated INTEGER NOT NULL,
    PRIMARY KEY (programme_id, signature)
) STRICT;

-- What became of each row of a list.
CREATE TABLE list_row (
    programme_id BLOB NOT NULL,
    list_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    facility_id BLOB,
    problems TEXT NOT NULL,
    PRIMARY KEY (programme_id, list_id, number),
    FOREIGN KEY (programme_id, list_id) REFERENCES supplier_list (programme_id, id)
) STRICT;

CREATE INDEX list_row_by_outcome ON list_row (programme_id, list_id, outcome, number);

-- A brand buys from a facility.
CREATE TABLE sourcing (
    programme_id BLOB NOT NULL,
    owner_id BLOB NOT NULL,
    facility_id BLOB NOT NULL,
    list_id BLOB,
    since TEXT NOT NULL,
    PRIMARY KEY (programme_id, owner_id, facility_id),
    FOREIGN KEY (programme_id, owner_id) REFERENCES organisation (programme_id, id),
    FOREIGN KEY (programme_id, facility_id) REFERENCES facility (programme_id, id)
) STRICT;

CREATE INDEX sourcing_by_facility ON sourcing (programme_id, facility_id, owner_id);

CREATE TABLE audit (
    programme_id BLOB NOT NULL REFERENCES programme (id),
    id BLOB NOT NULL,
    owner_id BLOB,
    facility_id BLOB,
    file_hash BLOB NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    scheme TEXT NOT NULL,
    language TEXT NOT NULL,
    day TEXT,
    state TEXT NOT NULL,
    progress INTEGER NOT NULL,
    error TEXT NOT NULL,
    conditions TEXT NOT NULL,
    version INTEGER NOT NULL,
    created INTEGER NOT NULL,
    created_by BLOB NOT NULL,
    read_at INTEGER,
    PRIMARY KEY (programme_id, id),
    FOREIGN KEY (programme_id, facility_id) REFERENCES facility (programme_id, id)
) STRICT;

CREATE INDEX audit_by_facility ON audit (programme_id, facility_id, id);
CREATE INDEX audit_by_hash ON audit (programme_id, file_hash);

-- The long parts of an audit, apart so that lists of audits stay light.
CREATE TABLE audit_reading (
    programme_id BLOB NOT NULL,
    audit_id BLOB NOT NULL,
    document TEXT NOT NULL,
    reading TEXT NOT NULL,
    proposals TEXT NOT NULL,
    PRIMARY KEY (programme_id, audit_id),
    FOREIGN KEY (programme_id, audit_id) REFERENCES audit (programme_id, id)
) STRICT;

CREATE TABLE answer (
    programme_id BLOB NOT NULL,
    id BLOB NOT NULL,
    facility_id BLOB NOT NULL,
    audit_id BLOB,
    owner_id BLOB,
    indicator TEXT NOT NULL,
    said TEXT NOT NULL,
    -- What a machine had proposed, if a person corrected it.
    proposed TEXT,
    source_kind TEXT NOT NULL,
    source_name TEXT NOT NULL,
    day TEXT NOT NULL,
    evidence TEXT NOT NULL,
    review TEXT NOT NULL,
    version INTEGER NOT NULL,
    created INTEGER NOT NULL,
    created_by BLOB,
    reviewed INTEGER,
    reviewed_by BLOB,
    -- When it was withdrawn; it counts nowhere from then on and stays for the record.
    withdrawn INTEGER,
    PRIMARY KEY (programme_id, id),
    FOREIGN KEY (programme_id, facility_id) REFERENCES facility (programme_id, id),
    FOREIGN KEY (programme_id, audit_id) REFERENCES audit (programme_id, id)
) STRICT;

CREATE INDEX answer_by_facility ON answer (programme_id, facility_id, indicator, day);
CREATE INDEX answer_by_audit ON answer (programme_id, audit_id, id);

-- The profile of each facility as computed by the last fold.
CREATE TABLE standing (
    programme_id BLOB NOT NULL,
    facility_id BLOB NOT NULL,
    indicator TEXT NOT NULL,
    word TEXT NOT NULL,
    value TEXT NOT NULL,
    newest TEXT,
    aged INTEGER NOT NULL,
    unreviewed INTEGER NOT NULL,
    PRIMARY KEY (programme_id, facility_id, indicator),
    FOREIGN KEY (programme_id, facility_id) REFERENCES facility (programme_id, id)
) STRICT;

CREATE INDEX standing_by_indicator ON standing (programme_id, indicator, word, facility_id);
