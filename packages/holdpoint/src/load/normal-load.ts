import type { AbortPlan, LoadPlan, LoadProtocol, Objective, PhasePlan } from "@holdpoint/core";
import { durationMs } from "@holdpoint/core";
import type { Trouble } from "../config/trouble.ts";
import { readDataFile } from "./data-file.ts";
import type { LoadGround } from "./ground.ts";
import { normalObjectives } from "./normal-objectives.ts";
import { normalFlows } from "./normal-request.ts";
import { normalPhase, RUN_MS_MAX } from "./normal-phase.ts";
import { isTrouble, planTrouble } from "./plan-trouble.ts";
import { scopeTroubles } from "./scope-troubles.ts";
import type { RawLoad } from "./raw-load.ts";
import { readSchedule } from "./schedule-file.ts";

const LAG_DEFAULT_MS = 100;
const ACHIEVED_DEFAULT = 0.99;
/** Of the tightest limit that is judged. */
const LAG_SHARE = 0.1;
const GROWTH = 10;

/**
 * A plan with every default filled in, durations in milliseconds, its files read.
 *
 * @param path where the plan stands in its document, for troubles
 * @throws HoldpointError `HP-READ-*` for a file beside it that cannot be used
 */
export function normalLoad(raw: RawLoad, ground: LoadGround, path: readonly string[] = []): LoadPlan | Trouble[] {
  const troubles: Trouble[] = [];
  const phases = phasesOf(raw, ground, path, troubles);
  const objectives = normalObjectives(raw.objectives, path, troubles);
  const flows = normalFlows(raw);
  if (troubles.length === 0) troubles.push(...scopeTroubles(objectives, { phases, flows }, path));
  const abort = abortOf(raw, objectives, path, troubles);
  const total = phases.reduce((sum, phase) => sum + phase.durationMs, 0);
  if (total > RUN_MS_MAX)
    troubles.push(planTrouble([...path, "phases"], "value", "the run is longer than 7 days").trouble);
  const connections = raw.connections ?? 10;
  if (raw.connectionsMax !== undefined && raw.connectionsMax < connections) {
    const text = `connectionsMax ${raw.connectionsMax} is below connections ${connections}`;
    troubles.push(planTrouble([...path, "connectionsMax"], "value", text).trouble);
  }
  const protocol = protocolOf(raw);
  if (typeof protocol !== "string") troubles.push({ ...protocol.trouble, path: [...path, ...protocol.trouble.path] });
  if (troubles.length > 0) return troubles;
  return {
    url: raw.url,
    protocol: protocol as LoadProtocol,
    phases,
    warmUpMs: raw.warmUp === "0s" ? 0 : msOf(raw.warmUp, 2_000),
    connections,
    poolFull: raw.poolFull ?? "queue",
    connectionsMax: raw.connectionsMax ?? connections * GROWTH,
    queueMax: raw.queueMax ?? 1_000_000,
    pacing: raw.pacing ?? "economical",
    workers: raw.workers ?? 1,
    timeoutMs: msOf(raw.timeout, 10_000),
    seed: raw.seed ?? 1,
    flows,
    data: (raw.data ?? []).map(({ name, file, pick }) => ({
      name,
      rows: readDataFile(ground.text(file), file),
      pick: pick ?? "sequential",
    })),
    objectives,
    abort,
    validity: {
      lagP99Ms: msOf(raw.validity?.lagP99, lagLimit(objectives)),
      achievedRatio: raw.validity?.achieved ?? ACHIEVED_DEFAULT,
    },
    tls: {
      verify: raw.tls?.verify ?? true,
      serverName: raw.tls?.serverName ?? null,
      ca: raw.tls?.ca === undefined ? null : ground.text(raw.tls.ca),
    },
  };
}

function msOf(text: string | undefined, standard: number): number {
  return text === undefined ? standard : (durationMs(text) ?? standard);
}

function phasesOf(raw: RawLoad, ground: LoadGround, path: readonly string[], troubles: Trouble[]): PhasePlan[] {
  const names = raw.phases.map(({ name }) => name);
  return raw.phases.flatMap((phase, index) => {
    const at = [...path, "phases", String(index)];
    if (names.indexOf(phase.name) !== index) {
      troubles.push(planTrouble([...at, "name"], "value", `the phase "${phase.name}" is there twice`).trouble);
    }
    const normal = normalPhase(phase, at, (file) => readSchedule(ground.text(file), file));
    if (!isTrouble(normal)) return [normal];
    troubles.push(normal.trouble);
    return [];
  });
}

function abortOf(
  { abort, objectives = [] }: RawLoad,
  parsed: readonly Objective[],
  path: readonly string[],
  troubles: Trouble[],
): AbortPlan | null {
  if (abort === undefined) return null;
  const wanted = abort.objectives ?? objectives;
  const ids = wanted.flatMap((text, index) => {
    const found = parsed[objectives.indexOf(text)];
    if (found !== undefined) return [found.id];
    const said = `"${text}" is not among the objectives, so nothing could end the run for it`;
    troubles.push(planTrouble([...path, "abort", "objectives", String(index)], "value", said).trouble);
    return [];
  });
  if (wanted.length === 0)
    troubles.push(planTrouble([...path, "abort"], "value", "there is no objective to end it for").trouble);
  return { objectives: ids, windowMs: msOf(abort.window, 0), holdMs: msOf(abort.hold, 0) };
}

function protocolOf({ url, protocol }: RawLoad): LoadProtocol | ReturnType<typeof planTrouble> {
  const isSocket = url.startsWith("ws");
  const chosen = protocol ?? (isSocket ? "websocket" : "http1");
  if ((chosen === "websocket") === isSocket) return chosen;
  return planTrouble(["protocol"], "value", `${chosen} does not go with ${url.slice(0, url.indexOf(":"))}:`);
}

/** A tenth of the tightest limit that is judged, else 100 ms; never below 1 ms. */
function lagLimit(objectives: readonly Objective[]): number {
  const limits = objectives.flatMap((objective): number[] => {
    if (objective.kind === "percentile") return [objective.maxMs];
    return objective.kind === "events" && objective.within !== null ? [objective.within.maxMs] : [];
  });
  return limits.length === 0 ? LAG_DEFAULT_MS : Math.max(1, Math.min(...limits) * LAG_SHARE);
}
