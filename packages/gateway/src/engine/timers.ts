/** What the engine needs of the event loop; tests drive it by hand. */
export interface Timers {
  set(task: () => void, delayMs: number): unknown;
  clear(handle: unknown): void;
  /** Runs the task once this tick's input was taken in. */
  defer(task: () => void): void;
}
