import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HoldpointError } from "@holdpoint/core";

/** Text of the configuration that was read before. */
export function readConfigText(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/**
 * Puts another text in the place of the configuration, wholly or not at all.
 *
 * @throws HoldpointError `HP-USAGE` when it cannot be written or is no longer what it was
 */
export function replaceConfigText(root: string, file: string, before: string, after: string): void {
  const path = join(root, file);
  if (readConfigText(root, file) !== before) {
    throw new HoldpointError("HP-USAGE", "the configuration changed meanwhile, so nothing was written", { file });
  }
  const beside = `${path}.ratchet`;
  try {
    writeFileSync(beside, after, { flag: "wx", mode: statSync(path).mode });
    renameSync(beside, path);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code !== "EEXIST") rmSync(beside, { force: true });
    throw new HoldpointError("HP-USAGE", `the configuration could not be written: ${message}`, { file }, cause);
  }
}
