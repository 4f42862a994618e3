import { useSyncExternalStore } from 'react';

/** A value that views can watch. Views read slices of it, so that a change renders only what it concerns. */
export class Observable<T> {
  private readonly listeners = new Set<() => void>();

  constructor(private current: T) {}

  get value(): T {
    return this.current;
  }

  set(next: T): void {
    if (Object.is(next, this.current)) {
      return;
    }

    this.current = next;
    for (const listener of [...this.listeners]) {
      listener();
    }
  }

  update(change: Partial<T>): void {
    this.set({ ...this.current, ...change });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

/** Reads a slice in a component; `read` must give the same reference while nothing it concerns has changed. */
export function useObservable<T, S>(observable: Observable<T>, read: (value: T) => S): S {
  return useSyncExternalStore(observable.subscribe, () => read(observable.value));
}
