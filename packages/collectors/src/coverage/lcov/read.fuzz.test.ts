import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { isHoldpointError } from "@holdpoint/core";
import { harm, readOrRefuse, seededRandom } from "@holdpoint/testkit";
import { Interner } from "../counts/interner.ts";
import { countLineHits } from "../counts/line-hits.ts";
import type { ReadCoverage } from "../read-report.ts";
import { readWhole } from "../read-report.ts";
import { readInPieces } from "../testing.ts";
import { lcov } from "./format.ts";

const FOLDER = new URL("./fixtures/", import.meta.url);
const SOUND = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".info"))
  .map((name) => readFileSync(new URL(name, FOLDER)));

const read = (bytes: Uint8Array): ReadCoverage | null =>
  readOrRefuse(() => readWhole(lcov, bytes, { file: "a.info", interner: new Interner() }));
const covered = (report: ReadCoverage): number =>
  [...report.files.values()].reduce((sum, { lines }) => sum + (lines === null ? 0 : countLineHits(lines).covered), 0);

test("a report cut off at any byte covers no line more than the whole", () => {
  let cuts = 0;
  for (const sound of SOUND) {
    const whole = read(sound);
    assert.ok(whole && covered(whole) > 0);
    for (let end = 0; end < sound.length; end += 1) {
      const report = read(sound.subarray(0, end));
      if (report !== null) assert.ok(covered(report) <= covered(whole) && report.files.size <= whole.files.size);
      cuts += 1;
    }
  }
  assert.ok(cuts > 2_000, `${cuts} cuts`);
});

test("a harmed report is refused or read, and never counts more covered lines than lines", () => {
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
      const hits = bytes.toString("latin1").match(/^DA:/gm)?.length ?? 0;
      assert.ok(covered(report) <= hits);
    }),
    { numRuns: 5_000 },
  );
  assert.ok(refused > 500 && accepted > 100, `${refused} refused, ${accepted} accepted`);
});

/** What is read, or what is refused and where. */
function outcome(run: () => ReadCoverage): unknown {
  try {
    return run();
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), String(thrown));
    return `${thrown.code} ${thrown.message} ${JSON.stringify(thrown.place)}`;
  }
}

test("where a harmed report is cut into pieces changes neither what is read nor what is refused", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SOUND),
      fc.nat(),
      fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 }),
      (sound, seed, sizes) => {
        const bytes = harm(sound, seededRandom(seed));
        const options = { file: "a.info", interner: new Interner(), keepHits: true };
        const whole = outcome(() => readWhole(lcov, bytes, options));
        assert.deepEqual(
          outcome(() => readInPieces(lcov, bytes, sizes, options)),
          whole,
        );
      },
    ),
    { numRuns: 3_000 },
  );
});

test("random bytes are refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const report = read(bytes);
      assert.ok(report === null || report.files.size === 0);
    }),
    { numRuns: 2_000 },
  );
});

test("very long lines and numbers end soon", () => {
  assert.equal(read(Buffer.from(`SF:${"a".repeat(20_000_000)}\nend_of_record\n`)), null);
  assert.equal(read(Buffer.from(`SF:a\nFN:1,${"a".repeat(20_000_000)}\nend_of_record\n`)), null);
  assert.equal(read(Buffer.from(`SF:a\nDA:1,${"9".repeat(20_000_000)}\nend_of_record\n`)), null);
  const long = read(Buffer.from(`SF:a\nDA:1,${"9".repeat(1_000_000)}\nend_of_record\n`));
  assert.equal(long === null ? -1 : covered(long), 1);
});
