import { generateKeyPairSync, sign } from "node:crypto";

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT_ID = 0x06;
const UTF8_STRING = 0x0c;
const UTC_TIME = 0x17;
const SEQUENCE = 0x30;
const SET = 0x31;
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;

const ECDSA_WITH_SHA256 = Buffer.from("2a8648ce3d040302", "hex");
const COMMON_NAME = Buffer.from("550403", "hex");
const SUBJECT_ALT_NAME = Buffer.from("551d11", "hex");
const LOOPBACK = Buffer.from([127, 0, 0, 1]);
const LINE = /.{1,64}/g;

export interface Certificate {
  /** PEM. */
  readonly key: string;
  /** PEM; its own issuer. */
  readonly cert: string;
}

interface CertificateTerms {
  /** Default: `localhost` and 127.0.0.1. */
  readonly host?: string;
  /** As UTCTime; default: as long as these years last. */
  readonly until?: string;
}

/** A certificate that nobody but its holder vouches for (RFC 5280 section 4.1). */
export function selfSigned({ host = "localhost", until = "491231235959Z" }: CertificateTerms = {}): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = der(SEQUENCE, der(OBJECT_ID, ECDSA_WITH_SHA256));
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, der(OBJECT_ID, COMMON_NAME), der(UTF8_STRING, text(host)))));
  const addresses = host === "localhost" ? [der(IP_ADDRESS, LOOPBACK)] : [];
  const alternatives = der(SEQUENCE, der(DNS_NAME, text(host)), ...addresses);
  const signed = der(
    SEQUENCE,
    der(VERSION, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.from([1])),
    algorithm,
    name,
    der(SEQUENCE, der(UTC_TIME, text("000101000000Z")), der(UTC_TIME, text(until))),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(EXTENSIONS, der(SEQUENCE, der(SEQUENCE, der(OBJECT_ID, SUBJECT_ALT_NAME), der(OCTET_STRING, alternatives)))),
  );
  const signature = der(BIT_STRING, Buffer.from([0]), sign("sha256", signed, privateKey));
  const whole = der(SEQUENCE, signed, algorithm, signature).toString("base64");
  const cert = `-----BEGIN CERTIFICATE-----\n${(whole.match(LINE) ?? []).join("\n")}\n-----END CERTIFICATE-----\n`;
  return { key: String(privateKey.export({ type: "pkcs8", format: "pem" })), cert };
}

function text(value: string): Buffer {
  return Buffer.from(value, "latin1");
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
