import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { compileGlob } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { mappingOf, pathsOf, untestedPlaces } from "../../../evidence/mapped-modules.ts";
import { countParam, stringsParam } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const max = countParam(input.params, "maxLoose");
  const allowed = stringsParam(input.params, "allowed").map((glob) => compileGlob(glob));
  const { bodies } = mappingOf(input);
  const tests = pathsOf(bodies, "tests").length;
  const all = pathsOf(bodies, "looseTests");
  const loose = all.filter((path) => !allowed.some((fits) => fits(path)));
  const locations = untestedPlaces(loose, "leads to no module");
  const problems: Problem[] = [];
  if (all.length > 0 && all.length >= tests) {
    problems.push({
      outcome: "fail",
      code: "all-loose",
      text: `none of ${count(tests, "test")} leads to a module`,
      observed: 0,
      threshold: "at least 1 test",
      flip: "would pass with a test that imports a module",
      locations,
    });
  } else if (loose.length > max) {
    problems.push({
      outcome: "warn",
      code: "loose-tests",
      text: `${loose.length} of ${count(tests, "test")} lead to no module, ${max} may: ${listed(loose)}`,
      observed: loose.length,
      threshold: max,
      flip: `would pass at <= ${count(max, "loose test")}`,
      locations,
    });
  }
  const reason = `${tests - all.length} of ${count(tests, "test")} lead to a module`;
  return conclude(problems, { reason, observed: loose.length, threshold: max, locations });
}
