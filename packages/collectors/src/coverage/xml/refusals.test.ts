import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { clover } from "../clover/format.ts";
import { cobertura } from "../cobertura/format.ts";
import { jacoco } from "../jacoco/format.ts";
import { opencover } from "../opencover/format.ts";
import { mergeFileCounts } from "../counts/file-counts.ts";
import { countLineHits } from "../counts/line-hits.ts";
import { countPoints } from "../counts/points.ts";
import type { CoverageFormatReader } from "../read-report.ts";
import { readText, refusal } from "./testing.ts";

const FORMATS: readonly CoverageFormatReader[] = [cobertura, jacoco, clover, opencover];

/** Every fixture of a format. */
function fixtures({ format }: CoverageFormatReader): Buffer[] {
  const folder = new URL(`../${format}/fixtures/`, import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".xml"));
  return names.map((name) => readFileSync(new URL(name, folder)));
}

const OTHERS: readonly string[] = [
  "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head></html>",
  "<html><body>Sign in</body></html>",
  "<?xml version='1.0'?><testsuites><testsuite name='a' tests='1'/></testsuites>",
  "<?xml version='1.0'?><assemblies><assembly name='a'/></assemblies>",
  "<?xml version='1.0'?><report format-version='1.0'><testsuite/></report>",
  "<?xml version='1.0'?><coverage version='1'><file path='a.ts'><lineToCover/></file></coverage>",
  "<?xml version='1.0'?><results><modules/></results>",
  "<?xml version='1.0'?><CoverageDSPriv/>",
  "<Error><Code>NoSuchKey</Code></Error>",
  '{"total":{"lines":{"total":1,"covered":1}}}',
  "mode: set\na.go:1.1,2.2 1 1\n",
  "TN:\nSF:a.ts\nDA:1,1\nend_of_record\n",
  "coverage",
  "\u001f\u0008\u0000",
];

test("a report of one format is refused by the readers of all others, and not taken for theirs", () => {
  let pairs = 0;
  for (const own of FORMATS) {
    for (const bytes of fixtures(own)) {
      assert.ok(own.looksLike(bytes), own.format);
      assert.equal(refusal(own, bytes), "accepted");
      for (const other of FORMATS.filter((format) => format !== own)) {
        assert.ok(!other.looksLike(bytes), `${own.format} by ${other.format}`);
        assert.match(refusal(other, bytes), /^HP-READ-NOT-THE-FORMAT /, `${own.format} by ${other.format}`);
        pairs += 1;
      }
    }
  }
  assert.ok(pairs > 30, `${pairs}`);
});

test("what is no coverage report of these formats is refused by all of them", () => {
  for (const source of OTHERS) {
    for (const format of FORMATS) {
      assert.ok(!format.looksLike(Buffer.from(source)), `${format.format} ${source}`);
      assert.match(refusal(format, source), /^HP-READ-(?:NOT-THE-FORMAT|ENCODING) /, `${format.format} ${source}`);
    }
  }
});

test("the same report twice says what it says once", () => {
  for (const format of FORMATS) {
    for (const bytes of fixtures(format)) {
      const { files } = readText(format, bytes);
      for (const counts of files.values()) {
        const twice = mergeFileCounts(counts, counts);
        if (counts.lines !== null)
          assert.deepEqual(twice.lines && countLineHits(twice.lines), countLineHits(counts.lines));
        for (const metric of ["branches", "functions", "statements", "regions"] as const) {
          const [once, both] = [counts[metric], twice[metric]];
          assert.deepEqual(both && countPoints(both), once && countPoints(once), `${format.format} ${metric}`);
        }
      }
    }
  }
});

test("bombs end soon, and in a named error", () => {
  const deep = `<coverage line-rate="1"><packages>${"<x>".repeat(1_000_000)}`;
  assert.match(refusal(cobertura, deep), /^HP-READ-DEPTH /);
  const lol = '<!DOCTYPE r [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><r>&b;</r>';
  const external = '<!DOCTYPE r SYSTEM "file:///x"><r>&xxe;</r>';
  for (const format of FORMATS) {
    assert.match(refusal(format, lol), /^HP-READ-ENTITY /);
    assert.match(refusal(format, external), /^HP-READ-(?:ENTITY|NOT-THE-FORMAT) /);
    assert.match(refusal(format, `<a b="${"x".repeat(5_000_000)}"/>`), /^HP-READ-TOO-LARGE /);
    assert.match(refusal(format, `<!--${"-x".repeat(3_000_000)}`), /^HP-READ-TOO-LARGE /);
    assert.match(refusal(format, `<${"x".repeat(3_000_000)}`), /^HP-READ-TOO-LARGE /);
  }
});

test("a file that alternates with another for long is joined soon", () => {
  const one = (name: string, line: number): string =>
    `<class filename="${name}"><lines><line number="${line}" hits="1"/></lines></class>`;
  const classes = Array.from({ length: 20_000 }, (_, at) => one("a", at + 1) + one("b", at + 1)).join("");
  const { files } = readText(cobertura, `<coverage line-rate="1"><packages>${classes}</packages></coverage>`);
  const lines = files.get("b")?.lines;
  assert.deepEqual(lines && countLineHits(lines), { covered: 20_000, total: 20_000 });
});
