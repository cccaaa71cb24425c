import type { Command, RouteMap, TypedFlagParameter } from "@stricli/core";
import { buildRouteMap } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped, command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";

const text = (placeholder: string, brief: string): TypedFlagParameter<string, Context> => ({
  kind: "parsed",
  parse: asTyped,
  placeholder,
  brief,
});

const KEY = text("FILE", "Private key (PEM) of the person who signs");

const OWNER = "Who answers for it; default: whose key it is";
const NEXT_REVIEW =
  "When somebody looks at it again: 30d, or 2030-01-15; default: in 30 days, at the latest at its end";

const ID = {
  kind: "tuple",
  parameters: [{ parse: asTyped, placeholder: "id", brief: "Id of the exception" }],
} as const;

type Add = {
  readonly metric: string;
  readonly type: string;
  readonly owner?: string;
  readonly approver: string;
  readonly rationale: string;
  readonly mitigation: string;
  readonly expires: string;
  readonly nextReview?: string;
  readonly key: string;
};
export type ExceptionsAddFlags = Add & CommonFlags;

const add: Command<Context> = command<Add, [string]>({
  brief:
    "Write an exception with the numbers of now, signed by its owner; it counts once somebody else has approved it",
  description: "It stands for no more uncovered things than there are now, in the component that asks for them.",
  parameters: {
    flags: {
      metric: { ...text("METRIC", "lines, branches, functions, statements or regions"), default: "lines" },
      type: text("WORD", "Why, in one word: generated, platform, legacy …"),
      owner: { kind: "parsed", parse: asTyped, optional: true, placeholder: "NAME", brief: OWNER },
      approver: text("NAME", "Who else will approve it"),
      rationale: text("TEXT", "Why it is not covered"),
      mitigation: text("TEXT", "What keeps it from doing harm meanwhile"),
      expires: text("TIME", "When it ends: 90d, or 2030-01-31"),
      nextReview: { kind: "parsed", parse: asTyped, optional: true, placeholder: "TIME", brief: NEXT_REVIEW },
      key: KEY,
    },
    positional: {
      kind: "tuple",
      parameters: [{ parse: asTyped, placeholder: "path", brief: "Tracked file, or a glob of them" }],
    },
  },
  load: () => import("../verbs/coverage-exceptions-add.ts"),
});

type Approve = { readonly key: string };
export type ExceptionsApproveFlags = Approve & CommonFlags;

const approve: Command<Context> = command<Approve, [string]>({
  brief: "Add the approver's signature to an exception",
  parameters: { flags: { key: KEY }, positional: ID },
  load: () => import("../verbs/coverage-exceptions-approve.ts"),
});

type Review = { readonly next: string; readonly note: string; readonly key: string };
export type ExceptionsReviewFlags = Review & CommonFlags;

const review: Command<Context> = command<Review, [string]>({
  brief: "Record that owner or approver looked at an exception again, and when it is next",
  parameters: {
    flags: {
      next: text("TIME", "When somebody looks at it again: 30d, or 2030-01-15"),
      note: text("TEXT", "What was found"),
      key: KEY,
    },
    positional: ID,
  },
  load: () => import("../verbs/coverage-exceptions-review.ts"),
});

type Resolve = { readonly why?: "reached" | "removed" | "replaced" | "withdrawn"; readonly key: string };
export type ExceptionsResolveFlags = Resolve & CommonFlags;

const resolve: Command<Context> = command<Resolve, [string]>({
  brief: "End an exception, with its final numbers; the record and its row stay",
  parameters: {
    flags: {
      why: {
        kind: "enum",
        values: ["reached", "removed", "replaced", "withdrawn"],
        optional: true,
        brief: "Default: removed when no file is left, reached when the floor is reached",
      },
      key: KEY,
    },
    positional: ID,
  },
  load: () => import("../verbs/coverage-exceptions-resolve.ts"),
});

type List = { readonly all: boolean };
export type ExceptionsListFlags = List & CommonFlags;

const list: Command<Context> = command<List, []>({
  brief: "List the exceptions, what is due, and records that cannot be trusted",
  description: "Ends with 1 when an open exception does not count, or a record cannot be trusted.",
  parameters: {
    flags: { all: { kind: "boolean", default: false, withNegated: false, brief: "Resolved ones too" } },
  },
  load: () => import("../verbs/coverage-exceptions-list.ts"),
});

type Sync = { readonly dryRun: boolean; readonly recordsOnly: boolean; readonly key?: string };
export type ExceptionsSyncFlags = Sync & CommonFlags;

const sync: Command<Context> = command<Sync, []>({
  brief: "Write the Markdown register anew: a view of the records, with a proposal for what is below its floor",
  description: [
    "Rows are never removed; columns of your own and all text outside of the marks are kept. Nothing is committed.",
    "With a key, exceptions whose files reach their floor or are gone are resolved with their final numbers.",
  ].join("\n"),
  parameters: {
    flags: {
      dryRun: { kind: "boolean", default: false, withNegated: false, brief: "Print what would change, write nothing" },
      recordsOnly: {
        kind: "boolean",
        default: false,
        withNegated: false,
        brief: "Without coverage reports: leave the numbers of now and proposals as they are",
      },
      key: {
        kind: "parsed",
        parse: asTyped,
        optional: true,
        placeholder: "FILE",
        brief: "Private key (PEM) of the person who resolves what has reached its floor",
      },
    },
  },
  load: () => import("../verbs/coverage-exceptions-sync.ts"),
});

export const exceptions: RouteMap<Context> = buildRouteMap({
  docs: { brief: "Signed decisions that files may stay below their coverage floor for a while" },
  routes: { add, approve, review, resolve, list, sync },
});
