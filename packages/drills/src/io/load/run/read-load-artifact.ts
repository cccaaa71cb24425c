import type { ArtifactEnd, ArtifactHeader, OnSecond } from "@holdpoint/core";
import { ARTIFACT_LINE_CHARS_MAX, HoldpointError, isHoldpointError, LoadArtifactReader } from "@holdpoint/core";
import { createReadStream } from "node:fs";

/**
 * Reads the artifact of a run second by second; a run of a day takes no more memory than one of a minute.
 *
 * @throws HoldpointError `HP-READ-*` with the line; `HP-READ-TRUNCATED` for a run that did not end
 * @example
 * const total = new LogHistogram();
 * await readLoadArtifact("load-1.jsonl", ([run]) => total.add(run.response));
 * total.quantile(0.9999);
 */
export async function readLoadArtifact(
  file: string,
  onSecond: OnSecond,
): Promise<ArtifactEnd & { readonly header: ArtifactHeader }> {
  const reader = new LoadArtifactReader(file, onSecond);
  let rest = "";
  try {
    for await (const chunk of createReadStream(file, { encoding: "utf8" })) {
      const lines = (rest + (chunk as string)).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) reader.line(line);
      if (rest.length > ARTIFACT_LINE_CHARS_MAX) reader.line(rest);
    }
  } catch (thrown) {
    throw isHoldpointError(thrown) ? thrown : readError(file, thrown);
  }
  // Every line ends with a line feed; one that does not was cut off.
  if (rest !== "") reader.cut();
  return reader.end();
}

function readError(file: string, thrown: unknown): HoldpointError {
  const isAbsent = (thrown as NodeJS.ErrnoException).code === "ENOENT";
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new HoldpointError(isAbsent ? "HP-READ-ABSENT" : "HP-READ-FAILED", reason, { file }, thrown);
}
