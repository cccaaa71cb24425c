import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Tally, Totals } from "./parts/totals.ts";

const MEGABYTE = 1_000_000;
const CHUNK_CHARS = 1_000_000;
const CLASSES_PER_PACKAGE = 20;
const LINES_MAX = 600;

/**
 * Writes a Cobertura report of about a size, shaped like coverage.py's: packages of classes, one class a file, no
 * methods, one line in nine with two ways or more. 100 MB hold about 2.7 million lines. The same size is the same
 * report.
 */
export async function generateCobertura(path: string, sizeMb: number): Promise<Totals> {
  const random = sequence(0xc0be);
  const lines = { covered: 0, total: 0 };
  const branches = { covered: 0, total: 0 };
  let files = 0;
  await writeUntil(path, sizeMb * MEGABYTE, {
    head: HEAD,
    next: () => {
      const folder = `package_${files / CLASSES_PER_PACKAGE}`;
      let text = `<package name="${folder}" complexity="0">\n<classes>\n`;
      for (let index = 0; index < CLASSES_PER_PACKAGE; index += 1) {
        const made = oneClass(`module_${files}.py`, folder, random);
        add(lines, made.lines);
        add(branches, made.branches);
        files += 1;
        text += made.text;
      }
      return `${text}</classes>\n</package>\n`;
    },
    tail: "</packages>\n</coverage>\n",
  });
  return { files, lines, branches, functions: null };
}

const HEAD = `<?xml version="1.0" ?>
<coverage version="7.6.1" timestamp="1700000000000" complexity="0">
<sources>
<source>/build/app</source>
</sources>
<packages>
`;

interface Made {
  readonly text: string;
  readonly lines: Tally;
  readonly branches: Tally;
}

function oneClass(name: string, folder: string, random: () => number): Made {
  const lines = { covered: 0, total: 0 };
  const branches = { covered: 0, total: 0 };
  const count = 1 + Math.floor(random() * LINES_MAX);
  let text = "";
  let number = 0;
  for (let index = 0; index < count; index += 1) {
    number += 1 + Math.floor(random() * 2.4);
    const hits = random() < 0.78 ? 1 + Math.floor(random() * random() * 3_000) : 0;
    let more = "";
    if (random() < 0.11) {
      const total = random() < 0.9 ? 2 : 3 + Math.floor(random() * 6);
      const covered = hits === 0 ? 0 : 1 + Math.floor(random() * total);
      add(branches, { covered, total });
      more = ` branch="true" condition-coverage="${Math.floor((covered * 100) / total)}% (${covered}/${total})"`;
    }
    add(lines, { covered: hits > 0 ? 1 : 0, total: 1 });
    text += `<line number="${number}" hits="${hits}"${more}/>\n`;
  }
  const rates = `line-rate="${rate(lines)}" branch-rate="${rate(branches)}" complexity="0"`;
  const start = `<class name="${name}" filename="src/${folder}/${name}" ${rates}>\n<methods/>\n<lines>\n`;
  return { text: `${start}${text}</lines>\n</class>\n`, lines, branches };
}

function rate({ covered, total }: Tally): string {
  return total === 0 ? "0" : (covered / total).toFixed(4);
}

export function add(to: Tally, more: Readonly<Tally>): void {
  to.covered += more.covered;
  to.total += more.total;
}

/** Parts of a report: `next` is asked for until the size is reached. */
export interface ReportParts {
  readonly head: string;
  readonly next: () => string;
  readonly tail: string;
}

/** Writes parts to a file; none is made while the disk is busy. */
export async function writeUntil(path: string, sizeBytes: number, parts: ReportParts): Promise<void> {
  const stream = createWriteStream(path);
  let written = 0;
  let pending = parts.head;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(pending);
    pending = "";
    written += bytes.length;
    if (!stream.write(bytes)) await once(stream, "drain");
  };
  while (written + pending.length < sizeBytes) {
    pending += parts.next();
    if (pending.length > CHUNK_CHARS) await flush();
  }
  pending += parts.tail;
  await flush();
  stream.end();
  await finished(stream);
}

/** Numbers from 0 up to 1, the same for the same seed. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** `--size-mb N --out FILE`: generates and prints the totals as JSON. */
export async function generateFromArguments(
  generate: (path: string, sizeMb: number) => Promise<Totals>,
): Promise<void> {
  const { values } = parseArgs({ options: { "size-mb": { type: "string" }, out: { type: "string" } } });
  const sizeMb = Number(values["size-mb"] ?? "100");
  if (values.out === undefined || !(sizeMb > 0)) {
    console.error("wants --out FILE and --size-mb N");
    process.exitCode = 2;
    return;
  }
  console.log(JSON.stringify(await generate(values.out, sizeMb)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generateFromArguments(generateCobertura);
