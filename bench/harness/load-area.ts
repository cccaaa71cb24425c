import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BenchModule } from "./row.ts";

const NOT_AREAS = new Set(["harness", "node_modules"]);

/** Names of the areas: the folders of `bench/` but its own. */
export function areas(bench: string): string[] {
  return readdirSync(bench, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_AREAS.has(entry.name))
    .map(({ name }) => name)
    .toSorted();
}

/** The files of an area by name. Throws where there is none, or where one has no `rows`. */
export async function loadArea(bench: string, area: string): Promise<Map<string, BenchModule>> {
  const names = readdirSync(join(bench, area)).filter((name) => isMeasuring(name));
  if (names.length === 0) throw new Error(`area '${area}' has no file`);
  const modules = new Map<string, BenchModule>();
  for (const name of names.toSorted()) {
    const module = (await import(pathToFileURL(join(bench, area, name)).href)) as Partial<BenchModule>;
    if (typeof module.rows !== "function") throw new Error(`bench/${area}/${name} exports no rows()`);
    modules.set(name, module as BenchModule);
  }
  return modules;
}

/** Generators of input stand beside what is measured with it. */
function isMeasuring(name: string): boolean {
  return name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.startsWith("generate-");
}
