import type { Trouble } from "../config/trouble.ts";

/** What is wrong in a plan although its schema took it. */
export interface PlanTrouble {
  readonly trouble: Trouble;
}

export function planTrouble(path: readonly string[], at: Trouble["at"], text: string): PlanTrouble {
  return { trouble: { code: "HP-CONFIG-VALUE", path, at, text } };
}

export function isTrouble(thing: object): thing is PlanTrouble {
  return Object.hasOwn(thing, "trouble");
}
