import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { FIXTURE_GATES, FIXTURE_YAML } from "./fixture.ts";
import { readConfig } from "./read-config.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readConfig(bytes(text), "holdpoint.yaml", FIXTURE_GATES);

describe("a whole configuration", () => {
  test("every default is filled in and every duration is in milliseconds", () => {
    assert.deepEqual(read(FIXTURE_YAML), {
      version: 1,
      service: "my-service",
      environment: "release",
      suites: [
        {
          id: "unit",
          run: ["node", "--test"],
          timeoutMs: 120_000,
          results: ["reports/junit/*.xml"],
          writes: [],
          alone: true,
          judged: true,
          reason: null,
          shard: null,
        },
      ],
      repository: { versionFiles: [], changelog: null },
      coverage: null,
      dependencies: null,
      drills: null,
      profiles: {
        release: {
          gates: [
            { id: "candidate", blocking: true, checks: {} },
            { id: "tests", blocking: true, checks: { "skipped-within-limit": { max: 3 } } },
          ],
          requireGates: ["candidate", "tests"],
          requireSections: [],
          maxAgeMs: { "*": 86_400_000 },
          baseline: "last-promoted",
          firstRelease: "refuse",
        },
      },
    });
  });

  test("everything that can be said is read", () => {
    const config = read(`version: 1
service: "@scope/name"
environment: staging
suites:
  - { id: kill, judged: false, reason: takes ten minutes }
  - { id: imported, results: [build/test-results/**/*.xml], writes: [a.info] }
repository: { versionFiles: [package.json], changelog: CHANGELOG.md }
coverage:
  reports: [{ id: all, format: lcov, files: [a.info] }]
  source: ["src/**/*.ts"]
  exclude: ["**/*.test.ts"]
dependencies: { manager: npm }
drills: { gateway: { command: [npx, holdpoint, gateway, start] } }
profiles:
  pr:
    gates: { tests: { blocking: false }, candidate: }
    requireGates: [gone-gate]
    requireSections: [L, X]
    maxAge: { "*": 7d, test-results: 1h }
    baseline: window:5
    firstRelease: allow
`);
    assert.equal(config.environment, "staging");
    assert.deepEqual(config.suites[0], {
      id: "kill",
      run: null,
      timeoutMs: 600_000,
      results: [],
      writes: [],
      alone: true,
      judged: false,
      reason: "takes ten minutes",
      shard: null,
    });
    assert.deepEqual(config.repository, { versionFiles: ["package.json"], changelog: "CHANGELOG.md" });
    assert.deepEqual(config.coverage?.exclude, ["**/*.test.ts"]);
    assert.deepEqual(config.coverage?.reports[0], {
      id: "all",
      format: "lcov",
      files: ["a.info"],
      shard: null,
      context: null,
    });
    assert.deepEqual(config.dependencies, { manager: "npm", folder: "." });
    assert.deepEqual(config.drills, { gateway: { command: ["npx", "holdpoint", "gateway", "start"] } });
    const { pr } = config.profiles;
    assert.deepEqual(
      pr?.gates.map(({ id, blocking }) => [id, blocking]),
      [
        ["tests", false],
        ["candidate", true],
      ],
    );
    assert.deepEqual(pr?.requireGates, ["gone-gate"]);
    assert.deepEqual(pr?.maxAgeMs, { "*": 604_800_000, "test-results": 3_600_000 });
    assert.equal(pr?.baseline, "window:5");
    assert.equal(pr?.firstRelease, "allow");
  });

  test("an advisory gate is not required by default", () => {
    const config = read(FIXTURE_YAML.replace("blocking: true", "blocking: false"));
    assert.deepEqual(config.profiles["release"]?.requireGates, ["candidate"]);
  });

  test("a byte order mark and Windows line ends change nothing", () => {
    const plain = read(FIXTURE_YAML);
    assert.deepEqual(read(`\uFEFF${FIXTURE_YAML}`), plain);
    assert.deepEqual(read(FIXTURE_YAML.replaceAll("\n", "\r\n")), plain);
  });

  test("an anchor may be used a few times", () => {
    const shared =
      "suites:\n  - { id: a, run: &run [node], results: [a.xml] }\n  - { id: b, run: *run, results: [b.xml] }";
    const config = read(FIXTURE_YAML.replace(/suites:[\s\S]*?xml\]/, shared));
    assert.deepEqual(
      config.suites.map(({ run }) => run),
      [["node"], ["node"]],
    );
  });

  test("drills that have nothing to start have no gateway, and a command is never empty", () => {
    const withDrills = (drills: string): string => `${FIXTURE_YAML}\ndrills: ${drills}\n`;
    assert.deepEqual(read(withDrills("{}")).drills, { gateway: null });
    for (const wrong of [
      "{ gateway: {} }",
      "{ gateway: { command: [] } }",
      "{ gateway: { command: [1] } }",
      "{ soak: {} }",
    ]) {
      assert.throws(() => read(withDrills(wrong)), HoldpointError, wrong);
    }
  });
});

