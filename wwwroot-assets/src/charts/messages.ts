import type { RunEnd, RunState, TaskKind } from '../generated/kinds';

/** What the hub tells about a run; mirrors RunMessages.cs. A property that is missing has not changed. */
export interface RunUpdate {
  sequence: number;
  snapshot: boolean;
  runId: string;
  status?: RunStatus | null;
  plan?: RunPlan | null;
  now?: RunNow | null;
  epochs?: EpochPoint[] | null;
  steps?: StepPoint[] | null;
  rateChanges?: RatePoint[] | null;
  outcome?: { end: RunEnd; bestEpoch: number } | null;
}

/** What is to be said, as it is sent; the pages choose the words. */
export interface Message {
  code: string;
  arguments?: Record<string, unknown>;
}

export interface RunStatus {
  state: RunState;
  name: string;
  number: number;
  reason?: Message | null;
}

export interface RunPlan {
  task: TaskKind;
  device: string;
  epochs: number;
  stepsPerEpoch: number;
  trainSamples: number;
  resumedAt?: number | null;
}

export interface RunNow {
  epoch: number;
  step: number;
  part: number;
  secondsLeft?: number | null;
  samplesPerSecond?: number | null;
  scored?: number | null;
  toScore?: number | null;
}

/** A change of the learning rates by hand; the rates are texts. */
export interface RatePoint {
  at: number;
  from: string;
  to: string;
}

export type Scores = Record<string, number | null>;

export interface EpochPoint {
  epoch: number;
  train: Scores;
  validation: Scores;
  seconds: number;
  best: boolean;
}

export interface StepPoint {
  at: number;
  train: Scores;
}
