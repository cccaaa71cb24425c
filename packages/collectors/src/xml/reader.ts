import { HoldpointError } from "@holdpoint/core";
import { REPORT_DEPTH_MAX } from "../reading/limits.ts";
import { forbidden, isForbidden, reference, XmlAttributes } from "./attributes.ts";
import { CLASS, NAME, NAME_START, SPACE } from "./characters.ts";
import { decodeXml } from "./decode.ts";
import { endOf, failXml } from "./fail.ts";
import { XmlNames } from "./names.ts";
import { checkDeclaration, skipDoctype } from "./prolog.ts";
import { replaceControls, resolveReferences } from "./references.ts";

export type XmlEvent = "open" | "close" | "text" | "end";

export interface XmlOptions {
  /** Name of the file in errors. */
  readonly file: string;
  readonly depthMax?: number;
  /**
   * Lets control characters through (as U+FFFD) and `]]>` in text: some runners write terminal colours and
   * assertion texts unescaped, and the failed test in such a report is worth more than the byte that it breaks.
   */
  readonly lenientText?: boolean;
}

/**
 * Strict pull reader for XML 1.0 without entity declarations, over bytes, with the position of everything it reads.
 * It never builds a tree: memory is the document and the open elements.
 *
 * Throws `HoldpointError`: `HP-READ-SYNTAX`, `-TRUNCATED`, `-ENTITY`, `-DEPTH`, `-DUPLICATE-KEY`, `-TOO-LARGE`,
 * `-ENCODING`, `-EMPTY`, and `-NOT-THE-FORMAT` when the file does not begin like XML at all.
 *
 * @example
 * const xml = new XmlReader(Buffer.from('<a b="1">x</a>'), { file: "a.xml" });
 * xml.next(); // "open"; xml.name === "a", xml.attributes.get("b") === "1"
 * xml.next(); // "text"; xml.text() === "x"
 * xml.next(); // "close"
 * xml.next(); // "end"
 */
export class XmlReader {
  readonly bytes: Buffer;
  readonly file: string;
  readonly attributes: XmlAttributes;
  /** Name of the element that was opened or closed last. */
  name = "";
  readonly #names: XmlNames;
  readonly #lenient: boolean;
  readonly #depthMax: number;
  readonly #open: string[] = [];
  #at = 0;
  #start = 0;
  #textStart = 0;
  #textEnd = 0;
  #isCdata = false;
  #selfClosed = false;
  #hasRoot = false;
  #hasDoctype = false;
  #line = 1;
  #lineCountedTo = 0;

