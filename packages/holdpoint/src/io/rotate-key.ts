import { existsSync } from "node:fs";
import { join } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import { LEDGER_FILE, openLedger, readKeyFile, rotateKey as handOver } from "@holdpoint/ledger";
import { repositoryRoot } from "./repository-root.ts";

export interface Rotated {
  /** Fingerprints. */
  readonly previous: string;
  readonly current: string;
  /** Index of the record that says so. */
  readonly record: number;
}

/** Hands the ledger of the repository over to a key of a file, or to a fresh one. */
export function rotateKey(cwd: string, keyFile: string | null, nowMs: () => number): Rotated {
  const folder = join(repositoryRoot(cwd), ".holdpoint");
  if (!existsSync(join(folder, LEDGER_FILE)))
    throw new HoldpointError("HP-RUN-UNKNOWN", "there is no ledger here yet", { file: folder });
  // The origin counts only for a new ledger, and this one exists.
  const { ledger, keys } = openLedger({ folder, origin: "holdpoint", nowMs });
  try {
    const previous = ledger.signer;
    const next = keyFile === null ? keys.make() : readKeyFile(keyFile);
    const { fingerprint } = next.publicKey;
    if (fingerprint === previous.publicKey.fingerprint) {
      throw new HoldpointError("HP-USAGE", `${fingerprint} is the ledger's key already`);
    }
    keys.publish(next);
    const { first } = handOver(ledger, next);
    return { previous: previous.publicKey.fingerprint, current: fingerprint, record: first };
  } finally {
    ledger.close();
  }
}
