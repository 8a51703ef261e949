import type { InspectSignatureOptions } from './inspect-signature';
import type { SignatureFinding } from './signature-finding';

/**
 * Finds what is wrong with signatures that Zoom refused. The diagnosis is loaded on demand, because most meetings do not need it.
 * Empty if it cannot be loaded.
 */
export async function explainRefusal(
  signatures: readonly string[],
  options: InspectSignatureOptions,
): Promise<SignatureFinding[]> {
  try {
    const { inspectSignature } = await import('./inspect-signature');
    return inspectSignature(signatures, options).findings;
  } catch {
    return [];
  }
}
