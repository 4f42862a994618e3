import { describe, expect, it } from 'vitest';
import { toOptions } from './options';
import type { PlotSpec } from './spec';
import type { PlotTheme } from './theme';

const theme: PlotTheme = { series: (i) => `color-${i}`, text: 'text', faint: 'faint', line: 'line', surface: 'surface', font: 'font' };

const lines: PlotSpec = {
  kind: 'lines',
  title: 'ROC',
  xTitle: 'False alarms',
  yTitle: 'Found',
  series: [{ name: 'cat', points: [[0, 0], [1, 1]], color: 2 }],
  xRange: [0, 1],
  yRange: [0, 1],
  diagonal: true,
  diagonalTitle: 'Guessing',
};

type Option = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any
const draw = (spec: PlotSpec): Option => toOptions(spec, theme);

describe('a plot', () => {
  it('takes its colours from the theme', () => {
    expect(draw(lines)['series'][0].lineStyle.color).toBe('color-2');
  });

  it('has a diagonal from corner to corner, which the tooltip does not name', () => {
    const option = draw(lines);
    expect(option['series'][1].data).toEqual([[0, 0], [1, 1]]);
    const tip = option['tooltip'].formatter([{ seriesName: 'cat', value: [0.5, 0.25] }, { seriesName: 'Guessing', value: [0.5, 0.5] }]);
    expect(tip).toBe('False alarms: 0.5\ncat: 0.25');
  });

  it('tells shares in percent, at its axes and under the pointer', () => {
    const option = draw({ ...lines, xPercent: true, yPercent: true });
    expect([option['xAxis'].axisLabel.formatter(0.2), option['yAxis'].axisLabel.formatter(0.925)]).toEqual(['20%', '92.5%']);
    expect(option['tooltip'].formatter([{ seriesName: 'cat', value: [0.5, 0.99999] }])).toBe('False alarms: 50%\ncat: > 99.9%');
    expect(draw(lines)['yAxis'].axisLabel.formatter(0.925)).toBe('0.925');
  });

  it('never renders a label as markup', () => {
    expect(draw({ ...lines, series: [{ ...lines.series[0]!, name: '<img src=x onerror=alert(1)>' }] })['tooltip'].renderMode).toBe('richText');
  });

  it('tells the range that a bar stands for', () => {
    const bars: PlotSpec = { ...lines, kind: 'bars', diagonal: false, barWidth: 2, series: [{ name: 'errors', points: [[1, 5], [3, 6]], color: 1 }] };
    expect(draw(bars)['tooltip'].formatter([{ seriesName: 'errors', value: [3, 6] }])).toBe('False alarms: 2 … 4\nerrors: 6');
  });

  it('draws a bar over its whole range, down to zero', () => {
    const bars: PlotSpec = { ...lines, kind: 'bars', diagonal: false, barWidth: 2, series: [{ name: 'errors', points: [[3, 6]], color: 1 }] };
    const drawn = draw(bars)['series'][0].renderItem({}, { value: (i: number) => [3, 6][i], coord: ([x, y]: [number, number]) => [x * 10, 100 - y * 10] });
    expect(drawn.shape).toMatchObject({ x: 20.5, width: 19, y: 40, height: 60 });
    expect(draw(bars)['yAxis'].min).toBe(0);
  });

  it('draws marks once, at their place', () => {
    const marked: PlotSpec = { ...lines, marks: [{ x: 0.4, label: 'threshold' }], series: [...lines.series, { name: 'dog', points: [[0, 0]], color: 3 }] };
    const option = draw(marked);
    expect(option['series'][0].markLine.data).toEqual([{ name: 'threshold', xAxis: 0.4 }]);
    expect(option['series'][1].markLine).toBeUndefined();
  });

  it('leaves out the word of a mark that would lie on another, and keeps words inside', () => {
    const mark = (x: number) => ({ x, label: 'learning rate 0.01 → 0.001' });
    const spec: PlotSpec = { ...lines, marks: [mark(0.5), mark(0.55), mark(0.01), mark(0.99)] };
    const words = (width: number) => toOptions(spec, theme, width) as Option;
    expect(words(900)['series'][0].markLine.data.map((m: Option) => m['label'])).toEqual([undefined, { show: false }, { align: 'left' }, { align: 'right' }]);
    expect(words(320)['series'][0].markLine.data.map((m: Option) => m['label']?.show)).toEqual([undefined, false, false, false]);
  });
});
