import { HoldpointError } from "@holdpoint/core";
import type { LoadBody } from "@holdpoint/core";
import type { ArtifactHeader } from "@holdpoint/drills";
import { readLoadArtifact } from "@holdpoint/drills";
import { asShown } from "./as-shown.ts";
import type { StoredRunTerms } from "./stored-run.ts";
import { StoredRun } from "./stored-run.ts";

export interface ReadRun {
  readonly run: StoredRun;
  readonly body: LoadBody;
  readonly header: ArtifactHeader;
}

/**
 * Reads an artifact into a run.
 *
 * @param shown how errors name it
 * @throws HoldpointError `HP-READ-*` with the line
 */
export async function readStoredRun(path: string, shown: string, terms: StoredRunTerms): Promise<ReadRun> {
  const held: { run: StoredRun | null } = { run: null };
  const end = await readLoadArtifact(path, (seconds, header) => {
    held.run ??= new StoredRun(header, terms);
    held.run.take(seconds);
  }).catch((thrown: unknown) => {
    throw asShown(thrown, shown);
  });
  const run = held.run ?? new StoredRun(end.header, terms);
  if (terms.fromS > 0 && terms.fromS >= end.seconds) {
    throw new HoldpointError(
      "HP-USAGE",
      `--from ${terms.fromS}s is behind the end: the run has ${end.seconds} seconds`,
    );
  }
  return { run, body: run.body(end), header: end.header };
}
