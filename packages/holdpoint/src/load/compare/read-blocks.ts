import type { ArtifactHeader, LoadReason } from "@holdpoint/core";
import { readLoadArtifact } from "@holdpoint/drills";
import { asShown } from "../as-shown.ts";
import { RunBlocks } from "./run-blocks.ts";

export interface BlockRun {
  readonly header: ArtifactHeader;
  readonly reasons: readonly LoadReason[];
  /** Null for a run that is invalid. */
  readonly blocks: RunBlocks | null;
}

/**
 * Reads an artifact as blocks.
 *
 * @param shown how errors name it
 * @throws HoldpointError `HP-READ-*`
 */
export async function readBlocks(path: string, shown: string): Promise<BlockRun> {
  const held: { blocks: RunBlocks | null } = { blocks: null };
  const end = await readLoadArtifact(path, ([run], { phases }) => {
    held.blocks ??= new RunBlocks(phases.reduce((sum, { durationMs }) => sum + durationMs, 0));
    if (run !== undefined) held.blocks.take(run);
  }).catch((thrown: unknown) => {
    throw asShown(thrown, shown);
  });
  const { header, validity, reasons } = end;
  return { header, reasons, blocks: validity === "valid" ? (held.blocks ?? new RunBlocks(0)) : null };
}
