import type { ZoomResult } from './zoom-result';

/**
 * Methods for hosts, and methods that participants use for themselves. Every method rejects with a `ZoomFailure`, even outside
 * a meeting. A method that changes the meeting resolves when Zoom has confirmed the change, and rejects with code 1 if there is
 * no response within 10 s. If the user is not allowed to call a method, it sends nothing and rejects: with 5006 if it is for
 * hosts and co-hosts, and with 5007 if it is for the host. Observed with 6.2.0.
 */
export interface ZoomHostControls {
  /**
   * Mutes or unmutes a microphone, which requires connected audio (otherwise 6015). For another participant: host or co-host.
   * Unmuting somebody else resolves at once, and Zoom asks them first.
   *
   * @param mute Whether to mute.
   * @param userId The participant. Default: yourself.
   */
  mute(mute: boolean, userId?: number): Promise<ZoomResult>;
  /** Mutes everyone, or asks everyone to unmute. Host or co-host. There is no event for it. */
  muteAll(mute: boolean): Promise<ZoomResult>;
  /** Disconnects your own audio. Also resolves if no audio is connected. */
  stopAudio(): Promise<ZoomResult> | undefined;
  /**
   * Changes a name: your own if the host allows it (otherwise 5014), or another participant's as host or co-host. Resolves
   * with nothing if the name is the same.
   */
  rename(name: string, userId: number): Promise<ZoomResult | undefined>;
  /**
   * Lets somebody in from the waiting room. Host or co-host. `getAttendeeslist()` does not list people in the waiting room. Get
   * the `userId` from `user-added` with `bHold: true`.
   */
  admit(userId: number): Promise<ZoomResult>;
  /**
   * Lets everyone in from the waiting room. Host or co-host. Has no timeout: it stays pending until Zoom responds, which may
   * not happen when nobody is waiting.
   */
  admitAll(): Promise<ZoomResult>;
  /**
   * Moves a participant to the waiting room. Host or co-host.
   *
   * @param hold Ignored by 6.2.0, which always moves the participant there. Use `admit()` to let them in again.
   */
  putOnHold(userId: number, hold?: boolean): Promise<ZoomResult>;
  /** Removes a participant. Host or co-host. */
  expel(userId: number): Promise<ZoomResult>;
  /** Allows a webinar attendee to speak, or revokes the permission. Host or co-host, webinars only. */
  allowAttendeeToTalk(userId: number, isAllowed: boolean): Promise<ZoomResult>;
  /**
   * Locks the meeting, so that nobody else can join, or unlocks it. Host or co-host. There is neither an event nor a getter for
   * it.
   */
  lockMeeting(lock: boolean): Promise<ZoomResult>;

  /** Makes somebody else the host. Host only. */
  makeHost(userId: number): Promise<ZoomResult>;
  /** Makes somebody a co-host. Host only. Rejects with 5011 if they already are a co-host. */
  makeCoHost(userId: number): Promise<ZoomResult>;
  /** Makes a co-host a participant again. Host only. */
  revokeCoHost(userId: number): Promise<ZoomResult>;
  /**
   * Makes you the host again. Resolves at once if you are the host. Only for the user who scheduled the meeting, and for
   * alternative hosts (otherwise 5011).
   */
  reclaimHost(): Promise<ZoomResult>;
  /**
   * Makes you the host with the host key, a number of 6 to 10 digits. Rejects if the key is wrong (2), or if the meeting has a
   * host.
   */
  claimHostWithHostKey(hostKey: string): Promise<ZoomResult>;
  /** Whether you are the host. */
  isHost(): boolean;
  /** Whether you are a co-host. */
  isCoHost(): boolean;
  /** Whether you scheduled the meeting. */
  isOriginHost(): boolean;

  /**
   * Starts, pauses or stops the recording in Zoom's cloud. Host or co-host. Rejects with 7200 if the account does not allow
   * recording, 7202 if you pause a recording that is not running, and 7201 if the recording must not be stopped.
   */
  record(action: 'start' | 'pause' | 'stop'): Promise<ZoomResult>;
  /**
   * Changes the recording on this computer. 0: stop, 1: start, 2: pause. Rejects with an `Error` unless local recording is
   * possible and the host has allowed it.
   */
  mediaCapture(status: 0 | 1 | 2): Promise<ZoomResult>;
  /**
   * The permission to record on one's own computer. A participant asks for it with `request`. The host responds with `grant`,
   * or revokes it with `revoke`.
   *
   * @param userId The participant whose permission changes. Not used for `request`.
   * @param answer For `grant`: 1 deny, 2 allow.
   */
  mediaCapturePermission(
    operation: 'grant' | 'request' | 'revoke',
    userId?: number,
    answer?: 1 | 2,
  ): Promise<ZoomResult | boolean> | undefined;
}
