import { statSync } from "node:fs";
import { basename, relative } from "node:path";
import type { LedgerBody, LedgerKey } from "@holdpoint/core";
import { isHoldpointError } from "@holdpoint/core";
import type { Governance } from "../governance/governance.ts";
import { PROMOTING_PROFILE } from "../governance/find-baseline.ts";
import { GOVERNANCE_RECORD_KIND } from "../governance/import-governance.ts";
import { KEY_RECORD } from "../record/key-body.ts";
import { VERDICT_RECORD_KIND } from "../record/record.ts";
import { findReadable } from "../store/find-readable.ts";
import type { RecordQuery } from "../store/ledger-store.ts";
import { newestFirst } from "../store/newest-first.ts";
import type { Verification } from "../verify/verification.ts";
import { verifyLedger } from "../verify/verify-ledger.ts";
import type { OpenedLedger } from "./open-ledger.ts";
import { readKeyFile } from "./key-files.ts";

export interface InspectTerms {
  /** Id of the run that asks, and the digests that it must have recorded. */
  readonly run: string;
  readonly expected: readonly string[];
  readonly governance: Governance;
  /** Paths are given relative to it. */
  readonly root: string;
}

const RECORDS_MAX = 1_000_000;

/** Body of `ledger` evidence: the whole log verified, with its keys and checkpoints as they are on disk now. */
export function inspectLedger(opened: OpenedLedger, terms: InspectTerms): LedgerBody {
  const { ledger } = opened;
  const { store } = ledger;
  const { root, size } = ledger.head();
  const outside = outsideCheckpoints(opened);
  const verification = verifyLedger(store, outside, {
    trusted: [ledger.signer.publicKey],
    revocations: terms.governance.revocations,
    mode: "when-observed",
  });
  const recorded = findReadable(store, { run: terms.run, order: "oldest-first", limit: RECORDS_MAX });
  const digests = new Set(recorded.map(({ body }) => body["digest"]));
  return {
    origin: store.origin,
    size,
    root,
    anchoredUpTo: verification.anchoredUpTo,
    problems: verification.problems,
    durability: store.durability,
    checkpoints: {
      outside: outside.length,
      disagreeing: disagreeing(
        verification,
        outside.map((one) => one.where),
      ),
    },
    keys: keysOf(opened, terms),
    lastPromotion: lastPromotion(opened, verification),
    unrecorded: terms.expected.filter((digest) => !digests.has(digest)),
    recorded: recorded.length,
    governance: {
      files: terms.governance.files.length + terms.governance.problems.length,
      promotions: importedPromotions(opened, terms.governance),
      problems: terms.governance.problems,
    },
  };
}

/** Promotions whose signed file this very log has recorded. */
function importedPromotions({ ledger }: OpenedLedger, governance: Governance): string[] {
  const query = { kind: GOVERNANCE_RECORD_KIND, order: "newest-first", limit: RECORDS_MAX } as const;
  const records = findReadable(ledger.store, query);
  const imported = new Set(records.map(({ body }) => body["digest"]));
  return governance.promotions
    .filter(({ digest }) => imported.has(digest))
    .map(({ record }) => record.baseline.verdict);
}

function outsideCheckpoints({ checkpoints }: OpenedLedger): { where: string; bytes: Uint8Array }[] {
  return [...checkpoints.all()].map(({ file, bytes }) => ({ where: `checkpoints/${basename(file)}`, bytes }));
}

function disagreeing({ problems }: Verification, outside: readonly string[]): string[] {
  return outside.filter((where) => problems.some((one) => one.where === where));
}

function keysOf({ ledger, keys, keyFile }: OpenedLedger, { root, governance }: InspectTerms): LedgerKey[] {
  const current = ledger.signer.publicKey.fingerprint;
  const query = { kind: KEY_RECORD.revoked, order: "oldest-first", limit: RECORDS_MAX } as const;
  const revoked = findReadable(ledger.store, query).map(({ body }) => body["fingerprint"]);
  const files = new Set([...keys.privateFiles(), ...(keyFile === null ? [] : [keyFile])]);
  return [...files].map((file) => {
    const mode = statSync(file).mode & 0o777;
    const fingerprint = fingerprintIn(file);
    return {
      fingerprint,
      file: relative(root, file),
      mode: mode.toString(8).padStart(4, "0"),
      privateToOwner: (mode & 0o077) === 0,
      revoked: revoked.includes(fingerprint) || governance.revocations.some((one) => one.fingerprint === fingerprint),
      current: fingerprint === current,
    };
  });
}

function fingerprintIn(file: string): string {
  try {
    return readKeyFile(file).publicKey.fingerprint;
  } catch (thrown) {
    if (isHoldpointError(thrown)) return "unreadable";
    throw thrown;
  }
}

function lastPromotion({ ledger }: OpenedLedger, { problems, size }: Verification): LedgerBody["lastPromotion"] {
  const readable = { find: (query: RecordQuery) => findReadable(ledger.store, query) };
  for (const record of newestFirst(readable, VERDICT_RECORD_KIND)) {
    if (record.body["verdict"] !== "PROMOTE" || record.body["profile"] !== PROMOTING_PROFILE) continue;
    // The scan stops at the first gap, so reaching the end means that there is none.
    const gap = problems.some((one) => ["record-missing", "unsealed", "truncated"].includes(one.code));
    return { index: record.seq, size: record.seq + 1, contiguous: !gap && size > record.seq };
  }
  return null;
}
