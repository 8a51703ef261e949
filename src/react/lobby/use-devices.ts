import { useEffect, useState, useSyncExternalStore } from 'react';
import {
  createDeviceStore,
  initialDevices,
  type Devices,
  type DeviceStore,
} from '../../devices/device-store';

/** The user's devices. They are turned on while the component is mounted. */
export function useDevices(): { devices: Devices; store: DeviceStore } {
  const [store] = useState(() => createDeviceStore());
  useEffect(() => {
    store.start();
    return store.stop;
  }, [store]);
  const devices = useSyncExternalStore(store.subscribe, store.getSnapshot, () => initialDevices);
  return { devices, store };
}
