import type { Check, CheckInput, CoverageMetric, Finding } from "@holdpoint/core";
import { COVERAGE_METRICS } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import type { ComparedFacts } from "../../../evidence/compared-facts.ts";
import { comparedFacts, isFinding, notCompared, otherInstruments } from "../../../evidence/compared-facts.ts";
import { shareText } from "../../../evidence/coverage-fall.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const facts = comparedFacts(input, definition.id);
  if (isFinding(facts)) return facts;
  const other = otherInstruments(facts);
  if (other !== null) return notCompared(other);
  const metrics = COVERAGE_METRICS.filter((metric) => (facts.before.totals[metric]?.total ?? 0) > 0);
  return conclude(
    metrics.flatMap((metric) => problemOf(metric, facts)),
    { reason: `${metrics.join(", ")} are measured as then`, observed: metrics.length, threshold: metrics.length },
  );
}

function problemOf(metric: CoverageMetric, { before, now }: ComparedFacts): Problem[] {
  const was = before.totals[metric];
  if (was === undefined) return [];
  if ((now.totals[metric]?.total ?? 0) === 0) {
    const threshold = shareText(was);
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
  const had = new Set(before.files?.filter((file) => file[metric] !== null).map(({ path }) => path));
  const lost = (now.files ?? []).filter((file) => file[metric] === null && had.has(file.path)).map(({ path }) => path);
  if (lost.length === 0) return [];
  return [
    {
      outcome: "fail",
      code: "metric-partly-gone",
      text: `${metric} are no longer measured in ${count(lost.length, "file")}: ${listed(lost)}`,
      observed: lost.length,
      threshold: 0,
      flip: `would pass with ${metric} counted in these files`,
      locations: lost.map((file) => ({ file, text: `${metric} were measured at the last promotion` })),
    },
  ];
}
