/** What is read of one page at most. */
export interface ExpositionLimits {
  readonly sizeBytesMax: number;
  readonly lineCharsMax: number;
  readonly samplesMax: number;
  readonly familiesMax: number;
  /** Of one sample. */
  readonly labelsMax: number;
}

/** More than a Prometheus server would take from one target as a rule. */
export const EXPOSITION_LIMITS: ExpositionLimits = {
  sizeBytesMax: 64 * 1024 * 1024,
  lineCharsMax: 64 * 1024,
  samplesMax: 500_000,
  familiesMax: 20_000,
  labelsMax: 128,
};
