import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const NODE_MAJOR_MIN = 24;

/** Path of a Node ≥ 24: the pinned one of node_modules, else the running one if it is new enough, else null. */
export function findNode(root) {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${platform}-${process.arch}`;
  try {
    const manifest = createRequire(join(root, "package.json")).resolve(`${name}/package.json`);
    const binary = join(dirname(manifest), JSON.parse(readFileSync(manifest, "utf8")).bin.node);
    if (existsSync(binary)) return binary;
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
  }
  return Number(process.versions.node.split(".")[0]) >= NODE_MAJOR_MIN ? process.execPath : null;
}
