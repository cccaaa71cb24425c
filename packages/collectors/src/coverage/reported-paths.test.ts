import assert from "node:assert/strict";
import { test } from "node:test";
import { PathResolver } from "../paths/resolve.ts";
import { NOTHING_COUNTED } from "./counts/file-counts.ts";
import { resolveReported } from "./reported-paths.ts";

const TRACKED = ["src/a.ts", "src/b.ts", "lib/b.ts", "lib/core.py", "other/core.py"];

function resolved(paths: readonly string[], folders?: readonly string[]): string[] {
  const files = new Map(paths.map((path) => [path, NOTHING_COUNTED]));
  const found = resolveReported(
    { files, ...(folders === undefined ? {} : { folders }) },
    new PathResolver(TRACKED, "/w"),
  );
  return [
    ...[...found.resolved].map(([reported, path]) => `${reported} = ${path}`),
    ...found.unresolved.map(({ reported, why, candidates }) => `${reported} ${why} ${candidates.join()}`),
  ].sort();
}

test("each path of a report is judged once, and two are never the same file", () => {
  assert.deepEqual(resolved(["src/a.ts", "/w/src/b.ts"]), ["/w/src/b.ts = src/b.ts", "src/a.ts = src/a.ts"]);
  assert.deepEqual(resolved(["/app/src/a.ts"]), ["/app/src/a.ts = src/a.ts"]);
  assert.deepEqual(resolved(["src/a.ts", "/app/src/a.ts"]), [
    "/app/src/a.ts ambiguous src/a.ts",
    "src/a.ts = src/a.ts",
  ]);
  assert.deepEqual(resolved(["/app/src/a.ts", "/b/src/a.ts"]), [
    "/app/src/a.ts ambiguous src/a.ts",
    "/b/src/a.ts ambiguous src/a.ts",
  ]);
  assert.deepEqual(resolved(["b.ts", "../x.ts", "/w/gone.ts"]), [
    "../x.ts outside ",
    "/w/gone.ts unknown ",
    "b.ts ambiguous lib/b.ts,src/b.ts",
  ]);
});

test("the folders that a report names tell what its paths alone do not", () => {
  assert.deepEqual(resolved(["core.py"]), ["core.py ambiguous lib/core.py,other/core.py"]);
  assert.deepEqual(resolved(["core.py"], ["/w/lib"]), ["core.py = lib/core.py"]);
  assert.deepEqual(resolved(["core.py"], ["/build/x/lib/"]), ["core.py = lib/core.py"]);
  assert.deepEqual(resolved(["core.py"], ["/w/lib", "/w/other"]), ["core.py ambiguous lib/core.py,other/core.py"]);
  assert.deepEqual(resolved(["src/a.ts"], ["/w/lib"]), ["src/a.ts = src/a.ts"]);
  assert.deepEqual(resolved(["nowhere.py"], ["/w/lib"]), ["nowhere.py unknown "]);
});
