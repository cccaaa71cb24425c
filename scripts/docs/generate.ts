import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "./pages.ts";
import { PAGES } from "./pages.ts";

export interface Stale {
  readonly file: string;
  readonly wanted: string;
  /** The first line that differs, counted from 1. */
  readonly line: number;
}

/** Pages whose file is not what the code says now. */
export async function staleDocs(root: string, pages: readonly Page[] = PAGES): Promise<Stale[]> {
  const checked = await Promise.all(
    pages.map(async ({ file, text }): Promise<Stale | null> => {
      const wanted = await text(root);
      const path = join(root, file);
      const found = existsSync(path) ? readFileSync(path, "utf8") : "";
      return found === wanted ? null : { file, wanted, line: firstDifference(found, wanted) };
    }),
  );
  return checked.filter((stale) => stale !== null);
}

/** Writes the stale pages; gives their names. */
export async function generateDocs(root: string, pages: readonly Page[] = PAGES): Promise<string[]> {
  const stale = await staleDocs(root, pages);
  for (const { file, wanted } of stale) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), wanted);
  }
  return stale.map(({ file }) => file);
}

function firstDifference(found: string, wanted: string): number {
  const lines = wanted.split("\n");
  const at = found.split("\n").findIndex((line, index) => line !== lines[index]);
  return (at === -1 ? found.split("\n").length : at) + 1;
}
