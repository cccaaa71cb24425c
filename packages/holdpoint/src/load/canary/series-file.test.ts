import assert from "node:assert/strict";
import { test } from "node:test";
import type { ErrorCode } from "@holdpoint/core";
import { isHoldpointError } from "@holdpoint/core";
import { readSeriesFile } from "./series-file.ts";

const read = (value: unknown): ReturnType<typeof readSeriesFile> => readSeriesFile(JSON.stringify(value), "s.json");

function refused(text: string, code: ErrorCode, message: RegExp): void {
  assert.throws(
    () => readSeriesFile(text, "s.json"),
    (thrown: Error) => {
      assert.ok(isHoldpointError(thrown), String(thrown));
      assert.deepEqual([thrown.code, thrown.place?.file], [code, "s.json"], thrown.message);
      assert.match(thrown.message, message);
      return true;
    },
  );
}

test("series by name, with times as seconds or instants, gaps and missing values", () => {
  const { names, series, kind } = read({
    latency: [
      [0, 1],
      [15, null],
      [30, 3],
      [60, 5],
    ],
    rate: [
      ["2026-01-05T00:00:00Z", 7],
      ["2026-01-05T00:00:01Z", 8],
    ],
    none: [],
  });
  assert.deepEqual([kind, names], ["series", ["latency", "rate", "none"]]);
  assert.deepEqual(series("latency"), { values: [1, null, 3, null, 5], stepMs: 15_000 });
  assert.deepEqual(series("rate"), { values: [7, 8], stepMs: 1000 });
  assert.deepEqual(series("none"), { values: [], stepMs: null });
  assert.equal(series("other"), null);
  assert.equal(series("__proto__"), null);
});

test("what Prometheus answers to query_range is read, NaN as missing", () => {
  const result = [
    {
      metric: { __name__: "up", job: "api", az: "b" },
      values: [
        [0, "1"],
        [15, "NaN"],
        [30, "0.5"],
      ],
    },
    {
      metric: {},
      values: [
        [0, "+Inf"],
        [15, ""],
      ],
    },
  ];
  const { names, series } = read({ status: "success", data: { resultType: "matrix", result } });
  assert.deepEqual(names, ['up{az="b",job="api"}', ""]);
  assert.deepEqual(series('up{az="b",job="api"}')?.values, [1, null, 0.5]);
  assert.deepEqual(series("")?.values, [null, null]);
});

test("an answer of Prometheus that is no matrix is refused", () => {
  const told = (value: unknown): string => JSON.stringify(value);
  refused(told({ status: "error", error: "parse" }), "HP-READ-NOT-THE-FORMAT", /answered "error": "parse"/);
  const vector = { status: "success", data: { resultType: "vector", result: [] } };
  refused(told(vector), "HP-READ-NOT-THE-FORMAT", /a matrix is wanted, .* not "vector"/);
  refused(told({ status: "success" }), "HP-READ-NOT-THE-FORMAT", /not null/);
  const matrix = (...result: unknown[]): string => told({ status: "success", data: { resultType: "matrix", result } });
  refused(matrix(null), "HP-READ-NOT-THE-FORMAT", /result 1 has no metric/);
  refused(matrix({ metric: {} }, { metric: {} }), "HP-READ-NOT-THE-FORMAT", /a list of \[time, value\]|twice/);
  refused(matrix({ metric: {}, values: [] }, { metric: {}, values: [] }), "HP-READ-NOT-THE-FORMAT", /stands twice/);
});

for (const [what, text, code, message] of [
  ["broken JSON", '{"a":[[0,1],[1,2]', "HP-READ-TRUNCATED", /./],
  ["a name twice", '{"a":[],"a":[]}', "HP-READ-DUPLICATE-KEY", /./],
  ["a list", "[]", "HP-READ-NOT-THE-FORMAT", /not an object/],
  ["a number", '{"a":1}', "HP-READ-NOT-THE-FORMAT", /"a": a list of/],
  ["plain numbers", '{"a":[1,2]}', "HP-READ-NOT-THE-FORMAT", /"a", entry 1: \[time, value\]/],
  ["three of them", '{"a":[[1,2,3]]}', "HP-READ-NOT-THE-FORMAT", /entry 1/],
  ["a time that is none", '{"a":[["noon",2]]}', "HP-READ-NOT-THE-FORMAT", /a time is seconds/],
  ["times that fall", '{"a":[[1,2],[2,2],[2,2]]}', "HP-READ-NOT-THE-FORMAT", /entry 3: times have to rise/],
  ["a text for a value", '{"a":[[1,"2"]]}', "HP-READ-NOT-THE-FORMAT", /a value is a number/],
  ["a gap without end", '{"a":[[1,2],[2,2],[3,2],[1e15,2]]}', "HP-READ-TOO-LARGE", /gaps included/],
] as const) {
  test(`${what} is refused with its place`, () => refused(text, code, message));
}

test("there are bounds", () => {
  const many = Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`m${at}`, []]));
  refused(JSON.stringify(many), "HP-READ-TOO-LARGE", /1001 metrics, at most 1000/);
});
