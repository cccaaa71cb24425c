import type { LoadBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import type { LivePlant } from "../live-plant.ts";
import { recordedBody } from "./recorded-body.ts";
import type { Simulation } from "./simulated-load.ts";
import { simulatedLoad } from "./simulated-load.ts";

/** Up to twice of what the target can do, and back. */
const RATES = [50, 100, 150, 200, 250, 300, 600, 50, 50, 50].flatMap((rate) => [rate, rate, rate]);

/** A target that can do some 330 requests a second. */
const SOUND: Simulation = {
  id: "capacity",
  arrivals: "steps",
  ratesPerS: RATES,
  takesMs: () => 3,
  refuses: () => false,
  objectives: [],
};

const PARAMS = {
  "rate-held": { requiredPerS: 200, headroomPercent: 20 },
  recovers: { withinS: 5 },
} as const;

type Harm = readonly [
  id: string,
  harms: string,
  expect: LivePlant["expect"],
  harm: (body: LoadBody) => LoadBody,
  more?: Pick<LivePlant, "inherits">,
];

const fails = (check: string, code: string): LivePlant["expect"] => ({ check, outcome: "fail", code });
const missing = (check: string, code: string): LivePlant["expect"] => ({ check, outcome: "missing", code });
const again = (changes: Partial<Simulation>): LoadBody => simulatedLoad({ ...SOUND, ...changes });

const HARMS: readonly Harm[] = [
  [
    "too-little",
    "the target can do half of what is needed",
    fails("rate-held", "too-little"),
    () => again({ takesMs: () => 9 }),
  ],
  [
    "collapses",
    "the longer the queue the longer the target takes",
    fails("no-collapse", "collapses"),
    () => again({ takesMs: (atS, waiting) => (atS >= 18 ? 3 + Math.min(30, waiting / 10) : 3) }),
  ],
  [
    "stays-down",
    "once it was overloaded the target stays slow",
    fails("recovers", "never-recovers"),
    () => again({ takesMs: (atS) => (atS >= 18 ? 40 : 3) }),
  ],
  [
    "errors-early",
    "one request in fifty is refused at the lowest rates",
    fails("no-early-errors", "errors-early"),
    () => again({ refuses: (index, atS) => atS < 6 && index % 200 === 0 }),
  ],
  [
    "saturated",
    "the generator used its whole processor",
    missing("generator-not-saturated", "generator-saturated"),
    (body) => ({ ...body, terms: { ...body.terms, cpuS: body.durationMs / 1000 } }),
  ],
  [
    "one-rate",
    "the run keeps one rate, and is called something else",
    missing("climb-measured", "no-climb"),
    (body) => ({ ...body, id: "load", terms: { ...body.terms, arrivals: ["constant"] } }),
  ],
  [
    "fell",
    "the target can do a third less than at the last promotion",
    fails("capacity-not-fallen", "fell"),
    () => again({ takesMs: () => 4.5 }),
    { inherits: true },
  ],
];

export const plants: readonly LivePlant[] = HARMS.map(([id, harms, expect, harm, more = {}]) => ({
  ...recordedBody({
    gate: "capacity",
    id,
    harms,
    expect,
    kind: KIND.load,
    sound: simulatedLoad(SOUND),
    samples: ({ completed, failed }) => completed + failed,
    harm,
  }),
  params: PARAMS,
  ...more,
}));
