import { describe, expect, it, vi } from 'vitest';
import { createSelections, isDeepEqual } from '../../../src/meeting/selection';

describe('createSelections', () => {
  it('selects once per snapshot, even if the selector returns a new value each time', () => {
    const selector = vi.fn((numbers: number[]) => new Set(numbers));
    const selected = createSelections<Set<number>>().select(selector, Object.is);
    const snapshot = [1, 2];
    expect(selected(snapshot)).toBe(selected(snapshot));
    expect(selector).toHaveBeenCalledTimes(1);
    expect(selected([1, 2])).not.toBe(selected(snapshot));
  });

  it('keeps the previous value while the new one is equal to it', () => {
    const selected = createSelections<number[]>().select(
      (numbers: number[]) => numbers.filter((number) => number % 2 === 0),
      isDeepEqual,
    );
    const first = selected([1, 2]);
    expect(selected([2, 3])).toBe(first);
    expect(selected([2, 4])).toEqual([2, 4]);
  });

  it('keeps the current value when the selector changes but its result is equal', () => {
    const selections = createSelections<number[]>();
    const shown = selections.select((numbers: number[]) => numbers.slice(0, 1), isDeepEqual)([1, 2]);
    selections.setShown(shown);
    const another = selections.select((numbers: number[]) => numbers.slice(0, 1), isDeepEqual);
    expect(another([1, 3])).toBe(shown);
    const different = selections.select((numbers: number[]) => numbers.slice(1), isDeepEqual);
    expect(different([1, 3])).toEqual([3]);
  });

  it('uses a custom comparison', () => {
    const selected = createSelections<Map<number, string>>().select(
      (names: string[]) => new Map(names.entries()),
      (previous, next) => [...previous.values()].join() === [...next.values()].join(),
    );
    const first = selected(['Ada']);
    expect(selected(['Ada'])).toBe(first);
    expect(selected(['Grace'])).not.toBe(first);
  });
});

describe('isDeepEqual', () => {
  const row = { userId: 1, displayName: 'Ada', tags: ['a'] };

  it.each([
    [1, 1],
    [NaN, NaN],
    [undefined, undefined],
    [[], []],
    [[row], [{ ...row, tags: ['a'] }]],
    [{ one: { two: [row] } }, { one: { two: [{ ...row }] } }],
    [
      { a: 1, b: undefined },
      { b: undefined, a: 1 },
    ],
  ])('%o and %o are equal', (one, other) => {
    expect(isDeepEqual(one, other)).toBe(true);
  });

  it.each([
    [1, 2],
    [null, undefined],
    [null, {}],
    [{}, null],
    [[], {}],
    [[1], [1, 2]],
    [[1, 2], [1]],
    [[row], [{ ...row, displayName: 'Grace' }]],
    [{ a: undefined }, { b: undefined }],
    [{ a: undefined }, {}],
    [{}, { a: undefined }],
    [new Map([[1, 1]]), new Map([[1, 1]])],
    [new Set([1]), new Set([1])],
    [new Date(1), new Date(1)],
    [() => 1, () => 1],
    [{ date: new Date(1) }, { date: new Date(1) }],
  ])('%o and %o are different', (one, other) => {
    expect(isDeepEqual(one, other)).toBe(false);
  });

  it('changes neither value', () => {
    const [one, other] = [[row], [{ ...row, displayName: 'Grace' }]];
    const before = JSON.stringify([one, other]);
    isDeepEqual(one, other);
    expect(JSON.stringify([one, other])).toBe(before);
  });
});
