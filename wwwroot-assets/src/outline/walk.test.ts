import { beforeEach, describe, expect, it } from 'vitest';
import { walk } from './walk';

let tree: HTMLElement;
let clicked: string[];

function row(name: string, level: number, expanded?: boolean): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', 'treeitem');
  element.setAttribute('aria-level', String(level));
  element.setAttribute('aria-label', name);
  element.tabIndex = -1;
  if (expanded !== undefined) {
    element.setAttribute('aria-expanded', String(expanded));
    const twist = document.createElement('span');
    twist.setAttribute('data-twist', '');
    twist.addEventListener('click', (event) => {
      clicked.push('twist ' + name);
      event.stopPropagation();
    });
    element.append(twist);
  }

  element.addEventListener('click', () => clicked.push(name));
  return element;
}

const press = (key: string): boolean => document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const focused = (): string | null => document.activeElement!.getAttribute('aria-label');

beforeEach(() => {
  clicked = [];
  tree = document.createElement('div');
  tree.append(row('Picture', 1), row('Encoder', 1, true), row('Conv', 2), row('Pool', 2), row('Head', 1, false));
  document.body.replaceChildren(tree);
  walk(tree);
});

describe('walking through the outline', () => {
  it('makes exactly one row reachable by Tab', () => {
    expect([...tree.children].map((r) => (r as HTMLElement).tabIndex)).toEqual([0, -1, -1, -1, -1]);
    (tree.children[2] as HTMLElement).focus();
    expect([...tree.children].map((r) => (r as HTMLElement).tabIndex)).toEqual([-1, -1, 0, -1, -1]);
  });

  it('goes down, up, to the ends, and no further', () => {
    (tree.children[0] as HTMLElement).focus();
    press('ArrowDown');
    expect(focused()).toBe('Encoder');
    press('End');
    press('ArrowDown');
    expect(focused()).toBe('Head');
    press('Home');
    press('ArrowUp');
    expect(focused()).toBe('Picture');
  });

  it('opens with right, goes in with right, comes out with left, closes with left', () => {
    (tree.children[4] as HTMLElement).focus();
    press('ArrowRight');
    expect(clicked).toEqual(['twist Head']);
    (tree.children[1] as HTMLElement).focus();
    press('ArrowRight');
    expect(focused()).toBe('Conv');
    press('ArrowLeft');
    expect(focused()).toBe('Encoder');
    press('ArrowLeft');
    expect(clicked).toEqual(['twist Head', 'twist Encoder']);
  });

  it('presses a row with Enter and with Space', () => {
    (tree.children[3] as HTMLElement).focus();
    press('Enter');
    press(' ');
    expect(clicked).toEqual(['Pool', 'Pool']);
  });

  it('jumps to the next row that starts with a letter', () => {
    (tree.children[0] as HTMLElement).focus();
    press('p');
    expect(focused()).toBe('Pool');
    press('p');
    expect(focused()).toBe('Picture');
  });

  it('keeps a row reachable when the reachable one goes away', async () => {
    tree.children[0]!.remove();
    await Promise.resolve();
    expect((tree.children[0] as HTMLElement).tabIndex).toBe(0);
  });

  it('leaves keys with modifiers to the browser', () => {
    (tree.children[0] as HTMLElement).focus();
    const event = new KeyboardEvent('keydown', { key: 'c', ctrlKey: true, bubbles: true, cancelable: true });
    document.activeElement!.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });
});
