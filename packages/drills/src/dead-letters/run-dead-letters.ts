import type { DeadLettersBody } from "@holdpoint/core";
import type { DrillContext } from "../drill.ts";
import { withHouse } from "../gateway/house.ts";
import { deafUrl } from "../io/listen.ts";
import type { Lie } from "../mutants/lie.ts";
import { tryDeaths, tryOpenCircuit } from "./deaths.ts";
import { tryEmptyFilters, tryPlan, tryTodaysPolicy } from "./plans.ts";
import { tryRestart } from "./restart.ts";
import { tryAbort, tryCap, tryHealed, tryHopeless, tryTwice } from "./runs.ts";
import type { Experiment, LetterPart } from "./terms.ts";
import { adaptersOf, ALLOWED, SETTINGS } from "./terms.ts";

export interface DeadLettersOptions {
  /** In front of the gateway. */
  readonly lie?: Lie | null;
  /** Between the gateway and its upstream. */
  readonly upstreamLie?: Lie | null;
  /** Only these experiments; all by default. */
  readonly parts?: readonly LetterPart[];
}

interface Trial {
  readonly makes: LetterPart;
  readonly run: (experiment: Experiment) => Promise<Partial<DeadLettersBody>>;
}

const SIDE_BY_SIDE: readonly Trial[] = [
  { makes: "deaths", run: tryDeaths },
  { makes: "refusedFilters", run: tryEmptyFilters },
  { makes: "plans", run: tryPlan },
  { makes: "replays", run: tryHealed },
  { makes: "replays", run: tryHopeless },
  { makes: "repetitions", run: tryTwice },
  { makes: "caps", run: tryCap },
  { makes: "aborts", run: tryAbort },
];

/** What changes policy, limits or process for everybody. */
const ONE_BY_ONE: readonly Trial[] = [
  { makes: "policies", run: tryTodaysPolicy },
  { makes: "deaths", run: tryOpenCircuit },
  { makes: "restarts", run: tryRestart },
];

/** Lets actions die of everything, replays them in every way, and looks at what becomes of their letters. */
export async function runDeadLetters(
  context: DrillContext,
  options: DeadLettersOptions = {},
): Promise<DeadLettersBody> {
  const { lie = null, upstreamLie = null, parts } = options;
  const asked = (trials: readonly Trial[]): readonly Trial[] =>
    trials.filter(({ makes }) => parts === undefined || parts.includes(makes));
  const deaf = await deafUrl();
  const adapters = ({ upstream }: { readonly upstream: string }): ReturnType<typeof adaptersOf> =>
    adaptersOf({ upstream, deaf });
  const terms = { adapters, rules: [ALLOWED], approvalTtl: "60s", settings: SETTINGS, lie, upstreamLie };
  return withHouse(context, terms, async (house) => {
    const experiment = { house, context };
    const done = await Promise.all(asked(SIDE_BY_SIDE).map(({ run }) => run(experiment)));
    for (const { run } of asked(ONE_BY_ONE)) done.push(await run(experiment));
    return merged(done);
  });
}

function merged(done: readonly Partial<DeadLettersBody>[]): DeadLettersBody {
  return {
    deaths: done.flatMap((one) => one.deaths ?? []),
    refusedFilters: done.flatMap((one) => one.refusedFilters ?? []),
    plans: done.flatMap((one) => one.plans ?? []),
    replays: done.flatMap((one) => one.replays ?? []),
    repetitions: done.flatMap((one) => one.repetitions ?? []),
    policies: done.flatMap((one) => one.policies ?? []),
    caps: done.flatMap((one) => one.caps ?? []),
    aborts: done.flatMap((one) => one.aborts ?? []),
    restarts: done.flatMap((one) => one.restarts ?? []),
  };
}
