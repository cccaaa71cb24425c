const ALGORITHMS: Readonly<Record<string, { readonly name: string; readonly sizeBytes: number }>> = {
  sha1: { name: "SHA-1", sizeBytes: 20 },
  sha256: { name: "SHA-256", sizeBytes: 32 },
  sha384: { name: "SHA-384", sizeBytes: 48 },
  sha512: { name: "SHA-512", sizeBytes: 64 },
};

export interface ComponentHash {
  readonly alg: string;
  /** Lower-case hexadecimal. */
  readonly content: string;
}

/** Subresource integrity (`sha512-<base64>`, several divided by spaces) as CycloneDX hashes; others are left out. */
export function hashesOf(integrity: string | null): ComponentHash[] {
  return (integrity ?? "").split(/\s+/).flatMap((part): ComponentHash[] => {
    const [, kind = "", base64 = ""] = /^(sha\d+)-([A-Za-z0-9+/]+=*)/.exec(part) ?? [];
    const algorithm = Object.hasOwn(ALGORITHMS, kind) ? ALGORITHMS[kind] : undefined;
    const bytes = Buffer.from(base64, "base64");
    if (algorithm === undefined || bytes.length !== algorithm.sizeBytes) return [];
    return [{ alg: algorithm.name, content: bytes.toString("hex") }];
  });
}
