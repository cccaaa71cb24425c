import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadSecond as second, loadSlice as slice, runSecond as workerSecond } from "@holdpoint/testkit";
import type { LoadSecond } from "../second.ts";
import { ArtifactLines } from "./artifact-lines.ts";
import type { ArtifactHeader } from "./header.ts";
import { LoadArtifactReader } from "./read-artifact.ts";

const SERIES = [
  { of: "run", name: "" },
  { of: "phase", name: "steady" },
  { of: "endpoint", name: "home" },
  { of: "endpoint", name: "never" },
] as const;
const HEADER: ArtifactHeader = {
  schema: "holdpoint/load-artifact/v1",
  id: "load",
  startedAtMs: 1,
  url: "http://h",
  planSha256: "0".repeat(64),
  workers: 1,
  phases: [{ name: "steady", durationMs: 2000, arrival: "constant" }],
  series: SERIES,
};

function seconds(at: number, responses: readonly number[]): readonly LoadSecond[] {
  const [run, steady, home, never] = SERIES;
  return [
    second(at, responses, { series: run, queued: at, lag: slice(7) }),
    second(at, responses, { series: steady }),
    second(at, responses.slice(1), { series: home }),
    second(at, [], { series: never }),
  ];
}

const WRITTEN = [seconds(0, [1000, 250_000]), seconds(1, []), seconds(2, [77])];

const TOTALS = { due: 3, sent: 3, completed: 3, failed: 0, dropped: 0 };

type Closing = Parameters<ArtifactLines["end"]>[0];

function write(over: Partial<Closing> = {}): string[] {
  const lines = new ArtifactLines(HEADER);
  return [
    lines.header(),
    ...WRITTEN.map((series, at) => lines.second(workerSecond(at, series))),
    lines.end({ seconds: 3, totals: TOTALS, validity: "valid", reasons: [], ...over }),
  ];
}

function read(lines: readonly string[]): {
  readonly seen: (readonly LoadSecond[])[];
  readonly end: { seconds: number };
} {
  const seen: (readonly LoadSecond[])[] = [];
  const reader = new LoadArtifactReader("load-1.jsonl", (all) => void seen.push(all));
  for (const line of lines) reader.line(line.replace(/\n$/, ""));
  return { seen, end: reader.end() };
}

describe("the artifact of a run", () => {
  test("what is read is what was written, every series of every second", () => {
    const { seen, end } = read(write());
    assert.deepEqual(seen, WRITTEN);
    assert.equal(end.seconds, 3);
  });

  test("a series that is the run's again is written once, one in which nothing happened not at all", () => {
    const line = JSON.parse(write()[1] ?? "") as { series: Record<string, unknown>[] };
    assert.deepEqual(line.series[1], { of: 1, as: 0 });
    assert.equal(line.series.length, 3);
  });
});

describe("a file that is not whole", () => {
  const refused = (lines: readonly string[], code: string, line: number, message?: RegExp): void => {
    assert.throws(
      () => read(lines),
      (thrown: Error & { code?: string; place?: { line?: number; file?: string } }) => {
        assert.deepEqual(
          [thrown.code, thrown.place?.line, thrown.place?.file],
          [code, line, "load-1.jsonl"],
          thrown.message,
        );
        if (message !== undefined) assert.match(thrown.message, message);
        return true;
      },
    );
  };
  const lines = write();

  test("is truncated wherever it was cut: between lines, or within one", () => {
    for (let kept = 1; kept < lines.length; kept += 1) refused(lines.slice(0, kept), "HP-READ-TRUNCATED", kept);
    refused([...lines.slice(0, 3), (lines[3] ?? "").slice(0, 40)], "HP-READ-TRUNCATED", 4);
    refused([], "HP-READ-EMPTY", 1);
  });

  test("is refused with a figure changed, a second taken out, put in or moved", () => {
    const harmed = (at: number, change: (line: string) => string): string[] =>
      lines.map((line, index) => (index === at ? change(line) : line));
    refused(
      harmed(1, (line) => line.replace('"due":2', '"due":1')),
      "HP-READ-SYNTAX",
      5,
      /SHA-256/,
    );
    refused(
      harmed(1, (line) => line.replace('"completed":2', '"completed":1')),
      "HP-READ-SYNTAX",
      2,
      /response holds 2 times of 1 that ended/,
    );
    refused(
      harmed(4, (line) => line.replace('"valid"', '"invalid"')),
      "HP-READ-SYNTAX",
      5,
      /SHA-256/,
    );
    refused(
      harmed(0, (line) => line.replace("http://h", "http://x")),
      "HP-READ-SYNTAX",
      5,
      /SHA-256/,
    );
    refused(lines.toSpliced(2, 1), "HP-READ-SYNTAX", 3, /second 2 where 1 comes next/);
    refused(lines.toSpliced(2, 0, lines[1] ?? ""), "HP-READ-SYNTAX", 3, /second 0 where 1/);
    refused([...lines, lines[4] ?? ""], "HP-READ-SYNTAX", 6, /behind the closing one/);
  });

  test("is refused when its closing line is whole and says something else than the lines before it", () => {
    const reason = { code: "lag", text: "late" };
    for (const [over, message] of [
      [{ totals: { ...TOTALS, completed: 4 } }, /other completed/],
      [{ totals: { ...TOTALS, dropped: 1 } }, /other dropped/],
      [{ seconds: 4 }, /other seconds/],
      [{ totals: undefined }, /^end.totals must be an object$/],
      [{ reasons: [reason] }, /says valid with 1 reasons/],
      [{ validity: "invalid" }, /says invalid with 0 reasons/],
      [{ reasons: undefined }, /^end.reasons must be a list$/],
    ] as const) {
      refused(write(over as Partial<Closing>), "HP-READ-SYNTAX", 5, message);
    }
    assert.equal(read(write({ validity: "invalid", reasons: [reason] })).end.seconds, 3);
  });

  test("is refused when it is something else", () => {
    refused(['{"schema":"other"}'], "HP-READ-NOT-THE-FORMAT", 1);
    refused(["[]"], "HP-READ-NOT-THE-FORMAT", 1);
    refused(["<html>"], "HP-READ-NOT-THE-FORMAT", 1);
    refused([lines[0] ?? "", '{"second":0,"series":[{"of":9}]}'], "HP-READ-SYNTAX", 2, /no series 9/);
    refused([lines[0] ?? "", '{"second":0,"series":[{"of":0,"as":9}]}'], "HP-READ-SYNTAX", 2, /no series 9/);
    refused([lines[0] ?? "", '{"second":0,"series":[{"of":0,"sent":-1}]}'], "HP-READ-SYNTAX", 2, /sent is no count/);
    refused([lines[0] ?? "", '{"second":0}'], "HP-READ-SYNTAX", 2, /without its series/);
  });
});
