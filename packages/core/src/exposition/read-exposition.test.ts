import assert from "node:assert/strict";
import { test } from "node:test";
import type { Exposition, MetricFamily } from "./exposition.ts";
import { readExposition } from "./read-exposition.ts";

function family(page: Exposition, name: string): MetricFamily | undefined {
  return page.families.find((one) => one.name === name);
}

test("everything that a classic page says is read", () => {
  const text =
    "# HELP requests_total All \\\\ of\\nthem.\n# TYPE requests_total counter\n" +
    'requests_total{code="200",path="a\\"b\\\\c\\nd"} 12.5e1 1700000000000\nrequests_total{} 3\n';
  const page = readExposition(text, { atMs: 5, file: "a.prom" });
  assert.deepEqual(
    [page.format, page.file, page.atMs, page.contentType, page.faults],
    ["prometheus", "a.prom", 5, null, []],
  );
  assert.equal(page.sizeBytes, text.length);
  const [first, second] = family(page, "requests_total")?.samples ?? [];
  assert.deepEqual(
    [...(first?.labels ?? [])],
    [
      ["code", "200"],
      ["path", 'a"b\\c\nd'],
    ],
  );
  assert.deepEqual([first?.value, first?.timestampMs, first?.line], [125, 1_700_000_000_000, 3]);
  assert.deepEqual([second?.value, second?.labels.size, second?.timestampMs], [3, 0, null]);
  assert.deepEqual(
    [family(page, "requests_total")?.help, family(page, "requests_total")?.type],
    ["All \\ of\nthem.", "counter"],
  );
});

test("everything that an OpenMetrics page says is read", () => {
  const text =
    "# TYPE wait_seconds histogram\n# UNIT wait_seconds seconds\n# HELP wait_seconds Time.\n" +
    'wait_seconds_bucket{le="1.0"} 1 1700000000.5 # {trace_id="abc"} 0.7 1700000000.25\n' +
    'wait_seconds_bucket{le="+Inf"} 1\nwait_seconds_sum 0.7\nwait_seconds_count 1\nwait_seconds_created 1\n# EOF\n';
  const page = readExposition(new TextEncoder().encode(text), { atMs: 0 });
  assert.deepEqual([page.format, page.faults], ["openmetrics", []]);
  const wait = family(page, "wait_seconds");
  assert.deepEqual([wait?.type, wait?.unit, wait?.typeLine, wait?.line], ["histogram", "seconds", 1, 1]);
  assert.deepEqual(
    wait?.samples.map(({ suffix }) => suffix),
    ["_bucket", "_bucket", "_sum", "_count", "_created"],
  );
  const [bucket] = wait?.samples ?? [];
  assert.equal(bucket?.timestampMs, 1_700_000_000_500);
  assert.deepEqual(
    [bucket?.exemplar?.labels.get("trace_id"), bucket?.exemplar?.value, bucket?.exemplar?.timestampMs],
    ["abc", 0.7, 1_700_000_000_250],
  );
});

test("names in UTF-8 are taken quoted, as Prometheus 3 writes them", () => {
  const page = readExposition('# TYPE "http.ü" gauge\n{"http.ü","a.b"="1"} 2\n', { atMs: 0 });
  assert.deepEqual(page.faults, []);
  const [sample] = family(page, "http.ü")?.samples ?? [];
  assert.deepEqual([sample?.name, sample?.labels.get("a.b"), sample?.value], ["http.ü", "1", 2]);
});

test("reading goes on behind what is broken", () => {
  const page = readExposition('# TYPE a gauge\na one\na 1\na{\na{b="2"} 2\n', { atMs: 0 });
  assert.deepEqual(
    page.faults.map(({ line }) => line),
    [2, 4],
  );
  assert.deepEqual(
    family(page, "a")?.samples.map(({ value }) => value),
    [1, 2],
  );
});

test("samples before their TYPE are still its samples", () => {
  const page = readExposition('h_bucket{le="+Inf"} 1\nh_sum 1\nh_count 1\n# TYPE h histogram\n', { atMs: 0 });
  assert.equal(page.families.length, 1);
  assert.deepEqual(
    page.families[0]?.samples.map(({ suffix }) => suffix),
    ["_bucket", "_sum", "_count"],
  );
});

test("a broken sequence of bytes is told where it stands, whatever stands before", () => {
  const bytes = Uint8Array.from([0x23, 0x20, 0xc3, 0xa9, 0x0a, 0x61, 0x7b, 0xc3, 0x28, 0x0a]);
  const [fault] = readExposition(bytes, { atMs: 0 }).faults;
  assert.deepEqual([fault?.code, fault?.line, fault?.column], ["not-utf8", 2, 3]);
});

test("labels that objects have of themselves are labels like any other", () => {
  const page = readExposition('a{constructor="1",toString="2"} 1\n', { atMs: 0 });
  assert.equal(page.families[0]?.samples[0]?.labels.get("constructor"), "1");
  assert.equal(page.families[0]?.samples[0]?.labels.get("valueOf"), undefined);
});

test("a page beyond a limit is read up to there", () => {
  const lines = Array.from({ length: 10 }, (_, index) => `a_${index} 1\n`).join("");
  const page = readExposition(lines, { atMs: 0, limits: { familiesMax: 3 } });
  assert.equal(page.families.length, 4);
  assert.deepEqual(
    page.faults.map(({ code }) => code),
    ["too-large"],
  );
});

test("a page that is part of a larger text is told by the lines of that", () => {
  const bytes = Uint8Array.from([0x61, 0x20, 0x31, 0x0a, 0x62, 0xff, 0x20, 0x31, 0x0a]);
  const page = readExposition(bytes, { atMs: 0, linesBefore: 10 });
  assert.equal(page.families[0]?.line, 11);
  assert.deepEqual(
    page.faults.map(({ code, line }) => [code, line]),
    [
      ["bad-name", 12],
      ["not-utf8", 12],
    ],
  );
});
