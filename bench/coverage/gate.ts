import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { middle, rowOf } from "../harness/rounds.ts";
import type { Row } from "../harness/row.ts";
import { bundleCommand } from "./parts/bundle-command.ts";
import { monorepo } from "./parts/monorepo.ts";

export const rounds = 5;
export const durability = "the ledger's own, FULL: check writes its evidence and records what it judged";

const NAME = "gate-5000";
const FILES = 5_000;
const SECONDS_MAX = 2;
const MEGABYTE = 1_000_000;
const TIMEOUT_MS = 120_000;
const LETS_THROUGH = ["PASS", "WARN"];

interface Checked {
  readonly gates?: readonly GateShown[];
}

interface GateShown {
  readonly id: string;
  readonly verdict: string;
  readonly checks: readonly { readonly id: string; readonly outcome: string; readonly reason: string }[];
}

/** The whole `coverage` gate by its command on a real repository: git, a suite that hands over the report, verdict. */
export async function rows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-bench-"));
  try {
    const program = await bundleCommand(join(folder, "program"));
    const root = join(folder, "monorepo");
    const written = await monorepo(root, FILES);
    const seconds: number[] = [];
    let peakBytes = 0;
    let checks = 0;
    for (let round = 0; round < rounds; round += 1) {
      const end = runCheck(program, root, folder);
      if (typeof end === "string") return [refused(end)];
      seconds.push(end.seconds);
      peakBytes = Math.max(peakBytes, end.peakBytes);
      checks = end.gate.checks.length;
    }
    const info = {
      files: written.files,
      lines: written.lines,
      branches: written.branches,
      checks,
      peakMegabytes: Math.round(peakBytes / MEGABYTE),
      targets: [{ what: "s", asked: SECONDS_MAX, goal: SECONDS_MAX, reached: middle(seconds) }],
    };
    return [rowOf(NAME, "s", seconds, {}, info)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One run, or why it does not count. */
function runCheck(
  program: string,
  root: string,
  folder: string,
): { readonly seconds: number; readonly peakBytes: number; readonly gate: GateShown } | string {
  const peakFile = join(folder, "peak.txt");
  const watch = join(folder, "watch.mjs");
  writeFileSync(
    watch,
    `import { writeFileSync } from "node:fs";\n` +
      `import { peakMemoryBytes } from ${JSON.stringify(new URL("./parts/peak-memory.ts", import.meta.url).href)};\n` +
      `process.on("exit", () => writeFileSync(${JSON.stringify(peakFile)}, String(peakMemoryBytes())));\n`,
  );
  const args = ["--import", watch, program, "check", "coverage", "--evidence", "fresh", "--json"];
  const startedMs = performance.now();
  const end = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    timeout: TIMEOUT_MS,
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - startedMs) / 1000;
  const gate = parsed(end.stdout)?.gates?.find(({ id }) => id === "coverage");
  if (gate === undefined) return `check ended with ${end.status}: ${`${end.stdout}${end.stderr}`.slice(0, 500)}`;
  if (!LETS_THROUGH.includes(gate.verdict)) {
    const held = gate.checks.filter(({ outcome }) => !["pass", "warn", "not-applicable"].includes(outcome));
    const reasons = held.map(({ id, outcome, reason }) => `${id} ${outcome}: ${reason}`);
    return `the gate is ${gate.verdict}: ${reasons.join("; ")}`;
  }
  return { seconds, peakBytes: Number(readFileSync(peakFile, "utf8")), gate };
}

function refused(reason: string): Row {
  return {
    name: NAME,
    value: null,
    unit: "s",
    low: null,
    high: null,
    ratios: {},
    info: { refused: reason.slice(0, 2_000) },
  };
}

function parsed(text: string): Checked | null {
  try {
    return JSON.parse(text) as Checked;
  } catch {
    return null;
  }
}