interface Refused {
  readonly what: string;
  readonly yaml: string;
  readonly code: string;
  /** `line:column` */
  readonly at: string;
  readonly says: RegExp;
}

const changed = (from: string, to: string): string => {
  assert.ok(FIXTURE_YAML.includes(from), `the fixture holds ${from}`);
  return FIXTURE_YAML.replace(from, to);
};

const REFUSED: readonly Refused[] = [
  {
    what: "an unknown key",
    yaml: changed("blocking: true", "blokcing: true"),
    code: "HP-CONFIG-UNKNOWN-KEY",
    at: "13:9",
    says: /profiles\.release\.gates\.tests has no key "blokcing"; did you mean "blocking"\?$/,
  },
  {
    what: "an unknown key at the top",
    yaml: changed("service:", "servcie:"),
    code: "HP-CONFIG-VALUE",
    at: "1:1",
    says: /needs the key "service" \(and 1 more problem below\)/,
  },
  {
    what: "an unknown key that resembles nothing",
    yaml: `${FIXTURE_YAML}zzzzzzzzzz: 1\n`,
    code: "HP-CONFIG-UNKNOWN-KEY",
    at: "16:1",
    says: /^the document has no key "zzzzzzzzzz"$/,
  },
  {
    what: "a key given twice",
    yaml: changed("suites:", "service: other\nsuites:"),
    code: "HP-CONFIG-SYNTAX",
    at: "3:1",
    says: /unique/,
  },
  {
    what: "a bad duration",
    yaml: changed("timeout: 2m", "timeout: 2 minutes"),
    code: "HP-CONFIG-VALUE",
    at: "6:14",
    says: /suites\[0\]\.timeout is not of the right form: "2 minutes"; for example 500ms, 90s/,
  },
  {
    what: "a duration of nothing",
    yaml: changed("timeout: 2m", "timeout: 0s"),
    code: "HP-CONFIG-VALUE",
    at: "6:14",
    says: /right form/,
  },
  {
    what: "a number as duration",
    yaml: changed("timeout: 2m", "timeout: 120"),
    code: "HP-CONFIG-VALUE",
    at: "6:14",
    says: /must be string, not 120/,
  },
  {
    what: "a timeout longer than a day",
    yaml: changed("timeout: 2m", "timeout: 25h"),
    code: "HP-CONFIG-VALUE",
    at: "6:14",
    says: /longer than 24h/,
  },
  {
    what: "an unknown gate",
    yaml: changed("candidate: {}", "candidat: {}"),
    code: "HP-CONFIG-REFERENCE",
    at: "11:7",
    says: /no gate called "candidat"; did you mean "candidate"\?/,
  },
  {
    what: "an unknown check",
    yaml: changed("skipped-within-limit", "skiped-within-limit"),
    code: "HP-CONFIG-REFERENCE",
    at: "15:11",
    says: /no check of the gate "tests" called "skiped-within-limit"; did you mean/,
  },
  {
    what: "an unknown parameter",
    yaml: changed("max: 3", "maxx: 3"),
    code: "HP-CONFIG-REFERENCE",
    at: "15:35",
    says: /no parameter of tests\/skipped-within-limit called "maxx"; did you mean "max"\?/,
  },
  {
    what: "a parameter of another type",
    yaml: changed("max: 3", 'max: "3"'),
    code: "HP-CONFIG-VALUE",
    at: "15:40",
    says: /must be number like its default 0, not string/,
  },
  {
    what: "a list where an object is the default",
    yaml: changed("max: 3", "limits: [1]"),
    code: "HP-CONFIG-VALUE",
    at: "15:43",
    says: /must be object like its default {}, not array/,
  },
  {
    what: "an unknown kind of evidence",
    yaml: `${FIXTURE_YAML}    maxAge: { test-result: 1h }\n`,
    code: "HP-CONFIG-REFERENCE",
    at: "16:15",
    says: /did you mean "test-results"\?/,
  },
  {
    what: "an unknown section",
    yaml: `${FIXTURE_YAML}    requireSections: [L, Z]\n`,
    code: "HP-CONFIG-VALUE",
    at: "16:26",
    says: /requireSections\[1\]/,
  },
  {
    what: "a bad baseline",
    yaml: `${FIXTURE_YAML}    baseline: yesterday\n`,
    code: "HP-CONFIG-VALUE",
    at: "16:15",
    says: /last-promoted, pinned:v1, window:5/,
  },
  {
    what: "an id given twice",
    yaml: changed("    run:", "    results: [a.xml]\n  - id: unit\n    run:"),
    code: "HP-CONFIG-REFERENCE",
    at: "6:9",
    says: /"unit" is given twice in suites/,
  },
  {
    what: "a suite that is not judged, without a reason",
    yaml: changed("timeout: 2m", "judged: false"),
    code: "HP-CONFIG-VALUE",
    at: "4:5",
    says: /suites\[0\] needs the key "reason"$/,
  },
  {
    what: "a suite with neither command nor reports",
    yaml: changed("    run: [node, --test]\n", "").replace(/    results.*\n/, ""),
    code: "HP-CONFIG-VALUE",
    at: "4:5",
    says: /suites\[0\] needs one of the keys "run", "results"$/,
  },
  {
    what: "a path that leads out",
    yaml: changed("reports/junit/*.xml", "../other/*.xml"),
    code: "HP-CONFIG-VALUE",
    at: "7:15",
    says: /suites\[0\]\.results\[0\] is not of the right form/,
  },
  {
    what: "a path from the root of the machine",
    yaml: changed("reports/junit/*.xml", "/etc/*.xml"),
    code: "HP-CONFIG-VALUE",
    at: "7:15",
    says: /right form/,
  },
  {
    what: "another version",
    yaml: changed("version: 1", "version: 2"),
    code: "HP-CONFIG-VALUE",
    at: "1:10",
    says: /version must be 1, not 2/,
  },
  {
    what: "a profile without gates",
    yaml: changed("    gates:\n", "    gates: {}\n").replace(/      candidate[\s\S]*/, ""),
    code: "HP-CONFIG-VALUE",
    at: "10:12",
    says: /profiles\.release\.gates/,
  },
  {
    what: "a profile with a name that is none",
    yaml: changed("  release:", "  Release Day:"),
    code: "HP-CONFIG-VALUE",
    at: "9:3",
    says: /"Release Day" cannot be a name in profiles/,
  },
  {
    what: "a tab as indentation",
    yaml: changed("    run:", "\trun:"),
    code: "HP-CONFIG-SYNTAX",
    at: "5:1",
    says: /[Tt]ab/,
  },
  {
    what: "a list that is not closed",
    yaml: "version: 1\nservice: [a\n",
    code: "HP-CONFIG-SYNTAX",
    at: "3:1",
    says: /./,
  },
  {
    what: "a tag of its own",
    yaml: changed("my-service", "!!js/function evil"),
    code: "HP-CONFIG-SYNTAX",
    at: "2:10",
    says: /tag/,
  },
  {
    what: "two documents",
    yaml: `${FIXTURE_YAML}---\nversion: 1\n`,
    code: "HP-CONFIG-SYNTAX",
    at: "16:1",
    says: /document/,
  },
  {
    what: "an alias of nothing",
    yaml: changed("my-service", "*none"),
    code: "HP-CONFIG-SYNTAX",
    at: "2:10",
    says: /none/,
  },
  {
    what: "a NUL character",
    yaml: changed("my-service", "my\0service"),
    code: "HP-CONFIG-SYNTAX",
    at: "2:12",
    says: /NUL/,
  },
  { what: "nothing at all", yaml: "", code: "HP-CONFIG-SYNTAX", at: "1:1", says: /holds nothing/ },
  { what: "only a comment", yaml: "# later\n", code: "HP-CONFIG-SYNTAX", at: "1:1", says: /holds nothing/ },
  { what: "a list at the top", yaml: "- 1\n", code: "HP-CONFIG-VALUE", at: "1:1", says: /must be object/ },
];

