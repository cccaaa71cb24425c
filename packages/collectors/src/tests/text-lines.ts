import { assertUtf8Text, withoutByteOrderMark } from "../reading/utf8.ts";

/** One line of a text report. */
export interface TextLine {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Whether a line break follows; the last line of a report that was cut off has none. */
  readonly ended: boolean;
}

/**
 * The lines of a report, decoded one after another, so that never all of it is held as text. Both LF and CRLF end a
 * line.
 *
 * @throws HoldpointError `HP-READ-ENCODING` for what is no UTF-8 text
 */
export function* textLines(bytes: Uint8Array, file: string): Generator<TextLine> {
  const text = withoutByteOrderMark(bytes);
  assertUtf8Text(text, file);
  const buffer = Buffer.from(text.buffer, text.byteOffset, text.byteLength);
  let number = 0;
  for (let start = 0; start < buffer.length;) {
    const found = buffer.indexOf(LINE_FEED, start);
    const ended = found !== -1;
    const end = ended ? found : buffer.length;
    const content = buffer[end - 1] === CARRIAGE_RETURN && end > start ? end - 1 : end;
    number += 1;
    yield { text: buffer.toString("utf8", start, content), number, ended };
    start = end + 1;
  }
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The beginning of a report as text: UTF-8, or UTF-16 when its mark says so; a character that is cut is replaced. */
export function headText(head: Uint8Array): string {
  const utf16 =
    head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : null;
  return new TextDecoder(utf16 ?? "utf-8").decode(head);
}
