/** One registered error. `docs/reference/errors.md` is generated from these, and a test reads it back. */
export interface ErrorEntry {
  readonly title: string;
  /** HTTP status of the problem document (RFC 9457). */
  readonly status: number;
  /** Exit code of a verb that ends with it: 2 usage or configuration, 3 no verdict possible. */
  readonly exit: 2 | 3;
  readonly retryable: boolean;
  readonly hint: string;
  /** What the checks become whose evidence could not be gathered because of it. */
  readonly outcome: "error" | "missing";
}
