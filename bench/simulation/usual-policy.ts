import type { SimulatedJoin } from './shipped-policy';
import type { SimulatedZoom } from './simulated-zoom';

/**
 * What people usually add to the code of the official sample: a new signature after 1 s, 2 s and 4 s, without
 * jitter.
 */
const delays = [1000, 2000, 4000];

/**
 * Joins with the usual retry.
 * @param zoom The simulated Zoom.
 * @param onEnd Called when the client has joined or failed.
 */
export function joinAsUsual(zoom: SimulatedZoom, onEnd: (join: SimulatedJoin) => void): void {
  const { queue } = zoom;
  const signatures: SimulatedJoin['signatures'] = [];
  let refusedAt: number | undefined;

  function attempt(attempts: number) {
    zoom.sign((signature) => {
      signatures.push({ iat: signature.iat, arrivedAt: queue.now() });
      zoom.join(signature, (code) => {
        if (code !== undefined) refusedAt ??= queue.now();
        const delay = delays[attempts - 1];
        if (code !== undefined && delay !== undefined) {
          return queue.schedule(delay, () => attempt(attempts + 1));
        }
        const outcome = code === undefined ? 'joined' : 'failed';
        const end = { outcome, attempts, endedAt: queue.now(), signatures } as const;
        onEnd({ ...end, ...(refusedAt !== undefined && { refusedAt }) });
      });
    });
  }

  attempt(1);
}
