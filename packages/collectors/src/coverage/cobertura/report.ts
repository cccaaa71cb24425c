import type { Count } from "@holdpoint/core";
import type { FileCounts } from "../counts/file-counts.ts";
import { PointsBuilder } from "../counts/points.ts";
import type { ReadCoverage } from "../read-report.ts";
import type { XmlReading, XmlReport } from "../xml/format.ts";
import { namedKey } from "../xml/named-key.ts";
import { ReportFiles } from "../xml/report-files.ts";
import type { Place } from "../xml/window.ts";
import { PointsBudget } from "../xml/points-budget.ts";
import { ClassLines } from "./class-lines.ts";
import { CoberturaClaims } from "./claims.ts";
import { coberturaWriter } from "./writer.ts";
import { jumpWays, waysOf } from "./ways.ts";
import { WORD } from "./words.ts";

const LINE = WORD.line;
const LINES = WORD.lines;
const METHOD = WORD.method;
const CLASS = WORD.class;

interface Method {
  readonly key: number;
  /** First line of its own; 0 before there is one. */
  line: number;
  isHit: boolean;
}

/**
 * Lines are those of a class's own `lines`; a method's repeat them, or say where a function stands, and count only
 * where the class lists none. A function is covered when any of its lines was hit.
 */
export class CoberturaReport implements XmlReport {
  readonly #reading: XmlReading;
  readonly #files: ReportFiles;
  readonly #claims: CoberturaClaims;
  readonly #budget: PointsBudget;
  readonly #ofClass: ClassLines;
  readonly #ofMethods: ClassLines;
  readonly #functions = new PointsBuilder();
  readonly #sources: string[] = [];
  #into: ClassLines | null = null;
  #path: string | null = null;
  #classPlace: Place = { line: 1, column: 1 };
  #method: Method | null = null;
  #methods = 0;
  /** The line that `condition` elements belong to; 0 when its ways are known already. */
  #open = 0;
  #openWays = 0;
  #unclear = 0;
  #writer = "unknown";
  #comments = "";
  #hasParts = false;

  constructor(reading: XmlReading) {
    this.#reading = reading;
    const { options, remarks, scanner } = reading;
    this.#files = new ReportFiles("contradicted", remarks);
    this.#claims = new CoberturaClaims(reading);
    this.#budget = new PointsBudget(scanner.window);
    this.#ofClass = new ClassLines(options.keepHits === true);
    this.#ofMethods = new ClassLines(options.keepHits === true);
  }

  open(name: number): void {
    if (name === LINE) return this.#line();
    if (name === LINES) return this.#enter();
    if (name === METHOD) return this.#openMethod();
    if (name === CLASS) return this.#openClass();
    const { scanner } = this.#reading;
    if (scanner.depth === 1) return this.#root(name);
    if (name === WORD.condition) return this.#condition();
    if (name === WORD.package) return this.#claims.openPackage();
    if (name === WORD.packages || name === WORD.sources) this.#hasParts = true;
    else if (name === WORD.source) scanner.keepText();
    else if (scanner.depth === 2 && FOREIGN.has(name)) this.#foreign("an element of Clover or SonarQube");
  }

