import { describe, expect, it } from 'vitest';
import { axisWidth } from './axis';
import { RunCurves } from './curves';
import { about, count, duration, figure, score, tick, unitOf } from './format';
import { lossLines } from './lines';
import { placed } from './marks';
import type { RunState } from '../generated/kinds';
import type { RunPlan, RunUpdate } from './messages';
import { progressPart, progressWords, withoutCurves } from './progress';
import { smooth } from './smoothing';

function run(part: Partial<RunUpdate>): RunCurves {
  const curves = new RunCurves();
  curves.apply({ sequence: 1, snapshot: true, runId: 'r', ...part });
  return curves;
}

const plan: RunPlan = { task: 'classification', device: 'cpu', epochs: 60, stepsPerEpoch: 6, trainSamples: 90 };
const status = (state: RunState) => ({ state, name: '', number: 1 });

describe('smoothing', () => {
  it('leaves a line as it is at nothing and keeps a level line level', () => {
    expect(smooth([1, 2, 3], 0)).toEqual([1, 2, 3]);
    for (const value of smooth([2, 2, 2], 0.9)) expect(value).toBeCloseTo(2, 12);
  });

  it('skips what is missing and comes after what changes', () => {
    const values = smooth([0, null, 1], 0.5);
    expect(values[1]).toBeNull();
    expect(values[2]).toBeCloseTo(2 / 3, 12);
  });
});

describe('numbers for people', () => {
  it('have the digits that say something', () => {
    expect(['0.1235', '12350', '0.000012', '–'].map(String)).toEqual([score(0.123456), score(12350).replace(',', ''), score(0.000012), score(null)]);
    expect([score(0.00069412), score(-0.0009), score(1.5e-9), score(0)]).toEqual(['0.00069', '-0.0009', '1.50e-9', '0']);
    expect([duration(65), duration(3723), count(12345), about(12345)]).toEqual(['1:05', '1:02:03', '12,345', '12,300']);
  });
});

describe('shares', () => {
  it('are told as on the other pages', () => {
    expect([figure(0.5056, 'percent'), figure(1, 'percent'), figure(0.99999, 'percent'), figure(0.0001, 'percent'), figure(0, 'percent')]).toEqual(['50.6%', '100%', '> 99.9%', '< 0.1%', '0%']);
    expect([figure(null, 'percent'), figure(0.5056, 'number')]).toEqual(['–', '0.5056']);
    expect([tick(0.7, 'percent'), tick(0.625, 'percent'), tick(null, 'percent')]).toEqual(['70%', '62.5%', '']);
  });
});

describe('the unit of a score', () => {
  it('is that of its metric, also where the name of a prediction stands before it', () => {
    expect(['accuracy', 'colour.accuracy', 'a.b.accuracy', 'loss', 'accuracy.loss', 'colour.mae'].map((name) => unitOf(name, ['accuracy', 'f1']))).toEqual(
      ['percent', 'percent', 'percent', 'number', 'number', 'number']);
  });
});

describe('the edge of a chart', () => {
  it('has short labels, also for what has run away', () => {
    expect([1e31, 2.5e31, -3e30, 1.5e-9, 0.25, 12000, 0, null].map((v) => tick(v))).toEqual(['1e31', '2.5e31', '-3e30', '1.5e-9', '0.25', '12,000', '0', '']);
  });

  it('is as wide as its longest label needs, and no narrower than usual', () => {
    const width = (label: string): number => label.length * 7;
    expect(axisWidth(['0', '1'], width)).toBe(56);
    expect(axisWidth(['123,456,789'], width)).toBeGreaterThanOrEqual(11 * 7 + 8);
    expect(axisWidth(null, width)).toBe(56);
  });
});

