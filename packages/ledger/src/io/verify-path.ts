import { existsSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { HoldpointError, isHoldpointError } from "@holdpoint/core";
import { ENVELOPE_SIZE_BYTES_MAX } from "../dsse/envelope.ts";
import { readPublicKey } from "../keys/public-key.ts";
import type { PublicKey } from "../keys/public-key.ts";
import { NOTE_SIZE_BYTES_MAX } from "../note/signed-note.ts";
import { RUN_FILE } from "../verify/run-files.ts";
import type { Verification, VerifyTerms } from "../verify/verification.ts";
import type { OutsideCheckpoint } from "../verify/verify-ledger.ts";
import { verifyLedger } from "../verify/verify-ledger.ts";
import { verifyRun } from "../verify/verify-run.ts";
import { verifyVerdict } from "../verify/verify-verdict.ts";
import { CheckpointFiles } from "./checkpoint-files.ts";
import { namesIn, readBounded, readStart } from "./files.ts";
import { withLedgerFile } from "./open-reader.ts";
import { runFiles } from "./run-files.ts";

const LEDGER_FILE = "ledger.db";
const CHECKPOINTS_FOLDER = "checkpoints";
const RUNS_FOLDER = "runs";
const KEYS_FOLDER = "keys";

/**
 * Verifies whatever a path leads to: a verdict, a ledger file, a run's folder, or a whole `.holdpoint` folder.
 * Opens no socket and writes nothing beside it. Throws `HP-READ-ABSENT` when there is nothing, `HP-LEDGER-OPEN` or
 * `HP-ENVELOPE-INVALID` when it is something else.
 *
 * @example
 * const terms = { trusted: [readPublicKeyFile("release.pub")], revocations: [], mode: "when-observed" };
 * const { valid, problems } = verifyPath(".holdpoint/runs/latest", terms);
 */
export function verifyPath(path: string, terms: VerifyTerms): Verification {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) throw new HoldpointError("HP-READ-ABSENT", "there is nothing to verify", { file: path });
  if (status.isDirectory()) return verifyFolder(path, terms);
  return isSqlite(path) ? verifyLedgerFile(path, terms) : verifyVerdictFile(path, terms);
}

/** Verifies a ledger file with the checkpoints that lie in the usual places around it. */
export function verifyLedgerFile(file: string, terms: VerifyTerms): Verification {
  return withLedgerFile(file, (reader) => verifyLedger(reader, outsideCheckpoints(dirname(file)), terms));
}

/** Verifies one verdict; keys in a `keys` folder beside it are used when the reader trusts none. */
export function verifyVerdictFile(file: string, terms: VerifyTerms): Verification {
  const bytes = readBounded(file, ENVELOPE_SIZE_BYTES_MAX);
  if (bytes === null) throw new HoldpointError("HP-READ-ABSENT", "the file is not there", { file });
  const keys = join(dirname(file), KEYS_FOLDER);
  const found = namesIn(keys, ".pub").flatMap((name) => {
    const text = readBounded(join(keys, name), NOTE_SIZE_BYTES_MAX)?.toString("latin1") ?? "";
    const key = readPublicKey(text);
    return "rejected" in key ? [] : [key];
  });
  return verifyVerdict({ where: basename(file), bytes }, found, terms);
}

/** Reads a public key that a person gave. Throws `HP-KEY-MISSING` or `HP-KEY-UNREADABLE`. */
export function readPublicKeyFile(file: string): PublicKey {
  const bytes = readBounded(file, NOTE_SIZE_BYTES_MAX);
  if (bytes === null) throw new HoldpointError("HP-KEY-MISSING", "the key file is not there", { file });
  const key = readPublicKey(bytes.toString("latin1"));
  if ("rejected" in key) throw new HoldpointError("HP-KEY-UNREADABLE", key.rejected, { file });
  return key;
}

function verifyFolder(folder: string, terms: VerifyTerms): Verification {
  if (existsSync(join(folder, LEDGER_FILE))) return verifyLedgerFile(join(folder, LEDGER_FILE), terms);
  if (existsSync(join(folder, RUN_FILE.verdict))) return verifyRun(runFiles(folder), terms);
  const text = `the folder holds neither ${LEDGER_FILE} nor ${RUN_FILE.verdict}`;
  throw new HoldpointError("HP-ENVELOPE-INVALID", text, { file: folder });
}

/** Those in `checkpoints/`, and the one that each run kept. */
function* outsideCheckpoints(folder: string): Generator<OutsideCheckpoint> {
  for (const { file, bytes } of new CheckpointFiles(join(folder, CHECKPOINTS_FOLDER)).all()) {
    yield { where: `${CHECKPOINTS_FOLDER}/${basename(file)}`, bytes };
  }
  for (const run of namesIn(join(folder, RUNS_FOLDER), "")) {
    const where = `${RUNS_FOLDER}/${run}/${RUN_FILE.checkpoint}`;
    const bytes = readRunCheckpoint(join(folder, where));
    if (bytes !== null) yield { where, bytes };
  }
}

function readRunCheckpoint(file: string): Buffer | null {
  try {
    return readBounded(file, NOTE_SIZE_BYTES_MAX);
  } catch (thrown) {
    // Unreadable is not absent: no bytes are a malformed checkpoint.
    if (isHoldpointError(thrown)) return Buffer.alloc(0);
    throw thrown;
  }
}

const SQLITE_MAGIC = "SQLite format 3\0";

function isSqlite(file: string): boolean {
  const start = readStart(file, SQLITE_MAGIC.length);
  if (start?.length === 0) throw new HoldpointError("HP-READ-EMPTY", "the file has 0 bytes", { file });
  return start?.toString("latin1") === SQLITE_MAGIC;
}
