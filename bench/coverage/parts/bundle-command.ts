import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Bundles the command as it is published, from the source as it stands; gives the path of its program. */
export async function bundleCommand(folder: string): Promise<string> {
  const before = process.cwd();
  // The configuration looks for its entries from where it is loaded.
  process.chdir(ROOT);
  try {
    const { default: config } = (await import(join(ROOT, "rolldown.config.js"))) as { default: { output: object } };
    await build({ ...config, cwd: ROOT, logLevel: "silent", output: { ...config.output, dir: folder } });
  } finally {
    process.chdir(before);
  }
  return join(folder, "holdpoint.js");
}
