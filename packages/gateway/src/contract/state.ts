/** Where an action stands (DESIGN section 6). */
export type ActionState =
  | "RECEIVED"
  | "DENIED"
  | "AWAITING_APPROVAL"
  | "READY"
  | "RUNNING"
  | "SUCCEEDED"
  | "DEAD"
  | "UNKNOWN"
  | "EXPIRED"
  | "CANCELLED"
  | "SIMULATED";

/** The closed table: from each state, the states that it may be left for. */
export const TRANSITIONS: Readonly<Record<ActionState, readonly ActionState[]>> = {
  RECEIVED: ["DENIED", "AWAITING_APPROVAL", "READY", "SIMULATED"],
  AWAITING_APPROVAL: ["READY", "DENIED", "EXPIRED", "CANCELLED"],
  READY: ["RUNNING", "CANCELLED", "DEAD", "DENIED"],
  RUNNING: ["SUCCEEDED", "READY", "DEAD", "UNKNOWN"],
  UNKNOWN: ["SUCCEEDED", "DEAD"],
  DENIED: [],
  SUCCEEDED: [],
  DEAD: [],
  EXPIRED: [],
  CANCELLED: [],
  SIMULATED: [],
};

export const ACTION_STATES: readonly ActionState[] = Object.keys(TRANSITIONS) as ActionState[];

/** No way leads out of these; each has exactly one receipt. */
export const TERMINAL_STATES: ReadonlySet<ActionState> = new Set(
  ACTION_STATES.filter((state) => TRANSITIONS[state].length === 0),
);
