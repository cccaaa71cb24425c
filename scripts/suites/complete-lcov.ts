import { globSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";

/**
 * Adds the source files that no test ever loaded, which node:test leaves out: all of their lines uncovered,
 * or none at all where nothing is left once the types are taken away. Paths stay relative to the root.
 */
export function completeLcov(root: string, lcov: string): string {
  const measured = new Set(Array.from(lcov.matchAll(/^SF:(.+)$/gm), (match) => match[1]));
  const sources = globSync("packages/*/src/**/*.ts", { cwd: root, exclude: ["**/*.test.ts", "**/node_modules/**"] })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !file.endsWith(".test.ts"))
    .toSorted();
  if (sources.length === 0) throw new Error("coverage: there is no source file");
  const absent = sources.filter((file) => !measured.has(file));
  return lcov + absent.map((file) => neverLoaded(file, readFileSync(join(root, file), "utf8"))).join("");
}

function neverLoaded(file: string, text: string): string {
  const lines = hasCode(text) ? text.replace(/\n$/, "").split("\n").length : 0;
  const data = Array.from({ length: lines }, (_, index) => `DA:${index + 1},0\n`).join("");
  return `TN:\nSF:${file}\nFNF:0\nFNH:0\nBRF:0\nBRH:0\n${data}LH:0\nLF:${lines}\nend_of_record\n`;
}

/** True where a program is left after type stripping; comments alone are none. */
function hasCode(text: string): boolean {
  const stripped = stripTypeScriptTypes(text, { mode: "strip" });
  return (
    stripped
      .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
      .replaceAll(/export\s*\{\s*\}|;/g, "")
      .trim() !== ""
  );
}
