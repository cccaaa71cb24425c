import { createHash } from "node:crypto";
import { REPORT_SIZE_BYTES_MAX } from "../reading/limits.ts";
import { changed, withReport } from "./open-report.ts";

/** A report as it lay there. */
export interface ReportFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly bytes: Buffer;
  /** Of the raw bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** Whole milliseconds since the epoch. */
  readonly modifiedAtMs: number;
}

/** Reads a regular file of the work tree whole, with its digest. Throws what `withReport` throws. */
export function readReport(
  root: string,
  path: string,
  sizeBytesMax: number = REPORT_SIZE_BYTES_MAX,
): Promise<ReportFile> {
  return withReport(
    root,
    path,
    async ({ handle, sizeBytes, modifiedAtMs }) => {
      const bytes = Buffer.allocUnsafe(sizeBytes);
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled);
        if (bytesRead === 0) changed(path);
        filled += bytesRead;
      }
      return { path, bytes, sha256: createHash("sha256").update(bytes).digest("hex"), modifiedAtMs };
    },
    sizeBytesMax,
  );
}
