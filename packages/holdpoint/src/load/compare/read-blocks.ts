import type { LoadReason } from "@holdpoint/core";
import type { ArtifactHeader } from "@holdpoint/drills";
import { readLoadArtifact } from "@holdpoint/drills";
import { asShown } from "../as-shown.ts";
import { RunBlocks } from "./run-blocks.ts";
import type { RunFigures } from "./run-figures.ts";

export interface BlockRun {
  readonly header: ArtifactHeader;
  readonly reasons: readonly LoadReason[];
  readonly sizeS: number;
  /** Null for a run that is invalid. */
  readonly blocks: readonly RunFigures[] | null;
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
  const blocks = validity === "valid" ? (held.blocks?.figures ?? []) : null;
  return { header, reasons, sizeS: held.blocks?.sizeS ?? 1, blocks };
}
