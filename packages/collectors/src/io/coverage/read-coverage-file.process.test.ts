import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { Interner } from "../../coverage/counts/interner.ts";
import { readCoverageFile } from "./read-coverage-file.ts";

const SOUND = "SF:a.ts\nDA:1,1\nDA:2,0\nend_of_record\n";
const { signal } = new AbortController();
const terms = { name: "the report", format: "auto", interner: new Interner(), signal } as const;

async function refusal(file: string, format: "auto" | "go" = "auto"): Promise<string> {
  try {
    await readCoverageFile(file, { ...terms, format });
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), String(thrown));
    const { file: name, line, column } = thrown.place;
    return `${thrown.code} ${name}:${line}:${column}`;
  }
  return "accepted";
}

test("a report is read wherever it lies, also through a link, and its format is told", async (context) => {
  const folder = scratch(context, {
    "deep/er/a.info": SOUND,
    "s.json": '{"R":{"coverage":{"/w/a.rb":{"lines":[1]}}}}',
  });
  symlinkSync(join(folder, "deep/er/a.info"), join(folder, "link"));
  for (const name of ["deep/er/a.info", "link"]) {
    const { format, read } = await readCoverageFile(join(folder, name), terms);
    assert.deepEqual([format, [...read.files.keys()]], ["lcov", ["a.ts"]]);
  }
  assert.equal((await readCoverageFile(join(folder, "s.json"), terms)).format, "simplecov");
});

test("a report larger than a piece is read as one", async (context) => {
  const lines = Array.from({ length: 200_000 }, (_, index) => (index % 3 === 0 ? "null" : String(index % 2)));
  const folder = scratch(context, { "s.json": `{"R":{"coverage":{"/w/a.rb":{"lines":[${lines.join(", ")}]}}}}` });
  const { read } = await readCoverageFile(join(folder, "s.json"), terms);
  assert.equal(read.files.get("/w/a.rb")?.lines?.length, lines.filter((line) => line !== "null").length);
});

test("every refusal names the report as it was named, with its place", async (context) => {
  const folder = scratch(context, {
    "a.info": SOUND,
    "bad.info": `${SOUND}SF:b.ts\nDA:1,x\n`,
    empty: "",
    page: "<html>",
  });
  mkdirSync(join(folder, "folder"));
  symlinkSync(join(folder, "nowhere"), join(folder, "broken"));
  const cases: readonly (readonly [string, string])[] = [
    ["bad.info", "HP-READ-SYNTAX the report:6:6"],
    ["empty", "HP-READ-EMPTY the report:undefined:undefined"],
    ["page", "HP-READ-NOT-THE-FORMAT the report:1:1"],
    ["folder", "HP-READ-FAILED the report:undefined:undefined"],
    ["absent", "HP-READ-ABSENT the report:undefined:undefined"],
    ["broken", "HP-READ-ABSENT the report:undefined:undefined"],
    ["a.info/below", "HP-READ-ABSENT the report:undefined:undefined"],
  ];
  for (const [name, expected] of cases) assert.equal(await refusal(join(folder, name)), expected, name);
  assert.equal(await refusal(join(folder, "a.info"), "go"), "HP-READ-NOT-THE-FORMAT the report:1:1");
});

test("reading ends when it is told to", async (context) => {
  const folder = scratch(context, { "a.info": SOUND });
  const reason = new Error("told to stop");
  const ended = AbortSignal.abort(reason);
  await assert.rejects(readCoverageFile(join(folder, "a.info"), { ...terms, signal: ended }), reason);
});
