import type { Json, JsonObject, SoakBody, SoakIteration, SoakPlan } from "@holdpoint/core";
import { canonicalize, judgeKpi, replaySoak, SCENE_CANDIDATE, sha256Hex, verifyDeltas } from "@holdpoint/core";
import { kpiOf, planOf, tunedIterations } from "@holdpoint/testkit";

export const RUN = "RUN_1700000000000";

const PLAN: SoakPlan = {
  id: "pool",
  target: { kind: "command", run: ["./iterate"], timeoutMs: 1000 },
  ...planOf({ iterations: 6, kpis: [kpiOf({ minSamples: 2 })] }),
  phases: { warmUp: 1, rampDown: 0 },
  settleMs: 0,
  applier: { kind: "file", path: "overrides.json", reload: null },
  alongside: ["generation"],
  synthetic: false,
};

/** The JSON files of a stored run of six iterations that tells the same everywhere; its pool grows until it is fast. */
export function storedTexts(change: { readonly synthetic?: boolean } = {}): Record<string, Json> {
  const plan: SoakPlan = { ...PLAN, ...change };
  return textsOf(
    plan,
    tunedIterations(plan, { p95: (size) => 1200 / size }).map((one) => ({
      ...one,
      phase: one.iteration === 1 ? "warm-up" : "steady",
    })),
  );
}

/** The same of other iterations, with everything that follows from them, as who knows how it is made would make it. */
export function textsOf(plan: SoakPlan, iterations: readonly SoakIteration[]): Record<string, Json> {
  const { id, synthetic, phases, kpis, parameters, guards, alongside } = plan;
  const { freezable, never, minMs } = guards.freeze;
  const steady = iterations.filter(({ phase }) => phase === "steady");
  const judged = (which: "strict" | "soft"): SoakBody["kpis"]["strict"] =>
    kpis.map((kpi) =>
      judgeKpi(
        kpi,
        steady.map(({ values }) => values[kpi.id] ?? null),
        which,
      ),
    );
  const body: SoakBody = {
    schema: "holdpoint/soak/v1",
    id,
    run: RUN,
    target: "./iterate",
    synthetic,
    planned: plan.iterations,
    terms: { phases, kpis, parameters, freeze: { freezable, never, minMs }, alongside },
    iterations,
    kpis: { strict: judged("strict"), soft: judged("soft") },
    deltas: verifyDeltas(iterations),
    tuningEnabled: true,
    aborted: null,
    planSha256: sha256Hex(canonicalize(plan as unknown as Json)),
    replay: replaySoak(plan, iterations),
  };
  const { commit, tree, dirty } = SCENE_CANDIDATE;
  const record: JsonObject = {
    schema: "holdpoint/soak-run/v1",
    run: RUN,
    tool: { name: "holdpoint", version: "0.1.0" },
    candidate: { commit, tree, dirty },
    startedAtMs: 1_700_000_000_000,
    finishedAtMs: 1_700_000_060_000,
    plan: plan as unknown as Json,
  };
  const texts = iterations.map((one) => [`ITER_SUMMARY_${one.iteration}.json`, one] as const);
  const all = { "run.json": record, "soak.json": body, ...Object.fromEntries(texts) };
  return JSON.parse(JSON.stringify(all)) as Record<string, Json>;
}

/** The same as files, with their manifest. */
export function storedFiles(texts: Readonly<Record<string, Json>>, folder: string): Record<string, string> {
  const files = Object.entries(texts).map(([path, value]) => [path, `${JSON.stringify(value, null, 2)}\n`] as const);
  const listed = files.map(([path, text]) => ({ path, sha256: sha256Hex(text), sizeBytes: Buffer.byteLength(text) }));
  const manifest = { schema: "holdpoint/soak-manifest/v1", run: RUN, files: listed };
  const all = [...files, ["manifest.json", JSON.stringify(manifest)] as const];
  return Object.fromEntries(all.map(([path, text]) => [`${folder}/${path}`, text]));
}
