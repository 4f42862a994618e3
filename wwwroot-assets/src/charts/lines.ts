import { lossMetric } from '../generated/kinds';
import type { RunCurves } from './curves';
import type { Curve } from './plot';
import { smooth } from './smoothing';

/** A run as it is drawn: the one that is looked at comes first, others lie under it. */
export interface ShownRun {
  name: string;
  curves: RunCurves;
}

/** What words the lines have. */
export interface LineWords {
  training: string;
  validation: string;
}

const firstOther = 2;

/** The lines of the chart of losses. */
export function lossLines(shown: ShownRun[], words: LineWords, smoothing: number): Curve[] {
  const [first, ...others] = shown;
  if (!first) return [];
  const names = first.curves.lossNames();
  const lines = names.flatMap((name, index) => {
    const suffix = names.length > 1 ? ` ${name.replace(/^loss\./, '')}` : '';
    return line(`${words.training}${suffix}`, first.curves.trainLine(name), index * firstOther, false, smoothing);
  });
  lines.push(...line(words.validation, first.curves.validationLine(lossMetric), 1, false, smoothing));
  return [...lines.filter((l) => l.line[0].length > 0), ...others.flatMap((run, index) => other(run, otherLoss(run), index))];
}

/** The lines of the chart of one score. */
export function scoreLines(shown: ShownRun[], name: string, label: string, smoothing: number): Curve[] {
  const [first, ...others] = shown;
  if (!first) return [];
  return [
    ...line(label, first.curves.validationLine(name), 0, false, smoothing),
    ...others.flatMap((run, index) => other(run, run.curves.validationLine(name), index)),
  ];
}

function otherLoss(run: ShownRun): Curve['line'] {
  const validation = run.curves.validationLine(lossMetric);
  return validation[0].length > 0 ? validation : run.curves.trainLine(run.curves.lossNames()[0] ?? lossMetric);
}

function other(run: ShownRun, points: Curve['line'], index: number): Curve[] {
  return points[0].length > 0 ? [{ label: run.name, line: points, color: firstOther + index, dashed: true, behind: false }] : [];
}

function line(label: string, points: Curve['line'], color: number, dashed: boolean, smoothing: number): Curve[] {
  if (smoothing <= 0) return [{ label, line: points, color, dashed, behind: false }];
  return [
    { label: `${label} `, line: points, color, dashed, behind: true },
    { label, line: [points[0], smooth(points[1], smoothing)], color, dashed, behind: false },
  ];
}
