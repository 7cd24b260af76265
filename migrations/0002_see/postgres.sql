-- What is seen: facilities, who buys from them, supplier lists, audits, answers and standings.
-- Where a number or a day may be unknown and lists sort by it, unknown is -1 or '': both engines
-- then sort alike.

CREATE TABLE facility (
    programme_id BYTEA NOT NULL REFERENCES programme (id),
    id BYTEA NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    country TEXT COLLATE "C" NOT NULL,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    sector TEXT NOT NULL,
    workers BIGINT NOT NULL,
    details TEXT NOT NULL,
    os_id TEXT,
    fictional BIGINT NOT NULL,
    version BIGINT NOT NULL,
    created BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    updated_by BYTEA,
    -- The name folded (case, accents, spaces) for sorting and finding.
    name_key TEXT COLLATE "C" NOT NULL,
    -- Hash of the folded name, address and country: the exact-duplicate check.
    match_key BYTEA NOT NULL,
    -- Summary of the profile, rewritten with every answer: codes of store::see::standing.
    union_standing BIGINT NOT NULL,
    committee_standing BIGINT NOT NULL,
    elected_standing BIGINT NOT NULL,
    agreement_standing BIGINT NOT NULL,
    grievance_standing BIGINT NOT NULL,
    newest_day TEXT COLLATE "C" NOT NULL,
    answers_count BIGINT NOT NULL,
    -- The day on which the profile changes by age alone; '' if it never does.
    changes_on TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (programme_id, id)
);

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
    programme_id BYTEA NOT NULL REFERENCES programme (id),
    id BYTEA NOT NULL,
    country TEXT COLLATE "C" NOT NULL,
    union_standing BIGINT NOT NULL,
    committee_standing BIGINT NOT NULL,
    elected_standing BIGINT NOT NULL,
    agreement_standing BIGINT NOT NULL,
    grievance_standing BIGINT NOT NULL,
    facilities BIGINT NOT NULL,
    PRIMARY KEY (programme_id, id)
);

CREATE TABLE supplier_list (
    programme_id BYTEA NOT NULL REFERENCES programme (id),
    id BYTEA NOT NULL,
    owner_id BYTEA NOT NULL,
    file_hash BYTEA NOT NULL,
    name TEXT NOT NULL,
    size BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    header TEXT NOT NULL,
    mapping TEXT NOT NULL,
    rows_count BIGINT NOT NULL,
    added BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    error TEXT NOT NULL,
    version BIGINT NOT NULL,
    created BIGINT NOT NULL,
    created_by BYTEA NOT NULL,
    finished BIGINT,
    PRIMARY KEY (programme_id, id),
    FOREIGN KEY (programme_id, owner_id) REFERENCES organisation (programme_id, id)
);

-- How the columns of a header were mapped the last time.
CREATE TABLE list_mapping (
    programme_id BYTEA NOT NULL REFERENCES programme (id),
    signature TEXT COLLATE "C" NOT NULL,
    mapping TEXT NOT NULL,
    updated BIGINT NOT NULL,
    PRIMARY KEY (programme_id, signature)
);

-- What became of each row of a list.
CREATE TABLE list_row (
    programme_id BYTEA NOT NULL,
    list_id BYTEA NOT NULL,
    number BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    facility_id BYTEA,
    problems TEXT NOT NULL,
    PRIMARY KEY (programme_id, list_id, number),
    FOREIGN KEY (programme_id, list_id) REFERENCES supplier_list (programme_id, id)
);

CREATE INDEX list_row_by_outcome ON list_row (programme_id, list_id, outcome, number);

-- A brand buys from a facility.
CREATE TABLE sourcing (
    programme_id BYTEA NOT NULL,
    owner_id BYTEA NOT NULL,
    facility_id BYTEA NOT NULL,
    list_id BYTEA,
    since TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (programme_id, owner_id, facility_id),
    FOREIGN KEY (programme_id, owner_id) REFERENCES organisation (programme_id, id),
    FOREIGN KEY (programme_id, facility_id) REFERENCES facility (programme_id, id)
);

CREATE INDEX sourcing_by_facility ON sourcing (programme_id, facility_id, owner_id);

CREATE TABLE audit (
    programme_id BYTEA NOT NULL REFERENCES programme (id),
    id BYTEA NOT NULL,
    owner_id BYTEA,
    facility_id BYTEA,
    file_hash BYTEA NOT NULL,
    name TEXT NOT NULL,
    size BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    scheme TEXT NOT NULL,
    language TEXT NOT NULL,
    day TEXT COLLATE "C",
    state TEXT COLLATE "C" NOT NULL,
    progress BIGINT NOT NULL,
    error TEXT NOT NULL,
    conditions TEXT NOT NULL,
    version BIGINT NOT NULL,
    created BIGINT NOT NULL,
    created_by BYTEA NOT NULL,
    read_at BIGINT,
    PRIMARY KEY (programme_id, id),
    FOREIGN KEY (programme_id, facility_id) REFERENCES facility (programme_id, id)
);

CREATE INDEX audit_by_facility ON audit (programme_id, facility_id, id);
CREATE INDEX audit_by_hash ON audit (programme_id, file_hash);

-- The long parts of an audit, apart so that lists of audits stay light.
CREATE TABLE audit_reading (
    programme_id BYTEA NOT NULL,
    audit_id BYTEA NOT NULL,
    document TEXT NOT NULL,
    reading TEXT NOT NULL,
    proposals TEXT NOT NULL,
    PRIMARY KEY (programme_id, audit_id),
    FOREIGN KEY (programme_id, audit_id) REFERENCES audit (programme_id, id)
);

CREATE TABLE answer (
    programme_id BYTEA NOT NULL,
    id BYTEA NOT NULL,
    facility_id BYTEA NOT NULL,
    audit_id BYTEA,
    owner_id BYTEA,
    indicator TEXT COLLATE "C" NOT NULL,
    said TEXT NOT NULL,
    -- What a machine had proposed, if a person corrected it.
    proposed TEXT,
    source_kind TEXT NOT NULL,
    source_name TEXT NOT NULL,
    day TEXT COLLATE "C" NOT NULL,
    evidence TEXT NOT NULL,
    review TEXT NOT NULL,
    version BIGINT NOT NULL,
    created BIGINT NOT NULL,
    created_by BYTEA,
    reviewed BIGINT,
    reviewed_by BYTEA,
    -- When it was withdrawn; it counts nowhere from then on and stays for the record.
    withdrawn BIGINT,
    PRIMARY KEY (programme_id, id),
    FOREIGN KEY (programme_id, facility_id) REFERENCES facility (programme_id, id),
    FOREIGN KEY (programme_id, audit_id) REFERENCES audit (programme_id, id)
);

CREATE INDEX answer_by_facility ON answer (programme_id, facility_id, indicator, day);
CREATE INDEX answer_by_audit ON answer (programme_id, audit_id, id);

-- The profile of each facility as computed by the last fold.
CREATE TABLE standing (
    programme_id BYTEA NOT NULL,
    facility_id BYTEA NOT NULL,
    indicator TEXT COLLATE "C" NOT NULL,
    word TEXT COLLATE "C" NOT NULL,
    value TEXT NOT NULL,
    newest TEXT COLLATE "C",
    aged BIGINT NOT NULL,
    unreviewed BIGINT NOT NULL,
    PRIMARY KEY (programme_id, facility_id, indicator),
    FOREIGN KEY (programme_id, facility_id) REFERENCES facility (programme_id, id)
);

CREATE INDEX standing_by_indicator ON standing (programme_id, indicator, word, facility_id);
