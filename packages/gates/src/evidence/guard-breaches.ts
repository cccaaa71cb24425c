import type { ParameterPlan, ProposedDelta, SoakBody, SoakIteration } from "@holdpoint/core";
import { REVERT_RULE } from "@holdpoint/core";
import { attemptsOf, placeOf } from "./soaks.ts";

/** A change that was let through although a guard forbids it. */
export interface GuardBreach {
  readonly code: string;
  readonly text: string;
}

/** Sums of steps such as 0.1 are a hair off. */
const HAIR = 1e-9;

/** Replays the record of a soak against what its plan allows. */
export function guardBreaches(soak: SoakBody): readonly GuardBreach[] {
  const changedIn = new Map<string, number>();
  return soak.iterations.flatMap((one) => {
    const place = placeOf(soak, one);
    const attempts = attemptsOf(one);
    const breaches = [
      ...neverFrozen(soak, one).map((name) => ({ code: "never-frozen", text: `${name} (${place})` })),
      ...severalSubsystems(one, attempts, place),
      ...attempts.flatMap((delta) =>
        breachesOf(soak, one, delta, changedIn).map((code) => ({ code, text: `${told(delta)} (${place})` })),
      ),
    ];
    for (const { parameter } of attempts.filter((delta) => hasMoved(one, delta)))
      changedIn.set(parameter, one.iteration);
    return breaches;
  });
}

function breachesOf(
  { terms, tuningEnabled }: SoakBody,
  { iteration, tuning }: SoakIteration,
  delta: ProposedDelta,
  changedIn: ReadonlyMap<string, number>,
): readonly string[] {
  const plan = terms.parameters.find(({ path }) => path === delta.parameter);
  const off = tuningEnabled && tuning.enabled ? [] : ["changed-while-off"];
  if (plan === undefined) return [...off, "unknown-parameter"];
  const bounds = delta.to < plan.min || delta.to > plan.max ? ["out-of-bounds"] : [];
  if (isRevert(tuning, delta)) return [...off, ...bounds];
  const last = changedIn.get(delta.parameter);
  return [
    ...off,
    ...bounds,
    ...(tuning.guards.frozen.includes(plan.subsystem) ? ["frozen-changed"] : []),
    ...(isTooFar(plan, delta) ? ["step-too-large"] : []),
    ...(last !== undefined && iteration - last <= plan.cooldown ? ["cooldown-broken"] : []),
  ];
}

function neverFrozen({ terms }: SoakBody, { tuning }: SoakIteration): readonly string[] {
  return tuning.guards.frozen.filter((name) => terms.freeze.never.includes(name));
}

function severalSubsystems(
  { tuning }: SoakIteration,
  attempts: readonly ProposedDelta[],
  place: string,
): GuardBreach[] {
  const ruled = attempts.filter((delta) => !isRevert(tuning, delta));
  const subsystems = [...new Set(ruled.map(({ subsystem }) => subsystem))];
  return subsystems.length > 1 ? [{ code: "several-subsystems", text: `${subsystems.join(" and ")} (${place})` }] : [];
}

/** Going back to what was last good passes all guards but the bounds: it is the way out. */
function isRevert({ reverted }: SoakIteration["tuning"], { rule }: ProposedDelta): boolean {
  return reverted && rule === REVERT_RULE;
}

function isTooFar({ step }: ParameterPlan, { from, to }: ProposedDelta): boolean {
  return from !== null && Math.abs(to - from) > step * (1 + HAIR);
}

/** A change without a reading counts as one: nobody knows. */
function hasMoved({ tuning }: SoakIteration, { parameter }: ProposedDelta): boolean {
  const reading = tuning.readings.find(({ path, verdict }) => path === parameter && verdict !== "drifted");
  return reading === undefined || reading.after !== reading.before;
}

function told({ parameter, from, to }: ProposedDelta): string {
  return `${parameter} from ${from} to ${to}`;
}
