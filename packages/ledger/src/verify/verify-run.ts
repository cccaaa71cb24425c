import type { Json, JsonObject } from "@holdpoint/core";
import { canonicalize, isHoldpointError, readJson, sha256Hex } from "@holdpoint/core";
import type { PublicKey } from "../keys/public-key.ts";
import { readPublicKey } from "../keys/public-key.ts";
import { checkEvidence } from "./check-evidence.ts";
import { checkInclusion } from "./check-inclusion.ts";
import { checkJudgement } from "./check-judgement.ts";
import { ProblemList } from "./problem-list.ts";
import type { RunFiles } from "./run-files.ts";
import { RUN_FILE } from "./run-files.ts";
import type { Verification, VerifyTerms } from "./verification.ts";
import { checkVerdict } from "./verify-verdict.ts";

/**
 * Verifies a run's folder: the verdict, every piece of evidence that it names and no other, the judgement, the gates'
 * artifacts, the plan, and that the verdict's record is in the ledger's tree.
 */
export function verifyRun(files: RunFiles, terms: VerifyTerms): Verification {
  const problems = new ProblemList();
  const run = new RunReader(files, problems);
  const found = run.keys();
  const verdict = run.bytes(RUN_FILE.verdict);
  let result = { size: 0, anchoredUpTo: 0, keys: [] as string[] };
  if (verdict !== null) {
    const { statement, signers, keys } = checkVerdict(
      { where: RUN_FILE.verdict, bytes: verdict },
      found,
      terms,
      problems,
    );
    if (statement !== null) {
      checkEvidence(run, statement, problems);
      checkJudgement(run, statement, problems);
      const size = checkInclusion(run, statement, `sha256:${sha256Hex(verdict)}`, keys, problems);
      result = { size, anchoredUpTo: problems.isEmpty ? size : 0, keys: signers.map((key) => key.fingerprint) };
    }
  }
  const selfAsserted = terms.trusted.length === 0;
  return { what: "run", valid: problems.isEmpty, ...result, selfAsserted, mode: terms.mode, problems: problems.list };
}

const JSON_SIZE_BYTES_MAX = 512 * 1024 * 1024;
const JSON_DEPTH_MAX = 256;

/** Reads the files of a run; whatever cannot be read becomes a problem. */
export class RunReader {
  readonly #files: RunFiles;
  readonly #problems: ProblemList;

  constructor(files: RunFiles, problems: ProblemList) {
    this.#files = files;
    this.#problems = problems;
  }

  list(folder: "evidence" | "gates" | "keys"): readonly string[] {
    return this.#files.list(folder);
  }

  bytes(name: string): Uint8Array | null {
    try {
      const bytes = this.#files.read(name);
      if (bytes === null) this.#problems.add("file-missing", name);
      return bytes;
    } catch (thrown) {
      if (!isHoldpointError(thrown)) throw thrown;
      this.#problems.add("file-malformed", name);
      return null;
    }
  }

  /** An object in canonical form: what is signed is a digest of these very bytes. */
  object(name: string): JsonObject | null {
    const bytes = this.bytes(name);
    if (bytes === null) return null;
    const value = this.#parse(bytes, name);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
    this.#problems.add("file-malformed", name);
    return null;
  }

  keys(): PublicKey[] {
    return this.list("keys").flatMap((name) => {
      const bytes = this.bytes(name);
      const key = readPublicKey(Buffer.from(bytes ?? []).toString("latin1"));
      if (!("rejected" in key)) return [key];
      this.#problems.add("key-malformed", name);
      return [];
    });
  }

  /** Null when it is not JSON in canonical form. */
  #parse(bytes: Uint8Array, file: string): Json {
    try {
      const value = readJson(bytes, { file, sizeBytesMax: JSON_SIZE_BYTES_MAX, depthMax: JSON_DEPTH_MAX });
      return Buffer.from(canonicalize(value)).equals(bytes) ? value : null;
    } catch (thrown) {
      // `canonicalize` refuses lone surrogates with a TypeError.
      if (isHoldpointError(thrown) || thrown instanceof TypeError) return null;
      throw thrown;
    }
  }
}
