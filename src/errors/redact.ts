const token = /eyJ[\w-]{8,}(\.[\w-]*)*|\bBearer\s+\S+/gi;
const secretParameter =
  /\b(signature|zak|tk|\w*token|pass\w*|pwd)([\\"']*\s*[=:]\s*)(\\?"[^"]*|'[^']*|[^\s&"'\\,;}]+)/gi;

/** Removes signatures, tokens and passwords from a text. */
export function redact(text: string): string {
  return text.replace(token, '[redacted]').replace(secretParameter, '$1$2[redacted]');
}
