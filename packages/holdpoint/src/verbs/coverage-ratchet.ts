import type { Config } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { isCiVariable } from "@holdpoint/release";
import type { CoverageRatchetFlags } from "../commands/coverage-views.ts";
import { readConfig } from "../config/read-config.ts";
import { coveragePart } from "../coverage/exceptions/config-part.ts";
import { differingValues } from "../coverage/ratchet/differing-values.ts";
import { editNumbers } from "../coverage/ratchet/edit-config.ts";
import type { Proposal } from "../coverage/ratchet/propose.ts";
import { propose, ratchetRules } from "../coverage/ratchet/propose.ts";
import { unifiedDiff } from "../coverage/ratchet/unified-diff.ts";
import { EXIT } from "../exit-codes.ts";
import { indented, table } from "../format/table.ts";
import type { Host } from "../host.ts";
import { loadConfig } from "../io/config-file.ts";
import { coverageNow } from "../io/coverage-now.ts";
import { readConfigText, replaceConfigText } from "../io/ratchet-file.ts";
import { GATES } from "../registry.ts";
import type { Answer } from "../verb.ts";

export default async function coverageRatchet(host: Host, flags: CoverageRatchetFlags): Promise<Answer> {
  if (flags.write) refuseCi(host);
  const terms = { slackPoints: percentOf("--slack", flags.slack), stopPercent: percentOf("--stop", flags.stop) };
  const loaded = loadConfig(host.cwd, flags.config, GATES);
  const { root, file, config } = loaded;
  const { files, reports, commit, measuredAt } = await coverageNow(host, loaded, coveragePart(config, file));
  const rules = ratchetRules(config, files, reports);
  const proposals = propose(rules, terms);
  const before = readConfigText(root, file);
  const after = edited(before, proposals, config, file);
  const diff = unifiedDiff(before, after, file);
  if (flags.write && proposals.length > 0) replaceConfigText(root, file, before, after);
  const written = flags.write && proposals.length > 0;
  const notMeasured = rules.filter(({ count }) => count === null).map(({ of, metric }) => `${of}: ${metric}`);
  return {
    exit: EXIT.pass,
    json: () => ({
      schema: "holdpoint/coverage-ratchet/v1",
      file,
      commit,
      measuredAt,
      ...terms,
      rules: rules.length,
      notMeasured,
      proposals,
      diff,
      written,
    }),
    text: () => ratchetText(proposals, { file, diff, written, rules: rules.length, notMeasured }),
  };
}

/** A platform that raised its own floors, or its own limits, would judge by what it has just written. */
function refuseCi({ env }: Host): void {
  const name = Object.keys(env).find((one) => isCiVariable(one) && !["", "0", "false"].includes(env[one] ?? ""));
  if (name !== undefined) throw new HoldpointError("HP-COVERAGE-WRITE-IN-CI", `the variable ${name} is set`);
}

function percentOf(flag: string, typed: string): number {
  const value = /^\d{1,3}(?:\.\d)?$/.test(typed) ? Number(typed) : Number.NaN;
  if (value >= 0 && value <= 100) return value;
  throw new HoldpointError("HP-USAGE", `${flag} takes points from 0 to 100 with at most one decimal, not "${typed}"`);
}

/** The text with the proposals in it, read again to see that nothing else has changed by it. */
function edited(before: string, proposals: readonly Proposal[], config: Config, file: string): string {
  const edits = proposals.map(({ path, proposed }) => ({ path, value: proposed }));
  const after = editNumbers(before, edits, file);
  const changes = differingValues(config, readConfig(Buffer.from(after), file, GATES));
  if (changes.length === edits.length) return after;
  const text = `editing ${edits.length} numbers would change ${changes.length} values: ${changes.join(", ")}`;
  throw new HoldpointError("HP-CONFIG-VALUE", text, { file });
}

interface Shown {
  readonly file: string;
  readonly diff: string;
  readonly written: boolean;
  readonly rules: number;
  readonly notMeasured: readonly string[];
}

function ratchetText(proposals: readonly Proposal[], { file, diff, written, rules, notMeasured }: Shown): string {
  const unknown = notMeasured.length === 0 ? [] : ["", "Not measured:", ...indented(notMeasured)];
  if (proposals.length === 0) return [`None of ${rules} floors and limits could ask for more.`, ...unknown].join("\n");
  const rows = proposals.map(({ of, metric, kind, current, proposed, reached }) => [
    of,
    metric,
    kind === "floor" ? `at least ${current}% → ${proposed}%` : `at most ${current} → ${proposed}`,
    reached,
  ]);
  const end = written ? `Written to ${file}.` : `Nothing was written; \`--write\` puts this into ${file}.`;
  return [...table(rows), ...unknown, "", diff, "", end].join("\n");
}
