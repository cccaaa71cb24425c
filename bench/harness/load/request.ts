/** A request as bytes: JSON by POST, with whatever headers its server asks for. */
export function requestBytes(url: URL, headers: Readonly<Record<string, string>>, body: string | null): Buffer {
  const head = [`${body === null ? "GET" : "POST"} ${url.pathname}${url.search} HTTP/1.1`, `Host: ${url.host}`];
  for (const [name, value] of Object.entries(headers)) head.push(`${name}: ${value}`);
  if (body !== null) head.push("Content-Type: application/json", `Content-Length: ${Buffer.byteLength(body)}`);
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body ?? ""}`);
}
