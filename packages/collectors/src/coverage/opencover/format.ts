import type { CoverageFormatReader } from "../read-report.ts";
import { xmlFormat } from "../xml/format.ts";
import { OpenCoverReport } from "./report.ts";
import { WORDS } from "./words.ts";

/**
 * OpenCover's XML, also as coverlet and AltCover write it. Sequence points are statements and make the lines from
 * `sl` to `el`; modules, classes and methods with `skippedDueTo` were not measured and are left out.
 *
 * @example
 * const options = { file: "opencover.xml", interner: new Interner() };
 * const xml = '<CoverageSession><Modules><Module><Files><File uid="1" fullPath="a.cs"/></Files><Classes><Class>' +
 *   '<Methods><Method><FileRef uid="1"/><SequencePoints><SequencePoint vc="2" sl="3" el="3"/></SequencePoints>' +
 *   "</Method></Methods></Class></Classes></Module></Modules></CoverageSession>";
 * readWhole(opencover, Buffer.from(xml), options).files.get("a.cs")?.lines; // Uint32Array [7]
 */
export const opencover: CoverageFormatReader = xmlFormat(
  "opencover",
  WORDS,
  ({ root }) => root === "CoverageSession",
  (reading) => new OpenCoverReport(reading),
);
