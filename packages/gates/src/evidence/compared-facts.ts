import type { CheckInput, Finding } from "@holdpoint/core";
import { withoutFacts } from "../inherit.ts";
import type { CoverageFacts, FileFacts } from "./coverage-facts.ts";
import { factsNow } from "./coverage-facts.ts";
import { readCoverageFacts } from "./read-coverage-facts.ts";

export const REGRESSION = "coverage-regression";

export interface ComparedFacts {
  readonly before: CoverageFacts;
  readonly now: CoverageFacts;
}

/** Figures of the last promotion beside those of now; the finding of a check that has nothing to compare. */
export function comparedFacts(input: CheckInput, check: string): ComparedFacts | Finding {
  const now = factsNow(input);
  const before = readCoverageFacts(input);
  return before === null ? withoutFacts(input, REGRESSION, check, "its coverage figures") : { before, now };
}

export interface ComparedFiles extends ComparedFacts {
  readonly filesThen: readonly FileFacts[];
}

/**
 * The same with the counts of each file. Where other instruments measured then, the figures say nothing of one
 * another; whether that may be is decided by `baseline-comparable` alone.
 */
export function comparedFiles(input: CheckInput, check: string): ComparedFiles | Finding {
  const facts = comparedFacts(input, check);
  if (isFinding(facts)) return facts;
  const other = otherInstruments(facts);
  if (other !== null) return notCompared(other);
  const filesThen = facts.before.files;
  return filesThen === null
    ? withoutFacts(input, REGRESSION, check, "the counts of its files")
    : { ...facts, filesThen };
}

export function isFinding(value: object): value is Finding {
  return "outcome" in value;
}

/** By what then and now were measured, where these differ; null when the figures can be compared. */
export function otherInstruments({ before, now }: ComparedFacts): { readonly was: string; readonly is: string } | null {
  const common = now.reports.filter(({ id }) => before.reports.some((report) => report.id === id));
  const isSame =
    instrumentsOf(before.reports) === instrumentsOf(now.reports) &&
    common.every(({ id }) => {
      const own = (reports: CoverageFacts["reports"]): string => instrumentsOf(reports.filter((one) => one.id === id));
      return own(before.reports) === own(now.reports);
    });
  return isSame ? null : { was: named(before.reports), is: named(now.reports) };
}

/** For a check that the change of instrument leaves without a question. */
export function notCompared({ was, is }: { readonly was: string; readonly is: string }): Finding {
  return {
    outcome: "not-applicable",
    code: "other-instrument",
    reason: `measured by ${was} at the last promotion and by ${is} now; baseline-comparable judges that`,
    observed: is,
    threshold: was,
  };
}

function instrumentsOf(reports: CoverageFacts["reports"]): string {
  return [...new Set(reports.map(({ format, instrumenter }) => `${format}, ${instrumenter}`))].sort().join("; ");
}

function named(reports: CoverageFacts["reports"]): string {
  return reports.map(({ id, format, instrumenter }) => `${id} (${format}, ${instrumenter})`).join(", ");
}
