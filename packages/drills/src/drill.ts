import { createHash } from "node:crypto";
import type { CollectContext, Collected, Collector } from "@holdpoint/core";

/**
 * Does something to a running system and hands over what happened. Never judges. For whoever gathers it is a
 * collector like any other: found by its kind, given its part of the configuration, its evidence is `measured`.
 */
export interface Drill extends Collector {
  readonly title: string;
}

/** One thing that was done, in the order in which it was done. */
export interface DrillStep {
  readonly atMs: number;
  /** `METHOD path`, `start`, `kill`, `fault`… */
  readonly what: string;
  /** What came of it, short; never a token. */
  readonly text: string;
}

export interface DrillContext {
  /** Absolute path of the repository's root; commands are started there. */
  readonly root: string;
  /** The drill's part of the configuration. */
  readonly config: unknown;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
  /** Keeps what was done; the evidence is bound to all of it by its digest. */
  record(step: DrillStep): void;
}

export interface DrillTerms<Body> {
  readonly kind: string;
  readonly version: string;
  readonly title: string;
  run(context: DrillContext): Promise<{ readonly samples: number; readonly body: Body }>;
}

/** More steps than any drill takes; one that takes more has lost its way. */
const STEPS_MAX = 100_000;

/**
 * Makes a drill of a function that does the work.
 *
 * @throws RangeError when more than 100,000 steps are recorded, so that the evidence is an `error`.
 * @example
 * const drill = drillOf({
 *   kind: "breakers",
 *   version: "1",
 *   title: "Nothing",
 *   run: async ({ record, nowMs }) => {
 *     record({ atMs: nowMs(), what: "look", text: "nothing there" });
 *     return { samples: 1, body: { seen: 0 } };
 *   },
 * });
 * drill.kind; // "breakers"
 */
export function drillOf<Body>({ kind, version, title, run }: DrillTerms<Body>): Drill {
  return {
    kind,
    part: "drills.gateway",
    version,
    title,
    collect: async ({ root, config, nowMs, signal }: CollectContext): Promise<readonly Collected[]> => {
      const steps: DrillStep[] = [];
      const record = (step: DrillStep): void => {
        if (steps.length >= STEPS_MAX) throw new RangeError(`the drill ${kind} takes more than ${STEPS_MAX} steps`);
        steps.push(step);
      };
      const startedAtMs = nowMs();
      const { samples, body } = await run({ root, config, nowMs, signal, record });
      // Named after the drill: two inputs of one name are one input that changed while it was looked at.
      const inputs = [{ name: `steps of ${kind}`, sha256: stepsDigest(steps) }];
      const producer = { name: `holdpoint-drill-${kind}`, version };
      const times = { startedAtMs, finishedAtMs: nowMs() };
      return [{ kind, provenance: "measured", producer, ...times, samples, inputs, body }];
    },
  };
}

/** SHA-256 of the steps as JSON lines, hexadecimal. */
export function stepsDigest(steps: readonly DrillStep[]): string {
  const hash = createHash("sha256");
  for (const { atMs, what, text } of steps) hash.update(`${JSON.stringify({ atMs, what, text })}\n`);
  return hash.digest("hex");
}
