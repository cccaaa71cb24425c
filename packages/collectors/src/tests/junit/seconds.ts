/**
 * Milliseconds of a `time` attribute, which is written in seconds: `0.5`, `1.2e-5`, `1,234.5` (thousands, as Surefire
 * writes them), `12,5` (decimal comma), `0.5s`. Null for what is no duration: empty, `NaN`, negative, words.
 */
export function secondsToMs(text: string | null): number | null {
  if (text === null) return null;
  const plain = decimal(text.trim().replace(/\s?s(?:ec(?:onds?)?)?$/i, ""));
  if (plain === null) return null;
  const ms = Number(plain) * 1000;
  return ms <= DURATION_MS_MAX ? Math.round(ms * 1000) / 1000 : null;
}

/** One year; a longer test is a broken clock. */
const DURATION_MS_MAX: number = 366 * 24 * 3_600_000;

function decimal(text: string): string | null {
  if (/^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]{1,3})?$/i.test(text)) return text;
  if (/^[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]*)?$/.test(text)) return text.replaceAll(",", "");
  if (/^[0-9]+,[0-9]+$/.test(text)) return text.replace(",", ".");
  return null;
}
