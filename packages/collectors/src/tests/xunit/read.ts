import type { TestStatus } from "@holdpoint/core";
import { clip } from "../../reading/clip.ts";
import { XmlReader } from "../../xml/reader.ts";
import { CaseList } from "../case-list.ts";
import type { Difference, Totals } from "../differences.ts";
import { NO_TOTALS, totalsDifferences } from "../differences.ts";
import { secondsToMs } from "../junit/seconds.ts";
import type { ReadTests, TestReadOptions } from "../read-report.ts";
import { countAttribute, eachChild, passOver, requiredAttribute } from "../xml/element.ts";
import { messageInside, textInside } from "../xml/failure-text.ts";
import { withoutClass } from "../xml/type-name.ts";

/** Elements that carry a verdict; nowhere else may one of them stand. */
const VERDICTS: ReadonlySet<string> = new Set(["assemblies", "assembly", "collection", "class", "test"]);

const RESULTS: Readonly<Record<string, TestStatus>> = {
  pass: "passed",
  fail: "failed",
  skip: "skipped",
  notrun: "skipped",
};

interface Count {
  tests: number;
  passed: number;
  failed: number;
  skipped: number;
  notRun: number;
  errors: number;
}

const nothing = (): Count => ({ tests: 0, passed: 0, failed: 0, skipped: 0, notRun: 0, errors: 0 });

/**
 * Reads xUnit.net's own XML (v2 and v3, and the classes of v1): assemblies, their collections, their tests. An error
 * outside of any test is a case `(assembly)` that errored.
 *
 * @throws HoldpointError what the XML reader throws; `HP-READ-NOT-THE-FORMAT` for another root; `HP-READ-SYNTAX` for a
 * result or an element that is not known where a verdict could stand
 * @example
 * const test = '<test name="N.C.Works" type="N.C" result="Pass"/>';
 * const xml = `<assembly name="a.dll"><collection name="c">${test}</collection></assembly>`;
 * readXunit(Buffer.from(xml), { file: "a.xml", root: "/w" }).cases[0]?.id; // "N.C › Works"
 */
export function readXunit(bytes: Uint8Array, options: TestReadOptions): ReadTests {
  const { file } = options;
  const xml = new XmlReader(bytes, { file, lenientText: true });
  xml.next();
  const reader = new XunitReader(xml, options);
  if (xml.name === "assemblies") {
    eachChild(xml, (name) => {
      if (name === "assembly") reader.assembly();
      else reader.unknown(name, "assemblies");
    });
  } else if (xml.name === "assembly") reader.assembly();
  else xml.fail("HP-READ-NOT-THE-FORMAT", `<${clip(xml.name, 40)}> is not the root of an xUnit report`);
  xml.next();
  return reader.finish();
}

class XunitReader {
  readonly #xml: XmlReader;
  readonly #file: string;
  readonly #list: CaseList;
  readonly #differences: Difference[] = [];
  #suites = 0;

  constructor(xml: XmlReader, options: TestReadOptions) {
    this.#xml = xml;
    this.#file = options.file;
    this.#list = new CaseList(options);
  }

