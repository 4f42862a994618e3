import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepPlace, notePlace } from './place';

function mainOf(height: number): HTMLElement {
  document.body.innerHTML = '<main id="main"></main>';
  const main = document.getElementById('main')!;
  Object.defineProperty(main, 'scrollHeight', { value: height, configurable: true });
  Object.defineProperty(main, 'clientHeight', { value: 100, configurable: true });
  return main;
}

describe('the spot in a page', () => {
  beforeEach(() => sessionStorage.clear());

  it('is found again when the same page is loaded again', () => {
    mainOf(1000).scrollTop = 420;
    notePlace();
    const again = mainOf(1000);
    keepPlace();
    expect(again.scrollTop).toBe(420);
  });

  it('waits until the page is long enough', async () => {
    mainOf(1000).scrollTop = 420;
    notePlace();
    const again = mainOf(120);
    keepPlace();
    expect(again.scrollTop).toBe(0);
    Object.defineProperty(again, 'scrollHeight', { value: 900 });
    await vi.waitFor(() => expect(again.scrollTop).toBe(420));
  });

  it('says nothing about another page', () => {
    mainOf(1000).scrollTop = 420;
    notePlace();
    history.replaceState(null, '', '/elsewhere');
    const other = mainOf(1000);
    keepPlace();
    expect(other.scrollTop).toBe(0);
  });
});
