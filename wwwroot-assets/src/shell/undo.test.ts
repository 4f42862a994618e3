import { beforeEach, describe, expect, it, vi } from 'vitest';
import { watchUndo } from './undo';

watchUndo(document);

describe('undo by keys', () => {
  const undo = vi.fn();
  const redo = vi.fn();

  beforeEach(() => {
    document.body.innerHTML = '<button data-testid="undo">Undo</button><button data-testid="redo">Redo</button><input id="text"><p id="else">Else</p>';
    document.querySelector('[data-testid=undo]')!.addEventListener('click', undo);
    document.querySelector('[data-testid=redo]')!.addEventListener('click', redo);
    undo.mockClear();
    redo.mockClear();
  });

  const press = (init: KeyboardEventInit, target: Element = document.body) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));

  it('presses the buttons of the frame', () => {
    press({ key: 'z', ctrlKey: true });
    press({ key: 'Z', metaKey: true, shiftKey: true });
    press({ key: 'y', ctrlKey: true });
    expect(undo).toHaveBeenCalledTimes(1);
    expect(redo).toHaveBeenCalledTimes(2);
  });

  it('leaves text and whoever has answered already alone', () => {
    press({ key: 'z', ctrlKey: true }, document.getElementById('text')!);
    document.getElementById('else')!.addEventListener('keydown', (event) => event.preventDefault());
    press({ key: 'z', ctrlKey: true }, document.getElementById('else')!);
    expect(undo).not.toHaveBeenCalled();
  });

  it('does nothing where there is nothing to undo', () => {
    document.querySelector<HTMLButtonElement>('[data-testid=undo]')!.disabled = true;
    expect(press({ key: 'z', ctrlKey: true })).toBe(true);
    expect(undo).not.toHaveBeenCalled();
  });
});
