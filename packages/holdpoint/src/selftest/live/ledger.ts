import type { Candidate, LedgerBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { openRunLedger } from "@holdpoint/release";
import { changeMode, commitAll, editFile, namesIn, writeFiles } from "../../io/plant-files.ts";
import type { Gathered, LivePlant } from "../live-plant.ts";

const FOLDER = ".holdpoint";
const MARK = "a-record-to-be-changed";
/** Any instant: the log is judged for what it holds, not for when. */
const NOW_MS: number = Date.UTC(2026, 0, 1);

const open = (root: string, candidate: Candidate): ReturnType<typeof openRunLedger> =>
  openRunLedger({ root, candidate, run: "live", nowMs: () => NOW_MS });

const CANDIDATE: Candidate = {
  service: "live-plant",
  commit: "0".repeat(40),
  tree: "0".repeat(40),
  dirty: false,
  artifacts: [],
  configDigest: "",
  environment: "selftest",
};

/** A real ledger with a few groups of records. */
async function realLedger(root: string): Promise<void> {
  writeFiles(root, { "README.md": "a repository\n", ".gitignore": `${FOLDER}/\n` });
  commitAll(root);
  const ledger = await open(root, CANDIDATE);
  for (let group = 0; group < 3; group += 1) {
    ledger.append([{ kind: "note", run: "earlier", body: { digest: `sha256:${group}`, text: MARK } }]);
  }
  ledger.close();
}

async function inspect(root: string, candidate: Candidate): Promise<Gathered[]> {
  const ledger = await open(root, candidate);
  try {
    const body: LedgerBody = ledger.inspect([]);
    return [{ kind: KIND.ledger, samples: body.size, body }];
  } finally {
    ledger.close();
  }
}

/** Swaps one letter of a stored record, leaving every length as it was. */
function changeRecord(bytes: Buffer): Buffer {
  const at = bytes.lastIndexOf(MARK);
  if (at < 0) throw new Error("the record is not in the file");
  bytes.write("A", at, "latin1");
  return bytes;
}

/** A root is random, so a fixed letter would now and then be the one already there. */
const otherLetter = (letter: string): string => (letter === "A" ? "B" : "A");

const plant = (own: Pick<LivePlant, "id" | "harms" | "expect" | "harm">): LivePlant => ({
  gate: "ledger",
  sound: realLedger,
  gather: inspect,
  ...own,
});

export const plants: readonly LivePlant[] = [
  plant({
    id: "record-changed",
    harms: "one letter of a record is changed in the database file",
    expect: { check: "log-verifies", outcome: "fail", code: "log-broken" },
    harm: async (folder) => editFile(folder, `${FOLDER}/ledger.db`, changeRecord),
  }),
  plant({
    id: "checkpoint-forged",
    harms: "a checkpoint outside the store is changed",
    expect: { check: "checkpoints-outside-agree", outcome: "fail", code: "disagrees" },
    harm: async (folder) => {
      const [first = ""] = namesIn(folder, `${FOLDER}/checkpoints`);
      editFile(folder, `${FOLDER}/checkpoints/${first}`, (bytes) =>
        bytes
          .toString("utf8")
          .replace(/^(.*\n\d+\n)(.)/, (_, head: string, letter: string) => head + otherLetter(letter)),
      );
    },
  }),
  plant({
    id: "key-readable",
    harms: "the private key is readable by everybody on the machine",
    expect: { check: "keys-private", outcome: "fail", code: "readable-by-others" },
    harm: async (folder) => {
      const key = namesIn(folder, `${FOLDER}/keys`).find((name) => name.endsWith(".key")) ?? "";
      changeMode(folder, `${FOLDER}/keys/${key}`, 0o644);
    },
  }),
];
