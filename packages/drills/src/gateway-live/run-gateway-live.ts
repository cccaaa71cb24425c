import type { GatewayLiveBody } from "@holdpoint/core";
import type { DrillContext } from "../drill.ts";
import { pathOf } from "../gateway/gateway-file.ts";
import { withHouse } from "../gateway/house.ts";
import type { Lie } from "../mutants/lie.ts";
import { tryCalls } from "./calls.ts";
import { tryCorrelation } from "./correlation.ts";
import { tryEnds } from "./ends.ts";
import { tryHealth } from "./health.ts";
import { tryKey } from "./keys.ts";
import { tryRestart } from "./restart.ts";
import { tryStream } from "./stream.ts";
import type { Experiment, LivePart } from "./terms.ts";
import { adaptersOf, APPROVAL_TTL, MODES, NOTHING, RULES, SETTINGS } from "./terms.ts";

export interface GatewayLiveOptions {
  /** In front of the gateway. */
  readonly lie?: Lie | null;
  /** Between the gateway and its upstream. */
  readonly upstreamLie?: Lie | null;
  /** Only these experiments; all by default. */
  readonly parts?: readonly LivePart[];
}

type Trial = (experiment: Experiment) => Promise<Partial<GatewayLiveBody>>;

const SIDE_BY_SIDE: readonly (readonly [LivePart, Trial])[] = [
  ["ends", tryEnds],
  ["correlations", tryCorrelation],
  ["keys", tryKey],
  ["streams", tryStream],
];

/** Counting and killing want everything else to have ended; a policy that is reloaded ends what waits. */
const ONE_BY_ONE: readonly (readonly [LivePart, Trial])[] = [
  ["calls", tryCalls],
  ["probes", tryHealth],
  ["restarts", tryRestart],
];

/** Asks a real gateway for everything that it offers, and everything that it must refuse. */
export async function runGatewayLive(
  context: DrillContext,
  options: GatewayLiveOptions = {},
): Promise<GatewayLiveBody> {
  const { lie = null, upstreamLie = null, parts } = options;
  const isAsked = ([part]: readonly [LivePart, Trial]): boolean => parts === undefined || parts.includes(part);
  const terms = { adapters: adaptersOf, rules: RULES, approvalTtl: APPROVAL_TTL, settings: SETTINGS, lie, upstreamLie };
  return withHouse(context, terms, async (house) => {
    for (const [adapter, mode] of Object.entries(MODES)) house.upstream.modes.set(pathOf(adapter), mode);
    const experiment = { house, context };
    const done = await Promise.all(SIDE_BY_SIDE.filter(isAsked).map(([, run]) => run(experiment)));
    for (const [, run] of ONE_BY_ONE.filter(isAsked)) done.push(await run(experiment));
    return Object.assign({ ...NOTHING }, ...done) as GatewayLiveBody;
  });
}
