import { fileURLToPath } from "node:url";
import { add, generateFromArguments, sequence, writeUntil } from "./generate-cobertura.ts";
import type { Tally, Totals } from "./parts/totals.ts";

const MEGABYTE = 1_000_000;
const FILES_PER_PACKAGE = 15;
const METHODS_MAX = 30;

/** By JaCoCo's counters, in its order. */
interface Counters {
  readonly instruction: Tally;
  readonly branch: Tally;
  readonly line: Tally;
}

/**
 * Writes a JaCoCo report of about a size, on one line as JaCoCo does: packages of classes with methods and their
 * counters, then the source files with their lines. 100 MB hold about 1.3 million lines. The same size is the same
 * report.
 */
export async function generateJacoco(path: string, sizeMb: number): Promise<Totals> {
  const random = sequence(0x1ac0c0);
  const sums = { ...counters(), method: tally() };
  let files = 0;
  let packages = 0;
  await writeUntil(path, sizeMb * MEGABYTE, {
    head: HEAD,
    next: () => {
      const name = `org/example/app/part${packages}`;
      packages += 1;
      let classes = "";
      let sources = "";
      for (let index = 0; index < FILES_PER_PACKAGE; index += 1) {
        const made = oneFile(`Module${files}`, name, random, sums);
        files += 1;
        classes += made.classes;
        sources += made.source;
      }
      return `<package name="${name}">${classes}${sources}</package>`;
    },
    tail: "</report>",
  });
  return { files, lines: sums.line, branches: sums.branch, functions: sums.method };
}

const DOCTYPE = '<!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">';
const SESSION = '<sessioninfo id="bench" start="1700000000000" dump="1700000001000"/>';
const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${DOCTYPE}<report name="generated">${SESSION}`;

function oneFile(
  name: string,
  folder: string,
  random: () => number,
  sums: Counters & { readonly method: Tally },
): { readonly classes: string; readonly source: string } {
  const inFile = counters();
  const method = tally();
  let methods = "";
  let lines = "";
  let next = 10;
  const count = 1 + Math.floor(random() * METHODS_MAX);
  for (let index = 0; index < count; index += 1) {
    const made = oneMethod(next, random);
    const isHit = made.counted.line.covered > 0 ? 1 : 0;
    const own = counter("METHOD", { covered: isHit, total: 1 });
    const all = `${written(made.counted)}${counter("COMPLEXITY", { covered: isHit, total: 1 })}${own}`;
    methods += `<method name="method${index}" desc="(Ljava/lang/String;I)V" line="${next}">${all}</method>`;
    lines += made.lines;
    next = made.next + 3;
    addAll(inFile, made.counted);
    add(method, { covered: isHit, total: 1 });
  }
  addAll(sums, inFile);
  add(sums.method, method);
  const all = `${written(inFile)}${counter("METHOD", method)}`;
  return {
    classes: `<class name="${folder}/${name}" sourcefilename="${name}.java">${methods}${all}</class>`,
    source: `<sourcefile name="${name}.java">${lines}${all}</sourcefile>`,
  };
}

function oneMethod(
  first: number,
  random: () => number,
): { readonly lines: string; readonly counted: Counters; readonly next: number } {
  const counted = counters();
  const isCalled = random() < 0.8;
  const count = 1 + Math.floor(random() * random() * 40);
  let lines = "";
  let nr = first;
  for (let index = 0; index < count; index += 1) {
    const total = 1 + Math.floor(random() * 8);
    const ci = !isCalled || random() < 0.12 ? 0 : random() < 0.1 ? Math.ceil(total / 2) : total;
    const ways = random() < 0.12 ? (random() < 0.8 ? 2 : 4) : 0;
    const cb = ci === 0 ? 0 : Math.floor(random() * (ways + 1));
    add(counted.instruction, { covered: ci, total });
    add(counted.branch, { covered: cb, total: ways });
    add(counted.line, { covered: ci === 0 ? 0 : 1, total: 1 });
    lines += `<line nr="${nr}" mi="${total - ci}" ci="${ci}" mb="${ways - cb}" cb="${cb}"/>`;
    nr += 1 + Math.floor(random() * 1.6);
  }
  return { lines, counted, next: nr };
}

function tally(): Tally {
  return { covered: 0, total: 0 };
}

function counters(): Counters {
  return { instruction: tally(), branch: tally(), line: tally() };
}

function addAll(to: Counters, more: Counters): void {
  add(to.instruction, more.instruction);
  add(to.branch, more.branch);
  add(to.line, more.line);
}

function written({ instruction, branch, line }: Counters): string {
  return `${counter("INSTRUCTION", instruction)}${counter("BRANCH", branch)}${counter("LINE", line)}`;
}

/** As JaCoCo does, nothing for what there is none of. */
function counter(type: string, { covered, total }: Tally): string {
  return total === 0 ? "" : `<counter type="${type}" missed="${total - covered}" covered="${covered}"/>`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generateFromArguments(generateJacoco);
