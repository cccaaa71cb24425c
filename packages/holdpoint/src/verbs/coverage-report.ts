import { resolve } from "node:path";
import { Interner, readCoverageFile } from "@holdpoint/collectors";
import type { CoverageFormat } from "@holdpoint/core";
import { COVERAGE_FORMATS, HoldpointError } from "@holdpoint/core";
import type { CoverageReportFlags } from "../commands/coverage.ts";
import type { ReportDocument } from "../coverage/report/document.ts";
import { reportDocument } from "../coverage/report/document.ts";
import type { Finding } from "../coverage/report/finding.ts";
import { unreadableFinding } from "../coverage/report/finding.ts";
import type { ReadInput } from "../coverage/report/read-input.ts";
import { reportText } from "../coverage/report/text.ts";
import type { ExitCode } from "../exit-codes.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { trackedPaths } from "../io/tracked-paths.ts";
import type { Answer } from "../verb.ts";

const FILES_MAX = 1_000;

/** Reads the files one after the other, so that only one is held as a whole. */
export default async function coverageReport(
  host: Host,
  flags: CoverageReportFlags,
  ...files: string[]
): Promise<Answer> {
  if (files.length > FILES_MAX) {
    throw new HoldpointError("HP-USAGE", `${files.length} files, at most ${FILES_MAX} are read`);
  }
  const format = formatNamed(flags.format);
  const lookup = await trackedPaths(host.cwd, flags.root, host.signal);
  const interner = new Interner();
  const inputs: ReadInput[] = [];
  const unreadable: Finding[] = [];
  for (const name of new Set(files)) {
    host.signal.throwIfAborted();
    try {
      const terms = { name, format, interner, signal: host.signal };
      inputs.push({ name, ...(await readCoverageFile(resolve(host.cwd, name), terms)) });
    } catch (thrown) {
      unreadable.push(unreadableFinding(thrown, name));
    }
  }
  const document = reportDocument(inputs, { ...lookup, unreadable, withFiles: flags.files });
  return { exit: exitOf(document), json: () => document, text: () => reportText(document) };
}

function exitOf({ reports, findings }: ReportDocument): ExitCode {
  if (reports.length === 0) return EXIT.noVerdict;
  return findings.some(({ severity }) => severity === "error") ? EXIT.hold : EXIT.pass;
}

function formatNamed(name: string): CoverageFormat | "auto" {
  const format = ["auto" as const, ...COVERAGE_FORMATS].find((one) => one === name);
  if (format !== undefined) return format;
  const known = COVERAGE_FORMATS.join(", ");
  throw new HoldpointError("HP-USAGE", `there is no format ${JSON.stringify(name)}; known are auto, ${known}`);
}
