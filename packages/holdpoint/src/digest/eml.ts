import { printable } from "../reporters/view/printable.ts";
import type { Message } from "./message.ts";
import { documentHtml } from "./render-html.ts";
import { documentText } from "./render-text.ts";

/** Whom a mail is from and to; addresses as the configuration accepted them. */
export interface MailTerms {
  readonly from: string;
  readonly to: readonly string[];
}

const LINE_CHARACTERS = 76;
/** Bytes that fit an encoded word of at most 75 characters (RFC 2047). */
const WORD_BYTES_MAX = 42;
const SUBJECT_CHARACTERS_MAX = 200;

/**
 * A mail as a file (RFC 5322, MIME): text and HTML, both UTF-8 in base64, so that nothing from outside can be a header.
 * `X-Unsent` opens it in a mail program ready to be sent.
 */
export function emlOf(message: Message, { from, to }: MailTerms): string {
  const { document, id, at } = message;
  const boundary = `holdpoint-${id.slice(0, 32)}`;
  const lines = [
    `Date: ${new Date(at).toUTCString().replace("GMT", "+0000")}`,
    `From: Holdpoint <${from}>`,
    ...(to.length === 0 ? [] : [`To: ${to.join(",\r\n ")}`]),
    `Subject: ${encodedWords(printable(document.title).slice(0, SUBJECT_CHARACTERS_MAX).toWellFormed())}`,
    `Message-ID: <${id}@holdpoint.invalid>`,
    "X-Unsent: 1",
    "Auto-Submitted: auto-generated",
    "MIME-Version: 1.0",
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    "",
    ...part(boundary, "text/plain", `${documentText(document)}\n`),
    ...part(boundary, "text/html", documentHtml(document)),
    `--${boundary}--`,
    "",
  ];
  return lines.join("\r\n");
}

function part(boundary: string, type: string, text: string): string[] {
  const encoded = Buffer.from(text.replaceAll(/\r?\n/g, "\r\n")).toString("base64");
  const lines = encoded.match(new RegExp(`.{1,${LINE_CHARACTERS}}`, "g")) ?? [];
  return [`--${boundary}`, `Content-Type: ${type}; charset=utf-8`, "Content-Transfer-Encoding: base64", "", ...lines];
}

/** RFC 2047, cut between characters, folded one word a line. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = "";
  for (const character of text) {
    if (Buffer.byteLength(word + character) > WORD_BYTES_MAX) {
      words.push(word);
      word = "";
    }
    word += character;
  }
  words.push(word);
  return words.map((one) => `=?UTF-8?B?${Buffer.from(one).toString("base64")}?=`).join("\r\n ");
}
