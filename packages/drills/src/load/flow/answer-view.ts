import type { WireAnswer } from "../wire.ts";

/** An answer as checks and extracts look at it; what is costly is made once, and only when it is asked for. */
export class AnswerView {
  readonly answer: WireAnswer;
  #text: string | null = null;
  #json: unknown = undefined;
  #isParsed = false;

  constructor(answer: WireAnswer) {
    this.answer = answer;
  }

  header(name: string): string | null {
    return this.answer.headers?.get(name) ?? null;
  }

  get text(): string {
    this.#text ??= this.answer.body?.toString("utf8") ?? "";
    return this.#text;
  }

  /** Undefined when the body is no JSON. */
  get json(): unknown {
    if (!this.#isParsed) {
      this.#isParsed = true;
      try {
        this.#json = JSON.parse(this.text) as unknown;
      } catch {
        // No JSON: no path leads anywhere in it.
      }
    }
    return this.#json;
  }
}
