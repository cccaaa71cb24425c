import { REPORT_SIZE_BYTES_MAX } from "../../reading/limits.ts";
import { HITS_MAX } from "../counts/hit-counts.ts";
import { LINE_MAX } from "../counts/line-hits.ts";
import type { Remarks } from "../remarks.ts";
import type { XmlTag } from "./tag.ts";

const ZERO = 0x30;
const NINE = 9;

/** Longest path or name, in UTF-16 code units. */
const TEXT_CHARS_MAX = 65_536;

/** Reads the attributes of tags as what they have to be. Words are numbers of names of the scanner. */
export class XmlFields {
  readonly #tag: XmlTag;
  readonly #words: readonly string[];
  readonly #remarks: Remarks;

  constructor(tag: XmlTag, words: readonly string[], remarks: Remarks) {
    this.#tag = tag;
    this.#words = words;
    this.#remarks = remarks;
  }

  /** A line's number, from 1 to `LINE_MAX`. */
  line(name: number): number {
    const line = this.#digits(this.#need(name), name);
    if (line < 1 || line > LINE_MAX) this.fail(`a line's number must be from 1 to ${LINE_MAX}`, name);
    return line;
  }

  /** A count of executions; beyond 64 bits the largest, with a remark. */
  hits(name: number): number {
    const hits = this.#digits(this.#need(name), name);
    if (hits <= HITS_MAX) return hits;
    const text = "the count does not fit into 64 bits and was taken as the largest that does";
    const { line, column } = this.#tag.window.place(this.#tag.start(this.#tag.find(name)));
    this.#remarks.add("hits-saturated", line, column, text);
    return HITS_MAX;
  }

  /** A count of things in a report, which is never larger than a report. */
  count(name: number): number {
    const count = this.#digits(this.#need(name), name);
    if (count > REPORT_SIZE_BYTES_MAX * 16) this.fail("no report holds so many", name);
    return count;
  }

  /** The same where the tag may lack it. */
  optionalCount(name: number): number | null {
    return this.#tag.find(name) === -1 ? null : this.count(name);
  }

  /** A text that has to be there and not be blank. */
  needText(name: number): string {
    this.#need(name);
    const text = this.text(name) ?? "";
    if (text.trim() === "") this.fail(`${this.#words[name]} is empty`, name);
    return text;
  }

  text(name: number): string | null {
    const text = this.#tag.text(name);
    if (text !== null && text.length > TEXT_CHARS_MAX) {
      this.#tag.window.fail(
        "HP-READ-TOO-LARGE",
        `${this.#words[name]} is too long`,
        this.#tag.start(this.#tag.find(name)),
      );
    }
    return text;
  }

  /** At the value of an attribute, or at the tag when it lacks it. */
  fail(detail: string, name: number): never {
    const slot = this.#tag.find(name);
    const { window } = this.#tag;
    return window.fail("HP-READ-SYNTAX", detail, slot === -1 ? window.tokenAt : this.#tag.start(slot));
  }

  #need(name: number): number {
    const slot = this.#tag.find(name);
    if (slot === -1) this.fail(`the attribute ${this.#words[name]} is missing`, name);
    return slot;
  }

  #digits(slot: number, name: number): number {
    const { bytes } = this.#tag.window;
    const start = this.#tag.start(slot);
    const end = this.#tag.end(slot);
    let number = 0;
    for (let at = start; at < end; at += 1) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > NINE) this.fail(`${this.#words[name]} must be digits`, name);
      number = number * 10 + digit;
    }
    if (start === end) this.fail(`${this.#words[name]} is empty`, name);
    return number;
  }
}
