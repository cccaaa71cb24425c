import { DatabaseSync } from "node:sqlite";
import type { JsonObject } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { hashesToBase64, inclusionProof, readRecord, SqliteReader } from "@holdpoint/ledger";
import type { Action } from "../contract/action.ts";
import type { DeadLetterQuery } from "../contract/dead-letter.ts";
import type { ActionEvent, ActionQuery, Page, ReceiptView, TrailEntry } from "../contract/engine.ts";
import type { BudgetRow } from "../contract/guardian.ts";
import type { ActionState } from "../contract/state.ts";
import { actionOf } from "../store/action-row.ts";
import type { ActionReader, DeadAction } from "../store/reader.ts";
import { ACTION_COLUMNS, deadSql, listSql, NOT_OVER, OPEN_DEAD_SQL } from "./action-queries.ts";

type Row = Readonly<Record<string, unknown>>;

const REPLAYS_MAX = 100;
const UNKNOWNS_MAX = 10_000;
const TRAIL_RECORDS_MAX = 1000;
const LIVE = "('RECEIVED','AWAITING_APPROVAL','READY','RUNNING')";

/** Reads the store from the request loop's thread, through a connection that cannot write. */
export class SqliteActionReader extends SqliteReader implements ActionReader {
  constructor(file: string) {
    super(new DatabaseSync(file, { readOnly: true, allowExtension: false, timeout: 1000 }), file);
  }

  get(id: string): Action | null {
    return this.#one(`SELECT ${ACTION_COLUMNS} FROM annex_action WHERE id = ?`, [id], toAction);
  }

