import type { TestFormat } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { ctrf } from "./ctrf/format.ts";
import { goTest } from "./go-test/format.ts";
import { junit } from "./junit/format.ts";
import { nodeTest } from "./node-test/format.ts";
import { nunit } from "./nunit/format.ts";
import type { ReadTests, TestFormatReader, TestReadOptions } from "./read-report.ts";
import { TEST_HEAD_SIZE_BYTES } from "./read-report.ts";
import { tap } from "./tap/format.ts";
import { trx } from "./trx/format.ts";
import { xunit } from "./xunit/format.ts";

export const TEST_READERS: Readonly<Record<TestFormat, TestFormatReader>> = {
  junit,
  tap,
  ctrf,
  "go-test": goTest,
  trx,
  "node-test": nodeTest,
  xunit,
  nunit,
};

/**
 * The reader of a report's format, told by its first `TEST_HEAD_SIZE_BYTES`; never by its name.
 *
 * @throws HoldpointError `HP-READ-EMPTY`, `HP-READ-NOT-THE-FORMAT` when it is none that is read
 */
export function testFormatOf(head: Uint8Array, file: string): TestFormatReader {
  if (head.length === 0) throw new HoldpointError("HP-READ-EMPTY", "the file has 0 bytes", { file });
  const bytes = head.subarray(0, TEST_HEAD_SIZE_BYTES);
  const [only, ...others] = Object.values(TEST_READERS).filter((reader) => reader.looksLike(bytes));
  if (only !== undefined && others.length === 0) return only;
  const detail =
    only === undefined
      ? "these are no test results of a known format"
      : `this could be ${[only, ...others].map(({ format }) => format).join(" or ")}; name the format`;
  throw new HoldpointError("HP-READ-NOT-THE-FORMAT", detail, { file, line: 1, column: 1 });
}

/**
 * Reads test results of any known format, which its beginning tells unless `format` names it.
 *
 * @throws HoldpointError `HP-READ-*` with file and line, as soon as it is seen
 * @example
 * readTestReport(Buffer.from("1..1\nok 1 - works\n"), { file: "a.tap", root: "/w" }).report.format; // "tap"
 */
export function readTestReport(
  bytes: Uint8Array,
  options: TestReadOptions,
  format: TestFormat | null = null,
): ReadTests {
  const reader = format === null ? testFormatOf(bytes, options.file) : TEST_READERS[format];
  return reader.read(bytes, options);
}
