import { HoldpointError } from "@holdpoint/core";
import { assertUtf8Text, withoutByteOrderMark } from "../reading/utf8.ts";

/**
 * The document as UTF-8 without byte order mark, whatever encoding it declares (XML 1.0, appendix F).
 * Throws `HP-READ-ENCODING` for an unknown or contradicting encoding, and for bytes that do not fit it.
 */
export function decodeXml(bytes: Uint8Array, file: string): Buffer {
  const utf16 = utf16Label(bytes);
  if (utf16 !== null) return transcoded(bytes.subarray(2), utf16, file);
  const text = withoutByteOrderMark(bytes);
  const label = declaredEncoding(text);
  if (label !== null && !UTF8_LABELS.has(label)) {
    if (text.length !== bytes.length) {
      throw new HoldpointError("HP-READ-ENCODING", `declares ${label} but begins with UTF-8's mark`, { file, line: 1 });
    }
    return transcoded(text, label, file);
  }
  assertUtf8Text(text, file);
  return Buffer.from(text.buffer, text.byteOffset, text.byteLength);
}

const UTF8_LABELS: ReadonlySet<string> = new Set(["utf-8", "utf8", "us-ascii", "ascii"]);

function utf16Label(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 256)).toString("latin1");
  const found = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(head);
  return found?.[1]?.toLowerCase() ?? null;
}

function transcoded(bytes: Uint8Array, label: string, file: string): Buffer {
  try {
    const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
    const claimed = label.startsWith("utf-16") || !decoder.encoding.startsWith("utf-16");
    if (!claimed) throw new RangeError("the bytes are not UTF-16");
    const text = Buffer.from(decoder.decode(bytes), "utf8");
    assertUtf8Text(text, file);
    return text;
  } catch (cause) {
    if (cause instanceof HoldpointError) throw cause;
    throw new HoldpointError("HP-READ-ENCODING", `cannot be read as ${label}`, { file, line: 1 }, cause);
  }
}
