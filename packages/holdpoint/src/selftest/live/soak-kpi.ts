import type { SoakIteration } from "@holdpoint/core";
import { editFile } from "../../io/plant-files.ts";
import type { LivePlant } from "../live-plant.ts";
import { forgeCommit, forgeSoak, withIteration } from "./forged-soak.ts";
import type { Service } from "./soaked-service.ts";
import { CONCURRENCY, RUN, SOAKED, soakedService, soakService } from "./soaked-service.ts";

type Expect = LivePlant["expect"];
type Harm = readonly [id: string, harms: string, expect: Expect, harm: LivePlant["harm"]];

const fails = (check: string, code: string): Expect => ({ check, outcome: "fail", code });

/** The service itself is harmed, and soaked again. */
const soakedAgain =
  (service: Partial<Service>) =>
  (folder: string): Promise<void> =>
    soakService(folder, service);

const p95 =
  (at: number, said: number | string | null): Service["p95Ms"] =>
  (hands, iteration) =>
    iteration === at ? said : hands < 12 ? 350 : 240;

const SERVICE: readonly Harm[] = [
  [
    "slow-iteration",
    "one steady iteration took 400 ms where 340 are promised",
    fails("strict-kpis-hold", "kpi-missed"),
    soakedAgain({ p95Ms: p95(8, 400) }),
  ],
  [
    "gap",
    "one steady iteration gave no value",
    { check: "every-kpi-decided", outcome: "missing", code: "inconclusive" },
    soakedAgain({ p95Ms: p95(7, null) }),
  ],
  [
    "crashed",
    "the service crashed in one iteration",
    fails("no-iteration-failed", "iteration-failed"),
    soakedAgain({ p95Ms: p95(2, "139") }),
  ],
  [
    "parameter-ignored",
    "the service takes what is written and sets it back",
    fails("deltas-applied", "ratio-low"),
    soakedAgain({ reload: "overrides.executor.concurrency = 8;" }),
  ],
  [
    "section-moved",
    "with the first change the parameter moves to another section",
    fails("no-path-missed", "path-missed"),
    soakedAgain({ reload: "overrides.pool = overrides.executor; delete overrides.executor.concurrency;" }),
  ],
  [
    "side-effect",
    "with its concurrency the service changes its timeout",
    fails("nothing-else-changed", "other-changed"),
    soakedAgain({ reload: "overrides.executor.timeout_ms *= 2;" }),
  ],
  [
    "inverted-knob",
    "more hands make it slower",
    fails("no-parameter-stuck", "opposite"),
    soakedAgain({ p95Ms: (hands) => 300 + hands * 5 }),
  ],
  [
    "cut-short",
    "somebody pressed Ctrl-C after six iterations",
    fails("all-iterations-done", "aborted"),
    soakedAgain({ lasts: 6 }),
  ],
  [
    "simulation",
    "what was soaked is a simulation, and says so",
    { check: "target-is-real", outcome: "missing", code: "evidence-synthetic" },
    soakedAgain({ synthetic: true }),
  ],
];

const slow = (p95_ms: number): Partial<SoakIteration> => ({ values: { p95_ms }, summary: { p95_ms } });

const RECORD: readonly Harm[] = [
  [
    "nicer-result",
    "the result was edited and its values left as they were",
    fails("kpis-recompute", "differs"),
    (folder) =>
      forgeSoak(folder, (body) => {
        const strict = body.kpis.strict.map((one) => ({ ...one, value: 200 }));
        return { ...body, kpis: { ...body.kpis, strict } };
      }),
  ],
  [
    "edited-value",
    "a value was edited, with its result and without its summary",
    fails("kpis-recompute", "not-in-summary"),
    (folder) =>
      forgeSoak(
        folder,
        withIteration(8, () => ({ values: { p95_ms: 200 } })),
      ),
  ],
  [
    "edited-kpi",
    "a value was edited with its summary and its result; what was decided of it stayed",
    fails("decisions-replay", "differs"),
    (folder) =>
      forgeSoak(
        folder,
        withIteration(1, () => slow(300)),
      ),
  ],
  [
    "edited-decision",
    "a decision was edited with what was read back of it; the values stayed",
    fails("decisions-replay", "differs"),
    (folder) =>
      forgeSoak(
        folder,
        withIteration(1, ({ tuning }) => ({ tuning: { ...tuning, ...changedTo(11) } })),
      ),
  ],
  [
    "both-edited",
    "value, decision and what was read back were edited together; the effect that was seen afterwards stayed",
    fails("decisions-replay", "differs"),
    (folder) =>
      forgeSoak(
        folder,
        withIteration(1, ({ tuning }) => ({
          ...slow(300),
          tuning: { ...tuning, proposed: [], readings: [], applied: false },
        })),
      ),
  ],
  [
    "leap",
    "the concurrency leaps by 32 where 4 are a step",
    fails("guards-respected", "step-too-large"),
    (folder) =>
      forgeSoak(
        folder,
        withIteration(1, ({ tuning }) => ({ tuning: { ...tuning, ...changedTo(40) } })),
      ),
  ],
  [
    "another-commit",
    "the run is one of another commit",
    { check: "target-is-real", outcome: "missing", code: "HP-SOAK-FOREIGN" },
    (folder) => forgeCommit(folder, "f".repeat(40)),
  ],
  [
    "file-edited",
    "one file of the run was edited, and its manifest left as it was",
    { check: "strict-kpis-hold", outcome: "error", code: "HP-SOAK-BROKEN" },
    async (folder) =>
      editFile(folder, `${RUN}/ITER_SUMMARY_8.json`, (bytes) => bytes.toString("utf8").replaceAll("240", "140")),
  ],
];

function changedTo(to: number): Partial<SoakIteration["tuning"]> {
  const rest = { subsystem: "executor", rule: "more-hands", skipped: null };
  return {
    proposed: [{ parameter: CONCURRENCY, from: 8, to, ...rest }],
    readings: [{ path: CONCURRENCY, before: 8, wanted: to, after: to, verdict: "applied" }],
  };
}

export const plants: readonly LivePlant[] = [...SERVICE, ...RECORD].map(([id, harms, expect, harm]): LivePlant => ({
  gate: "soak-kpi",
  id,
  harms,
  expect,
  config: SOAKED,
  sound: soakedService,
  harm,
}));
