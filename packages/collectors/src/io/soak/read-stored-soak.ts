import { join } from "node:path";
import type { Json, SoakBody, SoakManifest, SoakRunRecord } from "@holdpoint/core";
import { HoldpointError, readJson, replaySoak, sha256Hex } from "@holdpoint/core";
import { manifestIn, soakFaults } from "../../soak/stored-soak.ts";
import { readReport } from "../read-report.ts";
import type { SoakRunPlace } from "./find-run.ts";
import { fileDigest } from "./file-digest.ts";

/** A stored run that is what it was when it was stored. */
export interface StoredSoak {
  readonly record: SoakRunRecord;
  readonly body: SoakBody;
  readonly manifest: SoakManifest;
  readonly manifestSha256: string;
}

const MANIFEST = "manifest.json";

/**
 * Reads a stored run and holds it against itself: every file is as its manifest says, and run, evidence and iterations
 * tell the same. What comes of replaying is found out here, not read.
 *
 * @param file how errors name the run's folder
 * @throws HoldpointError `HP-SOAK-BROKEN` when anything is not as it was stored; `HP-READ-*`
 */
export async function readStoredSoak({ parent, run }: SoakRunPlace, file: string): Promise<StoredSoak> {
  const root = join(parent, run);
  const broken = (name: string, text: string): HoldpointError =>
    new HoldpointError("HP-SOAK-BROKEN", text, { file: `${file}/${name}` });
  const bytes = (await readReport(root, MANIFEST)).bytes;
  const manifest = manifestIn(readJson(bytes, { file: `${file}/${MANIFEST}` }));
  if (typeof manifest === "string") throw broken(MANIFEST, manifest);
  const texts = new Map<string, Json>();
  for (const { path, sha256, sizeBytes } of manifest.files) {
    const found = await digestOf(root, path).catch((thrown: unknown) => {
      if (!(thrown instanceof HoldpointError)) throw thrown;
      throw broken(path, `a file of the run: ${thrown.message}`);
    });
    if (found.sha256 !== sha256 || found.sizeBytes !== sizeBytes) throw broken(path, "the file is not what was stored");
    if (isRead(path)) texts.set(path, readJson((await readReport(root, path)).bytes, { file: `${file}/${path}` }));
  }
  const [fault] = soakFaults(run, manifest, texts);
  if (fault !== undefined) throw broken(fault.file, fault.text);
  const record = texts.get("run.json") as unknown as SoakRunRecord;
  const body = texts.get("soak.json") as unknown as SoakBody;
  return {
    record,
    // Whatever the record says of itself: its decisions are made again here.
    body: { ...body, replay: replaySoak(record.plan, body.iterations) },
    manifest,
    manifestSha256: sha256Hex(bytes),
  };
}

function isRead(path: string): boolean {
  return path === "run.json" || path === "soak.json" || /^ITER_SUMMARY_\d+\.json$/.test(path);
}

/** An empty file of a command is as good as any. */
async function digestOf(root: string, path: string): ReturnType<typeof fileDigest> {
  try {
    return await fileDigest(root, path);
  } catch (thrown) {
    if (!(thrown instanceof HoldpointError) || thrown.code !== "HP-READ-EMPTY") throw thrown;
    return { sha256: sha256Hex(""), sizeBytes: 0 };
  }
}
