export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const COLON = 58;
export const SEMICOLON = 59;
export const DIGIT_0 = 48;
export const DIGIT_9 = 57;

const BYTES = 256;
const DELETE = 127;
const TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

/** 1 for bytes of a token: names of headers (RFC 9110 section 5.6.2). */
export const TOKEN_BYTE: Uint8Array = tableOf(
  (byte) => /[0-9A-Za-z]/.test(String.fromCharCode(byte)) || TOKEN_SIGNS.includes(String.fromCharCode(byte)),
);

/** 1 for bytes of a header's value or a reason phrase: visible, space, tab and everything from 128 up. */
export const VALUE_BYTE: Uint8Array = tableOf((byte) => byte === TAB || (byte >= SPACE && byte !== DELETE));

/** Value of a hexadecimal digit and -1 for every other byte. */
export const HEX_VALUE: Int8Array = Int8Array.from({ length: BYTES }, (_, byte) => {
  const value = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(value) ? -1 : value;
});

function tableOf(is: (byte: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: BYTES }, (_, byte) => (is(byte) ? 1 : 0));
}
