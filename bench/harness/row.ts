/** One measured figure. */
export interface Row {
  readonly name: string;
  /** Median of the rounds; null when it could not be measured, which fails the command. */
  readonly value: number | null;
  readonly unit: string;
  /** Smallest and largest round. */
  readonly low: number | null;
  readonly high: number | null;
  /** By peer: ours against the peer of the same round, turned so that more than 1 is better. */
  readonly ratios: Readonly<Record<string, number>>;
  readonly info?: Readonly<Record<string, unknown>>;
}

/** What a file of an area exports. */
export interface BenchModule {
  rows(): Promise<readonly Row[]>;
  /** What was durable when it counted; absent where nothing is stored. */
  readonly durability?: string;
  readonly rounds?: number;
  /** Debian packages that hold its peers. */
  readonly debianPackages?: readonly string[];
}

export interface BenchResult {
  readonly area: string;
  readonly machine: Machine;
  readonly durability: string;
  /** The fewest rounds of any row; null when one does not say. */
  readonly rounds: number | null;
  readonly rows: readonly Row[];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly node: string;
  readonly platform: string;
}
