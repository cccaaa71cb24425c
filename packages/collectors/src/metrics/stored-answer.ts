import { HoldpointError } from "@holdpoint/core";

/** A page of metrics as it lay in a file, without the head of the answer that it may have been stored with. */
export interface StoredAnswer {
  readonly page: Uint8Array;
  /** Null where no head was stored. */
  readonly contentType: string | null;
  readonly linesBefore: number;
}

/** Heads of answers are short; what is longer is none. */
const HEAD_SIZE_BYTES_MAX = 64 * 1024;
const STATUS_LINE = /^HTTP\/\d(?:\.\d)? (\d{3})(?: |$)/;
const HEADER = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*$/;

/**
 * Takes a file apart that was stored with the answer's head, as `curl --include` does; any other file is its page.
 *
 * @throws HoldpointError `HP-READ-NOT-THE-FORMAT` for an answer that is no page: another status than 200, a body that
 * is still compressed; `HP-READ-TRUNCATED` for a head that does not end; `HP-READ-SYNTAX` for a line in it that is none
 */
export function readStoredAnswer(bytes: Uint8Array, file: string): StoredAnswer {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_SIZE_BYTES_MAX));
  if (!start.startsWith("HTTP/")) return { page: bytes, contentType: null, linesBefore: 0 };
  const end = /\r?\n\r?\n/.exec(start);
  if (end === null) throw new HoldpointError("HP-READ-TRUNCATED", "the head of the answer does not end", { file });
  const lines = start.slice(0, end.index).split(/\r?\n/);
  const status = STATUS_LINE.exec(lines[0] ?? "")?.[1];
  if (status !== "200")
    throw new HoldpointError(
      "HP-READ-NOT-THE-FORMAT",
      `the answer has the status ${status ?? "of no answer"}, not 200`,
      {
        file,
        line: 1,
      },
    );
  const headers = new Map(lines.slice(1).map((line, index) => headerOf(line, index + 2, file)));
  const encoding = headers.get("content-encoding") ?? "identity";
  if (encoding !== "identity")
    throw new HoldpointError("HP-READ-NOT-THE-FORMAT", `the body is still encoded as ${encoding}`, { file, line: 1 });
  return {
    page: bytes.subarray(end.index + end[0].length),
    contentType: headers.get("content-type") ?? null,
    linesBefore: lines.length + 1,
  };
}

function headerOf(text: string, line: number, file: string): readonly [name: string, value: string] {
  const [, name, value] = HEADER.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new HoldpointError("HP-READ-SYNTAX", "no header of an answer", { file, line, column: 1 });
  return [name.toLowerCase(), value];
}
