import assert from "node:assert/strict";
import { test } from "node:test";
import type { RunSecond } from "@holdpoint/core";
import { mergeCounts, RunTally } from "@holdpoint/core";
import fc from "fast-check";
import { compileFlows } from "../flow/compile-flows.ts";
import { answer } from "../flow/testing-answer.ts";
import { plan, request } from "../flow/testing-plan.ts";
import { phase } from "../schedule/testing-phases.ts";
import { firstStep } from "./load-step.ts";
import { mergeSeconds } from "./merge-seconds.ts";
import { SecondRecorder } from "./second-recorder.ts";

const S = 1_000_000;
const RUN_S = 4;
const PHASES = [
  phase({ kind: "constant", ratePerS: 1 }, 1500, "first"),
  phase({ kind: "constant", ratePerS: 1 }, RUN_S * 1000 - 1500, "second"),
];
const FLOWS = compileFlows(
  plan({
    phases: PHASES,
    flows: [
      { name: "a", weight: 2, steps: [request({ endpoint: "a", tags: ["x"] }), request({ endpoint: "b" })] },
      { name: "c", weight: 1, steps: [request({ endpoint: "c", tags: ["x", "y"] })] },
    ],
  }),
);

/** What happens to one arrival, microseconds from the moment before. */
interface Fate {
  readonly gapUs: number;
  readonly waitUs: number;
  readonly serviceUs: number;
  readonly end: "answered" | "error" | "reset" | "dropped" | "unsent";
}

const FATES: fc.Arbitrary<readonly Fate[]> = fc.array(
  fc.record({
    gapUs: fc.integer({ min: 0, max: 200_000 }),
    waitUs: fc.integer({ min: 0, max: 900_000 }),
    serviceUs: fc.integer({ min: 0, max: 900_000 }),
    end: fc.constantFrom("answered", "answered", "error", "reset", "dropped", "unsent"),
  }),
  { maxLength: 25 },
);

/** The same arrivals, dealt out in turn to so many workers; every second merged. */
function measured(fates: readonly Fate[], workers: number): readonly RunSecond[] {
  const sealed: RunSecond[][] = Array.from({ length: workers }, () => []);
  const recorders = sealed.map(
    (own, worker) =>
      new SecondRecorder({
        phases: PHASES,
        flows: FLOWS,
        indexOf: (index) => index * workers + worker,
        startUs: 0,
        seal: (second) => void own.push(second),
      }),
  );
  const events: { readonly atUs: number; readonly order: number; readonly act: () => void }[] = [];
  const at = (atUs: number, act: () => void): void => void events.push({ atUs, order: events.length, act });
  let dueUs = 0;
  for (const [index, { gapUs, waitUs, serviceUs, end }] of fates.entries()) {
    dueUs += gapUs;
    const [recorder, sentUs] = [recorders[index % workers], dueUs + waitUs];
    if (recorder === undefined || sentUs + 2 * serviceUs >= RUN_S * S) break;
    const ground = { recorder, flow: FLOWS.flowOf(index), values: FLOWS.valuesOf(index), dueUs };
    at(dueUs, () => {
      recorder.due(ground.dueUs, 0);
      if (end === "dropped") recorder.dropped(ground.dueUs);
    });
    if (end === "dropped") continue;
    const step = firstStep(ground);
    if (end === "unsent") {
      at(sentUs, () => step.unsent(sentUs));
      continue;
    }
    at(sentUs, () => step.sent(sentUs));
    at(sentUs + serviceUs, () => {
      if (end === "reset") step.failed(sentUs + serviceUs, "reset");
      else step.answered(sentUs + serviceUs, answer(end === "error" ? 500 : 200));
      const next = step.next(sentUs + serviceUs);
      if (next === null) return;
      next.sent(sentUs + serviceUs);
      at(sentUs + 2 * serviceUs, () => next.answered(sentUs + 2 * serviceUs, answer(200)));
    });
  }
  for (;;) {
    events.sort((one, other) => one.atUs - other.atUs || one.order - other.order);
    const event = events.shift();
    if (event === undefined) break;
    event.act();
  }
  for (const recorder of recorders) recorder.finish(RUN_S * S, true);
  return Array.from({ length: RUN_S }, (_, second) => mergeSeconds(sealed.flatMap((own) => own[second] ?? [])));
}

const sorted = (second: RunSecond): RunSecond => ({
  ...second,
  failures: mergeCounts([second.failures]),
  checksPassed: mergeCounts([second.checksPassed]),
  checksFailed: mergeCounts([second.checksFailed]),
});

test("several workers measure together what one would have measured", () => {
  fc.assert(
    fc.property(FATES, fc.integer({ min: 2, max: 5 }), (fates, workers) => {
      assert.deepEqual(measured(fates, workers).map(sorted), measured(fates, 1).map(sorted));
    }),
    { numRuns: 150 },
  );
});

test("every arrival ends up somewhere, in every kind of series", () => {
  fc.assert(
    fc.property(FATES, (fates) => {
      const tally = new RunTally(1);
      for (const second of measured(fates, 2)) tally.take(second);
      const { due, sent, completed, failed, dropped } = tally.totals;
      assert.deepEqual([due, sent], [sent + dropped, completed + failed]);
      assert.equal(tally.response.count, sent);
      const series = tally.series();
      for (const kind of ["phase", "endpoint"]) {
        const parts = series.filter(({ of }) => of === kind);
        assert.equal(
          parts.reduce((sum, one) => sum + one.completed, 0),
          completed,
          kind,
        );
        assert.equal(
          parts.reduce((sum, one) => sum + one.failed, 0),
          failed,
          kind,
        );
      }
      const told = tally.failures.reduce((sum, [, count]) => sum + count, 0);
      assert.equal(told, failed + dropped, "each that is no success has its kind");
    }),
    { numRuns: 150 },
  );
});
