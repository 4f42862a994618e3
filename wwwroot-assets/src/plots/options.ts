import type { EChartsCoreOption } from 'echarts/core';
import { figure, tick } from '../charts/format';
import { formatNumber } from './numbers';
import type { PlotSeries, PlotSpec } from './spec';
import type { PlotTheme } from './theme';

/** Above so many points a cloud is drawn with smaller and fainter dots. */
const crowd = 300;

/** Size of the letters of a mark's word in CSS pixels, and how wide a letter is beside it. */
const wordSize = 11;
const latinWidth = 0.55;

/**
 * What ECharts draws for a plot. Texts are drawn on the canvas, so that no label ever becomes markup.
 * @param width How wide the plot is in CSS pixels: words of marks that would lie on each other are left out.
 */
export function toOptions(spec: PlotSpec, theme: PlotTheme, width = 720): EChartsCoreOption {
  const text = { color: theme.text, fontFamily: theme.font, fontSize: 12 };
  const named = spec.series.length > 1 || Boolean(spec.diagonal && spec.diagonalTitle);
  return {
    animation: false,
    textStyle: text,
    // The lines give way to numbers and names of the axes, however wide these are.
    grid: { left: 4, right: 20, top: named ? 34 : 14, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all' },
    legend: named
      ? { type: 'scroll', top: 0, left: 0, itemWidth: 16, itemHeight: 8, icon: spec.kind === 'lines' ? undefined : 'roundRect', textStyle: text }
      : undefined,
    tooltip: {
      trigger: spec.kind === 'points' ? 'item' : 'axis',
      renderMode: 'richText',
      backgroundColor: theme.surface,
      borderColor: theme.line,
      textStyle: { ...text, color: theme.text },
      axisPointer: { type: 'line', lineStyle: { color: theme.faint, type: 'dashed' } },
      formatter: (hit: Hit | Hit[]) => describe(hit, spec),
    },
    xAxis: { ...axis(spec.xTitle, spec.xRange, theme, true, spec.xPercent), minInterval: spec.wholeX ? 1 : undefined },
    yAxis: axis(spec.yTitle, spec.yRange ?? (spec.kind === 'bars' ? [0] : null), theme, false, spec.yPercent),
    series: [...spec.series.map((series, index) => draw(series, index, spec, theme, width)), ...diagonal(spec, theme), ...markCarrier(spec, theme, width)],
  };
}

interface Hit {
  readonly seriesName?: string;
  readonly value: readonly number[];
}

function describe(hit: Hit | Hit[], spec: PlotSpec): string {
  const hits = Array.isArray(hit) ? hit : [hit];
  const first = hits[0];
  if (!first) return '';
  const x = first.value[0] ?? 0;
  const [tellX, tellY] = [told(spec.xPercent), told(spec.yPercent)];
  if (spec.kind === 'points') return `${spec.xTitle}: ${tellX(x)}\n${spec.yTitle}: ${tellY(first.value[1] ?? 0)}`;
  const half = (spec.barWidth ?? 0) / 2;
  const across = half > 0 ? `${tellX(x - half)} … ${tellX(x + half)}` : tellX(x);
  const own = hits.filter((h) => spec.series.some((series) => series.name === h.seriesName));
  return [`${spec.xTitle}: ${across}`, ...own.map((h) => `${h.seriesName ?? ''}: ${tellY(h.value[1] ?? 0)}`)].join('\n');
}

function told(isShare = false): (value: number) => string {
  return isShare ? (value) => figure(value, 'percent') : formatNumber;
}

function axis(title: string, range: readonly number[] | null | undefined, theme: PlotTheme, across: boolean, isShare = false): Record<string, unknown> {
  return {
    type: 'value',
    name: title,
    nameLocation: 'middle',
    nameGap: 8,
    nameMoveOverlap: true,
    nameTextStyle: { color: theme.faint, fontSize: 11 },
    min: range?.[0],
    max: range?.[1],
    scale: true,
    splitNumber: across ? 6 : 5,
    axisLine: { show: across, lineStyle: { color: theme.line } },
    axisTick: { show: false },
    axisLabel: { color: theme.faint, fontSize: 11, hideOverlap: true, formatter: (value: number) => (isShare ? tick(value, 'percent') : formatNumber(value)) },
    splitLine: { lineStyle: { color: theme.line, opacity: across ? 0 : 0.8 } },
  };
}

function draw(series: PlotSeries, index: number, spec: PlotSpec, theme: PlotTheme, width: number): Record<string, unknown> {
  const color = theme.series(series.color);
  const shared = { name: series.name, data: series.points, itemStyle: { color }, markLine: index === 0 && spec.kind !== 'bars' ? marks(spec, theme, width) : undefined };
  switch (spec.kind) {
    case 'points': {
      const many = series.points.length > crowd;
      return { ...shared, type: 'scatter', symbolSize: many ? 5 : 8, itemStyle: { color, opacity: many ? 0.35 : 0.6 }, emphasis: { scale: 1.5 } };
    }
    case 'bars':
      return { ...shared, type: 'custom', encode: { x: 0, y: 1 }, clip: true, renderItem: bar(color, spec.series.length > 1 ? 0.6 : 0.85, spec.barWidth ?? 1) };
    default:
      return {
        ...shared,
        type: 'line',
        showSymbol: series.dots === true,
        symbol: 'circle',
        symbolSize: 6,
        lineStyle: { color, width: 2, type: series.dashed ? 'dashed' : 'solid' },
        emphasis: { disabled: true },
      };
  }
}

interface RenderApi {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

/** A bar over its whole range of x: a hairline of ground stays between two neighbours. */
function bar(color: string, opacity: number, width: number): (params: unknown, api: RenderApi) => Record<string, unknown> {
  return (_params, api) => {
    const [x, y] = [api.value(0), api.value(1)];
    const [left, top] = api.coord([x - width / 2, y]);
    const [right, bottom] = api.coord([x + width / 2, 0]);
    const shape = { x: left + 0.5, y: top, width: Math.max(1, right - left - 1), height: Math.max(0, bottom - top), r: 1 };
    return { type: 'rect', shape, style: { fill: color, opacity } };
  };
}

function marks(spec: PlotSpec, theme: PlotTheme, width: number): Record<string, unknown> | undefined {
  if (!spec.marks?.length) return undefined;
  const [from, to] = spec.xRange ?? extent(spec);
  const words: { at: number; half: number }[] = [];
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: theme.faint, type: 'dashed' },
    label: { color: theme.text, fontSize: wordSize, formatter: (mark: { name: string }) => mark.name },
    data: spec.marks.map((mark) => {
      const at = to > from ? ((mark.x - from) / (to - from)) * width : width / 2;
      const half = wordWidth(mark.label) / 2;
      const align = at < half ? 'left' : at > width - half ? 'right' : undefined;
      const middle = at + (align === 'left' ? half : align === 'right' ? -half : 0);
      const isFree = words.every((word) => Math.abs(word.at - middle) >= word.half + half);
      if (isFree) words.push({ at: middle, half });
      return { name: mark.label, xAxis: mark.x, label: !isFree ? { show: false } : align ? { align } : undefined };
    }),
  };
}

