import type { Count, CoverageMismatch } from "@holdpoint/core";
import type { FileCounts } from "../counts/file-counts.ts";
import { countLineHits } from "../counts/line-hits.ts";
import { countPoints } from "../counts/points.ts";
import type { ReadCoverage } from "../read-report.ts";
import type { XmlReading, XmlReport } from "../xml/format.ts";
import { REPORT_DEPTH_MAX } from "../../reading/limits.ts";
import { PointsBudget } from "../xml/points-budget.ts";
import { ReportFiles } from "../xml/report-files.ts";
import type { Place } from "../xml/window.ts";
import { Counters } from "./counters.ts";
import { PackageMethods } from "./methods.ts";
import { NOT_PLAIN, PlainElements } from "./plain-elements.ts";
import { SourceLines } from "./source-lines.ts";
import { WORD } from "./words.ts";

const LINE = WORD.line;
const COUNTER = WORD.counter;
const METHOD = WORD.method;
const CLASS = WORD.class;
const SOURCE = WORD.sourcefile;
const PACKAGE = WORD.package;
const GROUP = WORD.group;
const REPORT = WORD.report;

/** Elements whose counters are compared with what stands in them. */
const WITH_COUNTERS: ReadonlySet<number> = new Set([REPORT, GROUP, PACKAGE, SOURCE]);

interface Method {
  readonly key: number;
  readonly line: number;
  count: Count | null;
}

/** Methods are counted by their own counters, as the lines of a source file do not tell where one begins. */
export class JacocoReport implements XmlReport {
  readonly #reading: XmlReading;
  readonly #files: ReportFiles;
  readonly #budget: PointsBudget;
  readonly #lines = new SourceLines();
  readonly #plain: PlainElements;
  readonly #scopes: Counters[] = [];
  readonly #mismatches: CoverageMismatch[] = [];
  #methods = new PackageMethods();
  #package: string | null = null;
  #packagePlace: Place = { line: 1, column: 1 };
  /** Source file of the open class; null where the class does not name one. */
  #classFile: string | null = null;
  #source: string | null = null;
  #sourcePlace: Place = { line: 1, column: 1 };
  #method: Method | null = null;
  /** Elements so far but lines, methods and the report's own counters. */
  #elements = 0;

  constructor(reading: XmlReading) {
    this.#reading = reading;
    this.#files = new ReportFiles("repeated", reading.remarks);
    this.#budget = new PointsBudget(reading.scanner.window);
    this.#plain = new PlainElements(reading.scanner.window);
    reading.scanner.plain = (at) => this.#takePlain(at);
  }

  open(name: number): void {
    if (name === LINE) return this.#line();
    if (name === COUNTER) return this.#counter();
    if (name === METHOD) return this.#openMethod();
    if (WITH_COUNTERS.has(name)) this.#scopes.push(new Counters());
    if (this.#reading.scanner.depth === 1) this.#root(name);
    else if (name === CLASS) this.#openClass();
    else if (name === SOURCE) this.#openSource();
    else if (name === PACKAGE) this.#openPackage();
    else if (this.#reading.scanner.depth === 2 && name !== GROUP && name !== WORD.sessioninfo) this.#foreign(name);
    this.#elements += 1;
  }

  close(name: number): void {
    if (name === LINE || name === COUNTER) return;
    if (name === METHOD) this.#closeMethod();
    else if (name === SOURCE) this.#closeSource();
    else if (name === PACKAGE) this.#closePackage();
    else if (name === REPORT && this.#elements === 1) this.#foreign(name);
    if (WITH_COUNTERS.has(name)) this.#closeScope();
  }

  finish(): ReadCoverage {
    const files = this.#files.finish();
    const remarks = this.#reading.remarks.finish();
    return { files, contexts: new Map(), mismatches: this.#mismatches, remarks, instrumenter: "jacoco" };
  }

  #root(name: number): void {
    if (name !== REPORT) this.#foreign(name);
  }

  #foreign(name: number): never {
    const { window } = this.#reading.scanner;
    const what = this.#reading.scanner.nameOf(name);
    return window.fail("HP-READ-NOT-THE-FORMAT", `this is not JaCoCo's XML: <${what}>`, window.tokenAt);
  }

  /** `<line nr mi ci mb cb>`: instructions and branches, missed and covered. */
  #line(): void {
    const { scanner, fields } = this.#reading;
    if (this.#source === null || scanner.openAt(scanner.depth - 2) !== SOURCE) {
      return fields.fail("a line outside of a source file", WORD.nr);
    }
    const line = fields.line(WORD.nr);
    const missed = fields.optionalCount(WORD.mi) ?? 0;
    const covered = scanner.tag.find(WORD.mi) === -1 ? fields.count(WORD.ci) : (fields.optionalCount(WORD.ci) ?? 0);
    const missedBranches = fields.optionalCount(WORD.mb) ?? 0;
    const coveredBranches = fields.optionalCount(WORD.cb) ?? 0;
    this.#budget.spend(missed + covered + missedBranches + coveredBranches);
    this.#lines.add(line, missed, covered);
    this.#lines.addBranches(line, missedBranches, coveredBranches);
  }

  /** Lines of a source file, and methods of a class whose file is known, as far as they are plain. */
  #takePlain(at: number): number {
    const { scanner } = this.#reading;
    const around = scanner.openAt(scanner.depth - 1);
    if (scanner.depth + 2 > REPORT_DEPTH_MAX) return at;
    if (around === SOURCE && this.#source !== null) return this.#takeLines(at);
    return around === CLASS && this.#classFile !== null ? this.#takeMethods(at, this.#classFile) : at;
  }

  #takeLines(begin: number): number {
    const { window } = this.#reading.scanner;
    const plain = this.#plain;
    let at = begin;
    for (let end = plain.readLine(at); end !== NOT_PLAIN; end = plain.readLine(at)) {
      const { line, missed, covered, missedBranches, coveredBranches } = plain;
      window.begin(at);
      this.#budget.spend(missed + covered + missedBranches + coveredBranches);
      this.#lines.add(line, missed, covered);
      this.#lines.addBranches(line, missedBranches, coveredBranches);
      at = end;
    }
    return at;
  }

