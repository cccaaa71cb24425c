import type { BreakersBody } from "@holdpoint/core";
import type { DrillContext } from "../drill.ts";
import type { Lie } from "../mutants/lie.ts";
import { withHouse } from "../gateway/house.ts";
import { tryErrors, trySlowness } from "./openings.ts";
import { tryProbes, tryRecovery, tryStuckProbe } from "./recovery.ts";
import { tryStanding } from "./standing.ts";
import type { BreakerPart, Experiment } from "./terms.ts";
import { ADAPTERS, DELAY_MS, RULES, SETTINGS, SLOW_MS } from "./terms.ts";

export interface BreakersOptions {
  /** In front of the gateway. */
  readonly lie?: Lie | null;
  /** Between the gateway and its upstream. */
  readonly upstreamLie?: Lie | null;
  /** Only these experiments; all by default. */
  readonly parts?: readonly BreakerPart[];
}

const EXPERIMENTS: readonly {
  readonly makes: readonly BreakerPart[];
  readonly run: (experiment: Experiment) => Promise<Partial<BreakersBody>>;
}[] = [
  { makes: ["openings", "refusals", "accounts", "neighbours"], run: tryErrors },
  { makes: ["openings"], run: trySlowness },
  { makes: ["probes"], run: tryProbes },
  { makes: ["recoveries"], run: tryRecovery },
  { makes: ["stuckProbes"], run: tryStuckProbe },
];

/** Breaks the upstream of a gateway in every way, each behind a breaker of its own, and looks at what that does. */
export async function runBreakers(context: DrillContext, options: BreakersOptions = {}): Promise<BreakersBody> {
  const { lie = null, upstreamLie = null, parts } = options;
  const isAsked = (makes: readonly BreakerPart[]): boolean =>
    parts === undefined || makes.some((part) => parts.includes(part));
  const adapters = ({ upstream }: { readonly upstream: string }) =>
    ADAPTERS.map((name) => ({ name, url: upstream, idempotent: true }));
  const terms = { adapters, rules: RULES, approvalTtl: "60s", settings: SETTINGS, lie, upstreamLie };
  return withHouse(context, terms, async (house) => {
    house.upstream.slowMs = SLOW_MS;
    house.upstream.delayMs = DELAY_MS;
    const experiment = { house, context };
    const asked = EXPERIMENTS.filter(({ makes }) => isAsked(makes));
    const done = await Promise.all(asked.map(({ run }) => run(experiment)));
    // A killed gateway ends every other experiment, so this one comes last.
    if (isAsked(["restarts", "resets"])) done.push(await tryStanding(experiment));
    return merged(done);
  });
}

function merged(done: readonly Partial<BreakersBody>[]): BreakersBody {
  return {
    openings: done.flatMap((one) => one.openings ?? []),
    refusals: done.flatMap((one) => one.refusals ?? []),
    probes: done.flatMap((one) => one.probes ?? []),
    recoveries: done.flatMap((one) => one.recoveries ?? []),
    stuckProbes: done.flatMap((one) => one.stuckProbes ?? []),
    restarts: done.flatMap((one) => one.restarts ?? []),
    resets: done.flatMap((one) => one.resets ?? []),
    accounts: done.flatMap((one) => one.accounts ?? []),
    neighbours: done.flatMap((one) => one.neighbours ?? []),
  };
}
