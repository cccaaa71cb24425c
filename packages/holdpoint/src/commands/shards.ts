import type { Command } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped, command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";

type Shard = { readonly out?: string };
export type ShardFlags = Shard & CommonFlags;

export const shard: Command<Context> = command<Shard, [string]>({
  brief: "Run the suites of one job of a CI matrix and leave what they wrote in a folder",
  description: "Ends with 0 when every suite of the shard ended well, else with 1; the folder is written all the same.",
  parameters: {
    flags: {
      out: {
        kind: "parsed",
        parse: asTyped,
        optional: true,
        placeholder: "DIR",
        brief: "Folder to upload (default: .holdpoint/shards/NAME)",
      },
    },
    positional: {
      kind: "tuple",
      parameters: [{ parse: asTyped, placeholder: "name", brief: "Shard, as suites and reports name it" }],
    },
  },
  load: () => import("../verbs/shard.ts"),
});

type Merge = { readonly carry?: readonly string[] };
export type MergeFlags = Merge & CommonFlags;

export const merge: Command<Context> = command<Merge, string[]>({
  brief: "Join the shards of a CI matrix, so that promote judges what they left",
  description: "Ends with 0 when every declared shard is there, with 1 while some are missing.",
  parameters: {
    flags: {
      carry: {
        kind: "parsed",
        parse: asTyped,
        optional: true,
        variadic: true,
        placeholder: "NAME",
        brief: "Shard that may be of an earlier commit; shown as carried, never good enough for a critical component",
      },
    },
    positional: {
      kind: "array",
      minimum: 1,
      maximum: 200,
      parameter: { parse: asTyped, placeholder: "folder", brief: "Folder with shards in it or below it" },
    },
  },
  load: () => import("../verbs/merge.ts"),
});
