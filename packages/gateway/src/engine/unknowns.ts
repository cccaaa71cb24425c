import { HoldpointError } from "@holdpoint/core";
import type { Action } from "../contract/action.ts";
import type { Reconciliation } from "../contract/engine.ts";
import type { Found } from "../machine/reconcile.ts";
import { reconciled } from "../machine/reconcile.ts";
import type { EngineCore } from "./core.ts";
import { liveAction } from "./live-action.ts";
import type { Runner } from "./runner.ts";

/** Finds out what became of actions whose outcome nobody knows. */
export class Unknowns {
  readonly #core: EngineCore;
  readonly #runner: Runner;
  /** Being reconciled: whoever comes second is told so. */
  readonly #busy = new Set<string>();

  constructor(core: EngineCore, runner: Runner) {
    this.#core = core;
    this.#runner = runner;
  }

  async reconcile(id: string, by: string, how: Reconciliation): Promise<Action> {
    this.#core.assertOpen();
    const action = this.#unknown(id);
    this.#busy.add(id);
    try {
      const to = reconciled(action, await this.#find(action, how), by, this.#core.now());
      this.#runner.settle(to);
      const live = liveAction(action);
      this.#core.live.set(id, live);
      return await new Promise((resolve, reject) => {
        const terms = { to, from: action.state, event: "changed" as const, by, isVerdict: false };
        this.#core.apply(live, terms, true, (error, now) => {
          if (now !== null) {
            resolve(now);
            return;
          }
          this.#core.live.delete(id);
          reject(error);
        });
      });
    } finally {
      this.#busy.delete(id);
    }
  }

  #unknown(id: string): Action {
    const action = this.#core.live.get(id)?.action ?? this.#core.parts.reader.get(id);
    if (action === null) throw new HoldpointError("HP-GATEWAY-NOT-FOUND", `there is no action ${id.slice(0, 100)}`);
    if (action.state === "UNKNOWN" && !this.#busy.has(id)) return action;
    const state = this.#busy.has(id) ? "being reconciled" : action.state;
    throw new HoldpointError("HP-GATEWAY-STATE-CONFLICT", `the action is ${state}`);
  }

  async #find(action: Action, how: Reconciliation): Promise<Found> {
    if (how.how === "succeeded") return { succeeded: true, result: how.result };
    if (how.how === "failed") return { succeeded: false, message: how.reason };
    const answer = await this.#core.parts.executor.status(this.#runner.callOf(action), action.adapter);
    if (!answer.known)
      throw new HoldpointError("HP-GATEWAY-STATE-CONFLICT", `it is still not known: ${answer.message}`);
    return answer.succeeded
      ? { succeeded: true, result: answer.result }
      : { succeeded: false, message: answer.message };
  }
}
