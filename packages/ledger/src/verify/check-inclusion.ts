import type { Json, JsonObject } from "@holdpoint/core";
import { sha256Hex } from "@holdpoint/core";
import { Shape, ShapeError } from "../json/shape.ts";
import type { PublicKey } from "../keys/public-key.ts";
import { leafHash } from "../merkle/hash.ts";
import { verifyInclusion } from "../merkle/inclusion.ts";
import { hashesFromBase64 } from "../merkle/proof-json.ts";
import { endsAs, parseRecord } from "../record/read-record.ts";
import { VERDICT_RECORD_KIND } from "../record/record.ts";
import type { VerdictStatement } from "../statement/verdict-predicate.ts";
import type { ProblemList } from "./problem-list.ts";
import { RUN_FILE } from "./run-files.ts";
import { checkCheckpoint } from "./verify-verdict.ts";
import type { RunReader } from "./verify-run.ts";

/**
 * The verdict's record is in the tree that the run's own checkpoint signs, after the head that the verdict names.
 * Returns the size of that tree, 0 when it says nothing.
 */
export function checkInclusion(
  run: RunReader,
  { predicate }: VerdictStatement,
  envelopeDigest: string,
  keys: readonly PublicKey[],
  problems: ProblemList,
): number {
  const checkpointBytes = run.bytes(RUN_FILE.checkpoint);
  const file = run.object(RUN_FILE.inclusion);
  if (checkpointBytes === null || file === null) return 0;
  const signed = checkCheckpoint({ where: RUN_FILE.checkpoint, bytes: checkpointBytes }, keys, problems);
  const inclusion = readInclusion(file);
  if (inclusion === null) problems.add("file-malformed", RUN_FILE.inclusion);
  if (signed === null || inclusion === null) return 0;
  const { size, root, origin } = signed.checkpoint;
  const { ledger, run: runId } = predicate.holdpoint;
  const { leafIndex, treeSize, record, hashes } = inclusion;
  const proof = { leafIndex: BigInt(leafIndex), treeSize: BigInt(treeSize), hashes };
  if (treeSize !== size || !verifyInclusion(leafHash(record), proof, root)) {
    problems.add("inclusion-invalid", RUN_FILE.inclusion);
    return size;
  }
  if (origin !== ledger.origin) problems.add("checkpoint-origin", RUN_FILE.checkpoint);
  const parsed = parseRecord(record);
  const isOurs =
    parsed !== null &&
    parsed.body["envelope"] === envelopeDigest &&
    leafIndex >= ledger.size &&
    endsAs(record, { kind: VERDICT_RECORD_KIND, run: runId, seq: leafIndex });
  if (!isOurs) problems.add("record-mismatch", RUN_FILE.inclusion);
  else checkFiles(run, parsed.body["files"], problems);
  return size;
}

/** The record names further files of the run by the digest of their bytes, for which the statement has no place. */
function checkFiles(run: RunReader, files: Json | undefined, problems: ProblemList): void {
  if (files === undefined) return;
  if (typeof files !== "object" || files === null || Array.isArray(files)) {
    problems.add("record-mismatch", RUN_FILE.inclusion);
    return;
  }
  for (const [name, digest] of Object.entries(files)) {
    const bytes = run.bytes(name);
    if (bytes !== null && digest !== `sha256:${sha256Hex(bytes)}`) problems.add("file-changed", name);
  }
}

interface InclusionFile {
  readonly leafIndex: number;
  readonly treeSize: number;
  readonly record: Buffer;
  readonly hashes: readonly Buffer[];
}

function readInclusion(value: JsonObject): InclusionFile | null {
  try {
    const shape = new Shape(value, "inclusion");
    const text = shape.text("record");
    const record = Buffer.from(text, "base64");
    const hashes = hashesFromBase64(shape.texts("proof"));
    if (hashes === null || record.toString("base64") !== text) return null;
    return { leafIndex: shape.count("leafIndex"), treeSize: shape.count("treeSize"), record, hashes };
  } catch (thrown) {
    if (thrown instanceof ShapeError) return null;
    throw thrown;
  }
}
