import type { Config, ContextConfig, Count, CoverageBody, CoverageFile, CoverageMetric } from "@holdpoint/core";
import {
  commonLines,
  COVERAGE_METRICS,
  filesFitting,
  formatPercent,
  lineSets,
  readLineRanges,
  totalOf,
  unionOfLines,
} from "@holdpoint/core";

/** A number of the configuration that holds something, and what is reached. */
export interface RatchetRule {
  /** `component core`, `context security`, `profile release`. */
  readonly of: string;
  readonly metric: CoverageMetric;
  readonly kind: "floor" | "max-uncovered";
  /** Where the number stands in holdpoint.yaml. */
  readonly path: readonly string[];
  readonly current: number;
  /** Null: no report measures it. */
  readonly count: Count | null;
}

export interface RatchetTerms {
  /** Points that stay between what is reached and what is asked for; of a count, its share in percent. */
  readonly slackPoints: number;
  /** No floor is proposed above this percentage. */
  readonly stopPercent: number;
}

export interface Proposal extends RatchetRule {
  readonly count: Count;
  readonly proposed: number;
  /** What is reached, for a person. */
  readonly reached: string;
}

/** Every floor and limit that the configuration spells out for coverage. */
export function ratchetRules(
  { coverage, profiles }: Config,
  files: readonly CoverageFile[],
  reports: readonly CoverageBody[],
): readonly RatchetRule[] {
  const rules: RatchetRule[] = [];
  for (const [index, { id, paths, floors, maxUncovered }] of (coverage?.components ?? []).entries()) {
    const own = filesFitting(paths, files);
    for (const metric of COVERAGE_METRICS) {
      const at = ["coverage", "components", String(index)];
      const count = totalOf(own, metric);
      const common = { of: `component ${id}`, metric, count };
      const [floor, most] = [floors[metric], maxUncovered[metric]];
      if (floor !== undefined) rules.push({ ...common, kind: "floor", path: [...at, metric], current: floor });
      if (most !== undefined) {
        rules.push({ ...common, kind: "max-uncovered", path: [...at, "maxUncovered", metric], current: most });
      }
    }
  }
  for (const [index, context] of (coverage?.contexts ?? []).entries()) {
    const count = contextCount(context, files, reports);
    const path = ["coverage", "contexts", String(index), "lines"];
    rules.push({ of: `context ${context.id}`, metric: "lines", kind: "floor", path, current: context.lines, count });
  }
  return [...rules, ...wholeRules(profiles, files)];
}

/** Parameters of the check about the whole, where a profile has its own. */
function wholeRules(profiles: Config["profiles"], files: readonly CoverageFile[]): readonly RatchetRule[] {
  return Object.entries(profiles).flatMap(([profile, { gates }]) => {
    const params = gates.find(({ id }) => id === "coverage")?.checks["whole-floor"] ?? {};
    return COVERAGE_METRICS.flatMap((metric): RatchetRule[] => {
      const name = `${metric}Percent`;
      const current = params[name];
      if (typeof current !== "number") return [];
      const path = ["profiles", profile, "gates", "coverage", "checks", "whole-floor", name];
      return [{ of: `profile ${profile}`, metric, kind: "floor", path, current, count: totalOf(files, metric) }];
    });
  });
}

/** Lines measured in the context's paths, and those of them that its tests cover; null where lines are not named. */
function contextCount(
  { id, paths }: ContextConfig,
  files: readonly CoverageFile[],
  reports: readonly CoverageBody[],
): Count | null {
  const covered = new Map<string, Uint32Array>();
  for (const file of reports
    .flatMap(({ contexts }) => contexts.filter((one) => one.id === id))
    .flatMap((one) => one.files)) {
    const lines = readLineRanges(file.coveredLines);
    const before = covered.get(file.path);
    covered.set(file.path, before === undefined ? lines : unionOfLines(before, lines));
  }
  const own = filesFitting(paths, files);
  let [hit, all] = [0, 0];
  for (const file of own) {
    const sets = lineSets(file);
    if (sets === null) return null;
    const lines = unionOfLines(sets.covered, sets.uncovered);
    hit += commonLines(lines, covered.get(file.path) ?? new Uint32Array()).length;
    all += lines.length;
  }
  return own.length === 0 ? null : { covered: hit, total: all };
}

/**
 * The rules that could ask for more, with how much: a floor is raised to a tenth of a point below what is reached less
 * the slack, a limit is lowered to what is uncovered and the slack. Nothing is ever loosened.
 */
export function propose(rules: readonly RatchetRule[], terms: RatchetTerms): readonly Proposal[] {
  return rules.flatMap((rule): Proposal[] => {
    const { count, current, kind } = rule;
    if (count === null || count.total === 0) return [];
    const proposed = kind === "floor" ? floorFor(count, terms) : limitFor(count, terms);
    const isStricter = kind === "floor" ? proposed > current : proposed < current;
    if (!isStricter) return [];
    return [{ ...rule, count, proposed, reached: reachedText(count, kind) }];
  });
}

function floorFor({ covered, total }: Count, { slackPoints, stopPercent }: RatchetTerms): number {
  const tenths = Number((BigInt(covered) * 1_000n) / BigInt(total)) - Math.ceil(slackPoints * 10);
  return Math.min(Math.floor(stopPercent * 10), Math.max(0, tenths)) / 10;
}

function limitFor({ covered, total }: Count, { slackPoints }: RatchetTerms): number {
  return total - covered + Number((BigInt(total) * BigInt(Math.floor(slackPoints * 10))) / 1_000n);
}

function reachedText({ covered, total }: Count, kind: RatchetRule["kind"]): string {
  return kind === "floor"
    ? `${formatPercent(covered, total)} (${covered} of ${total})`
    : `${total - covered} uncovered`;
}
