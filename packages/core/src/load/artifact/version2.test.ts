import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { runSecond } from "@holdpoint/testkit";
import { artifactHeader, MADE, secondOf } from "../run/testing-artifact.ts";
import { RunTally } from "../run/run-tally.ts";
import { ArtifactLines } from "./artifact-lines.ts";
import type { RunRan } from "./header.ts";
import { LoadArtifactReader } from "./read-artifact.ts";
import type { ToldSecond } from "./read-told.ts";

const RAN: RunRan = { durationMs: 10_000, queue: { max: 1, waited: 2 }, retried: 0, cpuS: 1.5 };
const SECONDS = [secondOf(0, 5), secondOf(1, 6, true), runSecond(2, secondOf(2, 7).series, { started: 100 })];

type Line = { [key: string]: unknown };

/** An artifact in which one line is another one, with a digest that fits. */
function lines(change: (line: Line, at: number) => void = () => undefined): string[] {
  const header = structuredClone(artifactHeader({ made: MADE })) as unknown as Line;
  change(header, 0);
  const writer = new ArtifactLines(header as never);
  const tally = new RunTally(1);
  const written = [writer.header()];
  for (const second of SECONDS) {
    tally.take(second);
    written.push(writer.second(second));
  }
  const end = { seconds: 3, totals: tally.totals, validity: "valid", reasons: [], ran: structuredClone(RAN) };
  change(end, 4);
  return [...written, writer.end(end as never)];
}

function read(written: readonly string[]): { readonly told: ToldSecond[]; readonly ran: RunRan | undefined } {
  const told: ToldSecond[] = [];
  const reader = new LoadArtifactReader("load-1.jsonl", (_seconds, _header, besides) => void told.push(besides));
  for (const line of written) reader.line(line.trimEnd());
  return { told, ran: reader.end().ran };
}

const refusal = (written: readonly string[]): string => {
  try {
    read(written);
  } catch (thrown) {
    const { code, place, message } = thrown as Error & { code: string; place: { line: number } };
    return `${code} ${place.line} ${message}`;
  }
  return "read";
};

/** Puts a value where a path of names leads. */
const put =
  (at: number, path: string, value: unknown) =>
  (line: Line, index: number): void => {
    if (index !== at) return;
    const names = path.split(".");
    const holder = names.slice(0, -1).reduce<Line>((held, name) => held[name] as Line, line);
    const last = names.at(-1) ?? "";
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  };

describe("an artifact of version 2", () => {
  test("tells of each second what started, what failed and what the checks said", () => {
    const { told, ran } = read(lines());
    const sound = SECONDS.map(({ started, failures, checksPassed, checksFailed }) => {
      return { started, failures, checksPassed, checksFailed };
    });
    assert.deepEqual([told, ran], [sound, RAN]);
  });

  test("names its checks once, and leaves out what did not happen", () => {
    const second = (at: number): Line => JSON.parse(lines()[at + 1] ?? "") as Line;
    assert.deepEqual(second(1)["checks"], [[0, 94, 6]]);
    assert.deepEqual(Object.keys(second(2)), ["second", "series"]);
    const writer = new ArtifactLines(artifactHeader({ made: MADE }));
    assert.throws(() => writer.second(runSecond(0, [], { checksFailed: [["other", 1]] })), RangeError);
  });

  test("is refused with its place when the header is of another form", () => {
    const cases: readonly (readonly [path: string, value: unknown, says: string])[] = [
      ["id", 7, "header.id must be a text"],
      ["startedAtMs", -1, "header.startedAtMs must be a number from 0"],
      ["startedAtMs", 9e15, "header.startedAtMs is no instant"],
      ["url", "ftp://h", "header.url must be an address of http, https, ws or wss without credentials"],
      ["url", "http://a:b@h/", "header.url must be an address of http, https, ws or wss without credentials"],
      ["planSha256", "ab", "header.planSha256 must be a SHA-256"],
      ["sentSha256", undefined, "header.sentSha256 must be a SHA-256"],
      ["workers", 1.5, "header.workers must be a count"],
      ["phases", {}, "header.phases must be a list"],
      ["phases.0.durationMs", "1", "header.phases[0].durationMs must be a number from 0"],
      ["series", [], "header.series must begin with the run"],
      ["series", [{ of: "host", name: "" }], "header.series[0].of must be one of run, phase, endpoint, tag"],
      ["series", Array.from({ length: 1001 }, () => ({ of: "run", name: "" })), "header.series has 1001 items"],
      ["made", undefined, "header.made must be an object"],
      ["made.synthetic", "no", "header.made.synthetic must be true or false"],
      ["made.seed", null, "header.made.seed must be a number"],
      ["made.windowS", 0, "header.made.windowS must be above 0"],
      ["made.objectives", [{ kind: "mean" }], "header.made.objectives[0].kind must be one of percentile, events"],
      ["made.objectives", [{ kind: "events", id: "a" }], "header.made.objectives[0].scope must be an object"],
      ["made.abort", [], "header.made.abort must be an object"],
      ["made.validity.lagP99Ms", null, "header.made.validity.lagP99Ms must be a number from 0"],
      ["made.checks", [...MADE.checks, 1], "header.made.checks[2] must be a text"],
    ];
    for (const [path, value, says] of cases) {
      assert.ok(refusal(lines(put(0, path, value))).startsWith(`HP-READ-SYNTAX 1 ${says}`), `${path}: ${says}`);
    }
    assert.match(refusal(lines(put(0, "schema", "holdpoint/load-artifact/v3"))), /^HP-READ-NOT-THE-FORMAT 1 /);
  });

  test("is refused when its end is of another form, or longer than its plan", () => {
    for (const [path, value, says] of [
      ["ran", undefined, "end.ran must be an object"],
      ["ran.queue.max", -1, "end.ran.queue.max must be a count"],
      ["ran.retried", 0.5, "end.ran.retried must be a count"],
      ["ran.cpuS", null, "end.ran.cpuS must be a number from 0"],
      ["ran.durationMs", 10_001, "end.ran says 10001 ms of a plan of 10000 ms"],
      ["seconds", "3", "end.seconds must be a count"],
      ["validity", "fine", "end.validity must be one of valid, invalid"],
      ["reasons", [{ code: "lag" }], "end.reasons[0].text must be a text"],
    ] as const) {
      assert.equal(refusal(lines(put(4, path, value))), `HP-READ-SYNTAX 5 ${says}`);
    }
  });

  test("is refused when a second tells what cannot be", () => {
    const second = (change: Line): string => {
      const [header = "", , line = ""] = lines();
      const first = lines()[1] ?? "";
      return refusal([header, first, JSON.stringify({ ...(JSON.parse(line) as Line), ...change })]);
    };
    for (const [change, says] of [
      [{ started: 101 }, "started is no count of what was sent"],
      [{ started: -1 }, "started is no count of what was sent"],
      [{ failures: { reset: 10 } }, "failures are no counts by kind"],
      [{ failures: [["reset"]] }, "failures are no counts by kind"],
      [{ failures: [["reset", 9]] }, "9 failures by kind of 10 that failed or were dropped"],
      [{ failures: [] }, "0 failures by kind of 10 that failed or were dropped"],
      [{ checks: 7 }, "checks are no list"],
      [{ checks: [[2, 1, 1]] }, "a check that the header does not name, or without counts"],
      [{ checks: [[0, 1]] }, "a check that the header does not name, or without counts"],
      [{ checks: [null] }, "a check that the header does not name, or without counts"],
    ] as const) {
      assert.equal(second(change), `HP-READ-SYNTAX 3 ${says}`);
    }
  });
});
