import type { ArtifactHeader, LoadBody, StoredRunTerms } from "@holdpoint/core";
import { HoldpointError, StoredLoadRun } from "@holdpoint/core";
import { readLoadArtifact } from "@holdpoint/drills";
import { asShown } from "./as-shown.ts";
import { HlogText } from "./hlog-text.ts";

export interface ReadRun {
  readonly run: StoredLoadRun;
  readonly body: LoadBody;
  readonly hlog: string;
}

/**
 * Reads an artifact into a run.
 *
 * @param shown how errors name it
 * @throws HoldpointError `HP-READ-*` with the line; `HP-USAGE` for a part behind the end
 */
export async function readStoredRun(path: string, shown: string, terms: StoredRunTerms): Promise<ReadRun> {
  const held: { parts: Parts | null } = { parts: null };
  const end = await readLoadArtifact(path, (seconds, header, told) => {
    held.parts ??= new Parts(header, terms);
    const [run] = seconds;
    if (held.parts.run.take(seconds, told) && run !== undefined)
      held.parts.hlog.take({ ...run, second: run.second - terms.fromS });
  }).catch((thrown: unknown) => {
    throw asShown(thrown, shown);
  });
  const { run, hlog } = held.parts ?? new Parts(end.header, terms);
  if (terms.fromS > 0 && terms.fromS >= end.seconds) {
    throw new HoldpointError(
      "HP-USAGE",
      `--from ${terms.fromS}s is behind the end: the run has ${end.seconds} seconds`,
    );
  }
  return { run, body: run.body(end), hlog: hlog.text };
}

class Parts {
  readonly run: StoredLoadRun;
  readonly hlog: HlogText;

  constructor(header: ArtifactHeader, terms: StoredRunTerms) {
    this.run = new StoredLoadRun(header, terms);
    this.hlog = new HlogText(header.startedAtMs + terms.fromS * 1000);
  }
}
