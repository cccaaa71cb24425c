import { sha256Hex } from "@holdpoint/core";
import type { VerdictStatement } from "../statement/verdict-predicate.ts";
import { EVIDENCE_URI_PREFIX } from "../statement/verdict-predicate.ts";
import type { ProblemList } from "./problem-list.ts";
import type { RunReader } from "./verify-run.ts";

const DIGEST_PREFIX_CHARS = 16;

/** `evidence/<kind>-<first 16 hexadecimal digits of its digest>.json` */
export function evidenceFileName(kind: string, sha256: string): string {
  return `evidence/${kind}-${sha256.slice(0, DIGEST_PREFIX_CHARS)}.json`;
}

/** Every piece of evidence that the verdict names is there with the bytes that were signed, and nothing else is. */
export function checkEvidence(run: RunReader, { predicate }: VerdictStatement, problems: ProblemList): void {
  const expected = new Map<string, string>();
  for (const { uri, digest } of predicate.inputAttestations) {
    const kind = decode(uri?.slice(EVIDENCE_URI_PREFIX.length) ?? "");
    expected.set(evidenceFileName(kind, digest["sha256"] ?? ""), digest["sha256"] ?? "");
  }
  const present = run.list("evidence");
  for (const name of present) if (!expected.has(name)) problems.add("file-extra", name);
  for (const [name, sha256] of expected) {
    if (!present.includes(name)) {
      problems.add("file-missing", name);
      continue;
    }
    const bytes = run.bytes(name);
    if (bytes !== null && sha256Hex(bytes) !== sha256) problems.add("file-changed", name);
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
