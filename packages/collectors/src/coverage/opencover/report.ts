import type { CoverageMismatch } from "@holdpoint/core";
import type { ReadCoverage } from "../read-report.ts";
import type { XmlReading, XmlReport } from "../xml/format.ts";
import { PointsBudget } from "../xml/points-budget.ts";
import { ReportFiles } from "../xml/report-files.ts";
import type { Place } from "../xml/window.ts";
import { FilePoints, PointBuilders } from "./file-points.ts";
import { OpenMethod } from "./method.ts";
import { SummaryScope } from "./summaries.ts";
import { WORD } from "./words.ts";

const POINT = WORD.SequencePoint;
const BRANCH = WORD.BranchPoint;
const METHOD = WORD.Method;
const MODULE = WORD.Module;
const SESSION = WORD.CoverageSession;

/** The line that .NET gives to code which belongs to no source, 0xFEEFEE. */
const HIDDEN_LINE = 16_707_566;
/** Most lines of one statement. */
const SPAN_MAX = 100_000;

export class OpenCoverReport implements XmlReport {
  readonly #reading: XmlReading;
  readonly #budget: PointsBudget;
  readonly #points = new Map<string, { readonly points: FilePoints; readonly place: Place }>();
  readonly #scopes: SummaryScope[] = [];
  readonly #mismatches: CoverageMismatch[] = [];
  /** Paths of the open module's files by `uid`. */
  #paths = new Map<string, string>();
  #method: OpenMethod | null = null;
  /** Depth of the element that was not measured and that is open now; 0 outside of one. */
  #skipped = 0;

  constructor(reading: XmlReading) {
    this.#reading = reading;
    this.#budget = new PointsBudget(reading.scanner.window);
  }

  open(name: number): void {
    if (this.#skipped > 0) return;
    if (name === POINT) return this.#sequencePoint();
    if (name === BRANCH) return this.#branchPoint();
    const { scanner, fields } = this.#reading;
    if (scanner.depth === 1) this.#root(name);
    if (scanner.tag.find(WORD.skippedDueTo) !== -1) {
      this.#skipped = scanner.depth;
      return;
    }
    const parent = scanner.openAt(scanner.depth - 2);
    if (name === METHOD) this.#openMethod();
    else if (name === WORD.FileRef) this.#refer();
    else if (name === WORD.File) this.#paths.set(fields.needText(WORD.uid), fields.needText(WORD.fullPath));
    else if (name === WORD.Name && parent === METHOD) scanner.keepText();
    else if (name === WORD.Summary && (parent === SESSION || parent === MODULE)) {
      this.#scopes.at(-1)?.declare(this.#reading);
    }
    if (name === MODULE) this.#paths = new Map();
    if (name === MODULE || name === SESSION) this.#scopes.push(new SummaryScope());
  }

  close(name: number): void {
    if (this.#skipped > 0) {
      if (this.#reading.scanner.depth < this.#skipped) this.#skipped = 0;
      return;
    }
    if (name === METHOD) this.#closeMethod();
    else if (name === WORD.Name && this.#isInMethod()) this.#name();
    else if (name === MODULE || name === SESSION) this.#closeScope();
  }

  finish(): ReadCoverage {
    const { options, remarks } = this.#reading;
    const report = new ReportFiles("never", remarks);
    const builders = new PointBuilders(options.keepHits === true);
    for (const [path, { points, place }] of this.#points) report.add(path, points.finish(builders), place);
    const files = report.finish();
    const mismatches = this.#mismatches;
    return { files, contexts: new Map(), mismatches, remarks: remarks.finish(), instrumenter: "opencover" };
  }

  #root(name: number): void {
    if (name === SESSION) return;
    const { window } = this.#reading.scanner;
    const what = this.#reading.scanner.nameOf(name);
    window.fail("HP-READ-NOT-THE-FORMAT", `this is not OpenCover's XML: <${what}>`, window.tokenAt);
  }

  #isInMethod(): boolean {
    const { scanner } = this.#reading;
    return scanner.openAt(scanner.depth - 1) === METHOD;
  }

  #openMethod(): void {
    if (this.#method !== null) this.#reading.fields.fail("a method inside a method", METHOD);
    this.#method = new OpenMethod(this.#reading.options.interner.of(""));
  }

  #name(): void {
    const name = this.#reading.scanner.takeText().trim();
    if (this.#method !== null) this.#method.key = this.#reading.options.interner.of(name);
  }

  #refer(): void {
    if (this.#method !== null) this.#method.fileId = this.#reading.fields.needText(WORD.uid);
  }

  #closeMethod(): void {
    const method = this.#method;
    this.#method = null;
    if (method === null || method.first === null) return;
    this.#file(method.first.fileId).addFunction(method.first.line, method.key, method.isHit);
    this.#scopes.at(-1)?.add("functions", method.isHit);
  }

  #closeScope(): void {
    const scope = this.#scopes.pop();
    if (scope === undefined) return;
    this.#mismatches.push(...scope.finish(this.#reading.options.file, this.#scopes.at(-1)));
  }

  /** `<SequencePoint vc sl el fileid>`: one statement. */
  #sequencePoint(): void {
    const { scanner, fields } = this.#reading;
    const method = this.#method;
    if (method === null) return fields.fail("a sequence point outside of a method", WORD.vc);
    const fileId = this.#fileId(method);
    const first = fields.line(WORD.sl);
    if (fileId === null || first === HIDDEN_LINE) return;
    const last = scanner.tag.find(WORD.el) === -1 ? first : fields.line(WORD.el);
    if (last < first) fields.fail("a statement ends before it begins", WORD.el);
    if (last - first > SPAN_MAX) fields.fail(`no statement has more than ${SPAN_MAX} lines`, WORD.el);
    const visits = fields.hits(WORD.vc);
    this.#budget.spend(last - first + 1);
    method.addPoint(fileId, first, fields.optionalCount(WORD.offset) ?? 0, visits);
    this.#file(fileId).addStatement(first, last, method.key, visits);
    this.#scopes.at(-1)?.add("statements", visits > 0);
  }

  /** `<BranchPoint vc sl fileid offset>`: one way; old versions tell its place only by the offset of the code. */
  #branchPoint(): void {
    const { scanner, fields } = this.#reading;
    const method = this.#method;
    if (method === null) return fields.fail("a branch point outside of a method", WORD.vc);
    const isTaken = fields.hits(WORD.vc) > 0;
    const fileId = this.#fileId(method);
    const hasLine = scanner.tag.find(WORD.sl) !== -1;
    const line = hasLine ? fields.line(WORD.sl) : method.lineAt(fields.optionalCount(WORD.offset) ?? 0);
    if (fileId === null || line === HIDDEN_LINE || line === 0) return;
    this.#file(fileId).addBranch(line, method.key, isTaken);
    this.#scopes.at(-1)?.add("branches", isTaken);
  }

  /** Null for code that belongs to no file, which is written as file 0. */
  #fileId(method: OpenMethod): string | null {
    const { fields } = this.#reading;
    const fileId = fields.text(WORD.fileid) ?? method.fileId;
    if (fileId === null || fileId === "0") return null;
    if (!this.#paths.has(fileId)) fields.fail(`no File has the uid ${fileId.slice(0, 20)}`, WORD.fileid);
    return fileId;
  }

  #file(fileId: string): FilePoints {
    const path = this.#paths.get(fileId) ?? "";
    let file = this.#points.get(path);
    if (file === undefined) {
      file = { points: new FilePoints(), place: this.#reading.scanner.window.here };
      this.#points.set(path, file);
    }
    return file.points;
  }
}
