import { finding, type DoctorFinding } from './doctor-finding';
import { nameOf } from './read-answer';

/** Whether a body contains the secret. Independent of the status, because an error page may show the configuration. */
export function leakInBody(body: string, secret: string | undefined): DoctorFinding | undefined {
  // A shorter one may be part of a word.
  if (secret && secret.length >= 8 && body.includes(secret))
    return finding('secret-leaked', 'the body of the response contains it');
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  const path = pathOfSecret(value);
  return path === undefined ? undefined : finding('secret-leaked', `the response has a field ${path}`);
}

/** The path of a string field whose name ends in “secret”: `sdkSecret`, `ZOOM_SDK_SECRET`, `config.client-secret`. */
function pathOfSecret(value: unknown, depth = 5): string | undefined {
  if (typeof value !== 'object' || value === null || depth === 0) return undefined;
  for (const [name, inner] of Object.entries(value) as [string, unknown][]) {
    if (/secret$/i.test(name.replace(/[_-]/g, '')) && typeof inner === 'string' && inner !== '')
      return nameOf(name);
    const below = pathOfSecret(inner, depth - 1);
    if (below !== undefined) return `${nameOf(name)}.${below}`;
  }
  return undefined;
}
