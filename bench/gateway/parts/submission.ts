/** A submission of the trial gateway's adapter that answers its arguments; policy allows it, its risk is safe. */
export function submission(n: number): string {
  return JSON.stringify({ adapter: "echo", operation: "echo", arguments: { n, text: "a governed action" } });
}

const BODIES = 512;

/** Bodies that differ, so that nothing can answer one from the memory of another. */
export const SUBMISSIONS: readonly string[] = Array.from({ length: BODIES }, (_, n) => submission(n));

export const ACTIONS_PATH = "/v1/actions";
export const SUCCEEDED_STATUS = 200;
export const SUCCEEDED_TEXT = '"state":"SUCCEEDED"';
