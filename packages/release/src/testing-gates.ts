import type { Collected, Collector } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { GATES } from "@holdpoint/gates";
import type { RunOptions } from "./options.ts";
import { configOf, NO_COVERAGE, profileOf, suiteOf } from "./testing.ts";
import { optionsFor } from "./testing-run.ts";

/** Options of a run of all gates that ship, over the bodies that the gates themselves call sound. */
export function optionsOfAllGates(root: string, patch: Partial<RunOptions> = {}): RunOptions {
  const profile = profileOf({ gates: GATES.map(({ id }) => ({ id, blocking: true, checks: {} })) });
  const config = configOf({
    suites: [suiteOf({ results: ["r.xml"] })],
    coverage: NO_COVERAGE,
    dependencies: { manager: "npm", folder: "." },
    profiles: { release: profile },
  });
  const kinds = [KIND.repository, KIND.testResults, KIND.coverage, KIND.dependencies];
  return { ...optionsFor(root, 0), config, gates: GATES, collectors: kinds.map(soundCollector), ...patch };
}

function soundCollector(kind: string): Collector {
  const check = GATES.flatMap((gate) => gate.checks).find(({ definition }) => definition.needs.includes(kind));
  const bodies = check?.sound().bodies[kind] ?? [];
  const collect: Collector["collect"] = async ({ nowMs }) => {
    const at = nowMs();
    const common = {
      provenance: "measured",
      producer: { name: "sound", version: "1" },
      inputs: [],
      samples: 1,
    } as const;
    return bodies.map((body): Collected => ({ kind, startedAtMs: at, finishedAtMs: at, body, ...common }));
  };
  return { kind, part: "none", version: "1", collect };
}
