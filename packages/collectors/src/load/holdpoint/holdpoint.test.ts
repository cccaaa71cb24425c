import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { codes, fixture, read, refusal } from "../testing.test.ts";

type Mutable = { [key: string]: unknown };
const sound = (): Mutable => JSON.parse(fixture("holdpoint/run.json").toString()) as Mutable;
const text = (change: (body: Mutable) => void): string => {
  const body = sound();
  change(body);
  return JSON.stringify(body);
};

test("what a run printed is read as it stands, without the paths of its machine", () => {
  const { outcome: _, artifact: _artifact, steadyState: _steady, ...body } = sound() as JsonObject;
  assert.deepEqual(read(fixture("holdpoint/run.json")).body, body);
  assert.ok(!Object.hasOwn(read(fixture("holdpoint/run.json")).body, "artifact"));
});

test("figures that are not those of the histograms are told", () => {
  const cases: readonly ((body: Mutable) => void)[] = [
    (body) => ((body["response"] as Mutable)["p99"] = 1),
    (body) => ((body["service"] as Mutable)["max"] = 1),
    (body) => (body["failed"] = 0),
    (body) => (body["completed"] = 80),
    (body) => (((body["series"] as Mutable[])[0] as Mutable)["failed"] = 0),
    (body) => ((((body["series"] as Mutable[])[0] as Mutable)["response"] as Mutable)["count"] = 7),
    (body) => (body["sent"] = 1),
  ];
  for (const change of cases) {
    const { body } = read(text(change));
    assert.equal(body.validity, "invalid", String(change));
    assert.ok(
      codes(body).every((code) => code === "totals-disagree"),
      String(change),
    );
  }
});

test("a run that was invalid stays so, one that ended nothing is no pass", () => {
  const invalid = read(
    text((body) => {
      body["validity"] = "invalid";
      body["reasons"] = [{ code: "lag", text: "late" }];
    }),
  ).body;
  assert.deepEqual([invalid.validity, codes(invalid)], ["invalid", ["lag"]]);
  assert.deepEqual(codes(read(text((body) => (body["validity"] = "invalid"))).body), ["reason-unsaid"]);
  const nothing = text((body) => {
    Object.assign(body, { completed: 0, failed: 0, response: null, service: null, series: [], windows: [] });
  });
  assert.deepEqual(codes(read(nothing).body), ["no-samples"]);
});

test("another form is refused, wherever it is", () => {
  const cases: readonly ((body: Mutable) => void)[] = [
    (body) => delete body["sent"],
    (body) => (body["extra"] = 1),
    (body) => (body["sent"] = -1),
    (body) => (body["sent"] = "80"),
    (body) => (body["trust"] = "full"),
    (body) => (body["response"] = []),
    (body) => delete (body["response"] as Mutable)["p95"],
    (body) => (((body["windows"] as Mutable[])[0] as Mutable)["lagMax"] = "1"),
    (body) => (body["windows"] = Array.from({ length: 601 }, () => (body["windows"] as unknown[])[0])),
    (body) => (body["slo"] = [{}]),
    (body) => ((body["terms"] as Mutable)["seed"] = "1"),
  ];
  for (const change of cases) assert.equal(refusal(text(change)), "HP-READ-SYNTAX -:-", String(change));
});
