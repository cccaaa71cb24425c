import type { LivePlant } from "../live-plant.ts";
import type { Simulation } from "./simulated-load.ts";
import type { LoadPlantTerms } from "./stored-load.ts";
import { storedLoad } from "./stored-load.ts";

/** Up to twice of what the target can do, and back. */
const RATES = [50, 100, 150, 200, 250, 300, 600, 50, 50, 50].flatMap((rate) => [rate, rate, rate]);

/** A target that can do some 330 requests a second. */
const SOUND: Simulation = {
  arrivals: "steps",
  ratesPerS: RATES,
  takesMs: () => 3,
  refuses: () => false,
  objectives: [],
  lagMs: 0.5,
  cpuS: 1,
  agoMs: 60_000,
  url: "http://127.0.0.1:1",
  seed: 1,
  synthetic: false,
};

const LOAD: LoadPlantTerms["load"] = { id: "capacity", objectives: [], made: {} };

const PARAMS = {
  "rate-held": { requiredPerS: 200, headroomPercent: 20 },
  recovers: { withinS: 5 },
} as const;

type Harm = readonly [
  id: string,
  harms: string,
  expect: LivePlant["expect"],
  harm: LoadPlantTerms["harm"],
  more?: Pick<LivePlant, "inherits">,
];

const fails = (check: string, code: string): LivePlant["expect"] => ({ check, outcome: "fail", code });
const missing = (check: string, code: string): LivePlant["expect"] => ({ check, outcome: "missing", code });

const HARMS: readonly Harm[] = [
  [
    "too-little",
    "the target can do half of what is needed",
    fails("rate-held", "too-little"),
    { run: { takesMs: () => 9 } },
  ],
  [
    "collapses",
    "the longer the queue the longer the target takes",
    fails("no-collapse", "collapses"),
    { run: { takesMs: (atS, waiting) => (atS >= 18 ? 3 + Math.min(30, waiting / 10) : 3) } },
  ],
  [
    "stays-down",
    "once it was overloaded the target stays slow",
    fails("recovers", "never-recovers"),
    { run: { takesMs: (atS) => (atS >= 18 ? 40 : 3) } },
  ],
  [
    "errors-early",
    "one request in fifty is refused at the lowest rates",
    fails("no-early-errors", "errors-early"),
    { run: { refuses: (index, atS) => atS < 6 && index % 200 === 0 } },
  ],
  [
    "saturated",
    "the generator used its whole processor",
    missing("generator-not-saturated", "generator-saturated"),
    { run: { cpuS: RATES.length } },
  ],
  [
    "one-rate",
    "the stored run keeps one rate",
    missing("climb-measured", "too-few-points"),
    { run: { arrivals: "constant", ratesPerS: RATES.map(() => 100) } },
  ],
  [
    "generator-late",
    "the generator came half a second late to its arrivals, and the file calls itself valid",
    missing("climb-valid", "run-invalid"),
    { run: { lagMs: 512 } },
  ],
  [
    "cut",
    "the file ends in the middle of a line",
    { check: "climb-measured", outcome: "error", code: "HP-READ-TRUNCATED" },
    { edit: (text) => text.slice(0, -100) },
  ],
  [
    "synthetic",
    "the run was computed and not made, and says so",
    missing("rate-held", "evidence-synthetic"),
    { run: { synthetic: true } },
  ],
  [
    "fell",
    "the target can do a third less than at the last promotion",
    fails("capacity-not-fallen", "fell"),
    { run: { takesMs: () => 4.5 } },
    { inherits: true },
  ],
];

export const plants: readonly LivePlant[] = HARMS.map(([id, harms, expect, harm, more = {}]) =>
  storedLoad({ gate: "capacity", id, harms, expect, params: PARAMS, load: LOAD, sound: SOUND, harm, ...more }),
);
