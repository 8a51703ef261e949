const token = /eyJ[\w-]{8,}(\.[\w-]*)*|\bBearer\s+\S+/gi;
const secretParameter =
  /\b(signature|zak|tk|\w*token|pass\w*|pwd)([\\"']*\s*[=:]\s*)(\\?"[^"]*|'[^']*|[^\s&"'\\,;}]+)/gi;

/** Removes signatures, tokens and passwords from a text. */
export function redact(text: string): string {
  return text.replace(token, '[redacted]').replace(secretParameter, '$1$2[redacted]');
}

/**
 * Removes values from a text, whatever is around them. Values of less than 4 characters stay, because they also occur in other
 * words.
 */
export function redactValues(text: string, values: Iterable<string>): string {
  return [...values]
    .filter((value) => value.length >= 4)
    .reduce((rest, value) => rest.replaceAll(value, '[redacted]'), text);
}
