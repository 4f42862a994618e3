/** Menus are <details class="menu">: they close on Escape, on a press elsewhere and after a choice; arrow keys walk through them. */

export function watchMenus(page: Document): void {
  page.addEventListener('pointerdown', (event) => closeAllBut(page, menuOf(event.target)));
  page.addEventListener('focusin', (event) => closeAllBut(page, menuOf(event.target)));
  page.addEventListener('click', (event) => {
    const target = event.target as Element | null;
    if (target?.closest('.menu-item')) {
      // After the click has been handled: a closed menu has no items that could be pressed.
      setTimeout(() => menuOf(target)?.removeAttribute('open'));
    }
    skipTo(page, event);
  });
  page.addEventListener('keydown', (event) => {
    const menu = menuOf(event.target);
    if (menu?.open) {
      walk(menu, event);
    }
  });
}

function walk(menu: HTMLDetailsElement, event: KeyboardEvent): void {
  const items = [...menu.querySelectorAll<HTMLElement>('.menu-item')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  if (event.key === 'Escape') {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  } else if (event.key === 'ArrowDown') {
    items[(at + 1) % items.length]?.focus();
  } else if (event.key === 'ArrowUp') {
    items[(at <= 0 ? items.length : at) - 1]?.focus();
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

function menuOf(target: EventTarget | null): HTMLDetailsElement | null {
  return target instanceof Element ? target.closest<HTMLDetailsElement>('details.menu') : null;
}

function closeAllBut(page: Document, kept: HTMLDetailsElement | null): void {
  for (const menu of page.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
    if (menu !== kept) {
      menu.open = false;
    }
  }
}

/** The link past the frame: an address with "#main" would leave the page, because of the page's <base>. */
function skipTo(page: Document, event: Event): void {
  const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('a[data-skip]');
  if (link) {
    event.preventDefault();
    event.stopPropagation();
    page.getElementById(link.getAttribute('href')!.slice(1))?.focus();
  }
}
