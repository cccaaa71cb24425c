import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Harm } from "./harm/harms.ts";
import { HARMS, undo } from "./harm/harms.ts";
import { ROOT } from "./root.ts";

/**
 * Clones this repository, promotes it, then harms the clone in one small way after the other: each must hold for its
 * reason. Takes minutes, so it is no part of `npm test`. `npm run harm [GATE…]`
 */
const PROMOTE_TIMEOUT_MS = 1_800_000;
const asked = process.argv.slice(2);

interface Document {
  readonly verdict: string;
  readonly holdReasons: readonly { gate: string; check: string | null; code: string; text: string }[];
}

const folder = mkdtempSync(join(tmpdir(), "holdpoint-harm-"));
try {
  process.exitCode = harmClone(join(folder, "clone")) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function harmClone(clone: string): boolean {
  execFileSync("git", ["clone", "--quiet", ROOT, clone]);
  const head = execFileSync("git", ["rev-parse", "HEAD"], { cwd: clone, encoding: "utf8" }).trim();
  const sound = promote(clone, ["npm", "run", "-s", "promote", "--", "--json"]);
  console.log(row(sound.verdict === "PROMOTE", "sound", "nothing is harmed", sound.verdict));
  for (const reason of sound.holdReasons)
    console.log(`      ${reason.gate}/${reason.check} ${reason.code}: ${reason.text}`);
  if (sound.verdict !== "PROMOTE") return false;
  cpSync(join(clone, ".holdpoint"), join(folder, "holdpoint"), { recursive: true, verbatimSymlinks: true });
  cpSync(join(clone, "node_modules", "yaml"), join(folder, "yaml"), { recursive: true });
  const harms = HARMS.filter(({ gate }) => asked.length === 0 || asked.includes(gate));
  const held = harms.map((harm) => tryHarm(harm, clone, head));
  return held.length > 0 && held.every(Boolean);
}

function tryHarm(harm: Harm, clone: string, head: string): boolean {
  harm.apply(clone);
  if (harm.commit) {
    execFileSync(
      "git",
      ["-c", "user.name=Harm", "-c", "user.email=harm@holdpoint.invalid", "commit", "-qam", harm.what],
      { cwd: clone },
    );
  }
  const { verdict, holdReasons } = promote(clone, ["node", "packages/holdpoint/bin/holdpoint.js", "promote", "--json"]);
  const { check, code } = harm.expect;
  const found = holdReasons.find((one) => one.gate === harm.gate && one.check === check && one.code === code);
  const ok = verdict === "HOLD" && found !== undefined;
  const others = holdReasons.filter((one) => one !== found).map((one) => `${one.gate}/${one.check} ${one.code}`);
  console.log(
    row(
      ok,
      harm.gate,
      harm.what,
      `${verdict} ${check} ${code}: ${found?.text.slice(0, 160) ?? "not among the reasons"}`,
    ),
  );
  if (others.length > 0) console.log(`      also: ${others.slice(0, 8).join(", ")}`);
  undo(clone, head);
  for (const [from, to] of [
    ["holdpoint", ".holdpoint"],
    ["yaml", "node_modules/yaml"],
  ] as const) {
    rmSync(join(clone, to), { recursive: true });
    cpSync(join(folder, from), join(clone, to), { recursive: true, verbatimSymlinks: true });
  }
  return ok;
}

function promote(cwd: string, [program = "", ...args]: readonly string[]): Document {
  const { stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    timeout: PROMOTE_TIMEOUT_MS,
    maxBuffer: 1 << 28,
  });
  try {
    return JSON.parse(stdout) as Document;
  } catch {
    throw new Error(`promote printed no document: ${stdout.slice(0, 500)}${stderr.slice(-2000)}`);
  }
}

function row(ok: boolean, gate: string, what: string, seen: string): string {
  return `${ok ? "held" : "MISS"}  ${gate}: ${what}\n      ${seen}`;
}
