/** "1:05", "2:03:40". */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const two = (n: number): string => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** A score or loss with about four digits. */
export function score(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-6 || size >= 1e6)) return value.toExponential(2);
  if (size !== 0 && size < 0.001) return value.toFixed(7).replace(/(\.0*[1-9]\d?)\d*$/, '$1').replace(/0+$/, '');
  return size >= 1000 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(4)));
}

/** How the values of a chart are written: as numbers, or as parts of a hundred. */
export type Unit = 'number' | 'percent';

/** How the values of a score are written; with several predictions, one's name stands before it, as in "colour.accuracy". */
export function unitOf(name: string, percents: readonly string[]): Unit {
  return percents.includes(name.slice(name.lastIndexOf('.') + 1)) ? 'percent' : 'number';
}

/** A score as the other pages tell it: a share in percent with one decimal, and never 100% where it is not quite. */
export function figure(value: number | null | undefined, unit: Unit): string {
  if (unit === 'number' || value === null || value === undefined || !Number.isFinite(value)) return score(value);
  const percent = Math.round(value * 1000) / 10;
  if (value < 1 && percent >= 100) return '> 99.9%';
  return value > 0 && percent <= 0 ? '< 0.1%' : `${percent}%`;
}

/** A score at the edge of a chart: as short as can be. */
export function tick(value: number | null | undefined, unit: Unit = 'number'): string {
  if (unit === 'percent' && value !== null && value !== undefined) return `${Number((value * 100).toPrecision(4))}%`;
  return value === null || value === undefined ? '' : score(value).replace(/\.?0+(?=e)/, '').replace('e+', 'e');
}

/** A count with separators. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** A measured amount, of which no more than three digits mean anything. */
export function about(value: number): string {
  return count(value >= 1000 ? Number(value.toPrecision(3)) : value);
}
