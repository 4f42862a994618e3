import { beforeEach, describe, expect, it } from 'vitest';
import { watchMenus } from './menus';

watchMenus(document);

describe('menus', () => {
  let menu: HTMLDetailsElement;

  beforeEach(() => {
    document.body.innerHTML =
      '<details class="menu" open><summary>More</summary><button class="menu-item">One</button><button class="menu-item">Two</button></details><button id="else">Else</button>';
    menu = document.querySelector('details')!;
  });

  const press = (key: string) => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

  it('closes when something else is pressed', () => {
    document.getElementById('else')!.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(menu.open).toBe(false);
  });

  it('closes on Escape and gives the focus back to its button', () => {
    menu.querySelector<HTMLElement>('.menu-item')!.focus();
    press('Escape');
    expect(menu.open).toBe(false);
  });

  it('is walked through with the arrow keys, round and round', () => {
    const [one, two] = [...menu.querySelectorAll<HTMLElement>('.menu-item')];
    one!.focus();
    press('ArrowDown');
    expect(document.activeElement).toBe(two);
    press('ArrowDown');
    expect(document.activeElement).toBe(one);
    press('ArrowUp');
    expect(document.activeElement).toBe(two);
  });
});
