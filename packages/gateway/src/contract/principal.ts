/** What a token allows: submit and read one's own; approve and deny; everything that runs the house; read all. */
export type Role = "requester" | "approver" | "operator" | "observer";

export const ROLES: readonly Role[] = ["requester", "approver", "operator", "observer"];

/** Who is asking. `actor` is on every record; tokens themselves are nowhere but in the asker's hands. */
export interface Principal {
  /** Name of the token's holder: 1–64 characters of `[A-Za-z0-9_.-]`. */
  readonly actor: string;
  readonly roles: ReadonlySet<Role>;
}

/** The asker and the trace that the request is part of. */
export interface Caller extends Principal {
  readonly correlationId: string;
  /** W3C Trace Context of this request, already a child of what came in, or new. */
  readonly traceparent: string;
  readonly tracestate: string | null;
}