  constructor(bytes: Uint8Array, options: XmlOptions) {
    this.file = options.file;
    this.bytes = decodeXml(bytes, options.file);
    this.#lenient = options.lenientText ?? false;
    this.#depthMax = options.depthMax ?? REPORT_DEPTH_MAX;
    this.#names = new XmlNames(this);
    this.attributes = new XmlAttributes(this, this.#names, this.#lenient);
    this.#prolog();
  }

  /** Number of elements that are open now. */
  get depth(): number {
    return this.#open.length;
  }

  /** Line on which the current event begins, from 1. */
  get line(): number {
    let at = this.bytes.indexOf(0x0a, this.#lineCountedTo);
    while (at !== -1 && at < this.#start) {
      this.#line += 1;
      this.#lineCountedTo = at + 1;
      at = this.bytes.indexOf(0x0a, at + 1);
    }
    return this.#line;
  }

  /** Steps to the next start tag, end tag or piece of text; comments and processing instructions are stepped over. */
  next(): XmlEvent {
    if (this.#selfClosed) {
      this.#selfClosed = false;
      return this.#close(this.#open.pop() ?? "");
    }
    for (;;) {
      this.#start = this.#at;
      if (this.#at >= this.bytes.length) return this.#end();
      if (this.bytes[this.#at] !== 0x3c) {
        if (this.#characters()) return "text";
        continue;
      }
      const after = this.bytes[this.#at + 1];
      if (after === 0x2f) return this.#endTag();
      if (after === 0x3f) this.#instruction();
      else if (after !== 0x21) return this.#startTag();
      else if (this.#declared()) return "text";
    }
  }

  /** Decoded text of the current "text" event, at most about `sizeBytesMax` bytes of it. */
  text(sizeBytesMax: number = Number.POSITIVE_INFINITY): string {
    const end = this.#cut(Math.min(this.#textEnd, this.#textStart + sizeBytesMax));
    const raw = this.bytes.toString("utf8", this.#textStart, end).replace(/\r\n?/g, "\n");
    const text = this.#lenient ? replaceControls(raw) : raw;
    return this.#isCdata ? text : resolveReferences(text);
  }

  /** Throws at the beginning of the current event. */
  fail(code: Parameters<typeof failXml>[1], detail: string): never {
    return failXml(this, code, detail, this.#start);
  }

  /** The nearest offset at or before `end` that splits neither a character nor a reference. */
  #cut(end: number): number {
    if (end === this.#textEnd) return end;
    let cut = end;
    while (((this.bytes[cut] ?? 0) & 0xc0) === 0x80) cut -= 1;
    const ampersand = this.bytes.subarray(this.#textStart, cut).lastIndexOf(0x26);
    const semicolon = this.bytes.subarray(this.#textStart, cut).lastIndexOf(0x3b);
    return !this.#isCdata && ampersand > semicolon ? this.#textStart + ampersand : cut;
  }

  #prolog(): void {
    let first = 0;
    while (CLASS[this.bytes[first] ?? 0] === SPACE) first += 1;
    if (first === this.bytes.length)
      throw new HoldpointError("HP-READ-EMPTY", "the file is empty", { file: this.file });
    if (this.bytes[first] !== 0x3c) failXml(this, "HP-READ-NOT-THE-FORMAT", "this is not XML", first);
    if (this.bytes.toString("latin1", 0, 5) !== "<?xml" || CLASS[this.bytes[5] ?? 0x20] !== SPACE) return;
    const end = endOf(this, "?>", 5, 0, "the XML declaration");
    checkDeclaration(this, 5, end);
    this.#at = end + 2;
  }

  #end(): "end" {
    if (this.#open.length > 0) {
      failXml(this, "HP-READ-TRUNCATED", `the file ends before </${this.#open.at(-1) ?? ""}>`, this.#at);
    }
    if (!this.#hasRoot) failXml(this, "HP-READ-TRUNCATED", "the file ends before its first element", this.#at);
    return "end";
  }

  #close(name: string): "close" {
    this.name = name;
    return "close";
  }

  #startTag(): "open" {
    const start = this.#at + 1;
    if (this.#open.length === 0 && this.#hasRoot) failXml(this, "HP-READ-SYNTAX", "a second root element", this.#at);
    if (this.#open.length >= this.#depthMax) {
      failXml(this, "HP-READ-DEPTH", `nested deeper than ${this.#depthMax} elements`, this.#at);
    }
    this.name = this.#name(start);
    this.#hasRoot = true;
    this.#open.push(this.name);
    let at = this.attributes.read(this.#at);
    if (this.bytes[at] === 0x2f) {
      this.#selfClosed = true;
      at += 1;
      if (this.bytes[at] !== 0x3e) this.#unfinished(at, "expected `>` after `/`");
    }
    this.#at = at + 1;
    return "open";
  }

  #endTag(): "close" {
    const name = this.#name(this.#at + 2);
    while (CLASS[this.bytes[this.#at] ?? 0] === SPACE) this.#at += 1;
    if (this.bytes[this.#at] !== 0x3e) this.#unfinished(this.#at, "expected `>`");
    this.#at += 1;
    const open = this.#open.pop();
    if (open !== name) {
      const expected = open === undefined ? "no element is open" : `expected </${open}>`;
      failXml(this, "HP-READ-SYNTAX", `</${name}>, but ${expected}`, this.#start);
    }
    return this.#close(name);
  }

  #name(start: number): string {
    let at = start;
    if (((CLASS[this.bytes[at] ?? 0] ?? 0) & NAME_START) === 0) this.#unfinished(at, "not a name of an element");
    while (((CLASS[this.bytes[at] ?? 0] ?? 0) & NAME) !== 0) at += 1;
    this.#at = at;
    return this.#names.at(start, at);
  }

  #unfinished(at: number, detail: string): never {
    return failXml(this, at >= this.bytes.length ? "HP-READ-TRUNCATED" : "HP-READ-SYNTAX", detail, at);
  }

  #instruction(): void {
    const start = this.#at;
    const target = this.#name(start + 2);
    if (target.toLowerCase() === "xml") failXml(this, "HP-READ-SYNTAX", "an XML declaration in the middle", start);
    const end = endOf(this, "?>", this.#at, start, "a processing instruction");
    if (end !== this.#at && CLASS[this.bytes[this.#at] ?? 0] !== SPACE) this.#unfinished(this.#at, "expected `?>`");
    this.#refuseForbidden(this.#at, end);
    this.#at = end + 2;
  }

  /** After `<!`: a comment, a CDATA section (true: text to hand out) or the document type. */
  #declared(): boolean {
    const start = this.#at;
    const head = this.bytes.toString("latin1", start, start + 9);
    if (head.startsWith("<!--")) {
      const end = endOf(this, "--", start + 4, start, "a comment");
      if (this.bytes[end + 2] !== 0x3e) this.#unfinished(end + 2, "`--` inside a comment");
      this.#refuseForbidden(start + 4, end);
      this.#at = end + 3;
      return false;
    }
    if (head === "<![CDATA[") {
      if (this.#open.length === 0) failXml(this, "HP-READ-SYNTAX", "text outside of the root element", start);
      const end = endOf(this, "]]>", start + 9, start, "a CDATA section");
      this.#refuseForbidden(start + 9, end);
      return this.#hand(start + 9, end, end + 3, true);
    }
    if (head.toUpperCase() === "<!DOCTYPE" && !this.#hasRoot && !this.#hasDoctype) {
      this.#hasDoctype = true;
      this.#at = skipDoctype(this, start);
      return false;
    }
    const cut = ["<!--", "<![CDATA[", "<!DOCTYPE"].some(
      (whole) => start + head.length === this.bytes.length && whole.startsWith(head),
    );
    return failXml(this, cut ? "HP-READ-TRUNCATED" : "HP-READ-SYNTAX", "unknown markup after `<!`", start);
  }

  #characters(): boolean {
    const start = this.#at;
    const found = this.bytes.indexOf(0x3c, start);
    const end = found === -1 ? this.bytes.length : found;
    if (this.#open.length === 0) {
      for (let at = start; at < end; at += 1) {
        if (CLASS[this.bytes[at] ?? 0] !== SPACE)
          failXml(this, "HP-READ-SYNTAX", "text outside of the root element", at);
      }
      this.#at = end;
      return false;
    }
    for (let at = start; at < end; at += 1) {
      const byte = this.bytes[at] ?? 0;
      if (byte === 0x26) at = reference(this, at, end, this.#lenient) - 1;
      else if (!this.#lenient && (byte < 0x20 || byte === 0x5d || byte === 0xef)) this.#refuseInText(at, byte);
    }
    return this.#hand(start, end, end, false);
  }

  #refuseInText(at: number, byte: number): void {
    if (isForbidden(this.bytes, at, byte)) forbidden(this, at);
    if (byte === 0x5d && this.bytes[at + 1] === 0x5d && this.bytes[at + 2] === 0x3e) {
      failXml(this, "HP-READ-SYNTAX", "`]]>` outside of a CDATA section", at);
    }
  }

  #refuseForbidden(start: number, end: number): void {
    if (this.#lenient) return;
    for (let at = start; at < end; at += 1) {
      if (isForbidden(this.bytes, at, this.bytes[at] ?? 0)) forbidden(this, at);
    }
  }

  #hand(start: number, end: number, next: number, isCdata: boolean): true {
    this.#textStart = start;
    this.#textEnd = end;
    this.#isCdata = isCdata;
    this.#at = next;
    return true;
  }
}
