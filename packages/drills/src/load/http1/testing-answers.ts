import fc from "fast-check";

const BODY = fc.string({ unit: "binary-ascii", maxLength: 40, size: "max" });
const HEADERS = fc.array(
  fc.tuple(fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,12}$/), fc.stringMatching(/^[!-~]{0,12}$/)),
  { maxLength: 5 },
);
const EXTENSION = fc.constantFrom("", ";a", ";a=b", ';a="b c"');
const EARLY = fc.constantFrom("", "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early\r\nLink: </a>\r\n\r\n");
const STATUS = fc.constantFrom(200, 201, 204, 304, 404, 503);

export interface Answer {
  readonly text: string;
  readonly body: string;
  readonly status: number;
  readonly ends: boolean;
}

/** A sound answer, and what is to be read out of it. */
export const ANSWER: fc.Arbitrary<Answer> = fc
  .record({
    early: EARLY,
    status: STATUS,
    headers: HEADERS,
    parts: fc.array(
      BODY.filter((part) => part !== ""),
      { maxLength: 4 },
    ),
    extension: EXTENSION,
    framing: fc.constantFrom("length", "chunked", "close"),
    trailer: fc.constantFrom("", "Digest: x\r\n"),
  })
  .map(({ early, status, headers, parts, extension, framing, trailer }) => {
    const without = new Set(["content-length", "transfer-encoding", "connection"]);
    const lines = headers
      .filter(([name]) => !without.has(name.toLowerCase()))
      .map(([name, value]) => `${name}: ${value}\r\n`);
    const bare = status === 204 || status === 304;
    const all = bare ? [] : parts;
    const body = all.join("");
    const head = `${early}HTTP/1.1 ${status} Some Reason\r\n${lines.join("")}`;
    if (bare) return { text: `${head}\r\n`, body, status, ends: false };
    if (framing === "length") {
      return { text: `${head}Content-Length: ${body.length}\r\n\r\n${body}`, body, status, ends: false };
    }
    if (framing === "close") return { text: `${head}\r\n${body}`, body, status, ends: true };
    const chunks = all.map((part) => `${part.length.toString(16)}${extension}\r\n${part}\r\n`).join("");
    return { text: `${head}Transfer-Encoding: chunked\r\n\r\n${chunks}0\r\n${trailer}\r\n`, body, status, ends: false };
  });

/** The same bytes with some of them taken out, put in, changed or cut off. */
export const HARMED: fc.Arbitrary<{ readonly bytes: Buffer; readonly ends: boolean }> = fc
  .tuple(
    ANSWER,
    fc.array(fc.record({ at: fc.nat(300), take: fc.nat(3), put: fc.uint8Array({ maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.boolean(),
  )
  .map(([{ text }, harms, ends]) => {
    let bytes = Buffer.from(text, "latin1");
    for (const { at, take, put } of harms) {
      const start = at % (bytes.length + 1);
      bytes = Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + take)]);
    }
    return { bytes, ends };
  });
