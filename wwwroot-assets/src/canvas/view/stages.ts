import { useEffect, useState } from 'react';

/**
 * Lets many things that come into view at once take turns: a few are complete in the first frame, the others show an outline until it is
 * their turn. So a window full of blocks never keeps the page busy in one long piece.
 */
export class Stages {
  private readonly waiting = new Set<() => void>();
  private room: number;
  private isAwaited = false;

  /** With how many may be completed in each frame. */
  constructor(private readonly atOnce: number) {
    this.room = atOnce;
  }

  /** True for the first ones in a frame. */
  admit(): boolean {
    this.nextFrame();
    if (this.room === 0) {
      return false;
    }

    this.room--;
    return true;
  }

  /** Calls back when it is this one's turn; the result leaves the queue. */
  wait(ready: () => void): () => void {
    this.waiting.add(ready);
    this.nextFrame();
    return () => this.waiting.delete(ready);
  }

  private nextFrame(): void {
    if (!this.isAwaited) {
      this.isAwaited = true;
      requestAnimationFrame(() => this.turn());
    }
  }

  private turn(): void {
    this.isAwaited = false;
    const next = [...this.waiting].slice(0, this.atOnce);
    this.room = this.atOnce - next.length;
    for (const ready of next) {
      this.waiting.delete(ready);
      ready();
    }

    if (this.waiting.size > 0) {
      this.nextFrame();
    }
  }
}

/** Whether this component may draw all of itself yet. Once it may, it always may. */
export function useTurn(stages: Stages): boolean {
  const [isReady, setReady] = useState(() => stages.admit());
  useEffect(() => (isReady ? undefined : stages.wait(() => setReady(true))), [isReady, stages]);
  return isReady;
}
