/** Where a debounced signal stands: plain data, so that a decision can be replayed from what was recorded. JSON. */
export interface Debounced {
  readonly open: boolean;
  /** Since when the signal has differed from `open`. */
  readonly differsSinceMs: number | null;
}

export interface DebounceTerms {
  /** So long on end must the signal be true before it counts. */
  readonly openMs: number;
  readonly closeMs: number;
}

export const DEBOUNCE_SHUT: Debounced = { open: false, differsSinceMs: null };

/** After one more look at the signal. */
export function debounce(state: Debounced, signal: boolean, atMs: number, terms: DebounceTerms): Debounced {
  if (signal === state.open) return { open: state.open, differsSinceMs: null };
  const sinceMs = state.differsSinceMs ?? atMs;
  const isOver = atMs - sinceMs >= (signal ? terms.openMs : terms.closeMs);
  return isOver ? { open: signal, differsSinceMs: null } : { open: state.open, differsSinceMs: sinceMs };
}

/** After an iteration: what was measured in it holds for all of its time. */
export function debounceSpan(
  state: Debounced,
  signal: boolean,
  span: { readonly startedAtMs: number; readonly nowMs: number },
  terms: DebounceTerms,
): Debounced {
  return debounce(debounce(state, signal, span.startedAtMs, terms), signal, span.nowMs, terms);
}
