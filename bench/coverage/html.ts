import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { middle, rowOf } from "../harness/rounds.ts";
import type { Row } from "../harness/row.ts";
import { bundleCommand } from "./parts/bundle-command.ts";
import { sourceRepository } from "./parts/source-repository.ts";

export const rounds = 3;
export const durability = "pages as the system's cache keeps them; the ledger's record of their digests FULL";

const NAME = "html-5000";
const FILES = 5_000;
const SECONDS_MAX = 10;
const MEGABYTES_MAX = 30;
const MEGABYTE = 1_000_000;
const TIMEOUT_MS = 120_000;

/** `coverage artifacts` as a whole, XML and JSON of the whole and two components too; the size is that of all pages. */
export async function rows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-bench-"));
  try {
    const program = await bundleCommand(join(folder, "program"));
    const root = join(folder, "repository");
    const written = sourceRepository(root, FILES);
    const seconds: number[] = [];
    let size = { pages: 0, bytes: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const out = join(folder, `out-${round}`);
      const startedMs = performance.now();
      const args = [program, "coverage", "artifacts", "--out", out, "--json"];
      const end = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", timeout: TIMEOUT_MS });
      seconds.push((performance.now() - startedMs) / 1000);
      if (end.status !== 0) return [refused(`the command ended with ${end.status}: ${end.stdout}${end.stderr}`)];
      size = sizeOfPages(out);
      rmSync(out, { recursive: true });
      if (size.pages < FILES) return [refused(`${size.pages} pages for ${FILES} files`)];
    }
    const megabytes = size.bytes / MEGABYTE;
    const info = {
      ...written,
      pages: size.pages,
      megabytes: Math.round(megabytes * 10) / 10,
      targets: [
        { what: "s", asked: SECONDS_MAX, goal: SECONDS_MAX, reached: middle(seconds) },
        { what: "MB", asked: MEGABYTES_MAX, goal: MEGABYTES_MAX, reached: megabytes },
      ],
    };
    return [rowOf(NAME, "s", seconds, {}, info)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sizeOfPages(folder: string): { pages: number; bytes: number } {
  const inside = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.includes("/html/"));
  const files = inside.map((path) => ({ path, status: statSync(join(folder, path)) }));
  const pages = files.filter(({ path, status }) => status.isFile() && path.includes("/html/f/"));
  const bytes = files.reduce((sum, { status }) => sum + (status.isFile() ? status.size : 0), 0);
  return { pages: pages.length, bytes };
}

function refused(reason: string): Row {
  const info = { refused: reason.slice(0, 2_000) };
  return { name: NAME, value: null, unit: "s", low: null, high: null, ratios: {}, info };
}
