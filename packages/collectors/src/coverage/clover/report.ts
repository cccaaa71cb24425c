import type { CoverageMismatch } from "@holdpoint/core";
import type { FileCounts } from "../counts/file-counts.ts";
import type { ReadCoverage } from "../read-report.ts";
import type { XmlReading, XmlReport } from "../xml/format.ts";
import { namedKey } from "../xml/named-key.ts";
import { PointsBudget } from "../xml/points-budget.ts";
import { ReportFiles } from "../xml/report-files.ts";
import type { Place } from "../xml/window.ts";
import { FileRecords } from "./file-records.ts";
import { CloverScope } from "./metrics.ts";
import { WORD } from "./words.ts";

const LINE = WORD.line;
const FILE = WORD.file;
const METRICS = WORD.metrics;
const TESTS = WORD.testproject;

/** Elements whose metrics are compared with what stands in them; those of classes share their file's lines. */
const WITH_METRICS: ReadonlySet<number> = new Set([WORD.project, WORD.package, FILE]);

/**
 * A statement's line is a line. A condition has two ways, true and false; Istanbul counts all ways of a line in one
 * condition, those taken as true and the others as false, and puts one `stmt` for each line.
 */
export class CloverReport implements XmlReport {
  readonly #reading: XmlReading;
  readonly #files: ReportFiles;
  readonly #budget: PointsBudget;
  readonly #records: FileRecords;
  readonly #scopes: CloverScope[] = [];
  readonly #mismatches: CoverageMismatch[] = [];
  readonly #dialect = { isIstanbul: false, isPhpunit: false };
  #path: string | null = null;
  #place: Place = { line: 1, column: 1 };
  #version: string | null = null;
  #hasProject = false;
  #isInTests = false;

  constructor(reading: XmlReading) {
    this.#reading = reading;
    this.#files = new ReportFiles("repeated", reading.remarks);
    this.#budget = new PointsBudget(reading.scanner.window);
    this.#records = new FileRecords(reading.options.keepHits === true);
  }

  open(name: number): void {
    if (this.#isInTests) return;
    if (name === LINE) return this.#line();
    const { scanner, fields } = this.#reading;
    if (scanner.depth === 1) return this.#root(name);
    if (scanner.depth === 2) this.#child(name);
    if (name === TESTS) this.#isInTests = true;
    else if (name === FILE) this.#openFile();
    else if (name === METRICS && WITH_METRICS.has(scanner.openAt(scanner.depth - 2))) {
      this.#scopes.at(-1)?.declare(this.#reading);
    }
    if (WITH_METRICS.has(name)) this.#scopes.push(new CloverScope());
    if (name === WORD.project) {
      this.#dialect.isIstanbul = this.#version === "3.2.0" && fields.text(WORD.name) === "All files";
    }
  }

  close(name: number): void {
    if (name === LINE) return;
    if (name === TESTS) this.#isInTests = false;
    if (this.#isInTests) return;
    if (name === FILE) this.#closeFile();
    else if (name === WORD.coverage && !this.#hasProject) this.#foreign(name);
    if (WITH_METRICS.has(name)) this.#closeScope();
  }

  finish(): ReadCoverage {
    const files = this.#files.finish();
    const mismatches = this.#mismatches;
    const remarks = this.#reading.remarks.finish();
    return { files, contexts: new Map(), mismatches, remarks, instrumenter: this.#writer() };
  }

  #writer(): string {
    if (this.#dialect.isIstanbul) return "istanbul-reports";
    if (this.#dialect.isPhpunit) return "phpunit";
    return this.#version === null ? "unknown" : "clover";
  }

  #root(name: number): void {
    const { fields } = this.#reading;
    if (name !== WORD.coverage) this.#foreign(name);
    this.#version = fields.text(WORD.clover);
  }

  #child(name: number): void {
    if (name !== WORD.project && name !== TESTS) this.#foreign(name);
    this.#hasProject = true;
  }

  #foreign(name: number): never {
    const { window } = this.#reading.scanner;
    const what = this.#reading.scanner.nameOf(name);
    return window.fail("HP-READ-NOT-THE-FORMAT", `this is not Clover's XML: <${what}>`, window.tokenAt);
  }

  /** OpenClover and Istanbul put the whole path into `path`, PHPUnit into `name`. */
  #openFile(): void {
    const { scanner, fields } = this.#reading;
    if (this.#path !== null) fields.fail("a file inside a file", WORD.name);
    this.#path = scanner.tag.find(WORD.path) === -1 ? fields.needText(WORD.name) : fields.needText(WORD.path);
    this.#place = scanner.window.here;
  }

  #closeFile(): void {
    const counts: FileCounts = this.#records.finish();
    this.#files.add(this.#path ?? "", counts, this.#place);
    this.#scopes.at(-1)?.addFile(counts);
    this.#path = null;
  }

  #closeScope(): void {
    const scope = this.#scopes.pop();
    if (scope === undefined) return;
    this.#mismatches.push(...scope.finish(this.#reading.options.file, this.#dialect, this.#scopes.at(-1)));
  }

  #line(): void {
    const { fields } = this.#reading;
    if (this.#path === null) fields.fail("a line outside of a file", WORD.num);
    const line = fields.line(WORD.num);
    const type = fields.needText(WORD.type);
    if (type === "stmt") this.#statement(line);
    else if (type === "cond") this.#condition(line);
    else if (type === "method") this.#method(line);
    else fields.fail("the type of a line must be stmt, cond or method", WORD.type);
  }

  #statement(line: number): void {
    const hits = this.#reading.fields.hits(WORD.count);
    if (this.#dialect.isIstanbul) this.#records.addLine(line, hits);
    else this.#records.addStatement(line, hits);
  }

  #condition(line: number): void {
    const { scanner, fields } = this.#reading;
    if (scanner.tag.find(WORD.count) === -1) {
      this.#records.addWay(line, fields.hits(WORD.truecount) > 0);
      this.#records.addWay(line, fields.hits(WORD.falsecount) > 0);
      return;
    }
    this.#records.addLine(line, fields.hits(WORD.count));
    const taken = fields.count(WORD.truecount);
    const total = taken + fields.count(WORD.falsecount);
    this.#budget.spend(total);
    for (let way = 0; way < total; way += 1) this.#records.addWay(line, way < taken);
  }

  #method(line: number): void {
    const { scanner, fields, options } = this.#reading;
    if (scanner.tag.find(WORD.crap) !== -1) this.#dialect.isPhpunit = true;
    const name = fields.text(WORD.name) ?? fields.text(WORD.signature) ?? "";
    this.#records.addFunction(line, namedKey(options.interner, name, ""), fields.hits(WORD.count) > 0);
  }
}
