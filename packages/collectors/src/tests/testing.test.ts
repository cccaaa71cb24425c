import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { TestFormat } from "@holdpoint/core";
import { isHoldpointError, TEST_FORMATS } from "@holdpoint/core";
import { TEST_READERS } from "./formats.ts";
import type { ReadTests } from "./read-report.ts";

export interface Fixture {
  readonly format: TestFormat;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every fixture of every format, as they lie beside the readers. For tests. */
export const FIXTURES: readonly Fixture[] = TEST_FORMATS.flatMap((format) => {
  const folder = new URL(`./${format}/fixtures/`, import.meta.url);
  return readdirSync(folder)
    .filter((name) => !name.endsWith(".md"))
    .sort()
    .map((name) => ({ format, name, bytes: readFileSync(new URL(name, folder)) }));
});

export function fixture(format: TestFormat, name: string): Buffer {
  const found = FIXTURES.find((one) => one.format === format && one.name === name);
  if (found === undefined) throw new Error(`no fixture ${format}/${name}`);
  return found.bytes;
}

export function readAs(format: TestFormat, source: string | Uint8Array): ReadTests {
  const bytes = typeof source === "string" ? Buffer.from(source) : source;
  return TEST_READERS[format].read(bytes, { file: "report", root: "/build/project" });
}

/** A line a case: `status id`, with `~` before what is flaky. */
export function verdicts({ cases }: ReadTests): readonly string[] {
  return cases.map(({ flaky, id, status }) => `${flaky ? "~" : ""}${status} ${id}`);
}

export function mismatchesOf({ mismatches }: ReadTests): readonly string[] {
  return mismatches.map(
    ({ line, suite, what, declared, counted }) => `${line} ${suite} ${what} ${declared}≠${counted}`,
  );
}

/** The code and place with which a source is refused. */
export function refusal(format: TestFormat, source: string | Uint8Array): string {
  try {
    readAs(format, source);
  } catch (thrown) {
    if (!isHoldpointError(thrown)) throw thrown;
    const { line, column } = thrown.place;
    return `${thrown.code} ${line ?? "-"}:${column ?? "-"}`;
  }
  return "accepted";
}

test("there are reports of every format to try", () => {
  assert.deepEqual([...new Set(FIXTURES.map(({ format }) => format))], TEST_FORMATS);
});
