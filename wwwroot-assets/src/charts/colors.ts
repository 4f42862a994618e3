/** The design's colours as the browser has resolved them for the theme. */
export interface Palette {
  series: string[];
  text: string;
  grid: string;
  faint: string;
}

export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string): string => style.getPropertyValue(name).trim() || '#888';
  return {
    series: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => value(`--color-series-${n}`)),
    text: value('--color-text-soft'),
    grid: value('--color-line'),
    faint: value('--color-text-faint'),
  };
}

/** The colour with less weight, for what stands behind. */
export function faded(color: string, alpha: number): string {
  const parts = color.match(/[\d.]+/g);
  if (color.startsWith('rgb') && parts && parts.length >= 3) return `rgba(${parts[0]}, ${parts[1]}, ${parts[2]}, ${alpha})`;
  return color.length === 7 ? `${color}${Math.round(alpha * 255).toString(16).padStart(2, '0')}` : color;
}

/** Calls back whenever the theme changes; the answer ends it. */
export function onTheme(changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  dark.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', changed);
  };
}