  assembly(): void {
    const xml = this.#xml;
    const { line } = xml;
    const suite = xml.attributes.get("name") ?? "";
    const declared = this.#declared();
    const sum = nothing();
    eachChild(xml, (name) => {
      if (name === "collection" || name === "class") this.#collection(sum);
      else if (name === "errors") eachChild(xml, () => this.#error(sum));
      else this.unknown(name, "assembly");
    });
    this.#compare(suite, line, declared, sum);
  }

  /** Something without a verdict, such as `<environment>`. */
  unknown(name: string, parent: string): void {
    if (!NEUTRAL.has(name)) this.#xml.fail("HP-READ-SYNTAX", `<${clip(name, 40)}> in <${parent}> is not known`);
    passOver(this.#xml, VERDICTS);
  }

  finish(): ReadTests {
    const { cases } = this.#list;
    const file = this.#file;
    return {
      report: { file, format: "xunit", dialect: "xunit.net", suites: this.#suites, cases: cases.length },
      cases,
      mismatches: this.#differences.map((one) => ({ report: file, ...one })).sort((a, b) => a.line - b.line),
    };
  }

  #collection(sum: Count): void {
    const xml = this.#xml;
    const { line } = xml;
    const suite = xml.attributes.get("name") ?? "";
    const declared = this.#declared();
    const own = nothing();
    this.#suites += 1;
    eachChild(xml, (name) => {
      if (name === "test") this.#test(own);
      else if (name === "failure") this.#broken("(collection)", suite, own);
      else this.unknown(name, "collection");
    });
    this.#compare(suite, line, declared, own);
    for (const key of ["tests", "passed", "failed", "skipped", "notRun", "errors"] as const) sum[key] += own[key];
  }

  #test(own: Count): void {
    const xml = this.#xml;
    const { line, attributes } = xml;
    const full = requiredAttribute(xml, "name");
    const className = attributes.get("type");
    const word = requiredAttribute(xml, "result");
    const key = word.trim().toLowerCase();
    const status =
      (Object.hasOwn(RESULTS, key) ? RESULTS[key] : undefined) ??
      xml.fail("HP-READ-SYNTAX", `"${clip(word, 40)}" is not a result that is known`);
    const durationMs = secondsToMs(attributes.get("time"));
    const writtenIn = attributes.get("source-file");
    let message: string | null = null;
    let failed = false;
    eachChild(xml, (name) => {
      if (name === "failure") {
        failed = true;
        message = messageInside(xml, VERDICTS) ?? message;
      } else if (name === "reason") message = textInside(xml) ?? message;
      else this.unknown(name, "test");
    });
    const worst = failed && status !== "failed" ? "failed" : status;
    own.tests += 1;
    if (key === "notrun") own.notRun += 1;
    else own[worst === "errored" ? "failed" : worst] += 1;
    const name = withoutClass(full, className);
    this.#list.add({ file: null, writtenIn, className, suites: [], name, status: worst, durationMs, message, line });
  }

  /** `<error type name>` of an assembly: a clean-up, a fixture or a discovery that threw. */
  #error(sum: Count): void {
    const { attributes } = this.#xml;
    const what = [attributes.get("type"), attributes.get("name")].filter((part) => part !== null).join(" ");
    this.#broken("(assembly)", what, sum);
  }

  #broken(name: string, what: string, sum: Count): void {
    const { line } = this.#xml;
    let message: string | null = null;
    eachChild(this.#xml, (child) => {
      message = (child === "failure" ? messageInside(this.#xml, VERDICTS) : textInside(this.#xml)) ?? message;
    });
    sum.errors += 1;
    const said = [what, message].filter((part) => part !== null && part !== "").join(": ");
    const suites = what === "" ? [] : [what];
    this.#list.add({
      file: null,
      className: null,
      suites,
      name,
      status: "errored",
      durationMs: null,
      message: said || "an error outside of any test",
      line,
    });
  }

  #declared(): Totals & { readonly notRun: number | null } {
    const xml = this.#xml;
    return {
      ...NO_TOTALS,
      tests: countAttribute(xml, "total"),
      passed: countAttribute(xml, "passed"),
      failures: countAttribute(xml, "failed"),
      errors: countAttribute(xml, "errors"),
      skipped: countAttribute(xml, "skipped"),
      notRun: countAttribute(xml, "not-run"),
    };
  }

  #compare(suite: string, line: number, declared: Totals & { readonly notRun: number | null }, seen: Count): void {
    const counted = { tests: seen.tests, passed: seen.passed, failures: seen.failed, errors: seen.errors };
    const differences = totalsDifferences({ suite, line, declared }, [
      { ...counted, skipped: seen.skipped },
      { ...counted, skipped: seen.skipped + seen.notRun },
      // v3 leaves what was not run out of the total of a filtered run.
      { ...counted, tests: seen.tests - seen.notRun, skipped: seen.skipped },
    ]);
    for (const one of differences) this.#differences.push(one);
  }
}

const NEUTRAL: ReadonlySet<string> = new Set([
  "environment",
  "errors",
  "traits",
  "trait",
  "output",
  "warnings",
  "attachments",
  "test-framework",
  "target-framework",
]);
