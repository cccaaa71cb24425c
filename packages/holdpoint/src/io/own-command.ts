import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Beside the source's `io` folder, and beside the bundle. */
const PLACES: readonly string[] = ["../../bin/holdpoint.js", "../bin/holdpoint.js"];

/**
 * Program and arguments that start this very command again, whatever it was started by.
 *
 * @throws Error when the command is not where it belongs
 */
export function ownCommand(...args: readonly string[]): readonly string[] {
  const files = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const file = files.find((one) => existsSync(one));
  if (file === undefined) throw new Error("the command holdpoint is not in its package");
  return [process.execPath, file, ...args];
}
