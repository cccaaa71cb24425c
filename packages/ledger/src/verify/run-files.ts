/** Where a run's folder keeps what a verdict rests on. */
export const RUN_FILE: {
  readonly plan: string;
  readonly judgement: string;
  readonly verdict: string;
  readonly checkpoint: string;
  readonly inclusion: string;
} = {
  plan: "plan.json",
  judgement: "judgement.json",
  verdict: "verdict.dsse.json",
  checkpoint: "checkpoint.txt",
  inclusion: "inclusion.json",
};

/** A run's folder as verifying needs it: names use `/`, and reading is bounded. */
export interface RunFiles {
  /** Null when there is no such file. Throws `HP-READ-…` for one that cannot be read. */
  read(name: string): Uint8Array | null;
  /** Names of the files in a subfolder, `gates/tests.json`; every kind of file, sorted. */
  list(folder: "evidence" | "gates" | "keys"): readonly string[];
}
