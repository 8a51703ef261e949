import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const doc = readFileSync(new URL('../../../docs/signature-is-invalid.md', import.meta.url), 'utf8');

/** The result of `Math.round` for a `long` in Java, in s. Java calls `Math.round(float)` for it. */
const rounded = (seconds: number) => Math.fround(seconds);

function row(clock: number): string {
  const ahead = rounded(clock) - clock;
  const verdict = ahead === 0 ? 'correct' : ahead < 0 ? `${-ahead} s behind` : `**${ahead} s ahead**`;
  return `| ${clock} | ${rounded(clock)} | ${verdict} |`;
}

/** By how many seconds the signatures of a period of 256 s are ahead. After that, the rounding repeats. */
const leads = (backDating: number) =>
  Array.from({ length: 256 }, (_, second) => 1_800_000_000 + second)
    .map((clock) => rounded(clock - backDating) - clock)
    .filter((lead) => lead > 0);
const percent = (part: readonly number[]) => `${((part.length / 256) * 100).toFixed(1)} %`;

describe('docs/signature-is-invalid.md', () => {
  it('shows how a 32-bit float rounds the time', () => {
    const table = [0, 32, 64, 65, 96, 127, 128, 191, 192].map((second) => row(1_800_000_000 + second));
    expect(doc.match(/^\| 18\d{8} .*$/gm)).toEqual(table);
  });

  it('says how often iat is ahead and by how much, backdated or not', () => {
    expect(doc).toContain(`${percent(leads(0))} of all signatures have an \`iat\` in the future.`);
    expect(doc).toMatch(
      new RegExp(`leaves ${percent(leads(30))} in the future, by up to ${Math.max(...leads(30))} s\\.`),
    );
  });

  it('says that the float keeps the same iat for 128 s', () => {
    const clocks = Array.from({ length: 4096 }, (_, second) => 1_800_000_000 + second);
    expect(new Set(clocks.map(rounded)).size - 1).toBe(4096 / 128);
  });
});
