import type { CoverageException, CoverageExceptionEnd, CoverageExceptionsBody } from "@holdpoint/core";
import type { ExceptionState, ExceptionStates, Governance } from "@holdpoint/ledger";
import { matchingFilesOrNone } from "./matching-files.ts";

/** Kinds of governance files on which exceptions rest. */
const FOLDERS: readonly string[] = ["exceptions/", "exception-events/", "keys/", "revocations/"];

export interface BodyTerms {
  readonly governance: Pick<Governance, "problems">;
  readonly states: ExceptionStates;
  /** Folder of governance records, relative to the root. */
  readonly folder: string;
  readonly tracked: readonly string[];
  /** Commit by path relative to `governance/`. */
  readonly introducedIn: ReadonlyMap<string, string | null>;
}

/** The part of the evidence that the signed records make. Pure. */
export function recordedPart(terms: BodyTerms): Pick<CoverageExceptionsBody, "exceptions" | "problems"> {
  const { governance, states, folder, tracked, introducedIn } = terms;
  const problems = [...governance.problems, ...states.problems].filter(({ file }) =>
    FOLDERS.some((one) => file.startsWith(one)),
  );
  return {
    exceptions: states.states.map((state) =>
      exceptionOf(state, folder, matchingFilesOrNone(state.exception.path, tracked), introducedIn),
    ),
    problems: problems.map(({ file, code, text }) => ({ file: `${folder}/${file}`, code, text })),
  };
}

function exceptionOf(
  state: ExceptionState,
  folder: string,
  matches: readonly string[],
  introducedIn: BodyTerms["introducedIn"],
): CoverageException {
  const { schema: _, ...exception } = state.exception;
  return {
    ...exception,
    nextReviewAt: state.nextReviewAt,
    reviews: state.reviews.map(({ at, by, note }) => ({ at, by, note: note ?? "" })),
    resolved: endOf(state.resolution),
    matches,
    file: `${folder}/${state.file}`,
    introducedIn: introducedIn.get(state.file) ?? null,
  };
}

function endOf(resolution: ExceptionState["resolution"]): CoverageExceptionEnd | null {
  if (resolution === null || resolution.why === null) return null;
  const { at, by, why, final } = resolution;
  return { at, by, why, final };
}
