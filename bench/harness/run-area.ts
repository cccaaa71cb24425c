import { installDebianPackages, installPackages } from "./install.ts";
import { loadArea } from "./load-area.ts";
import { machine } from "./machine.ts";
import type { BenchResult, Row } from "./row.ts";

const NOTHING_STORED = "nothing is stored";

/** Runs every file of an area, one after the other, because they measure. */
export async function runArea(bench: string, area: string): Promise<BenchResult> {
  await installPackages(bench);
  const modules = await loadArea(bench, area);
  installDebianPackages([...modules.values()].flatMap(({ debianPackages }) => debianPackages ?? []));
  const rows: Row[] = [];
  for (const module of modules.values()) rows.push(...(await module.rows()));
  const rounds = [...modules.values()].map((module) => module.rounds);
  const known = rounds.filter((count) => count !== undefined);
  const stored = [...modules].flatMap(([name, { durability }]) =>
    durability === undefined ? [] : `${name}: ${durability}`,
  );
  return {
    area,
    machine: machine(),
    durability: stored.length === 0 ? NOTHING_STORED : stored.join("; "),
    rounds: known.length === rounds.length && known.length > 0 ? Math.min(...known) : null,
    rows,
  };
}
