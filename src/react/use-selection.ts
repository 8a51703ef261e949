import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { MeetingStore } from '../meeting/meeting-store';
import { createSelections, isDeepEqual, type IsEqual } from '../meeting/selection';

/**
 * Returns what `select` selects from a store. The component re-renders only when the selection changes. The value is available in
 * the first render.
 *
 * @param isEqual Default: the same value, or arrays or plain objects with equal content.
 */
export function useSelection<Snapshot, Selection>(
  store: MeetingStore<Snapshot>,
  select: (snapshot: Snapshot) => Selection,
  isEqual: IsEqual<Selection> = isDeepEqual,
): Selection {
  const [selections] = useState(createSelections<Selection>);
  const { get, getOnServer } = useMemo(() => {
    const selected = selections.select(select, isEqual);
    return { get: () => selected(store.getSnapshot()), getOnServer: () => selected(store.getEmpty()) };
  }, [selections, store, select, isEqual]);
  const value = useSyncExternalStore(store.subscribe, get, getOnServer);
  useEffect(() => selections.setShown(value), [selections, value]);
  return value;
}
