/** An HTTP/1.1 answer with a body of known length. */
export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

const HEAD_END = "\r\n\r\n";
const HEAD_BYTES_MAX = 16_384;
const BODY_BYTES_MAX = 1_048_576;
const STATUS_LINE = /^HTTP\/1\.1 (\d{3}) /;
const CONTENT_LENGTH = /\r\ncontent-length: *(\d+) *(?:\r\n|$)/i;

/**
 * Puts the answers of one connection together, of which at most one is under way.
 * Throws on what it does not read: another protocol, no Content-Length, a size above its bounds, bytes too many.
 */
export class AnswerReader {
  #held: Buffer | null = null;

  /** The answer that these bytes complete, else null. */
  push(chunk: Buffer): Answer | null {
    const bytes = this.#held === null ? chunk : Buffer.concat([this.#held, chunk]);
    this.#held = bytes;
    const headBytes = bytes.indexOf(HEAD_END);
    if (headBytes === -1) {
      if (bytes.length > HEAD_BYTES_MAX) throw new Error(`the head of an answer exceeds ${HEAD_BYTES_MAX} bytes`);
      return null;
    }
    const { status, bodyBytes } = readHead(bytes.toString("latin1", 0, headBytes));
    const bodyFrom = headBytes + HEAD_END.length;
    if (bytes.length < bodyFrom + bodyBytes) return null;
    if (bytes.length > bodyFrom + bodyBytes) throw new Error("an answer has more bytes than it announced");
    this.#held = null;
    return { status, body: bytes.subarray(bodyFrom) };
  }
}

function readHead(head: string): { status: number; bodyBytes: number } {
  const status = STATUS_LINE.exec(head)?.[1];
  const length = CONTENT_LENGTH.exec(head)?.[1];
  if (status === undefined || length === undefined) {
    throw new Error(`not an HTTP/1.1 answer with Content-Length: ${JSON.stringify(head.slice(0, 80))}`);
  }
  const bodyBytes = Number(length);
  if (bodyBytes > BODY_BYTES_MAX) throw new Error(`an answer of ${bodyBytes} bytes exceeds ${BODY_BYTES_MAX}`);
  return { status: Number(status), bodyBytes };
}
