import type { DeadLettersBody, JsonObject, ReplaySeen } from "@holdpoint/core";
import { textOf } from "../http-probe.ts";
import { pause, until } from "../io/pause.ts";
import { digestOfJson, numberOf, traceIdOf } from "../gateway/answers.ts";
import { pathOf } from "../gateway/gateway-file.ts";
import { abort, actionAt, actionIdsOf, ended, heal, letterStatus, makeLetters, run, runAt } from "./replaying.ts";
import type { Experiment } from "./terms.ts";
import { objectOf } from "../http-probe.ts";

export async function tryHealed(experiment: Experiment): Promise<Pick<DeadLettersBody, "replays">> {
  return { replays: [await replayOne(experiment, "healing", "healthy")] };
}

export async function tryHopeless(experiment: Experiment): Promise<Pick<DeadLettersBody, "replays">> {
  return { replays: [await replayOne(experiment, "hopeless", "failing")] };
}

async function replayOne(
  experiment: Experiment,
  adapter: string,
  upstream: ReplaySeen["upstream"],
): Promise<ReplaySeen> {
  const { house } = experiment;
  const [original = ""] = await makeLetters(house, adapter, 1);
  if (upstream === "healthy") await heal(house, adapter);
  const before = await actionAt(house, original);
  const id = await run(house, { ids: [original] });
  const ids = id === null ? [] : actionIdsOf(await ended(experiment, id));
  const made: JsonObject = ids[0] === undefined ? {} : await actionAt(house, ids[0]);
  const after = await actionAt(house, original);
  return {
    upstream,
    newActions: ids.filter((one) => one !== original).length,
    newState: textOf(made["state"]),
    linkedTo: textOf(made["replay_of"]),
    original,
    generation: numberOf(made["generation"]) ?? 0,
    sameTrace: traceIdOf(textOf(made["traceparent"])) === traceIdOf(textOf(before["traceparent"])),
    originalBefore: digestOfJson(before),
    originalAfter: digestOfJson(after),
    letterStatus: await letterStatus(house, original),
  };
}

/** Two runs of the same letters, planned before either began. */
export async function tryTwice(experiment: Experiment): Promise<Pick<DeadLettersBody, "repetitions">> {
  const { house } = experiment;
  const adapter = "twice";
  const ids = await makeLetters(house, adapter, 2);
  await heal(house, adapter);
  const effects = house.upstream.effects(pathOf(adapter));
  const runs = (await Promise.all([run(house, { ids }), run(house, { ids })])).filter((id) => id !== null);
  const done = await Promise.all(runs.map((id) => ended(experiment, id)));
  const newActions = new Set(done.flatMap(actionIdsOf)).size;
  const seen = house.upstream.effects(pathOf(adapter)) - effects;
  return { repetitions: [{ runs: runs.length, letters: ids.length, effects: seen, newActions }] };
}

const PLANNED = 6;
const CAP = 4;
const CAP_RATE_PER_SECOND = 5;

export async function tryCap(experiment: Experiment): Promise<Pick<DeadLettersBody, "caps">> {
  const { house } = experiment;
  const adapter = "capped";
  await makeLetters(house, adapter, PLANNED);
  await heal(house, adapter);
  const from = house.upstream.callsTo(pathOf(adapter)).length;
  const askedAtMs = experiment.context.nowMs();
  const id = await run(house, { adapter }, { ratePerSecond: CAP_RATE_PER_SECOND, max: CAP });
  const done = id === null ? {} : await ended(experiment, id);
  const times = house.upstream.callsTo(pathOf(adapter), from).map(({ atMs }) => atMs);
  const spanMs = Math.max(0, ...times.map((atMs) => atMs - askedAtMs));
  const started = Math.max(numberOf(done["started"]) ?? 0, times.length);
  return { caps: [{ planned: PLANNED, max: CAP, started, ratePerSecond: CAP_RATE_PER_SECOND, spanMs }] };
}

const ABORT_RATE_PER_SECOND = 4;
/** Three more would have been started in this time. */
const AFTER_ABORT_MS = 800;

export async function tryAbort(experiment: Experiment): Promise<Pick<DeadLettersBody, "aborts">> {
  const { house, context } = experiment;
  const adapter = "aborted";
  await makeLetters(house, adapter, PLANNED);
  await heal(house, adapter);
  const id = await run(house, { adapter }, { ratePerSecond: ABORT_RATE_PER_SECOND });
  if (id === null) return { aborts: [] };
  const hasBegun = (one: JsonObject): boolean => (numberOf(one["started"]) ?? 0) > 0;
  await until(() => runAt(house, id), hasBegun, { timeoutMs: 3000, signal: context.signal });
  const aborted = objectOf((await abort(house, id)).json);
  await pause(AFTER_ABORT_MS, context.signal);
  const later = await runAt(house, id);
  const seen = {
    planned: PLANNED,
    startedAtAbort: numberOf(aborted["started"]) ?? 0,
    startedLater: Math.max(numberOf(later["started"]) ?? 0, house.upstream.effects(pathOf(adapter))),
    state: textOf(later["state"]),
  };
  return { aborts: [seen] };
}
