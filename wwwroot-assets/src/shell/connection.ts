/**
 * The line to the server. Blazor tries a while by itself; this goes on after it has given up, and loads the page again when the
 * server no longer knows the window (it was started again): what is seen lives in the address, on the server and in session storage.
 */
import { blazor } from './blazor';
import { notePlace } from './place';

const pause = 500;
const view = 'components-reconnect-modal';
const lost = ['components-reconnect-rejected', 'components-reconnect-resume-failed', 'components-reconnect-paused'];

let trying = false;
let watching = false;

export function watchConnection(): void {
  const modal = document.getElementById(view);
  if (modal) {
    new MutationObserver(() => follow(modal)).observe(modal, { attributes: true, attributeFilter: ['class'] });
  }
  document.addEventListener('click', (event) => {
    const target = event.target as Element | null;
    if (target?.closest('[data-connection-reload]')) {
      reload();
    } else if (target?.closest('[data-connection-retry]')) {
      void attempt();
    }
  });
  window.addEventListener('online', () => isDown() && void attempt());
  // What is pressed while the line is down cannot be sent. The panel says so already; it is no fault of the page.
  window.addEventListener('unhandledrejection', (event) => isOfTheLine(event.reason) && event.preventDefault());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && isDown() && void attempt());
}

function follow(modal: HTMLElement): void {
  // The bar must not say that all is saved while nothing can be.
  document.documentElement.toggleAttribute('data-offline', isDown());
  if (lost.some((name) => modal.classList.contains(name))) {
    void reloadWhenThere();
  } else if (modal.classList.contains('components-reconnect-failed')) {
    void attempt();
  } else if (isDown()) {
    void reloadIfInVain();
  }
}

/**
 * Blazor waits longer and longer between its tries. A server that was started again does not know this window, and one that has signed this browser out
 * lets it in no more: then nothing is to be waited for.
 */
async function reloadIfInVain(): Promise<void> {
  if (watching) {
    return;
  }
  watching = true;
  try {
    while (isDown()) {
      const now = await serverIdentity();
      if (now !== null && (now !== openedUnder() || (await isShutOut())) && isDown()) {
        reload();
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  } finally {
    watching = false;
  }
}

/** The start of the server under which this page was opened. */
function openedUnder(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="builder-server"]')?.content;
}

function isOfTheLine(reason: unknown): boolean {
  return /Cannot send data if the connection is not in the 'Connected' State|Invocation canceled due to the underlying connection being closed/.test(String(reason));
}

function isDown(): boolean {
  const modal = document.getElementById(view);
  return modal !== null && /components-reconnect-(show|retrying|failed)/.test(modal.className);
}

/** Reconnects as soon as the server answers; loads the page again if it has forgotten the window. */
async function attempt(): Promise<void> {
  if (trying) {
    return;
  }
  trying = true;
  try {
    await serverIsThere();
    const again = blazor()?.reconnect;
    if (isDown() && !(await again?.().catch(() => false))) {
      reload();
    }
  } finally {
    trying = false;
  }
}

async function reloadWhenThere(): Promise<void> {
  await serverIsThere();
  reload();
}

async function serverIsThere(): Promise<void> {
  while ((await serverIdentity()) === null) {
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Which start of the server answers; null where none does. */
async function serverIdentity(): Promise<string | null> {
  try {
    const answer = await fetch('/api/health', { cache: 'no-store' });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

/** Whether somebody has signed this browser out: what it shows is then no longer for it. */
async function isShutOut(): Promise<boolean> {
  try {
    return (await fetch('/api/access', { cache: 'no-store' })).status === 401;
  } catch {
    return false;
  }
}

function reload(): void {
  notePlace();
  location.reload();
}
