import type { ZoomResult } from './zoom-result';

/** What a camera can do: turn left and right, turn up and down, zoom. */
export interface ZoomPtzCapability {
  pan: boolean;
  tilt: boolean;
  zoom: boolean;
}

/** A command to a camera. 2: zoom in, 3: zoom out, 4: left, 5: right, 6: up, 7: down, 8: the next camera. */
export type ZoomCameraCommand = 2 | 3 | 4 | 5 | 6 | 7 | 8;

/**
 * Controls cameras that pan, tilt and zoom: the user's own and those of other participants. Outside a meeting, the methods
 * throw a `TypeError`. They reject with 6151 or 6152 if the camera cannot be controlled. Observed with 6.2.0.
 */
export interface ZoomCameraControls {
  /** Whether this browser supports controlling cameras. */
  isBrowserSupportPTZ(): boolean;
  /** What the user's own camera can do. Default: the active camera. */
  getCameraPTZCapability(cameraId?: string): ZoomPtzCapability;
  /** What another participant's camera can do. */
  getFarEndCameraPTZCapability(userId: number): ZoomPtzCapability;
  /** Moves the user's own camera. `range` is between 0 and 100. Rejects with 6151 while the camera is off. */
  controlCamera(option: {
    cmd: Exclude<ZoomCameraCommand, 8>;
    range: number;
    reset?: boolean;
  }): Promise<ZoomResult>;
  /** Moves another participant's camera. Rejects with 6152 unless they have allowed it. */
  controlFarEndCamera(option: {
    userId: number;
    cmd: ZoomCameraCommand;
    range?: number;
  }): Promise<ZoomResult>;
  /**
   * Asks to control another participant's camera. The participant's answer arrives in `far-end-camera-response-control`.
   * Rejects while the camera is off.
   */
  requestFarEndCameraControl(userId: number): Promise<ZoomResult>;
  /** Stops controlling another participant's camera. */
  giveUpFarEndCameraControl(userId: number): Promise<ZoomResult>;
  /** Allows a participant's request. */
  approveFarEndCameraControl(userId: number): Promise<ZoomResult>;
  /** Refuses a participant's request, or revokes the control. */
  declineFarEndCameraControl(userId: number): Promise<ZoomResult>;
}
