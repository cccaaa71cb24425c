import type { Config } from "@holdpoint/core";
import type { ExceptionStates, GovernanceException, Signer } from "@holdpoint/ledger";
import {
  exceptionStates,
  governanceFile,
  governanceKey,
  makeSigner,
  readGovernanceFiles,
  signGovernance,
} from "@holdpoint/ledger";
import { GOVERNANCE_FOLDER } from "@holdpoint/release";
import { parseRegister } from "../../coverage/exceptions/parse-register.ts";
import { syncRows } from "../../coverage/exceptions/sync-rows.ts";
import { NEW_REGISTER, writeRegister } from "../../coverage/exceptions/write-register.ts";
import { commitAll, editFile, git, writeFiles } from "../../io/plant-files.ts";
import type { LivePlant } from "../live-plant.ts";

const REGISTER = "docs/coverage-exceptions.md";
const SOURCE = "src/device.js";
const LCOV = "reports/lcov.info";

const CONFIG: Partial<Config> = {
  coverage: {
    reports: [{ id: "all", format: "lcov", files: [LCOV], shard: null, context: null }],
    source: ["src/*.js"],
    exclude: [],
    components: [
      {
        id: "src",
        paths: ["src/**"],
        floors: { lines: 90 },
        maxUncovered: {},
        shards: [],
        tags: [],
        critical: false,
        advisoryUntil: null,
      },
    ],
    contexts: [],
    tests: [],
    register: REGISTER,
  },
};

const EXCEPTION: GovernanceException = {
  schema: "holdpoint/exception/v1",
  id: "cov-20260101-00000000",
  path: SOURCE,
  metric: "lines",
  type: "platform",
  rationale: "runs only where the device is plugged in",
  mitigation: "tried by hand with the device before a release",
  atDecision: { covered: 1, total: 2 },
  nextReviewAt: "2098-01-01T00:00:00Z",
  owner: "Ada",
  approver: "Grace",
  createdAt: "2026-01-01T00:00:00Z",
  expiresAt: "2099-01-01T00:00:00Z",
};

/** The end of an exception must lie in the future whenever the plant is planted. */
const PARAMS = { "not-expired": { maxDays: 40_000, warnDays: 14 } };
const EXCEPTION_FILE = `${GOVERNANCE_FOLDER}/${governanceFile("exception", EXCEPTION.id)}`;

interface People {
  readonly ada: Signer;
  readonly grace: Signer;
}

const people = (): People => ({ ada: makeSigner().signer, grace: makeSigner().signer });

/** A half-covered file, and a decision of two people about it. */
function decided(exception: GovernanceException): (folder: string) => Promise<void> {
  return async (folder) => {
    writeFiles(folder, {
      "package.json": '{"name":"plant","version":"1.0.0","type":"module"}\n',
      [SOURCE]: "export const plug = () =>\n  1;\n",
      [LCOV]: `TN:\nSF:${SOURCE}\nDA:1,1\nDA:2,0\nLF:2\nLH:1\nend_of_record\n`,
      ...decision(exception, people()),
    });
    commitAll(folder);
  };
}

/** The signed record, the keys that signed it, and the register that shows it. */
function decision(exception: GovernanceException, { ada, grace }: People): Record<string, string> {
  const keys = [
    { owner: "Ada", signer: ada },
    { owner: "Grace", signer: grace },
  ].map(({ owner, signer }) => {
    const id = owner.toLowerCase();
    const record = governanceKey(signer, { id, owner, use: "person", createdAt: exception.createdAt });
    return [`${GOVERNANCE_FOLDER}/${governanceFile("key", id)}`, signGovernance("key", record, [signer])] as const;
  });
  const text = signGovernance("exception", exception, [ada, grace]);
  const file = governanceFile("exception", exception.id);
  const files = [...keys, [`${GOVERNANCE_FOLDER}/${file}`, text] as const];
  const { states } = statesOf(files);
  const register = parseRegister(NEW_REGISTER, REGISTER);
  return { ...Object.fromEntries(files), [REGISTER]: writeRegister(register, syncRows([], states, null)) };
}

function statesOf(files: readonly (readonly [path: string, text: string])[]): ExceptionStates {
  const inside = files.map(([path, text]) => ({
    kind: path.includes("/keys/") ? ("key" as const) : ("exception" as const),
    file: path.slice(GOVERNANCE_FOLDER.length + 1),
    bytes: Buffer.from(text),
  }));
  return exceptionStates(readGovernanceFiles(inside));
}

const plant = (own: Pick<LivePlant, "id" | "harms" | "expect" | "harm">): LivePlant => ({
  gate: "exceptions",
  config: CONFIG,
  params: PARAMS,
  sound: decided(EXCEPTION),
  ...own,
});

export const plants: readonly LivePlant[] = [
  plant({
    id: "end-moved",
    harms: "the end of a signed exception is moved by hand in its record",
    expect: { check: "register-readable", outcome: "fail", code: "record-untrusted" },
    harm: async (folder) =>
      editFile(folder, EXCEPTION_FILE, (bytes) => {
        const envelope = JSON.parse(bytes.toString("utf8")) as { payload: string };
        const payload = Buffer.from(envelope.payload, "base64").toString("utf8").replace("2099-", "2199-");
        return JSON.stringify({ ...envelope, payload: Buffer.from(payload).toString("base64") });
      }),
  }),
  plant({
    id: "outlived",
    harms: "an exception has ended, and both signed it",
    expect: { check: "not-expired", outcome: "fail", code: "expired" },
    harm: async (folder) => {
      const ends = { nextReviewAt: "2026-01-15T00:00:00Z", expiresAt: "2026-02-01T00:00:00Z" };
      writeFiles(folder, decision({ ...EXCEPTION, ...ends }, people()));
      git(folder, "add", "--all");
    },
  }),
  plant({
    id: "file-gone",
    harms: "the file was removed and its exception stayed open",
    expect: { check: "file-exists", outcome: "fail", code: "no-file" },
    harm: async (folder) => void git(folder, "rm", "--quiet", SOURCE),
  }),
  plant({
    id: "typed-over",
    harms: "another owner was typed into the register",
    expect: { check: "register-current", outcome: "fail", code: "register-differs" },
    harm: async (folder) =>
      editFile(folder, REGISTER, (bytes) => bytes.toString("utf8").replace("| Ada |", "| Nobody |")),
  }),
];
