import type { ProgressEvent, StepKind, StepResult } from "./result.ts";

/** Tells whoever watches what runs, and keeps what ran. */
export class Steps {
  readonly results: StepResult[] = [];
  readonly #nowMs: () => number;
  readonly #watch: (event: ProgressEvent) => void;

  constructor(nowMs: () => number, watch: (event: ProgressEvent) => void) {
    this.#nowMs = nowMs;
    this.#watch = watch;
  }

  /** For parts that report their own beginning and end. */
  readonly report = (event: ProgressEvent): void => {
    if (event.type === "ended") {
      const { kind, id, durationMs, ended } = event;
      this.results.push({ kind, id, durationMs, ended });
    }
    this.#watch(event);
  };

  async measure<T>(kind: StepKind, id: string, work: () => Promise<T> | T, word: (result: T) => string): Promise<T> {
    const startedAtMs = this.#nowMs();
    this.report({ type: "started", kind, id });
    const end = (ended: string): void =>
      this.report({ type: "ended", kind, id, durationMs: this.#nowMs() - startedAtMs, ended });
    try {
      const result = await work();
      end(word(result));
      return result;
    } catch (thrown) {
      end("failed");
      throw thrown;
    }
  }
}
