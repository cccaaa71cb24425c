import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { canonicalize } from "@holdpoint/core";
import { harm, readOrRefuse, seededRandom } from "@holdpoint/testkit";
import fc from "fast-check";
import type { ReadTests } from "./read-report.ts";
import type { Fixture } from "./testing.test.ts";
import { FIXTURES, readAs } from "./testing.test.ts";

const OWN = FIXTURES.filter(({ format }) => format !== "junit");
const read = ({ format }: Fixture, bytes: Uint8Array): ReadTests | null => readOrRefuse(() => readAs(format, bytes));

test("a report cut off at any byte is refused, tells a mismatch, or has lost no test", () => {
  let refused = 0;
  for (const one of OWN) {
    const whole = read(one, one.bytes);
    assert.ok(whole);
    for (let end = 0; end < one.bytes.length; end += one.bytes.length < 4_000 ? 1 : 7) {
      const cut = read(one, one.bytes.subarray(0, end));
      if (cut === null) {
        refused += 1;
        continue;
      }
      // The events of go have no sign of the end but that of each package.
      const isPackage = one.format === "go-test" && cut.report.suites > 0;
      const isWhole = cut.cases.length === whole.cases.length;
      assert.ok(isWhole || isPackage || cut.mismatches.length > 0 || bailsOut(one), `${one.name} cut at ${end}`);
    }
  }
  assert.ok(refused > 10_000, `${refused}`);
});

/** `1..3` before, and cut off behind the reason. */
function bailsOut({ name }: Fixture): boolean {
  return name === "bail-out.tap";
}

test("a harmed report is refused or read, in canonical form, whatever was done to it", () => {
  let refused = 0;
  let accepted = 0;
  fc.assert(
    fc.property(fc.constantFrom(...OWN), fc.nat(), (one, seed) => {
      const found = read(one, harm(one.bytes, seededRandom(seed)));
      if (found === null) {
        refused += 1;
        return;
      }
      accepted += 1;
      canonicalize(found as unknown as Json);
      assert.equal(found.report.cases, found.cases.length);
    }),
    { numRuns: 4_000 },
  );
  assert.ok(refused > 500 && accepted > 50, `${refused} refused, ${accepted} accepted`);
});

test("bombs, nesting and very long lines end soon", () => {
  const at = (format: Fixture["format"], source: string): ReadTests | null =>
    readOrRefuse(() => readAs(format, Buffer.from(source)));
  assert.equal(at("nunit", `<test-run>${"<test-suite>".repeat(200_000)}`), null);
  assert.equal(at("ctrf", `{"results":${"[".repeat(200_000)}`), null);
  const lines = Array.from({ length: 400 }, (_, depth) => `${" ".repeat(4 * depth)}ok 1 - deep`).join("\n");
  assert.equal(at("tap", `TAP version 14\n${lines}\n1..1\n`), null);
  const deep = '{"type":"test:start","data":{"nesting":9007199254740991,"name":"a"}}\n';
  assert.equal(at("node-test", deep), null);
  const long = "x".repeat(20_000_000);
  assert.equal(at("tap", `1..1\nok 1 - ${long}\n`), null);
  const loud = `{"Action":"output","Package":"p","Test":"T","Output":"${long}"}\n`;
  const ends = '{"Action":"fail","Package":"p","Test":"T"}\n{"Action":"fail","Package":"p"}\n';
  assert.equal(at("go-test", loud + ends)?.cases[0]?.message?.length, 2_000);
});
