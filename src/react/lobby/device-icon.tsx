import type { DeviceKind } from '../../devices/device-store';

const paths: Readonly<Record<DeviceKind, string>> = {
  camera: 'M5 6h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2zM15 11l6-4v10l-6-4',
  microphone: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21',
};

/** The icon of a camera or microphone, with a line through it when it is off. */
export function DeviceIcon({ kind, isOn = true }: { kind: DeviceKind; isOn?: boolean }) {
  return (
    <svg
      className="rzm-device-icon"
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[kind]} />
      {!isOn && <path d="M3 3l18 18" />}
    </svg>
  );
}
