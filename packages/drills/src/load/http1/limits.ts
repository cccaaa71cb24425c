/** How much of an answer is taken; what goes beyond is a fault, never a short answer. */
export interface Http1Limits {
  /** Status line and headers with their line ends; each 1xx answer has as much. */
  readonly headBytesMax: number;
  readonly headersMax: number;
  /** 1xx answers before the one that counts. */
  readonly informationalMax: number;
  /** Chunk extensions of one answer together. */
  readonly extensionBytesMax: number;
  readonly trailerBytesMax: number;
  readonly bodyBytesMax: number;
  /** Of a body that is kept. */
  readonly keptBodyBytesMax: number;
}

const KIBIBYTE = 1024;
const MEBIBYTE = KIBIBYTE * KIBIBYTE;

export const HTTP1_LIMITS: Http1Limits = {
  headBytesMax: 64 * KIBIBYTE,
  headersMax: 256,
  informationalMax: 16,
  extensionBytesMax: 16 * KIBIBYTE,
  trailerBytesMax: 16 * KIBIBYTE,
  bodyBytesMax: 1024 * MEBIBYTE,
  keptBodyBytesMax: 16 * MEBIBYTE,
};
