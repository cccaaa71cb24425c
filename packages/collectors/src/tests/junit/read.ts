import type { TestReport } from "@holdpoint/core";
import { clip } from "../../reading/clip.ts";
import { TEST_NAME_CHARS_MAX } from "../../reading/limits.ts";
import { XmlReader } from "../../xml/reader.ts";
import { CaseList } from "../case-list.ts";
import type { ReadTests, TestReadOptions } from "../read-report.ts";
import type { DeclaredTotals } from "./declared.ts";
import { declaredTotals } from "./declared.ts";
import { recogniseDialect } from "./dialect.ts";
import { withNodeQuotes } from "./node-quotes.ts";
import type { ListedCase } from "./read-case.ts";
import { readCase } from "./read-case.ts";
import { SignCollector } from "./signs.ts";
import { skipElement } from "./skip-element.ts";
import type { Tally } from "./tally.ts";
import { addTally, emptyTally } from "./tally.ts";
import type { CountedSuite } from "./totals.ts";
import { totalsDifferences } from "./totals.ts";

/**
 * Reads a JUnit XML report of any known dialect: nested suites, a file per suite, cases directly under the root.
 * The status of a case is the worst of everything it carries. A failure that stands outside of any case becomes a case
 * named `(suite)`. Throws `HoldpointError`, with line and column, for anything that is not such a report to its end.
 *
 * @example
 * const xml = '<testsuite tests="1"><testcase classname="A" name="works" time="0.5"/></testsuite>';
 * readJunit(Buffer.from(xml), { file: "a.xml", root: "/w" }).cases[0]?.id; // "A › works"
 */
export function readJunit(bytes: Uint8Array, options: TestReadOptions): ReadTests {
  return new JunitReader(bytes, options).read();
}

interface OpenSuite {
  readonly name: string;
  readonly file: string | null;
  readonly line: number;
  readonly isRoot: boolean;
  readonly declared: DeclaredTotals;
  readonly own: Tally;
  readonly total: Tally;
  readonly children: Tally;
  repeated: number;
}

class JunitReader {
  readonly #xml: XmlReader;
  readonly #options: TestReadOptions;
  readonly #signs = new SignCollector();
  readonly #list: CaseList;
  readonly #counted: CountedSuite[] = [];
  readonly #open: OpenSuite[] = [];
  #suites = 0;
  #last: ListedCase | null = null;

  constructor(bytes: Uint8Array, options: TestReadOptions) {
    this.#options = options;
    this.#list = new CaseList(options);
    this.#xml = new XmlReader(bytes, { file: options.file, lenientText: true });
  }

  read(): ReadTests {
    const xml = this.#xml;
    xml.next();
    if (xml.name !== "testsuites" && xml.name !== "testsuite") {
      xml.fail("HP-READ-NOT-THE-FORMAT", `<${clip(xml.name, 40)}> is not the root of a JUnit report`);
    }
    this.#enter();
    for (let event = xml.next(); event !== "end"; event = xml.next()) {
      if (event === "open") this.#child();
      else if (event === "close") this.#leave();
    }
    const dialect = recogniseDialect(this.#signs.signs());
    const { file } = this.#options;
    const mismatches = this.#counted
      .flatMap((suite) => totalsDifferences(suite, dialect))
      .map((difference) => ({ report: file, ...difference }))
      .sort((a, b) => a.line - b.line);
    const listed = this.#list.cases;
    const report: TestReport = { file, format: "junit", dialect, suites: this.#suites, cases: listed.length };
    const cases = dialect === "node:test" ? listed.map(withNodeQuotes) : listed;
    return { report, cases, mismatches };
  }

  #child(): void {
    const xml = this.#xml;
    switch (xml.name) {
      case "testsuite":
        this.#enter();
        return;
      case "testcase":
        this.#signs.testCase(xml);
        this.#add(readCase(xml));
        return;
      case "failure":
      case "error":
        this.#addSuiteFailure(xml.name);
        return;
      case "properties":
        this.#signs.readProperties(xml);
        return;
      default:
        skipElement(xml);
    }
  }

  #enter(): void {
    const xml = this.#xml;
    const name = xml.attributes.get("name") ?? "";
    if (name.length > TEST_NAME_CHARS_MAX) {
      xml.fail("HP-READ-TOO-LARGE", `the name of a suite is longer than ${TEST_NAME_CHARS_MAX} characters`);
    }
    if (xml.name === "testsuite") this.#suites += 1;
    this.#signs.suite(xml);
    this.#open.push({
      name: xml.name === "testsuite" ? name : "",
      file: xml.attributes.get("file") ?? this.#open.at(-1)?.file ?? null,
      line: xml.line,
      isRoot: this.#open.length === 0,
      declared: declaredTotals(xml),
      own: emptyTally(),
      total: emptyTally(),
      children: emptyTally(),
      repeated: 0,
    });
  }

  #leave(): void {
    const suite = this.#open.pop();
    if (suite === undefined) return;
    this.#counted.push(suite);
    const parent = this.#open.at(-1);
    if (parent === undefined) return;
    addTally(parent.total, suite.total);
    parent.repeated += suite.repeated;
    parent.children.tests += 1;
    parent.children.failures += suite.children.failures > 0 ? 1 : 0;
  }

  #add(listed: ListedCase): void {
    const suite = this.#open.at(-1);
    if (suite === undefined) return;
    for (const tally of [suite.own, suite.total, suite.children]) addTally(tally, listed.tally);
    const { name, className } = listed;
    if (this.#last?.name === name && this.#last.className === className && this.#last.status === "failed")
      suite.repeated += 1;
    this.#last = listed;
    this.#keep(listed, suite);
  }

  /** A suite that broke outside of its cases; some runners have nothing else to say of one that did not load. */
  #addSuiteFailure(kind: "failure" | "error"): void {
    const suite = this.#open.at(-1);
    if (suite === undefined) return;
    const line = this.#xml.line;
    const message = this.#xml.attributes.get("message");
    const text = skipElement(this.#xml, 2_000).trim();
    const tally = { ...emptyTally(), failures: kind === "failure" ? 1 : 0, errors: kind === "error" ? 1 : 0 };
    for (const sum of [suite.own, suite.total, suite.children]) addTally(sum, tally);
    const status = kind === "failure" ? "failed" : "errored";
    this.#keep(
      {
        name: "(suite)",
        className: null,
        file: null,
        line,
        status,
        durationMs: null,
        flaky: false,
        message: clip(message ?? text, 2_000) || null,
        tally,
      },
      suite,
    );
  }

  #keep(listed: ListedCase, suite: OpenSuite): void {
    const file = listed.file ?? suite.file;
    this.#list.add({ ...listed, file, suites: this.#open.map(({ name }) => name) });
  }
}
