import type { Json, LeafReading, ParameterPlan, ProposedDelta } from "@holdpoint/core";
import { HoldpointError, isHoldpointError, leafNumber } from "@holdpoint/core";
import type { Applier, Configuration } from "./applier.ts";
import { isOfType, resolveLeaf, scalarOf, stateDigest, typed } from "./leaves.ts";
import type { Leaf } from "./leaves.ts";
import { patchOf } from "./patch.ts";
import type { WrittenLeaf } from "./verify.ts";
import { otherChanges, readBack } from "./verify.ts";

/** What came of writing and reading back. */
export interface Applied {
  readonly readings: readonly LeafReading[];
  /** Something was written, and every leaf of it is what it was to be. */
  readonly isFull: boolean;
  readonly stateBefore: string | null;
  readonly stateAfter: string | null;
  /** Paths that are no declared parameters and changed meanwhile. */
  readonly others: readonly string[];
  readonly problem: { readonly code: string; readonly text: string } | null;
}

interface Terms {
  readonly parameters: readonly ParameterPlan[];
  readonly proposals: readonly ProposedDelta[];
  readonly signal: AbortSignal;
}

interface Target {
  readonly leaf: Leaf;
  readonly path: string;
  readonly wanted: number | boolean;
}

/**
 * Writes the proposals that were let through, all of them or none, and reads every leaf back. A version that changed
 * meanwhile is read again once; a leaf that is not what the decision saw is not written.
 *
 * @param first what the decision saw
 * @throws HoldpointError `HP-TUNING-UNKNOWN-PATH` before anything is written, when a path leads to nothing of its type
 */
export async function applyProposals(
  applier: Applier,
  first: Configuration,
  { parameters, proposals, signal }: Terms,
): Promise<Applied> {
  const wanted = proposals.filter(({ skipped }) => skipped === null);
  if (wanted.length === 0) return untouched(first.document, parameters);
  let read = first;
  let problem: Applied["problem"] = null;
  try {
    read = await writeOnce(applier, first, { parameters, wanted, signal });
  } catch (thrown) {
    if (!isHoldpointError(thrown) || thrown.code === "HP-TUNING-UNKNOWN-PATH") throw thrown;
    problem = { code: thrown.code, text: thrown.message };
  }
  const after = await applier.read(signal).then(
    ({ document }) => document,
    (thrown: unknown) => {
      if (!isHoldpointError(thrown)) throw thrown;
      problem ??= { code: thrown.code, text: thrown.message };
      return null;
    },
  );
  const isConflict = problem?.code === "HP-TUNING-CONFLICT";
  // In a conflict nothing was written: what is there now was there before, whoever put it there.
  const before = isConflict && after !== null ? after : read.document;
  const readings = readBack(parameters, { before, after, written: wanted.map((one) => written(one, parameters)) });
  const full = readings.filter(({ verdict }) => verdict === "applied").length === wanted.length;
  return {
    readings,
    isFull: full && !isConflict,
    stateBefore: stateDigest(before, parameters),
    stateAfter: stateDigest(after, parameters),
    others: after === null ? [] : otherChanges(before, after, parameters),
    problem,
  };
}

function written({ parameter, to }: ProposedDelta, parameters: readonly ParameterPlan[]): WrittenLeaf {
  const type = parameters.find(({ path }) => path === parameter)?.type ?? "number";
  return { path: parameter, wanted: typed(to, type) };
}

function untouched(document: Json, parameters: readonly ParameterPlan[]): Applied {
  const digest = stateDigest(document, parameters);
  return { readings: [], isFull: false, stateBefore: digest, stateAfter: digest, others: [], problem: null };
}

interface Writing {
  readonly parameters: readonly ParameterPlan[];
  readonly wanted: readonly ProposedDelta[];
  readonly signal: AbortSignal;
}

/** Writes; what was read last before that. */
async function writeOnce(applier: Applier, first: Configuration, writing: Writing): Promise<Configuration> {
  const { parameters, wanted, signal } = writing;
  let read = first;
  for (const isLast of [false, true]) {
    const targets = targetsOf(read.document, parameters, wanted);
    assertUnchanged(targets, wanted);
    const patch = patchOf(targets.map(({ leaf: { keys }, wanted: value }) => ({ keys, value })));
    if ((await applier.write(patch, read.tag, signal)) === "written") return read;
    if (!isLast) read = await applier.read(signal);
  }
  throw new HoldpointError("HP-TUNING-CONFLICT", "the configuration changed twice while it was to be written");
}

function targetsOf(
  document: Json,
  parameters: readonly ParameterPlan[],
  wanted: readonly ProposedDelta[],
): readonly Target[] {
  return wanted.map(({ parameter: path, to }) => {
    const type = parameters.find((one) => one.path === path)?.type;
    const leaf = resolveLeaf(document, path);
    if (type === undefined || leaf === null || !isOfType(leaf.value, type)) {
      const what = leaf === null ? "leads to nothing, or to more than one place" : `is no ${type}`;
      throw new HoldpointError("HP-TUNING-UNKNOWN-PATH", `'${path}' ${what} in the target's configuration`);
    }
    return { leaf, path, wanted: typed(to, type) };
  });
}

function assertUnchanged(targets: readonly Target[], wanted: readonly ProposedDelta[]): void {
  for (const [index, { leaf, path }] of targets.entries()) {
    const now = leafNumber(scalarOf(leaf.value));
    const from = wanted[index]?.from;
    if (now === from) continue;
    throw new HoldpointError("HP-TUNING-CONFLICT", `'${path}' was ${from} when it was decided and is ${now} now`);
  }
}
