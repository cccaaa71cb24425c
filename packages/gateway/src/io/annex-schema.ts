/**
 * What the gateway keeps beside its ledger, in the same file and the same commits. The ledger is the record; these
 * tables are where things stand now.
 */
export const ANNEX: readonly string[] = [
  "CREATE TABLE IF NOT EXISTS annex_action (id TEXT PRIMARY KEY, state TEXT NOT NULL, actor TEXT NOT NULL, " +
    "session TEXT, adapter TEXT NOT NULL, correlation TEXT NOT NULL, replay_of TEXT, failure_class TEXT, " +
    "created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL, arguments TEXT NOT NULL, given TEXT NOT NULL, " +
    "decision TEXT, body TEXT NOT NULL, " +
    "event_seq INTEGER NOT NULL, receipt_seq INTEGER, receipt_size INTEGER, provisional_seq INTEGER) STRICT",
  "CREATE INDEX IF NOT EXISTS annex_action_state ON annex_action (state, id) WHERE state <> 'SUCCEEDED'",
  "CREATE INDEX IF NOT EXISTS annex_action_adapter ON annex_action (adapter, id)",
  "CREATE INDEX IF NOT EXISTS annex_action_actor ON annex_action (actor, id)",
  "CREATE INDEX IF NOT EXISTS annex_action_session ON annex_action (session, id) WHERE session IS NOT NULL",
  "CREATE INDEX IF NOT EXISTS annex_action_replay ON annex_action (replay_of, id) WHERE replay_of IS NOT NULL",
  "CREATE INDEX IF NOT EXISTS annex_action_correlation ON annex_action (correlation)",
  "CREATE TABLE IF NOT EXISTS annex_key (actor TEXT NOT NULL, key TEXT NOT NULL, fingerprint TEXT NOT NULL, " +
    "action TEXT NOT NULL, PRIMARY KEY (actor, key)) STRICT, WITHOUT ROWID",
  "CREATE TABLE IF NOT EXISTS annex_budget (budget TEXT NOT NULL, key TEXT NOT NULL, window_ms INTEGER NOT NULL, " +
    "reserved INTEGER NOT NULL, committed INTEGER NOT NULL, PRIMARY KEY (budget, key, window_ms)) STRICT, WITHOUT ROWID",
  "CREATE TABLE IF NOT EXISTS annex_state (name TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID",
];
