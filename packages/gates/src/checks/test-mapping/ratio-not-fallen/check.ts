import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { formatPercent } from "@holdpoint/core";
import { untestedPlaces } from "../../../evidence/mapped-modules.ts";
import type { MappingFacts } from "../../../evidence/mapping-facts.ts";
import { mappingFactsNow, readMappingFacts } from "../../../evidence/mapping-facts.ts";
import { withoutFacts } from "../../../inherit.ts";
import { percentParam } from "../../../params.ts";
import { fellByMore } from "../../../share.ts";
import { listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const tolerance = percentParam(input.params, "tolerancePoints");
  const now = mappingFactsNow(input);
  const before = readMappingFacts(input);
  if (before === null) return withoutFacts(input, "test-mapping", definition.id, "the share of modules with a test");
  const [observed, threshold] = [shown(now), shown(before)];
  const problems = fellByMore(before.ratio, now.ratio, tolerance) ? [problemOf(now, before, tolerance)] : [];
  const reason = `${observed} of the modules have a test, at the last promotion ${threshold}`;
  return conclude(problems, { reason, observed, threshold });
}

function problemOf(now: MappingFacts, before: MappingFacts, tolerance: number): Problem {
  const isWorse = now.untested.length > before.untested.length;
  const known = new Set(before.untested);
  const newly = now.untested.filter((path) => !known.has(path));
  const text =
    `modules with a test fell from ${shown(before)} to ${shown(now)}, ${tolerance} points are tolerated; ` +
    `${now.untested.length} have none, then ${before.untested.length}`;
  return {
    outcome: isWorse ? "fail" : "warn",
    code: isWorse ? "fell" : "share-fell",
    text: isWorse ? `${text}; new among them: ${listed(newly)}` : text,
    observed: shown(now),
    threshold: shown(before),
    flip: isWorse
      ? `would warn at <= ${before.untested.length} modules without a test`
      : `would pass within ${tolerance} points of ${shown(before)}`,
    locations: untestedPlaces(newly),
  };
}

function shown({ ratio: { covered, total } }: MappingFacts): string {
  return `${formatPercent(covered, total)} (${covered} of ${total})`;
}
