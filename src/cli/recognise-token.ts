import { decodeSignature } from '../signature/decode-signature';
import { finding, type DoctorFinding } from './doctor-finding';

/** Recognises another kind of Zoom token, used instead of a signature, by its claims. */
export function recogniseToken(signature: string): DoctorFinding | undefined {
  const decoded = decodeSignature(signature);
  if (!decoded)
    return isLegacy(signature) ? finding('legacy-signature', 'it is base64 with five parts') : undefined;
  const { header, claims } = decoded;
  const has = (name: string) => claims[name] !== undefined;
  if (has('appKey') || has('sdkKey') || has('mn')) return undefined;
  if (has('app_key') || has('tpc')) {
    return finding('video-sdk', `it has ${['app_key', 'tpc', 'role_type'].filter(has).join(', ')}`);
  }
  if (has('zid') || claims.aud === 'clientsm') return finding('zak-token', 'it has the claims of a ZAK');
  if (has('auid') || has('scope') || (header.v !== undefined && has('uid'))) {
    return finding('oauth-token', 'it has the claims of an access token');
  }
  if (has('iss')) return finding('api-jwt', 'it has iss, and neither appKey nor mn');
  return undefined;
}

/** `base64(key.meeting.timestamp.role.hash)` */
function isLegacy(text: string): boolean {
  if (!/^[\w+/-]{40,}={0,2}$/.test(text)) return false;
  return /^[^.]+\.\d{9,11}\.\d{13}\.[0-5]\.[\w+/=]+$/.test(Buffer.from(text, 'base64').toString('latin1'));
}
