import { globSync } from "node:fs";
import { basename } from "node:path";
import { defineConfig } from "rolldown";

/** Programs that a verb starts in a process or thread of its own: each needs a file with a name that stays. */
function workers() {
  const files = globSync("packages/*/src/**/*-{main,worker}.ts").toSorted();
  const entries = files.map((file) => [basename(file, ".ts"), file]);
  const names = new Set(entries.map(([name]) => name));
  if (names.size !== entries.length) throw new Error(`two workers have one name: ${files.join(", ")}`);
  return Object.fromEntries(entries);
}

export default defineConfig({
  input: { holdpoint: "packages/holdpoint/src/main.ts", ...workers() },
  platform: "node",
  external: [/^node:/],
  resolve: { conditionNames: ["holdpoint-source", "import", "node", "default"] },
  output: {
    dir: "packages/holdpoint/dist",
    format: "esm",
    // Flat, because workers are found beside the module that starts them.
    entryFileNames: "[name].js",
    chunkFileNames: "[name]-[hash].js",
    cleanDir: true,
  },
});
