import { join } from "node:path";
import type { CoverageException, CoverageExceptionsBody } from "@holdpoint/core";
import { readTrackedFiles } from "@holdpoint/collectors";
import type { ExceptionStates, Governance } from "@holdpoint/ledger";
import { exceptionStates, readGovernance } from "@holdpoint/ledger";
import { GOVERNANCE_FOLDER, introducedIn } from "@holdpoint/release";
import { recordedPart } from "../coverage/exceptions/body-of.ts";

/** So many files are asked about at once. */
const ASKED_AT_ONCE = 8;

/** What the signed records of a work tree say about exceptions. */
export interface RecordedExceptions {
  readonly governance: Governance;
  readonly states: ExceptionStates;
  readonly tracked: readonly string[];
  readonly exceptions: readonly CoverageException[];
  readonly problems: CoverageExceptionsBody["problems"];
}

/** Reads and verifies every exception under `governance/`, with its files and the commit that brought it. */
export async function readExceptions(root: string, signal: AbortSignal): Promise<RecordedExceptions> {
  const governance = readGovernance(join(root, GOVERNANCE_FOLDER));
  const states = exceptionStates(governance);
  const tracked = (await readTrackedFiles(root, { signal })).map(({ path }) => path);
  const files = states.states.map(({ file }) => file);
  const commits = new Map<string, string | null>();
  for (let from = 0; from < files.length; from += ASKED_AT_ONCE) {
    signal.throwIfAborted();
    await Promise.all(
      files.slice(from, from + ASKED_AT_ONCE).map(async (file) => {
        commits.set(file, await introducedIn(root, `${GOVERNANCE_FOLDER}/${file}`));
      }),
    );
  }
  const terms = { governance, states, folder: GOVERNANCE_FOLDER, tracked, introducedIn: commits };
  return { governance, states, tracked, ...recordedPart(terms) };
}
