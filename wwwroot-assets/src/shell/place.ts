/** Where in a page the person was: kept in this window, so that a page that had to be loaded again shows the same spot. */

const key = 'builder-place';
const patience = 4000;

interface Place {
  address: string;
  top: number;
}

/** Notes the spot before the page goes, and returns to it if the page that comes is the same. */
export function keepPlace(): void {
  window.addEventListener('pagehide', () => notePlace());
  const place = readPlace();
  if (place && place.address === address() && place.top > 0) {
    restore(place.top);
  }
}

export function notePlace(): void {
  const main = document.getElementById('main');
  if (main) {
    sessionStorage.setItem(key, JSON.stringify({ address: address(), top: main.scrollTop } satisfies Place));
  }
}

function readPlace(): Place | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Place | null;
  } catch {
    return null;
  }
}

/** The page fills up bit by bit: tries until the spot exists, until the person scrolls, or until it is too late. */
function restore(top: number): void {
  const end = performance.now() + patience;
  let over = false;
  for (const sign of ['wheel', 'keydown', 'pointerdown'] as const) {
    window.addEventListener(sign, () => (over = true), { once: true, passive: true });
  }
  const attempt = () => {
    const main = document.getElementById('main');
    if (over) {
      return;
    }
    if (main && main.scrollHeight - main.clientHeight >= top) {
      main.scrollTop = top;
    } else if (performance.now() < end) {
      requestAnimationFrame(attempt);
    }
  };
  attempt();
}

function address(): string {
  return location.pathname + location.search;
}
