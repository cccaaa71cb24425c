/** What a digest can be written as. */
export const DIGEST_FORMATS = ["markdown", "text", "json", "html", "slack", "cloudevents", "eml"] as const;

export type DigestFormat = (typeof DIGEST_FORMATS)[number];
