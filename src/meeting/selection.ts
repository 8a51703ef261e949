import { replaceEqualDeep } from '@tanstack/react-query';

/** Whether two selections count as the same, so that a component does not have to render again. */
export type IsEqual<Selection> = (previous: Selection, next: Selection) => boolean;

/**
 * Whether two values are the same, or arrays or plain objects with equal content, at any depth. If they differ, the result of
 * `replaceEqualDeep` is not used, because it contains copies of participants who have moved in a list.
 */
export function isDeepEqual(previous: unknown, next: unknown): boolean {
  return Object.is(replaceEqualDeep(previous, next), previous);
}

/** The selections of one component, which may pass another selector on each render. */
export interface Selections<Selection> {
  /**
   * Returns a function that selects from snapshots. It returns the same value for the same snapshot, even if `selector` makes a
   * new array each time, and the earlier value as long as the new one is equal to it.
   */
  select<Snapshot>(
    selector: (snapshot: Snapshot) => Selection,
    isEqual: IsEqual<Selection>,
  ): (snapshot: Snapshot) => Selection;
  /** Sets the value that the component shows now. A new selector returns it while its own selection is equal. */
  setShown(value: Selection): void;
}

export function createSelections<Selection>(): Selections<Selection> {
  let shown: { value: Selection } | undefined;
  return {
    select<Snapshot>(selector: (snapshot: Snapshot) => Selection, isEqual: IsEqual<Selection>) {
      let last: { snapshot: Snapshot; value: Selection } | undefined;
      return (snapshot: Snapshot) => {
        if (last && Object.is(last.snapshot, snapshot)) return last.value;
        const previous = last ?? shown;
        const next = selector(snapshot);
        const value = previous && isEqual(previous.value, next) ? previous.value : next;
        last = { snapshot, value };
        return value;
      };
    },
    setShown(value) {
      shown = { value };
    },
  };
}
