import type { ComponentConfig, CoverageFile, Finding } from "@holdpoint/core";
import { filesFitting } from "@holdpoint/core";
import type { Problem } from "../conclude.ts";
import type { FloorTerms } from "./coverage-floor.ts";
import { floorProblems, floorsText, reached, uncoveredProblems } from "./coverage-floor.ts";

/** A component with the measured files that belong to it. */
export interface ComponentPart {
  readonly component: ComponentConfig;
  readonly files: readonly CoverageFile[];
}

export function partsOf(
  components: readonly ComponentConfig[],
  files: readonly CoverageFile[],
): readonly ComponentPart[] {
  return components.map((component) => ({ component, files: filesFitting(component.paths, files) }));
}

/** Floors and limits of one component. */
export function partProblems({ component, files }: ComponentPart, given: Omit<FloorTerms, "of">): Problem[] {
  const terms = { of: `component ${component.id}`, ...given };
  if (files.length === 0) return [withoutFiles(component)];
  return [...floorProblems(files, component.floors, terms), ...uncoveredProblems(files, component.maxUncovered, terms)];
}

/** `store lines 70.00%, all lines 76.66%` */
export function partsReached(parts: readonly ComponentPart[]): string {
  return parts.map(({ component, files }) => `${component.id} ${reached(files, ["lines"]) || "nothing"}`).join(", ");
}

export function partsWanted(components: readonly ComponentConfig[]): string {
  return components.map(({ id, floors, maxUncovered }) => `${id} ${floorsText(floors, maxUncovered)}`).join(", ");
}

/** For a check that is about parts of the project of which the configuration names none. */
export function noneNamed(what: string): Finding {
  return {
    outcome: "not-applicable",
    code: "none-named",
    reason: `the configuration names no ${what}`,
    observed: 0,
    threshold: `at least 1 ${what}`,
    flip: `would be judged with 1 ${what}`,
  };
}

function withoutFiles({ id, paths }: ComponentConfig): Problem {
  return {
    outcome: "missing",
    code: "not-measured",
    text: `component ${id}: no report measures a file of it (${paths.join(", ")})`,
    observed: "0 files",
    threshold: "at least 1 file",
    flip: "would be judged with 1 measured file",
  };
}
