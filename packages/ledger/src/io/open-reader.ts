import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { HoldpointError } from "@holdpoint/core";
import type { LedgerReader } from "../store/ledger-store.ts";
import { withSqliteErrors } from "./sqlite-errors.ts";
import { SqliteReader } from "./sqlite-reader.ts";

const WAL_SUFFIX = "-wal";
const COPY_ATTEMPTS_MAX = 5;

/**
 * Lets `work` read a ledger file without leaving a trace beside it. A file that stands alone is read in place; one
 * with a journal beside it is copied first. Throws `HP-LEDGER-BUSY` when it kept changing meanwhile.
 */
export function withLedgerFile<T>(file: string, work: (reader: LedgerReader) => T): T {
  for (let attempt = 1; attempt <= COPY_ATTEMPTS_MAX; attempt += 1) {
    const before = stateOf(file);
    const result = existsSync(`${file}${WAL_SUFFIX}`) ? readCopy(file, work) : readInPlace(file, work);
    if (stateOf(file) === before) return result;
  }
  throw new HoldpointError("HP-LEDGER-BUSY", "the ledger kept changing while it was read", { file });
}

function readInPlace<T>(file: string, work: (reader: LedgerReader) => T): T {
  const url = pathToFileURL(file);
  url.searchParams.set("immutable", "1");
  return readDatabase(url, file, work);
}

function readCopy<T>(file: string, work: (reader: LedgerReader) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-verify-"));
  try {
    const copy = join(folder, "ledger.db");
    // The journal last: what it adds to an older file is still a state that was committed.
    copyFileSync(file, copy);
    if (existsSync(`${file}${WAL_SUFFIX}`)) copyFileSync(`${file}${WAL_SUFFIX}`, `${copy}${WAL_SUFFIX}`);
    return readDatabase(copy, file, work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readDatabase<T>(location: string | URL, file: string, work: (reader: LedgerReader) => T): T {
  const database = withSqliteErrors(file, () => new DatabaseSync(location, { readOnly: true, allowExtension: false }));
  try {
    withSqliteErrors(file, () => database.exec("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON"));
    return work(new SqliteReader(database, file));
  } finally {
    database.close();
  }
}

function stateOf(file: string): string {
  return [file, `${file}${WAL_SUFFIX}`]
    .map((name) => {
      const status = statSync(name, { throwIfNoEntry: false, bigint: true });
      return status === undefined ? "none" : `${status.ino}:${status.size}:${status.mtimeNs}`;
    })
    .join(" ");
}
