const CHARS_MAX = 200;

/** What a thrown thing says, on one line and cut: people see it, and part of it may be the asker's own words. */
export function evaluationProblem(thrown: unknown): string {
  const { summary, message } = (thrown ?? {}) as { readonly summary?: unknown; readonly message?: unknown };
  const text = typeof summary === "string" ? summary : typeof message === "string" ? message : "something was thrown";
  return text
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .slice(0, CHARS_MAX);
}
