import type { BaseFlags, Command, CommandContext, TypedCommandParameters } from "@stricli/core";
import { buildCommand } from "@stricli/core";
import type { Host } from "./host.ts";
import type { Answer, CommonFlags, Verb } from "./verb.ts";

/** What a command runs in; it leaves its answer here, because printing is not its business. */
export interface Context extends CommandContext {
  readonly host: Host;
  readonly leave: (answer: Answer) => void;
}

/** For commands that take only the flags that every verb takes. */
export type NoFlags = Record<string, never>;

export interface CommandParts<Flags extends BaseFlags, Args extends readonly (string | undefined)[]> {
  readonly brief: string;
  readonly description?: string;
  readonly parameters: TypedCommandParameters<Flags, Args, Context>;
  /** Loads the verb; nothing of it is loaded before. */
  readonly load: () => Promise<{ readonly default: Verb<Flags & CommonFlags, Args> }>;
}

const COMMON = {
  json: { kind: "boolean", default: false, withNegated: false, brief: "Print one JSON document on stdout" },
  quiet: { kind: "boolean", default: false, withNegated: false, brief: "No progress" },
  config: {
    kind: "parsed",
    optional: true,
    placeholder: "FILE",
    parse: asTyped,
    brief: "Configuration to read (default: holdpoint.yaml of the repository)",
  },
} as const;

/** A command whose verb is loaded when it is called, with the flags that every verb takes. */
export function command<Flags extends BaseFlags, const Args extends readonly (string | undefined)[]>({
  brief,
  description,
  parameters,
  load,
}: CommandParts<Flags, Args>): Command<Context> {
  const { flags } = parameters as { readonly flags?: object };
  return buildCommand<BaseFlags, readonly (string | undefined)[], Context>({
    docs: description === undefined ? { brief } : { brief, fullDescription: `${brief}.\n${description}` },
    parameters: { ...parameters, flags: { ...flags, ...COMMON } } as never,
    async func(this: Context, given: BaseFlags, ...args: readonly (string | undefined)[]): Promise<void> {
      try {
        const { default: verb } = await load();
        this.leave(await verb(this.host, given as Flags & CommonFlags, ...(args as unknown as Args)));
      } catch (error) {
        const { failure } = await import("./failure.ts");
        this.leave(failure(error));
      }
    },
  });
}

/** Reads a flag or an argument as it was typed. */
export function asTyped(input: string): string {
  return input;
}
