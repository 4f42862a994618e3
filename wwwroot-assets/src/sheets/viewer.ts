import { farZoom } from '../canvas/model/measures';

const least = 0.08;
const most = 2;

/** A drawing is not opened smaller than this: what does not fit then is scrolled. */
const readable = 0.42;

/** Moves and magnifies the drawings in an element. Without it they fit the width that they have, and can be scrolled. */
export class Viewer {
  private readonly views: readonly HTMLElement[];
  private readonly listening = new AbortController();
  private readonly zooms = new Map<HTMLElement, number>();
  private readonly resizing: ResizeObserver;
  /** The person has chosen a zoom: a window that changes its size does not take it away. */
  private isChosen = false;
  private at = -1;

  /**
   * @param peers Those that follow, this one included or not.
   */
  constructor(
    private readonly place: HTMLElement,
    private readonly peers: ReadonlySet<Viewer>,
  ) {
    this.views = [...place.querySelectorAll<HTMLElement>('.dw-view')];
    this.resizing = new ResizeObserver(() => this.views.forEach((view) => !this.isChosen && this.open(view)));
    for (const view of this.views) {
      this.open(view);
      this.listen(view);
      this.resizing.observe(view);
    }

    addEventListener('beforeprint', this.paper, { signal: this.listening.signal });
    addEventListener('afterprint', this.screen, { signal: this.listening.signal });
  }

  /** Something is marked as different. */
  get hasMarks(): boolean {
    return this.marks().length > 0;
  }

  /** Magnifies all drawings, keeping the middle of what is seen. */
  zoomBy(factor: number): void {
    for (const view of this.views) {
      this.zoom(view, this.zoomOf(view) * factor, view.clientWidth / 2, view.clientHeight / 2);
    }
  }

  /** Shows everything, however small. */
  fit(): void {
    for (const view of this.views) {
      this.zoom(view, this.whole(view), 0, 0);
    }
  }

  /** Brings the next thing that is different into view. */
  next(): void {
    const marks = this.marks();
    this.at = (this.at + 1) % Math.max(1, marks.length);
    const mark = marks[this.at];
    const view = mark?.closest<HTMLElement>('.dw-view');
    if (!mark || !view) {
      return;
    }

    view.closest('details')?.setAttribute('open', '');
    if (this.zoomOf(view) < farZoom) {
      this.zoom(view, 0.8, 0, 0);
    }

    reveal(view, mark);
    view.scrollIntoView({ block: 'nearest' });
    mark.classList.remove('dw-here');
    // Asking for the layout lets the animation begin anew.
    void mark.getBoundingClientRect();
    mark.classList.add('dw-here');
    this.tell(view);
  }

  dispose(): void {
    this.resizing.disconnect();
    this.listening.abort();
  }

  /** Takes over where another drawing is looked at. */
  follow(index: number, zoom: number, left: number, top: number): void {
    const view = this.views[index];
    if (view && (this.zoomOf(view) !== zoom || view.scrollLeft !== left || view.scrollTop !== top)) {
      this.isChosen = true;
      this.set(view, zoom);
      view.scrollTo(left, top);
    }
  }

  private marks(): HTMLElement[] {
    return [...this.place.querySelectorAll<HTMLElement>('.dw-scale :is(.cv-block, .cv-note, .dw-wire)[data-change]')].filter((m) => m.dataset.change !== 'moved');
  }

  /** As large as it fits, but legible; the first thing that is different in view. */
  private open(view: HTMLElement): void {
    this.set(view, Math.min(1, Math.max(readable, this.whole(view))));
    const first = view.querySelector<HTMLElement>('.cv-block[data-change]:not([data-change="moved"])');
    if (first) {
      reveal(view, first);
    }
  }

  private whole(view: HTMLElement): number {
    const width = Number(view.style.getPropertyValue('--dw-width'));
    return Math.min(1, view.clientWidth / width);
  }

  private zoomOf(view: HTMLElement): number {
    return this.zooms.get(view) ?? 1;
  }

  /** The point of the view at x and y stays where it is. */
  private zoom(view: HTMLElement, wanted: number, x: number, y: number): void {
    const before = this.zoomOf(view);
    this.isChosen = true;
    this.set(view, Math.min(most, Math.max(least, wanted)));
    const factor = this.zoomOf(view) / before;
    view.scrollTo((view.scrollLeft + x) * factor - x, (view.scrollTop + y) * factor - y);
    this.tell(view);
  }

  private set(view: HTMLElement, zoom: number): void {
    this.zooms.set(view, zoom);
    view.style.setProperty('--dw-zoom', String(zoom));
    view.toggleAttribute('data-far', zoom < farZoom);
  }

  private tell(view: HTMLElement): void {
    const index = this.views.indexOf(view);
    this.peers.forEach((peer) => peer !== this && peer.follow(index, this.zoomOf(view), view.scrollLeft, view.scrollTop));
  }

  private listen(view: HTMLElement): void {
    const { signal } = this.listening;
    let from: { x: number; y: number; left: number; top: number } | null = null;
    view.addEventListener('scroll', () => this.tell(view), { signal, passive: true });
    view.addEventListener(
      'wheel',
      (event) => {
        if (event.ctrlKey || event.metaKey) {
          event.preventDefault();
          const box = view.getBoundingClientRect();
          this.zoom(view, this.zoomOf(view) * Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top);
        }
      },
      { signal, passive: false },
    );
    view.addEventListener(
      'pointerdown',
      (event) => {
        // A finger scrolls by itself.
        if (event.pointerType === 'mouse' && event.button === 0) {
          from = { x: event.clientX, y: event.clientY, left: view.scrollLeft, top: view.scrollTop };
          view.setPointerCapture(event.pointerId);
        }
      },
      { signal },
    );
    view.addEventListener('pointermove', (event) => from && view.scrollTo(from.left + from.x - event.clientX, from.top + from.y - event.clientY), { signal });
    view.addEventListener('pointerup', () => (from = null), { signal });
    view.addEventListener('pointercancel', () => (from = null), { signal });
    view.addEventListener(
      'keydown',
      (event) => {
        const factor = { '+': 1.25, '=': 1.25, '-': 0.8 }[event.key];
        if (event.ctrlKey || event.metaKey || event.altKey) {
          return;
        }

        if (factor) {
          this.zoom(view, this.zoomOf(view) * factor, view.clientWidth / 2, view.clientHeight / 2);
          event.preventDefault();
        } else if (event.key === '0') {
          this.zoom(view, this.whole(view), 0, 0);
          event.preventDefault();
        }
      },
      { signal },
    );
  }

  // On paper everything is shown, as the style sheet fits it; small drawings say names only.
  private readonly paper = (): void => this.views.forEach((view) => view.toggleAttribute('data-far', Number(view.style.getPropertyValue('--dw-width')) > 2000));

  private readonly screen = (): void => this.views.forEach((view) => this.set(view, this.zoomOf(view)));
}

function reveal(view: HTMLElement, thing: Element): void {
  const [outer, inner] = [view.getBoundingClientRect(), thing.getBoundingClientRect()];
  view.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
  view.scrollTop += inner.top + inner.height / 2 - outer.top - outer.height / 2;
}
