import type { Check, CheckInput, ComponentConfig, ContextConfig, CoverageFile, Finding } from "@holdpoint/core";
import { filesFitting, globsWithoutFile, measuredFiles } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { deadFloorProblems } from "../../../evidence/coverage-floor.ts";
import { componentsParam, contextsParam } from "../../../evidence/coverage-params.ts";
import { noneNamed } from "../../../evidence/coverage-parts.ts";
import { percentParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const deadPoints = percentParam(input.params, "deadPoints");
  const components = componentsParam(input.params);
  const contexts = contextsParam(input.params);
  const files = measuredFiles(coverageReports(input));
  const rules = components.length + contexts.length;
  if (rules === 0) return noneNamed("component or context");
  const problems = [
    ...components.flatMap((one) => componentProblems(one, files, deadPoints)),
    ...contexts.flatMap((one) => contextProblems(one, files)),
  ];
  const reason = `${count(rules, "rule")} fit measured files and are near what is reached`;
  return conclude(problems, { reason, observed: rules, threshold: rules });
}

function componentProblems(component: ComponentConfig, files: readonly CoverageFile[], deadPoints: number): Problem[] {
  const of = `component ${component.id}`;
  const own = filesFitting(component.paths, files);
  return [
    ...fittingNothing(of, component.paths, files),
    ...deadFloorProblems(own, component.floors, { of, deadPoints }),
  ];
}

/** How much a context reaches is judged by `context-floors`; here only whether its floor is one. */
function contextProblems({ id, paths, lines }: ContextConfig, files: readonly CoverageFile[]): Problem[] {
  const of = `context ${id}`;
  const problems = fittingNothing(of, paths, files);
  if (lines > 0) return problems;
  return [
    ...problems,
    {
      outcome: "warn",
      code: "dead-floor",
      text: `${of}: a floor of 0% holds nothing`,
      observed: "0%",
      threshold: "more than 0%",
      flip: "would pass with a floor above 0%",
    },
  ];
}

function fittingNothing(of: string, globs: readonly string[], files: readonly CoverageFile[]): Problem[] {
  return globsWithoutFile(globs, files).map((glob) => ({
    outcome: "fail",
    code: "rule-matches-nothing",
    text: `${of}: the pattern ${glob} fits no measured file`,
    observed: 0,
    threshold: "at least 1 file",
    flip: "would pass with 1 measured file that fits",
  }));
}