  byKey(actor: string, key: string): { readonly id: string; readonly fingerprint: string } | null {
    const sql = "SELECT action, fingerprint FROM annex_key WHERE actor = ? AND key = ?";
    return this.#one(sql, [actor, key], (row) => ({
      id: String(row["action"]),
      fingerprint: String(row["fingerprint"]),
    }));
  }

  list(query: ActionQuery): Page<Action> {
    const { page, end } = listSql(query);
    const found = pageOf(this.#all(page.sql, page.values, toAction), query.limit, (action) => action.id);
    if (found.cursor !== null) return found;
    return { items: found.items, cursor: this.#one(end.sql, end.values, (row) => String(row["id"])) };
  }

  live(): readonly Action[] {
    return this.#all(
      `SELECT ${ACTION_COLUMNS} FROM annex_action WHERE state IN ${LIVE} AND ${NOT_OVER} ORDER BY id`,
      [],
      toAction,
    );
  }

  budgets(): readonly BudgetRow[] {
    return this.#all("SELECT budget, key, window_ms, reserved, committed FROM annex_budget", [], (row) => ({
      budget: String(row["budget"]),
      key: String(row["key"]),
      windowStartMs: Number(row["window_ms"]),
      reserved: Number(row["reserved"]),
      committed: Number(row["committed"]),
    }));
  }

  state(name: string): string | null {
    return this.#one("SELECT json FROM annex_state WHERE name = ?", [name], (row) => String(row["json"]));
  }

  deadActions(query: DeadLetterQuery): Page<DeadAction> {
    const { sql, values } = deadSql(query);
    const page = pageOf(this.#all(sql, values, toAction), query.limit, (action) => action.id);
    return { items: page.items.map((action) => this.#withReplays(action)), cursor: page.cursor };
  }

  deadAction(id: string): DeadAction | null {
    const action = this.get(id);
    return action === null || action.state !== "DEAD" ? null : this.#withReplays(action);
  }

  openDeadLetters(): number {
    return this.#one(OPEN_DEAD_SQL, [], (row) => Number(row["open"])) ?? 0;
  }

  unknowns(): number {
    const sql = `SELECT count(*) AS unknown FROM annex_action WHERE state = 'UNKNOWN' AND ${NOT_OVER}`;
    return this.#one(sql, [], (row) => Number(row["unknown"])) ?? 0;
  }

  unknownActions(): readonly Action[] {
    return this.list({ state: "UNKNOWN", limit: UNKNOWNS_MAX }).items;
  }

  receipt(id: string): ReceiptView | null {
    const sql = "SELECT receipt_seq, receipt_size, provisional_seq FROM annex_action WHERE id = ?";
    const places = this.#one(sql, [id], (row) => row);
    const ended = places?.["receipt_seq"] ?? null;
    const seq = ended ?? places?.["provisional_seq"] ?? null;
    if (seq === null) return null;
    const head = this.lastCheckpoint();
    const size = ended === null ? (head?.size ?? 0) : Number(places?.["receipt_size"]);
    const checkpoint = ended === null ? head : this.checkpointAt(size);
    const bytes = this.record(Number(seq))?.bytes ?? null;
    if (checkpoint === null || bytes === null) {
      throw new HoldpointError("HP-LEDGER-CORRUPT", `the receipt of ${id} is not in the ledger`, { file: this.file });
    }
    return {
      action_id: id,
      provisional: ended === null,
      record: Buffer.from(bytes).toString("utf8"),
      leaf_index: Number(seq),
      inclusion: { tree_size: size, hashes: hashesToBase64(inclusionProof(this, Number(seq), size).hashes) },
      checkpoint: checkpoint.text,
    };
  }

  checkpoint(): string | null {
    return this.lastCheckpoint()?.text ?? null;
  }

  size(): number {
    return this.lastCheckpoint()?.size ?? 0;
  }

  trail(correlationId: string): readonly TrailEntry[] {
    const sql = "SELECT id FROM annex_action WHERE correlation = ? ORDER BY id LIMIT ?";
    const ids = this.#all(sql, [correlationId, TRAIL_RECORDS_MAX], (row) => String(row["id"]));
    const records = ids.flatMap((id) => this.find({ run: id, order: "oldest-first", limit: TRAIL_RECORDS_MAX }));
    return records
      .slice(0, TRAIL_RECORDS_MAX)
      .map((stored) => readRecord(stored))
      .toSorted((one, other) => one.seq - other.seq)
      .map(({ seq, at, kind, run, body }) => ({ seq, at, kind, action_id: run, body }));
  }

  events(
    afterSeq: number,
    filter: { readonly session: string | null; readonly actor: string | null },
    limit: number,
  ): readonly ActionEvent[] {
    const events: ActionEvent[] = [];
    const kinds = ["action", "receipt", "receipt-provisional"];
    for (const stored of this.records(afterSeq + 1, this.size())) {
      if (!kinds.includes(stored.kind)) continue;
      const event = this.#event(readRecord(stored).body, stored.seq, stored.run);
      if (event === null) continue;
      const { sessionId, actor } = event.action;
      if (filter.session !== null && sessionId !== filter.session) continue;
      if (filter.actor !== null && actor !== filter.actor) continue;
      events.push(event);
      if (events.length >= limit) break;
    }
    return events;
  }

  /** The action as it was after the record: what it says of its end belongs to the last one only. */
  #event(body: JsonObject, seq: number, id: string): ActionEvent | null {
    const action = this.get(id);
    const state = body["state"];
    if (action === null || typeof state !== "string") return null;
    const from = typeof body["from"] === "string" ? (body["from"] as ActionState) : null;
    if (action.state === state) return { seq, from, action };
    return { seq, from, action: { ...action, state: state as ActionState, result: null, error: null, receipt: null } };
  }

  #withReplays(action: Action): DeadAction {
    const sql = "SELECT id, state, given FROM annex_action WHERE replay_of = ? ORDER BY id LIMIT ?";
    const replays = this.#all(sql, [action.replayOf ?? action.id, REPLAYS_MAX], (row) => ({
      id: String(row["id"]),
      state: String(row["state"]),
      generation: (JSON.parse(String(row["given"])) as Partial<Action>).generation ?? 0,
    }));
    return { action, replays };
  }

  #one<T>(sql: string, values: readonly (string | number)[], map: (row: Row) => T): T | null {
    return this.guard(() => {
      const row = this.prepare(sql).get(...values);
      return row === undefined ? null : map(row);
    });
  }

  #all<T>(sql: string, values: readonly (string | number)[], map: (row: Row) => T): T[] {
    return this.guard(() =>
      this.prepare(sql)
        .all(...values)
        .map(map),
    );
  }
}

function pageOf<T>(rows: readonly T[], limit: number, key: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, cursor: rows.length > limit && last !== undefined ? key(last) : null };
}

function toAction(row: Row): Action {
  return actionOf({
    id: String(row["id"]),
    state: String(row["state"]),
    actor: String(row["actor"]),
    session: row["session"] as string | null,
    adapter: String(row["adapter"]),
    correlation: String(row["correlation"]),
    replayOf: row["replay_of"] as string | null,
    createdAtMs: Number(row["created_ms"]),
    updatedAtMs: Number(row["updated_ms"]),
    given: String(row["given"]),
    decision: row["decision"] as string | null,
    body: String(row["body"]),
    arguments: String(row["arguments"]),
    receiptSeq: row["receipt_seq"] as number | null,
    receiptSize: row["receipt_size"] as number | null,
    provisionalSeq: row["provisional_seq"] as number | null,
  });
}
