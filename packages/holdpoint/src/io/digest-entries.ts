import { existsSync } from "node:fs";
import { join } from "node:path";
import { FIGURES_RECORD, HoldpointError } from "@holdpoint/core";
import type { LedgerReader, Verification, VerifyTerms } from "@holdpoint/ledger";
import { PROBLEMS, readRecord, verifyLedgerFile, withLedgerFile } from "@holdpoint/ledger";
import type { DigestRun } from "../digest/digest.ts";
import type { Period } from "../digest/period.ts";
import { readFigures } from "../digest/read-figures.ts";

const PAGE_RECORDS = 500;
const RUNS_DEFAULT_MAX = 10_000;
/** Between the judgement and its record a clock may have been set back. */
const CLOCK_SLACK_MS = 86_400_000;

export interface DigestEntries {
  readonly runs: readonly DigestRun[];
  readonly unreadable: number;
  readonly anchored: boolean;
  readonly cutOff: boolean;
}

interface Asked extends Period {
  readonly service: string;
  /** Newest first; default 10,000. */
  readonly runsMax?: number;
}

/**
 * What the runs of a service left in the ledger, from the repository's root. The whole ledger is verified first, and
 * only records that were verified are read.
 *
 * @throws HoldpointError `HP-RUN-UNKNOWN` without a ledger, `HP-LEDGER-CORRUPT` when it does not verify
 */
export function readDigestEntries(root: string, asked: Asked, terms: VerifyTerms): DigestEntries {
  const file = join(root, ".holdpoint", "ledger.db");
  if (!existsSync(file)) throw new HoldpointError("HP-RUN-UNKNOWN", "there is no ledger here yet", { file });
  const verified = verifyLedgerFile(file, terms);
  if (!verified.valid) throw new HoldpointError("HP-LEDGER-CORRUPT", notValid(verified), { file });
  const { runs, unreadable, cutOff } = withLedgerFile(file, (reader) => entriesOf(reader, verified.size, asked));
  return { runs, unreadable, cutOff, anchored: runs.every(({ seq }) => seq < verified.anchoredUpTo) };
}

function notValid({ problems }: Verification): string {
  const [first] = problems;
  const what = first === undefined ? "" : `: ${first.where}: ${PROBLEMS[first.code]}`;
  return `the ledger does not verify, so there is no digest of it${what}`;
}

function entriesOf(reader: LedgerReader, size: number, asked: Asked): Omit<DigestEntries, "anchored"> {
  const runs: DigestRun[] = [];
  const runsMax = asked.runsMax ?? RUNS_DEFAULT_MAX;
  let unreadable = 0;
  let read = 0;
  for (let before = size; ;) {
    const page = reader.find({ kind: FIGURES_RECORD, order: "newest-first", before, limit: PAGE_RECORDS });
    for (const stored of page) {
      const { at, body, run, seq } = readRecord(stored);
      const atMs = Date.parse(at);
      if (atMs < asked.sinceMs - CLOCK_SLACK_MS) return { runs, unreadable, cutOff: false };
      if (read === runsMax) return { runs, unreadable, cutOff: true };
      const figures = readFigures(body);
      if (figures?.service === asked.service) runs.push({ seq, run, figures });
      if (figures === null && atMs >= asked.sinceMs && atMs < asked.untilMs) unreadable += 1;
      before = seq;
      read += 1;
    }
    if (page.length < PAGE_RECORDS) return { runs, unreadable, cutOff: false };
  }
}
