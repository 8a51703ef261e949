import { useEffect, useLayoutEffect } from 'react';

/** `useLayoutEffect`, without the warning that React 18 prints on a server, where effects never run. */
export const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;
