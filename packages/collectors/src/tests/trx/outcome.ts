import type { TestStatus } from "@holdpoint/core";

/** Every word that Visual Studio's schema has for the outcome of a test; a result without the word has none. */
const MEANINGS: Readonly<Record<string, TestStatus>> = {
  passed: "passed",
  failed: "failed",
  error: "errored",
  timeout: "errored",
  aborted: "errored",
  passedbutrunaborted: "errored",
  notrunnable: "errored",
  disconnected: "errored",
  inprogress: "errored",
  pending: "errored",
  completed: "errored",
  warning: "failed",
  inconclusive: "skipped",
  notexecuted: "skipped",
};

/** Null for a word that is not of the schema. */
export function trxOutcome(word: string | null): TestStatus | null {
  if (word === null || word.trim() === "") return "errored";
  const key = word.trim().toLowerCase();
  return Object.hasOwn(MEANINGS, key) ? (MEANINGS[key] ?? null) : null;
}

/** Milliseconds of `hh:mm:ss.fffffff`, with days before it when there are any; null for what is no duration. */
export function trxDuration(text: string | null): number | null {
  const found = /^(?:([0-9]{1,5})\.)?([0-9]{1,3}):([0-5][0-9]):([0-5][0-9](?:\.[0-9]{1,9})?)$/.exec(text?.trim() ?? "");
  if (found === null) return null;
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  return ((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1_000;
}
