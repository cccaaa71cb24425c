import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkSkeleton } from "@holdpoint/gates/development";
import { registerCheck } from "./register-check.ts";

/** Writes the files of a new check and registers it in its gate; gives the paths that it wrote. Overwrites nothing. */
export function newCheck(root: string, gate: string, id: string, title: string): string[] {
  const files = checkSkeleton({ gate, id, title });
  const gateFile = `packages/gates/src/gates/${gate}.ts`;
  const registered = registerCheck(readFileSync(join(root, gateFile), "utf8"), gate, id);
  const existing = Object.keys(files).filter((path) => existsSync(join(root, path)));
  if (existing.length > 0) throw new Error(`${existing.join(", ")} exists already`);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  writeFileSync(join(root, gateFile), registered);
  return [...Object.keys(files), gateFile];
}
