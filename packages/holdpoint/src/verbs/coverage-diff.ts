import { HoldpointError, meetsPercent, patchCoverage } from "@holdpoint/core";
import type { CoverageDiffFlags } from "../commands/coverage-diff.ts";
import { diffDocument } from "../coverage/diff/document.ts";
import { diffText } from "../coverage/diff/text.ts";
import { coveragePart } from "../coverage/exceptions/config-part.ts";
import type { ExitCode } from "../exit-codes.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { changesNow } from "../io/changes-now.ts";
import { loadConfig } from "../io/config-file.ts";
import { coverageNow } from "../io/coverage-now.ts";
import { GATES } from "../registry.ts";
import type { Answer } from "../verb.ts";

export default async function coverageDiff(host: Host, flags: CoverageDiffFlags): Promise<Answer> {
  const failUnder = flags.failUnder === undefined ? null : percentOf(flags.failUnder);
  const loaded = loadConfig(host.cwd, flags.config, GATES);
  const coverage = coveragePart(loaded.config, loaded.file);
  const { reports, commit, measuredAt } = await coverageNow(host, loaded, coverage);
  const changes = await changesNow(host, loaded, flags.base);
  const patch = patchCoverage(reports, changes);
  const document = diffDocument(patch, { base: changes.base, commit, measuredAt, failUnder });
  return { exit: exitOf(document), json: () => document, text: () => diffText(document) };
}

/** What cannot be told is worse than a floor that was missed. */
function exitOf({ lines, failUnder, unknown }: ReturnType<typeof diffDocument>): ExitCode {
  if (unknown > 0) return EXIT.noVerdict;
  const meets = failUnder === null || meetsPercent(lines.covered, lines.total, failUnder) !== false;
  return meets ? EXIT.pass : EXIT.hold;
}

function percentOf(typed: string): string {
  if (/^\d{1,3}(?:\.\d{1,6})?$/.test(typed) && Number(typed) <= 100) return typed;
  throw new HoldpointError("HP-USAGE", `--fail-under takes a percentage from 0 to 100, not "${typed}"`);
}
