/** What pruning looks at. */
export interface Prunable {
  readonly name: string;
  readonly commit: string;
  /** False: only its manifest is left. */
  readonly isWhole: boolean;
}

export interface Retention<Artifact extends Prunable> {
  readonly kept: readonly { readonly artifact: Artifact; readonly why: "recent" | "promoted" }[];
  readonly pruned: readonly Artifact[];
  /** Pruned before. */
  readonly gone: readonly Artifact[];
}

/** Keeps the newest, and whatever was promoted however old it is. What was pruned before takes nobody's place. */
export function retention<Artifact extends Prunable>(
  newestFirst: readonly Artifact[],
  keep: number,
  promoted: ReadonlySet<string>,
): Retention<Artifact> {
  const whole = newestFirst.filter(({ isWhole }) => isWhole);
  const recent = new Set(whole.slice(0, keep));
  const why = (artifact: Artifact): "recent" | "promoted" | null =>
    promoted.has(artifact.commit) ? "promoted" : recent.has(artifact) ? "recent" : null;
  return {
    kept: whole.flatMap((artifact) => {
      const reason = why(artifact);
      return reason === null ? [] : [{ artifact, why: reason }];
    }),
    pruned: whole.filter((artifact) => why(artifact) === null),
    gone: newestFirst.filter(({ isWhole }) => !isWhole),
  };
}
