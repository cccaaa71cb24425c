import { join } from "node:path";
import type { Baseline, Candidate, JsonObject, Judgement, LedgerBody, Policy, VerifiedWaiver } from "@holdpoint/core";
import { HoldpointError, isHoldpointError } from "@holdpoint/core";
import type { Governance, OpenedLedger } from "@holdpoint/ledger";
import {
  findBaseline,
  gateStatement,
  importGovernance,
  inspectLedger,
  openLedger,
  publicKeyFileName,
  publicKeyPem,
  readGovernance,
  recordProof,
  signStatement,
  verdictStatement,
} from "@holdpoint/ledger";
import type { RunOptions } from "../options.ts";
import type { LedgerHead, NewRecord, RunLedger } from "../run-ledger.ts";
import { VERSION } from "../version.ts";
import { makeIgnoredFolder } from "./files.ts";
import { introducedIn } from "./introduced-in.ts";

export const GOVERNANCE_FOLDER = "governance";

export interface RunLedgerTerms extends Pick<RunOptions, "root" | "keyFile" | "nowMs"> {
  readonly run: string;
  readonly candidate: Candidate;
}

/** Opens the ledger of a work tree for one run, or begins it, and takes in what `governance/` says. */
export async function openRunLedger(terms: RunLedgerTerms): Promise<RunLedger> {
  const { root, nowMs, keyFile, run, candidate } = terms;
  const folder = join(root, ".holdpoint");
  makeIgnoredFolder(folder);
  const governance = readGovernance(join(root, GOVERNANCE_FOLDER));
  const waivers = await governing(governance, root, candidate.commit);
  const origin = ledgerOrigin(candidate.service);
  const opened = open({ folder, origin, nowMs, ...(keyFile === undefined ? {} : { keyFile }) });
  try {
    recordGovernance(opened, governance, run);
    return new SqliteRunLedger(opened, { root, run, governance, waivers });
  } catch (thrown) {
    opened.ledger.close();
    throw thrown;
  }
}

function open(terms: Parameters<typeof openLedger>[0]): OpenedLedger {
  try {
    return openLedger(terms);
  } catch (cause) {
    if (isHoldpointError(cause)) throw cause;
    throw new HoldpointError("HP-LEDGER-OPEN", (cause as Error).message, { file: terms.folder }, cause);
  }
}

/** A log with a broken record is judged by the ledger gate; it must not keep the run from getting there. */
function recordGovernance({ ledger }: OpenedLedger, governance: Governance, run: string): void {
  try {
    importGovernance(ledger, governance, run);
  } catch (thrown) {
    if (!isHoldpointError(thrown) || thrown.code !== "HP-LEDGER-CORRUPT") throw thrown;
  }
}

/** Name of a service's ledger. */
export function ledgerOrigin(service: string): string {
  return `holdpoint/${encodeURIComponent(service)}`;
}

/** Waivers with the commit that brought them; one that no commit holds counts as brought by the candidate itself. */
async function governing(governance: Governance, root: string, candidateCommit: string): Promise<VerifiedWaiver[]> {
  return Promise.all(
    governance.waivers.map(async ({ digest, waiver, file }) => {
      const commit = await introducedIn(root, `${GOVERNANCE_FOLDER}/${file}`);
      return { digest, waiver: { ...waiver, introducedIn: commit ?? candidateCommit } };
    }),
  );
}

interface Known {
  readonly root: string;
  readonly run: string;
  readonly governance: Governance;
  readonly waivers: readonly VerifiedWaiver[];
}

class SqliteRunLedger implements RunLedger {
  readonly key: RunLedger["key"];
  readonly waivers: readonly VerifiedWaiver[];
  readonly #opened: OpenedLedger;
  readonly #known: Known;

  constructor(opened: OpenedLedger, known: Known) {
    this.key = opened.key;
    this.waivers = known.waivers;
    this.#opened = opened;
    this.#known = known;
  }

  head(): LedgerHead {
    const { origin, size, root } = this.#opened.ledger.head();
    return { origin, size, root };
  }

  append(records: readonly NewRecord[]): number {
    return this.#opened.ledger.append(records).first;
  }

  latest(kind: string): JsonObject | null {
    return this.#opened.ledger.latest(kind)?.body ?? null;
  }

  signVerdict(judgement: Judgement): string {
    const { ledger } = this.#opened;
    const { origin, size, root, checkpoint } = ledger.head();
    if (checkpoint === null) throw new TypeError("a ledger with a key has a checkpoint");
    const head = { origin, size, root, checkpoint };
    return signStatement(verdictStatement({ judgement, ledger: head, version: VERSION }), ledger.signer);
  }

  signArtifact(name: string, text: string, about: Parameters<RunLedger["signArtifact"]>[2]): string {
    const { candidate, run } = about;
    return signStatement(gateStatement(name, text, { candidate, run }), this.#opened.ledger.signer);
  }

  proof(index: number): ReturnType<RunLedger["proof"]> {
    return recordProof(this.#opened.ledger, index);
  }

  baseline(policy: Policy, service: string, environment: string): Baseline | null {
    return findBaseline(policy.baseline, { service, environment }, this.#opened.ledger, this.#known.governance);
  }

  inspect(expected: readonly string[]): LedgerBody {
    return inspectLedger(this.#opened, { ...this.#known, expected });
  }

  publicKeys(): Readonly<Record<string, string>> {
    const { publicKey } = this.#opened.ledger.signer;
    return { [publicKeyFileName(publicKey.fingerprint)]: publicKeyPem(publicKey) };
  }

  close(): void {
    this.#opened.ledger.close();
  }
}
