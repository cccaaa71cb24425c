import type { CoverageFormatReader } from "../read-report.ts";
import type { XmlHead } from "../xml/sniff.ts";
import { xmlFormat } from "../xml/format.ts";
import { CoberturaReport } from "./report.ts";
import { WORDS } from "./words.ts";

/**
 * Cobertura's XML (coverage-04.dtd), as Cobertura, coverage.py, gcovr, coverlet, PHPUnit, Istanbul and cover2cover
 * write it. Totals are counted from the `line` elements; what `lines-valid`, `line-rate` and their like declare is
 * only compared.
 *
 * @example
 * const options = { file: "coverage.xml", interner: new Interner() };
 * const xml = '<coverage><packages><package><classes><class name="A" filename="a.py"><lines>' +
 *   '<line number="3" hits="1"/></lines></class></classes></package></packages></coverage>';
 * readWhole(cobertura, Buffer.from(xml), options).files.get("a.py")?.lines; // Uint32Array [7]
 */
export const cobertura: CoverageFormatReader = xmlFormat(
  "cobertura",
  WORDS,
  isCobertura,
  (reading) => new CoberturaReport(reading),
);

/** Clover and SonarQube name their root alike. */
function isCobertura({ root, attributes, child }: XmlHead): boolean {
  if (root !== "coverage") return false;
  if (child !== null) return child === "sources" || child === "packages";
  return attributes.includes("line-rate") || attributes.includes("lines-valid");
}
