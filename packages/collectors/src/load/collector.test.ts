import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Collected, LoadBody, LoadConfig } from "@holdpoint/core";
import { NOTHING_SAID } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { Ajv2020 } from "ajv/dist/2020.js";
import { collectContext } from "../testing.ts";
import { loadCollector } from "./collector.ts";
import { fixture, READABLE, read } from "./testing.test.ts";

const SCHEMA = new URL("../../../core/schemas/load-body.v1.json", import.meta.url);

const files = (id: string, ...globs: readonly string[]): LoadConfig => {
  return { id, from: { kind: "files", files: globs, objectives: [], made: NOTHING_SAID } };
};

async function collect(root: string, ...loads: readonly LoadConfig[]): Promise<readonly Collected<LoadBody>[]> {
  const context = collectContext(root, { loads, gateway: null });
  return (await loadCollector.collect(context)) as readonly Collected<LoadBody>[];
}

test("each load of files is a piece of evidence; one that is run is not this collector's", async (context) => {
  const root = scratch(context, { "out/wrk.txt": fixture("wrk/latency.txt").toString() });
  const run = { id: "own", from: { kind: "run" } } as unknown as LoadConfig;
  assert.deepEqual(await collect(root, run), []);
  const [only, ...others] = await collect(root, run, files("api", "out/*.txt"));
  assert.ok(only);
  assert.equal(others.length, 0);
  assert.deepEqual(
    [only.kind, only.provenance, only.producer, only.samples],
    ["load", "imported", { name: "wrk", version: "unknown" }, 7015],
  );
  assert.deepEqual(
    only.inputs.map(({ name }) => name),
    ["out/wrk.txt"],
  );
  assert.equal(only.body.id, "api");
});

test("several runs of a load are named by their files, Locust's two files are one run", async (context) => {
  const root = scratch(context, {
    "out/a.txt": fixture("wrk/latency.txt").toString(),
    "out/b.txt": fixture("hey/flaky.txt").toString(),
    "l/x_stats.csv": fixture("locust/run_stats.csv").toString(),
    "l/x_stats_history.csv": fixture("locust/run_stats_history.csv").toString(),
  });
  const found = await collect(root, files("api", "out/*.txt"), files("shop", "l/*.csv"));
  assert.deepEqual(
    found.map(({ body, inputs }) => [body.id, inputs.length, body.windows.length]),
    [
      ["api/out/a.txt", 1, 0],
      ["api/out/b.txt", 1, 0],
      ["shop", 2, 11],
    ],
  );
});

test("a target that was down is invalid; what is absent, empty or no result fails the gathering", async (context) => {
  const root = scratch(context, { "down.txt": fixture("hey/down.txt").toString(), empty: "", "page.html": "<html>\n" });
  const [down] = await collect(root, files("api", "down.txt"));
  assert.deepEqual([down?.samples, down?.body.validity], [20, "invalid"]);
  await assert.rejects(collect(root, files("api", "none/*.txt")), { code: "HP-READ-ABSENT" });
  await assert.rejects(collect(root, files("api", "empty")), { code: "HP-READ-EMPTY" });
  await assert.rejects(collect(root, files("api", "page.html")), {
    code: "HP-READ-NOT-THE-FORMAT",
    place: { file: "page.html", line: 1, column: 1 },
  });
});

test("more files than are read is no shorter list", async (context) => {
  const many = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`out/${index}.txt`, "x"]));
  await assert.rejects(collect(scratch(context, many), files("api", "out/*.txt")), { code: "HP-READ-TOO-LARGE" });
});

test("every imported body is what its published schema says", () => {
  const schema = JSON.parse(readFileSync(SCHEMA, "utf8")) as object;
  const validate = new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
  for (const { bytes, name } of READABLE) {
    const { body } = read(bytes);
    assert.ok(validate(body), `${name}: ${JSON.stringify(validate.errors)}`);
    assert.ok(!validate({ ...body, another: 1 }), "the schema is closed");
  }
});
