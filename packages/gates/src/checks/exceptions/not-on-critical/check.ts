import type { Check, CheckInput, Finding, ComponentConfig, CoverageException } from "@holdpoint/core";
import { asksFor, filesFitting } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { exceptionProblem, openExceptions, openText } from "../../../evidence/coverage-exceptions.ts";
import { componentsParam } from "../../../evidence/coverage-params.ts";
import { stringsParam } from "../../../params.ts";
import { listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const open = openExceptions(input);
  const allowed = stringsParam(input.params, "allowOnCritical");
  const critical = componentsParam(input.params).filter((one) => one.critical && !allowed.includes(one.id));
  return conclude(
    open.flatMap((exception) => problemsOf(exception, critical)),
    { reason: `${openText(open)}, none on a critical component`, observed: 0, threshold: 0 },
  );
}

function problemsOf(exception: CoverageException, critical: readonly ComponentConfig[]): Problem[] {
  const files = exception.matches.map((path) => ({ path }));
  const hit = critical.filter((one) => asksFor(one, exception.metric) && filesFitting(one.paths, files).length > 0);
  if (hit.length === 0) return [];
  return [
    exceptionProblem(exception, {
      outcome: "fail",
      code: "on-critical",
      what: `is on ${listed(hit.map(({ id }) => id))}, which is critical`,
      observed: hit.length,
      threshold: 0,
      flip: "would pass with 0 critical components among its files",
    }),
  ];
}
