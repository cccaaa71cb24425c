import { join } from "node:path";
import type { Governance, GovernanceFile } from "../governance/governance.ts";
import { readGovernanceFiles } from "../governance/read-governance.ts";
import type { GovernanceKind } from "../governance/records.ts";
import { GOVERNANCE_FOLDER } from "../governance/records.ts";
import { namesIn, readBounded, writeDurably } from "./files.ts";

const FILE_SIZE_BYTES_MAX = 64 * 1024 * 1024;

/** Reads and verifies everything under a repository's `governance/`; empty when there is no such folder. */
export function readGovernance(folder: string): Governance {
  const files: GovernanceFile[] = [];
  for (const kind of Object.keys(GOVERNANCE_FOLDER) as GovernanceKind[]) {
    for (const name of namesIn(join(folder, GOVERNANCE_FOLDER[kind]), ".json")) {
      const file = `${GOVERNANCE_FOLDER[kind]}/${name}`;
      files.push({ kind, file, bytes: readOrNull(join(folder, file)) });
    }
  }
  return readGovernanceFiles(files);
}

/**
 * Writes the text of a signed record to its place and returns that, relative to the folder. `id` names the file: a
 * key's id, a service, a waiver's name.
 */
export function writeGovernance(folder: string, kind: GovernanceKind, id: string, text: string): string {
  const file = governanceFile(kind, id);
  writeDurably(join(folder, file), text);
  return file;
}

/** `keys/<id>.json`, `waivers/<id>.dsse.json`, …; whatever could lead elsewhere in a name is replaced. */
export function governanceFile(kind: GovernanceKind, id: string): string {
  const stem = id.replaceAll(/[^A-Za-z0-9._-]/g, "_").replace(/^\.+/, "_");
  return `${GOVERNANCE_FOLDER[kind]}/${stem}${kind === "key" ? "" : ".dsse"}.json`;
}

function readOrNull(file: string): Buffer | null {
  try {
    return readBounded(file, FILE_SIZE_BYTES_MAX);
  } catch {
    return null;
  }
}
