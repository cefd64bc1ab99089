/** Steps of the database; one that was released never changes. */
export const schemaSteps = [
  `
  CREATE TABLE events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    feed TEXT NOT NULL,
    key TEXT NOT NULL,
    -- 1: the key alone tells a repetition
    is_unique INTEGER NOT NULL,
    call TEXT,
    at INTEGER NOT NULL,
    -- a CloudEvent without its id, which is made of at and seq
    body TEXT NOT NULL,
    -- of an answered call: the caller's number, and who took it
    number TEXT,
    taker TEXT
  );
  CREATE UNIQUE INDEX events_key ON events (feed, key) WHERE is_unique = 1;
  CREATE INDEX events_call ON events (feed, call, seq) WHERE call IS NOT NULL;
  CREATE INDEX events_taker ON events (number, seq) WHERE taker IS NOT NULL;
  CREATE INDEX events_at ON events (at);
  CREATE TABLE targets (
    agent TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (agent, seq)
  ) WITHOUT ROWID;
  CREATE INDEX targets_seq ON targets (seq);
  CREATE TABLE arrivals (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    feed TEXT NOT NULL,
    at INTEGER NOT NULL,
    -- JSON: what became of it
    report TEXT NOT NULL
  );
  CREATE INDEX arrivals_at ON arrivals (at);
  CREATE INDEX arrivals_feed ON arrivals (feed, number);
  CREATE TABLE codes (
    hash TEXT PRIMARY KEY,
    agent TEXT NOT NULL,
    expires INTEGER NOT NULL,
    -- hash of the token it was exchanged for
    token TEXT
  ) WITHOUT ROWID;
  CREATE TABLE desks (
    id TEXT PRIMARY KEY,
    agent TEXT NOT NULL,
    token TEXT NOT NULL UNIQUE,
    since INTEGER NOT NULL,
    revoked INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX desks_revoked ON desks (revoked) WHERE revoked IS NOT NULL;
  `,
  `
  -- of a desk that signed in for a time
  ALTER TABLE desks ADD COLUMN expires INTEGER;
  CREATE INDEX desks_expires ON desks (expires) WHERE expires IS NOT NULL;
  `,
] as const;
