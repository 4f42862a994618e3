import '@xyflow/react/dist/base.css';
import './styles/canvas.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { CatalogIndex } from './model/catalogIndex';
import type { Catalog } from './protocol/catalog';
import type { Incoming } from './protocol/incoming';
import type { Language } from './protocol/values';
import { Controller } from './store/controller';
import { type DotNet, transport } from './store/transport';
import { Canvas } from './view/Canvas';

/** How the page sets up the canvas. */
export interface MountOptions {
  readonly projectId: string;
  readonly language?: Language;
  readonly readOnly?: boolean;
  /** The group to open first. */
  readonly group?: string | null;
  readonly catalogUrl?: string;
  /** Where messages go that are too large for the circuit. */
  readonly bulkUrl?: string;
}

/** What the page keeps of a mounted canvas. */
export interface CanvasHandle {
  /** Takes in a message of the server. */
  receive(json: string): void;
  dispose(): void;
}

/** Puts the canvas into an element of the page. The element must have a size of its own. */
export function mount(element: HTMLElement, dotNet: DotNet, options: MountOptions): CanvasHandle {
  const receive = (json: string) => controller.receive(JSON.parse(json) as Incoming);
  const controller = new Controller({
    language: options.language ?? 'en',
    readOnly: options.readOnly ?? false,
    send: transport(dotNet, options.bulkUrl ?? `/api/projects/${encodeURIComponent(options.projectId)}/canvas`, receive),
    storage: storage(),
    key: `builder.canvas.${options.projectId}.pending`,
  });
  const root = createRoot(element);
  const render = (catalogFailed: boolean) => root.render(createElement(Canvas, { controller, catalogFailed, retry: loadCatalog }));
  const loadCatalog = () => {
    render(false);
    void fetchCatalog(options.catalogUrl ?? '/api/catalog').then(
      (catalog) => controller.catalog.set(new CatalogIndex(catalog)),
      () => render(true),
    );
  };
  const wakeUp = () => document.visibilityState === 'visible' && controller.resync();
  document.addEventListener('visibilitychange', wakeUp);
  window.addEventListener('online', wakeUp);
  loadCatalog();
  controller.start();
  if (options.group) {
    controller.openFirst(options.group);
  }

  return {
    receive,
    dispose: () => {
      document.removeEventListener('visibilitychange', wakeUp);
      window.removeEventListener('online', wakeUp);
      controller.dispose();
      root.unmount();
    },
  };
}

async function fetchCatalog(url: string): Promise<Catalog> {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) {
    throw new Error(`http-${response.status}`);
  }

  return (await response.json()) as Catalog;
}

/** Session storage, where the browser allows it. */
function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