function wordWidth(word: string): number {
  return [...word].reduce((sum, letter) => sum + wordSize * (letter > '\u2e80' ? 1 : latinWidth), wordSize);
}

/** Bars are drawn by hand and carry no lines: a series of its own does. */
function markCarrier(spec: PlotSpec, theme: PlotTheme, width: number): Record<string, unknown>[] {
  const [first] = spec.marks ?? [];
  if (spec.kind !== 'bars' || !first) return [];
  return [{ type: 'line', data: [[first.x, 0]], showSymbol: false, silent: true, tooltip: { show: false }, markLine: marks(spec, theme, width) }];
}

function diagonal(spec: PlotSpec, theme: PlotTheme): Record<string, unknown>[] {
  if (!spec.diagonal) return [];
  const [from, to] = spec.xRange ?? extent(spec);
  return [{
    name: spec.diagonalTitle ?? undefined,
    type: 'line',
    data: [[from, from], [to, to]],
    showSymbol: false,
    silent: true,
    tooltip: { show: false },
    itemStyle: { color: theme.faint },
    lineStyle: { color: theme.faint, type: 'dashed', width: 1.5 },
    z: 1,
  }];
}

function extent(spec: PlotSpec): [number, number] {
  const xs = spec.series.flatMap((series) => series.points.map((point) => point[0]));
  return [Math.min(...xs), Math.max(...xs)];
}
