import type { LoadPlan } from "@holdpoint/core";
import { parseObjective, RollingWindow } from "@holdpoint/core";
import { compileFlows } from "../../../load/flow/compile-flows.ts";
import { firstStep } from "../../../load/report/load-step.ts";
import { SecondRecorder } from "../../../load/report/second-recorder.ts";
import { RunDesk } from "./run-desk.ts";

// A run of a day at 1,000 requests a second on a simulated clock: everything but sockets. Prints what it grew by.
// `simulated-day-main.ts [HOURS]`; wants --expose-gc.
const hours = Number(process.argv[2] ?? "24");
const RATE_PER_S = 1000;
const US_PER_S = 1_000_000;
const SAMPLE_EVERY_S = 600;
const SETTLED_S = 1800;
const BODY_BYTES = 2;

const plan: LoadPlan = {
  url: "http://127.0.0.1",
  protocol: "http1",
  phases: [{ name: "steady", durationMs: hours * 3_600_000, arrival: { kind: "constant", ratePerS: RATE_PER_S } }],
  warmUpMs: 0,
  connections: 10,
  poolFull: "queue",
  connectionsMax: 10,
  queueMax: 1000,
  pacing: "economical",
  workers: 1,
  timeoutMs: 10_000,
  seed: 1,
  flows: [
    {
      name: "all",
      weight: 1,
      steps: [
        { endpoint: "all", tags: ["a"], method: "GET", path: "/", headers: [], body: null, extract: [], checks: [] },
      ],
    },
  ],
  data: [],
  objectives: ["p99 < 300ms", "99% under 300ms over 60s/1s", "p95 of service < 200ms over 300s/1s"].map((text) =>
    parseObjective(text),
  ),
  abort: null,
  validity: { lagP99Ms: 100, achievedRatio: 0.99 },
  tls: { verify: true, serverName: null, ca: null },
};

function collectGarbage(): void {
  if (globalThis.gc === undefined) throw new Error("start it with --expose-gc");
  globalThis.gc();
}

let nowUs = 0;
let artifactBytes = 0;
const heap: number[] = [];
const desk = new RunDesk(plan, {
  id: "day",
  version: "0",
  nowMs: () => nowUs / 1000,
  clockUs: () => nowUs,
  testbed: { text: "simulated", sha256: "0".repeat(64) },
});
artifactBytes += desk.header().length;
desk.begin(0);
const flows = compileFlows(plan);
const flow = flows.flowOf(0);
const values = flows.valuesOf(0);
const window = new RollingWindow(60);
let windowUs = 0;
const recorder = new SecondRecorder({
  phases: plan.phases,
  flows,
  indexOf: (own) => own,
  startUs: 0,
  seal: (second) => {
    artifactBytes += desk.take(second).length;
    const began = performance.now();
    window.push(second.series[0]?.response ?? null);
    window.summary();
    windowUs += (performance.now() - began) * 1000;
    const sealed = second.series[0]?.second ?? 0;
    if (sealed % SAMPLE_EVERY_S !== 0 || sealed < SETTLED_S) return;
    collectGarbage();
    heap.push(process.memoryUsage().heapUsed);
  },
});

let chance = 1;
/** Mostly a few milliseconds, sometimes hundreds: as wide as real answers are. */
function latencyUs(): number {
  chance = (Math.imul(chance, 1_664_525) + 1_013_904_223) >>> 0;
  const tail = chance % 100 === 0 ? 400_000 : 5_000;
  return 500 + ((chance >>> 8) % tail);
}

const seconds = hours * 3600;
for (let index = 0; index < seconds * RATE_PER_S; index += 1) {
  const dueUs = (index * US_PER_S) / RATE_PER_S;
  nowUs = dueUs;
  recorder.due(dueUs, 50);
  const step = firstStep({ recorder, flow, values, dueUs });
  step.sent(dueUs + 50);
  step.answered(dueUs + latencyUs(), { status: 200, bodyBytes: BODY_BYTES, headers: null, body: null });
}
nowUs = seconds * US_PER_S;
recorder.finish(nowUs, true);
collectGarbage();

const first = heap[0] ?? Number.NaN;
process.stdout.write(
  `${JSON.stringify({
    hours,
    requests: seconds * RATE_PER_S,
    heapGrowthBytes: Math.max(...heap) - first,
    heapBytes: heap.at(-1) ?? null,
    samples: heap.length,
    artifactBytes,
    windowUpdateUs: windowUs / seconds,
  })}\n`,
);
