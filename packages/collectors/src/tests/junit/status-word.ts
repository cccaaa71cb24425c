/** What a `status` or `result` attribute says; `run` and its like only say that the test was started. */
export type StatusMeaning = "started" | "failed" | "errored" | "skipped";

const MEANINGS: Readonly<Record<string, StatusMeaning>> = {
  run: "started",
  ran: "started",
  passed: "started",
  pass: "started",
  ok: "started",
  success: "started",
  successful: "started",
  completed: "started",
  executed: "started",
  done: "started",
  fail: "failed",
  failed: "failed",
  failure: "failed",
  timeout: "failed",
  timedout: "failed",
  "timed out": "failed",
  error: "errored",
  errored: "errored",
  broken: "errored",
  crashed: "errored",
  aborted: "errored",
  skipped: "skipped",
  skip: "skipped",
  disabled: "skipped",
  notrun: "skipped",
  "not run": "skipped",
  ignored: "skipped",
  pending: "skipped",
  suppressed: "skipped",
  todo: "skipped",
  inconclusive: "skipped",
  not_run: "skipped",
};

/** Null for a word that no known runner writes. */
export function statusMeaning(word: string): StatusMeaning | null {
  const key = word.trim().toLowerCase();
  if (key === "") return "started";
  return Object.hasOwn(MEANINGS, key) ? (MEANINGS[key] ?? null) : null;
}