describe('the progress of a run', () => {
  it('says epoch, batch, speed and time left', () => {
    const running = run({ status: status('running'), plan, now: { epoch: 12, step: 3, part: 0.19, secondsLeft: 12.4, samplesPerSecond: 12345 } });
    expect(progressWords(running, 'en')).toBe('Epoch 12 of 60 · batch 3 of 6 · 12,300 samples a second · 0:12 left');
    expect(progressWords(running, 'zh')).toContain('第 12 轮，共 60 轮');
    expect(progressPart(running)).toBe(0.19);
  });

  it('counts epochs exactly, however many', () => {
    const now = { epoch: 1627, step: 0, part: 0.18 };
    expect(progressWords(run({ status: status('running'), plan: { ...plan, epochs: 9001 }, now }), 'en')).toBe('Epoch 1,627 of 9,001');
  });

  it('says that the model is saved and what it still does, also while it stops', () => {
    const now = { epoch: 3, step: 1, part: 0.4, scored: 120, toScore: 534 };
    for (const state of ['running', 'stopping'] as const) {
      expect(progressWords(run({ status: status(state), plan, now }), 'en')).toBe('The model is saved. Measuring how good it is: 120 of 534 samples');
    }
    expect(progressWords(run({ status: status('stopped'), plan, now }), 'en')).not.toContain('Measuring');
  });

  it('says how many epochs are done when it is over, also where there is none', () => {
    const done = (epoch: number) => ({ epoch, train: {}, validation: {}, seconds: 1, best: false });
    const ended = (...epochs: number[]) => progressWords(run({ status: status('failed'), plan, epochs: epochs.map(done) }), 'en');
    expect([ended(), ended(1), ended(1, 2)]).toEqual(['No epoch was completed', '1 epoch trained', '2 epochs trained']);
  });

  it('says why there are no curves as soon as the run is known, not before', () => {
    expect(withoutCurves(new RunCurves(), 'en')).toBe('');
    expect(withoutCurves(run({ status: status('running') }), 'en')).toContain('as soon as the first batch');
    expect(withoutCurves(run({ status: status('failed') }), 'en')).toContain('before there was anything to draw');
  });

  it('promises no time while it is paused, and knows no part before it begins', () => {
    const now = { epoch: 12, step: 3, part: 0.19, secondsLeft: 12.4, samplesPerSecond: 12345 };
    expect(progressWords(run({ status: status('paused'), plan, now }), 'en')).toBe('Paused · Epoch 12 of 60 · batch 3 of 6');
    expect(progressPart(run({ status: status('preparing') }))).toBeNull();
  });
});

describe('lines of the chart', () => {
  const words = { training: 'Training', validation: 'Validation' };
  const point = { epoch: 1, train: { 'loss.artist': 1, 'loss.critic': 2 }, validation: {}, seconds: 1, best: true };

  it('name each loss where a model has several, and leave out what is not there', () => {
    const lines = lossLines([{ name: '', curves: run({ plan, epochs: [point] }) }], words, 0);
    expect(lines.map((l) => l.label)).toEqual(['Training artist', 'Training critic']);
  });

  it('keep the raw line behind a smoothed one, and draw other runs dashed', () => {
    const curves = run({ plan, epochs: [{ ...point, train: { loss: 1 }, validation: { loss: 2 } }] });
    const lines = lossLines([{ name: '', curves }, { name: 'Run 1', curves }], words, 0.5);
    expect(lines.map((l) => [l.behind, l.dashed])).toEqual([[true, false], [false, false], [true, false], [false, false], [false, true]]);
  });
});

describe('marks in a chart', () => {
  const place = (labels: [number, string][], right = 400) =>
    placed(labels.map(([at, label]) => ({ at, label })), 0, right, (at) => at * 10, (label) => label.length * 10).map((m) => [m.x, m.word]);

  it('have their word at the right of the line, or at the left where there is no room', () => {
    expect(place([[5, 'changed'], [38, 'changed']])).toEqual([[50, 54], [380, 306]]);
  });

  it('keep their line where a word would lie on another, and nothing of what is outside', () => {
    expect(place([[5, 'changed'], [6, 'changed'], [41, 'changed'], [30, 'changed']])).toEqual([[50, 54], [60, null], [300, 304]]);
  });
});
