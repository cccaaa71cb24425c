/**
 * A submission of the trial gateway's adapter that answers its arguments; policy allows it, its risk is safe. `n` is a
 * number, or what the generator puts one in for.
 */
export function submission(n: string): string {
  return `{"adapter":"echo","operation":"echo","arguments":{"n":${n},"text":"a governed action"}}`;
}

/** With a number of its own in each, so that nothing can answer one from the memory of another. */
export const SUBMISSION: string = submission("${seq}");

export const ACTIONS_PATH = "/v1/actions";
export const SUCCEEDED_STATUS = 200;
export const SUCCEEDED_TEXT = '"state":"SUCCEEDED"';
