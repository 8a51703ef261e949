import type { ZoomResult } from './zoom-result';

/**
 * What a host does, and what participants do to themselves. Every method rejects with a `ZoomFailure`, outside a meeting too.
 * A method that changes the meeting resolves when Zoom has confirmed the change, and rejects with code 1 after 10 s without an
 * answer. Called by somebody who may not, it rejects with 5006 (host or co-host) or 5007 (host) and sends nothing.
 * Observed with 6.2.0.
 */
export interface ZoomHostControls {
  /**
   * Mutes or unmutes a microphone. Your own needs connected audio (rejects with 6015). Another participant's: host or co-host
   * only, and the participant needs connected audio (6015). Unmuting somebody else resolves at once: Zoom asks them first.
   *
   * @param mute Whether to mute.
   * @param userId Whose. Default: your own.
   */
  mute(mute: boolean, userId?: number): Promise<ZoomResult>;
  /** Mutes everyone, or asks everyone to unmute. Host or co-host. Sends no event by itself. */
  muteAll(mute: boolean): Promise<ZoomResult>;
  /** Disconnects your own audio. Resolves without audio, too. */
  stopAudio(): Promise<ZoomResult> | undefined;
  /**
   * Changes a name: your own if the host allows it (otherwise 5014), or another participant's as host or co-host. Resolves
   * with nothing if the name is the same.
   */
  rename(name: string, userId: number): Promise<ZoomResult | undefined>;
  /**
   * Lets somebody in from the waiting room. Host or co-host. `getAttendeeslist()` does not list those who wait: the `userId`
   * comes from `user-added` with `bHold: true`.
   */
  admit(userId: number): Promise<ZoomResult>;
  /**
   * Lets everyone in from the waiting room. Host or co-host. Has no timeout: it stays pending while Zoom does not
   * answer, as it may when nobody waits.
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
  /** Lets a webinar attendee speak, or not any more. Host or co-host, webinars only. */
  allowAttendeeToTalk(userId: number, isAllowed: boolean): Promise<ZoomResult>;
  /** Locks the meeting for newcomers, or unlocks it. Host or co-host. There is neither an event nor a getter for it. */
  lockMeeting(lock: boolean): Promise<ZoomResult>;

  /** Makes somebody else the host. Host only. */
  makeHost(userId: number): Promise<ZoomResult>;
  /** Makes somebody a co-host. Host only. Rejects with 5011 if they are one. */
  makeCoHost(userId: number): Promise<ZoomResult>;
  /** Makes a co-host a participant again. Host only. */
  revokeCoHost(userId: number): Promise<ZoomResult>;
  /**
   * Makes you the host again. Resolves at once if you are. Only for those who scheduled the meeting and alternative hosts
   * (otherwise 5011).
   */
  reclaimHost(): Promise<ZoomResult>;
  /** Makes you the host with the host key, a number of 6 to 10 digits. Rejects if the key is wrong (2) or there is a host. */
  claimHostWithHostKey(hostKey: string): Promise<ZoomResult>;
  /** Whether you are the host. */
  isHost(): boolean;
  /** Whether you are a co-host. */
  isCoHost(): boolean;
  /** Whether you scheduled the meeting. */
  isOriginHost(): boolean;

  /**
   * Starts, pauses or stops the recording in Zoom's cloud. Host or co-host. Rejects with 7200 if the account does not allow
   * it, 7202 to pause what is not started, 7201 if it must not be stopped.
   */
  record(action: 'start' | 'pause' | 'stop'): Promise<ZoomResult>;
  /**
   * Records on this computer. 0: stop, 1: start, 2: pause. Rejects with an `Error` unless local recording is possible and the
   * host has allowed it.
   */
  mediaCapture(status: 0 | 1 | 2): Promise<ZoomResult>;
  /**
   * The permission to record on one's own computer. A participant asks with `request`; the host answers with `grant` or takes it
   * back with `revoke`.
   *
   * @param userId Whom to answer. Not for `request`.
   * @param answer For `grant`: 1 deny, 2 allow.
   */
  mediaCapturePermission(
    operation: 'grant' | 'request' | 'revoke',
    userId?: number,
    answer?: 1 | 2,
  ): Promise<ZoomResult | boolean> | undefined;
}
