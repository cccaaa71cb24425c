import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { ROOT } from "../scripts/root.ts";
import { treeCopy } from "./plants/tree-copy.ts";

const LIBRARIES: readonly string[] = ["core", "ledger", "collectors", "gates", "release"];
/** Packages of others that a library has at run time. */
const FOREIGN: readonly string[] = ["ajv"];

function npm(...args: string[]): [string, string[]] {
  const own = process.env["npm_execpath"];
  return own?.endsWith(".js") === true ? [process.execPath, [own, ...args]] : ["npm", args];
}

/** Builds and packs the repository, and unpacks what would be published into a folder of its own. */
function installPacked(folder: string, tree: string): void {
  const built = spawnSync(process.execPath, ["scripts/build.ts"], { cwd: tree, encoding: "utf8" });
  assert.equal(built.status, 0, built.stdout + built.stderr);
  const packages = [...LIBRARIES, "holdpoint"];
  const [program, args] = npm(
    "pack",
    "--json",
    "--pack-destination",
    folder,
    ...packages.map((name) => `./packages/${name}`),
  );
  const packed = JSON.parse(execFileSync(program, args, { cwd: tree, encoding: "utf8" })) as unknown;
  const tarballs = (Array.isArray(packed) ? packed : Object.values(packed as object)) as {
    name: string;
    filename: string;
  }[];
  assert.equal(tarballs.length, packages.length);
  for (const { name, filename } of tarballs) {
    const target = join(folder, "node_modules", name);
    mkdirSync(target, { recursive: true });
    execFileSync("tar", ["-xzf", join(folder, filename), "-C", target, "--strip-components=1"]);
    assert.equal(existsSync(join(target, "src")), false, `${name} publishes its source`);
    const files = readdirSync(target, { recursive: true, encoding: "utf8" });
    assert.deepEqual(
      files.filter((file) => /\.test\.|\.tsbuildinfo$/.test(file)),
      [],
      name,
    );
  }
}

test("what would be published works on its own", (t) => {
  const folder = scratch(t, { "package.json": `{"type": "module"}` });
  installPacked(folder, treeCopy(t));
  const run = (...args: string[]): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });

  const help = run("node_modules/holdpoint/bin/holdpoint.js", "--help");
  assert.equal(help.status, 0, String(help.stderr));
  assert.match(String(help.stdout), /promote/);

  const explained = run("node_modules/holdpoint/bin/holdpoint.js", "explain", "--json");
  assert.equal(typeof JSON.parse(String(explained.stdout)), "object");

  for (const name of FOREIGN) symlinkSync(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
  for (const name of LIBRARIES) {
    const script = `const m = await import("@holdpoint/${name}"); console.log(Object.keys(m).length);`;
    const imported = run("--input-type=module", "--eval", script);
    assert.equal(imported.status, 0, `${name}: ${String(imported.stderr)}`);
    assert.ok(Number(imported.stdout) > 0, `${name} exports nothing`);
  }
});
