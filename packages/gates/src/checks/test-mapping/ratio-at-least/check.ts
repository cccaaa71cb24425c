import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { formatPercent, shortBy } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { mappingOf, untestedPaths, untestedPlaces } from "../../../evidence/mapped-modules.ts";
import { percentParam } from "../../../params.ts";
import { isAbove } from "../../../share.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const floor = percentParam(input.params, "ratioPercent");
  const deadPoints = percentParam(input.params, "deadPoints");
  const { modules } = mappingOf(input);
  const untested = untestedPaths(modules);
  const total = modules.length;
  const ratio = { covered: total - untested.length, total };
  const threshold = `${floor}%`;
  const observed = formatPercent(ratio.covered, total, floor);
  const seen = `${observed} of the modules have a test (${ratio.covered} of ${total})`;
  const problems: Problem[] = [];
  const short = shortBy(ratio.covered, total, floor);
  if (short === null) {
    problems.push({
      outcome: "missing",
      code: "nothing-to-test",
      text: "no module holds anything that a test could run",
      observed,
      threshold,
      flip: "would be judged with 1 module that holds code",
    });
  } else if (short > 0) {
    problems.push({
      outcome: "fail",
      code: "below-floor",
      text: `${seen}, ${count(short, "module")} short of ${threshold}: ${listed(untested)}`,
      observed,
      threshold,
      flip: `would pass with tests for ${count(short, "more module")}`,
      locations: untestedPlaces(untested),
    });
  } else if (isAbove(ratio, floor, deadPoints)) {
    const why = floor === 0 ? "a floor of 0% holds nothing" : `the floor is more than ${deadPoints} points lower`;
    problems.push({
      outcome: "warn",
      code: "dead-floor",
      text: `${seen}; ${why}`,
      observed,
      threshold,
      flip: `would pass with a floor within ${deadPoints} points of ${observed}`,
    });
  }
  return conclude(problems, { reason: seen, observed, threshold, locations: untestedPlaces(untested) });
}
