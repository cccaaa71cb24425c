import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Row } from "../harness/row.ts";

const BUNDLE = fileURLToPath(new URL("../../packages/holdpoint/dist/holdpoint.js", import.meta.url));
export const rounds = 11;

const TIME_LIMIT_MS = 30_000;
const BARE = "bare node -e 0";
const HELP = "holdpoint --help";

/** Start-up against a Node that does nothing, measured in turn; the budget is twice as long, a ratio of 0.5. */
export async function rows(): Promise<Row[]> {
  if (!existsSync(BUNDLE)) {
    const info = { absent: "the bundle is not built: npm run build" };
    return [{ name: HELP, value: null, unit: "ms", low: null, high: null, ratios: {}, info }];
  }
  const bare: number[] = [];
  const help: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(startMs(["-e", "0"]));
    help.push(startMs([BUNDLE, "--help"]));
  }
  const ratio = middle(help.map((ms, round) => (bare[round] ?? 0) / ms));
  return [row(BARE, bare, {}), row(HELP, help, { [BARE]: ratio })];
}

function startMs(args: readonly string[]): number {
  const startedMs = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: "ignore", timeout: TIME_LIMIT_MS });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}`);
  return performance.now() - startedMs;
}

function row(name: string, values: readonly number[], ratios: Record<string, number>): Row {
  return { name, value: middle(values), unit: "ms", low: Math.min(...values), high: Math.max(...values), ratios };
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
