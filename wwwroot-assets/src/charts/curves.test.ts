import { describe, expect, it } from 'vitest';
import { isLoss, mainScore, RunCurves } from './curves';
import type { EpochPoint, RunPlan, RunUpdate } from './messages';

const plan: RunPlan = { task: 'classification', device: 'cpu', epochs: 20, stepsPerEpoch: 4, trainSamples: 90 };

function epoch(number: number, loss: number): EpochPoint {
  return { epoch: number, train: { loss }, validation: { loss: loss + 0.1, accuracy: 1 - loss }, seconds: number, best: true };
}

function update(part: Partial<RunUpdate>): RunUpdate {
  return { sequence: 1, snapshot: false, runId: 'r', ...part };
}

describe('the curves of a run', () => {
  it('are put together from a snapshot and what comes after it', () => {
    const run = new RunCurves();
    run.apply(update({ snapshot: true, plan, epochs: [epoch(1, 0.9)] }));
    run.apply(update({ epochs: [epoch(2, 0.5)] }));
    expect(run.trainLine('loss')).toEqual([[1, 2], [0.9, 0.5]]);
    expect(run.validationLine('accuracy')).toEqual([[1, 2], [0.09999999999999998, 0.5]]);
  });

  it('show the running epoch but not the insides of those that are done, where there are many', () => {
    const run = new RunCurves();
    run.apply(update({ snapshot: true, plan, epochs: [epoch(1, 0.9)], steps: [{ at: 0.5, train: { loss: 2 } }, { at: 1.5, train: { loss: 0.7 } }] }));
    expect(run.trainLine('loss')).toEqual([[1, 1.5], [0.9, 0.8]]);
  });

  it('do not jump where an epoch begins, and end in its own mean', () => {
    const run = new RunCurves();
    const steps = [0.25, 0.5, 0.75, 1.001, 1.25, 1.5, 1.75, 1.999].map((at) => ({ at, train: { loss: at < 1 ? 2 - at : 0.4 } }));
    run.apply(update({ snapshot: true, plan: { ...plan, epochs: 2 }, epochs: [epoch(1, 1), epoch(2, 0.4)], steps }));
    const [at, values] = run.trainLine('loss') as [number[], number[]];
    const after = (x: number): number => values[at.indexOf(x)] as number;
    expect(after(1.001)).toBeCloseTo(1, 2);
    expect(after(1.999)).toBeCloseTo(0.4, 2);
    for (let i = 1; i < at.length; i++) expect(Math.abs((values[i] as number) - (values[i - 1] as number))).toBeLessThan(0.3);
  });

  it('begin an epoch where the last known one ended, although some between were thinned out', () => {
    const run = new RunCurves();
    run.apply(update({ snapshot: true, plan: { ...plan, epochs: 4 }, epochs: [epoch(1, 1)], steps: [{ at: 2.5, train: { loss: 0.5 } }] }));
    expect(run.trainLine('loss')).toEqual([[1, 2.5], [1, 0.75]]);
  });

  it('show every step where there are few epochs', () => {
    const run = new RunCurves();
    run.apply(update({ snapshot: true, plan: { ...plan, epochs: 2 }, epochs: [epoch(1, 0.9)], steps: [{ at: 0.5, train: { loss: 2 } }] }));
    expect(run.trainLine('loss')[0]).toEqual([0.5, 1]);
  });

  it('do not show an epoch twice that is learned again after an interruption', () => {
    const run = new RunCurves();
    run.apply(update({ snapshot: true, plan, epochs: [epoch(1, 0.9), epoch(2, 0.8)] }));
    run.apply(update({ epochs: [epoch(2, 0.7)] }));
    expect(run.trainLine('loss')).toEqual([[1, 2], [0.9, 0.7]]);
  });

  it('know where the learning rate was changed: what is told last counts, and all of it', () => {
    const run = new RunCurves();
    const [first, second] = [{ at: 0.5, from: '0.01', to: '0.1' }, { at: 2, from: '0.1', to: '0.01' }];
    run.apply(update({ snapshot: true, plan, rateChanges: [first, second] }));
    run.apply(update({ epochs: [epoch(1, 0.9)] }));
    expect(run.rateChanges).toEqual([first, second]);
    run.apply(update({ rateChanges: [first] }));
    expect(run.rateChanges).toEqual([first]);
    run.apply(update({ snapshot: true, plan }));
    expect(run.rateChanges).toEqual([]);
  });

  it('begin anew with a new snapshot', () => {
    const run = new RunCurves();
    run.apply(update({ snapshot: true, plan, epochs: [epoch(1, 0.9), epoch(2, 0.8)] }));
    run.apply(update({ snapshot: true, plan, epochs: [epoch(1, 0.9)] }));
    expect(run.epochsDone).toBe(1);
  });
});

describe('scores', () => {
  it('are told from losses by their name', () => {
    expect(['loss', 'loss.critic', 'logLoss'].map(isLoss)).toEqual([true, true, false]);
  });

  it('offer the one first that says most', () => {
    expect(mainScore(['logLoss', 'accuracy', 'f1'])).toBe('accuracy');
    expect(mainScore(['own'])).toBe('own');
    expect(mainScore([])).toBeNull();
  });
});
