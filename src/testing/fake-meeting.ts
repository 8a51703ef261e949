import type { ConnectionChange, UserChange, ZoomJoinOptions, ZoomParticipant } from '../sdk/zoom-sdk';
import type { FakeJoin, ZoomFailure } from './fake-join';
import { hostAbsent, leavingMeeting, zoomFailure } from './fake-join';
import type { FakeMeetingBox } from './fake-meeting-box';
import type { FakePage } from './fake-page';
import { changedRow, eventRow, newParticipant } from './fake-roster';
import { readClaims } from './fake-signature';
import { createTimers } from './fake-timers';
import type { FakeZoomState } from './fake-zoom-sdk';

interface PendingJoin {
  resolve(result: unknown): void;
  reject(reason: unknown): void;
}

/** The time between `Connected` and the own roster row. It is part of the time that a join takes. */
const rosterMs = 20;

const statusLines: Readonly<Partial<Record<FakeZoomState, string>>> = {
  'waiting-room': 'In the waiting room',
  joined: 'In the meeting',
  reconnecting: 'Reconnecting',
};

/** One client's meeting: its state, and the events that a change of state emits. */
export class FakeMeeting {
  state: FakeZoomState = 'idle';
  /** The own roster row, once it has arrived. */
  self: ZoomParticipant | null = null;
  box: FakeMeetingBox | undefined;
  /** The recording in the cloud. */
  recording: 'Recording' | 'Paused' | 'Stopped' = 'Stopped';
  private readonly timers = createTimers();
  /** The joins that settle together: an unanswered one settles with the one that came after it. */
  private pending: PendingJoin[] = [];
  /** The join that Zoom has not answered yet. Until it does, the SDK can neither leave nor refuse another join. */
  private asking: PendingJoin | undefined;
  /** The last `leave()`. */
  private leaving: object | undefined;
  private options: ZoomJoinOptions | undefined;
  /** The options of the client's first join. */
  private firstOptions: ZoomJoinOptions | undefined;
  private userId = 0;
  private onHold = false;

  constructor(private readonly page: FakePage) {}

  get isInMeeting(): boolean {
    return this.state === 'joined';
  }

  get isConnected(): boolean {
    return this.state === 'joined' || this.state === 'waiting-room';
  }

  get roster(): ZoomParticipant[] {
    if (!this.isInMeeting || !this.self) return [];
    // The SDK does not list participants in the waiting room.
    return [this.self, ...[...this.page.others.values()].filter(({ bHold }) => !bHold)];
  }

  /** Throws unless the state is one of these: a control that silently does nothing makes tests pass by accident. */
  requireState(control: string, ...states: FakeZoomState[]): void {
    if (states.includes(this.state)) return;
    throw new Error(
      `${control}() needs the fake to be ${states.map((state) => `'${state}'`).join(' or ')}, but it is '${this.state}'.`,
    );
  }

  join(options: ZoomJoinOptions, ms: number): Promise<unknown> {
    const isFree = ['idle', 'waiting-for-host', 'leaving'].includes(this.state);
    if (!isFree && !this.asking) return Promise.reject(zoomFailure(5012));
    this.state = 'joining';
    this.options = options;
    this.firstOptions ??= options;
    this.userId = this.page.nextUserId();
    this.onHold = false;
    return new Promise((resolve, reject) => {
      const join = { resolve, reject };
      this.asking = join;
      this.pending.push(join);
      this.timers.after(ms / 2, () => void this.askZoom(join, options.signature, ms / 2));
    });
  }

  /** The signature is verified when the request arrives, half-way through the time that the join takes. */
  private async askZoom(join: PendingJoin, signature: string, ms: number): Promise<void> {
    try {
      const refusal = await this.page.options.verify?.(signature);
      if (this.asking === join) this.answer(refusal ?? this.page.nextJoin(), ms);
    } catch (error) {
      if (this.asking === join) this.crash(error);
    }
  }

  private answer(join: FakeJoin, ms: number): void {
    const rowMs = Math.min(rosterMs, ms);
    if (join === 'hang') return;
    this.asking = undefined;
    if (join === 'cancelled-then-connected') {
      this.timers.after(ms, () => this.reconnect('failover', this.page.options.reconnectMs));
    } else if (join instanceof Error) this.timers.after(ms, () => this.crash(join));
    else if (typeof join === 'number') this.timers.after(ms, () => this.refuse(zoomFailure(join), false));
    else if (typeof join === 'object') {
      this.timers.after(ms, () => this.refuse(zoomFailure(join), join.resolves === true));
    } else {
      this.onHold = join === 'waiting-room';
      this.timers.after(ms - rowMs, () => this.connected());
      if (join !== 'connected-only') this.timers.after(ms, () => this.rowArrived());
    }
  }

  private refuse(failure: ZoomFailure, resolves: boolean): void {
    const { type, ...change } = failure;
    this.state = failure.errorCode === hostAbsent ? 'waiting-for-host' : 'idle';
    // A refusal by Zoom also sends an event. An earlier refusal by the SDK does not.
    if (type === 'JOIN_MEETING_FAILED') this.change({ state: 'Fail', ...change });
    if (resolves) this.resolvePending(failure);
    else this.rejectPending(failure);
  }

  private crash(error: unknown): void {
    this.asking = undefined;
    this.state = 'idle';
    this.rejectPending(error);
  }

  private resolvePending(result: unknown): void {
    this.pending.forEach(({ resolve }) => resolve(result));
    this.pending = [];
  }

  private rejectPending(reason: unknown): void {
    this.pending.forEach(({ reject }) => reject(reason));
    this.pending = [];
  }

  private connected(): void {
    this.state = this.onHold ? 'waiting-room' : 'joined';
    this.change({ state: 'Connected' });
    this.draw();
  }

