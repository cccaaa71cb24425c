import assert from "node:assert/strict";
import { test } from "node:test";
import type { LoadFormat } from "./format.ts";
import { LOAD_HEAD_SIZE_BYTES } from "./format.ts";
import { edited, fixture, read, READERS, refusal } from "./testing.test.ts";

/** The formats that a beginning looks like. */
const formats = (head: string): readonly LoadFormat[] =>
  Object.values(READERS)
    .filter((reader) => reader.looksLike(head))
    .map(({ format }) => format);

test("one line, or two, tell what a text is", () => {
  const cases: readonly (readonly [head: string, format: LoadFormat])[] = [
    ["Running 30s test @ https://host/\n", "wrk"],
    ["\n\nRunning 2m test @ http://host:80/a?b", "wrk"],
    ["This is ApacheBench, Version 2.4-dev <$Revision: 1 $>\n", "ab"],
    ["\nSummary:\n  Total:\t1.0 secs\n", "hey"],
    ["Summary:\r\n  Total:\t1.0 secs\r\n", "hey"],
    ["Type,Name,Request Count,Failure Count,Median Response Time", "locust-stats"],
    ['"Type","Name","Request Count","Failure Count","Median Response Time"', "locust-stats"],
    ["Timestamp,User Count,Type,Name,Requests/s", "locust-history"],
    ['"Timestamp","User Count","Type","Name","Requests/s"', "locust-history"],
    ['{"sampleInt": 1000, "latency": {"p97_5" : 3}}', "autocannon"],
  ];
  for (const [head, format] of cases) assert.deepEqual(formats(head), [format], head);
});

test("what only comes near one is nobody's", () => {
  for (const head of [
    "running 30s test @ https://host/",
    "Running 30 s test @ https://host/",
    "Running 30s test @ ",
    "> Running 30s test @ https://host/",
    "This is ApacheBench",
    "Summary:\n  Count:\t10\n  Total:\t1.0 s\n",
    "Name,Type,Request Count,Failure Count,",
    "Type;Name;Request Count;Failure Count;",
    "Timestamp,User Count,Type\n",
    '[{"sampleInt": 1000, "latency": {"p97_5": 3}}]',
    '{"sampleInt": 1000, "latency": {"p97": 3}}',
    '{"latency": {"p97_5": 3}}',
  ])
    assert.deepEqual(formats(head), [], head);
});

test("a file's name tells nothing, and what comes late is not looked for", () => {
  const late = edited("autocannon/ok.json", ["{", `{"title":"${"x".repeat(LOAD_HEAD_SIZE_BYTES)}",`]);
  assert.equal(refusal(late), "HP-READ-NOT-THE-FORMAT 1:1");
  const early = edited("autocannon/ok.json", ["{", `{"title":"${"x".repeat(10_000)}",`]);
  assert.equal(read(early).format, "autocannon");
});

test("a result within another file's bytes is read alone", () => {
  const sound = fixture("wrk/plain.txt");
  const padded = Buffer.concat([Buffer.from("junk"), sound, Buffer.from("junk")]);
  assert.deepEqual(read(padded.subarray(4, 4 + sound.length)), read(sound));
});

test("every format but those with a measure of arrivals is trusted no further than its clock", () => {
  const trust = (name: string): string => read(fixture(name)).body.trust;
  for (const name of ["ab/ok.txt", "autocannon/ok.json", "hey/ok.txt", "hey-csv/flaky.csv", "wrk/plain.txt"])
    assert.equal(trust(name), "closed-service-only", name);
  for (const name of ["locust/run_stats.csv", "locust/run_stats_history.csv"])
    assert.equal(trust(name), "closed-service-only", name);
  assert.equal(trust("hlog/own.hlog"), "unknown");
});
