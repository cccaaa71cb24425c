import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Text of a file of the repository under drill; null when it is not there. */
export function readPage(root: string, path: string): string | null {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return null;
  }
}
