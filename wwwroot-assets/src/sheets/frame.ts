import { Viewer } from './viewer';

/** A place for a drawing that the server makes: it is fetched here, not sent through the page's connection. */
export interface Frame {
  /** Shows another drawing. */
  show(address: string): void;
  dispose(): void;
}

type Part = 'place' | 'loading' | 'failed' | 'retry' | 'in' | 'out' | 'fit' | 'next';

/** Frames that are scrolled and zoomed together, by the name that they share. */
const together = new Map<string, Set<Viewer>>();

/** Makes an element of the page such a place. */
export function mount(element: HTMLElement, first: string): Frame {
  const part = (name: Part): HTMLElement => element.querySelector<HTMLElement>(`[data-dw="${name}"]`)!;
  const group = element.dataset.group;
  const peers = group ? (together.get(group) ?? together.set(group, new Set()).get(group)!) : new Set<Viewer>();
  let viewer: Viewer | null = null;
  let address = first;
  let asked = new AbortController();

  const state = (name: 'loading' | 'failed' | 'shown') => {
    part('loading').hidden = name !== 'loading';
    part('failed').hidden = name !== 'failed';
    // What is shown stays while the next is fetched, so that the page does not jump.
    part('place').hidden = name === 'failed';
  };
  const drop = () => {
    if (viewer) {
      peers.delete(viewer);
      viewer.dispose();
      viewer = null;
    }
  };
  const load = async () => {
    asked.abort();
    const own = (asked = new AbortController());
    state('loading');
    try {
      const response = await fetch(address, { signal: own.signal });
      if (!response.ok) {
        throw new Error(String(response.status));
      }

      const markup = await response.text();
      if (own.signal.aborted) {
        return;
      }

      drop();
      part('place').innerHTML = markup;
      state('shown');
      viewer = new Viewer(part('place'), peers);
      peers.add(viewer);
      part('next').hidden = !viewer.hasMarks;
    } catch {
      if (!own.signal.aborted) {
        state('failed');
      }
    }
  };

  const press = (event: Event) => {
    const name = (event.target as Element).closest<HTMLElement>('[data-dw]')?.dataset.dw as Part | undefined;
    switch (name) {
      case 'retry':
        void load();
        break;
      case 'in':
        viewer?.zoomBy(1.25);
        break;
      case 'out':
        viewer?.zoomBy(0.8);
        break;
      case 'fit':
        viewer?.fit();
        break;
      case 'next':
        viewer?.next();
        break;
      default:
        break;
    }
  };
  element.addEventListener('click', press);
  void load();
  return {
    show(next) {
      address = next;
      void load();
    },
    dispose() {
      asked.abort();
      element.removeEventListener('click', press);
      drop();
    },
  };
}
