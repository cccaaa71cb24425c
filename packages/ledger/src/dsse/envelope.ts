import { HoldpointError, readJson } from "@holdpoint/core";

/** A DSSE v1 envelope after decoding. */
export interface Envelope {
  readonly payloadType: string;
  readonly payload: Buffer;
  readonly signatures: readonly EnvelopeSignature[];
}

export interface EnvelopeSignature {
  /** A hint only; never trusted. */
  readonly keyid: string | null;
  readonly signature: Buffer;
}

export const ENVELOPE_SIZE_BYTES_MAX: number = 64 * 1024 * 1024;
export const ENVELOPE_SIGNATURES_MAX = 100;
const ENVELOPE_DEPTH_MAX = 8;

/**
 * Reads an envelope strictly: unknown members are allowed (DSSE says so), duplicate ones are not.
 * Throws `HP-ENVELOPE-INVALID`, or `HP-READ-…` where it is not even JSON.
 */
export function readEnvelope(bytes: Uint8Array, file: string): Envelope {
  const refuse = (text: string): never => {
    throw new HoldpointError("HP-ENVELOPE-INVALID", text, { file });
  };
  const value = readJson(bytes, { file, sizeBytesMax: ENVELOPE_SIZE_BYTES_MAX, depthMax: ENVELOPE_DEPTH_MAX });
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse("it is not a JSON object");
  const { payload, payloadType, signatures } = value as Readonly<Record<string, unknown>>;
  if (typeof payloadType !== "string" || payloadType === "") return refuse("`payloadType` is not a text");
  const decoded = typeof payload === "string" ? decodeBase64(payload) : null;
  if (decoded === null) return refuse("`payload` is not base64");
  if (!Array.isArray(signatures) || signatures.length === 0) return refuse("it carries no signature");
  if (signatures.length > ENVELOPE_SIGNATURES_MAX)
    return refuse(`it carries more than ${ENVELOPE_SIGNATURES_MAX} signatures`);
  return {
    payloadType,
    payload: decoded,
    signatures: signatures.map((one: unknown) => readSignature(one) ?? refuse("a signature is malformed")),
  };
}

function readSignature(value: unknown): EnvelopeSignature | null {
  if (typeof value !== "object" || value === null) return null;
  const { keyid, sig } = value as Readonly<Record<string, unknown>>;
  if (keyid !== undefined && keyid !== null && typeof keyid !== "string") return null;
  const signature = typeof sig === "string" ? decodeBase64(sig) : null;
  if (signature === null || signature.length === 0) return null;
  return { keyid: keyid === undefined || keyid === null || keyid === "" ? null : keyid, signature };
}

/** DSSE allows the standard and the URL-safe alphabet; padding is complete or left out, nothing else is skipped. */
export function decodeBase64(text: string): Buffer | null {
  const standard = text
    .replaceAll("-", "+")
    .replaceAll("_", "/")
    .replace(/={1,2}$/, "");
  const bytes = Buffer.from(standard, "base64");
  if (bytes.toString("base64").replace(/=+$/, "") !== standard) return null;
  return text.includes("=") && text.length % 4 !== 0 ? null : bytes;
}
