import { HoldpointError } from "../errors/holdpoint-error.ts";
import type { AbortPlan } from "../load/plan.ts";
import { didYouMean } from "../text/suggest.ts";
import { ROLLING_WINDOW_SLICES_MAX } from "../windows/rolling-window.ts";
import type { BurnTerms, Objective } from "./objective.ts";

/** So many objectives, each with its windows, are judged every second. */
export const OBJECTIVES_MAX = 100;

/**
 * Refuses objectives that could not be judged as they say.
 *
 * @throws HoldpointError `HP-CONFIG-VALUE` for a figure out of its range, a window that is not whole seconds, an id
 *   that is there twice; `HP-CONFIG-REFERENCE` where the abort names an objective that is not there
 */
export function checkObjectives(objectives: readonly Objective[], abort: AbortPlan | null): void {
  if (objectives.length > OBJECTIVES_MAX)
    throw wrong("the load run", `${objectives.length} objectives, at most ${OBJECTIVES_MAX} are judged`);
  const ids = objectives.map(({ id }) => id);
  for (const [at, objective] of objectives.entries()) {
    if (ids.indexOf(objective.id) !== at) throw wrong(objective.id, "the same id twice");
    checkOne(objective);
  }
  if (abort === null) return;
  whole(abort.windowMs, "abort", "a window");
  if (!(abort.holdMs >= 0)) throw wrong("abort", `a hold of ${abort.holdMs} ms`);
  for (const id of abort.objectives) {
    if (ids.includes(id)) continue;
    const text = `abort names the objective "${id}", which is not there${didYouMean(id, ids)}`;
    throw new HoldpointError("HP-CONFIG-REFERENCE", text);
  }
}

function checkOne(objective: Objective): void {
  const { id, scope, window } = objective;
  if (scope.endpoint !== null && scope.tag !== null)
    throw wrong(id, "both an endpoint and a tag; requests are counted by either");
  if (window !== null) {
    whole(window.sizeMs, id, "a window");
    whole(window.stepMs, id, "a step");
    if (window.stepMs > window.sizeMs)
      throw wrong(
        id,
        `a step of ${window.stepMs} ms and windows of ${window.sizeMs} ms, which would leave seconds unseen`,
      );
    if (!Number.isSafeInteger(window.violationsMax) || window.violationsMax < 0)
      throw wrong(id, `${window.violationsMax} windows that may be missed`);
  }
  switch (objective.kind) {
    case "percentile":
      share(objective.quantile, id, "quantile");
      positive(objective.maxMs, id, "limit in milliseconds");
      return;
    case "events":
      share(objective.ratio, id, "share");
      if (objective.within !== null) positive(objective.within.maxMs, id, "limit in milliseconds");
      for (const burn of objective.burn) checkBurn(burn, id);
      return;
    case "throughput":
      positive(objective.minPerS, id, "rate");
  }
}

function checkBurn({ longMs, shortMs, factor }: BurnTerms, id: string): void {
  whole(longMs, id, "a burn window");
  whole(shortMs, id, "a burn window");
  if (shortMs > longMs) throw wrong(id, `a short burn window of ${shortMs} ms and a long one of ${longMs} ms`);
  positive(factor, id, "burn factor");
}

function whole(ms: number, id: string, what: string): void {
  const isWhole = Number.isSafeInteger(ms) && ms % 1000 === 0 && ms >= 1000 && ms <= ROLLING_WINDOW_SLICES_MAX * 1000;
  if (!isWhole) throw wrong(id, `${what} of ${ms} ms, and whole seconds up to a day are judged`);
}

function share(value: number, id: string, what: string): void {
  if (!(value > 0 && value < 1)) throw wrong(id, `a ${what} of ${value}, which is not between 0 and 1`);
}

function positive(value: number, id: string, what: string): void {
  if (!(value > 0 && Number.isFinite(value))) throw wrong(id, `a ${what} of ${value}`);
}

function wrong(id: string, has: string): HoldpointError {
  return new HoldpointError("HP-CONFIG-VALUE", `${id} has ${has}`);
}
