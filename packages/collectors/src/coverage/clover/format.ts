import type { CoverageFormatReader } from "../read-report.ts";
import { xmlFormat } from "../xml/format.ts";
import type { XmlHead } from "../xml/sniff.ts";
import { CloverReport } from "./report.ts";
import { WORDS } from "./words.ts";

/**
 * Clover's XML, as OpenClover, PHPUnit and Istanbul write it. What `metrics` declare is only compared. Test sources
 * (`testproject`) are not counted.
 *
 * @example
 * const options = { file: "clover.xml", interner: new Interner() };
 * const xml = '<coverage generated="1"><project><file name="a.php">' +
 *   '<line num="3" type="stmt" count="1"/></file></project></coverage>';
 * readWhole(clover, Buffer.from(xml), options).files.get("a.php")?.lines; // Uint32Array [7]
 */
export const clover: CoverageFormatReader = xmlFormat(
  "clover",
  WORDS,
  isClover,
  (reading) => new CloverReport(reading),
);

/** Cobertura and SonarQube name their root alike. */
function isClover({ root, attributes, child }: XmlHead): boolean {
  if (root !== "coverage") return false;
  if (child !== null) return child === "project" || child === "testproject";
  return attributes.includes("clover");
}
