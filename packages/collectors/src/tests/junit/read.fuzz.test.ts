import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { canonicalize } from "@holdpoint/core";
import type { Json } from "@holdpoint/core";
import { harm, readOrRefuse, seededRandom } from "@holdpoint/testkit";
import type { ReadTests } from "../read-report.ts";
import { readJunit } from "./read.ts";

const FOLDER = new URL("./fixtures/", import.meta.url);
const SOUND = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".xml"))
  .map((name) => readFileSync(new URL(name, FOLDER)));

const read = (bytes: Uint8Array): ReadTests | null =>
  readOrRefuse(() => readJunit(bytes, { file: "a.xml", root: "/build/project" }));
const passed = (report: ReadTests): number => report.cases.filter(({ status }) => status === "passed").length;

test("a report cut off at any byte is refused, but for white space at its end", () => {
  assert.ok(SOUND.length > 10);
  let cuts = 0;
  for (const sound of SOUND.filter(({ length }) => length < 4_000)) {
    const last = sound.lastIndexOf(">");
    for (let end = 0; end < sound.length; end += 1) {
      const report = read(sound.subarray(0, end));
      assert.equal(report === null, end <= last, `${end} of ${sound.length}`);
      cuts += 1;
    }
  }
  assert.ok(cuts > 5_000, `${cuts} cuts`);
});

test("a harmed report is refused or read, in canonical form, whatever was done to it", () => {
  let refused = 0;
  let accepted = 0;
  fc.assert(
    fc.property(fc.constantFrom(...SOUND), fc.nat(), (sound, seed) => {
      const bytes = harm(sound, seededRandom(seed));
      const report = read(bytes);
      if (report === null) {
        refused += 1;
        return;
      }
      accepted += 1;
      canonicalize(report as unknown as Json);
      assert.ok(passed(report) <= report.report.cases);
    }),
    { numRuns: 3_000 },
  );
  assert.ok(refused > 500 && accepted > 50, `${refused} refused, ${accepted} accepted`);
});

test("random bytes and random markup never get past the reader as anything but a report", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => assert.equal(read(bytes), null)),
    { numRuns: 1_000 },
  );
  const piece = fc.constantFrom(
    "<testsuites>",
    "</testsuites>",
    "<testsuite name='a' tests='1'>",
    "</testsuite>",
    "<testcase name='t'>",
    "</testcase>",
    "<testcase name='t' time='1' status='run'/>",
    "<failure>",
    "</failure>",
    "<skipped/>",
    "<system-out>",
    "</system-out>",
    "text",
    "&lt;",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const report = read(Buffer.from(`<testsuites>${pieces.join("")}</testsuites>`));
      if (report !== null) assert.ok(report.cases.length <= pieces.length);
    }),
    { numRuns: 3_000 },
  );
});

test("bombs, nesting and very long lines end soon and without being held", () => {
  const lol = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join("");
  assert.equal(read(Buffer.from(`<!DOCTYPE t [<!ENTITY l0 "lol">${lol}]><testsuite name="&l9;"/>`)), null);
  assert.equal(read(Buffer.from("<testsuite>".repeat(500_000))), null);
  assert.equal(read(Buffer.from(`<testsuite ${"a".repeat(5_000_000)}`)), null);
  const long = read(
    Buffer.from(
      `<testsuite><testcase name="t"><system-out>${"x".repeat(30_000_000)}</system-out></testcase></testsuite>`,
    ),
  );
  assert.equal(long?.cases[0]?.message, null);
  const loud = read(
    Buffer.from(
      `<testsuite><testcase name="t"><failure>${"&amp;é".repeat(3_000_000)}</failure></testcase></testsuite>`,
    ),
  );
  assert.equal(loud?.cases[0]?.message?.length, 2_000);
});
