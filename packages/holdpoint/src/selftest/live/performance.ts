import type { LivePlant } from "../live-plant.ts";
import type { Simulation } from "./simulated-load.ts";
import type { LoadPlantTerms } from "./stored-load.ts";
import { storedLoad } from "./stored-load.ts";

const OBJECTIVES = ["p99 < 300ms", "99% ok under 300ms", "rate >= 190/s"];
const URL = "http://127.0.0.1:1";

/** 200 requests a second for twelve seconds, each of which takes a millisecond of the target's time. */
const SOUND: Simulation = {
  arrivals: "constant",
  ratesPerS: Array.from({ length: 12 }, () => 200),
  takesMs: () => 1,
  refuses: () => false,
  objectives: OBJECTIVES,
  lagMs: 0.5,
  cpuS: 1,
  agoMs: 60_000,
  url: URL,
  seed: 1,
  synthetic: false,
};

const LOAD: LoadPlantTerms["load"] = { id: "checkout", objectives: ["95% ok"], made: { url: URL, ratePerS: 200 } };
const DAY_MS = 86_400_000;

/** What wrk prints of a target that answers everything. */
const WRK = `Running 12s test @ ${URL}/
  1 threads and 5 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     1.00ms  200.00us   2.00ms   75.00%
    Req/Sec     2.02k   100.00     2.20k    70.00%
  Latency Distribution
     50%    1.00ms
     75%    1.10ms
     90%    1.20ms
     99%    1.90ms
  24000 requests in 12.00s, 2.00MB read
Requests/sec:   2000.00
Transfer/sec:    170.00KB
`;

type Harm = readonly [
  id: string,
  harms: string,
  expect: LivePlant["expect"],
  harm: LoadPlantTerms["harm"],
  more?: Pick<LivePlant, "inherits">,
];

const fails = (check: string, code: string): LivePlant["expect"] => ({ check, outcome: "fail", code });
const missing = (check: string, code: string): LivePlant["expect"] => ({ check, outcome: "missing", code });
const refused = (code: string): LivePlant["expect"] => ({ check: "run-measured", outcome: "error", code });

const withoutLine =
  (at: number) =>
  (text: string): string =>
    text
      .split("\n")
      .filter((_, index) => index !== at)
      .join("\n");

const HARMS: readonly Harm[] = [
  [
    "frozen",
    "the target stands still for a second in ten, which a clock from the actual send does not see",
    fails("objectives-met", "missed"),
    // The first request at or after the fifth second takes one second, and all behind it wait.
    { run: { takesMs: (atS) => (atS === 5 ? 1000 : 1) } },
  ],
  [
    "refuses",
    "the target refuses every twentieth request, at once",
    fails("failures-within", "too-many-failed"),
    { run: { refuses: (index) => index % 20 === 0 } },
  ],
  [
    "wrong-name",
    "an objective of the stored run is about an endpoint that nothing has",
    missing("objectives-judged", "undecided"),
    { run: { objectives: ["p99 < 300ms on endpoint:craete"] } },
  ],
  [
    "empty-window",
    "nothing was asked for three seconds, so that percentiles of these windows are of nothing",
    missing("objectives-judged", "undecided"),
    { run: { objectives: ["p50 < 300ms over 2s"], ratesPerS: [...tens(4), 0, 0, 0, 400, 400, 400, ...tens(2)] } },
  ],
  [
    "few-samples",
    "the run asked for ten requests a second",
    missing("samples-enough", "few-samples"),
    { run: { ratesPerS: SOUND.ratesPerS.map(() => 10) } },
  ],
  [
    "generator-late",
    "the generator came half a second late to its arrivals, and the file calls itself valid",
    missing("run-valid", "run-invalid"),
    { run: { lagMs: 512 } },
  ],
  [
    "other-target",
    "the stored run was made on another target than the configuration names",
    missing("run-valid", "run-invalid"),
    { run: { url: "http://127.0.0.1:2" } },
  ],
  [
    "half-the-load",
    "the stored run asked for half the load that the configuration names",
    missing("run-valid", "run-invalid"),
    { run: { ratesPerS: SOUND.ratesPerS.map(() => 100) } },
  ],
  [
    "closed-run",
    "the run waited for every answer before it sent again",
    missing("trust-enough", "not-trusted"),
    { run: { arrivals: "closed" } },
  ],
  [
    "closed-tool",
    "what wrk printed lies where the stored run was",
    missing("trust-enough", "not-trusted"),
    { results: WRK },
  ],
  [
    "edited-figure",
    "a figure of a second of the file was made smaller",
    refused("HP-READ-SYNTAX"),
    { edit: (text) => text.replace('"due":200', '"due":199') },
  ],
  [
    "lost-second",
    "the line of a second was taken out of the file",
    refused("HP-READ-SYNTAX"),
    { edit: withoutLine(5) },
  ],
  [
    "cut",
    "the file ends in the middle of a line",
    refused("HP-READ-TRUNCATED"),
    { edit: (text) => text.slice(0, -100) },
  ],
  [
    "not-ended",
    "the run was killed, so that its file has no closing line",
    refused("HP-READ-TRUNCATED"),
    { edit: withoutLine(13) },
  ],
  ["emptied", "the file has nothing in it", missing("run-measured", "HP-READ-EMPTY"), { edit: () => "" }],
  [
    "old",
    "the stored run is of three days ago, and its file was copied just now",
    { check: "objectives-met", outcome: "stale", code: "evidence-stale" },
    { run: { agoMs: 3 * DAY_MS } },
  ],
  [
    "synthetic",
    "the run was computed and not made, and says so",
    missing("objectives-met", "evidence-synthetic"),
    { run: { synthetic: true } },
  ],
  [
    "slower",
    "every tenth request takes thirty times as long as at the last promotion, well within the objectives",
    fails("not-slower", "slower"),
    { run: { takesMs: (atS) => (Math.round(atS * 200) % 10 === 0 ? 30 : 1) } },
    { inherits: true },
  ],
  [
    "objective-dropped",
    "an objective of the last promotion is no longer there",
    fails("no-objective-gone", "objective-gone"),
    { run: { objectives: OBJECTIVES.slice(1) } },
    { inherits: true },
  ],
  [
    "other-plan",
    "the stored run was made of another plan than at the last promotion",
    missing("terms-comparable", "other-terms"),
    { run: { seed: 2 } },
    { inherits: true },
  ],
];

function tens(count: number): readonly number[] {
  return Array.from({ length: count }, () => 200);
}

export const plants: readonly LivePlant[] = HARMS.map(([id, harms, expect, harm, more = {}]) =>
  storedLoad({ gate: "performance", id, harms, expect, load: LOAD, sound: SOUND, harm, ...more }),
);
