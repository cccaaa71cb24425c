import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findNode } from "./find-node.js";

const RECORD = "node_modules/.holdpoint-bootstrap.json";
const INSTALLED = "node_modules/.package-lock.json";

/** What has to be equal for an installation to count as current: contents, never times. */
function wanted(root) {
  const lockSha256 = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  return { lockSha256, platform: `${process.platform}-${process.arch}` };
}

/** True when node_modules holds what the lockfile says, installed for this platform by this bootstrap. */
export function isInstallCurrent(root) {
  if (!existsSync(join(root, INSTALLED)) || findNode(root) === null) return false;
  const want = wanted(root);
  let found;
  try {
    found = JSON.parse(readFileSync(join(root, RECORD), "utf8"));
  } catch {
    return false;
  }
  return found !== null && found.lockSha256 === want.lockSha256 && found.platform === want.platform;
}

/** To be called after a complete installation only; `npm ci` removes the record together with node_modules. */
export function recordInstallState(root) {
  writeFileSync(join(root, RECORD), `${JSON.stringify(wanted(root))}\n`);
}