  #takeMethods(begin: number, file: string): number {
    const { interner } = this.#reading.options;
    const plain = this.#plain;
    let at = begin;
    for (let end = plain.readMethod(at); end !== NOT_PLAIN; end = plain.readMethod(at)) {
      if (plain.hit !== NOT_PLAIN) this.#methods.add(file, plain.line, interner.ofHash(plain.hash), plain.hit === 1);
      at = end;
    }
    return at;
  }

  #counter(): void {
    const { scanner, fields } = this.#reading;
    const parent = scanner.openAt(scanner.depth - 2);
    const isLoose = parent === CLASS && this.#classFile === null;
    if (parent !== METHOD && !isLoose && !WITH_COUNTERS.has(parent)) return;
    const type = fields.needText(WORD.type);
    const isHidden = parent === METHOD && type === "BRANCH" && this.#method?.line === 0;
    if (parent === METHOD && type !== "METHOD" && !isHidden) return;
    const missed = fields.count(WORD.missed);
    const covered = fields.count(WORD.covered);
    const count = { covered, total: missed + covered };
    if (isLoose) return this.#scopes.at(-1)?.addLoose(type, count);
    if (isHidden) return this.#methods.hide(this.#classFile, count);
    if (parent !== METHOD) return this.#scopes.at(-1)?.declare(type, count, scanner.window.here.line);
    if (count.total !== 1) fields.fail("the counter of one method must count one", WORD.missed);
    if (this.#method !== null) this.#method.count = count;
  }

  #openMethod(): void {
    const { scanner, fields, options } = this.#reading;
    if (scanner.openAt(scanner.depth - 2) !== CLASS) fields.fail("a method outside of a class", WORD.name);
    const name = `${fields.text(WORD.name) ?? ""}${fields.text(WORD.desc) ?? ""}`;
    const line = scanner.tag.find(LINE) === -1 ? 0 : fields.line(LINE);
    this.#method = { key: options.interner.of(name), line, count: null };
  }

  #closeMethod(): void {
    const method = this.#method;
    this.#method = null;
    if (method === null || method.count === null) return;
    if (this.#classFile === null) {
      // Compiled without the name of its file: counted with its package, as JaCoCo does, and in no file.
      this.#scopes.at(-1)?.add("functions", method.count);
      return;
    }
    this.#methods.add(this.#classFile, method.line, method.key, method.count.covered === 1);
  }

  #openPackage(): void {
    const { scanner, fields } = this.#reading;
    if (this.#package !== null) fields.fail("a package inside a package", WORD.name);
    this.#package = fields.text(WORD.name) ?? fields.fail("the attribute name is missing", WORD.name);
    this.#packagePlace = scanner.window.here;
    this.#methods = new PackageMethods();
  }

  #openClass(): void {
    const { scanner, fields } = this.#reading;
    if (scanner.openAt(scanner.depth - 2) !== PACKAGE) fields.fail("a class outside of a package", WORD.name);
    fields.needText(WORD.name);
    this.#classFile = scanner.tag.find(WORD.sourcefilename) === -1 ? null : fields.needText(WORD.sourcefilename);
  }

  #openSource(): void {
    const { scanner, fields } = this.#reading;
    if (scanner.openAt(scanner.depth - 2) !== PACKAGE) fields.fail("a source file outside of a package", WORD.name);
    this.#source = fields.needText(WORD.name);
    this.#sourcePlace = scanner.window.here;
  }

  #closeSource(): void {
    this.#add(this.#source ?? "", this.#sourcePlace, this.#scopes.at(-1));
    this.#source = null;
  }

  /** Classes may name a file that has no element of its own: only its functions are known. */
  #closePackage(): void {
    for (const file of this.#methods.rest()) this.#add(file, this.#packagePlace, this.#scopes.at(-1));
    this.#package = null;
  }

  #add(file: string, place: Place, scope: Counters | undefined): void {
    const { lines, branches, instructions } = this.#lines.finish();
    const functions = this.#methods.take(file);
    const counts: FileCounts = {
      lines: lines.length === 0 ? null : lines,
      branches: branches.length === 0 ? null : branches,
      functions,
      statements: null,
      regions: instructions.length === 0 ? null : instructions,
      hits: null,
    };
    scope?.add("lines", countLineHits(lines));
    scope?.add("branches", countPoints(branches));
    scope?.add("branches", this.#methods.takeHidden(file));
    if (functions !== null) scope?.add("functions", countPoints(functions));
    this.#files.add(this.#package === "" ? file : `${this.#package ?? ""}/${file}`, counts, place);
  }

  #closeScope(): void {
    const scope = this.#scopes.pop();
    if (scope === undefined) return;
    this.#mismatches.push(...scope.finish(this.#reading.options.file, this.#scopes.at(-1) ?? null));
  }
}
