/** Body of `error-taxonomy` evidence: every error that a running gateway could be made to give, as it was given. */
export interface ErrorTaxonomyBody {
  readonly provocations: readonly ErrorProvocation[];
  /** What the product registers for the gateway and for actions. */
  readonly registry: readonly RegisteredError[];
  /** Registered codes that were not meant to be provoked, and why they cannot be from outside. */
  readonly excused: readonly { readonly code: string; readonly reason: string }[];
  readonly documentation: ErrorDocumentation;
  /** What the running gateway says about itself: one entry a method and path of its OpenAPI document. */
  readonly operations: readonly DocumentedOperation[];
  /** Asked when everything had been provoked. */
  readonly after: { readonly live: boolean; readonly ready: boolean; readonly honestAction: string | null };
}

/** Where an error came out: HTTP answers, messages of the stream, ends of actions, starts of the program. */
export type ErrorSurface = "http" | "stream" | "action" | "start";

export interface ErrorProvocation {
  readonly id: string;
  readonly surface: ErrorSurface;
  /** What was done to get it, in a few words. */
  readonly done: string;
  readonly expected: string;
  /** False when nothing came back: no answer, no message, no end, no exit. */
  readonly answered: boolean;
  /** The code that came back; null when what came back was no error or had no code. */
  readonly code: string | null;
  readonly retryable: boolean | null;
  /** Status of the HTTP answer; null elsewhere. */
  readonly status: number | null;
  readonly contentType: string | null;
  readonly retryAfter: string | null;
  /** The problem document where there was one. */
  readonly problem: ProvokedProblem | null;
  /** Method and path template, where it was an HTTP request to a route that exists. */
  readonly operation: { readonly method: string; readonly path: string } | null;
  /** What the answer gave away that it must not. */
  readonly leaks: readonly ErrorLeak[];
}

/** Members of a problem document (RFC 9457) as they were read; null where one was absent or of another type. */
export interface ProvokedProblem {
  readonly type: string | null;
  readonly title: string | null;
  readonly status: number | null;
  readonly detail: string | null;
  readonly code: string | null;
  readonly retryable: boolean | null;
  readonly hint: string | null;
}

export interface ErrorLeak {
  readonly kind: "stack" | "path" | "token";
  /** Where it stood: `body` or a header's name. Never what it was. */
  readonly where: string;
}

export interface RegisteredError {
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly retryable: boolean;
}

export interface ErrorDocumentation {
  /** Path of the page; null when there is none. */
  readonly file: string | null;
  readonly codes: readonly string[];
}

export interface DocumentedOperation {
  readonly method: string;
  readonly path: string;
  /** Statuses and ranges (`4XX`, `default`) as the document writes them. */
  readonly responses: readonly string[];
}
