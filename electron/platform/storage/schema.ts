/**
 * The database's history, one entry a version (`user_version`). Never edit an entry that was released:
 * add one. `fold` is `foldText`.
 */
export const schemaSteps: readonly string[] = [
  `CREATE TABLE claims (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
   CREATE INDEX claims_at ON claims (at);
   CREATE TABLE popups (
     id TEXT PRIMARY KEY, agent TEXT NOT NULL, at INTEGER NOT NULL, popup_id TEXT NOT NULL, popup_name TEXT NOT NULL,
     caller TEXT NOT NULL, queue TEXT NOT NULL, outcome TEXT NOT NULL, problem TEXT NOT NULL,
     late_seconds INTEGER NOT NULL,
     request TEXT NOT NULL
   );
   CREATE INDEX popups_at ON popups (at);
   CREATE INDEX popups_agent ON popups (agent, at);
   CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;`,
  `CREATE TABLE seen (number INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE);`,
  `CREATE TABLE deliveries (
     number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
     webhook TEXT NOT NULL, webhook_name TEXT NOT NULL, host TEXT NOT NULL, call_key TEXT NOT NULL, about TEXT NOT NULL,
     accepted_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, next_at INTEGER NOT NULL,
     state TEXT NOT NULL, attempts INTEGER NOT NULL, round_start INTEGER NOT NULL,
     problem TEXT NOT NULL, settled_at INTEGER NOT NULL,
     is_test INTEGER NOT NULL, request TEXT NOT NULL
   );
   CREATE INDEX deliveries_state ON deliveries (state, number);
   CREATE INDEX deliveries_settled ON deliveries (settled_at) WHERE settled_at > 0;
   CREATE TABLE attempts (
     delivery TEXT NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, ms INTEGER NOT NULL,
     status INTEGER NOT NULL, problem TEXT NOT NULL, response TEXT NOT NULL,
     PRIMARY KEY (delivery, number)
   ) WITHOUT ROWID;`,
  // The index is kept by triggers, so that nothing can be in the one and not in the other.
  `CREATE TABLE journal (
     number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL,
     kind TEXT NOT NULL, call_key TEXT NOT NULL, text TEXT NOT NULL, data TEXT NOT NULL
   );
   CREATE INDEX journal_at ON journal (at);
   CREATE INDEX journal_kind ON journal (kind, number);
   CREATE INDEX journal_call ON journal (call_key, number) WHERE call_key <> '';
   CREATE VIRTUAL TABLE journal_text USING fts5(
     kind, text, content = 'journal', content_rowid = 'number', prefix = '2 3 4',
     tokenize = 'unicode61 remove_diacritics 2'
   );
   CREATE TRIGGER journal_added AFTER INSERT ON journal BEGIN
     INSERT INTO journal_text (rowid, kind, text) VALUES (new.number, new.kind, new.text);
   END;
   CREATE TRIGGER journal_deleted AFTER DELETE ON journal BEGIN
     INSERT INTO journal_text (journal_text, rowid, kind, text) VALUES ('delete', old.number, old.kind, old.text);
   END;
   CREATE TRIGGER journal_changed AFTER UPDATE OF text ON journal WHEN old.text <> new.text BEGIN
     INSERT INTO journal_text (journal_text, rowid, kind, text) VALUES ('delete', old.number, old.kind, old.text);
     INSERT INTO journal_text (rowid, kind, text) VALUES (new.number, new.kind, new.text);
   END;`,
  `ALTER TABLE popups ADD COLUMN call_key TEXT NOT NULL DEFAULT '';
   UPDATE popups SET call_key = coalesce(json_extract(request, '$.callKey'), '');
   CREATE INDEX popups_call ON popups (agent, call_key, at) WHERE call_key <> '';
   CREATE TABLE calls (
     number INTEGER PRIMARY KEY AUTOINCREMENT, agent TEXT NOT NULL, call_key TEXT NOT NULL,
     started_at INTEGER NOT NULL, answered_at INTEGER NOT NULL, ended_at INTEGER NOT NULL,
     outcome TEXT NOT NULL, noted_at INTEGER NOT NULL DEFAULT 0, text TEXT NOT NULL, data TEXT NOT NULL,
     UNIQUE (agent, call_key)
   );
   CREATE INDEX calls_agent ON calls (agent, number);
   CREATE INDEX calls_started ON calls (started_at);`,
  // Searches find a text however it is written: what is looked through is folded, also of rows that are here already.
  // The index keeps no copy of the texts, so deleting from it needs none.
  `UPDATE calls SET text = fold(text);
   DROP TRIGGER journal_added;
   DROP TRIGGER journal_deleted;
   DROP TRIGGER journal_changed;
   DROP TABLE journal_text;
   CREATE VIRTUAL TABLE journal_text USING fts5(
     kind, text, content = '', contentless_delete = 1, prefix = '2 3 4', tokenize = 'unicode61 remove_diacritics 2'
   );
   INSERT INTO journal_text (rowid, kind, text) SELECT number, kind, fold(text) FROM journal;
   CREATE TRIGGER journal_added AFTER INSERT ON journal BEGIN
     INSERT INTO journal_text (rowid, kind, text) VALUES (new.number, new.kind, fold(new.text));
   END;
   CREATE TRIGGER journal_deleted AFTER DELETE ON journal BEGIN
     DELETE FROM journal_text WHERE rowid = old.number;
   END;
   CREATE TRIGGER journal_changed AFTER UPDATE OF text ON journal WHEN old.text <> new.text BEGIN
     DELETE FROM journal_text WHERE rowid = old.number;
     INSERT INTO journal_text (rowid, kind, text) VALUES (new.number, new.kind, fold(new.text));
   END;`,
  `ALTER TABLE deliveries ADD COLUMN stage TEXT NOT NULL DEFAULT '';`,
  `ALTER TABLE calls ADD COLUMN rang_at INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE calls ADD COLUMN note TEXT NOT NULL DEFAULT '';
   ALTER TABLE calls ADD COLUMN disposition TEXT NOT NULL DEFAULT '';`,
  // All that the figures of a time count, so that they read no row.
  `CREATE INDEX deliveries_accepted ON deliveries (accepted_at, state, webhook, id);`,
  `CREATE INDEX calls_outcomes ON calls (started_at, outcome);`,
];
