import express from 'express';
import { KJUR } from 'jsrsasign';
import { keys } from './signature-endpoint';

/**
 * A re-creation of the endpoint in Zoom's `meetingsdk-auth-endpoint-sample`, based on its behaviour: the same
 * input, errors and answers, for any origin.
 */
export const officialSample = express();
officialSample.use((_, response, next) => {
  response.set('access-control-allow-origin', '*');
  next();
});
officialSample.options('/', (request, response) => {
  response
    .set('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '')
    .sendStatus(204);
});
officialSample.post('/', express.json(), (request, response) => {
  const fields = request.body as Record<string, unknown>;
  const numberIn = (name: string) =>
    typeof fields[name] === 'string' ? parseInt(fields[name], 10) : (fields[name] as number | undefined);
  const [role, expirationSeconds, videoWebRtcMode] = ['role', 'expirationSeconds', 'videoWebRtcMode'].map(
    numberIn,
  );

  const errors: { property: string; reason: string }[] = [];
  const isOneOf = (property: string, value: number | undefined) => {
    if (value !== undefined && value !== 0 && value !== 1)
      errors.push({ property, reason: `Value is not valid. Got ${value}, expected 0,1` });
  };
  if ((fields.meetingNumber === undefined) !== (role === undefined))
    errors.push({ property: '$schema', reason: 'All or none must be present: meetingNumber, role' });
  isOneOf('role', role);
  isOneOf('videoWebRtcMode', videoWebRtcMode);
  if (expirationSeconds !== undefined && !(expirationSeconds >= 1800 && expirationSeconds <= 172_800))
    errors.push({ property: 'expirationSeconds', reason: 'Value must in between 1800 and 172800' });
  if (errors.length > 0) return void response.status(400).json({ errors });

  const iat = Math.floor(Date.now() / 1000);
  const exp = iat + (expirationSeconds ?? 7200);
  const claims = {
    appKey: keys.sdkKey,
    sdkKey: keys.sdkKey,
    mn: fields.meetingNumber,
    role,
    iat,
    exp,
    tokenExp: exp,
    video_webrtc_mode: videoWebRtcMode,
  };
  const header = JSON.stringify({ alg: 'HS256', typ: 'JWT' });
  const signature = KJUR.jws.JWS.sign('HS256', header, JSON.stringify(claims), keys.sdkSecret);
  response.json({ signature, sdkKey: keys.sdkKey });
});
