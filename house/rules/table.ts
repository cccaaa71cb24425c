/** Which room may import which: DESIGN section 4. `holdpoint` may import all but the dashboard's source and testkit. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  ledger: ["core"],
  kit: ["core"],
  collectors: ["core"],
  gates: ["core"],
  drills: ["core", "kit"],
  release: ["core", "ledger", "gates"],
  gateway: ["core", "kit", "ledger"],
  holdpoint: ["core", "ledger", "kit", "collectors", "drills", "gates", "release", "gateway"],
  dashboard: ["core"],
  testkit: ["core"],
};

/** Room of tests' helpers: tests may import it, nothing else may. */
export const TESTKIT = "testkit";

/** Node's modules that neither read nor write anything outside the process. Whatever is not here counts as I/O. */
export const PURE_BUILTINS: ReadonlySet<string> = new Set([
  "assert",
  "assert/strict",
  "async_hooks",
  "buffer",
  "crypto",
  "diagnostics_channel",
  "events",
  "path",
  "path/posix",
  "path/win32",
  "querystring",
  "stream",
  "stream/promises",
  "string_decoder",
  "test",
  "url",
  "util",
  "util/types",
  "zlib",
]);

/** All that core may import of Node. */
export const CORE_BUILTINS: ReadonlySet<string> = new Set(["crypto"]);
