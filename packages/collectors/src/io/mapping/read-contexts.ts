import type { CoverageConfig } from "@holdpoint/core";
import { isHoldpointError } from "@holdpoint/core";
import { formatOf } from "../../coverage/formats.ts";
import type { ReadCoverage } from "../../coverage/read-report.ts";
import { HEAD_SIZE_BYTES } from "../../coverage/read-report.ts";
import { FORMATS_WITH_CONTEXTS } from "../../mapping/contexts.ts";
import { readCoverageReport } from "../coverage/read-coverage-report.ts";
import { findFiles } from "../find-files.ts";
import { withReport } from "../open-report.ts";

type Report = CoverageConfig["reports"][number];

/**
 * The coverage reports whose format may tell which test ran what. A report that is not there is judged by its own
 * gate, and says nothing here.
 *
 * @throws HoldpointError `HP-READ-*` for one that is there and cannot be read
 */
export async function readContexts(
  root: string,
  reports: readonly Report[],
  signal: AbortSignal,
): Promise<readonly ReadCoverage[]> {
  const reads: ReadCoverage[] = [];
  for (const report of reports) {
    if (await mayHaveContexts(root, report)) reads.push(...(await readCoverageReport(root, report, { signal })).reads);
  }
  return reads.filter(({ contexts }) => contexts.size > 0);
}

async function mayHaveContexts(root: string, { format, files }: Report): Promise<boolean> {
  if (format !== "auto" && !FORMATS_WITH_CONTEXTS.includes(format)) return false;
  try {
    for (const glob of files) {
      for (const path of await findFiles(root, glob)) {
        if (format !== "auto" || FORMATS_WITH_CONTEXTS.includes(await formatAt(root, path))) return true;
      }
    }
    return false;
  } catch (thrown) {
    // Whatever is wrong with a report of another format is for the gate about coverage to say.
    if (isHoldpointError(thrown)) return false;
    throw thrown;
  }
}

function formatAt(root: string, path: string): Promise<ReturnType<typeof formatOf>["format"]> {
  return withReport(root, path, async ({ handle }) => {
    const head = Buffer.alloc(HEAD_SIZE_BYTES);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return formatOf(head.subarray(0, bytesRead), path).format;
  });
}
