import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { CoverageBody, CoverageFile } from "@holdpoint/core";
import { assembleReport } from "./assemble.ts";
import { Interner } from "./counts/interner.ts";
import { COVERAGE_READERS, formatOf } from "./formats.ts";
import { readWhole } from "./read-report.ts";

const fixture = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));

function body(format: "lcov" | "istanbul", path: string): CoverageBody {
  const reader = COVERAGE_READERS[format];
  return assembleReport([readWhole(reader, fixture(path), { file: path, interner: new Interner() })], {
    report: { id: format, format, files: [path], shard: null, context: null },
    format,
    source: ["**"],
    exclude: [],
    contexts: [],
    root: "/build/project",
    tracked: ["src/price.js", "csrc/price.cjs"],
  });
}

const judged = (file: CoverageFile): CoverageFile => ({ ...file, statements: null });

test("both formats of one run say the same of every file", () => {
  for (const tool of ["c8", "jest", "vitest"]) {
    const lcov = body("lcov", `lcov/fixtures/${tool}.info`);
    const istanbul = body("istanbul", `istanbul/fixtures/${tool}.json`);
    assert.equal(lcov.files.length, 1, tool);
    assert.deepEqual(lcov.files.map(judged), istanbul.files.map(judged), tool);
    assert.deepEqual([...lcov.unmatched, ...istanbul.unmatched], [], tool);
    assert.deepEqual(lcov.unmeasured, istanbul.unmeasured, tool);
  }
});

test("every reader is known by its own name, and every fixture is of one format alone", () => {
  let seen = 0;
  for (const [format, reader] of Object.entries(COVERAGE_READERS)) {
    assert.equal(reader.format, format);
    const folder = new URL(`./${format}/fixtures/`, import.meta.url);
    const names = readdirSync(folder).filter((one) => !one.endsWith(".md"));
    assert.ok(names.length > 0, `${format} has no fixture`);
    for (const name of names) {
      assert.equal(formatOf(readFileSync(new URL(name, folder)), name).format, format, name);
      seen += 1;
    }
  }
  assert.ok(seen > 25, `${seen} fixtures`);
});

test("what is no report of a known format is refused at its beginning, and an empty one has none", () => {
  for (const text of ["hello", "<html></html>", "{}", "[]", "<testsuites/>", "ok 1 - a", "\0\0"]) {
    assert.throws(() => formatOf(Buffer.from(text), "r"), {
      code: "HP-READ-NOT-THE-FORMAT",
      place: { file: "r", line: 1, column: 1 },
    });
  }
  assert.throws(() => formatOf(new Uint8Array(), "r"), { code: "HP-READ-EMPTY" });
});

test("instrumenters count the same run differently, which is why their reports are not compared", () => {
  const v8 = body("istanbul", "istanbul/fixtures/c8.json");
  const istanbul = body("istanbul", "istanbul/fixtures/nyc.json");
  assert.notDeepEqual(v8.files[0]?.lines, istanbul.files[0]?.lines);
  assert.notEqual(v8.instrumenter, istanbul.instrumenter);
});
