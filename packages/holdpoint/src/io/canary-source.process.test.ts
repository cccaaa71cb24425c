import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { ErrorCode } from "@holdpoint/core";
import { isHoldpointError } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { artifactText } from "../load/canary/testing-canary.ts";
import { canarySource } from "./canary-source.ts";

const SERIES = '{"a":[[0,1],[1,2]]}';
const PAGE = "# TYPE a gauge\na 1\n";

test("what a file is, is told by what is in it", async (t) => {
  const files = { "load.txt": artifactText([1, 2, 3]), "s.prom": SERIES, "p.json": PAGE, "folder/1": PAGE };
  const root = scratch(t, files);
  for (const [file, kind] of [
    ["load.txt", "load"],
    ["s.prom", "series"],
    ["p.json", "scrapes"],
    ["folder", "scrapes"],
  ] as const) {
    assert.equal((await canarySource(join(root, file), file, null)).kind, kind, file);
  }
});

test("scrapes of a folder are in the order of their numbers; what is hidden, or a folder, is none", async (t) => {
  const page = (value: number): string => `# TYPE a gauge\na ${value}\n`;
  const files = { "s/s-10.prom": page(10), "s/s-9.prom": page(9), "s/.tmp": "<", "s/old/s-1.prom": page(1) };
  const source = await canarySource(join(scratch(t, files), "s"), "s", 5000);
  assert.deepEqual(source.series("a"), { values: [9, 10], stepMs: 5000 });
});

test("the seconds of a run are its series, and its header says what it was of", async (t) => {
  const root = scratch(t, { "l.jsonl": artifactText([1, null, 3, 4]) });
  const { series, header } = await canarySource(join(root, "l.jsonl"), "l.jsonl", null);
  assert.deepEqual([series("failed")?.values, header?.id], [[0, null, 0, 0], "load"]);
  const coarse = await canarySource(join(root, "l.jsonl"), "l.jsonl", 2000);
  assert.deepEqual(coarse.series("succeeded"), { values: [2.5, 5], stepMs: 2000 });
});

const bytes = Uint8Array.from([0x23, 0xff, 0xfe, 0x0a]);

for (const [what, file, code] of [
  ["no file", "none", "HP-READ-ABSENT"],
  ["a path through a file", "s.json/x", "HP-READ-ABSENT"],
  ["an empty file", "empty", "HP-READ-EMPTY"],
  ["an empty folder", "bare", "HP-READ-EMPTY"],
  ["bytes that are no text", "bytes", "HP-READ-ENCODING"],
  ["half an artifact", "half.jsonl", "HP-READ-TRUNCATED"],
  ["a name that no system takes", "x".repeat(5000), "HP-READ-FAILED"],
  ["a page with an error, by its own name", "bad", "HP-READ-SYNTAX"],
] as const satisfies readonly (readonly [string, string, ErrorCode])[]) {
  test(`${what} is refused by the name that was given`, async (t) => {
    const files = {
      "s.json": SERIES,
      empty: "",
      "bare/.keep": "",
      bytes,
      "half.jsonl": artifactText([1, 2]).slice(0, -9),
      "bad/1.prom": "a b c\n",
    };
    await assert.rejects(canarySource(join(scratch(t, files), file), file, null), (thrown: Error) => {
      assert.ok(isHoldpointError(thrown), String(thrown));
      assert.equal(thrown.code, code, thrown.message);
      assert.ok(thrown.place?.file?.startsWith(file), String(thrown.place?.file));
      return true;
    });
  });
}
