import { clip } from "../../reading/clip.ts";
import type { XmlReader } from "../../xml/reader.ts";
import type { Difference, Totals } from "../differences.ts";
import { NO_TOTALS, totalsDifferences } from "../differences.ts";
import { countAttribute, eachChild, passOver } from "../xml/element.ts";
import { textInside } from "../xml/failure-text.ts";
import { trxOutcome } from "./outcome.ts";
import type { TrxResult } from "./result.ts";
import { TRX_RESULTS } from "./result.ts";

/** `<ResultSummary>`: how the run as a whole ended, and how many results it declares. */
export interface TrxSummary {
  readonly outcome: string;
  /** What went wrong outside of any test, such as a test host that crashed. */
  readonly errors: readonly string[];
  readonly declared: Totals;
  readonly line: number;
}

const ERRORS_MAX = 100;

/** Reads the summary that was just opened, to its end. */
export function readSummary(xml: XmlReader): TrxSummary {
  const { line } = xml;
  const outcome = xml.attributes.get("outcome")?.trim() ?? "";
  const errors: string[] = [];
  let declared: Totals = NO_TOTALS;
  eachChild(xml, (name) => {
    if (name === "Counters") {
      declared = countersOf(xml);
      passOver(xml, TRX_RESULTS);
    } else if (name === "RunInfos") {
      eachChild(xml, () => readInfo(xml, errors));
    } else passOver(xml, TRX_RESULTS);
  });
  return { outcome, errors, declared, line };
}

function countersOf(xml: XmlReader): Totals {
  const count = (name: string): number | null => countAttribute(xml, name);
  const [tests, executed] = [count("total"), count("executed")];
  const broken = ["error", "timeout", "aborted", "passedButRunAborted", "notRunnable", "disconnected"].map(count);
  return {
    tests,
    passed: count("passed"),
    failures: count("failed"),
    // What was not executed is told by `executed`; vstest leaves `notExecuted` at 0.
    skipped: tests === null || executed === null || executed > tests ? null : tests - executed,
    errors: broken.every((one) => one === null) ? null : broken.reduce<number>((sum, one) => sum + (one ?? 0), 0),
  };
}

function readInfo(xml: XmlReader, errors: string[]): void {
  const outcome = xml.attributes.get("outcome") ?? "";
  const text = textInside(xml);
  if (trxOutcome(outcome) === "errored" && errors.length < ERRORS_MAX) errors.push(text ?? `run info ${outcome}`);
}

/** Outcomes of a run that a person would not call a run to its end. */
export function brokenRun({ outcome, errors }: TrxSummary, anyFailed: boolean): readonly string[] {
  if (errors.length > 0) return errors;
  const word = outcome.toLowerCase();
  if (["error", "timeout", "aborted", "disconnected", "inprogress", "pending", "passedbutrunaborted"].includes(word)) {
    return [`the run ended as ${clip(outcome, 40)}`];
  }
  return word === "failed" && !anyFailed ? ["the run failed without a failed test"] : [];
}

/** Some producers count a data-driven test once, some its rows, some both. */
export function summaryDifferences(
  { declared, line }: TrxSummary,
  results: readonly TrxResult[],
): readonly Difference[] {
  const all: TrxResult[] = [];
  const leaves: TrxResult[] = [];
  const walk = (one: TrxResult): void => {
    all.push(one);
    if (one.inner.length === 0) leaves.push(one);
    one.inner.forEach(walk);
  };
  results.forEach(walk);
  const ways = [results, all, leaves].flatMap((list) => [counted(list, false), counted(list, true)]);
  return totalsDifferences({ suite: "", line, declared }, ways);
}

function counted(results: readonly TrxResult[], executesInconclusive: boolean): Totals {
  const count = (status: TrxResult["status"]): number => results.filter((one) => one.status === status).length;
  const executed = executesInconclusive ? results.filter((one) => one.isInconclusive).length : 0;
  return {
    tests: results.length,
    passed: count("passed"),
    failures: count("failed"),
    errors: count("errored"),
    skipped: count("skipped") - executed,
  };
}
