import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of the drill's own, which is gone when the drill is. */
export interface DrillFolder {
  readonly path: string;
  /** Writes a file into it; the absolute path. */
  write(name: string, text: string): string;
  remove(): void;
}

export function makeDrillFolder(): DrillFolder {
  const path = mkdtempSync(join(tmpdir(), "holdpoint-drill-"));
  return {
    path,
    write: (name, text) => {
      const file = join(path, name);
      writeFileSync(file, text);
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }),
  };
}
