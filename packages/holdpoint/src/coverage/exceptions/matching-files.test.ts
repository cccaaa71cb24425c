import assert from "node:assert/strict";
import { test } from "node:test";
import type { Config, CoverageConfig } from "@holdpoint/core";
import { coveragePart } from "./config-part.ts";
import { matchingFiles, matchingFilesOrNone } from "./matching-files.ts";

const TRACKED = ["src/b.ts", "src/a.ts", "app/[id]/page.ts", "app/i/page.ts", "src/{x", "lib/c.ts"];

test("a file's own name is that file, even where it reads like a glob that fits others", () => {
  assert.deepEqual(matchingFiles("src/a.ts", TRACKED), ["src/a.ts"]);
  assert.deepEqual(matchingFiles("app/[id]/page.ts", TRACKED), ["app/[id]/page.ts"]);
  assert.deepEqual(matchingFiles("src/{x", TRACKED), ["src/{x"], "as a glob it would be refused");
});

test("a glob is all that it fits, sorted, and nothing where it fits nothing", () => {
  assert.deepEqual(matchingFiles("src/*.ts", TRACKED), ["src/a.ts", "src/b.ts"]);
  assert.deepEqual(matchingFiles("app/[id]/*.ts", TRACKED), ["app/i/page.ts"]);
  assert.deepEqual(matchingFiles("gone/**", TRACKED), []);
});

test("what is neither is refused when it is asked for, and fits nothing when it was signed long ago", () => {
  assert.throws(() => matchingFiles("src/{a", TRACKED), { code: "HP-CONFIG-VALUE" });
  assert.deepEqual(matchingFilesOrNone("src/{a", TRACKED), []);
  assert.deepEqual(matchingFilesOrNone("src/*.ts", TRACKED), ["src/a.ts", "src/b.ts"]);
  assert.throws(() => matchingFilesOrNone("src/a", null as unknown as readonly string[]), TypeError, "no other error");
});

test("without a part about coverage there is nothing to except from, and the file is named", () => {
  const coverage = { source: [] } as unknown as CoverageConfig;
  assert.equal(coveragePart({ coverage } as Config, "f.yaml"), coverage);
  assert.throws(() => coveragePart({ coverage: null } as Config, "f.yaml"), {
    code: "HP-CONFIG-REFERENCE",
    place: { file: "f.yaml" },
  });
});
