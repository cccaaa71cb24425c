import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { filesFitting } from "@holdpoint/core";
import { componentsParam } from "../../../evidence/coverage-params.ts";
import { noneNamed } from "../../../evidence/coverage-parts.ts";
import { mappingOf, untestedPaths, untestedPlaces } from "../../../evidence/mapped-modules.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const critical = componentsParam(input.params).filter((component) => component.critical);
  const { modules } = mappingOf(input);
  if (critical.length === 0) return noneNamed("critical component");
  const parts = critical.map(({ id, paths }) => ({ id, paths, own: filesFitting(paths, modules) }));
  const problems = parts.flatMap(({ id, paths, own }) => {
    if (own.length === 0) return [withoutModules(id, paths)];
    const untested = untestedPaths(own);
    return untested.length === 0 ? [] : [withUntested(id, own.length, untested)];
  });
  const total = new Set(parts.flatMap(({ own }) => own)).size;
  const reason = `${count(total, "module")} of ${count(critical.length, "critical component")}, each with a test`;
  return conclude(problems, { reason, observed: 0, threshold: 0 });
}

function withUntested(id: string, total: number, untested: readonly string[]): Problem {
  return {
    outcome: "fail",
    code: "untested-critical",
    text: `component ${id}: ${untested.length} of ${count(total, "module")} without a test: ${listed(untested)}`,
    observed: untested.length,
    threshold: 0,
    flip: "would pass with 0 modules without a test",
    locations: untestedPlaces(untested, `no test leads to it, and ${id} is critical`),
  };
}

function withoutModules(id: string, paths: readonly string[]): Problem {
  return {
    outcome: "fail",
    code: "rule-matches-nothing",
    text: `component ${id}: ${paths.join(", ")} fits no module`,
    observed: 0,
    threshold: "at least 1 module",
    flip: "would pass with 1 module that fits and has a test",
  };
}
