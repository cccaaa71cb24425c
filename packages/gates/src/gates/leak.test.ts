import assert from "node:assert/strict";
import { test } from "node:test";
import { KIND } from "@holdpoint/core";
import type { ResourcesBody } from "@holdpoint/core";
import { resources, resourceSeries } from "../scenes/resources.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { leak } from "./leak.ts";

const judged = (changes: Partial<ResourcesBody> = {}): ReturnType<typeof judgeWhole> =>
  judgeWhole(leak, { bodies: { [KIND.resources]: [resources(changes)] } });

test("a service that holds on to nothing passes everything", () => {
  const result = judged();
  assert.equal(result.verdict, "PASS");
  assert.equal(ending(result, "pass").length, leak.checks.length);
});

test("a leak of one resource fails its check and no other", () => {
  const series = resources().series.map((one) => (one.resource === "heap" ? resourceSeries("heap", 4e7, 2e5) : one));
  const result = judged({ series });
  assert.equal(result.verdict, "FAIL");
  assert.deepEqual(ending(result, "fail"), ["heap-not-growing"]);
});

test("a program that is not ours tells memory and descriptors only", () => {
  const result = judged({ series: [resourceSeries("rss", 9e7), resourceSeries("descriptors", 40)] });
  assert.equal(result.verdict, "PASS");
  assert.deepEqual(ending(result, "not-applicable"), ["heap-not-growing", "handles-not-growing"]);
});

test("nothing read, nothing served, nothing tried: nothing is known", () => {
  for (const changes of [{ series: [] }, { requests: 0 }, { selfTest: null }, { steadyFromMs: 600_000 }]) {
    const result = judged(changes);
    assert.equal(result.verdict, "INCONCLUSIVE", JSON.stringify(changes));
    assert.ok(ending(result, "missing").length > 0);
  }
  assert.equal(judgeWhole(leak, { bodies: {} }).verdict, "INCONCLUSIVE");
});
