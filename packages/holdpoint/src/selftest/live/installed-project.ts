import { createHash } from "node:crypto";
import { recordInstall } from "@holdpoint/collectors";
import { commitAll, writeFiles } from "../../io/plant-files.ts";

const integrity = `sha512-${createHash("sha512").update("the archive of the plant").digest("base64")}`;
const router = { version: "2.3.4", integrity, license: "MIT", dependencies: { tiny: "1.0.0" } };
const tiny = { version: "1.0.0", integrity, license: "ISC" };
const installed = { "node_modules/router": router, "node_modules/tiny": tiny };
const root = { name: "plant", version: "1.0.0", dependencies: { router: "2.3.4" } };

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function lockfile(packages: object): string {
  return json({ name: "plant", version: "1.0.0", lockfileVersion: 3, requires: true, packages });
}

/** A project as `npm ci` leaves it, without a network: one direct and one transitive package, recorded. */
export async function installedProject(folder: string): Promise<void> {
  writeFiles(folder, {
    ".gitignore": "node_modules/\n",
    "package.json": json(root),
    "package-lock.json": lockfile({ "": root, ...installed }),
    "node_modules/.package-lock.json": lockfile(installed),
    "node_modules/router/package.json": json({ name: "router", version: "2.3.4", license: "MIT" }),
    "node_modules/router/index.js": "module.exports = () => 404;\n",
    "node_modules/tiny/package.json": json({ name: "tiny", version: "1.0.0", license: "ISC" }),
  });
  commitAll(folder);
  await recordInstall(folder);
}