  close(name: number): void {
    if (name === LINE) {
      if (this.#open !== 0) this.#closeLine();
    } else if (name === LINES) this.#into = null;
    else if (name === METHOD) this.#closeMethod();
    else if (name === CLASS) this.#closeClass();
    else if (name === WORD.package) this.#claims.closePackage();
    else if (name === WORD.source) this.#source();
    else if (name === WORD.coverage && !this.#hasParts) this.#foreign("neither rates nor packages");
  }

  comment(text: string): void {
    this.#comments = (this.#comments + text).slice(0, 4_096);
  }

  finish(): ReadCoverage {
    const files = this.#files.finish();
    const instrumenter = coberturaWriter(this.#writer, this.#comments);
    const mismatches = this.#claims.finish(files);
    const remarks = this.#reading.remarks.finish();
    return { files, contexts: new Map(), mismatches, remarks, instrumenter, folders: this.#sources };
  }

  #root(name: number): void {
    const { scanner, fields } = this.#reading;
    if (name !== WORD.coverage) this.#foreign(`<${scanner.nameOf(name)}>`);
    this.#hasParts = scanner.tag.find(WORD["line-rate"]) !== -1 || scanner.tag.find(WORD["lines-valid"]) !== -1;
    this.#writer = fields.text(WORD.version) ?? "";
    this.#claims.openReport();
  }

  #foreign(what: string): never {
    const { window } = this.#reading.scanner;
    return window.fail("HP-READ-NOT-THE-FORMAT", `this is not Cobertura's XML: ${what}`, window.tokenAt);
  }

  #source(): void {
    const source = this.#reading.scanner.takeText().trim();
    if (source !== "" && this.#sources.length < SOURCES_MAX) this.#sources.push(source);
  }

  #openClass(): void {
    const { scanner, fields } = this.#reading;
    if (this.#path !== null) fields.fail("a class inside a class", WORD.name);
    if (!this.#hasParts) this.#foreign("a class before anything else");
    this.#path = fields.needText(WORD.filename);
    this.#classPlace = scanner.window.here;
    this.#unclear = 0;
    this.#claims.openClass();
  }

  #closeClass(): void {
    const path = this.#path ?? "";
    const own = this.#ofClass.isEmpty ? this.#ofMethods : this.#ofClass;
    const { lines, hits, branches } = own.finish();
    if (own === this.#ofClass && !this.#ofMethods.isEmpty) this.#ofMethods.finish();
    const functions = this.#functions.finish();
    const counts: FileCounts = {
      lines: lines.length === 0 ? null : lines,
      branches: branches.length === 0 ? null : branches,
      functions: functions.length === 0 ? null : functions,
      statements: null,
      regions: null,
      hits: lines.length === 0 ? null : hits,
    };
    this.#files.add(path, counts, this.#classPlace);
    this.#claims.closeClass(path, counts);
    if (this.#unclear > 0) {
      const text = `${path} calls ${this.#unclear} lines branches and does not say how many ways they have`;
      const { line, column } = this.#classPlace;
      this.#reading.remarks.add("nothing-measured", line, column, text);
    }
    this.#path = null;
  }

  #openMethod(): void {
    const { fields, options } = this.#reading;
    if (this.#path === null || this.#method !== null) fields.fail("a method outside of a class", WORD.name);
    const name = fields.text(WORD.name) ?? "";
    const key = namedKey(options.interner, name, fields.text(WORD.signature) ?? "");
    this.#method = { key, line: 0, isHit: false };
  }

  /** A method without lines is no code: what is abstract or generated. */
  #closeMethod(): void {
    const method = this.#method;
    this.#method = null;
    if (method === null || method.line === 0) return;
    this.#functions.add(method.line, method.key, this.#methods, method.isHit);
    this.#methods += 1;
  }

  #enter(): void {
    const { scanner, fields } = this.#reading;
    const parent = scanner.openAt(scanner.depth - 2);
    if (this.#path === null || (parent !== CLASS && parent !== METHOD)) fields.fail("lines outside of a class", LINES);
    this.#into = parent === METHOD ? this.#ofMethods : this.#ofClass;
  }

  #line(): void {
    const { scanner, fields } = this.#reading;
    const into = this.#into;
    if (into === null || scanner.openAt(scanner.depth - 2) !== LINES) {
      return fields.fail("a line outside of lines", LINE);
    }
    const line = fields.line(WORD.number);
    const hits = fields.hits(WORD.hits);
    into.add(line, hits);
    const method = this.#method;
    if (method !== null) {
      if (method.line === 0) method.line = line;
      method.isHit ||= hits > 0;
    }
    if (scanner.tag.find(WORD["condition-coverage"]) !== -1 || scanner.tag.find(WORD.branch) !== -1) this.#ways(line);
  }

  #ways(line: number): void {
    const { scanner, fields } = this.#reading;
    const { tag } = scanner;
    if (tag.find(WORD.branch) !== -1 && !isTrue(tag.window.bytes[tag.start(tag.find(WORD.branch))])) return;
    const ways = waysOf(tag, fields);
    if (ways === null) {
      this.#open = line;
      this.#openWays = 0;
    } else this.#addWays(line, ways, 0);
  }

  #addWays(line: number, ways: Count, from: number): void {
    this.#budget.spend(ways.total);
    this.#into?.addWays(line, ways, from);
  }

  /** Where the line counts no ways, its jumps do. */
  #condition(): void {
    if (this.#open === 0) return;
    const { fields } = this.#reading;
    const ways = jumpWays(fields.text(WORD.type), fields.text(WORD.coverage));
    if (ways === null) return;
    this.#addWays(this.#open, ways, this.#openWays);
    this.#openWays += ways.total;
  }

  #closeLine(): void {
    if (this.#openWays === 0 && this.#into === this.#ofClass) this.#unclear += 1;
    this.#open = 0;
  }
}

const SOURCES_MAX = 1_000;

const FOREIGN: ReadonlySet<number> = new Set([WORD.project, WORD.testproject, WORD.file]);

/** `true` and .NET's `True`. */
function isTrue(first: number | undefined): boolean {
  return first === 0x74 || first === 0x54;
}
