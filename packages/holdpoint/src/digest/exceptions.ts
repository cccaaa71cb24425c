import type { ExceptionFigures, RunFigures } from "@holdpoint/core";

/** An exception that somebody has to look at. */
export interface DueException {
  readonly id: string;
  readonly path: string;
  readonly owner: string;
  readonly due: "expired" | "expires-soon" | "review-overdue" | "review-soon";
  /** RFC 3339, UTC: the day that makes it due. */
  readonly at: string;
}

const DAY_MS = 86_400_000;
const SOON_MS: number = 14 * DAY_MS;

/** As the last run that looked at the register saw it; soonest first. */
export function dueExceptions(runs: readonly RunFigures[], untilMs: number): DueException[] {
  const last = runs.flatMap(({ figures }) => listed(figures["exceptions"])).at(-1) ?? [];
  return last
    .flatMap((one): DueException[] => {
      const { id, path, owner, expiresAt, nextReviewAt } = one;
      const expiry = dueness(expiresAt, untilMs, "expired", "expires-soon");
      const review = dueness(nextReviewAt, untilMs, "review-overdue", "review-soon");
      if (expiry !== null) return [{ id, path, owner, due: expiry, at: expiresAt }];
      return review === null ? [] : [{ id, path, owner, due: review, at: nextReviewAt }];
    })
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
}

function dueness<Past, Soon>(at: string, untilMs: number, past: Past, soon: Soon): Past | Soon | null {
  const atMs = Date.parse(at);
  if (atMs < untilMs) return past;
  return atMs < untilMs + SOON_MS ? soon : null;
}

function listed(figures: RunFigures["figures"][string] | undefined): ExceptionFigures["listed"][] {
  const list = figures?.["listed"];
  return Array.isArray(list) ? [list] : [];
}
