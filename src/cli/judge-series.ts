import { decodeSignature } from '../signature/decode-signature';
import { findingTexts } from '../signature/signature-finding';
import { finding, type DoctorFinding } from './doctor-finding';
import { measureDrift } from './judge-drift';
import type { ReceivedSignature } from './judge-signatures';

/** Finds what a single signature cannot show, but all of them together can. */
export function judgeSeries(
  received: readonly ReceivedSignature[],
  found: readonly DoctorFinding[],
): DoctorFinding[] {
  const stamps = received.map(iatOf);
  const [first, last] = [received[0], received.at(-1)];
  if (!first || !last) return [];
  // From the first answer to the last request. Within one second, a correct iat stays the same.
  const seconds = (last.askedAt - first.at) / 1000;
  const stays = `for ${seconds.toFixed(1)} s`;
  if (new Set(stamps).size === 1) {
    if (seconds <= 1 || typeof stamps[0] !== 'number') return [];
    const isMultiple = stamps[0] % 128 === 0;
    if (received.every(({ signature }) => signature === first.signature))
      return [
        finding(
          'signature-repeated',
          isMultiple
            ? `${stays}. Or a 32-bit float rounds iat to a multiple of 128. To find out, run the doctor again in two minutes`
            : stays,
        ),
      ];
    if (!isMultiple || found.some(({ id }) => id === 'iat-float')) return [];
    const { cause, cure } = findingTexts['iat-float'];
    const evidence = `iat stays ${stamps[0]} ${stays}, a multiple of 128`;
    return [{ id: 'iat-float', severity: 'warning', cause, cure, evidence }];
  }

  if (isFloatSeries(received)) return [];
  const readings = received.flatMap(({ askedAt, at }, index) => {
    const iat = stamps[index];
    return typeof iat === 'number' ? [{ from: askedAt / 1000, to: at / 1000, iat }] : [];
  });
  const gain = readings.length === received.length ? measureDrift(readings) : undefined;
  if (gain === undefined) return [];
  const what = `${gain > 0 ? 'gains' : 'loses'} ${Math.abs(gain).toFixed(0)} s`;
  return [finding('clock-drifts', `iat ${what} on this machine’s clock within ${seconds.toFixed(1)} s`)];
}

/** Different ones, and all of them multiples of 128. */
export function isFloatSeries(received: readonly ReceivedSignature[]): boolean {
  const stamps = received.map(iatOf);
  const isMultiple = stamps.every((iat) => typeof iat === 'number' && iat % 128 === 0);
  return isMultiple && new Set(stamps).size > 1;
}

function iatOf({ signature }: ReceivedSignature): unknown {
  return decodeSignature(signature)?.claims.iat;
}
