import type { Json, JsonObject } from "@holdpoint/core";
import { canonicalize, SCENE_CANDIDATE, sha256Hex } from "@holdpoint/core";

const FREEZE = { freezable: ["rebid"], never: ["edge"], minMs: 3000 };

export const RUN = "RUN_1700000000000";

/** The JSON files of a stored run of two iterations that tells the same everywhere. */
export function storedTexts(change: { readonly synthetic?: boolean } = {}): Record<string, Json> {
  const { synthetic = false } = change;
  const plan: JsonObject = {
    id: "pool",
    iterations: 2,
    phases: { warmUp: 1, rampDown: 0 },
    kpis: [{ id: "p95" }],
    parameters: [],
    guards: { freeze: FREEZE },
    synthetic,
  };
  const { kpis, parameters, phases } = plan as Record<"kpis" | "parameters" | "phases", Json>;
  const { commit, tree, dirty } = SCENE_CANDIDATE;
  const iterations = [1, 2].map((iteration) => ({ schema: "holdpoint/soak-iteration/v1", iteration }));
  return {
    "run.json": {
      schema: "holdpoint/soak-run/v1",
      run: RUN,
      tool: { name: "holdpoint", version: "0.1.0" },
      candidate: { commit, tree, dirty },
      startedAtMs: 1_700_000_000_000,
      finishedAtMs: 1_700_000_060_000,
      plan,
    },
    "soak.json": {
      schema: "holdpoint/soak/v1",
      id: "pool",
      run: RUN,
      synthetic,
      planned: 2,
      planSha256: sha256Hex(canonicalize(plan)),
      terms: { phases, kpis, parameters, freeze: FREEZE },
      iterations,
    },
    "ITER_SUMMARY_1.json": iterations[0] as Json,
    "ITER_SUMMARY_2.json": iterations[1] as Json,
  };
}

/** The same as files, with their manifest. */
export function storedFiles(texts: Readonly<Record<string, Json>>, folder: string): Record<string, string> {
  const files = Object.entries(texts).map(([path, value]) => [path, `${JSON.stringify(value, null, 2)}\n`] as const);
  const listed = files.map(([path, text]) => ({ path, sha256: sha256Hex(text), sizeBytes: Buffer.byteLength(text) }));
  const manifest = { schema: "holdpoint/soak-manifest/v1", run: RUN, files: listed };
  const all = [...files, ["manifest.json", JSON.stringify(manifest)] as const];
  return Object.fromEntries(all.map(([path, text]) => [`${folder}/${path}`, text]));
}
