import type { InspectSignatureOptions } from './inspect-signature';
import type { SignatureFinding } from './signature-finding';

/**
 * What is wrong with signatures that Zoom refused. The diagnosis is loaded when it is needed, since most meetings never
 * need it; when it cannot be loaded, nothing is known.
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
