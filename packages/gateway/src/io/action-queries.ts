import type { ActionQuery } from "../contract/engine.ts";
import type { DeadLetterQuery } from "../contract/dead-letter.ts";

export interface Sql {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

export const ACTION_COLUMNS: string =
  "id, state, actor, session, adapter, correlation, replay_of, created_ms, updated_ms, given, decision, body, " +
  "arguments, " +
  "receipt_seq, receipt_size, provisional_seq";

/** What the index of states is of; SQLite takes it only where a query says the same in the same words. */
export const NOT_OVER = "state <> 'SUCCEEDED'";

/** Rows that one page looks at; a filter that fits few of them gives a short page with a cursor, not a long wait. */
export const SCANNED_ROWS_MAX = 5000;

export interface ListSql {
  /** The page, newest first; one more than asked for, so that the last page is known to be it. */
  readonly page: Sql;
  /** The last id that the page looked at when there are more than it may look at. */
  readonly end: Sql;
}

/**
 * One condition finds rows in order through its index, the others are tried on each of at most `SCANNED_ROWS_MAX` of
 * them. Left alone, SQLite takes any of the indexes, and then looks at a million rows for fifty.
 */
export function listSql({ state, session, adapter, actor, sinceMs, cursor, limit }: ActionQuery): ListSql {
  const equal: readonly (readonly [string, string | undefined])[] = [
    ["session", session],
    ["state", state],
    ["adapter", adapter],
    ["actor", actor],
  ];
  const given = equal.filter(([, value]) => value !== undefined);
  // Success is what there is most of; no index holds it.
  const driver = given.find(([, value]) => value !== "SUCCEEDED");
  const rest = given.filter((one) => one !== driver);
  const driving = conditions([
    ...(driver === undefined
      ? []
      : [[`${driver[0]} = ?${driver[0] === "state" ? ` AND ${NOT_OVER}` : ""}`, driver[1]] as const]),
    // Ids begin with their time, so that a lower bound on one is found in the same index.
    ["id >= ?", sinceMs === undefined ? undefined : firstIdAt(sinceMs)],
    ["id < ?", cursor],
  ]);
  const index = driver === undefined ? "" : ` INDEXED BY annex_action_${driver[0]}`;
  const scan = `FROM annex_action${index}${driving.where} ORDER BY id DESC`;
  const filter = conditions(rest.map(([column, value]) => [`${column} = ?`, value] as const));
  const scanned = `(SELECT * ${scan} LIMIT ${SCANNED_ROWS_MAX})`;
  return {
    page: {
      sql: `SELECT ${ACTION_COLUMNS} FROM ${scanned}${filter.where} ORDER BY id DESC LIMIT ?`,
      values: [...driving.values, ...filter.values, limit + 1],
    },
    end: { sql: `SELECT id ${scan} LIMIT 1 OFFSET ${SCANNED_ROWS_MAX - 1}`, values: driving.values },
  };
}

/** A letter is open while no replay of its original succeeded or may yet succeed. */
const REPLAYS = "SELECT 1 FROM annex_action r WHERE r.replay_of = coalesce(a.replay_of, a.id)";
const STATUS: Readonly<Record<"open" | "replaying" | "replayed", string>> = {
  replayed: `EXISTS (${REPLAYS} AND r.state = 'SUCCEEDED')`,
  replaying:
    `NOT EXISTS (${REPLAYS} AND r.state = 'SUCCEEDED') AND ` +
    `EXISTS (${REPLAYS} AND r.state IN ('RECEIVED','AWAITING_APPROVAL','READY','RUNNING','UNKNOWN'))`,
  open: `NOT EXISTS (${REPLAYS} AND r.state IN ('SUCCEEDED','RECEIVED','AWAITING_APPROVAL','READY','RUNNING','UNKNOWN'))`,
};

export function deadSql({ status, failureClass, adapter, sinceMs, cursor, limit }: DeadLetterQuery): Sql {
  const { where, values } = conditions([
    [`a.state = ? AND a.${NOT_OVER}`, "DEAD"],
    ["a.failure_class = ?", failureClass],
    ["a.adapter = ?", adapter],
    ["a.updated_ms >= ?", sinceMs],
    ["a.id < ?", cursor],
  ]);
  const open = status === undefined ? "" : ` AND ${STATUS[status]}`;
  const sql = `SELECT ${ACTION_COLUMNS} FROM annex_action a${where}${open} ORDER BY a.id DESC LIMIT ?`;
  return { sql, values: [...values, limit + 1] };
}

export const OPEN_DEAD_SQL: string = `SELECT count(*) AS open FROM annex_action a WHERE a.state = 'DEAD' AND a.${NOT_OVER} AND a.replay_of IS NULL AND NOT ${STATUS.replayed}`;

function conditions(all: readonly (readonly [string, string | number | undefined])[]): {
  readonly where: string;
  readonly values: (string | number)[];
} {
  const given = all.filter(([, value]) => value !== undefined);
  const where = given.length === 0 ? "" : ` WHERE ${given.map(([condition]) => condition).join(" AND ")}`;
  return { where, values: given.map(([, value]) => value as string | number) };
}

const BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TIME_CHARS = 10;

/** The smallest id that an action made at that time can have: Crockford base 32 of the milliseconds. */
export function firstIdAt(ms: number): string {
  let text = "";
  let rest = Math.max(0, Math.floor(ms));
  for (let at = 0; at < TIME_CHARS; at += 1) {
    text = `${BASE32[rest % 32] as string}${text}`;
    rest = Math.floor(rest / 32);
  }
  return `act_${text}`;
}
