// Made from Builder.Graph and Builder.Protocol; do not change it by hand. KindsFileTests compares it and can write it anew.

/** Where a run stands. */
export type RunState =
  | 'queued'
  | 'preparing'
  | 'running'
  | 'paused'
  | 'stopping'
  | 'finished'
  | 'failed'
  | 'stopped';

/** Why a training ended. */
export type RunEnd =
  | 'completed'
  | 'earlyStopping'
  | 'stopped';

/** What there is to look at while a model learns. */
export type SampleKind =
  | 'text'
  | 'pictures'
  | 'predictions'
  | 'points';

/** What a model learns to tell. */
export type TaskKind =
  | 'classification'
  | 'binaryClassification'
  | 'regression'
  | 'languageModel'
  | 'anomaly'
  | 'reconstruction'
  | 'generation'
  | 'multiLabel';

/** The loss; one of several carries its name behind a dot. */
export const lossMetric = 'loss';

/** All metrics, the most telling first. */
export const metrics: readonly string[] = [
  'accuracy',
  'balancedAccuracy',
  'macroF1',
  'precision',
  'recall',
  'f1',
  'rocAuc',
  'prAuc',
  'subsetAccuracy',
  'r2',
  'mae',
  'medianAbsoluteError',
  'rmse',
  'mape',
  'perplexity',
  'logLoss',
  'bestF1',
  'bestF1Threshold',
  'mse',
  'loss',
];