  private rowArrived(): void {
    const { userName = '', customerKey, signature = '' } = this.options ?? {};
    const isHost = Number(readClaims(signature).role) === 1;
    this.self = {
      ...newParticipant(this.userId, userName),
      isHost,
      bHold: this.onHold,
      ...(customerKey !== undefined && { customerKey }),
    };
    const { breakout, events } = this.page;
    if (breakout.status === 2) events.emit('room-state-change', { status: 2 });
    events.emit('user-added', [eventRow(this.self)]);
    if (!this.onHold) this.othersAppear();
    if (breakout.joined) this.mainSessionAppears();
    this.draw();
    this.resolvePending('');
  }

  private othersAppear(): void {
    if (this.page.others.size > 0)
      this.page.events.emit('user-added', [...this.page.others.values()].map(eventRow));
  }

  /** In a breakout room, the SDK also receives the main session. */
  private mainSessionAppears(): void {
    const { breakout, events } = this.page;
    events.emit('main-session-user-updated', {});
    events.emit('user-updated', this.roster.map(eventRow));
    events.emit('room-state-change', { status: breakout.status });
  }

  /** The host has arrived: the SDK joins with the options of the client's first join. */
  hostArrives(): void {
    this.options = this.firstOptions;
    this.enter();
  }

  /** Joins automatically, because the host has arrived or the connection is back. */
  enter(): void {
    this.timers.clear();
    this.connected();
    this.rowArrived();
  }

  admit(): void {
    this.onHold = false;
    this.state = 'joined';
    // Without an earlier row, the participant is added as admitted.
    if (!this.self) return;
    this.updateSelf({ bHold: false });
    this.othersAppear();
  }

  /** The host moves the user back to the waiting room: the SDK drops the connection and joins again. */
  hold(): void {
    this.onHold = true;
    this.reconnect('on hold', this.page.options.reconnectMs);
  }

  /** A join that is still in flight rejects, although the meeting may connect all the same. */
  reconnect(reason: string, recoverAfterMs: number | undefined, more: Partial<ConnectionChange> = {}): void {
    this.timers.clear();
    this.state = 'reconnecting';
    this.self = null;
    this.rejectPending(zoomFailure(3));
    this.change({ state: 'Reconnecting', reason, ...more });
    this.draw();
    if (recoverAfterMs !== undefined) this.timers.after(recoverAfterMs, () => this.enter());
  }

  addOther(row: ZoomParticipant): void {
    this.page.others.set(row.userId, row);
    this.rosterChanged('user-added', row);
  }

  removeOther(userId: number, more: Partial<UserChange> = {}): void {
    const row = this.page.others.get(userId);
    if (!row) return;
    this.page.others.delete(userId);
    this.rosterChanged('user-removed', { ...row, ...more });
  }

  /** Changes the own row or another one's. */
  changeRow(userId: number, change: Partial<ZoomParticipant>): void {
    if (this.self?.userId === userId) return this.updateSelf(change);
    const row = this.page.others.get(userId);
    if (!row) return;
    this.page.others.set(userId, changedRow(row, change));
    this.rosterChanged('user-updated', { userId, ...change });
  }

  /** There is only one host: the previous ones lose the role. */
  makeHost(userId: number): void {
    const hosts = this.roster.filter((row) => row.isHost);
    this.changeRow(userId, { isHost: true });
    for (const host of hosts) this.changeRow(host.userId, { isHost: false });
  }

  /** Participants are reported only to those who are in the meeting with them. */
  private rosterChanged(event: 'user-added' | 'user-updated' | 'user-removed', row: UserChange): void {
    if (!this.isInMeeting || !this.self) return;
    this.page.events.emit(event, [eventRow(row)]);
    this.draw();
  }

  updateSelf(change: Partial<ZoomParticipant>): void {
    if (!this.self) return;
    this.self = changedRow(this.self, change);
    this.page.events.emit('user-updated', [eventRow({ userId: this.self.userId, ...change })]);
    this.draw();
  }

  /** The meeting is over, for any reason. A join that is still in flight rejects. */
  close(change: ConnectionChange, rejection: ZoomFailure = leavingMeeting): void {
    this.timers.clear();
    this.asking = undefined;
    this.state = 'idle';
    this.self = null;
    this.box?.clear();
    this.rejectPending({ ...rejection });
    this.change(change);
  }

  /**
   * Leaving takes time even when there is nothing to leave. A join that Zoom has not answered yet, a wait for the
   * host, or a reconnection is not left: it continues, and connects.
   */
  leave(): Promise<''> {
    const leaving = (this.leaving = {});
    if (['joining', 'waiting-room', 'joined'].includes(this.state) && !this.asking) {
      this.close({ state: 'Closed' });
      this.state = 'leaving';
    }
    return new Promise((resolve) => {
      setTimeout(() => {
        if (this.state === 'leaving' && this.leaving === leaving) this.state = 'idle';
        resolve('');
      }, this.page.options.leaveMs);
    });
  }

  /** The page is gone: nothing happens any more, and a join that is in flight never settles. */
  abandon(): void {
    this.timers.clear();
    this.pending = [];
    this.asking = undefined;
    this.state = 'idle';
    this.self = null;
    this.box?.clear();
  }

  draw(): void {
    const status = statusLines[this.state];
    if (status === undefined) return;
    this.box?.show({
      meetingNumber: this.options?.meetingNumber ?? '',
      status,
      names: this.roster.map(({ displayName, userId }) =>
        userId === this.userId ? `${displayName} (you)` : displayName,
      ),
    });
  }

  private change(change: ConnectionChange): void {
    this.page.events.emit('connection-change', change);
  }
}
