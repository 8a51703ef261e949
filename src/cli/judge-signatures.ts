import { decodeSignature } from '../signature/decode-signature';
import { inspectSignature, type SignatureClaims } from '../signature/inspect-signature';
import { finding, type DoctorFinding } from './doctor-finding';
import { isFloatSeries, judgeSeries } from './judge-series';
import { recogniseToken } from './recognise-token';
import { bareSecret, verifySecret } from './verify-secret';

export interface ReceivedSignature {
  signature: string;
  /** When it was requested, in ms since the epoch. */
  askedAt: number;
  /** When it arrived, in ms since the epoch. */
  at: number;
}

export interface SignatureJudgement {
  /** Of the last signature. */
  claims: SignatureClaims | undefined;
  findings: DoctorFinding[];
}

/**
 * Checks each signature alone, because several servers may sign behind one address, and all of them together, to
 * see what happens to their `iat`. Each finding appears once, with the number of signatures that have it.
 */
export function judgeSignatures(
  received: readonly ReceivedSignature[],
  asked: { meetingNumber?: string | undefined; role?: 0 | 1 | undefined },
  secret?: string,
): SignatureJudgement {
  const inspections = received.map((_, index) => judgeOne(received.slice(0, index + 1), asked, secret));
  const merged = new Map<string, { finding: DoctorFinding; count: number }>();
  for (const [index, { findings }] of inspections.entries()) {
    for (const one of findings) {
      // All of them are better evidence than the first one alone, whose iat may be a multiple of 128 by chance.
      if (one.id === 'iat-float' && index < received.length - 1) continue;
      const known = merged.get(one.id);
      merged.set(one.id, { finding: one, count: (known?.count ?? 0) + 1 });
    }
  }
  // A series of multiples of 128 is not a coincidence.
  const isFloat = isFloatSeries(received);
  const findings = [...merged.values()].map(({ finding: one, count }): DoctorFinding => {
    if (one.id === 'iat-float') return isFloat ? { ...one, severity: 'error' } : one;
    if (count === received.length) return one;
    return { ...one, evidence: `${one.evidence} (in ${count} of ${received.length} responses)` };
  });
  return { claims: inspections.at(-1)?.claims, findings: [...findings, ...judgeSeries(received, findings)] };
}

/** Why a key is likely not what the Marketplace shows. */
function suspicionAbout(key: string): string | undefined {
  if (/["']/.test(key)) return 'it has quotes';
  if (/\s/.test(key)) return 'it has white space';
  return /^(undefined|null|none|\[object.*)$|^your|your[_-]|[<>{}$]/i.test(key)
    ? 'it is a placeholder'
    : undefined;
}

function judgeOne(
  soFar: readonly ReceivedSignature[],
  asked: { meetingNumber?: string | undefined; role?: 0 | 1 | undefined },
  secret: string | undefined,
): SignatureJudgement {
  const { signature, at } = soFar.at(-1)!;
  const inspection = inspectSignature(
    soFar.map((one) => one.signature),
    { ...asked, now: at },
  );
  const otherToken = recogniseToken(signature);
  // The other findings would only list what that kind of token lacks.
  if (otherToken) return { claims: undefined, findings: [otherToken] };
  const findings: DoctorFinding[] = [...inspection.findings];

  const { appKey } = inspection.claims ?? {};
  const suspicion = appKey === undefined ? undefined : suspicionAbout(appKey);
  if (suspicion) findings.push(finding('key-suspect', suspicion));
  const age = at / 1000 - (inspection.claims?.iat ?? NaN);
  if (age >= 0 && age <= 5) findings.push(finding('iat-no-margin', `iat is ${Math.floor(age)} s old`));
  const leak = secret === undefined ? undefined : bareSecret(secret);
  if (leak && Object.values(decodeSignature(signature)?.claims ?? {}).includes(leak))
    findings.push(finding('secret-leaked', 'a claim of the signature contains it'));
  const wrongSecret = secret === undefined ? undefined : verifySecret(signature, secret);
  if (wrongSecret) findings.push(wrongSecret);
  return { claims: inspection.claims, findings };
}
