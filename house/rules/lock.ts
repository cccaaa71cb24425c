/** The parts of an npm lockfile (format 3) that the rules look at. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

export interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const EXACT = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

/** Exact optional dependencies without an entry of their own: `npm ci` fails on them where `npm install` is silent. */
export function absentOptionals({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([owner, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([, range]) => EXACT.test(range))
      .filter(([name, range]) => {
        const found = resolve(packages, owner, name);
        return found?.version !== range || found.integrity === undefined;
      })
      .map(([name, range]) => `${owner === "" ? "the root" : owner}: ${name}@${range} has no entry with integrity`),
  );
}

/** Node looks for a package in the node_modules of its user, then of every folder above. */
function resolve(packages: Lock["packages"], owner: string, name: string): LockEntry | undefined {
  for (let folder = owner; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    const found = packages[`${folder === "" ? "" : `${folder}/`}node_modules/${name}`];
    if (found !== undefined || folder === "") return found;
    if (!folder.includes("node_modules/")) folder = "";
  }
}

/** Entries that name where they were fetched from: that host is nobody else's. */
export function resolvedHosts({ packages }: Lock): string[] {
  return Object.entries(packages)
    .filter(([, { resolved }]) => resolved !== undefined && /^[a-z+]+:\/\//i.test(resolved))
    .map(([path]) => path);
}

/** Installed packages without a digest. */
export function withoutIntegrity({ packages }: Lock): string[] {
  return Object.entries(packages)
    .filter(([path, entry]) => path.startsWith("node_modules/") && entry.link !== true && entry.integrity === undefined)
    .map(([path]) => path);
}

/** Packages that run a script when they are installed, other than the allowed. */
export function installScripts({ packages }: Lock, allowed: readonly string[]): string[] {
  return Object.entries(packages)
    .filter(([path, entry]) => entry.hasInstallScript === true && !allowed.includes(path))
    .map(([path]) => path);
}
