/** What `doctor` found out about one thing. */
export interface Probed {
  readonly id: string;
  /** `bad` is in the way of a verdict, `warn` is not. */
  readonly state: "good" | "warn" | "bad";
  readonly text: string;
  /** What to do; null where nothing has to be done. */
  readonly hint: string | null;
}

export function good(id: string, text: string): Probed {
  return { id, state: "good", text, hint: null };
}

export function warn(id: string, text: string, hint: string): Probed {
  return { id, state: "warn", text, hint };
}

export function bad(id: string, text: string, hint: string): Probed {
  return { id, state: "bad", text, hint };
}
