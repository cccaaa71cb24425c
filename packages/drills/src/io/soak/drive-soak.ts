import { join } from "node:path";
import type { SoakBody, SoakIteration, SoakPlan, SoakRunRecord } from "@holdpoint/core";
import { withHeaderValues } from "../../soak/header-values.ts";
import type { Measure } from "../../soak/measured.ts";
import { soakMetrics } from "../../soak/metrics/soak-metrics.ts";
import { reportFiles } from "../../soak/report/report-files.ts";
import { runSoak } from "../../soak/run-soak.ts";
import { soakBody } from "../../soak/soak-body.ts";
import { targetNames } from "../../soak/target-names.ts";
import { testbed } from "../load/run/testbed.ts";
import { applierOf } from "../tuning/applier-of.ts";
import { commandTarget } from "./command-target.ts";
import { httpTarget } from "./http-target.ts";
import { SoakFolder } from "./run-folder.ts";
import { pauseFor, soakClock } from "./soak-clock.ts";
import { lockTargets } from "./target-lock.ts";

export interface SoakTerms {
  /** Absolute path of the plan's folder: relative paths and commands begin there. */
  readonly root: string;
  /** Absolute path of the folder of all soaks, `.holdpoint/soak`. */
  readonly soaks: string;
  /** Absolute path of the folder of all locks: whoever may meet at a target has the same. */
  readonly locks: string;
  /** Of Holdpoint. */
  readonly version: string;
  readonly candidate: SoakRunRecord["candidate"];
  /** A target within this process, instead of the plan's. */
  readonly measure?: Measure;
  /** False: everything is proposed and nothing is changed. */
  readonly tune: boolean;
  readonly signal: AbortSignal;
  /** What header values of the plan may name. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Makes one iteration part of the ledger. */
  readonly record: (iteration: SoakIteration, run: string) => Promise<void>;
  /** Told after each iteration, with the run so far. */
  readonly onIteration?: (iteration: SoakIteration, so: SoakProgress) => void;
}

/** A run so far, as its metrics show it. */
export interface SoakProgress {
  readonly body: SoakBody;
  readonly parameters: Readonly<Record<string, number | null>>;
}

export interface DrivenSoak {
  /** Absolute path of the run's folder. */
  readonly folder: string;
  readonly record: SoakRunRecord;
  readonly body: SoakBody;
  readonly manifestSha256: string;
  /** Points `latest` to the run: the very last thing. */
  readonly publish: () => void;
}

/**
 * Runs a soak with the target to itself and leaves a whole run behind: a file an iteration as soon as it is done; run,
 * evidence, reports, metrics and manifest at the end, also of one that was cut short.
 *
 * @throws HoldpointError `HP-SOAK-BUSY` before anything is done, `HP-SOAK-FOLDER`, `HP-CONFIG-VALUE`
 */
export async function driveSoak(plan: SoakPlan, terms: SoakTerms): Promise<DrivenSoak> {
  const { root, soaks, locks, version, candidate, tune, signal } = terms;
  const applier = plan.applier === null ? null : applierOf(withHeaderValues(plan.applier, terms.environment), root);
  const release = lockTargets(locks, targetNames(plan, root), `soak ${plan.id}`);
  try {
    const nowMs = soakClock();
    const startedAtMs = Math.floor(nowMs());
    const folder = new SoakFolder(join(soaks, plan.id), startedAtMs);
    const tuningEnabled = tune && applier !== null;
    const so: SoakIteration[] = [];
    const { iterations, aborted, parameters } = await runSoak(plan, {
      measure: terms.measure ?? measureOf(plan, { root, folder: folder.path, nowMs, version }),
      applier,
      tune,
      nowMs,
      pause: pauseFor,
      signal,
      record: async (iteration) => {
        folder.writeJson(`ITER_SUMMARY_${iteration.iteration}.json`, iteration);
        await terms.record(iteration, folder.run);
      },
      onIteration: (iteration, last) => {
        so.push(iteration);
        if (terms.onIteration === undefined) return;
        const body = soakBody(plan, { run: folder.run, iterations: so, tuningEnabled, aborted: null });
        terms.onIteration(iteration, { body, parameters: last });
      },
    });
    const record: SoakRunRecord = {
      schema: "holdpoint/soak-run/v1",
      run: folder.run,
      tool: { name: "holdpoint", version },
      candidate,
      testbed: testbed(),
      startedAtMs,
      finishedAtMs: Math.floor(nowMs()),
      parameters,
      plan,
    };
    const body = soakBody(plan, { run: folder.run, iterations, tuningEnabled, aborted });
    folder.writeJson("run.json", record);
    folder.writeJson("soak.json", body);
    for (const [name, text] of reportFiles({ record, body })) folder.write(name, text);
    folder.write("metrics.prom", soakMetrics({ body, parameters: parameters.last }));
    const manifestSha256 = folder.seal();
    return { folder: folder.path, record, body, manifestSha256, publish: () => folder.publish() };
  } finally {
    release();
  }
}

function measureOf(
  { target }: SoakPlan,
  terms: { readonly root: string; readonly folder: string; readonly nowMs: () => number; readonly version: string },
): Measure {
  return target.kind === "command" ? commandTarget(target, terms) : httpTarget(target, terms);
}
