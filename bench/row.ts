import { quantile } from './statistics';

/** A line of the table in docs/performance.md. */
export interface Row {
  measure: string;
  /** With its unit. */
  ours: string;
  /** With its unit. */
  rival: string;
  /** This library's value divided by the rival's. */
  ratio?: number;
  /** The first and the third quartile of the ratios. */
  spread?: readonly [number, number];
  goal: string;
  /** Left out if the row is for information. */
  isMet?: boolean;
}

declare module 'vitest' {
  export interface TaskMeta {
    bench?: Row[];
  }
}

export const percent = (share: number) => `${Number((share * 100).toPrecision(3))} %`;
export const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

/** Pairs of measurements: this library and the rival, one right after the other. */
export interface Pairs {
  ours: readonly number[];
  rival: readonly number[];
}

/**
 * Compares the two measurements of each pair, because anything that slows the machine down affects both.
 * @param format Formats a value with its unit.
 * @param goal What the median of the ratios must reach: at most or at least this value.
 */
export function compare(
  measure: string,
  { ours, rival }: Pairs,
  format: (value: number) => string,
  goal: { atMost: number } | { atLeast: number },
): Row {
  const ratios = ours.map((value, index) => value / rival[index]!);
  const ratio = quantile(ratios, 0.5);
  const isAtMost = 'atMost' in goal;
  return {
    measure,
    ours: format(quantile(ours, 0.5)),
    rival: format(quantile(rival, 0.5)),
    ratio,
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    goal: isAtMost ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`,
    isMet: isAtMost ? ratio <= goal.atMost : ratio >= goal.atLeast,
  };
}
