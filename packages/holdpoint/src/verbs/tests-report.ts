import { resolve } from "node:path";
import type { TestFormat } from "@holdpoint/core";
import { HoldpointError, TEST_FORMATS } from "@holdpoint/core";
import { readTestFile } from "@holdpoint/collectors";
import type { TestsReportFlags } from "../commands/tests.ts";
import type { Host } from "../host.ts";
import type { AskedFile } from "../tests/report.ts";
import { exitOfTests, testsReport } from "../tests/report.ts";
import { testsReportText } from "../tests/report-text.ts";
import type { Answer } from "../verb.ts";

export default async function testsReportVerb(
  host: Host,
  flags: TestsReportFlags,
  ...files: string[]
): Promise<Answer> {
  const format = formatOf(flags.format);
  const slowest = countOf(flags.slowest);
  const root = resolve(host.cwd, flags.root ?? ".");
  const asked: AskedFile[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    host.signal.throwIfAborted();
    const path = resolve(host.cwd, file);
    if (seen.has(path)) continue;
    seen.add(path);
    asked.push(await askedFile(path, file, root, format));
  }
  const report = testsReport(asked, slowest);
  return { exit: exitOfTests(report), json: () => report, text: () => testsReportText(report) };
}

async function askedFile(path: string, file: string, root: string, format: TestFormat | null): Promise<AskedFile> {
  try {
    return { file, read: await readTestFile({ path, shown: file, root, format }) };
  } catch (thrown) {
    if (thrown instanceof HoldpointError) return { file, error: thrown };
    throw thrown;
  }
}

function formatOf(name: string): TestFormat | null {
  if (name === "auto") return null;
  const format = TEST_FORMATS.find((one) => one === name);
  if (format !== undefined) return format;
  throw new HoldpointError("HP-USAGE", `--format ${name} is not one of auto, ${TEST_FORMATS.join(", ")}`);
}

const SLOWEST_MAX = 1_000;

function countOf(text: string): number {
  const count = /^[0-9]{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (count <= SLOWEST_MAX) return count;
  throw new HoldpointError("HP-USAGE", `--slowest ${text} is not a number from 0 to ${SLOWEST_MAX}`);
}
