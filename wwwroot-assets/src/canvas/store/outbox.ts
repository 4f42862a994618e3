import type { Pending } from '../protocol/outgoing';

/** How the outbox reaches the server and keeps what is under way. */
export interface OutboxOptions {
  /** Gives one message to the server; rejects while the line is down. */
  readonly send: (json: string) => Promise<unknown>;
  /** Where unconfirmed commands survive a reload; null where the browser allows none. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  /** Under which name. */
  readonly key: string;
}

/** A first attempt to send again follows after this time, later ones after twice the time before, up to the limit. */
const firstDelay = 500;
const lastDelay = 8000;

/** A command that was sent and not confirmed for so long is sent again; the server knows commands by their ids. */
const patience = 10_000;

/**
 * Commands in the order in which they were given, kept until the server confirms or refuses them. They are sent at once; while the line is
 * down they wait, and all that is unconfirmed is sent again in order once it is back.
 */
export class Outbox {
  private pending: Pending[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private delay = firstDelay;
  private isDown = false;

  constructor(private readonly options: OutboxOptions) {
    this.pending = this.load();
  }

  /** What is not confirmed yet. */
  get commands(): readonly Pending[] {
    return this.pending;
  }

  /** Sends a command, or keeps it until it can be sent. */
  add(command: Pending): void {
    this.pending.push(command);
    this.save();
    if (!this.isDown) {
      this.sendOne(command);
      this.watch(patience);
    }
  }

  /** Sends all that is unconfirmed again, oldest first. */
  resend(): void {
    this.isDown = false;
    for (const command of this.pending) {
      this.sendOne(command);
    }

    if (this.pending.length > 0) {
      this.watch(patience);
    }
  }

  /** The server has confirmed or refused this command. */
  settle(commandId: string): void {
    const before = this.pending.length;
    this.pending = this.pending.filter((c) => c.commandId !== commandId);
    if (this.pending.length !== before) {
      this.delay = firstDelay;
      this.save();
    }

    if (this.pending.length === 0) {
      clearTimeout(this.timer);
      this.timer = undefined;
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private sendOne(command: Pending): void {
    this.options.send(JSON.stringify(command)).catch(() => this.lineIsDown());
  }

  private lineIsDown(): void {
    if (this.isDown) {
      return;
    }

    this.isDown = true;
    this.watch(this.delay);
    this.delay = Math.min(this.delay * 2, lastDelay);
  }

  private watch(time: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.resend(), time);
  }

  private save(): void {
    try {
      if (this.pending.length === 0) {
        this.options.storage?.removeItem(this.options.key);
      } else {
        this.options.storage?.setItem(this.options.key, JSON.stringify(this.pending));
      }
    } catch {
      // The browser's storage is full or forbidden: commands still wait in memory.
    }
  }

  private load(): Pending[] {
    try {
      const stored: unknown = JSON.parse(this.options.storage?.getItem(this.options.key) ?? '[]');
      return Array.isArray(stored) ? stored.filter(isPending) : [];
    } catch {
      return [];
    }
  }
}

const isPending = (value: unknown): value is Pending =>
  typeof value === 'object' && value !== null && 'commandId' in value && 'type' in value && typeof value.commandId === 'string';
