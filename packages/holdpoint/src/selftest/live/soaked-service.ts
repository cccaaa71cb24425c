import { join } from "node:path";
import { readCandidateFacts } from "@holdpoint/collectors";
import type { Config, KpiPlan, SoakPlan } from "@holdpoint/core";
import type { Measured } from "@holdpoint/drills";
import { driveSoak } from "@holdpoint/drills";
import { commitAll, readFile, writeFiles } from "../../io/plant-files.ts";

const SOAKS = ".holdpoint/soak";
const OVERRIDES = "overrides.json";
const RELOAD = "reload.cjs";
export const CONCURRENCY = "executor.concurrency";
/** Where the latest run of it lies. */
export const RUN: string = `${SOAKS}/nightly/latest`;

export const SOAKED: Partial<Config> = { soaks: [{ id: "nightly", folder: `${SOAKS}/nightly` }] };

const P95: KpiPlan = {
  id: "p95_ms",
  select: { from: "summary", path: "p95_ms" },
  aggregate: "max",
  window: 6,
  minSamples: 6,
  strict: { operator: "<=", value: 340 },
  soft: null,
  unit: "ms",
};

const PLAN: SoakPlan = {
  id: "nightly",
  target: { kind: "command", run: ["node", "service.js"], timeoutMs: 1000 },
  iterations: 8,
  phases: { warmUp: 2, rampDown: 0 },
  settleMs: 0,
  kpis: [P95],
  parameters: [{ path: CONCURRENCY, type: "integer", min: 1, max: 64, step: 4, subsystem: "executor", cooldown: 0 }],
  rules: [
    {
      id: "more-hands",
      kpi: "p95_ms",
      when: { operator: ">", value: 330 },
      parameter: CONCURRENCY,
      delta: 4,
      expect: "fall",
      priority: 1,
    },
  ],
  guards: {
    debounce: { openMs: 2500, closeMs: 4000 },
    oscillation: { window: 6, signChanges: 2 },
    velocity: { perHour: {} },
    latency: null,
    freeze: { freezable: ["executor"], never: ["edge"], minMs: 3000 },
    steady: null,
  },
  applier: { kind: "file", path: OVERRIDES, reload: null },
  alongside: [],
  synthetic: false,
};

/** A service that is soaked: with eight hands it takes 350 ms, with twelve 240. */
export interface Service {
  /** Null: it tells no figure; a text: it ended with that. */
  readonly p95Ms: (concurrency: number, iteration: number) => number | string | null;
  /** Body of a program that runs when its overrides were written, on the object `overrides`; null: there is none. */
  readonly reload: string | null;
  readonly synthetic: boolean;
  /** Interrupted after so many iterations. */
  readonly lasts: number;
}

/** A repository with a sound soak of a sound service in it. */
export async function soakedService(folder: string): Promise<void> {
  writeFiles(folder, { "README.md": "a service\n", ".gitignore": `.holdpoint/\n${OVERRIDES}\n${RELOAD}\n` });
  commitAll(folder);
  await soakService(folder, {});
}

/** Soaks it, from its first configuration on, and leaves the run as the latest one. */
export async function soakService(folder: string, service: Partial<Service>): Promise<void> {
  const { p95Ms = (hands) => (hands < 12 ? 350 : 240), reload = null, synthetic = false, lasts } = service;
  writeFiles(folder, { [OVERRIDES]: '{ "executor": { "concurrency": 8, "timeout_ms": 500 } }\n' });
  if (reload !== null) writeFiles(folder, { [RELOAD]: reloadProgram(reload) });
  const command = reload === null ? null : [process.execPath, RELOAD];
  const stop = new AbortController();
  const plan: SoakPlan = { ...PLAN, synthetic, applier: { kind: "file", path: OVERRIDES, reload: command } };
  const { publish } = await driveSoak(plan, {
    root: folder,
    soaks: join(folder, SOAKS),
    locks: join(folder, ".holdpoint", "locks"),
    version: "0.0.0",
    candidate: await readCandidateFacts(folder),
    measure: async (iteration) => measured(p95Ms(handsOf(folder), iteration)),
    tune: true,
    signal: stop.signal,
    environment: {},
    record: async () => undefined,
    onIteration: ({ iteration }) => {
      if (iteration === lasts) stop.abort("interrupted");
    },
  });
  publish();
}

function measured(said: number | string | null): Measured {
  const nothing = { load: null, exposition: null };
  if (typeof said === "string") {
    return { ...nothing, summary: null, problem: { code: "HP-SOAK-COMMAND", text: `'node' ended with ${said}` } };
  }
  return { ...nothing, summary: said === null ? {} : { p95_ms: said }, problem: null };
}

function handsOf(folder: string): number {
  const { executor } = JSON.parse(readFile(folder, OVERRIDES) ?? "") as { executor: { concurrency: number } };
  return executor.concurrency;
}

function reloadProgram(body: string): string {
  return [
    `const fs = require("node:fs");`,
    `const overrides = JSON.parse(fs.readFileSync("${OVERRIDES}", "utf8"));`,
    body,
    `fs.writeFileSync("${OVERRIDES}", JSON.stringify(overrides));`,
    "",
  ].join("\n");
}
