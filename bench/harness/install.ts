import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { isInstallCurrent, recordInstallState } from "../../scripts/bootstrap/install-state.js";
import { npmCi } from "../../scripts/bootstrap/npm-ci.js";

const STDERR = 2;

/** Installs the bench's own packages when its lockfile is not the one that was installed. */
export async function installPackages(bench: string): Promise<void> {
  if (!existsSync(join(bench, "package-lock.json")) || isInstallCurrent(bench)) return;
  const { exitCode, reason } = await npmCi(bench);
  if (exitCode !== 0) throw new Error(`the bench's own packages cannot be installed: ${reason}`);
  recordInstallState(bench);
}

/** Installs the Debian packages that are named and absent. */
export function installDebianPackages(names: readonly string[]): void {
  const absent = names.filter((name) => spawnSync("dpkg-query", ["--show", name]).status !== 0);
  if (absent.length === 0) return;
  const args = ["install", "--yes", "--no-install-recommends", ...absent];
  const end = spawnSync("apt-get", args, { stdio: ["ignore", STDERR, STDERR] });
  if (end.status !== 0) throw new Error(`apt-get cannot install ${absent.join(", ")}`);
}
