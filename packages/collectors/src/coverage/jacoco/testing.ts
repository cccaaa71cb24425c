import { isHoldpointError } from "@holdpoint/core";
import { Interner } from "../counts/interner.ts";
import { Remarks } from "../remarks.ts";
import { XmlFields } from "../xml/fields.ts";
import { XmlScanner } from "../xml/scanner.ts";
import { pieces } from "../xml/testing.ts";
import { JacocoReport } from "./report.ts";
import { WORDS } from "./words.ts";

/** What reading a report ended with, to be compared as a whole, and how many bytes of it were taken as plain. */
export interface BothWays {
  readonly general: unknown;
  readonly plain: unknown;
  readonly plainBytes: number;
}

/** Reads a report in pieces as it is read, and without a look for what is plain. For tests. */
export function readBothWays(bytes: Uint8Array, cuts: readonly number[] = []): BothWays {
  let plainBytes = 0;
  const plain = outcome(bytes, cuts, (scanner) => {
    const take = scanner.plain;
    scanner.plain = (at) => {
      const after = take?.(at) ?? at;
      plainBytes += after - at;
      return after;
    };
  });
  const general = outcome(bytes, cuts, (scanner) => {
    scanner.plain = null;
  });
  return { general, plain, plainBytes };
}

function outcome(bytes: Uint8Array, cuts: readonly number[], prepare: (scanner: XmlScanner) => void): unknown {
  const file = "a.xml";
  const scanner: XmlScanner = new XmlScanner({
    file,
    words: WORDS,
    handler: { open: (name) => report.open(name), close: (name) => report.close(name) },
  });
  const remarks = new Remarks(file);
  const fields = new XmlFields(scanner.tag, WORDS, remarks);
  const report = new JacocoReport({ scanner, fields, remarks, options: { file, interner: new Interner() } });
  prepare(scanner);
  try {
    for (const piece of pieces(bytes, cuts)) scanner.push(piece);
    scanner.finish();
    return report.finish();
  } catch (thrown) {
    if (!isHoldpointError(thrown)) throw thrown;
    return { code: thrown.code, message: thrown.message, place: thrown.place };
  }
}
