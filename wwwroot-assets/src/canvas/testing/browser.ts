/** What React Flow asks of a browser and jsdom lacks. */
export function pretendBrowser(): void {
  class Observer {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  class Matrix {
    readonly m22: number;
    constructor(transform = '') {
      this.m22 = Number(/scale\(([\d.]+)\)/.exec(transform)?.[1] ?? 1);
    }
  }
  Object.assign(globalThis, {
    ResizeObserver: Observer,
    DOMMatrixReadOnly: Matrix,
    matchMedia: () => ({ matches: true }),
    CSS: { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') },
    IS_REACT_ACT_ENVIRONMENT: true,
  });
  // As wide as a desk's screen: the blocks lie open.
  window.innerWidth = 1440;
  Object.defineProperties(HTMLElement.prototype, {
    offsetWidth: { configurable: true, get: () => 800 },
    offsetHeight: { configurable: true, get: () => 600 },
  });
  Object.assign(SVGElement.prototype, { getBBox: () => ({ x: 0, y: 0, width: 10, height: 10 }) });
  Object.assign(Element.prototype, { scrollIntoView: () => undefined });
}
