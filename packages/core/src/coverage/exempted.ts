import type { Count, CoverageMetric } from "../evidence/coverage.ts";
import type { CoverageException } from "../evidence/coverage-exceptions.ts";
import { isTwoPeople } from "../noun/two-people.ts";
import { parseInstant } from "../time/instant.ts";

/** A file's counts, as far as they are needed here. */
export type MetricCounts = { readonly path: string } & Readonly<Partial<Record<CoverageMetric, Count | null>>>;

export interface ExemptionTerms {
  readonly metric: CoverageMetric;
  /** Instant of judgement, milliseconds since the epoch. */
  readonly nowMs: number;
  /** Commit that is judged: an exception that it brings along itself does not count for it. */
  readonly commit: string;
}

/** What one exception takes upon itself among the files asked about. */
export interface Exemption {
  readonly id: string;
  readonly owner: string;
  readonly path: string;
  readonly expiresAt: string;
  /** Uncovered things that it stands for: no more than there are, and no more than when it was decided. */
  readonly uncovered: number;
}

/**
 * What the open exceptions that count stand for among some files. A file that two fit is counted once, for the one
 * whose id is first.
 *
 * @throws RangeError for counts that are no counts
 * @example
 * const all = exemptions(files, body.exceptions, { metric: "lines", nowMs, commit: candidate.commit });
 */
export function exemptions(
  files: readonly MetricCounts[],
  exceptions: readonly CoverageException[],
  terms: ExemptionTerms,
): readonly Exemption[] {
  const left = new Map(files.map((file) => [file.path, file[terms.metric] ?? null]));
  return exceptions
    .filter((one) => one.metric === terms.metric && countsFor(one, terms))
    .toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)))
    .flatMap(({ id, owner, path, expiresAt, atDecision, matches }) => {
      const own = matches.filter((match) => left.has(match));
      const uncovered = own.reduce((sum, match) => sum + missing(left.get(match) ?? null), 0);
      for (const match of own) left.delete(match);
      const taken = Math.min(uncovered, missing(atDecision));
      return taken === 0 ? [] : [{ id, owner, path, expiresAt, uncovered: taken }];
    });
}

/**
 * The exceptions that explain wholly why files are so many covered things short of a floor; null when they do not.
 * The floor itself is always judged on all lines: this only says whether two people answer for every one that lacks.
 *
 * @example
 * shortfallExplained(3, [{ ...exemption, uncovered: 5 }]); // that exemption
 * shortfallExplained(6, [{ ...exemption, uncovered: 5 }]); // null
 */
export function shortfallExplained(short: number, exempted: readonly Exemption[]): readonly Exemption[] | null {
  if (!(short > 0)) return null;
  return exempted.reduce((sum, { uncovered }) => sum + uncovered, 0) >= short ? exempted : null;
}

/** Open, decided by two people, begun, not ended, and known before the commit that is judged. */
export function countsFor(
  exception: CoverageException,
  { nowMs, commit }: Pick<ExemptionTerms, "nowMs" | "commit">,
): boolean {
  const { resolved, owner, approver, createdAt, expiresAt, introducedIn } = exception;
  return (
    resolved === null &&
    isTwoPeople(owner, approver) &&
    introducedIn !== null &&
    introducedIn !== commit &&
    parseInstant(createdAt) <= nowMs &&
    nowMs < parseInstant(expiresAt)
  );
}

function missing(count: Count | null): number {
  if (count === null) return 0;
  const { covered, total } = count;
  const isCount = Number.isSafeInteger(covered) && Number.isSafeInteger(total) && covered >= 0 && covered <= total;
  if (!isCount) throw new RangeError(`${covered} of ${total} is no count`);
  return total - covered;
}
