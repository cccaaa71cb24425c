import { HEAD_SIZE_BYTES } from "../../coverage/read-report.ts";
import { formatOf } from "../../coverage/formats.ts";
import type { OpenReport } from "../open-report.ts";
import { withReport } from "../open-report.ts";
import type { Job, JobTerms } from "./job.ts";

/** Where a large LCOV file may be parted: after the line that ends a section. */
const SECTION_END = Buffer.from("\nend_of_record\n");
const WINDOW_BYTES = 65_536;

/** How the files of a report become jobs. */
export interface PlanTerms extends Pick<JobTerms, "root" | "format"> {
  /** An LCOV file of at least twice this is parted into about as large parts. */
  readonly partBytes: number;
}

/**
 * The jobs of files in their order. Throws nothing about a file: reading it will.
 *
 * @param sizes by path, in bytes
 */
export async function planJobs(sizes: ReadonlyMap<string, number>, terms: PlanTerms): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  for (const [path, sizeBytes] of sizes) {
    const isLarge = sizeBytes >= terms.partBytes * 2 && (terms.format === "lcov" || terms.format === "auto");
    const parts = isLarge ? await partsOf(path, terms) : [];
    if (parts.length > 1) jobs.push({ type: "digest", path }, ...parts);
    else jobs.push({ type: "file", path });
  }
  return jobs;
}

async function partsOf(path: string, terms: PlanTerms): Promise<readonly Job[]> {
  try {
    return await withReport(terms.root, path, async (report) => {
      if (!(await isLcov(report, path, terms.format))) return [];
      const { sizeBytes, modifiedAtMs } = report;
      const ends = [...(await sectionEnds(report, terms.partBytes)), sizeBytes];
      return ends.map((end, index): Job => ({
        type: "part",
        path,
        start: ends[index - 1] ?? 0,
        end,
        sizeBytes,
        modifiedAtMs,
      }));
    });
  } catch {
    return [];
  }
}

async function isLcov({ handle }: OpenReport, path: string, format: PlanTerms["format"]): Promise<boolean> {
  if (format === "lcov") return true;
  const head = Buffer.alloc(HEAD_SIZE_BYTES);
  const { bytesRead } = await handle.read(head, 0, head.length, 0);
  return formatOf(head.subarray(0, bytesRead), path).format === "lcov";
}

/** Offsets after the ends of sections, about `partBytes` apart. */
async function sectionEnds({ handle, sizeBytes }: OpenReport, partBytes: number): Promise<number[]> {
  const ends: number[] = [];
  const window = Buffer.alloc(WINDOW_BYTES);
  let at = partBytes;
  while (at < sizeBytes) {
    const { bytesRead } = await handle.read(window, 0, window.length, at);
    if (bytesRead < SECTION_END.length) break;
    const found = window.subarray(0, bytesRead).indexOf(SECTION_END);
    if (found === -1) {
      // The end may lie across two windows.
      at += bytesRead - SECTION_END.length + 1;
      continue;
    }
    const end = at + found + SECTION_END.length;
    if (end >= sizeBytes) break;
    ends.push(end);
    at = Math.max(end, Math.ceil(end / partBytes) * partBytes);
  }
  return ends;
}
