import { relative, resolve } from "node:path";
import type { LoadBody, LoadPlan } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { runLoad } from "@holdpoint/drills";
import { wantsColor } from "../color.ts";
import type { LoadAbFlags } from "../commands/load-compare-flags.ts";
import type { Host } from "../host.ts";
import { loadPlan } from "../io/load-plan.ts";
import { compareFigures } from "../load/compare/compare-figures.ts";
import { compareText } from "../load/compare/compare-text.ts";
import { exitOfCompare } from "../load/compare/exit-of-compare.ts";
import { figuresOfRun } from "../load/compare/run-figures.ts";
import { liveScreen } from "../load/picture/live-screen.ts";
import { painter } from "../reporters/text/paint.ts";
import type { Answer } from "../verb.ts";
import { VERSION } from "../version.ts";

const PAIRS_MIN = 5;
const PAIRS_MAX = 100;

type Side = "baseline" | "candidate";

interface SideRun {
  readonly side: Side;
  readonly pair: number;
  readonly body: LoadBody;
  readonly artifact: string;
}

export default async function loadAb(host: Host, flags: LoadAbFlags, file?: string): Promise<Answer> {
  const { pairs, percent, ms, baselineUrl, candidateUrl } = flags;
  if (!Number.isInteger(pairs) || pairs < PAIRS_MIN || pairs > PAIRS_MAX) {
    throw new HoldpointError("HP-USAGE", `--pairs ${pairs} is not a whole number from ${PAIRS_MIN} to ${PAIRS_MAX}`);
  }
  const planOf = (side: Side, url: string): LoadPlan => {
    try {
      return loadPlan(host.cwd, file, { ...flags, url });
    } catch (thrown) {
      if (!(thrown instanceof HoldpointError) || !thrown.message.startsWith("--url ")) throw thrown;
      throw new HoldpointError("HP-USAGE", thrown.message.replace("--url", `--${side}-url`));
    }
  };
  const plans = { baseline: planOf("baseline", baselineUrl), candidate: planOf("candidate", candidateUrl) };
  const runs: SideRun[] = [];
  const folder = resolve(host.cwd, flags.out);
  const { signal, nowMs } = host;
  for (const { side, pair } of orderOf(pairs)) {
    const plan = plans[side];
    const screen = liveScreen(`${side} ${pair + 1}/${pairs} ${plan.url}`, host, flags);
    try {
      const terms = { id: `${side}-${pair + 1}`, version: VERSION, folder, signal, nowMs };
      const { body, artifact } = await runLoad(plan, { ...terms, onSecond: screen.onSecond });
      runs.push({ side, pair, body, artifact: relative(host.cwd, artifact) });
    } finally {
      screen.stop();
    }
    // A session that was ended, or has nothing to compare, need not go on to its end.
    if (signal.aborted || runs.at(-1)?.body.validity === "invalid") break;
  }
  const figures = (side: Side, pair: number): ReturnType<typeof figuresOfRun> => {
    const run = runs.find((one) => one.side === side && one.pair === pair);
    return run === undefined ? null : figuresOfRun(run.body);
  };
  const compared = compareFigures(
    Array.from({ length: pairs }, (_, pair) => ({
      baseline: figures("baseline", pair),
      candidate: figures("candidate", pair),
    })),
    { percent, ms },
  );
  const made = Math.floor(runs.length / 2);
  const notes = [
    made === pairs ? `${pairs} pairs of runs that alternate.` : `${made} of ${pairs} pairs of runs were made.`,
    ...runs.flatMap(invalidNote),
  ];
  return {
    exit: exitOfCompare(compared.outcome),
    json: () => ({ schema: "holdpoint/load-compare/v1", ...compared, differences: [], notes, runs: runs.map(told) }),
    text: () => compareText(compared, notes, painter(wantsColor(host.stdout, host.env))),
  };
}

/** Who goes first takes turns too, so that what grows with time falls on both. */
function orderOf(pairs: number): { readonly side: Side; readonly pair: number }[] {
  return Array.from({ length: pairs }, (_, pair) => {
    const sides: readonly Side[] = pair % 2 === 0 ? ["baseline", "candidate"] : ["candidate", "baseline"];
    return sides.map((side) => ({ side, pair }));
  }).flat();
}

function invalidNote({ side, pair, body }: SideRun): string[] {
  if (body.validity === "valid") return [];
  const why = body.reasons.map(({ text }) => text).join("; ");
  return [`Run ${pair + 1} of the ${side} is invalid, so the session ended: ${why}.`];
}

function told({ side, pair, body, artifact }: SideRun): object {
  const { validity, reasons, response, service, completed, failed, dropped } = body;
  return { side, pair: pair + 1, validity, reasons, response, service, completed, failed, dropped, artifact };
}
