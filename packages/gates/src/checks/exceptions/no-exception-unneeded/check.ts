import type { Check, CheckInput, Finding, ComponentConfig, CoverageException, CoverageFile } from "@holdpoint/core";
import { exceptionNeed, formatPercent, measuredFiles } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { exceptionProblem, openExceptions, openText } from "../../../evidence/coverage-exceptions.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { componentsParam } from "../../../evidence/coverage-params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const open = openExceptions(input);
  const files = measuredFiles(coverageReports(input));
  const components = componentsParam(input.params);
  return conclude(
    open.flatMap((exception) => problemsOf(exception, files, components)),
    { reason: `${openText(open)}, each still needed`, observed: open.length, threshold: open.length },
  );
}

function problemsOf(
  exception: CoverageException,
  files: readonly CoverageFile[],
  components: readonly ComponentConfig[],
): Problem[] {
  const { matches, metric } = exception;
  // That there is no file is another check's question.
  if (matches.length === 0) return [];
  const need = exceptionNeed(matches, metric, files, components);
  if (need.components.length === 0) {
    return [
      exceptionProblem(exception, {
        outcome: "warn",
        code: "excuses-nothing",
        what: `excuses nothing: no component asks for ${metric} there`,
        observed: "0 components",
        threshold: "at least 1 component",
        flip: `would pass with a component that asks for ${metric} of its files`,
      }),
    ];
  }
  if (need.count === null || need.reached === null) {
    return [
      exceptionProblem(exception, {
        outcome: "warn",
        code: "not-measured",
        what: `is about ${metric} that no report measures`,
        observed: "not measured",
        threshold: `a report that counts ${metric}`,
        flip: `would pass with a report that counts ${metric} of its files`,
      }),
    ];
  }
  if (!need.reached) return [];
  const { covered, total } = need.count;
  const threshold = need.floor === null ? "all" : `${need.floor}%`;
  return [
    exceptionProblem(exception, {
      outcome: "warn",
      code: "reached",
      what:
        `is no longer needed: ${metric} ${formatPercent(covered, total)} (${covered} of ${total}), ` +
        `asked is ${threshold}`,
      observed: formatPercent(covered, total, need.floor ?? 100),
      threshold,
      flip: "would pass when it is resolved",
    }),
  ];
}
