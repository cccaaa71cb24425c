import type { BreakerProbes, BreakerRecovery, BreakersBody, BreakerStuckProbe } from "@holdpoint/core";
import { objectOf } from "../http-probe.ts";
import { pause, until } from "../io/pause.ts";
import { errorCodeOf, stateOf } from "../gateway/answers.ts";
import { pathOf } from "../gateway/gateway-file.ts";
import { breakerState, openByErrors } from "./breaker-view.ts";
import type { Experiment } from "./terms.ts";
import { DELAY_MS, LIMITS } from "./terms.ts";

const AT_ONCE = 8;
const RECOVERY_MAX_MS = 8000;
/** Beyond a limit, so that it has surely passed. */
const MARGIN_MS = 60;
const BETWEEN_TRIES_MS = 40;

/** Everybody at once when a probe is due: the upstream must see one of them. */
export async function tryProbes({ house, context }: Experiment): Promise<Pick<BreakersBody, "probes">> {
  const path = pathOf("probing");
  await openByErrors(house, "probing");
  const before = house.upstream.callsTo(path).length;
  house.upstream.modes.set(path, "delayed");
  await pause(LIMITS.open_ms + MARGIN_MS, context.signal);
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => house.submit({ adapter: "probing", n })));
  const calls = house.upstream.callsTo(path, before);
  const firstAtMs = calls[0]?.atMs ?? 0;
  // Whoever comes when the probe has succeeded is a call like any other.
  const upstreamCalls = calls.filter(({ atMs }) => atMs < firstAtMs + DELAY_MS).length;
  const refused = answers.filter(({ json }) => errorCodeOf(objectOf(json)) === "HP-ACTION-CIRCUIT-OPEN").length;
  const probes: BreakerProbes = {
    submitted: AT_ONCE,
    upstreamAtOnce: house.upstream.atOnceMax(path),
    upstreamCalls,
    refused: refused + calls.length - upstreamCalls,
  };
  return { probes: [probes] };
}

/** From the end of the fault to the first success, with nobody's help. */
export async function tryRecovery(experiment: Experiment): Promise<Pick<BreakersBody, "recoveries">> {
  const { house, context } = experiment;
  await openByErrors(house, "recovering");
  house.upstream.modes.set(pathOf("recovering"), "healthy");
  const faultEndedAtMs = context.nowMs();
  const isBack = await submitUntilSuccess(experiment, "recovering");
  const firstSuccessAtMs = isBack ? context.nowMs() : null;
  const stateAfter = await breakerState(house, "recovering");
  const recovery: BreakerRecovery = {
    openMs: LIMITS.open_ms,
    faultEndedAtMs,
    firstSuccessAtMs,
    manualResets: 0,
    stateAfter,
  };
  return { recoveries: [recovery] };
}

/** A probe that hangs, and what comes after it. */
export async function tryStuckProbe(experiment: Experiment): Promise<Pick<BreakersBody, "stuckProbes">> {
  const { house, context } = experiment;
  const path = pathOf("stuck");
  await openByErrors(house, "stuck");
  house.upstream.modes.set(path, "hanging");
  await pause(LIMITS.open_ms + MARGIN_MS, context.signal);
  const before = house.upstream.callsTo(path).length;
  await house.submit({ adapter: "stuck", waitSeconds: 0 });
  const probes = async (): Promise<number> => house.upstream.callsTo(path, before).length;
  await until(probes, (count) => count > 0, { timeoutMs: RECOVERY_MAX_MS, signal: context.signal });
  await pause(LIMITS.probe_timeout_ms + MARGIN_MS, context.signal);
  const stateAfterTimeout = await breakerState(house, "stuck");
  house.upstream.modes.set(path, "healthy");
  const recoveredLater = await submitUntilSuccess(experiment, "stuck");
  const stuck: BreakerStuckProbe = { probeTimeoutMs: LIMITS.probe_timeout_ms, stateAfterTimeout, recoveredLater };
  return { stuckProbes: [stuck] };
}

async function submitUntilSuccess({ house, context }: Experiment, adapter: string): Promise<boolean> {
  const submit = async (): Promise<string> => {
    await pause(BETWEEN_TRIES_MS, context.signal);
    return stateOf(await house.submit({ adapter }));
  };
  const terms = { timeoutMs: RECOVERY_MAX_MS / 4, signal: context.signal };
  return (await until(submit, (state) => state === "SUCCEEDED", terms)) === "SUCCEEDED";
}
