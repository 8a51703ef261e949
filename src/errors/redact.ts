const jwt = /eyJ[\w-]{8,}(\.[\w-]*)*/g;
const secretParameter =
  /\b(signature|zak|tk|obfToken|recordingToken|access_token|token|password|passcode|pwd)([\\"']*\s*[=:]\s*[\\"']*)[^\s&"'\\,;}]+/gi;

/** Takes signatures, tokens and passwords out of a text that came from outside. */
export function redact(text: string): string {
  return text.replace(jwt, '[redacted]').replace(secretParameter, '$1$2[redacted]');
}
