import type { LoadBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import type { LivePlant } from "../live-plant.ts";
import { recordedBody } from "./recorded-body.ts";
import type { Simulation } from "./simulated-load.ts";
import { simulatedLoad } from "./simulated-load.ts";

const OBJECTIVES = ["p99 < 300ms", "99% ok under 300ms", "rate >= 190/s"];

/** 200 requests a second for twelve seconds, each of which takes a millisecond of the target's time. */
const SOUND: Simulation = {
  id: "load",
  arrivals: "constant",
  ratesPerS: Array.from({ length: 12 }, () => 200),
  takesMs: () => 1,
  refuses: () => false,
  objectives: OBJECTIVES,
};

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
    "frozen",
    "the target stands still for a second in ten, which a clock from the actual send does not see",
    fails("objectives-met", "missed"),
    // The first request at or after the fifth second takes one second, and all behind it wait.
    () => again({ takesMs: (atS) => (atS === 5 ? 1000 : 1) }),
  ],
  [
    "refuses",
    "the target refuses every twentieth request, at once",
    fails("failures-within", "too-many-failed"),
    () => again({ refuses: (index) => index % 20 === 0 }),
  ],
  [
    "wrong-name",
    "an objective is about an endpoint that nothing has",
    missing("objectives-judged", "undecided"),
    () => again({ objectives: ["p99 < 300ms on endpoint:craete"] }),
  ],
  [
    "few-samples",
    "the run asked for ten requests a second",
    missing("samples-enough", "few-samples"),
    () => again({ ratesPerS: SOUND.ratesPerS.map(() => 10) }),
  ],
  [
    "generator-late",
    "the generator came too late to its arrivals",
    missing("run-valid", "run-invalid"),
    (body) => ({ ...body, validity: "invalid", reasons: [{ code: "lag", text: "lag p99 is 512 ms" }] }),
  ],
  [
    "closed-tool",
    "the figures come from a tool that waits for every answer",
    missing("trust-enough", "not-trusted"),
    (body) => ({ ...body, trust: "closed-service-only" }),
  ],
  [
    "edited-p99",
    "the p99 was made smaller in the report",
    fails("figures-recompute", "summary-differs"),
    (body) => ({ ...body, response: body.response === null ? null : { ...body.response, p99: 0.001 } }),
  ],
  [
    "lost-second",
    "a second was taken out of the report",
    fails("windows-whole", "gap"),
    (body) => ({ ...body, windows: body.windows.filter((_, at) => at !== 5) }),
  ],
  [
    "slower",
    "every tenth request takes thirty times as long as at the last promotion, well within the objectives",
    fails("not-slower", "slower"),
    () => again({ takesMs: (atS) => (Math.round(atS * 200) % 10 === 0 ? 30 : 1) }),
    { inherits: true },
  ],
  [
    "objective-dropped",
    "an objective of the last promotion is no longer there",
    fails("no-objective-gone", "objective-gone"),
    () => again({ objectives: OBJECTIVES.slice(1) }),
    { inherits: true },
  ],
];

export const plants: readonly LivePlant[] = HARMS.map(([id, harms, expect, harm, more = {}]) => ({
  ...recordedBody({
    gate: "performance",
    id,
    harms,
    expect,
    kind: KIND.load,
    sound: simulatedLoad(SOUND),
    samples: ({ completed, failed }) => completed + failed,
    harm,
  }),
  ...more,
}));
