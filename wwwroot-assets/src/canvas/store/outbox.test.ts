import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Pending } from '../protocol/outgoing';
import { Outbox } from './outbox';

const command = (commandId: string): Pending => ({ type: 'undo', commandId });

function line() {
  const sent: string[] = [];
  const state = { isUp: true };
  const send = (json: string) => {
    if (!state.isUp) {
      return Promise.reject(new Error('down'));
    }

    sent.push((JSON.parse(json) as Pending).commandId);
    return Promise.resolve();
  };
  return { sent, state, send };
}

describe('commands under way', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    sessionStorage.clear();
  });
  afterEach(() => vi.useRealTimers());

  it('are sent at once and in order', () => {
    const { sent, send } = line();
    const outbox = new Outbox({ send, storage: sessionStorage, key: 'k' });
    outbox.add(command('a'));
    outbox.add(command('b'));
    expect(sent).toEqual(['a', 'b']);
    outbox.dispose();
  });

  it('survive a reload and are sent again until they are settled', () => {
    const first = new Outbox({ send: line().send, storage: sessionStorage, key: 'k' });
    first.add(command('a'));
    first.add(command('b'));
    first.settle('a');
    first.dispose();

    const { sent, send } = line();
    const second = new Outbox({ send, storage: sessionStorage, key: 'k' });
    second.resend();
    expect(sent).toEqual(['b']);
    second.settle('b');
    expect(sessionStorage.getItem('k')).toBeNull();
    second.dispose();
  });

  it('wait while the line is down and go out in order when it is back', async () => {
    const { sent, state, send } = line();
    const outbox = new Outbox({ send, storage: sessionStorage, key: 'k' });
    state.isUp = false;
    outbox.add(command('a'));
    await vi.advanceTimersByTimeAsync(0);
    outbox.add(command('b'));
    expect(sent).toEqual([]);
    state.isUp = true;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent.slice(0, 2)).toEqual(['a', 'b']);
    outbox.dispose();
  });

  it('are sent again when no answer comes', async () => {
    const { sent, send } = line();
    const outbox = new Outbox({ send, storage: sessionStorage, key: 'k' });
    outbox.add(command('a'));
    await vi.advanceTimersByTimeAsync(11_000);
    expect(sent).toEqual(['a', 'a']);
    outbox.settle('a');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual(['a', 'a']);
  });

  it('of another project are left alone', () => {
    const first = new Outbox({ send: line().send, storage: sessionStorage, key: 'one' });
    first.add(command('a'));
    first.dispose();
    expect(new Outbox({ send: line().send, storage: sessionStorage, key: 'two' }).commands).toEqual([]);
  });

  it('are not lost to a storage that is full, forbidden or damaged', () => {
    sessionStorage.setItem('k', '{"not":"a list"}');
    const full = { getItem: (k: string) => sessionStorage.getItem(k), setItem: () => { throw new Error('full'); }, removeItem: () => undefined };
    const { sent, send } = line();
    const outbox = new Outbox({ send, storage: full, key: 'k' });
    outbox.add(command('a'));
    expect(outbox.commands).toHaveLength(1);
    expect(sent).toEqual(['a']);
    outbox.dispose();
  });
});
