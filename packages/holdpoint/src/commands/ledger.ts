import type { Command, RouteMap } from "@stricli/core";
import { buildRouteMap } from "@stricli/core";
import type { Context, NoFlags } from "../command.ts";
import { asTyped, command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";

type Log = { readonly limit: number; readonly kind?: string; readonly run?: string };
export type LedgerLogFlags = Log & CommonFlags;

const log: Command<Context> = command<Log, []>({
  brief: "List the newest records",
  parameters: {
    flags: {
      limit: { kind: "parsed", parse: count, default: "20", placeholder: "N", brief: "How many" },
      kind: { kind: "parsed", parse: asTyped, optional: true, placeholder: "KIND", brief: "Only records of this kind" },
      run: { kind: "parsed", parse: asTyped, optional: true, placeholder: "RUN", brief: "Only records of this run" },
    },
  },
  load: () => import("../verbs/ledger-log.ts"),
});

const show: Command<Context> = command<NoFlags, [string]>({
  brief: "Show one record",
  parameters: {
    flags: {},
    positional: {
      kind: "tuple",
      parameters: [{ parse: asTyped, placeholder: "index", brief: "Index of the record, from 0" }],
    },
  },
  load: () => import("../verbs/ledger-show.ts"),
});

type Verify = { readonly key?: string; readonly revokedNow: boolean };
export type LedgerVerifyFlags = Verify & CommonFlags;

const verify: Command<Context> = command<Verify, []>({
  brief: "Verify the repository's ledger against every checkpoint outside of it",
  parameters: {
    flags: {
      key: { kind: "parsed", parse: asTyped, optional: true, placeholder: "PUB", brief: "Public key (PEM) to trust" },
      revokedNow: { kind: "boolean", default: false, withNegated: false, brief: "Refuse a key that is revoked by now" },
    },
  },
  load: () => import("../verbs/ledger-verify.ts"),
});

type Export = { readonly output?: string };
export type LedgerExportFlags = Export & CommonFlags;

const exportRecords: Command<Context> = command<Export, []>({
  brief: "Write all records as JSON lines, the bytes that were hashed",
  parameters: {
    flags: {
      output: {
        kind: "parsed",
        parse: asTyped,
        optional: true,
        placeholder: "FILE",
        brief: "Write there, not to stdout",
      },
    },
  },
  load: () => import("../verbs/ledger-export.ts"),
});

const publish: Command<Context> = command<NoFlags, []>({
  brief: "Write the last promotion and its key to governance/, to be committed",
  parameters: { flags: {} },
  load: () => import("../verbs/ledger-publish.ts"),
});

type Rotate = { readonly key?: string };
export type RotateKeyFlags = Rotate & CommonFlags;

const rotateKey: Command<Context> = command<Rotate, []>({
  brief: "Hand the ledger over to a new key; old and new both sign",
  parameters: {
    flags: {
      key: {
        kind: "parsed",
        parse: asTyped,
        optional: true,
        placeholder: "FILE",
        brief: "New private key (PEM); default: a fresh one",
      },
    },
  },
  load: () => import("../verbs/ledger-rotate-key.ts"),
});

export const ledger: RouteMap<Context> = buildRouteMap({
  docs: { brief: "The append-only record of everything that was judged" },
  routes: { log, show, verify, export: exportRecords, publish, "rotate-key": rotateKey },
});

const COUNT_MAX = 100_000;

function count(text: string): number {
  const value = Number(text);
  if (/^[1-9]\d*$/.test(text) && value <= COUNT_MAX) return value;
  throw new RangeError(`a whole number from 1 to ${COUNT_MAX} is wanted`);
}
