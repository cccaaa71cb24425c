import type { ArtifactEnd, ArtifactHeader, LoadBody, Objective } from "@holdpoint/core";
import { HoldpointError, LoadArtifactReader, StoredLoadRun, WHOLE_RUN } from "@holdpoint/core";
import { textLines } from "../../tests/text-lines.ts";

/** A run of ours as it lay in a file. */
export interface StoredLoad {
  readonly body: LoadBody;
  /** When it was made, by its own word: a copy of an old file is an old run. */
  readonly startedAtMs: number;
  readonly finishedAtMs: number;
  /** It was computed and not made. */
  readonly isSynthetic: boolean;
}

/**
 * Reads `load-<time>.jsonl` of `holdpoint load run`, second by second: all of its report is computed again, and its
 * objectives are judged again together with those that are asked for.
 *
 * @throws HoldpointError `HP-READ-*` with file and line; `HP-READ-TRUNCATED` for a run that did not end
 */
export function readArtifact(bytes: Uint8Array, file: string, objectives: readonly Objective[]): StoredLoad {
  const held: { run: StoredLoadRun | null } = { run: null };
  const begin = (header: ArtifactHeader): StoredLoadRun =>
    (held.run ??= new StoredLoadRun(header, { ...WHOLE_RUN, objectives }));
  const reader = new LoadArtifactReader(file, (seconds, header, told) => void begin(header).take(seconds, told));
  for (const { text, number, ended } of textLines(bytes, file)) {
    if (!ended)
      throw new HoldpointError("HP-READ-TRUNCATED", "the last line was cut off", { file, line: number, column: 1 });
    reader.line(text);
  }
  const end = reader.end();
  return { body: begin(end.header).body(end), ...timesOf(end), isSynthetic: end.header.made?.synthetic === true };
}

function timesOf({
  header,
  seconds,
}: ArtifactEnd & { readonly header: ArtifactHeader }): Pick<StoredLoad, "startedAtMs" | "finishedAtMs"> {
  const startedAtMs = Math.floor(header.startedAtMs);
  return { startedAtMs, finishedAtMs: startedAtMs + seconds * 1000 };
}
