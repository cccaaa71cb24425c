import type { CheckInput, JsonObject, RepositoryBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";
import { byText } from "../text.ts";

/** What the next release's version is compared with. */
export interface CandidateFacts {
  /** The one version that all manifests name; null when they do not name one. */
  readonly version: string | null;
  readonly versionFiles: readonly string[];
}

export function candidateFacts(input: CheckInput): JsonObject {
  const versions = bodiesOf<RepositoryBody>(input, KIND.repository).flatMap((body) => body.versions);
  const facts: CandidateFacts = {
    version: commonVersion(versions),
    versionFiles: versions.map(({ file }) => file).sort(byText),
  };
  return { ...facts };
}

/** The version that every manifest names, or null. */
export function commonVersion(versions: RepositoryBody["versions"]): string | null {
  const [first, ...others] = new Set(versions.map(({ version }) => version));
  return others.length === 0 ? (first ?? null) : null;
}

/** The facts of the last promotion; null when it left none of this form. */
export function readCandidateFacts(input: CheckInput): CandidateFacts | null {
  const facts = input.baseline?.facts["candidate"];
  if (typeof facts !== "object" || facts === null || Array.isArray(facts)) return null;
  const { version, versionFiles } = facts as JsonObject;
  const isList = Array.isArray(versionFiles) && versionFiles.every((file) => typeof file === "string");
  if (!isList || (version !== null && typeof version !== "string")) return null;
  return { version, versionFiles };
}
