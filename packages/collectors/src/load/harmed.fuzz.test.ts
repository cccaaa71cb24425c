import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, LoadBody } from "@holdpoint/core";
import { canonicalize } from "@holdpoint/core";
import { harm, readOrRefuse, seededRandom } from "@holdpoint/testkit";
import fc from "fast-check";
import type { ReadLoad } from "./format.ts";
import { READABLE, read } from "./testing.test.ts";

const tryRead = (bytes: Uint8Array): ReadLoad | null => readOrRefuse(() => read(bytes));

/** Formats without a closing line: what was cut off between two lines cannot be told. */
const OPEN_ENDED: ReadonlySet<string> = new Set([
  "k6-json",
  "k6-csv",
  "gatling-log",
  "locust-history",
  "hey-csv",
  "hlog",
]);

test("results cut off at any byte are refused, invalid, or whole", () => {
  let [refused, invalid] = [0, 0];
  for (const { name, bytes } of READABLE) {
    const sound = read(bytes);
    for (let end = 0; end < bytes.length; end += bytes.length < 3_000 ? 1 : 29) {
      const cut = tryRead(bytes.subarray(0, end));
      if (cut === null) refused += 1;
      else if (cut.body.validity === "invalid") invalid += 1;
      else if (OPEN_ENDED.has(cut.format)) assert.ok(bytes[end - 1] === 10, `${name} cut at ${end}, within a line`);
      else assert.deepEqual(figures(cut.body), figures(sound.body), `${name} cut at ${end}`);
    }
  }
  assert.ok(refused > 10_000, `${refused} refused, ${invalid} invalid`);
});

function figures({ sent, completed, failed, service, series }: LoadBody): unknown {
  return [sent, completed, failed, service, series[0]?.told];
}

test("harmed results are refused, invalid, or sound figures in canonical form", () => {
  let [refused, accepted] = [0, 0];
  fc.assert(
    fc.property(fc.constantFrom(...READABLE), fc.nat(), (one, seed) => {
      const found = tryRead(harm(one.bytes, seededRandom(seed)));
      if (found === null) {
        refused += 1;
        return;
      }
      accepted += 1;
      const { body } = found;
      canonicalize(body as unknown as Json);
      assert.equal(body.validity === "invalid", body.reasons.length > 0);
      for (const count of [body.sent, body.completed, body.failed, body.dropped])
        assert.ok(Number.isSafeInteger(count) && count >= 0, `${one.name}: ${count}`);
      if (body.validity === "invalid") return;
      assert.ok(body.completed > 0 && body.completed + body.failed <= body.sent, one.name);
      assert.ok(body.durationMs > 0 && Number.isFinite(body.durationMs), one.name);
      assert.ok((body.service ?? body.series[0]?.told ?? null) !== null, one.name);
      const kinds = body.failures.reduce((sum, { count }) => sum + count, 0);
      assert.ok(kinds <= body.failed, `${one.name}: ${kinds} of ${body.failed}`);
    }),
    { numRuns: 6_000 },
  );
  assert.ok(refused > 1_000 && accepted > 100, `${refused} refused, ${accepted} accepted`);
});

/** Formats that say a count twice: one digit of it cannot be changed alone. */
const CROSS_CHECKED: readonly string[] = [
  "artillery/version-2.json",
  "autocannon/flaky.json",
  "gatling/stats.json",
  "hey/flaky.txt",
  "holdpoint/run.json",
  "k6/summary-export.json",
  "k6/handle-summary.json",
  "k6/points.jsonl",
  "locust/run_stats.csv",
  "vegeta/report.json",
];

test("no single digit turns failures into none", () => {
  let tried = 0;
  for (const { name, bytes } of READABLE.filter((one) => CROSS_CHECKED.includes(one.name))) {
    const { failed } = read(bytes).body;
    assert.ok(failed > 0, name);
    for (const [at, byte] of bytes.entries()) {
      if (byte < 0x30 || byte > 0x39 || (bytes.length > 4_000 && at % 7 !== 0)) continue;
      const harmed = Buffer.from(bytes);
      harmed[at] = byte === 0x30 ? 0x31 : 0x30;
      const found = tryRead(harmed);
      tried += 1;
      if (found === null || found.body.validity === "invalid") continue;
      assert.ok(found.body.failed > 0, `${name}: ${found.body.failed} failed after a change at ${at}`);
    }
  }
  assert.ok(tried > 1_000, `${tried}`);
});
