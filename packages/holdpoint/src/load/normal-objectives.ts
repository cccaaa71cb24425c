import type { Objective } from "@holdpoint/core";
import { isHoldpointError, parseObjective } from "@holdpoint/core";
import type { Trouble } from "../config/trouble.ts";
import { planTrouble } from "./plan-trouble.ts";

/**
 * Objectives as they were written, read; what is wrong with one is told at its place.
 *
 * @param path of what has the list
 */
export function normalObjectives(
  texts: readonly string[] | undefined,
  path: readonly string[],
  troubles: Trouble[],
): Objective[] {
  const all = texts ?? [];
  const seen = new Set<string>();
  return all.flatMap((text, index) => {
    const at = [...path, "objectives", String(index)];
    if (all.indexOf(text) !== index) {
      troubles.push(planTrouble(at, "value", `the objective "${text}" is there twice`).trouble);
    }
    try {
      const objective = parseObjective(text);
      // Results are told by their ids, and two ways of writing one are one.
      if (all.indexOf(text) === index && seen.has(objective.id))
        troubles.push(planTrouble(at, "value", `the objective "${text}" is there twice, written otherwise`).trouble);
      seen.add(objective.id);
      return [objective];
    } catch (thrown) {
      if (!isHoldpointError(thrown)) throw thrown;
      troubles.push(planTrouble(at, "value", thrown.message).trouble);
      return [];
    }
  });
}
