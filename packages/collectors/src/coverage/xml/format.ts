import type { CoverageFormat } from "@holdpoint/core";
import type { CoverageFormatReader, CoverageReadOptions, ReadCoverage } from "../read-report.ts";
import { Remarks } from "../remarks.ts";
import { XmlFields } from "./fields.ts";
import type { XmlHandler } from "./scanner.ts";
import { XmlScanner } from "./scanner.ts";
import type { XmlHead } from "./sniff.ts";
import { sniffXml } from "./sniff.ts";

/** What a reader of one XML format works with. */
export interface XmlReading {
  readonly scanner: XmlScanner;
  readonly fields: XmlFields;
  readonly remarks: Remarks;
  readonly options: CoverageReadOptions;
}

/** A reader of one XML format: is told of tags, and counts. */
export interface XmlReport extends XmlHandler {
  readonly finish: () => ReadCoverage;
}

/** A format whose reports are XML; `words` are the names that its reader knows by their place in the list. */
export function xmlFormat(
  format: CoverageFormat,
  words: readonly string[],
  fits: (head: XmlHead) => boolean,
  start: (reading: XmlReading) => XmlReport,
): CoverageFormatReader {
  return {
    format,
    looksLike(bytes) {
      const head = sniffXml(bytes);
      return head !== null && fits(head);
    },
    open(options) {
      const handler: XmlHandler = {
        open: (name) => report.open(name),
        close: (name) => report.close(name),
        comment: (text) => report.comment?.(text),
      };
      const scanner = new XmlScanner({ file: options.file, words, handler });
      const remarks = new Remarks(options.file);
      const fields = new XmlFields(scanner.tag, words, remarks);
      const report = start({ scanner, fields, remarks, options });
      return {
        push: (chunk) => scanner.push(chunk),
        finish() {
          scanner.finish();
          return report.finish();
        },
      };
    },
  };
}
