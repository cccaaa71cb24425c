import type { ErrorCode } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";

const FIRST_SIZE_BYTES: number = 320 * 1024;
const LINE_FEED = 0x0a;
/** The zero byte after the end, and room to look at four bytes at once from there. */
const SLACK_BYTES = 4;

/** Of a document, both from 1, the column in bytes. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * The part of a document that is looked at now: what was left of the last piece, and the next one. After `end` stands
 * a zero byte, which no document holds, so that loops over bytes end by themselves.
 */
export class XmlWindow {
  readonly file: string;
  bytes: Buffer = Buffer.alloc(FIRST_SIZE_BYTES);
  /** The same bytes. */
  view: DataView = viewOf(this.bytes);
  end = 0;
  /** Offset of the window in the document. */
  base = 0;
  /** Line of what is read next, from 1, and the offset in the document at which it begins. */
  line = 1;
  lineStart = 0;
  /** Where the tag, text or comment that is read now begins in the window; errors and unfinished tags go back here. */
  tokenAt = 0;
  #tokenLine = 1;
  #tokenLineStart = 0;

  constructor(file: string) {
    this.file = file;
  }

  append(piece: Buffer): void {
    const needed = this.end + piece.length + SLACK_BYTES;
    if (needed > this.bytes.length) {
      const larger = Buffer.alloc(needed * 2);
      this.bytes.copy(larger, 0, 0, this.end);
      this.bytes = larger;
      this.view = viewOf(larger);
    }
    piece.copy(this.bytes, this.end);
    this.end += piece.length;
    this.bytes[this.end] = 0;
  }

  /** Forgets what stands before an offset. */
  drop(at: number): void {
    this.bytes.copyWithin(0, at, this.end);
    this.end -= at;
    this.base += at;
    this.bytes[this.end] = 0;
    this.begin(0);
  }

  begin(at: number): void {
    this.tokenAt = at;
    this.#tokenLine = this.line;
    this.#tokenLineStart = this.lineStart;
  }

  /** Takes back what was read since `begin`. */
  unread(): void {
    this.line = this.#tokenLine;
    this.lineStart = this.#tokenLineStart;
  }

  /** The byte at an offset ends a line. */
  newLine(at: number): void {
    this.line += 1;
    this.lineStart = this.base + at + 1;
  }

  /** Counts the lines that end between two offsets. */
  countLines(from: number, to: number): void {
    for (let at = this.bytes.indexOf(LINE_FEED, from); at !== -1 && at < to; at = this.bytes.indexOf(LINE_FEED, at + 1))
      this.newLine(at);
  }

  /** Line and column, the column in bytes, of the current token. */
  get here(): Place {
    return { line: this.#tokenLine, column: this.base + this.tokenAt - this.#tokenLineStart + 1 };
  }

  /** Line and column, the column in bytes, of an offset in or after the current token. */
  place(at: number): Place {
    const { line, lineStart } = this;
    this.unread();
    this.countLines(this.tokenAt, at);
    const place = { line: this.line, column: this.base + at - this.lineStart + 1 };
    this.line = line;
    this.lineStart = lineStart;
    return place;
  }

  fail(code: ErrorCode, detail: string, at: number): never {
    throw new HoldpointError(code, detail, { file: this.file, ...this.place(Math.min(at, this.end)) });
  }
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
