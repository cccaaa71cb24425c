import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const READER = "coverage-reader-worker";
const WORKER = new URL(`../../../packages/collectors/src/io/coverage/${READER}.ts`, import.meta.url);

/** Bundles our reader as `rolldown.config.js` does what is published; gives the path of its program. */
export async function bundleOurs(folder: string): Promise<string> {
  await build({
    input: {
      ours: fileURLToPath(new URL("./ours-main.ts", import.meta.url)),
      [READER]: fileURLToPath(WORKER),
    },
    platform: "node",
    external: [/^node:/],
    resolve: { conditionNames: ["holdpoint-source", "import", "node", "default"] },
    logLevel: "silent",
    output: { dir: folder, format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
  });
  writeFileSync(join(folder, "package.json"), '{"type":"module"}\n');
  return join(folder, "ours.js");
}
