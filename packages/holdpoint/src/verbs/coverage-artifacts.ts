import { resolve } from "node:path";
import type { CoverageConfig } from "@holdpoint/core";
import { didYouMean, HoldpointError } from "@holdpoint/core";
import type { CoverageArtifactsFlags } from "../commands/coverage-artifacts.ts";
import { artifactParts } from "../coverage/artifacts/part.ts";
import { summaryRows } from "../coverage/artifacts/summary.ts";
import { artifactsText } from "../coverage/artifacts/text.ts";
import { wholeFloors } from "../coverage/artifacts/whole-floors.ts";
import { coveragePart } from "../coverage/exceptions/config-part.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { loadConfig } from "../io/config-file.ts";
import { artifactComparison } from "../io/coverage-artifacts-comparison.ts";
import { exemptedIn } from "../io/coverage-artifacts-exempted.ts";
import { readArtifactInput } from "../io/coverage-artifacts-input.ts";
import { pruneArtifacts } from "../io/coverage-artifacts-prune.ts";
import { appendJobSummary } from "../io/coverage-artifacts-summary.ts";
import { writeArtifacts } from "../io/coverage-artifacts-write.ts";
import { GATES } from "../registry.ts";
import type { Answer } from "../verb.ts";
import { VERSION } from "../version.ts";

const FOLDER = "reports/coverage/artifacts";

export default async function coverageArtifacts(host: Host, flags: CoverageArtifactsFlags): Promise<Answer> {
  const keep = keepOf(flags.keep);
  const loaded = loadConfig(host.cwd, flags.config, GATES);
  const { root, config } = loaded;
  const parent = flags.out === undefined ? resolve(root, FOLDER) : resolve(host.cwd, flags.out);
  const key = flags.key === undefined ? {} : { keyFile: resolve(host.cwd, flags.key) };
  const { dryRun } = flags;
  if (flags.prune) return pruneArtifacts(host, loaded, { parent, keep, dryRun, ...key });
  const coverage = coveragePart(config, loaded.file);
  const components = componentsNamed(coverage, flags.component ?? []);
  const input = await readArtifactInput(host, loaded, coverage);
  const parts = artifactParts(input.files, input.unmeasured, components);
  const exempted = await exemptedIn(host, root, input.candidate.commit);
  const rows = summaryRows(parts, wholeFloors(config.profiles), host.nowMs(), exempted);
  const comparison = await artifactComparison(host, loaded, input, flags.base);
  const terms = { parent, withHtml: flags.html, dryRun, version: VERSION, ...key };
  const written = await writeArtifacts(host, loaded, { ...input, parts, rows, comparison }, terms);
  const summarised = flags.summary && !dryRun ? appendJobSummary(host.env, written.summary) : false;
  const { folder, manifestSha256, files, record } = written;
  const said = { folder, manifestSha256, files: files.length, sizeBytes: sizeOf(files), record, dryRun, summarised };
  return {
    exit: input.files.length === 0 ? EXIT.noVerdict : EXIT.pass,
    json: () => ({
      schema: "holdpoint/coverage-artifacts/v1",
      ...said,
      ...input.subject,
      rows,
      patch: comparison.patch?.lines ?? null,
      base: comparison.base,
    }),
    text: () => artifactsText(rows, said),
  };
}

function sizeOf(files: readonly { readonly sizeBytes: number }[]): number {
  return files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

function keepOf(typed: string): number {
  const value = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  if (value >= 1) return value;
  throw new HoldpointError("HP-USAGE", `--keep takes a number from 1 to 9999, not ${JSON.stringify(typed)}`);
}

function componentsNamed({ components }: CoverageConfig, ids: readonly string[]): CoverageConfig["components"] {
  const known = components.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return ids.length === 0 ? components : components.filter(({ id }) => ids.includes(id));
  const said = `there is no component ${JSON.stringify(unknown)}${didYouMean(unknown, known)}`;
  throw new HoldpointError("HP-USAGE", known.length === 0 ? `${said}; the configuration names none` : said);
}
