import type { RunCurves } from './curves';
import { about, count, duration } from './format';
import type { RunState } from '../generated/kinds';
import { text, type Language } from './texts';

/** What the line under the progress bar says. */
export function progressWords(run: RunCurves, language: Language): string {
  const state = run.status?.state;
  if (state === 'queued' || state === 'preparing') return text(state, language);
  if (state === undefined || isOver(state)) {
    if (run.epochsDone === 1) return text('doneOne', language);
    if (run.epochsDone > 0) return text('done', language, count(run.epochsDone));
    return state === undefined ? '' : text('doneNone', language);
  }
  if (run.now?.toScore && state !== 'paused') return text('scoring', language, count(run.now.scored ?? 0), count(run.now.toScore));
  const parts = [...(state === 'paused' || state === 'stopping' ? [text(state, language)] : []), ...place(run, language)];
  if (state === 'running') parts.push(...pace(run, language));
  return parts.join(' · ');
}

/** Why there are no curves; empty where there are some, or where nothing is known of the run yet. */
export function withoutCurves(run: RunCurves, language: Language): string {
  const state = run.status?.state;
  return run.points > 0 || state === undefined ? '' : text(isOver(state) ? 'noCurve' : 'notYet', language);
}

function isOver(state: RunState): boolean {
  return state === 'finished' || state === 'failed' || state === 'stopped';
}

/** How far the bar is: 0 to 1, or null where that is not known yet. */
export function progressPart(run: RunCurves): number | null {
  const state = run.status?.state;
  if (state === 'finished') return 1;
  if (state === 'preparing') return null;
  return run.now?.part ?? 0;
}

function place(run: RunCurves, language: Language): string[] {
  const { now, plan } = run;
  if (!now || !plan) return [];
  const epoch = Math.min(plan.epochs, now.step > 0 ? now.epoch : Math.max(1, now.epoch));
  const words = [text('epochOf', language, count(epoch), count(plan.epochs))];
  if (now.step > 0 && plan.stepsPerEpoch > 1) words.push(text('batchOf', language, count(now.step), count(plan.stepsPerEpoch)));
  return words;
}

function pace(run: RunCurves, language: Language): string[] {
  const { samplesPerSecond, secondsLeft } = run.now ?? {};
  return [
    ...(samplesPerSecond ? [text('speed', language, about(samplesPerSecond))] : []),
    ...(secondsLeft !== null && secondsLeft !== undefined ? [text('left', language, duration(secondsLeft))] : []),
  ];
}
