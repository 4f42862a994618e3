import { HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel, type ISubscription } from '@microsoft/signalr';
import type { RunUpdate } from './messages';

const retryMilliseconds = 1000;

/** One connection for all runs that a page shows. It comes back by itself, for as long as somebody looks. */
export class RunsHub {
  private readonly connection: HubConnection;
  private readonly watched = new Map<string, { receive: (update: RunUpdate) => void; stream: ISubscription<RunUpdate> | null }>();
  private closed = false;

  constructor(private readonly connectionChanged: (connected: boolean) => void) {
    this.connection = new HubConnectionBuilder()
      .withUrl('/hubs/runs')
      .withAutomaticReconnect({ nextRetryDelayInMilliseconds: () => retryMilliseconds })
      .configureLogging(LogLevel.None)
      .build();
    this.connection.onreconnecting(() => this.connectionChanged(false));
    this.connection.onreconnected(() => this.subscribeAll());
    void this.start();
  }

  /** Follows a run: everything first, then what is new. */
  watch(runId: string, receive: (update: RunUpdate) => void): void {
    this.watched.set(runId, { receive, stream: null });
    if (this.connection.state === HubConnectionState.Connected) this.subscribe(runId);
  }

  unwatch(runId: string): void {
    this.watched.get(runId)?.stream?.dispose();
    this.watched.delete(runId);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.connection.stop();
  }

  private async start(): Promise<void> {
    while (!this.closed) {
      try {
        await this.connection.start();
        this.subscribeAll();
        return;
      } catch {
        this.connectionChanged(false);
        await new Promise((resolve) => setTimeout(resolve, retryMilliseconds));
      }
    }
  }

  private subscribeAll(): void {
    this.connectionChanged(true);
    for (const runId of this.watched.keys()) this.subscribe(runId);
  }

  private subscribe(runId: string): void {
    const entry = this.watched.get(runId);
    if (!entry) return;
    entry.stream = this.connection.stream<RunUpdate>('SubscribeRun', runId).subscribe({
      next: (update) => entry.receive(update),
      error: () => undefined,
      complete: () => undefined,
    });
  }
}
