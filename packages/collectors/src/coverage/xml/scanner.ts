import { HoldpointError } from "@holdpoint/core";
import { REPORT_DEPTH_MAX, REPORT_SIZE_BYTES_MAX } from "../../reading/limits.ts";
import { CLASS, NAME, SPACE } from "../../xml/characters.ts";
import { skipMarkup } from "./markup.ts";
import { hashStep, NameTable } from "./names.ts";
import { CUT } from "./reference.ts";
import { XmlTag } from "./tag.ts";
import { readText } from "./text.ts";
import { Utf8Pieces } from "./utf8-pieces.ts";
import { XmlWindow } from "./window.ts";

/** Longest tag, comment or text that is read, in bytes. */
const XML_TOKEN_SIZE_BYTES_MAX: number = 1024 * 1024;

/** Longest text of an element that is handed out, in bytes: texts of reports are names and paths. */
const KEPT_TEXT_SIZE_BYTES_MAX: number = 64 * 1024;
const PIECE_SIZE_BYTES: number = 256 * 1024;
/** UTF-8's byte order mark. */
const MARK: readonly [number, number, number] = [0xef, 0xbb, 0xbf];
const LINE_FEED = 0x0a;
const BANG = 0x21;
const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;
const QUESTION = 0x3f;

/** Is told what a document says while it is read. Elements are told by the numbers of their names. */
export interface XmlHandler {
  /** A start tag; the scanner's `tag` is it until this returns. */
  readonly open: (name: number) => void;
  readonly close: (name: number) => void;
  /** A comment outside of the root element or inside. */
  readonly comment?: (text: string) => void;
}

/**
 * Strict reader of XML 1.0 without entity declarations over bytes that come in pieces, cut anywhere. It knows lines
 * and columns, and never builds a tree: memory is one piece and the longest tag.
 *
 * Throws `HoldpointError` with file, line and column (in bytes): `HP-READ-SYNTAX`, `-TRUNCATED`, `-ENTITY`,
 * `-DEPTH`, `-DUPLICATE-KEY`, `-TOO-LARGE`, `-ENCODING` (only UTF-8 is read), `-EMPTY`, and `-NOT-THE-FORMAT` when
 * the document is an HTML page or does not begin like XML at all.
 *
 * @example
 * const xml = new XmlScanner({ file: "a.xml", words: ["a", "b"], handler });
 * xml.push(Buffer.from("<a b='"));
 * xml.push(Buffer.from("1'/>")); // handler.open(0); in it, xml.tag.text(1) === "1"; handler.close(0)
 * xml.finish();
 */
export class XmlScanner {
  readonly window: XmlWindow;
  readonly tag: XmlTag;
  /** Number of elements that are open now. */
  depth = 0;
  /**
   * Is shown each `<` first, and may take whole elements that it knows at a glance: it returns the offset after them,
   * or the same offset. What it takes must hold no line feed, and be well-formed and sound at this place.
   */
  plain: ((at: number) => number) | null = null;
  readonly #handler: XmlHandler;
  readonly #names: NameTable;
  readonly #open: Int32Array = new Int32Array(REPORT_DEPTH_MAX);
  readonly #utf8 = new Utf8Pieces();
  #sizeBytes = 0;
  /** Offset in the document of its first byte that is no byte order mark. */
  #firstAt = 0;
  #hasRoot = false;
  #hasBegun = false;
  #hasDoctype = false;
  #kept: string[] | null = null;
  #keptSize = 0;

