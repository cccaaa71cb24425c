import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { LoadBody } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { fakeHost, ran } from "../testing.ts";

const FIXTURES = new URL("../../../collectors/src/load/", import.meta.url);
const fixture = (name: string): string => readFileSync(new URL(name, FIXTURES), "utf8");
const FILES = {
  "artifact.jsonl": fixture("holdpoint/fixtures/artifact.jsonl"),
  "wrk.txt": fixture("wrk/fixtures/latency.txt"),
  "k6.jsonl": fixture("k6/fixtures/points.jsonl"),
  "artillery.json": fixture("artillery/fixtures/version-2.json"),
  "down.txt": fixture("hey/fixtures/down.txt"),
};

type Imported = Omit<LoadBody, "schema"> & {
  readonly outcome: string;
  readonly format: string;
  readonly code?: string;
  readonly detail?: string;
};

describe("load import judges what the file carries", () => {
  const cases: readonly (readonly [args: readonly string[], exit: number, outcomes: readonly string[], why: RegExp])[] =
    [
      [
        ["artifact.jsonl", "--slo", "rate >= 1/s", "--slo", "80% ok over 1s max 1"],
        3,
        ["inconclusive", "pass", "pass", "pass"],
        /p90/,
      ],
      [["artifact.jsonl", "--slo", "99% ok"], 1, ["inconclusive", "pass", "fail"], /18 of 200 requests were bad/],
      [["wrk.txt", "--slo", "99% ok"], 0, ["pass"], /0 of 7015 requests were bad/],
      [["wrk.txt", "--slo", "99% ok", "--slo", "p99 < 10s"], 3, ["pass", "inconclusive"], /wrk waited for an answer/],
      [["k6.jsonl", "--slo", "p50 < 900ms"], 3, ["inconclusive"], /does not say how requests arrived/],
      [["k6.jsonl", "--slo", "p50 < 900ms", "--model", "open"], 0, ["pass"], /by every request/],
      [["k6.jsonl", "--slo", "p50 < 900ms", "--model", "closed"], 3, ["inconclusive"], /closed model/],
      [["k6.jsonl", "--slo", "p50 < 1ms"], 1, ["fail"], /the limit is 1 ms/],
      [["artillery.json", "--slo", "p50 < 5s"], 0, ["pass"], /by what is printed/],
      [["artillery.json", "--slo", "p99 < 5s"], 3, ["inconclusive"], /p99 wants 1000 samples/],
      [["artillery.json", "--slo", "p50 < 5s over 3s"], 3, ["inconclusive"], /windows are of 10 s/],
      [["down.txt", "--slo", "10% ok"], 3, ["invalid"], /the run is invalid/],
    ];
  for (const [args, exit, outcomes, why] of cases) {
    test(args.join(" "), async (t) => {
      const done = await ran(fakeHost(scratch(t, FILES)), "load", "import", ...args, "--json");
      const body = JSON.parse(done.stdout) as Imported;
      assert.deepEqual(
        [done.exit, body.slo.map(({ outcome }) => outcome)],
        [exit, outcomes],
        done.stdout.slice(0, 2000),
      );
      assert.ok(
        body.slo.some(({ reason }) => why.test(reason)),
        JSON.stringify(body.slo.map(({ reason }) => reason)),
      );
      const text = await ran(fakeHost(scratch(t, FILES)), "load", "import", ...args);
      assert.equal(text.exit, exit);
      assert.match(text.stdout, /Objectives/);
    });
  }

  test("what is said of a run that it says otherwise is invalid, what it leaves open is filled in", async (t) => {
    const folder = scratch(t, FILES);
    const said = async (...args: readonly string[]): Promise<Imported> =>
      JSON.parse((await ran(fakeHost(folder), "load", "import", ...args, "--json")).stdout) as Imported;
    const other = await said("artifact.jsonl", "--url", "http://other.example");
    assert.deepEqual([other.outcome, other.reasons.map(({ code }) => code)], ["invalid", ["made-otherwise"]]);
    const filled = await said("k6.jsonl", "--url", "https://staging.example", "--rate", "10", "--model", "open");
    assert.deepEqual(
      [filled.outcome, filled.url, filled.target, filled.trust],
      ["valid", "https://staging.example", 10, "open-service-only"],
    );
  });

  test("a flag that cannot be is refused by its name, before the file is read", async (t) => {
    for (const [flag, value, text] of [
      ["--slo", "p99", /^--slo: the objective "p99" has nothing where <= must be/],
      ["--url", "ftp://a", /^--url is not of the right form/],
      ["--url", "http://a:b@c", /^--url is not of the right form/],
      ["--rate", "0", /^--rate must be > 0/],
    ] as const) {
      const done = await ran(fakeHost(scratch(t)), "load", "import", "gone.txt", flag, value, "--json");
      const body = JSON.parse(done.stdout) as Imported;
      assert.deepEqual([done.exit, body.code], [2, "HP-USAGE"], flag);
      assert.match(body.detail ?? "", text);
    }
  });
});
