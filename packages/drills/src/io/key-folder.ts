import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const PUBLIC = ".pub";
const PRIVATE = ".key";

/** Public keys (PEM) in a folder of keys. */
export function publicKeysIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(PUBLIC))
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

/** Takes the private keys out of a folder; how many there were. */
export function removePrivateKeys(folder: string): number {
  const names = readdirSync(folder).filter((name) => name.endsWith(PRIVATE));
  for (const name of names) rmSync(join(folder, name));
  return names.length;
}

/** Lines of a file, 0 when it is not there. */
export function linesIn(file: string): number {
  try {
    return readFileSync(file, "utf8").split("\n").length - 1;
  } catch {
    return 0;
  }
}