  constructor(options: { readonly file: string; readonly words: readonly string[]; readonly handler: XmlHandler }) {
    this.#handler = options.handler;
    this.#names = new NameTable(options.words);
    this.window = new XmlWindow(options.file);
    this.tag = new XmlTag(this.window, this.#names);
  }

  /** Name of the element that is open at a depth from 0; -1 when there is none. */
  openAt(depth: number): number {
    return depth >= 0 && depth < this.depth ? (this.#open[depth] ?? -1) : -1;
  }

  nameOf(name: number): string {
    return this.#names.text(name);
  }

  /** From the element that was just opened on, texts are kept until they are taken. */
  keepText(): void {
    this.#kept = [];
    this.#keptSize = 0;
  }

  /** The text since `keepText`. */
  takeText(): string {
    const text = (this.#kept ?? []).join("");
    this.#kept = null;
    return text;
  }

  push(chunk: Uint8Array): void {
    this.#sizeBytes += chunk.length;
    if (this.#sizeBytes > REPORT_SIZE_BYTES_MAX) {
      throw new HoldpointError("HP-READ-TOO-LARGE", `more than ${REPORT_SIZE_BYTES_MAX} bytes`, {
        file: this.window.file,
      });
    }
    for (let from = 0; from < chunk.length; from += PIECE_SIZE_BYTES) {
      const size = Math.min(PIECE_SIZE_BYTES, chunk.length - from);
      this.#piece(Buffer.from(chunk.buffer, chunk.byteOffset + from, size));
    }
  }

  /** After the last piece. */
  finish(): void {
    const { window } = this;
    this.#scan();
    if (this.depth > 0 || window.end > 0) {
      const open = this.nameOf(this.openAt(this.depth - 1));
      const detail = open === "" ? "the file ends in the middle of something" : `the file ends before </${open}>`;
      window.fail("HP-READ-TRUNCATED", detail, window.end);
    }
    if (this.#hasRoot) return;
    if (this.#hasBegun) window.fail("HP-READ-TRUNCATED", "the file ends before its first element", 0);
    throw new HoldpointError("HP-READ-EMPTY", "the file is empty", { file: window.file });
  }

  #piece(piece: Buffer): void {
    const { window } = this;
    const invalid = this.#utf8.check(piece);
    const isUnfinished = window.end > 0;
    window.append(invalid === null ? piece : piece.subarray(0, Math.max(invalid, 0)));
    // A long tag that comes in many pieces is read again only when its end may be there.
    const awaited = window.bytes[0] === LESS ? GREATER : LESS;
    if (!isUnfinished || invalid !== null || piece.includes(awaited)) this.#scan();
    if (invalid !== null) {
      window.fail("HP-READ-ENCODING", "bytes that are not UTF-8", Math.max(window.end + Math.min(invalid, 0), 0));
    }
    if (window.end > XML_TOKEN_SIZE_BYTES_MAX) {
      window.fail("HP-READ-TOO-LARGE", `a tag or text is longer than ${XML_TOKEN_SIZE_BYTES_MAX} bytes`, 0);
    }
  }

  /** Reads as far as the window goes, and leaves in it what is not finished. */
  #scan(): void {
    const { window, plain } = this;
    const { bytes, end } = window;
    let at = this.#skipMark();
    if (at === CUT) return;
    while (at < end) {
      let byte = bytes[at] ?? 0;
      if (this.#kept === null) {
        while (CLASS[byte] === SPACE) {
          if (byte === LINE_FEED) window.newLine(at);
          at += 1;
          byte = bytes[at] ?? 0;
        }
        if (at >= end) break;
      }
      if (plain !== null && byte === LESS && this.#kept === null) {
        const after = plain(at);
        if (after !== at) {
          at = after;
          continue;
        }
      }
      window.begin(at);
      const next = byte === LESS ? this.#markup(at) : this.#text(at);
      if (next === CUT) {
        window.unread();
        break;
      }
      at = next;
    }
    window.drop(at);
  }

  #markup(at: number): number {
    const second = this.window.bytes[at + 1] ?? 0;
    if (second === SLASH) return this.#endTag(at);
    if (second !== BANG && second !== QUESTION) return this.#startTag(at);
    const markup = skipMarkup(this.window, at, {
      isFirst: this.window.base + at === this.#firstAt,
      isInside: this.depth > 0,
      mayDeclare: !this.#hasRoot && !this.#hasDoctype,
    });
    if (markup === null) return CUT;
    this.#hasBegun = true;
    if (markup.kind === "doctype") this.#hasDoctype = true;
    else if (markup.kind === "cdata") this.#keep(markup.text(), at);
    else if (markup.kind === "comment") this.#handler.comment?.(markup.text());
    return markup.end;
  }

  #startTag(at: number): number {
    const { tag } = this;
    const next = tag.read(at);
    if (next === CUT) return CUT;
    const { depth } = this;
    if (depth === 0 && this.#hasRoot) this.window.fail("HP-READ-SYNTAX", "a second root element", at);
    if (depth === REPORT_DEPTH_MAX) {
      this.window.fail("HP-READ-DEPTH", `nested deeper than ${REPORT_DEPTH_MAX} elements`, at);
    }
    this.#hasRoot = true;
    this.#hasBegun = true;
    const { name } = tag;
    this.#open[depth] = name;
    this.depth = depth + 1;
    this.#handler.open(name);
    if (tag.isEmpty) {
      this.depth = depth;
      this.#handler.close(name);
    }
    return next;
  }

  #endTag(begin: number): number {
    const { bytes, end } = this.window;
    let at = begin + 2;
    let hash = 0;
    let byte = bytes[at] ?? 0;
    while (((CLASS[byte] ?? 0) & NAME) !== 0) {
      hash = hashStep(hash, byte);
      at += 1;
      byte = bytes[at] ?? 0;
    }
    const nameEnd = at;
    while (CLASS[byte] === SPACE) {
      if (byte === LINE_FEED) this.window.newLine(at);
      at += 1;
      byte = bytes[at] ?? 0;
    }
    if (at >= end) return CUT;
    if (byte !== GREATER) this.window.fail("HP-READ-SYNTAX", "expected `>`", at);
    const name = this.#names.find(bytes, begin + 2, nameEnd, hash);
    const open = this.openAt(this.depth - 1);
    if (name !== open || open === -1) this.#mismatched(begin, nameEnd, open);
    this.depth -= 1;
    this.#handler.close(name);
    return at + 1;
  }

  #mismatched(begin: number, nameEnd: number, open: number): never {
    const expected = open === -1 ? "no element is open" : `expected </${this.nameOf(open)}>`;
    const written = this.window.bytes.toString("utf8", begin, Math.min(nameEnd, begin + 64));
    return this.window.fail("HP-READ-SYNTAX", `${written}>, but ${expected}`, begin);
  }

