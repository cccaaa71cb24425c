import { createHash } from "node:crypto";
import { withReport } from "../open-report.ts";

const CHUNK_BYTES = 1_048_576;
const SIZE_BYTES_MAX: number = 8 * 1024 * 1024 * 1024;

/** SHA-256 and size of a file that may be too large to be held. Throws what `withReport` throws. */
export function fileDigest(
  root: string,
  path: string,
): Promise<{ readonly sha256: string; readonly sizeBytes: number }> {
  return withReport(
    root,
    path,
    async ({ handle, sizeBytes }) => {
      const hash = createHash("sha256");
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      for (let at = 0; ;) {
        const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
        if (bytesRead === 0) return { sha256: hash.digest("hex"), sizeBytes };
        hash.update(chunk.subarray(0, bytesRead));
        at += bytesRead;
      }
    },
    SIZE_BYTES_MAX,
  );
}
