/** What each parameter was when things were last good: only those that were changed since. JSON. */
export type Undo = Readonly<Record<string, number>>;

/** After a change of ours: the oldest value since then is the one to go back to. */
export function keepForUndo(undo: Undo, path: string, before: number): Undo {
  return Object.hasOwn(undo, path) ? undo : { ...undo, [path]: before };
}

/** After it was set back. */
export function dropFromUndo(undo: Undo, path: string): Undo {
  return Object.fromEntries(Object.entries(undo).filter(([name]) => name !== path));
}