  #text(at: number): number {
    const { window } = this;
    if (this.depth === 0) {
      const isForeign = !this.#hasBegun && window.bytes[at] !== 0;
      const code = isForeign ? "HP-READ-NOT-THE-FORMAT" : "HP-READ-SYNTAX";
      window.fail(code, isForeign ? "this is not XML" : "text outside of the root element", at);
    }
    const text = readText(window, at, this.#kept !== null);
    if (text === null) return CUT;
    this.#keep(text.value, at);
    return text.end;
  }

  #keep(text: string, at: number): void {
    if (this.#kept === null) return;
    this.#keptSize += text.length;
    if (this.#keptSize > KEPT_TEXT_SIZE_BYTES_MAX) {
      this.window.fail("HP-READ-TOO-LARGE", `a text is longer than ${KEPT_TEXT_SIZE_BYTES_MAX} bytes`, at);
    }
    this.#kept.push(text);
  }

  /** Steps over a byte order mark; while its first bytes are all there is, nothing is read. */
  #skipMark(): number {
    const { window } = this;
    if (window.base > 0 || window.bytes[0] !== MARK[0]) return 0;
    if (window.end < MARK.length) return CUT;
    if (window.bytes[1] !== MARK[1] || window.bytes[2] !== MARK[2]) return 0;
    window.lineStart = MARK.length;
    this.#firstAt = MARK.length;
    return MARK.length;
  }
}