describe("refused with code, line and column", () => {
  for (const { what, yaml, code, at, says } of REFUSED) {
    test(what, () => {
      assert.throws(
        () => read(yaml),
        (error: unknown) => {
          assert.ok(error instanceof HoldpointError, String(error));
          const { file, line, column } = error.place;
          assert.deepEqual([error.code, file, `${line}:${column}`], [code, "holdpoint.yaml", at], error.message);
          assert.match(error.message, says);
          return true;
        },
      );
    });
  }

  test("line and column are right with Windows line ends and a byte order mark", () => {
    const yaml = `\uFEFF${changed("max: 3", "maxx: 3").replaceAll("\n", "\r\n")}`;
    assert.throws(() => read(yaml), {
      code: "HP-CONFIG-REFERENCE",
      place: { file: "holdpoint.yaml", line: 15, column: 35 },
    });
  });
});

describe("hostile files", () => {
  test("a file that is too large is refused unread", () => {
    assert.throws(() => read(`# ${"x".repeat(300_000)}`), { code: "HP-CONFIG-SYNTAX", message: /more than the limit/ });
  });

  test("a file that is not text", () => {
    const binary = new Uint8Array([0xff, 0xfe, 0x00, 0x01]);
    assert.throws(() => readConfig(binary, "c.yaml", []), { code: "HP-CONFIG-SYNTAX", place: { file: "c.yaml" } });
  });

  test("a bomb of aliases is refused before it unfolds", () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `k${level + 1}: &a${level + 1} [${Array(10).fill(`*a${level}`).join(", ")}]`,
    );
    assert.throws(() => read(["k0: &a0 [x]", ...levels].join("\n")), { code: "HP-CONFIG-SYNTAX" });
  });

  test("brackets without end are refused", () => {
    assert.throws(() => read(`a: ${"[".repeat(100_000)}`), { code: "HP-CONFIG-SYNTAX" });
  });

  test("a key cannot reach the prototype", () => {
    assert.throws(() => read(`${FIXTURE_YAML}__proto__: { polluted: 1 }\n`), { code: "HP-CONFIG-UNKNOWN-KEY" });
    assert.equal(({} as { polluted?: number }).polluted, undefined);
  });
});
