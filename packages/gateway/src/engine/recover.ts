import type { Action } from "../contract/action.ts";
import { interrupted } from "../machine/attempt.ts";
import type { Approvals } from "./approvals.ts";
import type { EngineCore } from "./core.ts";
import { liveAction } from "./live-action.ts";
import type { LiveAction } from "./live-action.ts";
import type { Runner } from "./runner.ts";

/** What a start found, and did about it. */
export interface Recovery {
  readonly resumed: number;
  readonly unknown: readonly string[];
}

/**
 * Goes on with what an earlier process left. RUNNING: its intent is durable, its outcome is not; with an idempotent
 * adapter it runs again under the same key, else it is UNKNOWN. READY: the ALLOW is asked for again and signed again,
 * because a permit is never taken from a file.
 */
export async function recover(core: EngineCore, runner: Runner, approvals: Approvals): Promise<Recovery> {
  const found = core.parts.reader.live();
  const unknown: string[] = [];
  const lives: LiveAction[] = [];
  for (const action of found) {
    const live = liveAction(action);
    core.live.set(action.id, live);
    core.liveByState[action.state] += 1;
    lives.push(live);
  }
  await Promise.all(
    lives.map(async (live) => {
      const action = live.action as Action;
      if (action.state === "AWAITING_APPROVAL") approvals.expect(live);
      if (action.state === "RUNNING") await interrupt(core, live, action);
      if (live.action?.state === "UNKNOWN") unknown.push(action.id);
      if (live.action?.state === "READY") await readmit(core, runner, live, live.action);
    }),
  );
  return { resumed: found.length - unknown.length, unknown };
}

function interrupt(core: EngineCore, live: LiveAction, action: Action): Promise<void> {
  const spec = core.parts.executor.adapters.get(action.adapter)?.operations.get(action.operation);
  const to = interrupted(action, spec?.idempotent ?? false, core.now());
  const terms = { to, from: action.state, event: "interrupted" as const, by: "gateway", isVerdict: false };
  return new Promise((resolve, reject) => {
    core.apply(live, terms, true, (error) => (error === null ? resolve() : reject(error)));
  });
}

function readmit(core: EngineCore, runner: Runner, live: LiveAction, action: Action): Promise<void> {
  // Not a move: it stays READY, with a verdict of its own in the log that this process's permit stands on.
  const to: Action = {
    ...action,
    revision: action.revision + 1,
    updatedAtMs: Math.max(core.now(), action.updatedAtMs),
  };
  const terms = { to, from: action.state, event: "readmitted" as const, by: "gateway", isVerdict: true };
  return new Promise((resolve, reject) => {
    core.apply(live, terms, true, (error) => {
      if (error !== null) {
        reject(error);
        return;
      }
      runner.proceed(live);
      resolve();
    });
  });
}
