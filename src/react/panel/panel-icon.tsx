/** Drawn on 24 × 24, with lines of 1.75. */
const shapes = {
  app: 'M14 4h6v6M20 4l-9 9M18 14v4a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h4',
  busy: 'M8 8V6a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-2M6 8h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2z',
  clock: 'M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18zM12 7.5V12l3 2',
  door: 'M3 21h18M6 21V5a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v16M14 12v.01',
  ended:
    'M3.2 14.6c-.5-1.2-.2-2.6.8-3.4a13 13 0 0 1 16 0c1 .8 1.3 2.2.8 3.4l-.3.8a1.5 1.5 0 0 1-1.9.9l-2.6-.9a1.5 1.5 0 0 1-1-1.4v-1.3a9 9 0 0 0-6 0V14a1.5 1.5 0 0 1-1 1.4l-2.6.9a1.5 1.5 0 0 1-1.9-.9z',
  lock: 'M6 11h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zM8 11V7.5a4 4 0 0 1 8 0V11M12 15v2.5',
  mail: 'M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM3.5 7.5l8.5 6l8.5-6',
  offline:
    'M3 3l18 18M8.6 15.3a5 5 0 0 1 5.4-1M5.5 11.8a10 10 0 0 1 4.3-2.4M2.5 8.3a15 15 0 0 1 3.7-2.4M14 8.1a10 10 0 0 1 4.5 3.7M10.5 5.1a15 15 0 0 1 11 3.2M12 19v.01',
  person: 'M12 4a4 4 0 1 1 0 8a4 4 0 0 1 0-8zM4.5 20.5a7.5 7.5 0 0 1 15 0',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13zM15.5 15.5l5 5',
  video: 'M5 6h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2zM15 11l6-4v10l-6-4',
  warning:
    'M12 9v4.5M12 17v.01M10.3 4.2L2.7 17.5A2 2 0 0 0 4.4 20.5h15.2a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0z',
} as const;

/** An icon of the default panels. */
export type ZoomPanelIcon = keyof typeof shapes;

/** An icon. It is hidden from screen readers, which read the title. */
export function PanelIcon({ name }: { name: ZoomPanelIcon }) {
  return (
    <svg
      width="28"
      height="28"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
