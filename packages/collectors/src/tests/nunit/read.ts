import { clip } from "../../reading/clip.ts";
import { XmlReader } from "../../xml/reader.ts";
import { CaseList } from "../case-list.ts";
import type { Difference, Totals } from "../differences.ts";
import type { ReadTests, TestReadOptions } from "../read-report.ts";
import { eachChild, passOver } from "../xml/element.ts";
import { messageInside } from "../xml/failure-text.ts";
import { NUNIT_VERDICTS, readCase } from "./case.ts";
import type { NunitCount } from "./totals.ts";
import { addCases, declared2, declared3, differences2, differences3, noCases } from "./totals.ts";

/**
 * Reads NUnit's own XML, version 3 (`<test-run>`) and version 2 (`<test-results>`). A suite that broke outside of its
 * cases, in its set-up, its tear-down or because it could not be loaded, becomes a case `(suite)`. `Warning` passes, as
 * NUnit means it; `Inconclusive` is skipped.
 *
 * @throws HoldpointError what the XML reader throws; `HP-READ-NOT-THE-FORMAT` for another root; `HP-READ-SYNTAX` for a
 * result that is not known
 * @example
 * const test = '<test-case name="Works" fullname="N.C.Works" classname="N.C" result="Passed"/>';
 * const xml = `<test-run total="1"><test-suite name="C">${test}</test-suite></test-run>`;
 * readNunit(Buffer.from(xml), { file: "a.xml", root: "/w" }).cases[0]?.id; // "N.C › Works"
 */
export function readNunit(bytes: Uint8Array, options: TestReadOptions): ReadTests {
  const xml = new XmlReader(bytes, { file: options.file, lenientText: true });
  xml.next();
  if (xml.name !== "test-run" && xml.name !== "test-results") {
    xml.fail("HP-READ-NOT-THE-FORMAT", `<${clip(xml.name, 40)}> is not the root of an NUnit report`);
  }
  const reader = new NunitReader(xml, options);
  reader.root();
  xml.next();
  return reader.finish();
}

class NunitReader {
  readonly #xml: XmlReader;
  readonly #file: string;
  readonly #list: CaseList;
  readonly #isThree: boolean;
  readonly #differences: Difference[] = [];
  #suites = 0;

  constructor(xml: XmlReader, options: TestReadOptions) {
    this.#xml = xml;
    this.#file = options.file;
    this.#list = new CaseList(options);
    this.#isThree = xml.name === "test-run";
  }

  root(): void {
    const xml = this.#xml;
    const { line } = xml;
    const declared = this.#isThree ? declared3(xml) : declared2(xml);
    const seen = noCases();
    eachChild(xml, (name) => {
      if (name === "test-suite") this.#suite(seen);
      else if (name === "test-case") this.#case(seen);
      else passOver(xml, NUNIT_VERDICTS);
    });
    this.#compare("", line, declared, seen);
  }

  finish(): ReadTests {
    const { cases } = this.#list;
    const file = this.#file;
    const dialect = this.#isThree ? "nunit3" : "nunit2";
    return {
      report: { file, format: "nunit", dialect, suites: this.#suites, cases: cases.length },
      cases,
      mismatches: this.#differences.map((one) => ({ report: file, ...one })).sort((a, b) => a.line - b.line),
    };
  }

  /** Returns whether the suite or something below it is broken, so that what is above failed because of it. */
  #suite(outer: NunitCount): boolean {
    const xml = this.#xml;
    const { line, attributes } = xml;
    const suite = attributes.get("fullname") ?? attributes.get("name") ?? "";
    const failed = /^(?:failed|failure|error|invalid|notrunnable|cancelled)$/i.test(attributes.get("result") ?? "");
    const site = attributes.get("site")?.toLowerCase() ?? "";
    const declared = this.#isThree ? declared3(xml) : null;
    const seen = noCases();
    let message: string | null = null;
    let brokenBelow = false;
    const child = (name: string): void => {
      if (name === "results") eachChild(xml, child);
      else if (name === "test-suite") brokenBelow = this.#suite(seen) || brokenBelow;
      else if (name === "test-case") this.#case(seen);
      else if (name === "failure" || name === "reason") message = messageInside(xml, NUNIT_VERDICTS) ?? message;
      else passOver(xml, NUNIT_VERDICTS);
    };
    eachChild(xml, child);
    brokenBelow ||= seen.failed + seen.errored > 0;
    const own = failed && (site === "teardown" || !brokenBelow);
    if (Object.values(seen).some((count) => count > 0)) this.#suites += 1;
    if (own) this.#broken(suite, message, line);
    if (declared !== null) this.#compare(suite, line, declared, seen);
    addCases(outer, seen);
    return own || brokenBelow;
  }

  #case(seen: NunitCount): void {
    const { result, ...found } = readCase(this.#xml);
    seen[result] += 1;
    this.#list.add({ ...found, file: null, suites: [] });
  }

  #broken(name: string, message: string | null, line: number): void {
    this.#list.add({
      file: null,
      className: name === "" ? null : name,
      suites: [],
      name: "(suite)",
      status: "errored",
      durationMs: null,
      message: message ?? "the suite failed outside of its tests",
      line,
    });
  }

  #compare(suite: string, line: number, declared: Totals, seen: NunitCount): void {
    const compare = this.#isThree ? differences3 : differences2;
    for (const one of compare({ suite, line, declared }, seen)) this.#differences.push(one);
  }
}
