import type { JsonObject } from "@holdpoint/core";
import type { Engine } from "../contract/engine.ts";
import type { EngineParts } from "./core.ts";
import { EngineCore } from "./core.ts";
import { heldBudgets } from "./held-budgets.ts";
import { Approvals } from "./approvals.ts";
import { GatewayEngine } from "./engine.ts";
import { BREAKERS_STATE, Governance } from "./governance.ts";
import type { Recovery } from "./recover.ts";
import { recover } from "./recover.ts";
import { Replays } from "./replays.ts";
import { Runner } from "./runner.ts";
import { Submissions } from "./submit.ts";
import { Unknowns } from "./unknowns.ts";

export interface OpenedEngine {
  readonly engine: Engine;
  readonly recovery: Recovery;
}

/** Puts the parts together and goes on with what an earlier process left. Resolves when that is durable. */
export async function openEngine(parts: EngineParts): Promise<OpenedEngine> {
  const core = new EngineCore(parts);
  const runner = new Runner(core);
  const approvals = new Approvals(core, runner);
  const submissions = new Submissions(core, runner, approvals);
  const governance = new Governance(core, runner);
  const unknowns = new Unknowns(core, runner);
  const { reader, guardian, executor, settings } = parts;
  guardian.restore(heldBudgets(reader.budgets(), [...reader.live(), ...reader.unknownActions()]));
  guardian.setFrozen(settings.current.freeze.active);
  const breakers = reader.state(BREAKERS_STATE);
  if (breakers !== null) executor.breakers.restore(JSON.parse(breakers) as Record<string, JsonObject>, parts.nowMs());
  governance.watchBreakers();
  executor.onPlaceFreed(() => runner.pump());
  core.openDeadLetters = reader.openDeadLetters();
  core.liveByState.UNKNOWN = reader.unknowns();
  core.committer.size = reader.size();
  await governance.started({ policy: guardian.policyDigest, settings: settings.generation });
  const recovery = await recover(core, runner, approvals);
  const replays = new Replays(core, submissions);
  const engine = new GatewayEngine({ core, runner, approvals, submissions, governance, unknowns, replays });
  return { engine, recovery };
}
