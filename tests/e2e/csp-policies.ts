import { readFileSync } from 'node:fs';
import { fencedBlocks } from '../unit/docs/fenced-blocks';

/** The policies of docs/recipes/csp.md. */
export function documentedPolicies(): { fromCdn: string; selfHosted: string; withNonce: string } {
  const page = readFileSync(new URL('../../docs/recipes/csp.md', import.meta.url), 'utf8');
  const [fromCdn, selfHosted, withNonce] = fencedBlocks(page)
    .filter(({ language }) => language === 'http')
    .map(({ code }) => code.replace('Content-Security-Policy:', '').replace(/\s+/g, ' ').trim()) as [
    string,
    string,
    string,
  ];
  return { fromCdn, selfHosted, withNonce };
}

/** The policy, extended for the hosts of the stand-in's socket and ping. */
export const allowStandIn = (policy: string): string =>
  policy.replace('wss://*.zoom.us', '$& https://*.zoom-standin.test wss://*.zoom-standin.test');
