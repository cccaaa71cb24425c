import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { formatPercent } from "@holdpoint/core";
import { mappingOf } from "../../../evidence/mapped-modules.ts";
import { countParam, percentParam } from "../../../params.ts";
import { shareMax } from "../../../share.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const maxDistance = countParam(input.params, "maxDistance");
  const maxFarPercent = percentParam(input.params, "maxFarPercent");
  const modules = mappingOf(input).modules.filter(({ by }) => by === "import");
  const far = modules.filter(({ distance }) => (distance ?? 0) > maxDistance);
  const max = shareMax(modules.length, maxFarPercent);
  const threshold = `at most ${max} of ${modules.length} (${maxFarPercent}%)`;
  const observed = `${far.length} (${formatPercent(far.length, modules.length)})`;
  const locations = far
    .toSorted((a, b) => (b.distance ?? 0) - (a.distance ?? 0))
    .map(({ path, distance }) => ({ file: path, text: `${distance} imports away from the nearest test` }));
  const of = count(modules.length, "module");
  const seen = `${far.length} of ${of} more than ${count(maxDistance, "import")} from a test`;
  const problem = {
    outcome: "warn",
    code: "far-from-tests",
    text: `${seen}, ${max} may be: ${listed(locations.map(({ file }) => file))}`,
    observed,
    threshold,
    flip: `would pass at <= ${count(max, "module")}`,
    locations,
  } as const;
  return conclude(far.length > max ? [problem] : [], { reason: seen, observed, threshold, locations });
}
