-- A list finds a facility by its Open Supply Hub identifier when its name is written differently.

CREATE INDEX facility_by_os_id ON facility (programme_id, os_id) WHERE os_id IS NOT NULL;
