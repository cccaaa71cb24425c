import type { ErrorPlace } from "../errors/holdpoint-error.ts";
import { HoldpointError } from "../errors/holdpoint-error.ts";
import { suggest } from "../text/suggest.ts";

const UNIT_MS = { us: 0.001, ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/** Longest text of an objective; far beyond what a person can follow. */
export const OBJECTIVE_CHARS_MAX = 300;

/** Goes through the text of an objective word by word, and knows where it stands. */
export class ObjectiveReader {
  readonly #text: string;
  readonly #place: ErrorPlace;
  #at = 0;

  constructor(text: string, place: ErrorPlace) {
    this.#text = text;
    this.#place = place;
    if (text.length > OBJECTIVE_CHARS_MAX) throw this.refuse(`is longer than ${OBJECTIVE_CHARS_MAX} characters`);
    this.#skip();
  }

  get isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }

  /** What stands here, taken, and the blanks after it; null where something else does. */
  take(form: RegExp): RegExpExecArray | null {
    const sticky = new RegExp(form.source, "y");
    sticky.lastIndex = this.#at;
    const match = sticky.exec(this.#text);
    if (match === null || match[0] === "") return null;
    this.#at += match[0].length;
    this.#skip();
    return match;
  }

  /** The same, where nothing else may stand. */
  want(form: RegExp, wanted: string): RegExpExecArray {
    const match = this.take(form);
    if (match === null) throw this.refuse(`has ${this.#here()} where ${wanted} must be`);
    return match;
  }

  /** Milliseconds of `300ms`, `1.5s`. */
  duration(what: string): number {
    const [, number = "", unit = ""] = this.want(/(\d+(?:\.\d+)?) ?(us|ms|s|m|h)\b/, `${what} like 300ms`);
    return Number((Number(number) * UNIT_MS[unit as keyof typeof UNIT_MS]).toPrecision(12));
  }

  /** A name up to the next blank, or in quotation marks. */
  name(what: string): string {
    const [, quoted, bare] = this.want(/"([^"]+)"|([^\s"]+)/, `the name of ${what}`);
    return quoted ?? bare ?? "";
  }

  /** For what goes on after it should have ended. */
  refuseRest(known: readonly string[]): HoldpointError {
    const word = /^\S+/.exec(this.#text.slice(this.#at))?.[0] ?? "";
    const meant = suggest(word, known);
    return this.refuse(`goes on with ${this.#here()}${meant === null ? "" : `; did you mean "${meant}"?`}`);
  }

  /** An error at the place that was reached. */
  refuse(why: string): HoldpointError {
    const { column = 1 } = this.#place;
    const text = JSON.stringify(this.#text.slice(0, 80));
    return new HoldpointError("HP-CONFIG-VALUE", `the objective ${text} ${why}`, {
      ...this.#place,
      column: column + this.#at,
    });
  }

  #here(): string {
    const rest = this.#text.slice(this.#at, this.#at + 20);
    return rest === "" ? "nothing" : JSON.stringify(rest);
  }

  #skip(): void {
    while (/\s/.test(this.#text[this.#at] ?? "")) this.#at += 1;
  }
}
