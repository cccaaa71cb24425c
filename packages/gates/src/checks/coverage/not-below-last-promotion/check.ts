import type { Check, CheckInput, Count, CoverageMetric, Finding, Location } from "@holdpoint/core";
import { COVERAGE_METRICS, formatPercent } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import type { CoverageFacts } from "../../../evidence/coverage-facts.ts";
import { factsNow, readCoverageFacts } from "../../../evidence/coverage-facts.ts";
import { coverageReports, measuredFiles, uncoveredPlaces } from "../../../evidence/coverage-files.ts";
import { withoutFacts } from "../../../inherit.ts";
import { choiceParam, percentParam } from "../../../params.ts";
import { fellByMore } from "../../../share.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const tolerancePoints = percentParam(input.params, "tolerancePoints");
  const other = choiceParam(input.params, "otherInstrument", ["refuse", "accept"]);
  const now = factsNow(input);
  const before = readCoverageFacts(input);
  if (before === null) return withoutFacts(input, "coverage", definition.id, "its coverage figures");
  const [instrumentsNow, instrumentsThen] = [instruments(now), instruments(before)];
  if (instrumentsNow !== instrumentsThen) return notComparable(instrumentsNow, instrumentsThen, other);
  const places = uncoveredPlaces(measuredFiles(coverageReports(input)));
  const metrics = COVERAGE_METRICS.filter((metric) => before.totals[metric] !== undefined);
  const problems = metrics.flatMap((metric) =>
    metricProblem(metric, before.totals[metric], now.totals[metric], { tolerancePoints, places }),
  );
  const [seen, wanted] = [now, before].map((facts) => shares(facts, metrics));
  return conclude(problems, {
    reason: `${seen}, at the last promotion ${wanted}`,
    observed: seen ?? "",
    threshold: wanted ?? "",
  });
}

interface Terms {
  readonly tolerancePoints: number;
  readonly places: readonly Location[];
}

function metricProblem(
  metric: CoverageMetric,
  before: Count | undefined,
  now: Count | undefined,
  terms: Terms,
): Problem[] {
  if (before === undefined || before.total === 0) return [];
  const threshold = share(before);
  if (now === undefined || now.total === 0) {
    return [
      {
        outcome: "fail",
        code: "metric-gone",
        text: `${metric} were ${threshold} at the last promotion and are not measured now`,
        observed: "not measured",
        threshold,
        flip: `would pass with a report that counts ${metric}`,
      },
    ];
  }
  if (!fellByMore(before, now, terms.tolerancePoints)) return [];
  const [uncovered, uncoveredThen] = [now.total - now.covered, before.total - before.covered];
  const fell = uncovered > uncoveredThen;
  const text =
    `${metric} fell from ${threshold} to ${share(now)}, ${terms.tolerancePoints} points are tolerated; ` +
    `${uncovered} are uncovered, then ${uncoveredThen}`;
  return [
    {
      outcome: fell ? "fail" : "warn",
      code: fell ? "fell" : "share-fell",
      text,
      observed: share(now),
      threshold,
      flip: fell
        ? `would warn at <= ${uncoveredThen} uncovered ${metric}`
        : `would pass within ${terms.tolerancePoints} points of ${threshold}`,
      locations: fell ? terms.places : [],
    },
  ];
}

function notComparable(now: string, then: string, other: "refuse" | "accept"): Finding {
  const text = `coverage was measured by ${then} at the last promotion and is measured by ${now} now`;
  if (other === "accept") {
    return {
      outcome: "not-applicable",
      code: "other-instrument",
      reason: `${text}, which the profile accepts`,
      observed: now,
      threshold: then,
    };
  }
  return {
    outcome: "missing",
    code: "not-comparable",
    reason: `${text}: the figures cannot be compared`,
    observed: now,
    threshold: then,
    flip: `would be judged with figures of ${then}`,
  };
}

function instruments({ reports }: CoverageFacts): string {
  return reports.map(({ id, format, instrumenter }) => `${id} (${format}, ${instrumenter})`).join(", ");
}

function shares({ totals }: CoverageFacts, metrics: readonly CoverageMetric[]): string {
  return metrics
    .map((metric) => `${metric} ${totals[metric] === undefined ? "not measured" : share(totals[metric])}`)
    .join(", ");
}

function share({ covered, total }: Count): string {
  return `${formatPercent(covered, total)} (${covered} of ${total})`;
}
