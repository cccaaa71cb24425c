import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { encodeRecord, leafHash, openLedger, verifyPath } from "@holdpoint/ledger";
import type { NewRecord, OpenedLedger } from "@holdpoint/ledger";
import { interleave, rowOf, timesFaster } from "../harness/rounds.ts";
import type { Row } from "../harness/row.ts";

export const rounds = 7;
export const durability = "SQLite WAL, synchronous=FULL: flushed before an append returns";

const GROUP_RECORDS = 1000;
const GROUPS = 20;
const RECORDS = GROUP_RECORDS * GROUPS;
const VERIFIED_RECORDS = 200_000;

const APPENDING = "appending records in groups";
const INSERTING = "plain node:sqlite inserts of the same bytes in the same groups, FULL";
const VERIFYING = "verifying a ledger offline";
const HASHING = "only reading the rows and hashing each once";

/** Appending ≥ 50,000 records/s and verifying ≥ 200,000 records/s are the budgets. */
export async function rows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-bench-"));
  const opened = openLedger({ folder: join(folder, "append"), origin: "holdpoint/bench", nowMs: () => 0 });
  const peer = plainDatabase(join(folder, "plain.db"));
  try {
    return [...appendRows(opened, peer), ...verifyRows(join(folder, "verify"))];
  } finally {
    opened.ledger.close();
    peer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function appendRows({ ledger }: OpenedLedger, peer: DatabaseSync): Row[] {
  const groups = Array.from({ length: GROUPS }, (_, group) => groupOf(group));
  const bytes = groups.map((group) =>
    group.map((record, seq) => encodeRecord(record, seq, "2026-01-01T00:00:00.000Z")),
  );
  const insert = peer.prepare("INSERT INTO record (bytes) VALUES (?)");
  const seconds = interleave(
    {
      [APPENDING]: () => groups.forEach((group) => ledger.append(group)),
      [INSERTING]: () =>
        bytes.forEach((group) => {
          peer.exec("BEGIN IMMEDIATE");
          for (const one of group) insert.run(one);
          peer.exec("COMMIT");
        }),
    },
    rounds,
  );
  const { [APPENDING]: ours, [INSERTING]: theirs } = seconds;
  const info = {
    groupRecords: GROUP_RECORDS,
    records: RECORDS,
    sizeBytes: bytes[0]?.[0]?.length,
    checkpointsOutside: "one file a group, flushed",
  };
  return [
    rowOf(
      APPENDING,
      "records/s",
      ours.map((each) => RECORDS / each),
      { [INSERTING]: timesFaster(ours, theirs) },
      info,
    ),
  ];
}

function verifyRows(folder: string): Row[] {
  const { ledger } = openLedger({ folder, origin: "holdpoint/bench", nowMs: () => 0 });
  while (ledger.head().size < VERIFIED_RECORDS) ledger.append(groupOf(ledger.head().size));
  const { size } = ledger.head();
  ledger.close();
  const trusted = [ledger.signer.publicKey];
  const seconds = interleave(
    {
      [VERIFYING]: () => {
        const result = verifyPath(folder, { trusted, revocations: [], mode: "when-observed" });
        if (!result.valid || result.size !== size || result.anchoredUpTo !== size)
          throw new Error("the bench verified something else");
      },
      [HASHING]: () => {
        const database = new DatabaseSync(join(folder, "ledger.db"), { readOnly: true });
        for (const { bytes } of database.prepare("SELECT bytes FROM record ORDER BY seq").iterate())
          leafHash(bytes as Uint8Array);
        database.close();
      },
    },
    rounds,
  );
  const { [VERIFYING]: ours, [HASHING]: theirs } = seconds;
  const info = { records: size, groupRecords: GROUP_RECORDS, threads: 1 };
  return [
    rowOf(
      VERIFYING,
      "records/s",
      ours.map((each) => size / each),
      { [HASHING]: timesFaster(ours, theirs) },
      info,
    ),
  ];
}

function groupOf(group: number): NewRecord[] {
  return Array.from({ length: GROUP_RECORDS }, (_, n) => ({
    kind: "gate",
    run: `run-${group}`,
    body: { gate: "tests", verdict: "PASS", digest: `sha256:${"a".repeat(64)}`, file: `reports/audit/tests-${n}.json` },
  }));
}

function plainDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; " +
      "CREATE TABLE record (seq INTEGER PRIMARY KEY, bytes BLOB NOT NULL)",
  );
  return database;
}
