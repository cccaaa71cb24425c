import { mkdtempSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Probed } from "../../probe.ts";
import { bad, good, warn } from "../../probe.ts";

const NODE_MAJOR_MIN = 24;
const FREE_BYTES_MIN = 268_435_456;
const CLOCK_SKEW_MAX_MS = 5_000;
/** No clock can be before the day this was written. */
const EARLIEST_MS = Date.UTC(2026, 0, 1);

export function probeNode(): Probed {
  const { node } = process.versions;
  if (Number(node.split(".")[0]) >= NODE_MAJOR_MIN) return good("node", `Node ${node}`);
  return bad("node", `Node ${node}`, `Node ${NODE_MAJOR_MIN} or newer is needed.`);
}

/** A ledger in a folder of its own: durable settings accepted, no journal left behind. */
export async function probeSqlite(): Promise<Probed> {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-doctor-"));
  try {
    const { DatabaseSync } = await import("node:sqlite");
    const database = new DatabaseSync(join(folder, "probe.db"));
    const mode = String(database.prepare("PRAGMA journal_mode = WAL").get()?.["journal_mode"]);
    const version = String(database.prepare("SELECT sqlite_version() AS version").get()?.["version"]);
    database.close();
    if (mode === "wal") return good("sqlite", `SQLite ${version} with a write-ahead log`);
    return bad("sqlite", `SQLite ${version} refuses a write-ahead log (${mode})`, "Use a local file system.");
  } catch (error) {
    return bad(
      "sqlite",
      `SQLite does not work: ${(error as Error).message}`,
      "Use an official build of Node 24 or newer.",
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The folder that a run writes to: writable, private where it has to be, on a disk with room, with a true clock. */
export function probeFolder(root: string, nowMs: () => number): Probed[] {
  let folder: string;
  try {
    folder = mkdtempSync(join(root, ".holdpoint-doctor-"));
  } catch (error) {
    return [
      bad(
        "writable",
        `the repository cannot be written to: ${(error as Error).message}`,
        "Check permissions and disk.",
      ),
    ];
  }
  try {
    const file = join(folder, "probe");
    const beforeMs = nowMs();
    writeFileSync(file, "", { mode: 0o600 });
    const { mode, mtimeMs } = statSync(file);
    return [
      good("writable", "the repository can be written to"),
      permissions(mode),
      clock(beforeMs, mtimeMs),
      space(root),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function permissions(mode: number): Probed {
  const bits = (mode & 0o777).toString(8).padStart(4, "0");
  if (bits === "0600" || process.platform === "win32") return good("permissions", "a key file is private to its owner");
  return bad(
    "permissions",
    `a file made with mode 0600 has ${bits}`,
    "Keys would not be private; use a file system with permissions.",
  );
}

function clock(nowMs: number, fileMs: number): Probed {
  const skewMs = Math.round(Math.abs(fileMs - nowMs));
  if (nowMs < EARLIEST_MS)
    return bad("clock", "the clock stands before 2026", "Set the clock; evidence would look stale.");
  if (skewMs <= CLOCK_SKEW_MAX_MS) return good("clock", `clock and file times agree (${skewMs} ms apart)`);
  return warn(
    "clock",
    `clock and file times are ${skewMs} ms apart`,
    "Fresh reports may look stale; synchronise the clocks.",
  );
}

function space(root: string): Probed {
  const { bavail, bsize } = statfsSync(root);
  const mebibytes = Math.floor((bavail * bsize) / 1_048_576);
  if (bavail * bsize >= FREE_BYTES_MIN) return good("space", `${mebibytes} MiB are free`);
  return warn("space", `only ${mebibytes} MiB are free`, "A run needs room for its evidence and the ledger.");
}
