import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import type { OpenReport } from "./open-report.ts";
import { changed, withReport } from "./open-report.ts";

/** What is noted of a report that was read. */
export interface SeenReport {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** Of the raw bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** Whole milliseconds since the epoch. */
  readonly modifiedAtMs: number;
}

/** Takes the bytes of a report; they are others once this has returned. */
export type TakePiece = (piece: Uint8Array) => void;

const PIECE_BYTES: number = 1024 * 1024;

/**
 * Reads a regular file of the work tree piece by piece, with its digest. Throws what `withReport` throws, what taking
 * throws, and the signal's reason.
 */
export function streamReport(
  root: string,
  path: string,
  open: (report: OpenReport) => TakePiece,
  signal: AbortSignal,
): Promise<SeenReport> {
  return withReport(root, path, async (report) => {
    const take = open(report);
    const hash = createHash("sha256");
    const takeAll = (piece: Uint8Array): void => {
      hash.update(piece);
      take(piece);
    };
    await readPieces(report.handle, { path, start: 0, end: report.sizeBytes }, takeAll, signal);
    return { path, sha256: hash.digest("hex"), modifiedAtMs: report.modifiedAtMs };
  });
}

/** The bytes between two offsets, in order; while one piece is taken the next is read. */
export async function readPieces(
  handle: FileHandle,
  { path, start, end }: { readonly path: string; readonly start: number; readonly end: number },
  take: TakePiece,
  signal: AbortSignal,
): Promise<void> {
  const size = Math.min(PIECE_BYTES, end - start);
  let free = Buffer.allocUnsafeSlow(size);
  let filling = Buffer.allocUnsafeSlow(size);
  let at = start;
  let reading = fill(handle, filling, at, end);
  while (at < end) {
    signal.throwIfAborted();
    const length = await reading;
    if (length === 0) changed(path);
    const piece = filling.subarray(0, length);
    [free, filling] = [filling, free];
    at += length;
    // Errors are met when it is waited for; taking may throw before that.
    reading = at < end ? fill(handle, filling, at, end) : Promise.resolve(0);
    reading.catch(() => undefined);
    try {
      take(piece);
    } catch (thrown) {
      await reading.catch(() => undefined);
      throw thrown;
    }
  }
}

async function fill(handle: FileHandle, into: Buffer, at: number, end: number): Promise<number> {
  const { bytesRead } = await handle.read(into, 0, Math.min(into.length, end - at), at);
  return bytesRead;
}
