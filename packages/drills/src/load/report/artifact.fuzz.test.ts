import assert from "node:assert/strict";
import { test } from "node:test";
import type { LoadSecond } from "@holdpoint/core";
import { isHoldpointError } from "@holdpoint/core";
import fc from "fast-check";
import type { ArtifactHeader } from "./artifact-lines.ts";
import { ArtifactLines } from "./artifact-lines.ts";
import { LoadArtifactReader } from "./read-artifact.ts";
import { RUN, second, slice, workerSecond } from "./testing-seconds.ts";

const NAMES = [RUN, { of: "phase", name: "p" }, { of: "endpoint", name: "é \u2028" }] as const;
const HEADER: ArtifactHeader = {
  schema: "holdpoint/load-artifact/v1",
  id: "load",
  startedAtMs: 1,
  url: "http://h",
  planSha256: "0".repeat(64),
  workers: 2,
  phases: [],
  series: NAMES,
};

const TIMES = fc.array(fc.integer({ min: 0, max: 5_000_000_000 }), { maxLength: 5 });

/** Seconds of a run whose series differ, are alike, or hold nothing. */
const RUNS = fc.array(fc.tuple(TIMES, TIMES, TIMES, TIMES, fc.nat(9)), { maxLength: 6 }).map((seconds) =>
  seconds.map(([good, bad, own, lag, queued], at): readonly LoadSecond[] => {
    const all = { failed: bad.length, completed: good.length, response: slice(...good, ...bad) };
    const clocks = { service: slice(...good, ...bad), failedResponse: slice(...bad), failedService: slice(...bad) };
    return [
      second(at, good, { ...all, ...clocks, queued, lag: slice(...lag), sent: good.length + bad.length }),
      second(at, good, { ...all, ...clocks, series: NAMES[1], sent: good.length + bad.length }),
      second(at, own, { series: NAMES[2] }),
    ];
  }),
);

function written(run: readonly (readonly LoadSecond[])[]): string {
  const lines = new ArtifactLines();
  const sum = (key: "due" | "sent" | "completed" | "failed" | "dropped"): number =>
    run.reduce((total, [first]) => total + (first?.[key] ?? 0), 0);
  const [due, sent, completed, failed, dropped] = [
    sum("due"),
    sum("sent"),
    sum("completed"),
    sum("failed"),
    sum("dropped"),
  ];
  const totals = { due, sent, completed, failed, dropped };
  return [
    lines.header(HEADER),
    ...run.map((series, at) => lines.second(workerSecond(at, series))),
    lines.end({ seconds: run.length, totals, validity: "valid", reasons: [] }),
  ].join("");
}

function read(text: string): (readonly LoadSecond[])[] {
  const seen: (readonly LoadSecond[])[] = [];
  const reader = new LoadArtifactReader("load-1.jsonl", (all) => void seen.push(all));
  const lines = text.split("\n");
  const rest = lines.pop() ?? "";
  for (const line of lines) reader.line(line);
  if (rest !== "") reader.cut();
  reader.end();
  return seen;
}

test("what is read is what was written", () => {
  fc.assert(
    fc.property(RUNS, (run) => {
      assert.deepEqual(read(written(run)), run);
    }),
    { numRuns: 200 },
  );
});

test("no text that differs anywhere is read: each is refused with a code and a line", () => {
  fc.assert(
    fc.property(RUNS, fc.nat(), fc.nat(), fc.constantFrom("cut", "drop", "put", "swap"), (run, where, what, harm) => {
      const text = written(run);
      const at = where % text.length;
      const char = '0123456789{}[]",:\n -x'[what % 21] ?? "";
      const harmed =
        harm === "cut"
          ? text.slice(0, at)
          : text.slice(0, at) + (harm === "drop" ? "" : char) + text.slice(harm === "put" ? at : at + 1);
      fc.pre(harmed !== text);
      try {
        read(harmed);
      } catch (thrown) {
        assert.ok(isHoldpointError(thrown), String(thrown));
        assert.match(thrown.code, /^HP-READ-/);
        assert.ok((thrown.place.line ?? 0) >= 1);
        return;
      }
      assert.fail(`read ${JSON.stringify(harmed.slice(0, 300))}`);
    }),
    { numRuns: 1000 },
  );
});
