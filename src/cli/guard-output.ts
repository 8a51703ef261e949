import { redact } from '../errors/redact';

/**
 * The last gate before the terminal: texts made here hold no secret anyway, and if one does after all, or something
 * from outside does, it is taken out.
 */
export function guardOutput(print: (text: string) => void, secrets: () => Iterable<string>) {
  return (text: string) => {
    let guarded = text;
    // Shorter ones would tear words apart; nothing that short is printed from outside.
    for (const secret of secrets())
      if (secret.length >= 8) guarded = guarded.replaceAll(secret, '[redacted]');
    print(redact(guarded));
  };
}
