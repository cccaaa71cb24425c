import { createWriteStream } from "node:fs";
import { once } from "node:events";
import type { Totals } from "./parts/totals.ts";
import { add } from "./parts/totals.ts";

const MEGABYTE = 1_000_000;
const BUFFER_BYTES = 4 * MEGABYTE;
const LINES_IN_FILE = 310;
const FUNCTIONS_IN_FILE = 8;
export const SERVICES = 97;
const AREAS = 13;

/**
 * Writes an LCOV report of about `sizeMb` megabytes as a large program's would be: at 200 some 34,000 files with 10
 * million lines and 4 million branches. The same size gives the same bytes. `filesMax` ends it sooner.
 */
export async function generateLcov(
  path: string,
  sizeMb: number,
  filesMax: number = Number.POSITIVE_INFINITY,
): Promise<Totals> {
  const random = generator(7);
  const totals = { files: 0, lines: { covered: 0, total: 0 }, branches: { covered: 0, total: 0 } };
  const functions = { covered: 0, total: 0 };
  const stream = createWriteStream(path);
  let text = "TN:\n";
  let sizeBytes = 0;
  while (sizeBytes + text.length < sizeMb * MEGABYTE && totals.files < filesMax) {
    text += section(totals.files, random, totals, functions);
    totals.files += 1;
    if (text.length >= BUFFER_BYTES) {
      sizeBytes += text.length;
      if (!stream.write(text)) await once(stream, "drain");
      text = "";
    }
  }
  stream.end(text);
  await once(stream, "finish");
  return { ...totals, functions };
}

/** Path of the n-th source file of the program that is reported on. */
export function modulePath(index: number): string {
  return `packages/service-${index % SERVICES}/src/area-${index % AREAS}/module-${index}.ts`;
}

function section(
  index: number,
  random: (below: number) => number,
  totals: Pick<Totals, "lines" | "branches">,
  functions: { covered: number; total: number },
): string {
  const out: string[] = [`SF:${modulePath(index)}`];
  const called: number[] = [];
  for (let each = 0; each < FUNCTIONS_IN_FILE; each += 1) {
    called.push(random(4) === 0 ? 0 : random(1_000) + 1);
    out.push(`FN:${each * 40 + 3},handle${each}Of${index}`);
  }
  called.forEach((count, each) => out.push(`FNDA:${count},handle${each}Of${index}`));
  const calledCount = called.filter((count) => count > 0).length;
  out.push(`FNF:${FUNCTIONS_IN_FILE}`, `FNH:${calledCount}`);
  let line = 0;
  let hit = 0;
  const branchLines: number[] = [];
  for (let each = 0; each < LINES_IN_FILE; each += 1) {
    line += 1 + random(3);
    const hits = random(5) === 0 ? 0 : 1 + random(random(4) === 0 ? 1_000_000 : 600);
    if (hits > 0) hit += 1;
    out.push(`DA:${line},${hits}`);
    if (random(11) < 2) branchLines.push(line);
  }
  out.push(`LF:${LINES_IN_FILE}`, `LH:${hit}`);
  let taken = 0;
  branchLines.forEach((at, block) => {
    const isReached = random(6) > 0;
    for (let branch = 0; branch < 2; branch += 1) {
      const count = isReached ? random(3) * random(200) : 0;
      if (count > 0) taken += 1;
      out.push(`BRDA:${at},${block},${branch},${isReached ? count : "-"}`);
    }
  });
  out.push(`BRF:${branchLines.length * 2}`, `BRH:${taken}`, "end_of_record", "");
  add(totals.lines, { covered: hit, total: LINES_IN_FILE });
  add(totals.branches, { covered: taken, total: branchLines.length * 2 });
  add(functions, { covered: calledCount, total: FUNCTIONS_IN_FILE });
  return out.join("\n");
}

/** Numbers from 0 to below a bound, the same for the same seed. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
