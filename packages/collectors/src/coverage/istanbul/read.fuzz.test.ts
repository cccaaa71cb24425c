import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { harm, readOrRefuse, seededRandom } from "@holdpoint/testkit";
import { Interner } from "../counts/interner.ts";
import { countLineHits } from "../counts/line-hits.ts";
import type { ReadCoverage } from "../read-report.ts";
import { readWhole } from "../read-report.ts";
import { istanbul } from "./format.ts";

const FOLDER = new URL("./fixtures/", import.meta.url);
const SOUND = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => readFileSync(new URL(name, FOLDER)));

const read = (bytes: Uint8Array): ReadCoverage | null =>
  readOrRefuse(() => readWhole(istanbul, bytes, { file: "a.json", interner: new Interner() }));

test("a report cut off at any byte is refused", () => {
  let cuts = 0;
  for (const sound of SOUND) {
    for (let end = 0; end < sound.lastIndexOf("}"); end += 3) {
      assert.equal(read(sound.subarray(0, end)), null, `${end} of ${sound.length}`);
      cuts += 1;
    }
  }
  assert.ok(cuts > 2_000, `${cuts} cuts`);
});

test("a harmed report is refused or read, nothing else", () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.constantFrom(...SOUND), fc.nat(), (sound, seed) => {
      const bytes = harm(sound, seededRandom(seed));
      if (read(bytes) === null) refused += 1;
    }),
    { numRuns: 2_000 },
  );
  assert.ok(refused > 500, `${refused} refused`);
});

test("any JSON in the place of any part is refused or read, nothing else", () => {
  const sound = JSON.parse(SOUND[0]?.toString() ?? "") as Record<string, Record<string, unknown>>;
  const [path = ""] = Object.keys(sound);
  const parts = Object.keys(sound[path] ?? {});
  let accepted = 0;
  fc.assert(
    fc.property(fc.constantFrom(...parts), fc.jsonValue(), (part, value) => {
      const report = read(Buffer.from(JSON.stringify({ [path]: { ...sound[path], [part]: value } })));
      if (report === null) return;
      accepted += 1;
      const lines = report.files.get(path)?.lines;
      assert.ok(lines && countLineHits(lines).covered <= lines.length);
    }),
    { numRuns: 2_000 },
  );
  assert.ok(accepted > 0);
});
