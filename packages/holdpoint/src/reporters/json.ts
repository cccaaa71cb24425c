import type { RunResult } from "@holdpoint/release";

export const VERDICT_DOCUMENT_SCHEMA = "holdpoint/verdict/v1";

/**
 * The `promote --json` document (`verdict-document.v1.json` of `@holdpoint/core`), indented, with a newline at its end.
 *
 * @example
 * JSON.parse(renderJson(result)).verdict; // "PROMOTE" or "HOLD"
 */
export function renderJson(result: RunResult): string {
  const { judgement, ledger } = result;
  const { verdict, profile, candidate, run, sections, holdReasons, evidence, notJudged } = judgement;
  const document = {
    schema: VERDICT_DOCUMENT_SCHEMA,
    verdict,
    profile,
    candidate,
    run,
    gates: judgement.gates.map((gate) => ({
      id: gate.id,
      verdict: gate.verdict,
      blocking: gate.blocking,
      sections: gate.sections,
      checks: gate.checks.map((check) => ({
        id: check.id,
        outcome: check.outcome,
        code: check.code,
        observed: check.observed,
        threshold: check.threshold,
        reason: check.reason,
        flip: check.flip,
        evidence: check.evidence,
        waiver: check.waiver,
      })),
    })),
    sections: { covered: sections.covered, uncovered: sections.uncovered },
    holdReasons,
    evidence,
    notJudged,
    ledger: { size: ledger.size, root: ledger.root },
    artifacts: result.artifacts,
    durationMs: result.durationMs,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
