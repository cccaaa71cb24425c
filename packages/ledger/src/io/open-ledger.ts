import { join } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import { parseCheckpoint } from "../checkpoint/checkpoint.ts";
import { currentKey } from "../keys/current-key.ts";
import { keyAddedRecord } from "../keys/key-record.ts";
import type { Signer } from "../keys/signer.ts";
import { Ledger } from "../ledger.ts";
import { sameHash } from "../merkle/hash.ts";
import { appendGroup } from "../store/append.ts";
import { readHead } from "../store/head.ts";
import type { LedgerReader } from "../store/ledger-store.ts";
import { rootAt } from "../store/proofs.ts";
import type { CheckpointFile } from "./checkpoint-files.ts";
import { CheckpointFiles } from "./checkpoint-files.ts";
import { KeyFiles, readKeyFile } from "./key-files.ts";
import { SqliteStore } from "./sqlite-store.ts";

export const LEDGER_FILE = "ledger.db";
export const CHECKPOINTS_FOLDER = "checkpoints";
export const KEYS_FOLDER = "keys";

export interface OpenLedgerOptions {
  /** Usually `.holdpoint`; made when it is not there. */
  readonly folder: string;
  /** Name of the ledger when it is made: no white space, no `+`; an existing ledger keeps its own. */
  readonly origin: string;
  /** PEM file of the signing key; without it the ledger's own key in `keys/` is used, and made on first use. */
  readonly keyFile?: string;
  readonly nowMs: () => number;
  readonly busyTimeoutMs?: number;
  /** Tables beside the ledger's, see `SqliteStoreOptions`. */
  readonly annex?: readonly string[];
  readonly pageSizeBytes?: number;
}

export interface OpenedLedger {
  readonly ledger: Ledger;
  /** `isNew` when this very call made the key. */
  readonly key: { readonly fingerprint: string; readonly isNew: boolean };
  readonly keys: KeyFiles;
  /** Where the signing key was read from when it was given by file. */
  readonly keyFile: string | null;
  readonly checkpoints: CheckpointFiles;
  readonly store: SqliteStore;
}

/**
 * Opens the ledger of a folder, or begins it: the first record names the key.
 * Throws `HP-KEY-…` when the ledger's key cannot be had (never makes another), `HP-LEDGER-CORRUPT` when a checkpoint
 * outside the store vouches for something else than the store holds.
 *
 * @example
 * const { ledger, key } = openLedger({ folder: ".holdpoint", origin: "holdpoint/my-service", nowMs: Date.now });
 * ledger.append([{ kind: "gate", run: "r1", body: { gate: "tests" } }]);
 * ledger.close();
 */
export function openLedger(options: OpenLedgerOptions): OpenedLedger {
  const { folder, origin, nowMs, busyTimeoutMs, annex, pageSizeBytes } = options;
  const checkpoints = new CheckpointFiles(join(folder, CHECKPOINTS_FOLDER));
  const keys = new KeyFiles(join(folder, KEYS_FOLDER));
  // Before the store is read: what is outside now was in the store before.
  const outside = checkpoints.newest();
  const file = join(folder, LEDGER_FILE);
  const store = new SqliteStore({
    file,
    origin,
    ...(busyTimeoutMs === undefined ? {} : { busyTimeoutMs }),
    ...(annex === undefined ? {} : { annex }),
    ...(pageSizeBytes === undefined ? {} : { pageSizeBytes }),
  });
  try {
    const vouched = assertVouchedFor(store, outside, file);
    let isNew = false;
    let signer: Signer | null = null;
    const begin = (): Signer => {
      const known = options.keyFile === undefined ? null : readKeyFile(options.keyFile);
      signer = known ?? orphan(keys) ?? keys.make();
      isNew = known === null;
      return signer;
    };
    // Asked again by the only writer, because two processes may open a new ledger at once.
    if (readHead(store).head.size === 0) {
      appendGroup({ store, checkpoints, nowMs }, (head) => {
        if (head.size > 0) return null;
        const first = begin();
        return { records: [keyAddedRecord(store.origin, first)], signers: [first] };
      });
    }
    signer ??= load(currentKey(store), keys, options.keyFile);
    const { head } = readHead(store);
    if (head.checkpoint !== null && vouched < head.size) checkpoints.write(head.size, head.checkpoint);
    const ledger = new Ledger({ store, signer, checkpoints, nowMs });
    return {
      ledger,
      key: { fingerprint: signer.publicKey.fingerprint, isNew },
      keys,
      keyFile: options.keyFile ?? null,
      checkpoints,
      store,
    };
  } catch (thrown) {
    store.close();
    throw thrown;
  }
}

/** A key that was made for this ledger by a run that died before it could record it. */
function orphan(keys: KeyFiles): Signer | null {
  const files = keys.privateFiles();
  return files.length === 1 ? readKeyFile(files[0] as string) : null;
}

function load(fingerprint: string | null, keys: KeyFiles, keyFile: string | undefined): Signer {
  if (fingerprint === null) throw new HoldpointError("HP-LEDGER-CORRUPT", "the ledger names no key");
  if (keyFile === undefined) return keys.read(fingerprint);
  const signer = readKeyFile(keyFile);
  if (signer.publicKey.fingerprint === fingerprint) return signer;
  const text = `the ledger's key is ${fingerprint}, the file holds ${signer.publicKey.fingerprint}`;
  throw new HoldpointError("HP-KEY-FOREIGN", text, { file: keyFile });
}

/**
 * How many records the checkpoint outside vouches for. Appending to a ledger that lost its end would fork its history,
 * so it is refused.
 */
function assertVouchedFor(reader: LedgerReader, outside: CheckpointFile | null, file: string): number {
  if (outside === null) return 0;
  const refuse = (text: string): never => {
    throw new HoldpointError("HP-LEDGER-CORRUPT", text, { file });
  };
  const signed = parseCheckpoint(outside.bytes);
  if ("malformed" in signed) throw new HoldpointError("HP-LEDGER-CORRUPT", signed.malformed, { file: outside.file });
  const { origin, size, root } = signed.checkpoint;
  const { head } = readHead(reader);
  if (origin !== reader.origin) refuse(`the checkpoint outside is of "${origin}", the ledger is "${reader.origin}"`);
  if (size > head.size) refuse(`a checkpoint outside vouches for ${size} records, the ledger has ${head.size}`);
  if (!sameHash(rootAt(reader, size), root)) refuse(`the first ${size} records are not those that were signed`);
  return size;
}
