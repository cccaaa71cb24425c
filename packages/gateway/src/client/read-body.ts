/** Largest answer that is read: a page of the largest results. */
export const ANSWER_SIZE_BYTES_MAX = 67_108_864;

/** Text of an answer; throws where it is larger than the bound or not UTF-8. */
export async function readBody(response: Response, sizeBytesMax: number = ANSWER_SIZE_BYTES_MAX): Promise<string> {
  if (response.body === null) return "";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let sizeBytes = 0;
  let text = "";
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    sizeBytes += part.byteLength;
    if (sizeBytes > sizeBytesMax) throw new RangeError(`the answer has more than ${sizeBytesMax} bytes`);
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}
