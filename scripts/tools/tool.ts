/** What a tool of the toolchain said about the tree. */
export interface ToolEnd {
  readonly name: string;
  readonly ok: boolean;
  /** Files that the tool itself says it looked at. */
  readonly looked: number;
  readonly output: string;
  readonly durationMs: number;
}

export interface ToolOptions {
  /** Absolute path of the tree. */
  readonly root: string;
  readonly nowMs: () => number;
}

export interface Tool {
  readonly name: string;
  /** Never throws for what it finds; a tool that does not run at all is not ok. */
  run(options: ToolOptions): Promise<ToolEnd>;
}

export interface Finding {
  readonly ok: boolean;
  readonly looked: number;
  readonly output: string;
}

/** A tool that is ok only if it looked at as many files as there are: "no problems in 0 files" is a problem. */
export function tool(
  name: string,
  filesWanted: (root: string) => number,
  look: (root: string) => Promise<Finding>,
): Tool {
  return {
    name,
    run: async ({ root, nowMs }) => {
      const startedMs = nowMs();
      const { ok, looked, output } = await look(root).catch((error: unknown) => didNotRun(name, error));
      const wanted = filesWanted(root);
      const all = wanted > 0 && looked >= wanted;
      const shown = all ? output : `${output}\n${name} looked at ${looked} files; there are ${wanted}`.trimStart();
      return { name, ok: ok && all, looked, output: shown, durationMs: nowMs() - startedMs };
    },
  };
}

function didNotRun(name: string, error: unknown): Finding {
  return {
    ok: false,
    looked: 0,
    output: `${name} did not run: ${error instanceof Error ? error.message : String(error)}`,
  };
}
