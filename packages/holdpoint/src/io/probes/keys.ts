import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Probed } from "../../probe.ts";
import { bad, good, warn } from "../../probe.ts";

const OTHERS_BITS = 0o077;

/** The ledger's own keys, and the public ones that the repository carries for fresh clones. */
export function probeKeys(root: string): Probed[] {
  return [ownKeys(join(root, ".holdpoint", "keys")), governanceKeys(join(root, "governance", "keys"))];
}

function ownKeys(folder: string): Probed {
  const keys = names(folder).filter((name) => !name.endsWith(".pub"));
  if (keys.length === 0) return good("signing-key", "none yet; the first run makes one");
  const open = keys.filter((name) => (statSync(join(folder, name)).mode & OTHERS_BITS) !== 0);
  if (open.length === 0 || process.platform === "win32")
    return good("signing-key", `${keys.length} private to their owner`);
  return bad(
    "signing-key",
    `others may read ${open.join(", ")}`,
    "chmod 600, and rotate the key: `holdpoint ledger rotate-key`.",
  );
}

function governanceKeys(folder: string): Probed {
  const { length } = names(folder);
  if (length > 0) return good("governance-keys", `${length} public keys are committed`);
  return warn(
    "governance-keys",
    "no public key is committed",
    "A fresh clone cannot check promotions: `holdpoint ledger publish`.",
  );
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
