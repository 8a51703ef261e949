import { redact } from '../errors/redact';

/**
 * The last check before the terminal. Our own texts contain no secret. If one does anyway, or if text from outside does, the
 * secret is removed.
 */
export function guardOutput(print: (text: string) => void, secrets: () => Iterable<string>) {
  return (text: string) => {
    let guarded = text;
    // Shorter texts also occur inside words, and the doctor prints no external text that is this short.
    for (const secret of secrets())
      if (secret.length >= 8) guarded = guarded.replaceAll(secret, '[redacted]');
    print(redact(guarded));
  };
}
