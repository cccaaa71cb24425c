import type { ArtifactsBody, GateArtifact, JsonObject } from "@holdpoint/core";
import { sha256Hex } from "@holdpoint/core";

/** A gate's artifact as it lies on disk; `text` is null when it is not there. */
export interface ArtifactFile {
  readonly gate: string;
  readonly file: string;
  readonly text: string | null;
  readonly signed: boolean;
}

/** Body of `artifacts` evidence; `problemsOf` holds a document against the published schema. */
export function artifactsBody(
  files: readonly ArtifactFile[],
  problemsOf: (document: unknown) => string[],
): ArtifactsBody {
  return { artifacts: files.map((file) => artifactOf(file, problemsOf)) };
}

function artifactOf(
  { gate, file, text, signed }: ArtifactFile,
  problemsOf: (document: unknown) => string[],
): GateArtifact {
  const none = { problems: null, run: null, commit: null, judgedAt: null, verdict: null };
  if (text === null) return { gate, file, present: false, sha256: null, signed, ...none };
  const seen = { gate, file, present: true, sha256: sha256Hex(text), signed };
  const document = parse(text);
  if (document === null) return { ...seen, ...none };
  const string = (value: unknown): string | null => (typeof value === "string" ? value : null);
  const object = (value: unknown): JsonObject =>
    typeof value === "object" && value !== null ? (value as JsonObject) : {};
  return {
    ...seen,
    problems: problemsOf(document),
    run: string(document["run"]),
    commit: string(object(document["candidate"])["commit"]),
    judgedAt: string(document["judgedAt"]),
    verdict: string(object(document["gate"])["verdict"]),
  };
}

function parse(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
  } catch {
    return null;
  }
}
