import type { DeviceChoice, DeviceKind } from '../../devices/device-store';
import { DeviceIcon } from './device-icon';

/** Chooses between the devices of a kind. Renders nothing if there are none. */
export function DeviceSelect({
  kind,
  label,
  choices,
  deviceId = '',
  onSelect,
}: {
  kind: DeviceKind;
  label: string;
  choices: readonly DeviceChoice[];
  /** The id of the selected device. */
  deviceId: string | undefined;
  onSelect: (deviceId: string) => void;
}) {
  if (choices.length === 0) return null;
  return (
    <div className="rzm-field">
      <DeviceIcon kind={kind} />
      <select
        className="rzm-input rzm-select"
        aria-label={label}
        value={deviceId}
        onChange={({ target }) => onSelect(target.value)}
      >
        {choices.map((choice, index) => (
          <option key={choice.id} value={choice.id}>
            {choice.label || `${label} ${index + 1}`}
          </option>
        ))}
      </select>
    </div>
  );
}
