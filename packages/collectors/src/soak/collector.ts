import { join, relative } from "node:path";
import type { Collected, CollectContext, Collector, SoakBody, SoakConfig } from "@holdpoint/core";
import { HoldpointError, KIND } from "@holdpoint/core";
import { findSoakRun } from "../io/soak/find-run.ts";
import { readStoredSoak } from "../io/soak/read-stored-soak.ts";
import { assertInside } from "../io/read-inside.ts";

/**
 * The latest stored run of each soak. It must be whole, what it was when it was stored, and one of this candidate; one
 * of a simulation is `synthetic` evidence.
 */
export const soakCollector: Collector = {
  kind: KIND.soak,
  part: "soaks",
  version: "1",
  async collect(context: CollectContext): Promise<readonly Collected<SoakBody>[]> {
    const collected: Collected<SoakBody>[] = [];
    for (const soak of context.config as readonly SoakConfig[]) collected.push(await collectSoak(soak, context));
    return collected;
  },
};

async function collectSoak(
  { id, folder }: SoakConfig,
  { root, candidate, signal }: CollectContext,
): Promise<Collected<SoakBody>> {
  signal.throwIfAborted();
  const place = findSoakRun(join(root, folder), folder);
  await assertInside(root, relative(root, join(place.parent, place.run)));
  const file = `${folder}/${place.run}`;
  const { record, body, manifestSha256 } = await readStoredSoak(place, file);
  const foreign = (text: string): HoldpointError => new HoldpointError("HP-SOAK-FOREIGN", text, { file });
  if (body.id !== id) throw foreign(`the run is one of the soak ${body.id}, not of ${id}`);
  const { commit, tree, dirty } = record.candidate;
  if (commit !== candidate.commit || tree !== candidate.tree) throw foreign(`the run is one of the commit ${commit}`);
  if (dirty !== candidate.dirty)
    throw foreign(`the work tree ${dirty ? "had changes" : "had no changes"} when it was run`);
  return {
    kind: KIND.soak,
    provenance: body.synthetic ? "synthetic" : "measured",
    producer: { name: `holdpoint soak ${id}`, version: record.tool.version },
    startedAtMs: record.startedAtMs,
    finishedAtMs: record.finishedAtMs,
    samples: body.iterations.length,
    inputs: [{ name: `${file}/manifest.json`, sha256: manifestSha256 }],
    body,
  };
}
