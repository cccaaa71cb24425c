import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { HoldpointError, isHoldpointError } from "@holdpoint/core";
import { readLoadArtifact } from "@holdpoint/drills";
import { asShown } from "../load/as-shown.ts";
import { LoadSlices } from "../load/canary/load-slices.ts";
import { readScrapes } from "../load/canary/scrapes.ts";
import { readSeriesFile } from "../load/canary/series-file.ts";
import type { CanarySource } from "../load/canary/source.ts";
import { fileGround } from "./load-ground.ts";

const HEAD_BYTES = 4096;
const SCRAPES_MAX = 5000;
const FOLDER_BYTES_MAX = 256 * 1024 * 1024;
const SECOND_MS = 1000;

/**
 * What a command line names as one side: the artifact of a load run, series as JSON, scrapes in a file, or a folder of
 * scrapes in the order of their names.
 *
 * @param shown how errors name it
 * @throws HoldpointError `HP-READ-*`; `HP-USAGE` for slices that are no whole seconds
 */
export async function canarySource(path: string, shown: string, everyMs: number | null): Promise<CanarySource> {
  try {
    return await sourceOf(path, shown, everyMs);
  } catch (thrown) {
    if (isHoldpointError(thrown) || !(thrown instanceof Error && "code" in thrown)) throw thrown;
    throw new HoldpointError("HP-READ-FAILED", thrown.message.split(",")[0] ?? "unreadable", { file: shown }, thrown);
  }
}

async function sourceOf(path: string, shown: string, everyMs: number | null): Promise<CanarySource> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined)
    throw new HoldpointError("HP-READ-ABSENT", "there is no such file or folder", { file: shown });
  if (stat.isDirectory()) return readScrapes(scrapesIn(path, shown), everyMs, shown);
  if (!stat.isFile()) throw new HoldpointError("HP-READ-FAILED", "it is neither a file nor a folder", { file: shown });
  const head = headOf(path);
  if (/^\s*\{\s*"schema"\s*:\s*"holdpoint\/load-artifact\//.test(head)) return artifact(path, shown, everyMs);
  const text = fileText(path, shown);
  if (text.trim() === "") throw new HoldpointError("HP-READ-EMPTY", "the file holds nothing", { file: shown });
  return /^\s*[{[]/.test(head) ? readSeriesFile(text, shown) : readScrapes([{ file: shown, text }], everyMs, shown);
}

async function artifact(path: string, shown: string, everyMs: number | null): Promise<CanarySource> {
  if (everyMs !== null && everyMs % SECOND_MS !== 0)
    throw new HoldpointError("HP-USAGE", "--every: a load run has whole seconds, like 1s or 10s");
  const everyS = everyMs === null ? null : everyMs / SECOND_MS;
  const held: { slices: LoadSlices | null } = { slices: null };
  const { header, validity, reasons } = await readLoadArtifact(path, ([run], head) => {
    held.slices ??= new LoadSlices(head, everyS);
    if (run !== undefined) held.slices.take(run);
  }).catch((thrown: unknown) => {
    throw asShown(thrown, shown);
  });
  return (held.slices ?? new LoadSlices(header, everyS)).source(validity, reasons);
}

function scrapesIn(folder: string, shown: string): { readonly file: string; readonly text: string }[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  if (names.length === 0) throw new HoldpointError("HP-READ-EMPTY", "the folder has no file", { file: shown });
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  if (names.length > SCRAPES_MAX || bytes > FOLDER_BYTES_MAX) {
    const limits = `at most ${SCRAPES_MAX} of ${FOLDER_BYTES_MAX} bytes are read`;
    throw new HoldpointError("HP-READ-TOO-LARGE", `${names.length} files of ${bytes} bytes, ${limits}`, {
      file: shown,
    });
  }
  return names.map((name) => ({ file: join(shown, name), text: fileText(join(folder, name), join(shown, name)) }));
}

function fileText(path: string, shown: string): string {
  try {
    return fileGround("").text(path);
  } catch (thrown) {
    throw asShown(thrown, shown);
  }
}

function headOf(path: string): string {
  const bytes = Buffer.alloc(HEAD_BYTES);
  const file = openSync(path, "r");
  try {
    return bytes.subarray(0, readSync(file, bytes)).toString("latin1");
  } finally {
    closeSync(file);
  }
}
