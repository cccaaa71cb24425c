import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import type { Governance, GovernanceKind, Signer } from "@holdpoint/ledger";
import { makeSigner, readGovernance, readKeyFile, writeGovernance } from "@holdpoint/ledger";
import { repositoryRoot } from "./repository-root.ts";

const FOLDER = "governance";

/** What people have decided in the repository around a folder. */
export function governanceOf(cwd: string): Governance {
  return readGovernance(join(repositoryRoot(cwd), FOLDER));
}

/** Writes a signed record to its place; returns its path relative to the root. */
export function keepGovernance(cwd: string, kind: GovernanceKind, id: string, text: string): string {
  return `${FOLDER}/${writeGovernance(join(repositoryRoot(cwd), FOLDER), kind, id, text)}`;
}

/** Reads a private key, or makes it for its owner alone when the file is not there. */
export function readOrMakeKey(file: string): { readonly signer: Signer; readonly isNew: boolean } {
  if (existsSync(file)) return { signer: readKeyFile(file), isNew: false };
  const { signer, pem } = makeSigner();
  try {
    writeFileSync(file, pem, { mode: 0o600, flag: "wx" });
  } catch (cause) {
    throw new HoldpointError("HP-USAGE", `the key could not be written: ${(cause as Error).message}`, { file }, cause);
  }
  return { signer, isNew: true };
}

const WAIVER_SIZE_CHARS_MAX = 1_048_576;

export function readWaiverFile(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new HoldpointError("HP-READ-ABSENT", "the waiver cannot be read", { file }, cause);
  }
  if (text.length <= WAIVER_SIZE_CHARS_MAX) return text;
  throw new HoldpointError("HP-READ-TOO-LARGE", `${text.length} characters are no waiver`, { file });
}

export function writeWaiverFile(file: string, text: string): void {
  writeFileSync(file, text);
}
