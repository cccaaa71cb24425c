import type { RunResult } from "@holdpoint/release";
import type { RenderOptions } from "../reporter.ts";
import { adviceOf } from "../view/advice.ts";
import { printable } from "../view/printable.ts";
import type { SarifResult } from "./results.ts";
import { checkResults, ruleIdOf, wholeResult, wholeRuleId } from "./results.ts";

interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly properties: { readonly tags: readonly string[] };
}

/**
 * SARIF 2.1.0: a rule for each check, a result for each place of a check that did not pass. Waived results carry an
 * accepted suppression. With `options.configFile` every result has a location, as some consumers demand.
 */
export function renderSarif(result: RunResult, options: RenderOptions = {}): string {
  const { judgement } = result;
  const rules: SarifRule[] = [];
  const results: SarifResult[] = [];
  for (const gate of judgement.gates) {
    for (const check of gate.checks) {
      results.push(...checkResults(gate, check, rules.length, options.configFile));
      const tags = check.sections.map((section) => `section-${section}`);
      rules.push(rule(ruleIdOf(gate, check), `${gate.title}: ${check.id}`, check.remediation, tags));
    }
  }
  for (const reason of judgement.holdReasons.filter((one) => one.check === null)) {
    const id = wholeRuleId(reason);
    let index = rules.findIndex((one) => one.id === id);
    if (index < 0) {
      index = rules.length;
      rules.push(rule(id, reason.code, adviceOf(reason.code)?.remediation ?? reason.text, []));
    }
    results.push(wholeResult(reason, index, options.configFile));
  }
  return `${JSON.stringify(document(result, rules, results, options), null, 2)}\n`;
}

function rule(id: string, short: string, help: string, tags: readonly string[]): SarifRule {
  return { id, shortDescription: { text: printable(short) }, help: { text: printable(help) }, properties: { tags } };
}

function document(
  { judgement }: RunResult,
  rules: readonly SarifRule[],
  results: readonly SarifResult[],
  { toolVersion }: RenderOptions,
): object {
  const { verdict, profile, run, candidate, policyDigest, judgedAt } = judgement;
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Holdpoint", ...(toolVersion !== undefined && { version: toolVersion }), rules } },
        automationDetails: { id: printable(`holdpoint/${profile}/${run}`) },
        invocations: [{ executionSuccessful: true, endTimeUtc: judgedAt }],
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
        columnKind: "utf16CodeUnits",
        results,
        properties: { verdict, profile, run, commit: candidate.commit, dirty: candidate.dirty, policyDigest },
      },
    ],
  };
}
