import { join, relative, resolve } from "node:path";
import { readCandidateFacts } from "@holdpoint/collectors";
import { HoldpointError, SOAK_ITERATIONS_MAX } from "@holdpoint/core";
import type { SoakProgress } from "@holdpoint/drills";
import { driveSoak, serveMetrics, soakLockFolder, soakMetrics, soakOutcome } from "@holdpoint/drills";
import type { SoakRunFlags } from "../commands/soak-flags.ts";
import type { Host } from "../host.ts";
import { repositoryRoot } from "../io/repository-root.ts";
import { soakLedger } from "../io/soak-ledger.ts";
import { soakPlan } from "../io/soak-plan.ts";
import { SOAKS_FOLDER } from "../io/stored-soak.ts";
import { iterationLine } from "../soak/iteration-line.ts";
import { exitOfKpis } from "../soak/soak-exit.ts";
import { soakText } from "../soak/soak-text.ts";
import type { Answer } from "../verb.ts";
import { VERSION } from "../version.ts";

/** Runs that shared a folder and an overrides file once left figures that belonged to neither of them. */
const NOT_ISOLATED =
  "every run has a folder of its own and its target to itself: in one that it shared, nobody could tell whose figures " +
  "they are";

export default async function soakRun(host: Host, flags: SoakRunFlags, file?: string): Promise<Answer> {
  if (!flags.runIsolated) throw new HoldpointError("HP-USAGE", NOT_ISOLATED);
  const { plan, root } = soakPlan(host.cwd, file, iterationsOf(flags.iterations));
  const repository = repositoryRoot(host.cwd);
  const facts = await readCandidateFacts(repository);
  const key = flags.key === undefined ? {} : { keyFile: resolve(host.cwd, flags.key) };
  const ledger = soakLedger(host, flags.config, { root: repository, facts, ...key });
  const shows = host.stderr.isTerminal && !flags.quiet && !flags.json;
  let so: SoakProgress | null = null;
  const server =
    flags.metrics === undefined ? null : await serveMetrics(flags.metrics, (format) => soakMetrics(so, format));
  if (server !== null && shows) host.stderr.write(`${server.url}\n`);
  try {
    await ledger.began({ soak: plan.id, commit: facts.commit, iterations: plan.iterations, tune: flags.autoTune });
    const driven = await driveSoak(plan, {
      root,
      soaks: join(repository, SOAKS_FOLDER),
      locks: soakLockFolder(),
      version: VERSION,
      candidate: facts,
      tune: flags.autoTune,
      signal: host.signal,
      environment: host.env,
      record: async (iteration, run) => ledger.iteration(plan.id, iteration, run),
      onIteration: (iteration, now) => {
        so = now;
        if (shows) host.stderr.write(`${iterationLine(iteration, plan.iterations)}\n`);
      },
    });
    await ledger.ended(driven);
    driven.publish();
    const { body, manifestSha256 } = driven;
    const set = flags.soft ? "soft" : "strict";
    const outcome = soakOutcome(body, set);
    const folder = relative(host.cwd, driven.folder) || driven.folder;
    return {
      exit: exitOfKpis(outcome),
      json: () => ({ schema: "holdpoint/soak-result/v1", outcome, set, folder, manifestSha256, soak: body }),
      text: () => soakText(body, { set, outcome, folder }),
    };
  } finally {
    await server?.close();
  }
}

function iterationsOf(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const value = /^\d{1,5}$/.test(typed) ? Number(typed) : 0;
  if (value >= 1 && value <= SOAK_ITERATIONS_MAX) return value;
  const said = `--iterations takes a number from 1 to ${SOAK_ITERATIONS_MAX}, not ${JSON.stringify(typed)}`;
  throw new HoldpointError("HP-USAGE", said);
}
