import { XmlReader } from "../../xml/reader.ts";
import { CaseList } from "../case-list.ts";
import type { ReadTests, TestReadOptions } from "../read-report.ts";
import { eachChild, passOver } from "../xml/element.ts";
import { withoutClass } from "../xml/type-name.ts";
import type { TrxResult } from "./result.ts";
import { readResult, TRX_RESULTS } from "./result.ts";
import type { TrxSummary } from "./summary.ts";
import { brokenRun, readSummary, summaryDifferences } from "./summary.ts";

/**
 * Reads a TRX report of Visual Studio's test runner. Rows of a data-driven test are cases, the test itself is one only
 * when it failed and no row did. An outcome that is no verdict (aborted, in progress, none at all) counts as errored,
 * and a run that broke outside of its tests becomes a case `(run)`.
 *
 * @throws HoldpointError what the XML reader throws; `HP-READ-NOT-THE-FORMAT` for another root; `HP-READ-SYNTAX` for an
 * outcome or a kind of result that is not known
 * @example
 * const xml = '<TestRun><Results><UnitTestResult testName="Works" outcome="Passed"/></Results></TestRun>';
 * readTrx(Buffer.from(xml), { file: "a.trx", root: "/w" }).cases[0]?.id; // "Works"
 */
export function readTrx(bytes: Uint8Array, options: TestReadOptions): ReadTests {
  const { file } = options;
  const xml = new XmlReader(bytes, { file, lenientText: true });
  xml.next();
  if (xml.name !== "TestRun") xml.fail("HP-READ-NOT-THE-FORMAT", "the root of a TRX report is <TestRun>");
  const results: TrxResult[] = [];
  const classes = new Map<string, string>();
  let summary: TrxSummary | null = null;
  eachChild(xml, (name) => {
    if (name === "Results") {
      eachChild(xml, (kind) => {
        if (!TRX_RESULTS.has(kind)) xml.fail("HP-READ-SYNTAX", `<${kind.slice(0, 40)}> is not a result that is known`);
        results.push(readResult(xml));
      });
    } else if (name === "TestDefinitions") readDefinitions(xml, classes);
    else if (name === "ResultSummary") summary = readSummary(xml);
    else passOver(xml, TRX_RESULTS);
  });
  xml.next();
  return finish(results, classes, summary, options);
}

/** Classes of the tests, by the id that results name. */
function readDefinitions(xml: XmlReader, classes: Map<string, string>): void {
  eachChild(xml, () => {
    const id = xml.attributes.get("id");
    eachChild(xml, (name) => {
      const className = name === "TestMethod" ? xml.attributes.get("className") : null;
      // Older producers name the assembly behind a comma.
      if (id !== null && className !== null) classes.set(id, className.split(",", 1)[0]?.trim() ?? "");
      passOver(xml, TRX_RESULTS);
    });
  });
}

function finish(
  results: readonly TrxResult[],
  classes: ReadonlyMap<string, string>,
  summary: TrxSummary | null,
  options: TestReadOptions,
): ReadTests {
  const { file } = options;
  const list = new CaseList(options);
  const suites = new Set<string>();
  const add = (result: TrxResult, outer: string | null): void => {
    const className = classes.get(result.testId) ?? outer;
    if (className !== null) suites.add(className);
    const fails = (one: TrxResult): boolean => (one.inner.length === 0 ? isBroken(one) : one.inner.some(fails));
    result.inner.forEach((one) => add(one, className));
    if (result.inner.length > 0 && !(isBroken(result) && !result.inner.some(fails))) return;
    const { status, durationMs, message, line } = result;
    const name = withoutClass(result.name, className);
    list.add({ file: null, className, suites: [], name, status, durationMs, message, line });
  };
  results.forEach((one) => add(one, null));
  if (summary === null) return answer(list, suites.size, [], file);
  for (const message of brokenRun(summary, list.cases.some(isBroken))) {
    const { line } = summary;
    list.add({
      file: null,
      className: null,
      suites: [],
      name: "(run)",
      status: "errored",
      durationMs: null,
      message,
      line,
    });
  }
  return answer(list, suites.size, summaryDifferences(summary, results), file);
}

function answer(
  list: CaseList,
  suites: number,
  differences: ReturnType<typeof summaryDifferences>,
  file: string,
): ReadTests {
  return {
    report: { file, format: "trx", dialect: "vstest", suites, cases: list.cases.length },
    cases: list.cases,
    mismatches: differences.map((one) => ({ report: file, ...one })),
  };
}

function isBroken({ status }: { readonly status: TrxResult["status"] }): boolean {
  return status === "failed" || status === "errored";
}
