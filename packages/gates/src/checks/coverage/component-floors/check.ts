import type { Check, CheckInput, CoverageFile, Finding } from "@holdpoint/core";
import { compileGlob } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { coverageReports, measuredFiles, totalOf, uncoveredPlaces } from "../../../evidence/coverage-files.ts";
import { floorProblems, reached } from "../../../evidence/coverage-floor.ts";
import { percentParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import type { Component } from "./components.ts";
import { componentsParam } from "./components.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const components = componentsParam(input.params);
  const deadPoints = percentParam(input.params, "deadPoints");
  const files = measuredFiles(coverageReports(input));
  if (components.length === 0) {
    return {
      outcome: "not-applicable",
      code: "no-components",
      reason: "the profile names no component",
      observed: 0,
      threshold: "at least 1 component",
      flip: "would be judged with 1 component",
    };
  }
  const parts = components.map((component) => ({ component, files: filesOf(component, files) }));
  const seen = parts.map((part) => `${part.component.id} ${reached(part.files, ["lines"])}`).join(", ");
  return conclude(
    parts.flatMap((part) => problemsOf(part.component, part.files, files, deadPoints)),
    {
      reason: `${count(components.length, "component")} at or above their floors: ${seen}`,
      observed: seen,
      threshold: floorsOf(components),
    },
  );
}

function filesOf({ paths }: Component, files: readonly CoverageFile[]): readonly CoverageFile[] {
  const globs = paths.map((path) => compileGlob(path));
  return files.filter((file) => globs.some((fits) => fits(file.path)));
}

function problemsOf(
  component: Component,
  own: readonly CoverageFile[],
  all: readonly CoverageFile[],
  deadPoints: number,
): Problem[] {
  const dead = component.paths.filter((path) => {
    const fits = compileGlob(path);
    return !all.some((file) => fits(file.path));
  });
  const problems = dead.map((path) => matchesNothing(component.id, path));
  if (own.length === 0) return problems;
  const of = `component ${component.id}`;
  return [...problems, ...floorProblems(own, component.floors, { of, deadPoints }), ...uncovered(component, own)];
}

function uncovered({ id, maxUncovered }: Component, files: readonly CoverageFile[]): Problem[] {
  if (maxUncovered === null) return [];
  const lines = totalOf(files, "lines");
  const threshold = `at most ${maxUncovered}`;
  if (lines === null) {
    return [
      {
        outcome: "missing",
        code: "not-measured",
        text: `component ${id}: no report measures lines`,
        observed: "not measured",
        threshold,
        flip: "would be judged with a report that counts lines",
      },
    ];
  }
  const missing = lines.total - lines.covered;
  if (missing <= maxUncovered) return [];
  return [
    {
      outcome: "fail",
      code: "too-many-uncovered",
      text: `component ${id}: ${count(missing, "line")} uncovered, ${threshold} allowed`,
      observed: missing,
      threshold,
      flip: `would pass at <= ${maxUncovered} uncovered lines`,
      locations: uncoveredPlaces(files),
    },
  ];
}

function matchesNothing(id: string, path: string): Problem {
  return {
    outcome: "fail",
    code: "rule-matches-nothing",
    text: `component ${id}: the pattern ${path} fits no measured file`,
    observed: 0,
    threshold: "at least 1 file",
    flip: "would pass with 1 measured file that fits",
  };
}

function floorsOf(components: readonly Component[]): string {
  return components
    .map(({ id, floors, maxUncovered }) => {
      const parts = Object.entries(floors).map(([metric, floor]) => `${metric} ${floor}%`);
      if (maxUncovered !== null) parts.push(`at most ${maxUncovered} uncovered`);
      return `${id} ${parts.join(" ")}`;
    })
    .join(", ");
}
