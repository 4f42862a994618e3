/** Colours and type of a plot, taken from the page's design tokens. */
export interface PlotTheme {
  readonly series: (index: number) => string;
  readonly text: string;
  readonly faint: string;
  readonly line: string;
  readonly surface: string;
  readonly font: string;
}

const seriesColors = 8;

/** Reads the theme as the page shows it now. */
export function readTheme(element: Element): PlotTheme {
  const style = getComputedStyle(element);
  const value = (name: string, otherwise: string): string => style.getPropertyValue(name).trim() || otherwise;
  return {
    series: (index) => value(`--color-series-${((index - 1) % seriesColors) + 1}`, '#0f6b58'),
    text: value('--color-text-soft', '#535c58'),
    faint: value('--color-text-faint', '#6b736f'),
    line: value('--color-line', '#e3e0d7'),
    surface: value('--color-raised', '#ffffff'),
    font: style.fontFamily || 'system-ui, sans-serif',
  };
}

/** Calls back whenever the page changes between light and dark. Returns a function that ends it. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'lang'] });
  const system = window.matchMedia?.('(prefers-color-scheme: dark)');
  system?.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    system?.removeEventListener('change', changed);
  };
}
