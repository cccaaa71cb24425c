import type { ComponentConfig, Count, CoverageException, CoverageFile, CoverageMetric } from "@holdpoint/core";
import {
  asksFor,
  COVERAGE_METRICS,
  exceptionNeed,
  exemptions,
  filesFitting,
  shortBy,
  shortfallExplained,
  totalOf,
} from "@holdpoint/core";
import { matchingFilesOrNone } from "./matching-files.ts";
import type { Measured, Proposal } from "./sync-rows.ts";

export interface MeasureTerms {
  readonly files: readonly CoverageFile[];
  readonly components: readonly ComponentConfig[];
  readonly exceptions: readonly CoverageException[];
  readonly tracked: readonly string[];
  readonly nowMs: number;
  readonly commit: string;
}

/** What coverage reports say to the register. Pure. */
export function measure(terms: MeasureTerms): Measured {
  const { files, components, tracked, nowMs } = terms;
  const need = (path: string, metric: CoverageMetric): ReturnType<typeof exceptionNeed> =>
    exceptionNeed(matchingFilesOrNone(path, tracked), metric, files, components);
  return {
    at: new Date(nowMs).toISOString(),
    shareOf: (path, metric) => need(path, metric).count,
    isReached: (path, metric) => need(path, metric).reached === true,
    proposals: proposals(terms),
  };
}

/**
 * Files that need a decision: of every component that is below its floor, or above its limit of uncovered things,
 * and for which no exceptions that count answer, those files that pull it down and have no open exception. The worst
 * come first.
 */
export function proposals(terms: MeasureTerms): readonly Proposal[] {
  const found = new Map<string, Proposal>();
  for (const component of terms.components) {
    const files = filesFitting(component.paths, terms.files);
    for (const metric of COVERAGE_METRICS) {
      if (!asksFor(component, metric) || !isShort(component, files, metric, terms)) continue;
      for (const file of files) {
        const count = file[metric];
        if (count === null || !pullsDown(count, component, metric) || hasException(file.path, metric, terms)) continue;
        found.set(`${metric} ${file.path}`, { path: file.path, metric, count });
      }
    }
  }
  return [...found.values()].sort(worstFirst);
}

/** Whether a component lacks more than the exceptions that count stand for. */
function isShort(
  component: ComponentConfig,
  files: readonly CoverageFile[],
  metric: CoverageMetric,
  { exceptions, nowMs, commit }: MeasureTerms,
): boolean {
  const count = totalOf(files, metric);
  if (count === null || count.total === 0) return false;
  const short = shortOf(count, component, metric);
  if (short === 0) return false;
  return shortfallExplained(short, exemptions(files, exceptions, { metric, nowMs, commit })) === null;
}

function shortOf({ covered, total }: Count, { floors, maxUncovered }: ComponentConfig, metric: CoverageMetric): number {
  const [floor, limit] = [floors[metric], maxUncovered[metric]];
  return Math.max(
    floor === undefined ? 0 : (shortBy(covered, total, floor) ?? 0),
    limit === undefined ? 0 : total - covered - limit,
    0,
  );
}

function pullsDown(
  { covered, total }: Count,
  { floors, maxUncovered }: ComponentConfig,
  metric: CoverageMetric,
): boolean {
  const floor = floors[metric];
  if (covered === total) return false;
  return maxUncovered[metric] !== undefined || (floor !== undefined && shortBy(covered, total, floor) !== 0);
}

function hasException(path: string, metric: CoverageMetric, { exceptions }: MeasureTerms): boolean {
  return exceptions.some((one) => one.resolved === null && one.metric === metric && one.matches.includes(path));
}

function worstFirst(a: Proposal, b: Proposal): number {
  const missing = ({ count }: Proposal): number => count.total - count.covered;
  return missing(b) - missing(a) || byText(`${a.path} ${a.metric}`, `${b.path} ${b.metric}`);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
