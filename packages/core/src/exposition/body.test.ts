import assert from "node:assert/strict";
import { test } from "node:test";
import { EXPOSITION_FAMILIES_MAX } from "../evidence/exposition.ts";
import { expositionBody } from "./body.ts";
import { readExposition } from "./read-exposition.ts";

const COUNTER = "# HELP a_total A.\n# TYPE a_total counter\n";

test("a body says what each scrape had, and each family as it was at last with the most series it ever had", () => {
  const first = readExposition(`${COUNTER}a_total{b="1"} 1\na_total{b="2"} 1\nold 1\n`, { atMs: 1, file: "1.prom" });
  const second = readExposition(`${COUNTER}a_total{b="1"} 2\nprocess_start_time_seconds 5\n`, { atMs: 2 });
  const body = expositionBody({
    source: "api",
    scrapes: [first, second],
    wanted: ["a_total", "old", "nothing", "process_start_time_seconds"],
  });
  assert.deepEqual(body.scrapes, [
    { file: "1.prom", atMs: 1, samples: 3, families: 2, processStartS: null },
    { file: null, atMs: 2, samples: 2, families: 2, processStartS: 5 },
  ]);
  const told = body.families.map(({ name, type, help, series }) => [name, type, help, series]);
  assert.deepEqual(told, [
    ["a_total", "counter", true, 2],
    ["old", "untyped", false, 1],
    ["process_start_time_seconds", "untyped", false, 1],
  ]);
  assert.deepEqual(
    body.wanted.map(({ found }) => found),
    [true, false, false, true],
  );
  assert.deepEqual([...new Set(body.problems.map(({ code }) => code))], ["sample-without-family", "series-vanished"]);
  assert.deepEqual([body.problemsLeftOut, body.familiesLeftOut], [0, 0]);
});

test("a family that only has its comments is not there; in OpenMetrics a counter is found by both its names", () => {
  const page = readExposition("# HELP a A.\n# TYPE a counter\na_total 1\n# HELP b B.\n# TYPE b gauge\n# EOF\n", {
    atMs: 0,
  });
  const { wanted } = expositionBody({ source: "x", scrapes: [page], wanted: ["a", "a_total", "b"] });
  assert.deepEqual(
    wanted.map(({ found }) => found),
    [true, true, false],
  );
});

test("the content type is known where every scrape has one", () => {
  const typed = readExposition("a 1\n", { atMs: 0, contentType: "text/plain" });
  const untyped = readExposition("a 1\n", { atMs: 0 });
  const type = (...scrapes: readonly (typeof typed)[]): string | null =>
    expositionBody({ source: "x", scrapes, wanted: [] }).contentType;
  assert.deepEqual([type(typed, typed), type(untyped, typed), type(typed, untyped)], ["text/plain", null, null]);
});

test("the largest families are listed, the others counted", () => {
  const lines = Array.from({ length: EXPOSITION_FAMILIES_MAX + 5 }, (_, index) => `a_${index} 1\n`).join("");
  const page = readExposition(`${lines}big{a="1"} 1\nbig{a="2"} 1\n`, { atMs: 0 });
  const { families, familiesLeftOut } = expositionBody({ source: "x", scrapes: [page], wanted: [] });
  assert.deepEqual([families.length, familiesLeftOut, families[0]?.name], [EXPOSITION_FAMILIES_MAX, 6, "big"]);
});

test("without a scrape there is no body", () => {
  assert.throws(() => expositionBody({ source: "x", scrapes: [], wanted: [] }), RangeError);
});
