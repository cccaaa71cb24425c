import type { CoverageFormatReader } from "../read-report.ts";
import { xmlFormat } from "../xml/format.ts";
import type { XmlHead } from "../xml/sniff.ts";
import { JacocoReport } from "./report.ts";
import { WORDS } from "./words.ts";

/**
 * JaCoCo's XML (report.dtd 1.1), also as Kover writes it. Lines and branches are those of the `sourcefile` elements,
 * instructions are regions, methods are functions; `counter` elements are only compared. How often a line was hit is
 * not told. The path of a source file is its package and its name.
 *
 * @example
 * const options = { file: "jacoco.xml", interner: new Interner() };
 * const xml = '<report name="a"><package name="p"><sourcefile name="A.java">' +
 *   '<line nr="3" mi="0" ci="2" mb="1" cb="1"/></sourcefile></package></report>';
 * readWhole(jacoco, Buffer.from(xml), options).files.get("p/A.java")?.lines; // Uint32Array [7]
 */
export const jacoco: CoverageFormatReader = xmlFormat(
  "jacoco",
  WORDS,
  isJacoco,
  (reading) => new JacocoReport(reading),
);

const CHILDREN: ReadonlySet<string> = new Set(["sessioninfo", "group", "package", "counter"]);

function isJacoco({ root, child }: XmlHead): boolean {
  return root === "report" && child !== null && CHILDREN.has(child);
}
