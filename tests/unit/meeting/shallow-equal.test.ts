import { describe, expect, it } from 'vitest';
import { isShallowEqual } from '../../../src/meeting/shallow-equal';

describe('isShallowEqual', () => {
  const same = {};
  it.each([
    [1, 1],
    [NaN, NaN],
    [undefined, undefined],
    [[], []],
    [
      [1, same],
      [1, same],
    ],
    [
      { a: 1, b: same },
      { b: same, a: 1 },
    ],
  ])('%o and %o are equal', (one, other) => {
    expect(isShallowEqual(one, other)).toBe(true);
  });

  it.each([
    [1, 2],
    [0, -0],
    [null, {}],
    [{}, null],
    [{}, undefined],
    [[], {}],
    [[1], [1, 2]],
    [[{}], [{}]],
    [{ a: 1 }, { a: 2 }],
    [{ a: undefined }, { b: undefined }],
    [{ a: 1 }, { a: 1, b: 1 }],
    [new Map([[1, 1]]), new Map([[2, 2]])],
    [new Set([1]), new Set([2])],
    [new Date(1), new Date(2)],
    [new Date(1), {}],
  ])('%o and %o are different', (one, other) => {
    expect(isShallowEqual(one, other)).toBe(false);
  });
});
