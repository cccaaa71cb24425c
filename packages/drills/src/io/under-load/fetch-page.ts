/** A page of metrics as it was answered. */
export interface FetchedPage {
  readonly atMs: number;
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
}

const TIMEOUT_MS = 5000;
const SIZE_BYTES_MAX = 16 * 1024 * 1024;

/**
 * Gets a page with both formats of metrics accepted.
 *
 * @throws Error when it is not answered with 200 in 5 s, or is larger than 16 MB
 */
export async function fetchPage(
  url: string,
  terms: { readonly nowMs: () => number; readonly signal: AbortSignal; readonly token?: string },
): Promise<FetchedPage> {
  const headers = {
    accept: "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5",
    ...(terms.token === undefined ? {} : { authorization: `Bearer ${terms.token}` }),
  };
  const signal = AbortSignal.any([terms.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const answer = await fetch(url, { headers, signal, redirect: "error" });
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > SIZE_BYTES_MAX) throw new Error(`${url} answered more than ${SIZE_BYTES_MAX} bytes`);
    chunks.push(chunk);
  }
  return { atMs: terms.nowMs(), contentType: answer.headers.get("content-type"), bytes: Buffer.concat(chunks) };
}
