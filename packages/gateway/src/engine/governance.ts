import type { JsonObject } from "@holdpoint/core";
import { canonicalize } from "@holdpoint/core";
import type { Caller } from "../contract/principal.ts";
import { assertIfMatch } from "../settings/precondition.ts";
import type { Change } from "../store/change.ts";
import type { EngineCore } from "./core.ts";
import type { Runner } from "./runner.ts";

export const SETTINGS_STATE = "settings";
export const BREAKERS_STATE = "breakers";

/** What operators change while the gateway runs; each change is a record before it counts. */
export class Governance {
  readonly #core: EngineCore;
  readonly #runner: Runner;
  /** One change after the other: the second one is checked against what the first one left. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(core: EngineCore, runner: Runner) {
    this.#core = core;
    this.#runner = runner;
  }

  /** @throws HoldpointError `HP-GATEWAY-PRECONDITION`, `HP-GATEWAY-SETTING`; nothing was changed then */
  changeSettings(patch: JsonObject, ifMatch: string, caller: Caller): Promise<void> {
    return this.#inTurn(async () => {
      const { settings, guardian } = this.#core.parts;
      assertIfMatch(ifMatch, settings.etag);
      const planned = settings.plan(patch);
      if (planned.changes.length === 0) return;
      const changes = planned.changes.map(({ path, from, to }) => ({ from, path, to }));
      const body = { by: caller.actor, changes, correlation: caller.correlationId, generation: planned.generation };
      const kept = JSON.stringify({ generation: planned.generation, patched: planned.patched });
      await this.#record("config-changed", body, [[SETTINGS_STATE, kept]]);
      settings.apply(planned);
      guardian.setFrozen(settings.current.freeze.active);
      // More may run at once now, or what waits must be denied.
      this.#runner.pump();
    });
  }

  /** @throws HoldpointError `HP-GATEWAY-POLICY`; the policy in force stays then */
  reloadPolicy(caller: Caller): Promise<{ readonly digest: string }> {
    return this.#inTurn(async () => {
      const { guardian, readPolicy } = this.#core.parts;
      const before = guardian.policyDigest;
      const { text, file } = await readPolicy();
      // Read before it is recorded, recorded before it is in force.
      const { digest } = guardian.read(text, file);
      await this.#record("policy-loaded", { before, by: caller.actor, correlation: caller.correlationId, digest }, []);
      return guardian.load(text, file);
    });
  }

  /** False when there is no such breaker. */
  async resetBreaker(name: string, caller: Caller): Promise<boolean> {
    if (!this.#core.parts.executor.breakers.reset(name, this.#core.now())) return false;
    await this.#record("breaker-reset", { breaker: name, by: caller.actor, correlation: caller.correlationId }, []);
    return true;
  }

  /** Keeps every change of a breaker's state: a restart goes on with it, and the record says when and why. */
  watchBreakers(): void {
    const { executor, log } = this.#core.parts;
    executor.breakers.onTransition(({ name, from, to, atMs, reason }) => {
      const snapshots = JSON.stringify(executor.breakers.snapshots());
      this.#record("breaker", { at_ms: atMs, breaker: name, from, reason, to }, [[BREAKERS_STATE, snapshots]]).catch(
        (error: unknown) => log({ level: "error", breaker: name, message: (error as Error).message }),
      );
    });
  }

  started(body: JsonObject): Promise<void> {
    return this.#record("gateway-started", body, []);
  }

  async #record(kind: string, body: JsonObject, states: Change["states"]): Promise<void> {
    const records = [{ kind, run: "", text: canonicalize(body) }];
    const none = { verdict: -1, signedSingly: false, receipt: -1, isProvisional: false } as const;
    await this.#core.committer.commit({ records, ...none, action: null, key: null, budgets: [], states });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
