import type { CheckInput, CoverageException, CoverageExceptionsBody, Location, PlantScene } from "@holdpoint/core";
import { COVERAGE_METRICS, KIND, shortBy } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";
import type { Problem } from "../conclude.ts";
import { byText, count } from "../text.ts";

/** What the evidence says of exceptions; several bodies are one register. */
export function exceptionBodies(input: CheckInput): readonly CoverageExceptionsBody[] {
  return bodiesOf<CoverageExceptionsBody>(input, KIND.coverageExceptions);
}

/**
 * Every exception, resolved ones too, sorted by id.
 *
 * @throws RangeError for evidence that no records can have made
 */
export function allExceptions(input: CheckInput): readonly CoverageException[] {
  return exceptionBodies(input)
    .flatMap((body) => body.exceptions)
    .map(needSound)
    .toSorted((a, b) => byText(a.id, b.id) || byText(a.file, b.file));
}

function needSound(exception: CoverageException): CoverageException {
  const { id, metric, atDecision } = exception;
  if (!COVERAGE_METRICS.includes(metric))
    throw new RangeError(`the metric of ${id} must be one of ${COVERAGE_METRICS.join(", ")}`);
  // Refuses more covered than there is.
  shortBy(atDecision.covered, atDecision.total, 0);
  return exception;
}

export function openExceptions(input: CheckInput): readonly CoverageException[] {
  return allExceptions(input).filter(({ resolved }) => resolved === null);
}

/** `cov-1 (src/a.ts, lines, Ada)` */
export function named({ id, path, metric, owner }: CoverageException): string {
  return `${id} (${path}, ${metric}, ${owner.trim() === "" ? "nobody" : owner})`;
}

export function placeOf({ file }: CoverageException, text: string): readonly Location[] {
  return [{ file, text }];
}

/** Something wrong with one exception. */
export function exceptionProblem(
  exception: CoverageException,
  problem: Omit<Problem, "text" | "locations"> & { readonly what: string },
): Problem {
  const { what, ...rest } = problem;
  return { ...rest, text: `${named(exception)} ${what}`, locations: placeOf(exception, what) };
}

/** `2 open exceptions` */
export function openText(exceptions: readonly CoverageException[]): string {
  return count(exceptions.length, "open exception");
}

/** The scene with its exceptions changed, for plants. */
export function withExceptions(
  scene: PlantScene,
  change: (exception: CoverageException) => Partial<CoverageException>,
): PlantScene {
  return withBodies(scene, (body) => ({
    ...body,
    exceptions: body.exceptions.map((one) => ({ ...one, ...change(one) })),
  }));
}

export function withBodies(
  scene: PlantScene,
  change: (body: CoverageExceptionsBody) => CoverageExceptionsBody,
): PlantScene {
  const bodies = (scene.bodies[KIND.coverageExceptions] ?? []) as readonly CoverageExceptionsBody[];
  return { ...scene, bodies: { ...scene.bodies, [KIND.coverageExceptions]: bodies.map(change) } };
}
