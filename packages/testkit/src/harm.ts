const HOSTILE: readonly string[] = [
  "\0",
  "\ufeff",
  "\r\n",
  "\n",
  "\u001b[31m",
  "../../etc/passwd",
  "&lol;",
  "<!DOCTYPE a [<!ENTITY b 'c'>]>",
  "]]>",
  "<![CDATA[",
  "<!--",
  "-->",
  '"',
  "'",
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "-1",
  "1e999",
  "9".repeat(30),
  "NaN",
  "undefined",
  "=====",
  "__proto__",
  "\u{1f600}",
  "&#0;",
  "</a>",
  "\\u0000",
  "---",
  "#",
];

const HARMS_MAX = 4;

/**
 * A copy of a sound file with one to four things wrong with it: cut off, a hostile piece put in, bytes written over,
 * a part taken out, a part repeated elsewhere. The same numbers give the same harm, so a seed replays it.
 *
 * @param random numbers in [0, 1), such as `seededRandom` gives
 */
export function harm(sound: Uint8Array, random: () => number): Buffer {
  let bytes: Buffer = Buffer.from(sound);
  const harms = 1 + Math.floor(random() * HARMS_MAX);
  for (let count = 0; count < harms; count += 1) bytes = harmOnce(bytes, random);
  return bytes;
}

function harmOnce(bytes: Buffer, random: () => number): Buffer {
  const place = (): number => Math.floor(random() * (bytes.length + 1));
  const [from = 0, to = 0] = [place(), place()].sort((a, b) => a - b);
  const at = place();
  const splice = (start: number, end: number, piece: Uint8Array): Buffer =>
    Buffer.concat([bytes.subarray(0, start), piece, bytes.subarray(end)]);
  switch (Math.floor(random() * 5)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return splice(at, at, Buffer.from(HOSTILE[Math.floor(random() * HOSTILE.length)] ?? ""));
    case 2:
      return splice(
        at,
        at + 4,
        Uint8Array.from({ length: 4 }, () => Math.floor(random() * 256)),
      );
    case 3:
      return splice(from, to, new Uint8Array());
    default:
      return splice(at, at, bytes.subarray(from, to));
  }
}
