import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchConnection } from './connection';

const reload = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  reload.mockReset();
  vi.stubGlobal('location', { reload, pathname: '/', search: '' });
  document.head.innerHTML = '<meta name="builder-server" content="first">';
  document.body.innerHTML = '<div id="components-reconnect-modal"></div>';
  watchConnection();
});

afterEach(() => {
  document.getElementById('components-reconnect-modal')!.className = 'components-reconnect-hide';
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const answer = (text: string) => vi.fn(() => Promise.resolve({ ok: true, text: () => Promise.resolve(text) }));
const drop = (state: string) => (document.getElementById('components-reconnect-modal')!.className = `components-reconnect-${state}`);

it('loads the page again as soon as a server answers that was started anew', async () => {
  vi.stubGlobal('fetch', vi.fn(() => Promise.reject(new Error('down'))));
  drop('show');
  await vi.advanceTimersByTimeAsync(5000);
  expect(reload).not.toHaveBeenCalled();
  vi.stubGlobal('fetch', answer('second'));
  await vi.advanceTimersByTimeAsync(2000);
  expect(reload).toHaveBeenCalledTimes(1);
});

it('leaves the page alone while the same server comes back', async () => {
  vi.stubGlobal('fetch', answer('first'));
  drop('show');
  await vi.advanceTimersByTimeAsync(10000);
  expect(reload).not.toHaveBeenCalled();
  drop('hide');
  await vi.advanceTimersByTimeAsync(3000);
});

it('loads the page again when the server has signed this browser out', async () => {
  const one = (address: string) => Promise.resolve({ ok: address === '/api/health', status: address === '/api/health' ? 200 : 401, text: () => Promise.resolve('first') });
  vi.stubGlobal('fetch', vi.fn(one));
  drop('show');
  await vi.advanceTimersByTimeAsync(1000);
  expect(reload).toHaveBeenCalledTimes(1);
});

it('loads the page again when the server has forgotten the window', async () => {
  vi.stubGlobal('fetch', answer('first'));
  drop('rejected');
  await vi.advanceTimersByTimeAsync(100);
  expect(reload).toHaveBeenCalledTimes(1);
});

it('marks the page as offline while the line is down, so that the bar does not say that all is saved', async () => {
  vi.stubGlobal('fetch', answer('first'));
  drop('show');
  await vi.advanceTimersByTimeAsync(0);
  expect(document.documentElement.hasAttribute('data-offline')).toBe(true);
  drop('hide');
  await vi.advanceTimersByTimeAsync(600);
  expect(document.documentElement.hasAttribute('data-offline')).toBe(false);
});

it.each([
  ["Error: Cannot send data if the connection is not in the 'Connected' State.", true],
  ['TypeError: x is undefined', false],
])('takes %s for what it is', (message, handled) => {
  const event = Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason: new Error(message) });
  window.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(handled);
});
