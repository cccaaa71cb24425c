import assert from "node:assert/strict";
import { test } from "node:test";
import {
  loadSecond as second,
  loadSlice as slice,
  RUN_SERIES as RUN,
  runSecond as workerSecond,
} from "@holdpoint/testkit";
import fc from "fast-check";
import { isHoldpointError } from "../../errors/holdpoint-error.ts";
import type { RunSecond } from "../run/run-second.ts";
import { artifactHeader, MADE } from "../run/testing-artifact.ts";
import type { LoadSecond } from "../second.ts";
import { ArtifactLines } from "./artifact-lines.ts";
import type { ArtifactHeader, RunRan } from "./header.ts";
import { LoadArtifactReader } from "./read-artifact.ts";
import type { ToldSecond } from "./read-told.ts";

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

/** The same as version 2 has it. */
const MADE_HEADER: ArtifactHeader = artifactHeader({ made: { ...MADE, checks: ["c", "d"] }, series: NAMES });

const RAN: RunRan = { durationMs: 10_000, queue: { max: 1, waited: 2 }, retried: 0, cpuS: 1.5 };

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

/** What a second tells besides its series. */
function toldOf([run]: readonly LoadSecond[]): Partial<RunSecond> {
  const { sent = 0, completed = 0, failed = 0, queued = 0 } = run ?? {};
  return {
    started: Math.min(sent, queued),
    failures: failed === 0 ? [] : [["reset", failed]],
    checksPassed: completed === 0 ? [] : [["d", completed]],
    checksFailed: failed === 0 ? [] : [["c", failed]],
  };
}

function written(run: readonly (readonly LoadSecond[])[], header: ArtifactHeader): string {
  const lines = new ArtifactLines(header);
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
    lines.header(),
    ...run.map((series, at) => lines.second(workerSecond(at, series, toldOf(series)))),
    lines.end({
      seconds: run.length,
      totals,
      validity: "valid",
      reasons: [],
      ...(header === HEADER ? {} : { ran: RAN }),
    }),
  ].join("");
}

function read(text: string): { readonly series: readonly LoadSecond[]; readonly told: ToldSecond }[] {
  const seen: { readonly series: readonly LoadSecond[]; readonly told: ToldSecond }[] = [];
  const reader = new LoadArtifactReader("load-1.jsonl", (series, _header, told) => void seen.push({ series, told }));
  const lines = text.split("\n");
  const rest = lines.pop() ?? "";
  for (const line of lines) reader.line(line);
  if (rest !== "") reader.cut();
  reader.end();
  return seen;
}

test("what is read is what was written, of both versions", () => {
  fc.assert(
    fc.property(RUNS, (run) => {
      const old = read(written(run, HEADER));
      assert.deepEqual(
        old.map(({ series }) => series),
        run,
      );
      assert.deepEqual(
        read(written(run, MADE_HEADER)),
        run.map((series) => ({ series, told: toldOf(series) })),
      );
    }),
    { numRuns: 200 },
  );
});

const HARMS = fc.constantFrom("cut", "drop", "put", "swap");

test("no text that differs anywhere is read: each is refused with a code and a line", () => {
  fc.assert(
    fc.property(RUNS, fc.boolean(), fc.nat(), fc.nat(), HARMS, (run, isNew, where, what, harm) => {
      const text = written(run, isNew ? MADE_HEADER : HEADER);
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
