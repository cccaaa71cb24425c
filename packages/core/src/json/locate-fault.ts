import { JsonFault, shownCharacter } from "./fault.ts";
import { scanScalar } from "./scan-scalar.ts";
import { scanString } from "./scan-string.ts";

const KEY_SHOWN_MAX = 80;

const BEGINS_VALUE = /[-[{"0-9tfn]/;

/** An array or object that is open; `keys` is null for an array. */
interface Open {
  readonly keys: Set<string> | null;
}

/**
 * Walks over the whole text by the grammar of RFC 8259 and returns the first fault, or null when there is none.
 * Iterative: the nesting of hostile input costs no stack.
 */
export function locateFault(text: string, depthMax: number): JsonFault | null {
  try {
    new Walk(text, depthMax).document();
    return null;
  } catch (thrown) {
    if (thrown instanceof JsonFault) return thrown;
    throw thrown;
  }
}

class Walk {
  readonly #text: string;
  readonly #depthMax: number;
  readonly #open: Open[] = [];
  #at = 0;

  constructor(text: string, depthMax: number) {
    this.#text = text;
    this.#depthMax = depthMax;
  }

  document(): void {
    this.#space();
    if (this.#ended()) throw new JsonFault("HP-READ-EMPTY", "there is nothing in the file", 0);
    if (!BEGINS_VALUE.test(this.#text[this.#at] ?? "")) {
      const detail = `the file begins with ${shownCharacter(this.#text, this.#at)}, as no JSON does`;
      throw new JsonFault("HP-READ-NOT-THE-FORMAT", detail, this.#at);
    }
    do {
      this.#value();
      this.#close();
    } while (this.#open.length > 0);
    if (!this.#ended()) this.#fail("follows after the value has ended");
  }

  /** Opens brackets down to the next scalar or empty bracket, and walks over that. */
  #value(): void {
    for (;;) {
      this.#expectMore();
      const bracket = this.#text[this.#at];
      if (bracket !== "[" && bracket !== "{") {
        this.#at = scanScalar(this.#text, this.#at);
        return;
      }
      if (this.#open.length >= this.#depthMax) {
        throw new JsonFault("HP-READ-DEPTH", `nested deeper than ${this.#depthMax} levels`, this.#at);
      }
      this.#open.push({ keys: bracket === "{" ? new Set() : null });
      this.#at += 1;
      this.#space();
      if (this.#text[this.#at] === (bracket === "{" ? "}" : "]")) return;
      if (bracket === "{") this.#key();
    }
  }

  /** After a value: closes what ends here, or goes over the comma to where the next value begins. */
  #close(): void {
    for (;;) {
      this.#space();
      const open = this.#open.at(-1);
      if (open === undefined) return;
      this.#expectMore();
      const end = open.keys === null ? "]" : "}";
      const found = this.#text[this.#at];
      if (found !== end && found !== ",") {
        this.#fail(`stands where "," or "${end}" must be`);
      }
      this.#at += 1;
      if (found === ",") {
        this.#space();
        if (open.keys !== null) this.#key();
        return;
      }
      this.#open.pop();
    }
  }

  #key(): void {
    this.#expectMore();
    const start = this.#at;
    if (this.#text[start] !== '"') this.#fail("begins no key");
    this.#at = scanString(this.#text, start);
    const written = this.#text.slice(start, this.#at);
    const key = JSON.parse(written) as string;
    const keys = this.#open.at(-1)?.keys;
    if (keys?.has(key) === true) {
      throw new JsonFault("HP-READ-DUPLICATE-KEY", `the key ${written.slice(0, KEY_SHOWN_MAX)} is there twice`, start);
    }
    keys?.add(key);
    this.#space();
    this.#expectMore();
    if (this.#text[this.#at] !== ":") this.#fail('stands where ":" must be');
    this.#at += 1;
    this.#space();
  }

  #fail(what: string): never {
    throw new JsonFault("HP-READ-SYNTAX", `${shownCharacter(this.#text, this.#at)} ${what}`, this.#at);
  }

  #space(): void {
    while (isSpace(this.#text.charCodeAt(this.#at))) this.#at += 1;
  }

  #ended(): boolean {
    return this.#at >= this.#text.length;
  }

  #expectMore(): void {
    if (!this.#ended()) return;
    const open = this.#open.at(-1);
    const what = open?.keys === null ? "an array" : "an object";
    throw new JsonFault("HP-READ-TRUNCATED", `the file ends in the middle of ${what}`, this.#at);
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
