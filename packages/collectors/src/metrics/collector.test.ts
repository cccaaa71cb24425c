import assert from "node:assert/strict";
import { utimesSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Collected, ExpositionBody, MetricsConfig } from "@holdpoint/core";
import { sha256Hex } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { collectContext } from "../testing.ts";
import { metricsCollector } from "./collector.ts";

const page = (value: number): string => `# HELP a_total A.\n# TYPE a_total counter\na_total ${value}\n`;

async function collect(
  root: string,
  ...config: readonly Partial<MetricsConfig>[]
): Promise<readonly Collected<ExpositionBody>[]> {
  const whole = config.map((one) => ({ id: "api", files: ["m/*.prom"], wanted: [], ...one }));
  return (await metricsCollector.collect(collectContext(root, whole))) as readonly Collected<ExpositionBody>[];
}

test("a service is one piece of evidence out of its scrapes, in the order of their names", async (context) => {
  const root = scratch(context, { "m/p-10.prom": page(3), "m/p-9.prom": page(2), "m/other.txt": "no" });
  for (const [name, at] of [
    ["m/p-9.prom", 1_700_000_000],
    ["m/p-10.prom", 1_700_000_015],
  ] as const) {
    utimesSync(join(root, name), at, at);
  }
  const [only, ...others] = await collect(root, { wanted: ["a_total", "b_total"] });
  assert.deepEqual(others, []);
  assert.deepEqual(
    only?.body.scrapes.map(({ file, atMs }) => [file, atMs]),
    [
      ["m/p-9.prom", 1_700_000_000_000],
      ["m/p-10.prom", 1_700_000_015_000],
    ],
  );
  assert.deepEqual(only.body.problems, []);
  assert.deepEqual(only.body.wanted, [
    { family: "a_total", found: true },
    { family: "b_total", found: false },
  ]);
  assert.deepEqual([only.provenance, only.samples, only.body.source], ["imported", 2, "api"]);
  assert.deepEqual(only.inputs, [
    { name: "m/p-10.prom", sha256: sha256Hex(page(3)) },
    { name: "m/p-9.prom", sha256: sha256Hex(page(2)) },
  ]);
  assert.equal(only.startedAtMs, 1_700_000_000_000);
});

test("a stored head gives the content type, and problems keep the lines of the file", async (context) => {
  const head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
  const root = scratch(context, { "m/1.prom": `${head}${page(-1)}` });
  const [only] = await collect(root, {});
  assert.equal(only?.body.contentType, "text/html");
  assert.deepEqual(
    only.body.problems.map(({ code, line }) => [code, line]),
    [
      ["negative-counter", 6],
      ["wrong-content-type", null],
    ],
  );
});

test("services are apart", async (context) => {
  const root = scratch(context, { "m/a.prom": page(3), "m/b.prom": page(2) });
  const both = await collect(root, { id: "a", files: ["m/a.prom"] }, { id: "b", files: ["m/b.prom"] });
  assert.deepEqual(
    both.map(({ body }) => [body.source, body.problems.length]),
    [
      ["a", 0],
      ["b", 0],
    ],
  );
});

test("an empty file is a piece of evidence without samples, which is never a pass", async (context) => {
  const root = scratch(context, { "m/a.prom": "# EOF\n" });
  const [only] = await collect(root, {});
  assert.deepEqual([only?.samples, only?.body.problems.map(({ code }) => code)], [0, ["no-samples"]]);
});

test("no file, and more than can be compared, are told", async (context) => {
  const root = scratch(context, { "n/a.prom": page(1) });
  await assert.rejects(collect(root, {}), { code: "HP-READ-ABSENT" });
  const many = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`m/${index}.prom`, page(index)]));
  await assert.rejects(collect(scratch(context, many), {}), { code: "HP-READ-TOO-LARGE", message: /101 files/ });
});
